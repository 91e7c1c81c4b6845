"""What somebody else says, does or is, beside the State named: rules for ``withholding``.

A State's statements and votes are its own; of another State, a group, a person or a body they tell only when they
name it.
"""

from collections.abc import Sequence
from itertools import pairwise

from bot.answering.asking import OF_WORDS
from bot.answering.draft import Asked
from bot.answering.fitting import fitting
from bot.answering.rules.ruling import firsts, on
from bot.answering.sentences import names_another, names_state
from bot.knowledge.model import State
from bot.matching.reading import SPEAKING
from bot.matching.words import AUXILIARIES, content_words

_BESIDE_STATE = {(beside, "{state}") for beside in ("with", "against")}
_UNIONS = frozenset({"european-union"})
_PAIR = 2
OTHER_ACTORS = frozenset(
    """
    qaeda alqaeda polisario taliban hezbollah hamas houthis houthi wagner isis daesh pkk farc nato smugglers farmers
    villagers poachers
    """.split()
)
"""who may use mines in a State and is not the State"""
_BELONGING = frozenset("belong belongs belonged part member province colony territory ruled occupied".split())
_TO_A_WHOLE = frozenset("to of by".split())
"""words between these and the State that somebody is a part of"""
_BEFORE_OTHERS = frozenset("of its the s {state}".split())
"""words between "which" and what is asked for: "which of Iran's borders" """
_NAMING = frozenset(
    "other others mention mentions mentioned name names named states state countries country nations".split()
)
"""words by which others are asked for, and not what is said of them"""
_POWERS = frozenset("powers countries states nations".split())
_OTHER_STATES = frozenset("neighbours neighbors neighbour neighbouring neighboring foreign border borders".split())
"""words for other States, or for the lines between them and the one named"""
_AT_PLACES = frozenset("in near around".split())
_REACTING = frozenset("react reacted reacts reaction".split())
_BORDERING = frozenset("border borders bordering neighbour neighbours neighbor neighbors neighbouring".split())
_ROUND_ABOUT = frozenset("neighbours neighbors friends allies partners".split())
"""States round about another, or on its side"""
_LONGEST_OF_NEIGHBOURS = 4
"""words of "which countries border India", what stands before names left out"""
_AFTER_OTHERS = AUXILIARIES | {"{state}", "countries", "states", "powers", "must", "would", "should", "could"}
"""what may follow them where they themselves are asked for, not their behaviour"""
_DEALING = frozenset(
    """
    pay paid compensate compensated help helped give gave sell sold supply supplied answer answered ask asked blame
    blamed accuse accused threaten threatened pressure pressured urge urged convince convinced thank thanked send sent
    ship shipped provide provided
    """.split()
)
"""what one State does to another"""
_JOINING = frozenset("and or nor vs versus than like as but both either".split())
"""words between two States that are asked the same"""


@on("membership")
def _another_body(asked: Asked, _intent: str) -> str | None:
    elsewhere = "ccw" in asked.reading.entities.topics or asked.asks("nato", "asean", "council")
    elsewhere = elsewhere or (asked.asks("un") and not asked.reading.names_treaty)
    named = {mention.id for mention in asked.reading.mentions if mention.kind == "state"}
    # The European Union is a name that stands among those of States.
    elsewhere = elsewhere or bool(_UNIONS & (named - set(asked.reading.entities.states)))
    elsewhere = elsewhere or _of_a_state(asked.reading.words)
    return "it asks for membership of something else" if elsewhere else None


@on(*SPEAKING, words=firsts(_BESIDE_STATE))
def _another_speaker(asked: Asked, _intent: str) -> str | None:
    """Who blames the conflict with a State is asked of others: its own statements do not tell it."""
    asks = len(asked.states) == 1 and asked.reading.words[:1] in (("who",), ("which",))
    beside = not asked.pairs.isdisjoint(_BESIDE_STATE) and asked.reading.words.count("{state}") == 1
    return "it asks which other State, and the one named is spoken of" if asks and beside else None


@on(*SPEAKING, words={"in", "with", "to"})
def _in_another(asked: Asked, _intent: str) -> str | None:
    """What one State does in another, in a war with it or after its deeds is told only by statements that name it."""
    words = asked.reading.words
    fought = asked.asks("war", "conflict") and not asked.asks_any(OF_WORDS)
    reacted = asked.asks_any(_REACTING)
    named = _two_named(asked) if fought or reacted else asked.states
    if len(named) != _PAIR:
        return None
    pairs = enumerate(pairwise(words))
    ties = {("in", "{state}"), *([("with", "{state}")] if fought else []), *([("to", "{state}")] if reacted else [])}
    places = [place for place, pair in pairs if pair in ties]
    if not any("{state}" in words[:place] for place in places):
        return None
    return _unnamed(asked, named)


@on(*SPEAKING, words=_BORDERING)
def _neighbours_of(asked: Asked, _intent: str) -> str | None:
    """Who borders a State, or who its neighbours are, is told only by a statement that names another State."""
    words = tuple(word for word in asked.reading.words if word not in _BEFORE_OTHERS or word == "{state}")
    asks = words[:1] in (("who",), ("which",)) and len(words) <= _LONGEST_OF_NEIGHBOURS
    asks = asks and not _BORDERING.isdisjoint((words[-1], words[-2])) and "{state}" in words[-2:]
    if not asks or len(asked.states) != 1 or not asked.state.statements:
        return None
    told = any(names_another(asked, item, tuple(_BORDERING)) for item in fitting(asked, asked.state))
    return None if told else f"it asks for neighbours, and no statement of {asked.state.name} names any"


