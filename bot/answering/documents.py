"""The documents themselves: what they are, by whom, and of when."""

from bot.answering.answer import Item, Listing
from bot.answering.draft import Asked, Draft
from bot.knowledge.evidence import find_quote
from bot.knowledge.model import Citation, Knowledge, Source


def sources(asked: Asked) -> Draft:
    """All documents, or those named."""
    wanted = asked.sources or tuple(asked.knowledge.sources.values())
    items = tuple(Item(_described(source), (_heading(asked.knowledge, source),)) for source in wanted)
    heading = "The answers rest on these documents:" if len(items) > 1 else "The document:"
    title = "Documents" if len(items) > 1 else wanted[0].title
    return Draft("answered", title, (Listing(heading, items),), (), ("which States are not party?",))


def _described(source: Source) -> str:
    note = f" {source.date_note}" if source.date_note else ""
    return f"{source.title}; {source.issuer}; {source.date_label}.{note}"


def _heading(knowledge: Knowledge, source: Source) -> Citation:
    """The document's first words as evidence that it is there."""
    document = knowledge.documents[source.id]
    first = document.texts[0]
    return find_quote(document, source, source.title) or Citation(source, first.lines, quote=first.folded)
