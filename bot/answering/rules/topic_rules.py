"""Rules for ``rerouting`` on what a State said of a topic: what is meant may be its position, words or standing."""

import re
from itertools import pairwise

from bot.answering.asking import OF_REASONS, OF_WORDS, asks_number, asks_whether
from bot.answering.draft import Asked
from bot.answering.families.membership import WITHDRAWALS
from bot.answering.fitting import HELD, fitting, on_subject
from bot.answering.rules.ruling import Rule, on
from bot.answering.rules.shared import Rerouted, as_kind
from bot.answering.rules.topic_ids import ACCESSION, DESTRUCTION, LEAVING
from bot.matching.reading import SPEAKING
from bot.matching.tokens import tokenise
from bot.matching.words import POSITION_WORDS

_OF_USE = frozenset({"use", "stockpile", "production"})
_OF_VIEWS = OF_WORDS | frozenset("think thinks view views opinion stance react reacted reaction comment".split())
"""words that ask what a State has to say"""
_ANNOUNCED_ON = {(announced, on) for announced in ("announce", "announced") for on in ("on", "about")}
_POSSESSING = frozenset("have has got possess possesses own owns hold holds".split())
_HAS_NONE = re.compile("mine-free State|possess", re.IGNORECASE)
"""in the words of a State that has no mines"""
_OF_ANY_KIND = frozenset("any some its own ap anti personnel antipersonnel land".split())
_LAYING = frozenset("laid lay lays planted placed put deployed left".split())
_ABOUT = frozenset({"of", "about", "on"})
_SPEAKING = frozenset("spoke speak speaks speaking talked talk talks".split())
_WHO = frozenset({"who", "which", "whose", "whom"})
_LEFT_BEHIND = ("war-remnants",)
"""the topic of mines that others laid"""
_OWN_TERRITORY = "own-territory"
"""the topic of mines on a State's own soil"""
_PROMISING = frozenset(
    """
    promise promised pledge pledged announce announced commit committed say said decide decided approve
    approved
    """.split()
)
"""what a State may do long before it joins"""
_DESTROYING = frozenset("destroyed destroy destroying destruction rid eliminated".split())


@on("topic-state", words={"why"})
def _why_on_a_topic(asked: Asked, _intent: str) -> Rerouted | None:
    """Why a State uses or keeps mines is told by its position, whatever the topic."""
    on_use = len(asked.states) == 1 and not _OF_USE.isdisjoint(asked.reading.entities.topics)
    return as_kind(asked, "position", "it asks why") if on_use else None


@on("position", words=_POSSESSING)
def _has_some(asked: Asked, _intent: str) -> Rerouted | None:
    """Whether a State has a stockpile or a moratorium is told by words on that, or by none."""
    on_topic = len(asked.states) == 1 and set(asked.reading.entities.topics) - {ACCESSION, LEAVING}
    return (
        as_kind(asked, "topic-state", "it asks what the State has") if on_topic and "why" not in asked.words else None
    )


def _is_having(pair: tuple[str, str]) -> bool:
    return pair[0] == "{state}" and pair[1] in _POSSESSING


@on("topic-state", words=_POSSESSING)
def _possesses(asked: Asked, intent: str) -> Rerouted | None:
    """Whether a State has mines is told by words on its stockpile, or its soil, not by whatever it says of mines.

    The documents have a word on that for some States that have none: these keep their answer.
    """
    entities, words = asked.reading.entities, tuple(word for word in asked.reading.words if word != "still")
    has = next((place for place, pair in enumerate(pairwise(words)) if _is_having(pair)), None)
    asks = words[-1:] in (("mines",), ("landmines",)) and has is not None and set(words[has + 2 : -1]) <= _OF_ANY_KIND
    if not asks or entities.topics or len(asked.states) != 1 or asked.asks("why"):
        return None
    quotes = (citation.quote or "" for item in asked.state.statements for citation in item.citations)
    if any(map(_HAS_NONE.search, quotes)):
        return None
    spoken_of = {topic for item in asked.state.statements for topic in item.topics}
    on_soil = _OWN_TERRITORY in spoken_of and "stockpile" not in spoken_of and "own" not in words
    topic = _OWN_TERRITORY if on_soil else "stockpile"
    if topic not in asked.knowledge.topics:
        return None
    found = asked.reading._replace(intent=intent, entities=entities._replace(topics=(topic,)))
    return found, "it asks whether the State has mines"