@on("vote", "attendance", "overview", "membership", "last-participation", *SPEAKING, words=_ROUND_ABOUT)
def _those_round_about(asked: Asked, intent: str) -> str | None:
    """What a State's neighbours or friends did: "which neighbours of India abstained" is not asked of India."""
    if len(asked.states) != 1:
        return None
    of_them = any(first in _ROUND_ABOUT and second == "of" for first, second in asked.pairs)
    of_them = of_them or any(("{state}", other) in asked.pairs for other in _ROUND_ABOUT)
    asks = of_them and (
        intent not in SPEAKING or any((who, say) in asked.pairs for who in _ROUND_ABOUT for say in OF_WORDS)
    )
    return "it asks of a State's neighbours or friends, and the documents name none" if asks else None


@on(*SPEAKING, words={"which"})
def _which_others(asked: Asked, _intent: str) -> str | None:
    """Which neighbours or borders are meant is told only by a statement that names another State."""
    words = [word for word in asked.reading.words if word not in _BEFORE_OTHERS]
    after = words[words.index("which") + 1 :]
    ends = after[1:2] == [] or not _AFTER_OTHERS.isdisjoint(after[1:2])
    lines = not _OTHER_STATES.isdisjoint(after[:1]) and ends
    powers = not _POWERS.isdisjoint(after[1:2])  # "which colonial powers"
    spoken_of = asked.asks("border", "borders") and asked.asks("mention", "mentions", "speak", "speaks")
    if not (lines or powers) or spoken_of or len(asked.states) != 1 or not asked.state.statements:
        return None
    subject = [word for word in asked.reading.content_words if word not in _NAMING]
    wanted = [*subject, "border", "conflict"] if lines and subject else subject
    told = any(names_another(asked, item, wanted) for item in fitting(asked, asked.state))
    return None if told else f"it asks which others, and no statement of {asked.state.name} names any"


@on(*SPEAKING, words={"border", "borders", "frontier"})
def _on_a_border(asked: Asked, _intent: str) -> str | None:
    """What one State does on its border with another is told only by its statements that name that one."""
    pair = () if asked.asks_any(OF_WORDS) else _two_named(asked)
    between = _between(asked)
    of_both = between and _JOINING.isdisjoint(between)
    beside = ("{state}", "{state}") in asked.pairs  # "kyrgyz tajik border"
    return _unnamed(asked, pair) if pair and (of_both or beside) else None


@on("membership", *SPEAKING, words=OTHER_ACTORS)
def _another_actor(asked: Asked, _intent: str) -> str | None:
    """What somebody else does in or to a State: "did the Taliban lay mines in Pakistan"."""
    actor = min(asked.words & OTHER_ACTORS)
    told = any(asked.search.share(item, [actor]) for state in asked.states for item in state.statements)
    return None if told else f'it asks of "{actor}", of which no statement of a State named speaks'


@on(*SPEAKING, words=_DEALING)
def _to_another(asked: Asked, _intent: str) -> str | None:
    """What one State did to another is told only by its statements that name it: "did Italy ever pay Libya"."""
    between = _between(asked)
    if len(asked.states) != _PAIR or _DEALING.isdisjoint(between) or not _JOINING.isdisjoint(between):
        return None
    return _unnamed(asked, asked.states)


@on(*SPEAKING, words=_AT_PLACES)
def _unknown_place(asked: Asked, _intent: str) -> str | None:
    """What happened at a place of which no passage speaks: "mines used in Donbas"."""
    unknown = [word for word in asked.reading.unknown_words if not word.startswith("counter")]
    if asked.reading.entities.topics != ("use",):
        return None
    place = next((word for before, word in asked.pairs if before in _AT_PLACES and word in unknown), None)
    return f'it asks of "{place}", a place that nothing here knows' if place else None


@on("membership", *SPEAKING, words={"under"})
def _under_somebody(asked: Asked, _intent: str) -> str | None:
    """What holds under a person whom no passage names: "the policy under Biden"."""
    under = (second for first, second in asked.pairs if first == "under" and content_words([second]))
    unnamed = next((word for word in under if not asked.search.knows(word)), None)
    return f'it asks what holds under "{unnamed}", whom no passage names' if unnamed else None


def _of_a_state(words: Sequence[str]) -> bool:
    """Whether somebody is asked to be part of a State: "does Taiwan belong to China"."""
    words = [word for word in words if word != "the"]
    runs = zip(words, words[1:], words[2:], strict=False)
    return any(whole in _BELONGING and between in _TO_A_WHOLE and last == "{state}" for whole, between, last in runs)


def _two_named(asked: Asked) -> tuple[State, ...]:
    """The two States that a question names, one of them perhaps only beside the other; none when it names not two."""
    named = dict.fromkeys(mention.id for mention in asked.reading.mentions if mention.kind == "state")
    return tuple(asked.knowledge.states[state] for state in named) if len(named) == _PAIR else ()


def _between(asked: Asked) -> tuple[str, ...]:
    """The words between two States named once each; none when it is not so."""
    words = asked.reading.words
    if words.count("{state}") != _PAIR:
        return ()
    first = words.index("{state}")
    return words[first + 1 : words.index("{state}", first + 1)]


def _unnamed(asked: Asked, pair: tuple[State, ...]) -> str | None:
    """Why the first of two States does not answer for the other: no statement of it names that one."""
    speaker, other = pair
    told = any(names_state(asked, item, other.id) for item in fitting(asked, speaker))
    return None if told else f"no statement of {speaker.name} names {other.name}"


ON_OTHERS = (
    _another_body,
    _another_speaker,
    _in_another,
    _neighbours_of,
    _those_round_about,
    _which_others,
    _on_a_border,
    _another_actor,
    _to_another,
    _unknown_place,
    _under_somebody,
)
