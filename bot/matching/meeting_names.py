"""Meetings as people write them: "MSP16", "the sixteenth meeting of the States Parties", "2017 MSP".

Numbered and dated forms follow a grammar, so that ``meetings.yaml`` lists only names that do not.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.model import Meeting
from bot.knowledge.months import NUMBER_OF_MONTH
from bot.matching.tokens import Tokens, keys_of
from bot.similarity import edits

_ONES = """
    zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
""".split()
_ORDINALS = {word: number for number, word in enumerate(_ONES)} | {
    "twentyfirst": 21,
    "twentysecond": 22,
    "twentythird": 23,
}
_NUMBER = re.compile(r"^(\d{1,2})(?:st|nd|rd|th)?$")
_FUSED = re.compile(r"^(?:(\d{1,2})(?:st|nd|rd|th)?(msps?|rc|revcon)|(msps?|rc|revcon)(\d{1,2}))$")
_MISTYPED = re.compile(r"^(\d{1,2})([a-z]{2,4})$")
_ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
_NOT_MEETINGS = frozenset({"st", "nd", "rd", "th", "am", "pm", "rc"})
_FUSED_YEAR = re.compile(r"^(msps?|im|revcon)((?:19|20)\d\d)$")
YEAR = re.compile(r"^(?:19|20)\d\d$")

# Names of a series of meetings, longest first; each is one kind of meeting.
_SERIES: tuple[tuple[tuple[str, ...], str], ...] = tuple(
    sorted(
        (
            (tuple(words.split()), kind)
            for kind, forms in {
                "msp": "msp|msps|meeting of the states parties|meeting of states parties|meeting of the state parties|"
                "meeting of state parties|states parties meeting|state parties meeting|meeting of the parties|"
                "meetings of the states parties|meetings of states parties",
                "review_conference": "review conference|revcon|rev con|review conf|rc|review conferences|revcons",
                "intersessional": "intersessional meetings|intersessional meeting|intersessionals|intersessional|"
                "inter sessional meetings|inter sessional meeting|inter sessionals|inter sessional|im|ims|ism|"
                "intersessional session|intersessional week",
                "standing_committee": "standing committee on the general status and operation of the convention|"
                "standing committee on general status|standing committee meeting|standing committee meetings|"
                "standing committee|standing committees|standing comm",
                "first_committee": "unga first committee|un first committee|first committee of the un general assembly|"
                "first committee|1st committee|un general assembly|general assembly|unga",
            }.items()
            for words in forms.split("|")
        ),
        key=lambda item: -len(item[0]),
    )
)
_SERIES_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _series, _kind in _SERIES:
    _SERIES_BY_FIRST.setdefault(_series[0], []).append((_series, _kind))
_BEGINNINGS = frozenset({"meeting", *_SERIES_BY_FIRST})
"""words of which one stands in every meeting's name that has no figure"""
MEETING_WORDS = frozenset({*_ONES, *_ORDINALS, *(word for words, _ in _SERIES for word in words)})
"""words of meetings' names, which a misspelling may stand for"""
_JOINERS = frozenset("in of at on the for from held summit convention".split())
_SESSION_OF = ("session", "of", "the")
_FIRST_SESSION_YEAR = 1945
"""the 1st session of the General Assembly began in 1946, the 72nd in 2017"""
_SESSIONS = range(40, 100)
_DOCUMENTS = frozenset("status document paper edition version report text table list".split())
"""words after a year that make it a document's: "at 9MSP in the 2017 status document" """
_AND = frozenset({"and", "or", "plus"})
_BETWEEN = frozenset({"between", "from", "since", "after", "before", "until"})
"""words before years that are no list but the bounds of a time"""
_OF_ANOTHER = frozenset({*_SERIES_BY_FIRST, "meeting", "meetings", "vote", "votes", "resolution"}) | _DOCUMENTS
"""words after a year that make it something else's than the meeting's before it"""
_LEAST_BARE = 5
"""number from which "the sixth meeting" is one of the series; "the first meeting" may be any"""
NUMBERED = frozenset({"msp", "review_conference"})
"""series whose meetings are counted: "16MSP", "3RC" """


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
            if found := re.match(r"\d+", meeting.id):
                self._numbered[(meeting.kind, int(found[0]))] = meeting.id
            if meeting.year:
                self._dated[(meeting.kind, meeting.year)] = meeting.id
            for alias in meeting.aliases:
                words = keys_of(alias)
                for at, end, kind in _series_in(words):
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
        for start, end, kind in _series_in(words):
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
            start, number = _number_before(words, place, 0)
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
            years = _years_before(words, name.start, taken)
        elif YEAR.match(words[name.end - 1]):
            years = _years_after(words, name.end)
        else:
            years = []
        return [
            MeetingName(place, place + 1, name.kind, self._dated.get((name.kind, year)), year=year)
            for place, year in ((place, int(words[place])) for place in years)
        ]

    def _numbers_before(self, words: Sequence[str], name: MeetingName, taken: int) -> list[MeetingName]:
        found: list[MeetingName] = []
        place = name.start
        while place - 2 >= taken and (words[place - 1] in _AND or found):
            end = place - 1 if words[place - 1] in _AND else place
            place, number = _number_before(words, end, taken)
            if number is None:
                break
            found.append(MeetingName(place, end, name.kind, self._numbered.get((name.kind, number)), number))
        return found

    def _complete(self, words: Sequence[str], start: int, end: int, kind: str, taken: int) -> MeetingName:
        """The series name with the number or year that stands beside it."""
        number, year = _fused(words[start]) if end == start + 1 else (None, None)
        numbered = kind in NUMBERED
        if number is None and year is None and (numbered or kind == "first_committee"):
            start, number = _number_before(words, start, taken)
        after = end + 1 if words[end : end + 1] in (("number",), ("no",)) else end
        if (
            numbered
            and number is None
            and year is None
            and after < len(words)
            and (found := _NUMBER.match(words[after]))
        ):
            number, end = int(found[1]), after + 1
        if kind == "first_committee" and number in _SESSIONS:
            year = _FIRST_SESSION_YEAR + (number or 0)
        if kind == "first_committee":
            number = None
        if year is None:
            start, end, year = _year_beside(words, start, end, taken)
        meeting: str | None = None
        if number is not None:
            meeting = self._numbered.get((kind, number))
        elif year is not None:
            meeting = self._dated.get((kind, year))
        return MeetingName(start, end, kind, meeting, number, year)


