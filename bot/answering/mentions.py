"""Which States' statements hold some words: "who cites Article 51", "which State speaks of a noble goal"."""

from bot.answering.answer import Item, Listing
from bot.answering.draft import Asked, Draft
from bot.answering.parts import passage_of
from bot.answering.statements import names_state
from bot.answering.wording import MOST_NAMED, labels_of
from bot.knowledge.model import Statement
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
_ALL = 0.999
"""share of the words asked for that a statement must hold: all, but for rounding"""
IN_FULL = 2
"""statements shown in full; more are listed with where they stand"""


def mentioning(asked: Asked) -> tuple[Statement, ...]:
    """The statements of States not party that hold every word asked for; none when no such thing is asked."""
    reading = asked.reading
    if (
        counted(reading.words)
        or (asked.states and not asked.asks("who", "which", "whose"))
        or not asked.asks(*_ASKING)
        or not asked.asks(*_MENTIONING)
    ):
        return ()
    wanted = [word for word in reading.content_words if word not in _MENTIONING]
    if not wanted:
        return ()
    return tuple(
        item
        for item in asked.knowledge.statements
        if asked.in_years(item.years)
        and (not asked.meetings or any(item.at(meeting) for meeting in asked.meetings))
        and asked.search.share(item, wanted) >= _ALL
        and all(names_state(asked, item, state.id) for state in asked.states)
    )


def mentions(asked: Asked) -> Draft:
    """The statements that hold the words asked for: a few in full, more as a list."""
    found = mentioning(asked)
    words = ", ".join(f'"{word}"' for word in asked.reading.content_words if word not in _MENTIONING)
    states = tuple(dict.fromkeys(item.state for item in found))
    title = f"Whose statements hold {words}"
    first = asked.knowledge.states[states[0]].name
    asks = (f"what did {first} say?",)
    if len(found) <= IN_FULL:
        return Draft("answered", title, tuple(passage_of(asked.knowledge, item) for item in found), (), asks)
    by_state = {state: [item for item in found if item.state == state] for state in states}
    items = tuple(
        Item(
            f"{asked.knowledge.states[state].title}: {labels_of(said, asked.knowledge)}",
            tuple(item.citations[0] for item in said[:MOST_NAMED]),
        )
        for state, said in by_state.items()
    )
    heading = f"Statements of {len(items)} States hold the word{'s' if ',' in words else ''} {words}:"
    return Draft("answered", title, (Listing(heading, items),), (), asks)
