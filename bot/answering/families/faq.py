"""FAQ entries: our plain words, then the passages that each claim rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answering.answer import Part, Passage, Text
from bot.answering.draft import Asked, Draft
from bot.answering.families.by_states import goes_by_states, names
from bot.answering.wording import CHECK_WITH_ISU
from bot.knowledge.model import Citation, FaqEntry

TWO_NEAR = "Two entries are near this question; here are both."
ALSO_NEAR = "The other:"
MOST_RELATED = 3


def faq(asked: Asked) -> Draft:
    """The claims of an entry, then every passage once."""
    return entries(asked, [asked.reading.intent])


def entries(asked: Asked, kinds: Sequence[str]) -> Draft:
    """Entries that answer a question together, the likeliest first: the claims of each, then every passage once."""
    found = [_of_states(asked, asked.entry_of(kind)) for kind in kinds]
    first, *others = found
    parts: list[Part] = [Text(TWO_NEAR)] if others else []
    parts += _told(first, before=())
    for number, entry in enumerate(others, start=1):
        parts += [Text(f"{ALSO_NEAR} {entry.record.question}"), *_told(entry, before=found[:number])]
    if asked.reading.asks_present:
        parts.append(Text(CHECK_WITH_ISU))
    related = dict.fromkeys(identifier for entry in found for identifier in entry.record.related)
    asks = [asked.knowledge.faq[identifier] for identifier in related]
    asks = [entry for entry in asks if entry not in found]
    return Draft(
        "answered",
        first.record.question,
        tuple(parts),
        (),
        tuple(entry.record.question for entry in asks[:MOST_RELATED]),
    )


def _of_states(asked: Asked, entry: FaqEntry) -> FaqEntry:
    """Of an entry that goes from State to State, the claims on the States named; all when it names none of them."""
    if not asked.states:
        return entry
    if not goes_by_states(asked.knowledge, entry):
        return entry
    claims = tuple(claim for claim in entry.claims if any(names(state, claim) for state in asked.states))
    return replace(entry, claims=claims) if claims else entry


def _told(entry: FaqEntry, before: Sequence[FaqEntry]) -> Iterator[Part]:
    """The claims of an entry and their passages, but for those that entries before it have shown."""
    yield Text(" ".join(claim.says for claim in entry.claims))
    known = [passage for other in before for passage in _passages(other)]
    yield from (
        Passage((citation.quote or "",), None, (citation,))
        for passage, citation in _passages(entry).items()
        if passage not in known
    )


def _passages(entry: FaqEntry) -> dict[tuple[str, str], Citation]:
    """The passages of an entry by source and words, without those that stand within another."""
    shown: dict[tuple[str, str], Citation] = {}
    for claim in entry.claims:
        for citation in claim.citations:
            shown.setdefault((citation.source.id, citation.quote or ""), citation)
    return {
        (source, quote): citation
        for (source, quote), citation in shown.items()
        if not any(source == other and quote != longer and quote in longer for other, longer in shown)
    }
