"""How to verify an answer: the command that shows its evidence in the document."""

from collections.abc import Iterable

from bot.answering.answer import Answer, Listing, Passage
from bot.knowledge.model import Citation
from bot.rendering.citations import Span, lines_label


def verify_hint(answer: Answer) -> str | None:
    """The line that tells how to see the evidence of what an answer shows; None when it has none."""
    shown: list[Citation] = []
    for part in answer.parts:
        if isinstance(part, Passage):
            shown += part.citations
        elif isinstance(part, Listing):
            shown += [citation for item in part.items for citation in item.citations]
    spans: dict[str, list[Span]] = {}
    for citation in shown or answer.further:
        spans.setdefault(citation.source.id, []).append(citation.lines)
    if not spans:
        return None
    return "Verify: treatybot source " + " ".join(f"{source}:{compact(lines)}" for source, lines in spans.items())


def compact(spans: Iterable[Span]) -> str:
    """Lines as ``treatybot source`` takes them: "40,105-106"."""
    return lines_label(spans).partition(" ")[2].replace(" ", "")
