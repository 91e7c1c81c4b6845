"""The numbers and years that stand beside the name of a series of meetings: "the sixteenth", "8-9 June 2017"."""

import re
from collections.abc import Sequence

from bot.knowledge.months import NUMBER_OF_MONTH
from bot.matching.meeting_series import SERIES_BY_FIRST

_ONES = """
    zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
""".split()
ORDINALS = {word: number for number, word in enumerate(_ONES)} | {
    "twentyfirst": 21,
    "twentysecond": 22,
    "twentythird": 23,
}
NUMBER = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?$")
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
YEAR = re.compile(r"^(?:19|20)\d\d$")
_JOINERS = frozenset("in of at on the for from held summit convention".split())
_SESSION_OF = ("session", "of", "the")
_DOCUMENTS = frozenset("status document paper edition version report text table list".split())
"""words after a year that make it a document's: "at 9MSP in the 2017 status document" """
AND = frozenset({"and", "or", "plus"})
_BETWEEN = frozenset({"between", "from", "since", "after", "before", "until"})
"""words before years that are no list but the bounds of a time"""
_OF_ANOTHER = frozenset({*SERIES_BY_FIRST, "meeting", "meetings", "vote", "votes", "resolution"}) | _DOCUMENTS
"""words after a year that make it something else's than the meeting's before it"""


def number_before(words: Sequence[str], start: int, taken: int) -> tuple[int, int | None]:
    """Where a name begins with the number right before ``start``, and that number; ``taken`` ends the name before."""
    if tuple(words[start - 3 : start]) == _SESSION_OF and start - 4 >= taken:
        start -= 3
    if start - 1 >= taken:
        word = words[start - 1]
        if word in ORDINALS:
            if start - 2 >= taken and f"{words[start - 2]}{word}" in ORDINALS:
                return start - 2, ORDINALS[f"{words[start - 2]}{word}"]
            return start - 1, ORDINALS[word]
        if word in _ORDINAL_ENDS and start - 2 >= taken and words[start - 2].isdigit():
            return start - 2, int(words[start - 2])  # "3 rd RevCon", as the status documents have it
        if found := NUMBER.match(word):
            return start - 1, int(found[1])
    return start, None


def year_beside(words: Sequence[str], start: int, end: int, taken: int) -> tuple[int, int, int | None]:
    """A year right before the name, or after it with joining words or the rest of a date between."""
    if start - 1 >= taken and YEAR.match(words[start - 1]):
        year = int(words[start - 1])
        return _date_before(words, start - 1, taken), end, year
    index = end
    while index < len(words) and index < end + _LONGEST_DATE and _is_date_part(words[index]):
        index += 1
    of_document = index + 1 < len(words) and words[index + 1] in _DOCUMENTS
    if index < len(words) and YEAR.match(words[index]) and not of_document:
        return start, index + 1, int(words[index])
    return start, end, None


def years_before(words: Sequence[str], start: int, taken: int) -> list[int]:
    """The places of the years listed before the one at ``start``."""
    places: list[int] = []
    place = start - 1
    while place >= taken:
        if words[place] in AND and place > taken:
            place -= 1
        if not YEAR.match(words[place]):
            break
        places.append(place)
        place -= 1
    return [] if _BETWEEN.intersection(words[max(0, place - 1) : place + 1]) else places


def years_after(words: Sequence[str], end: int) -> list[int]:
    """The places of the years listed from ``end`` on, but for one that begins something else ("and the 2017 vote")."""
    places: list[int] = []
    place = end
    while place < len(words):
        if words[place] in AND and place + 1 < len(words):
            place += 1
        of_another = _OF_ANOTHER.intersection(words[place + 1 : place + 2])
        if not YEAR.match(words[place]) or of_another:
            break
        places.append(place)
        place += 1
    return places


_LONGEST_DATE = 5
"""words between a meeting and its year: "of the 8 9 June" """


def _is_date_part(word: str) -> bool:
    return word in _JOINERS or word in NUMBER_OF_MONTH or bool(NUMBER.match(word))


def _date_before(words: Sequence[str], start: int, taken: int) -> int:
    """Where the date begins whose year stands at ``start``: "8-9 June 2017"."""
    if start - 1 >= taken and words[start - 1] in NUMBER_OF_MONTH:
        start -= 1
        while start - 1 >= taken and NUMBER.match(words[start - 1]):
            start -= 1
    return start
