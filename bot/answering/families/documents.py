"""The documents themselves: what they are, by whom, and of when."""

from bot.answering.answer import Item, Listing, Part, Passage
from bot.answering.asking import asks_for_publication
from bot.answering.draft import Asked, Draft
from bot.answering.wording import and_list
from bot.knowledge.model import Source


def sources(asked: Asked) -> Draft:
    """All documents, or those named."""
    dated = tuple(
        source
        for source in asked.knowledge.sources.values()
        if asked.years and source.year and asked.in_years((source.year,))
    )
    if asked.years and not asked.sources and not dated:
        return _no_such_year(asked)
    wanted = asked.sources or dated or tuple(asked.knowledge.sources.values())
    items = tuple(Item(_described(source), asked.knowledge.source_evidence[source.id]) for source in wanted)
    heading = "The answers rest on these documents:" if len(items) > 1 else "The document:"
    title = "Documents" if len(items) > 1 else wanted[0].title
    parts: list[Part] = [Listing(heading, items)]
    if len(wanted) == 1:
        shown = asked.knowledge.source_evidence[wanted[0].id]
        parts += [Passage((citation.quote or "",), None, (citation,)) for citation in shown]
    # A date that a document does not bear is on record nowhere; what its time is taken from is shown all the same.
    no_date = len(wanted) == 1 and wanted[0].date is None and asks_for_publication(asked)
    return Draft("no_record" if no_date else "answered", title, tuple(parts), (), ("which States are not party?",))


def _no_such_year(asked: Asked) -> Draft:
    items = tuple(
        Item(_described(source), asked.knowledge.source_evidence[source.id])
        for source in asked.knowledge.sources.values()
    )
    listing = Listing(f"No document of {and_list(str(year) for year in asked.years)} is among these:", items)
    return Draft("no_record", "No such document", (listing,), (), ("which States are not party?",))


def _described(source: Source) -> str:
    note = f" {source.date_note}" if source.date_note else ""
    return f"{source.title}; {source.issuer}; {source.date_label}.{note}"
