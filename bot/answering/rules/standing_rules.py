"""Whether a State is party, asked in another way: rules for ``rerouting``."""

from bot.answering.asking import OF_WORDS, asks_whether
from bot.answering.draft import Asked
from bot.answering.rules.ruling import Rule, on
from bot.answering.rules.shared import Rerouted, as_kind, asks_why_inside, supposed_inside, supposed_outside
from bot.matching.denial import OUTSIDE, STANDING
from bot.matching.reading import SPEAKING
from bot.matching.words import WHY_OR_WHETHER


@on("states-not-party")
def _still_outside(asked: Asked, _intent: str) -> Rerouted | None:
    return as_kind(asked, "membership", "it asks of one State") if len(asked.states) == 1 else None


@on("membership", words=WHY_OR_WHETHER)
def _why_outside(asked: Asked, _intent: str) -> Rerouted | None:
    if not asks_why_inside(asked) and any(state.statements for state in asked.states):
        return as_kind(asked, "position", "it asks why or whether, not if it is one")
    return None


@on("position")
def _whether_party(asked: Asked, _intent: str) -> Rerouted | None:
    """Whether it is a party is asked: "isn't Mongolia a State Party?"."""
    asks = asks_whether(asked) and OUTSIDE in asked.acts
    if not asks or asked.asks(*WHY_OR_WHETHER, *OF_WORDS) or set(asked.reading.content_words) - STANDING:
        return None
    return as_kind(asked, "membership", "it asks whether it is a party")


@on("position")
def _supposed_outside(asked: Asked, _intent: str) -> Rerouted | None:
    """A State Party is asked why it is none: its standing is the answer."""
    return as_kind(asked, "membership", "it asks why a State Party is none") if supposed_outside(asked) else None


@on("statement", "position", words={"sign", "signed"})
def _whether_signed(asked: Asked, _intent: str) -> Rerouted | None:
    """Whether it signed is told with its standing, whatever it said at the Signing Conference."""
    words = asked.reading.words
    asks = words[:1] in (("did",), ("has",)) and words[1:2] == ("{state}",) and words[2:3] in (("sign",), ("signed",))
    return as_kind(asked, "membership", "it asks whether it signed") if asks and len(asked.states) == 1 else None


@on(*SPEAKING, words={"why"})
def _supposed_inside(asked: Asked, _intent: str) -> Rerouted | None:
    """A State not party is asked why it joined: its standing is the answer."""
    return as_kind(asked, "membership", "it asks why a State not party joined") if supposed_inside(asked) else None


ON_STANDING: tuple[Rule[Rerouted], ...] = (
    _still_outside,
    _why_outside,
    _whether_party,
    _supposed_outside,
    _supposed_inside,
    _whether_signed,
)
"""in the order in which they are asked"""
