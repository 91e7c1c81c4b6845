"""FAQ entries that go from State to State: who told of stockpiles, who may join."""

from bot.knowledge.model import FaqClaim, FaqEntry, Knowledge, State

_LIST = 4
"""claims, and States in them, from which an entry goes from State to State"""


def goes_by_states(knowledge: Knowledge, entry: FaqEntry) -> bool:
    """Whether an entry tells of several States, each in a claim of its own."""
    if len(entry.claims) < _LIST:
        return False
    return sum(any(names(state, claim) for claim in entry.claims) for state in knowledge.listed) >= _LIST


def names(state: State, claim: FaqClaim) -> bool:
    """Whether a claim names a State."""
    return any(name in claim.says for name in (state.names.short, state.title, *state.names.sources))
