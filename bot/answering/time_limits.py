"""The meetings of a participation table between the years and meetings that bound the time asked for.

"Which meetings did Egypt attend after 3RC", "from 2014 to 16MSP", "before 2015", "in 2015 and 2016".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.draft import Asked
from bot.answering.wording import and_list, the, years_words
from bot.knowledge.model import Knowledge, Meeting, Source
from bot.knowledge.months import NUMBER_OF_MONTH

_SINCE = frozenset({"since", "from", "between"})
_AFTER = frozenset({"after", "following", "post"})
_UNTIL = frozenset({"until", "through"})
_BEFORE = frozenset({"before"})
_BOUNDING = (_SINCE | _AFTER | _UNTIL | _BEFORE) - {"from"}
_TO = frozenset({"to", "and"})
_BESIDE = frozenset({*"the last of in year meeting meetings any up all".split(), *NUMBER_OF_MONTH})
"""words between these and what bounds the time"""
_YEAR, _MEETING = "{year}", "{meeting}"


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """The meetings of one edition's table that are within the time asked for, and that time in words."""

    meetings: tuple[Meeting, ...]
    words: str
    """ "since 2016", "after 3RC (2014)" """


@dataclass(frozen=True, slots=True)
class _Bound:
    """A year or meeting of the question, and whether what it bounds begins or ends there."""

    of: int | Meeting
    begins: bool
    included: bool = True

    def allows(self, meeting: Meeting, order: Sequence[Meeting]) -> bool:
        if isinstance(self.of, int) or self.of not in order:
            year = self.of if isinstance(self.of, int) else self.of.year
            own, bound = meeting.year or 0, year or 0
        else:
            own, bound = order.index(meeting), order.index(self.of)
        return (own == bound and self.included) or (own > bound if self.begins else own < bound)

    @property
    def words(self) -> str:
        at = str(self.of) if isinstance(self.of, int) else the(self.of)
        beginning, end = ("since", "until") if self.included else ("after", "before")
        return f"{beginning if self.begins else end} {at}"


def time_limit(asked: Asked, source: Source) -> TimeLimit | None:
    """The meetings of a table within the time that a question bounds; None when it bounds none."""
    order = in_order(asked.knowledge, source)
    kinds = {meeting.kind for meeting in asked.meetings}
    of_series = kinds == {"intersessional"} and not asked.asks("meeting", "meetings", "anything")
    kept = [meeting for meeting in order if not of_series or meeting.kind in kinds]
    if bounds := _bounds(asked):
        words = " and ".join(bound.words for bound in bounds) + (", intersessional meetings only" if of_series else "")
        return TimeLimit(tuple(m for m in kept if all(bound.allows(m, order) for bound in bounds)), words)
    if asked.meetings or not asked.years:
        return None
    of_years = tuple(meeting for meeting in order if meeting.year is not None and asked.in_years((meeting.year,)))
    if years_range := asked.reading.years_range:
        return TimeLimit(of_years, years_words(years_range))
    return TimeLimit(of_years, f"in {and_list(map(str, asked.years))}") if len(asked.years) > 1 else None


def is_bounded_by_meeting(asked: Asked) -> bool:
    """Whether a meeting is no place but a bound of the time asked for: "from 2014 up to 16MSP"."""
    return bool(_bounds(asked))


def is_of_whole_table(asked: Asked) -> bool:
    """Whether a meeting bounds a time that takes in all meetings of the newest table asked for."""
    source = asked.editions[0]
    limit = time_limit(asked, source) if is_bounded_by_meeting(asked) else None
    return limit is not None and limit.meetings == in_order(asked.knowledge, source)


def in_order(knowledge: Knowledge, source: Source) -> tuple[Meeting, ...]:
    """The meetings of the participation table of an edition, as its columns follow one another."""
    columns = knowledge.tables[source.id].participation.columns
    tabled = [meeting for meeting in knowledge.meetings.values() if source.id in meeting.columns]
    return tuple(sorted(tabled, key=lambda meeting: columns.index(meeting.columns[source.id])))


def _bounds(asked: Asked) -> tuple[_Bound, ...]:
    """The years and meetings that bound the time, where a meeting is one of them."""
    named: dict[str, list[int | Meeting]] = {_YEAR: [*asked.years], _MEETING: [*asked.of_convention]}
    found: list[_Bound] = []
    pending: int | Meeting | None = None
    """a year or meeting right before, which begins the time when "to" follows it"""
    before: list[str] = []
    for word in asked.reading.words:
        if word not in named:
            before += [word] if word not in _BESIDE else []
            continue
        if not named[word]:
            return ()  # a year or meeting said twice: which is meant is not known
        of = named[word].pop(0)
        last = before[-1] if before else ""
        if last == "to" and before[-2:-1] == ["prior"]:
            found.append(_Bound(of, begins=False, included=False))
        elif last in _SINCE | _AFTER:
            found.append(_Bound(of, begins=True, included=last in _SINCE))
        elif last in _UNTIL | _BEFORE or (last in _TO and found and len(before) == 1):
            found.append(_Bound(of, begins=False, included=last not in _BEFORE))
        elif last == "to" and pending is not None and len(before) == 1:
            found += [_Bound(pending, begins=True), _Bound(of, begins=False)]
        pending, before = of, []
    if not any(isinstance(bound.of, Meeting) for bound in found):
        return ()  # years alone are read as ranges with the question
    alone = len(found) == 1 and "from" in asked.words and asked.words.isdisjoint(_BOUNDING)
    return () if alone else tuple(found)  # "absent from 15MSP" bounds no time
