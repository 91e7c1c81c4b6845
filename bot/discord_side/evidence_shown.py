"""The other sides of an answer: its sources in their context, and its quotes and citations alone."""

from typing import Final

from bot.answering.answer import Answer, Listing, Part, Passage, Text
from bot.knowledge.documents import Document, Paragraph
from bot.knowledge.model import Citation, Knowledge
from bot.rendering.citations import evidence_lines, passage_source_lines, source_name

_MOST_IN_CONTEXT: Final = 6
"""passages shown in their context; the rest is named"""
_LONGEST_NEIGHBOUR: Final = 500
"""characters shown of a paragraph before or after"""


def in_context(answer: Answer, knowledge: Knowledge) -> Answer:
    """The passages of an answer, each with the paragraphs around it; one of a table, with its place alone."""
    quotes = [citation for citation in answer.citations if citation.quote is not None]
    others = tuple(citation for citation in answer.citations if citation.quote is None)
    parts: list[Part] = []
    shown: set[tuple[str, int]] = set()
    for citation in quotes:
        place = (citation.source.id, citation.lines[0])
        if place in shown or len(shown) >= _MOST_IN_CONTEXT:
            continue
        # The same words in another edition are shown once, with both places.
        alike = tuple(
            other for other in quotes if other.quote == citation.quote and other.attribution == citation.attribution
        )
        shown.update((other.source.id, other.lines[0]) for other in alike)
        parts += _around(citation, alike, knowledge)
    left = tuple(citation for citation in quotes if (citation.source.id, citation.lines[0]) not in shown)
    if not answer.citations:
        parts.append(Text("This answer rests on no passage."))
    return Answer(
        answer.question, answer.outcome, answer.reading, f"Sources: {answer.title}", tuple(parts), left + others
    )


def _around(citation: Citation, alike: tuple[Citation, ...], knowledge: Knowledge) -> list[Part]:
    document = knowledge.documents[citation.source.id]
    here = _paragraph(citation, document)
    lead = f"{'; and '.join(map(_place, alike))}:"
    if here is None:
        return [Passage((citation.quote or "",), citation.attribution, alike, lead=lead)]
    paragraphs = document.paragraphs
    parts: list[Part] = [Text(lead)]
    if here > 0:
        parts += [Text(f"Before it: {_neighbour(paragraphs[here - 1], from_end=True)}")]
    whole = " ".join(paragraphs[here].text.raw.split())
    parts.append(Passage((whole,), citation.attribution, (citation,), lead="The passage:"))
    if here + 1 < len(paragraphs):
        parts += [Text(f"After it: {_neighbour(paragraphs[here + 1])}")]
    return parts


def _place(citation: Citation) -> str:
    first, last = citation.lines
    stands = f"line {first}" if first == last else f"lines {first}-{last}"
    return f"{source_name(citation.source)}, {citation.source.file}, {stands}"


def _paragraph(citation: Citation, document: Document) -> int | None:
    """The number of the paragraph that holds the passage; None for a passage in a table cell or a footnote."""
    for number, paragraph in enumerate(document.paragraphs):
        first, last = paragraph.text.lines
        if first <= citation.lines[0] and citation.lines[1] <= last:
            return number
    return None


def _neighbour(paragraph: Paragraph, *, from_end: bool = False) -> str:
    text = " ".join(paragraph.text.raw.split())
    if len(text) <= _LONGEST_NEIGHBOUR:
        return text
    if from_end:
        return f"[...] {text[-_LONGEST_NEIGHBOUR:].partition(' ')[2]}"
    return f"{text[:_LONGEST_NEIGHBOUR].rpartition(' ')[0]} [...]"


def quotes_alone(answer: Answer) -> Answer:
    """Quotes and citations to be copied; our own words only where a quote is no answer to the question."""
    parts: list[Part] = []
    for part in answer.parts:
        match part:
            case Passage(paragraphs=paragraphs, attribution=attribution, citations=citations, lead=lead):
                # What is on record beside the question is not to be copied as its answer.
                beside = lead if answer.outcome != "answered" else None
                lines = (beside or "", *paragraphs, attribution or "", *passage_source_lines(citations))
                parts.append(Text("\n".join(line for line in lines if line)))
            case Listing(items=items):
                cited = [citation for item in items for citation in item.citations]
                parts.append(Text("\n".join((*(item.text for item in items), *evidence_lines(cited)))))
            case Text():
                pass
    if not parts and answer.further:
        parts.append(Text("\n".join(evidence_lines(answer.further))))
    if not parts:
        parts.append(Text("This answer has no quotation."))
    return Answer(answer.question, answer.outcome, answer.reading, answer.title, tuple(parts))
