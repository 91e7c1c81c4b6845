"""What somebody else says, does or is, beside the State named: rules for ``withholding``.

A State's statements and votes are its own; of another State, a group, a person or a body they tell only when they
name it.
"""

from itertools import pairwise

from bot.answering.draft import Asked
from bot.answering.fitting import fitting, names_state
from bot.answering.ruling import firsts, on
from bot.matching.coverage import SPEAKING
from bot.matching.words import content_words

_BESIDE_STATE = {(beside, "{state}") for beside in ("with", "against")}
_UNIONS = frozenset({"european-union"})
_PAIR = 2
OTHER_ACTORS = frozenset(
    """
    taliban hezbollah hamas houthis houthi wagner isis daesh pkk farc nato smugglers farmers
    villagers poachers
    """.split()
)
"""who may use mines in a State and is not the State"""
_DEALING = frozenset(
    """
    pay paid compensate compensated help helped give gave sell sold supply supplied answer answered ask asked blame
    blamed accuse accused threaten threatened pressure pressured urge urged convince convinced thank thanked
    """.split()
)
"""what one State does to another"""
_LAYING = frozenset("laid lay lays planted placed put deployed".split())
_WHETHER = (["did"], ["does"], ["has"], ["have"], ["is"])
_JOINING = frozenset("and or nor vs versus than like as but both either".split())


@on("membership")
def _another_body(asked: Asked, _intent: str) -> str | None:
    elsewhere = "ccw" in asked.reading.entities.topics or asked.asks("un", "nato", "asean", "council")
    named = {mention.id for mention in asked.reading.mentions if mention.kind == "state"}
    # The European Union is a name that stands among those of States.
    elsewhere = elsewhere or bool(_UNIONS & (named - set(asked.reading.entities.states)))
    return "it asks for membership of something else" if elsewhere else None


@on(*SPEAKING, words=firsts(_BESIDE_STATE))
def _another_speaker(asked: Asked, _intent: str) -> str | None:
    """Who blames the conflict with a State is asked of others: its own statements do not tell it."""
    asks = len(asked.states) == 1 and asked.reading.words[:1] in (("who",), ("which",))
    beside = not asked.pairs.isdisjoint(_BESIDE_STATE) and asked.reading.words.count("{state}") == 1
    return "it asks which other State, and the one named is spoken of" if asks and beside else None


@on(*SPEAKING, words={"in"})
def _in_another(asked: Asked, _intent: str) -> str | None:
    """What one State does in another is told only by its statements that name it."""
    if len(asked.states) != _PAIR:
        return None
    words = asked.reading.words
    places = [place for place, pair in enumerate(pairwise(words)) if pair == ("in", "{state}")]
    if not any("{state}" in words[:place] for place in places):
        return None
    return _unnamed(asked)


@on(*SPEAKING, words={"who"})
def _who_laid(asked: Asked, _intent: str) -> str | None:
    """Who laid mines in a State is told by those that speak of mines left by wars or by other States."""
    laid = any(first == "who" and second in _LAYING for first, second in asked.pairs)
    told = any("war-remnants" in item.topics for state in asked.states for item in state.statements)
    return "it asks who laid mines, and no statement speaks of that" if laid and not told else None


@on(*SPEAKING, words={"border", "borders", "frontier"})
def _on_a_border(asked: Asked, _intent: str) -> str | None:
    """What one State did on its border with another is told only by its statements that name that one."""
    words = [word for word in asked.reading.words if word != "the"]
    if len(asked.states) != _PAIR or words[:1] not in _WHETHER or words[1:2] != ["{state}"]:
        return None
    return _unnamed(asked)


@on(*SPEAKING, words=OTHER_ACTORS)
def _another_actor(asked: Asked, _intent: str) -> str | None:
    """What somebody else does in or to a State: "did the Taliban lay mines in Pakistan"."""
    actor = min(asked.words & OTHER_ACTORS)
    told = any(asked.search.share(item, [actor]) for state in asked.states for item in state.statements)
    return None if told else f'it asks of "{actor}", of which no statement of a State named speaks'


@on(*SPEAKING, words=_DEALING)
def _to_another(asked: Asked, _intent: str) -> str | None:
    """What one State did to another is told only by its statements that name it: "did Italy ever pay Libya"."""
    words = asked.reading.words
    if len(asked.states) != _PAIR or words.count("{state}") != _PAIR:
        return None
    first = words.index("{state}")
    between = words[first + 1 : words.index("{state}", first + 1)]
    if _DEALING.isdisjoint(between) or not _JOINING.isdisjoint(between):
        return None
    return _unnamed(asked)


@on("membership", *SPEAKING, words={"under"})
def _under_somebody(asked: Asked, _intent: str) -> str | None:
    """What holds under a person whom no passage names: "the policy under Biden"."""
    under = (second for first, second in asked.pairs if first == "under" and content_words([second]))
    unnamed = next((word for word in under if not asked.search.knows(word)), None)
    return f'it asks what holds under "{unnamed}", whom no passage names' if unnamed else None


def _unnamed(asked: Asked) -> str | None:
    """Why the first of two States does not answer for the other: no statement of it names that one."""
    speaker, other = asked.states
    told = any(names_state(asked, item, other.id) for item in fitting(asked, speaker))
    return None if told else f"no statement of {speaker.name} names {other.name}"


ON_OTHERS = (
    _another_body,
    _another_speaker,
    _in_another,
    _who_laid,
    _on_a_border,
    _another_actor,
    _to_another,
    _under_somebody,
)
