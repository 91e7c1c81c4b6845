"""Which States' statements hold some words: "who cites Article 51", "which State speaks of a noble goal"."""

from collections.abc import Sequence

from bot.answering.answer import Listing
from bot.answering.draft import Asked, Draft
from bot.answering.fitting import names_state
from bot.answering.parts import by_states, passage_of
from bot.knowledge.model import State, Statement
from bot.knowledge.names import name_key
from bot.matching.telling import counted

_ASKING = tuple("who which whose anyone anybody somebody someone any name list state country".split())
_MENTIONING = tuple(
    """
    mention mentions mentioned mentioning cite cites cited citing invoke invokes invoked invoking quote quotes quoted
    refer refers referred referring say says said saying speak speaks spoke speaking talk talks talked talking
    raise raises raised call calls called describe describes described words phrase bring brings brought claim claims
    claimed
    """.split()
)
_STATEMENTS = ("statement", "statements")
_DENYING = tuple("not never dont doesnt oppose opposes against without other".split())
_QUOTING = tuple(
    """
    mention mentions mentioned cite cites cited invoke invokes invoked refer refers referred raise raises raised
    """.split()
)
"""verbs that single words go with; what somebody says is a phrase"""
ALL = 0.999
"""share of the words asked for that a statement must hold: all, but for rounding"""
IN_FULL = 2
"""statements shown in full; more are listed with where they stand"""


def mentioning(asked: Asked) -> tuple[Statement, ...]:
    """The statements of States not party that hold every word asked for; none when no such thing is asked.

    Of a State named the statements of others that name it are meant. What somebody says ("who said noble goal")
    must stand there as one phrase: single words of a claim may stand in its denial.
    """
    reading = asked.reading
    if not asked.asks(*_MENTIONING) or not asked.asks(*_ASKING) or asked.asks(*_DENYING) or counted(reading.words):
        return ()
    others = _others(asked)
    if others and not (asked.asks("who", "which", "whose") and asked.asks(*_QUOTING)):
        return ()
    wanted = _wanted(asked)
    if not wanted and not others:
        return ()
    own = {state.id for state in others}
    return tuple(
        item
        for item in asked.knowledge.statements
        if item.state not in own
        and asked.in_years(item.years)
        and (not asked.meetings or any(item.at(meeting) for meeting in asked.meetings))
        and (not wanted or asked.search.share(item, wanted) >= ALL)
        and (asked.asks(*_QUOTING) or _has_phrase(item, wanted))
        and all(names_state(asked, item, state.id) for state in others)
    )


def _others(asked: Asked) -> tuple[State, ...]:
    """The States that others are asked to mention; a decision for it has them as ``about``."""
    return (*asked.states, *(asked.knowledge.states[state] for state in asked.reading.entities.about))


def _wanted(asked: Asked) -> list[str]:
    return [word for word in asked.reading.content_words if word not in _MENTIONING and word not in _STATEMENTS]


def _has_phrase(item: Statement, words: Sequence[str]) -> bool:
    phrase = f" {' '.join(words)} "
    return any(phrase in f" {name_key(citation.quote or '')} " for citation in item.citations)


def mentions(asked: Asked) -> Draft:
    """The statements that hold the words asked for: a few in full, more as a list."""
    found = mentioning(asked)
    words = ", ".join([*(f'"{word}"' for word in _wanted(asked)), *(state.title for state in _others(asked))])
    states = tuple(dict.fromkeys(item.state for item in found))
    title = f"Whose statements hold {words}"
    first = asked.knowledge.states[states[0]].name
    asks = (f"what did {first} say?",)
    if len(found) <= IN_FULL:
        return Draft("answered", title, tuple(passage_of(asked.knowledge, item) for item in found), (), asks)
    items = by_states(asked.knowledge, found)
    heading = f"Statements of {len(items)} States hold {words}:"
    return Draft("answered", title, (Listing(heading, items),), (), asks)
