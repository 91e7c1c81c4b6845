"""Meetings as people write them: "MSP16", "the sixteenth meeting of the States Parties", "2017 MSP".

Numbered and dated forms follow a grammar, so that ``meetings.yaml`` lists only names that do not.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.model import Meeting
from bot.matching.meeting_figures import (
    AND,
    NUMBER,
    ORDINALS,
    YEAR,
    number_before,
    year_beside,
    years_after,
    years_before,
)
from bot.matching.meeting_series import NUMBERED, SERIES, SERIES_BY_FIRST, fused, series_in
from bot.matching.tokens import Tokens, keys_of

_BEGINNINGS = frozenset({"meeting", *SERIES_BY_FIRST})
"""words of which one stands in every meeting's name that has no figure"""
MEETING_WORDS = frozenset({*ORDINALS, *(word for words, _ in SERIES for word in words)})
"""words of meetings' names, which a misspelling may stand for"""
_FIRST_SESSION_YEAR = 1945
"""the 1st session of the General Assembly began in 1946, the 72nd in 2017"""
_SESSIONS = range(40, 100)
_LEAST_BARE = 5
"""number from which "the sixth meeting" is one of the series; "the first meeting" may be any"""


@dataclass(frozen=True, slots=True)
class MeetingName:
    """A meeting, or only its series ("the intersessionals"), named at some tokens."""

    start: int
    end: int
    kind: str
    meeting: str | None
    """None when only the series is named, or no such meeting is known"""
    number: int | None = None
    year: int | None = None


class MeetingNames:
    """Finds meetings by series and number, by series and year, and by their listed names."""

    def __init__(self, meetings: Mapping[str, Meeting]) -> None:
        self._numbered: dict[tuple[str, int], str] = {}
        self._dated: dict[tuple[str, int], str] = {}
        for meeting in meetings.values():
            if meeting.number is not None:
                self._numbered[(meeting.kind, meeting.number)] = meeting.id
            if meeting.year:
                self._dated[(meeting.kind, meeting.year)] = meeting.id
            for alias in meeting.aliases:
                words = keys_of(alias)
                for at, end, kind in series_in(words):
                    rest = [word for index, word in enumerate(words) if index < at or index >= end]
                    if kind == meeting.kind and len(rest) == 1 and YEAR.match(rest[0]):
                        self._dated.setdefault((kind, int(rest[0])), meeting.id)

    def dated(self, kind: str, year: int) -> str | None:
        """The meeting of a series in a year."""
        return self._dated.get((kind, year))

    def find(self, tokens: Tokens) -> list[MeetingName]:
        """Every meeting or series named, in order, not overlapping."""
        words = tokens.keys
        if tokens.is_alpha and tokens.key_set.isdisjoint(_BEGINNINGS):
            return []  # as in half of all questions
        found: list[MeetingName] = []
        taken = 0
        for start, end, kind in series_in(words):
            if start < taken:
                continue
            name = self._complete(words, start, end, kind, taken)
            listed = self._listed_beside(words, name, taken)
            found += [name, *listed]
            taken = max(each.end for each in (name, *listed))
        if "meeting" in words:
            places = {place for name in found for place in range(name.start, name.end)}
            found += self._bare_meetings(words, places)
        return sorted(found, key=lambda name: name.start)

    def _bare_meetings(self, words: Sequence[str], taken: set[int]) -> Iterator[MeetingName]:
        """So high a number is a Meeting of the States Parties: "the Sixteenth Meeting"."""
        for place, word in enumerate(words):
            if word != "meeting" or place in taken:
                continue
            start, number = number_before(words, place, 0)
            meeting = self._numbered.get(("msp", number or 0))
            if meeting and (number or 0) >= _LEAST_BARE and taken.isdisjoint(range(start, place)):
                yield MeetingName(start, place + 1, "msp", meeting, number)

    def _listed_beside(self, words: Sequence[str], name: MeetingName, taken: int) -> list[MeetingName]:
        """The others of "the 14th, 15th and 16th MSP", "the 2014 and 2015 intersessionals", "IM 2014, 2015"."""
        if name.kind == "first_committee":
            return []
        if name.number is not None:
            return self._numbers_before(words, name, taken)
        if name.year is None:
            return []
        if YEAR.match(words[name.start]):
            years = years_before(words, name.start, taken)
        elif YEAR.match(words[name.end - 1]):
            years = years_after(words, name.end)
        else:
            years = []
        return [
            MeetingName(place, place + 1, name.kind, self._dated.get((name.kind, year)), year=year)
            for place, year in ((place, int(words[place])) for place in years)
        ]

    def _numbers_before(self, words: Sequence[str], name: MeetingName, taken: int) -> list[MeetingName]:
        found: list[MeetingName] = []
        place = name.start
        while place - 2 >= taken and (words[place - 1] in AND or found):
            end = place - 1 if words[place - 1] in AND else place
            place, number = number_before(words, end, taken)
            if number is None:
                break
            found.append(MeetingName(place, end, name.kind, self._numbered.get((name.kind, number)), number))
        return found

    def _complete(self, words: Sequence[str], start: int, end: int, kind: str, taken: int) -> MeetingName:
        """The series name with the number or year that stands beside it."""
        number, year = fused(words[start]) if end == start + 1 else (None, None)
        numbered = kind in NUMBERED
        if number is None and year is None and (numbered or kind == "first_committee"):
            start, number = number_before(words, start, taken)
        after = end + 1 if words[end : end + 1] in (("number",), ("no",)) else end
        if (
            numbered
            and number is None
            and year is None
            and after < len(words)
            and (found := NUMBER.match(words[after]))
        ):
            number, end = int(found[1]), after + 1
        if kind == "first_committee" and number in _SESSIONS:
            year = _FIRST_SESSION_YEAR + (number or 0)
        if kind == "first_committee":
            number = None
        if year is None:
            start, end, year = year_beside(words, start, end, taken)
        meeting: str | None = None
        if number is not None:
            meeting = self._numbered.get((kind, number))
        elif year is not None:
            meeting = self._dated.get((kind, year))
        return MeetingName(start, end, kind, meeting, number, year)
