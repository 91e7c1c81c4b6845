"""What the rules on the words of a question share."""

from bot.answering.draft import Asked
from bot.answering.membership import LEAVING
from bot.matching.denial import OUTSIDE
from bot.matching.reading import Reading

KINDS_OF_PRESENCE = frozenset(
    {"attendance", "last-participation", "attendees", "absentees", "last-at", "never-participated"}
)
"""kinds of question on who took part"""
ASKING_WHO = frozenset("who which list states countries everyone everybody many names name nations all".split())
LAST_MEETING = {("last", "meeting"), ("last", "{meeting}"), ("last", "msp")}
OTHER_TEXTS = frozenset("agreement agreements ceasefire compact deal pact".split())
"""texts that are signed, and are not this Convention"""
MEASURES = frozenset("hectares acres dollars euros kilometres kilometers km".split())
"""what something is measured in: asked for, it is a number"""
DEEDS = frozenset({"production", "use"})
"""topics of what States do, of which their statements often say that they do not"""
Rerouted = tuple[Reading, str]
"""the reading with the kind that is answered, and why"""


_STAYING = frozenset("stay stayed remain bound more longer leave leaving withdraw".split())


_JOINING = frozenset("join sign ratify accede".split())
_WHY_DID = ("why", "did", "{state}")


def supposed_outside(asked: Asked) -> bool:
    """Whether a State Party is asked of as if it had not joined."""
    one = len(asked.states) == 1 and asked.state.kind != "other" and not asked.state.editions
    if not one or LEAVING in asked.reading.entities.topics or asked.asks_any(_STAYING):
        return False
    return OUTSIDE in asked.acts


def supposed_inside(asked: Asked) -> bool:
    """Whether a State not party is asked why it joined."""
    words = asked.reading.words
    why = len(asked.states) == 1 and bool(asked.state.editions) and words[:3] == _WHY_DID
    return why and not _JOINING.isdisjoint(words[3:4])


def as_kind(asked: Asked, intent: str, why: str) -> Rerouted:
    """The reading as a question of another kind, and why."""
    return asked.reading._replace(intent=intent), why