def _series_in(words: Sequence[str]) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    end = 0
    for index in [place for place, word in enumerate(words) if word in _SERIES_BY_FIRST or not word.isalpha()]:
        if index < end:
            continue
        word = words[index]
        match = next(
            (
                (len(series), kind)
                for series, kind in _SERIES_BY_FIRST.get(word, ())
                if words[index : index + len(series)] == series
            ),
            None,
        )
        if match is None and (fused := _fused_name(word)):
            name = next(group for group in fused.groups() if group and not group.isdigit())
            match = (1, "msp" if name.startswith("msp") else "intersessional" if name == "im" else "review_conference")
        if match is not None:
            end = index + match[0]
            found.append((index, end, match[1]))
    return found


def begins_series(word: str) -> bool:
    """Whether the name of a series of meetings may begin with a word."""
    return word in _SERIES_BY_FIRST


def _fused_name(word: str) -> re.Match[str] | None:
    """A name with its number or year in one word: "16MSP", "MSP2017"."""
    if not (word[0].isdigit() or word[-1].isdigit()):
        return None
    return _FUSED.match(word) or _FUSED_YEAR.match(word) or _FUSED.match(_mended(word))


def _mended(word: str) -> str:
    """16MPS as 16msp: letters of a numbered meeting mistyped; the number is never mended."""
    found = _MISTYPED.match(word)
    if found is None or found[2] in _NOT_MEETINGS:
        return word
    return f"{found[1]}msp" if edits(found[2], "msp", at_most=1) <= 1 else word


def _fused(word: str) -> tuple[int | None, int | None]:
    if found := _FUSED.match(word) or _FUSED.match(_mended(word)):
        return int(found[1] or found[4]), None
    if found := _FUSED_YEAR.match(word):
        return None, int(found[2])
    return None, None


def _number_before(words: Sequence[str], start: int, taken: int) -> tuple[int, int | None]:
    if tuple(words[start - 3 : start]) == _SESSION_OF and start - 4 >= taken:
        start -= 3
    if start - 1 >= taken:
        word = words[start - 1]
        if word in _ORDINALS:
            if start - 2 >= taken and f"{words[start - 2]}{word}" in _ORDINALS:
                return start - 2, _ORDINALS[f"{words[start - 2]}{word}"]
            return start - 1, _ORDINALS[word]
        if word in _ORDINAL_ENDS and start - 2 >= taken and words[start - 2].isdigit():
            return start - 2, int(words[start - 2])  # "3 rd RevCon", as the status documents have it
        if found := _NUMBER.match(word):
            return start - 1, int(found[1])
    return start, None


def _year_beside(words: Sequence[str], start: int, end: int, taken: int) -> tuple[int, int, int | None]:
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


def _years_before(words: Sequence[str], start: int, taken: int) -> list[int]:
    """The places of the years listed before the one at ``start``."""
    places: list[int] = []
    place = start - 1
    while place >= taken:
        if words[place] in _AND and place > taken:
            place -= 1
        if not YEAR.match(words[place]):
            break
        places.append(place)
        place -= 1
    return [] if _BETWEEN.intersection(words[max(0, place - 1) : place + 1]) else places


def _years_after(words: Sequence[str], end: int) -> list[int]:
    """The places of the years listed from ``end`` on, but for one that begins something else ("and the 2017 vote")."""
    places: list[int] = []
    place = end
    while place < len(words):
        if words[place] in _AND and place + 1 < len(words):
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
    return word in _JOINERS or word in NUMBER_OF_MONTH or bool(_NUMBER.match(word))


def _date_before(words: Sequence[str], start: int, taken: int) -> int:
    """Where the date begins whose year stands at ``start``: "8-9 June 2017"."""
    if start - 1 >= taken and words[start - 1] in NUMBER_OF_MONTH:
        start -= 1
        while start - 1 >= taken and _NUMBER.match(words[start - 1]):
            start -= 1
    return start
