"""What the rules on the words of a question share."""

from bot.answering.draft import Asked
from bot.answering.rules.topic_ids import LEAVING
from bot.matching.denial import OUTSIDE
from bot.matching.reading import Reading

KINDS_OF_PRESENCE = frozenset(
    {"attendance", "last-participation", "attendees", "absentees", "last-at", "never-participated"}
)
"""kinds of question on who took part"""
ASKING_WHO = frozenset("who which list states countries everyone everybody many names name nations all".split())
LAST_MEETING = {("last", "meeting"), ("last", "{meeting}"), ("last", "msp")}
OTHER_TEXTS = frozenset("agreement agreements ceasefire charter compact deal pact".split())
"""texts that are signed, and are not this Convention"""
MEASURES = frozenset("hectares acres dollars euros kilometres kilometers km km2".split())
"""what something is measured in: asked for, it is a number"""
DEEDS = frozenset({"production", "use"})
"""topics of what States do, of which their statements often say that they do not"""
Rerouted = tuple[Reading, str]
"""the reading with the kind that is answered, and why"""
_STAYING = frozenset("stay stayed remain bound more longer leave leaving withdraw".split())
"""words on staying or leaving: who does so has joined"""
_JOINED = frozenset("join joined sign signed ratify ratified accede acceded".split())
_A_PARTY = frozenset({"party", "member"})
_BE = frozenset("is was become became".split())
_PASSING = frozenset("ever already really then".split())
"""words between a State and what it is asked why it did"""


def supposed_outside(asked: Asked) -> bool:
    """Whether a State Party is asked of as if it had not joined."""
    one = len(asked.states) == 1 and asked.state.kind != "other" and not asked.state.editions
    if not one or LEAVING in asked.reading.entities.topics or asked.asks_any(_STAYING):
        return False
    return OUTSIDE in asked.acts


def supposed_inside(asked: Asked) -> bool:
    """Whether a State not party is asked why it joined."""
    return asks_why_inside(asked) and asked.state.edition(asked.knowledge.editions[0].id) is not None


def asks_why_inside(asked: Asked) -> bool:
    """Whether a State is asked why it joined, or why it is a party."""
    words = [word for word in asked.reading.words if word not in _PASSING]
    if len(asked.states) != 1 or words[:1] != ["why"] or words[2:3] != ["{state}"] or OUTSIDE in asked.acts:
        return False
    joined = not _JOINED.isdisjoint(words[3:4]) and not asked.asks_any(OTHER_TEXTS)
    is_party = not _BE.isdisjoint(words[1:4]) and not _A_PARTY.isdisjoint(words[4:7])
    return joined or is_party


def as_kind(asked: Asked, intent: str, why: str) -> Rerouted:
    """The reading as a question of another kind, and why."""
    return asked.reading._replace(intent=intent), why
