"""FAQ entries that go from State to State: who told of stockpiles, who may join."""

from weakref import WeakKeyDictionary

from bot.knowledge.model import FaqClaim, FaqEntry, Knowledge, State

_LIST = 4
"""claims, and States in them, from which an entry goes from State to State"""


_FOUND: WeakKeyDictionary[Knowledge, dict[str, bool]] = WeakKeyDictionary()
"""by snapshot and entry; looked for once"""


def goes_by_states(knowledge: Knowledge, entry: FaqEntry) -> bool:
    """Whether an entry tells of several States, each in a claim of its own."""
    found = _FOUND.setdefault(knowledge, {})
    if entry.id not in found:
        told_of = (any(names(state, claim) for claim in entry.claims) for state in knowledge.listed)
        found[entry.id] = len(entry.claims) >= _LIST and sum(told_of) >= _LIST
    return found[entry.id]


def names(state: State, claim: FaqClaim) -> bool:
    """Whether a claim names a State."""
    return any(name in claim.says for name in (state.names.short, state.title, *state.names.sources))
