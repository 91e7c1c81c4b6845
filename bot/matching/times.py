"""Years, ranges of years, and words of time in a question."""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from bot.knowledge.months import ANY_MONTH
from bot.matching.meeting_figures import YEAR
from bot.matching.tokens import Tokens

_FIRST_YEAR = {
    "since": 0,
    "from": 0,
    "after": 1,
    "post": 1,
    "later than": 1,
    "newer than": 1,
    "recent than": 1,
    "not before": 0,
    "no earlier than": 0,
    "not earlier than": 0,
}
"""by words before a year, how much later than it a range begins"""
_LAST_YEAR = {
    "before": -1,
    "prior to": -1,
    "earlier than": -1,
    "older than": -1,
    "until": 0,
    "up to": 0,
    "not after": 0,
    "no later than": 0,
    "not later than": 0,
}
"""by words before a year, how much later than it a range ends"""
_LONGEST_BOUND = 3
"""words of the longest of them"""
_LATEST = frozenset({"latest", "last", "newest", "recent", "lastly"})
_SPANS = frozenset("decade decades year years century months month week few two three five ten twenty".split())
"""what "last" before it means a span of time, and not the latest statement"""
_FIRST = frozenset({"first", "earliest", "oldest"})
_PRESENT = frozenset({"still", "now", "today", "currently", "current", "nowadays", "anymore", "presently"})
_DAY = re.compile(r"^([0-3]?\d)(?:st|nd|rd|th)?$")
_AT_PRESENT = frozenset({("this", "year"), ("these", "days"), ("right", "now"), ("at", "present")})
_OF_TIME = frozenset({*_LATEST, *_FIRST, *_PRESENT, *ANY_MONTH, *(second for _, second in _AT_PRESENT)})
"""words of which one stands in every question with words of time"""
_ITSELF = frozenset({"question", "questions", "place"})
"""what follows a "first" or "last" of the question itself, not of what it asks for"""
_GOING_ON = tuple((word,) for word in "on onwards onward forward to until".split())
_BETWEEN_YEARS = ((), ("to",), ("until",), ("through",))


class Times(NamedTuple):
    years: tuple[int, ...]
    bounds: tuple[int | None, int | None] | None
    """first and last year of a range, None where it is open"""
    latest: bool
    first: bool
    present: bool
    month: tuple[int, int | None] | None = None
    """a month with a day or a year beside it, as its number, and the day if one is named"""


NO_TIMES = Times((), None, latest=False, first=False, present=False)


def may_name_times(tokens: Tokens) -> bool:
    """Whether there is a figure or a word of time: most questions have neither, and ``NO_TIMES``."""
    return not tokens.is_alpha or not _OF_TIME.isdisjoint(tokens.keys)


def times_in(tokens: Tokens, taken: AbstractSet[int]) -> Times:
    """Years that no name has taken ("the 2017 MSP" takes its own), and words of time."""
    words = tokens.keys
    figures = [] if tokens.is_alpha else [place for place, word in enumerate(words) if YEAR.match(word)]
    years = [(place, int(words[place])) for place in figures if place not in taken and not _is_denied(words, place)]
    return Times(
        years=tuple(dict.fromkeys([year for _, year in years])),
        bounds=_bounds(words, years) if years else None,
        latest=not _LATEST.isdisjoint(words) and any(_is_latest(*pair) for pair in pairwise((*words, ""))),
        first=not _FIRST.isdisjoint(words)
        and any(_is_first(*pair) for place, pair in enumerate(pairwise((*words, ""))) if place not in taken),
        present=not _PRESENT.isdisjoint(words) or not _AT_PRESENT.isdisjoint(pairwise(words)),
        month=None if ANY_MONTH.keys().isdisjoint(words) else _month(words),
    )


def _is_latest(word: str, following: str) -> bool:
    """Whether "last" or the like asks for the latest; "the last 10 years" are a span of time."""
    return word in _LATEST and following not in _SPANS and following not in _ITSELF and not following.isdigit()


def _is_first(word: str, following: str) -> bool:
    """Whether "first" or the like asks for the earliest; "my first question" does not."""
    return word in _FIRST and following not in _ITSELF


def _month(words: Sequence[str]) -> tuple[int, int | None] | None:
    """The first month that stands beside a day or a year: "may" alone may be the verb."""
    for place, word in enumerate(words):
        if (number := ANY_MONTH.get(word)) is None:
            continue
        before = [item for item in words[max(0, place - 2) : place] if item not in ("of", "the")]
        after = words[place + 1 : place + 3]
        days = [int(found[1]) for item in (*before[-1:], *after[:1]) if (found := _DAY.match(item))]
        if days or any(YEAR.match(item) for item in after):
            return number, days[0] if days else None
    return None


def _is_denied(words: Sequence[str], place: int) -> bool:
    """Whether a year is the one that is not meant: "not 2017", "not that 1997 one", "newer than the 2012 one"."""
    before = words[max(place - 2, 0) : place]
    denied = before[-1:] == ("not",) or (
        before[:1] in (("not",), ("than",)) and before[1:] in (("that",), ("the",), ("in",))
    )
    return denied and "or" not in words[max(place - 3, 0) : place]  # "did it vote or not in 2015"


def _bounds(words: Sequence[str], years: Sequence[tuple[int, int]]) -> tuple[int | None, int | None] | None:
    if len(years) == 2 and ("between" in words or _is_range(words, years)):
        return min(years[0][1], years[1][1]), max(years[0][1], years[1][1])
    bounds = [_bound(words, place, year) for place, year in years]
    match bounds:
        case [(int() | None, int() | None) as only]:
            return only
        case [(int() as first, None), (None, int() as last)] | [(None, int() as last), (int() as first, None)]:
            return first, last  # "after 2009 but before 2017"
    return None


def _bound(words: Sequence[str], place: int, year: int) -> tuple[int | None, int | None] | None:
    """The range that the words before one year begin or end; None when they do neither."""
    if place > 1 and words[place - 1] in ANY_MONTH:
        place -= 1  # "since June 2017"
    for length in range(min(_LONGEST_BOUND, place), 0, -1):
        before = " ".join(words[place - length : place])
        if words[place - length - 1 : place - length] in (("year",), ("month",)):
            return None  # "the year before, June 2017"
        if before in _LAST_YEAR:
            return None, year + _LAST_YEAR[before]
        if before in _FIRST_YEAR and not (before == "from" and _dated_from(words, place)):
            return year + _FIRST_YEAR[before], None
    return None


def _dated_from(words: Sequence[str], place: int) -> bool:
    """Whether "from" gives a date: "statements from 2008", "the list from 2017"; not "from 2008 on"."""
    return words[place + 1 : place + 2] not in _GOING_ON


def _is_range(words: Sequence[str], years: Sequence[tuple[int, int]]) -> bool:
    """Whether two years stand as "2014-2018" or "2014 to 2018"."""
    between = words[years[0][0] + 1 : years[1][0]]
    return years[0][1] < years[1][1] and between in _BETWEEN_YEARS
