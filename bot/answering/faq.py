"""FAQ entries: our plain words, then the passages that each claim rests on."""

from bot.answering.answer import Part, Passage, Text
from bot.answering.draft import Asked, Draft
from bot.answering.wording import CHECK_WITH_ISU
from bot.knowledge.model import Citation
from bot.matching.reading import FAQ_PREFIX


def faq(asked: Asked) -> Draft:
    """The claims of an entry, then every passage once."""
    entry = asked.knowledge.faq[asked.reading.intent.removeprefix(FAQ_PREFIX)]
    text = " ".join(claim.says for claim in entry.claims)
    parts: list[Part] = [Text(text)]
    shown: dict[tuple[str, str], Citation] = {}
    for claim in entry.claims:
        for citation in claim.citations:
            shown.setdefault((citation.source.id, citation.quote or ""), citation)
    quotes = [(citation.source, citation.quote or "") for citation in shown.values()]
    shown = {
        key: citation
        for key, citation in shown.items()
        if not any(source is citation.source and key[1] != quote and key[1] in quote for source, quote in quotes)
    }
    parts += [Passage((citation.quote or "",), None, (citation,)) for citation in shown.values()]
    if asked.reading.asks_present:
        parts.append(Text(CHECK_WITH_ISU))
    related = tuple(asked.knowledge.faq[identifier].record.question for identifier in entry.record.related[:3])
    return Draft("answered", entry.record.question, tuple(parts), (), related)
