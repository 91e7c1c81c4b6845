"""Which meeting a column heading, a table cell or an attribution names."""

import re
from collections.abc import Container

from bot.knowledge.schema import MeetingRecord, MeetingsFile
from bot.knowledge.text import fold

_NOT_A_WORD = re.compile(r"[\W_]+")
_NUMBERED = re.compile(
    r"\b(\d{1,2}) ?(?:st|nd|rd|th)? ?(msp|meeting of the states parties|rc|rev ?con|review conference)\b"
)


class MeetingFinder:
    """Finds meetings by the names, aliases and column headings of ``meetings.yaml``."""

    def __init__(self, meetings: MeetingsFile) -> None:
        self._meetings = meetings.meetings
        self._columns = {
            (column.source, fold(column.column)): meeting for meeting in self._meetings for column in meeting.columns
        }
        names = {
            _plain(name): meeting
            for meeting in self._meetings
            for name in (meeting.name, meeting.short, *meeting.aliases)
        }
        self._names = sorted(names.items(), key=lambda item: -len(item[0]))

    def named_in(self, text: str, kinds: Container[str] | None = None) -> MeetingRecord | None:
        """The meeting with the longest name that stands in ``text`` as whole words, else by its number."""
        padded = f" {_plain(text)} "
        for name, meeting in self._names:
            if f" {name} " in padded and (kinds is None or meeting.kind in kinds):
                return meeting
        if found := _NUMBERED.search(padded):
            identifier = found[1] + ("msp" if found[2].startswith("m") else "rc")
            meetings = (meeting for meeting in self._meetings if meeting.id == identifier)
            return next((meeting for meeting in meetings if kinds is None or meeting.kind in kinds), None)
        return None

    def of_year(self, kind: str, year: str) -> MeetingRecord | None:
        """The only meeting of its kind in a year; None when there is none, or more than one."""
        found = [meeting for meeting in self._meetings if meeting.kind == kind and (meeting.date or "")[:4] == year]
        return found[0] if len(found) == 1 else None

    def with_column(self, source: str, heading: str) -> MeetingRecord | None:
        """The meeting that a participation table has under ``heading``, as ``meetings.yaml`` says."""
        return self._columns.get((source, fold(heading)))


def _plain(text: str) -> str:
    return _NOT_A_WORD.sub(" ", fold(text).casefold()).strip()
