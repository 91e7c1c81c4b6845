"""Attendance beside last participation: documents contradict themselves in places, and nobody should be surprised."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.knowledge.files import Folder
from bot.knowledge.model import Edition, Knowledge, Meeting, State
from bot.knowledge.problems import Problem

_COUNTED = ("msp", "review_conference")
"""the heading of the column counts these: "Last participation in Meetings of the States Parties (MSP) or Review
Conference"; intersessional meetings are none of them"""
_HINT = "compare with the document; if it contradicts itself, add an `accepted` note with the reason"


def participation_problems(folder: Folder, knowledge: Knowledge) -> Iterator[Problem]:
    """Warnings, one an edition of a State: what is ticked or said there against its last participation."""
    for loaded in folder.states:
        state = knowledge.states[loaded.record.id]
        for index, record in enumerate(loaded.record.editions):
            edition = state.edition(record.source)
            if edition is None:
                continue
            contradictions = list(_contradictions(knowledge, state, edition))
            if contradictions:
                path = ("editions", index, "last_participation")
                told = f'in {record.source} the last participation is "{record.last_participation.says}"'
                message = f"{told}, yet {' and '.join(contradictions)}"
                found = loaded.file.problem(path, "participation", message, _HINT)
                yield replace(found, severity="warning", about=record.source)


def _contradictions(knowledge: Knowledge, state: State, edition: Edition) -> Iterator[str]:
    last = knowledge.meetings.get(edition.last_meeting) if edition.last_meeting else None
    since = (last.date or "") if last else ""
    ticked = _counted(knowledge, edition.attended)
    if later := [meeting for meeting in ticked if meeting is not last and (meeting.date or "") > since]:
        yield f"the participation table ticks {_names(later)}"
    if last and edition.in_grid and edition.source.id in last.columns and last.id not in edition.attended:
        yield f"the participation table does not tick {last.short}"
    told = (
        statement.meeting or ""
        for statement in state.statements
        if any(citation.source is edition.source for citation in statement.citations)
    )
    spoke = _counted(knowledge, told)
    if later := [meeting for meeting in spoke if meeting is not last and (meeting.date or "") > since]:
        yield f"a statement was made at {_names(later)}"


def _counted(knowledge: Knowledge, identifiers: Iterable[str]) -> list[Meeting]:
    """The meetings that count, those that are not known left out."""
    meetings = [knowledge.meetings[item] for item in identifiers if item in knowledge.meetings]
    return [meeting for meeting in meetings if meeting.kind in _COUNTED]


def _names(meetings: Iterable[Meeting]) -> str:
    return ", ".join(dict.fromkeys(meeting.short for meeting in meetings))