@on("topic-state", words=_DESTROYING)
def _destroyed(asked: Asked, intent: str) -> Rerouted | None:
    """What became of a stockpile is told by the statements on its destruction, where a State has one."""
    entities = asked.reading.entities
    if "stockpile" not in entities.topics or asks_number(asked):
        return None
    if not any(DESTRUCTION in item.topics for state in asked.states for item in fitting(asked, state)):
        return None
    topics = tuple(DESTRUCTION if topic == "stockpile" else topic for topic in entities.topics)
    found = asked.reading._replace(intent=intent, entities=entities._replace(topics=topics))
    return found, "it asks for the destruction of a stockpile"


@on("topic-state", words=_LAYING)
def _who_laid(asked: Asked, intent: str) -> Rerouted | None:
    """Who laid mines in a State is told by what it says of mines left by wars and by other States."""
    words, entities = asked.reading.words, asked.reading.entities
    asks = not _WHO.isdisjoint(words[:1]) or ("by", "whom") in asked.pairs
    if not asks or entities.topics == _LEFT_BEHIND or asked.asks_any(OF_WORDS):
        return None
    if not asked.knowledge.topics.keys() >= set(_LEFT_BEHIND):
        return None
    found = asked.reading._replace(intent=intent, entities=entities._replace(topics=_LEFT_BEHIND))
    return found, "it asks who laid the mines"


@on("topic-state", "position")
def _leaving(asked: Asked, intent: str) -> Rerouted | None:
    if LEAVING not in asked.reading.entities.topics or len(asked.states) != 1:
        return None
    listed = asked.knowledge.lists.get(WITHDRAWALS)
    named = listed is not None and asked.state.id in listed.states
    if intent == "position" and not (asked.state.editions or named):
        return None  # whether a State Party that nobody names will leave is not told
    if asked.state.editions and asked.asks("why", "reason", "reasons") and not asked.asks_any(OF_WORDS):
        return as_kind(asked, "membership", "it asks why a State leaves that is not party")
    of_words = asked.asks_any(_OF_VIEWS) or not asked.pairs.isdisjoint(_ANNOUNCED_ON)
    says = of_words and not asks_whether(asked)
    explained = (
        not says
        and not asked.asks_any(OF_REASONS)
        and any(item.intent == "membership" and item.coverage >= 1 for item in asked.reading.candidates)
    )
    return as_kind(asked, "membership", "it asks whether the State leaves") if explained else None


@on("meeting-statements", words=_ABOUT)
def _spoke_of(asked: Asked, _intent: str) -> Rerouted | None:
    """Who spoke of a topic at a meeting is not all who spoke there."""
    spoke = any(first in _SPEAKING and second in _ABOUT for first, second in asked.pairs)
    on_topic = spoke and bool(asked.reading.entities.topics) and not asked.states
    return as_kind(asked, "topic-states", "it asks who spoke of a topic") if on_topic else None


@on("topic-state")
def _off_topic(asked: Asked, _intent: str) -> Rerouted | None:
    """Statements that hold the very words are asked for, when none is on the topic that one of the words names."""
    if len(asked.states) != 1 or asks_number(asked):
        return None
    topics, found = set(asked.reading.entities.topics), fitting(asked, asked.state)
    if any(topics & set(item.topics) for item in found):
        return None
    of_topics = {
        token.key for topic in topics for name in asked.knowledge.topics[topic].names for token in tokenise(name)
    }
    subject = [word for word in on_subject(asked) if word not in of_topics]
    if subject and any(asked.search.share(item, subject) >= HELD for item in found):
        return as_kind(asked, "statement", "no statement is marked with the topic, and one holds the words")
    return None


@on(*SPEAKING, words={"when", "date", "day"})
def _when_joined(asked: Asked, _intent: str) -> Rerouted | None:
    on_joining = ACCESSION in asked.reading.entities.topics
    if not on_joining or len(asked.states) != 1 or asked.asks("will"):
        return None
    if asked.asks_any(_PROMISING):
        return None  # its standing does not tell when it was promised
    beside = [word for word in on_subject(asked) if word not in POSITION_WORDS]
    if beside and any(asked.search.share(item, beside) >= HELD for item in fitting(asked, asked.state)):
        return None
    return as_kind(asked, "membership", "it asks when the State acceded")


ON_TOPICS: tuple[Rule[Rerouted], ...] = (
    _why_on_a_topic,
    _has_some,
    _possesses,
    _destroyed,
    _who_laid,
    _leaving,
    _off_topic,
    _spoke_of,
    _when_joined,
)
"""in the order in which they are asked"""
