"""A whole status document read into an :class:`ImportedEdition`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from bot.importing.attributions import meeting_in
from bot.importing.cells import CellReader, shortened
from bot.importing.editions import ImportedEdition, ImportedState, ImportedStatement
from bot.importing.meetings import MeetingFinder
from bot.knowledge.documents import Document, Row
from bot.knowledge.names import all_names, name_key
from bot.knowledge.problems import Problem
from bot.knowledge.schema import EditionRecord, LastParticipation, MeetingsFile, Names, Vote
from bot.knowledge.status_tables import (
    LAST_PARTICIPATION_COLUMN,
    NO_INFORMATION,
    STATEMENT_COLUMN,
    TICK,
    StatusTables,
    status_tables,
)
from bot.knowledge.text import SUPERSCRIPTS, SourceText, fold

_MARK = re.compile(rf"[{SUPERSCRIPTS}]+")
_NEVER = "Has never participated"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LAST_WORD = re.compile(r"([^\W\d_]+-?)$")
_FIRST_WORD = re.compile(r"([^\W\d_]+)")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ADD_NAME = "write it as this document does under names.sources of the State's record"


def read_status(
    document: Document, states: Mapping[str, Names], meetings: MeetingsFile, source_id: str
) -> ImportedEdition:
    """Everything the three tables of a status document say of each State, and what could not be read.

    ``states`` has the names of every State, listed so far or not, by id.
    """
    tables = status_tables(document)
    if tables is None:
        message = "this is no status document: it lacks the table of votes, of participation or of statements"
        hint = "check their headings against seeds/ of an older edition"
        return ImportedEdition(source_id, document.file, (), (Problem(document.file, 1, 1, "tables", message, hint),))
    reader = _Reader(tables, _labels(states), MeetingFinder(meetings), source_id)
    read = tuple(reader.states())
    reader.report_rows_without_statements({state.id for state in read})
    reader.report_cut_words()
    return ImportedEdition(source_id, document.file, read, tuple(sorted(reader.findings)))


def _labels(states: Mapping[str, Names]) -> dict[str, str]:
    """State ids by every name, in the form in which names are compared."""
    return {name_key(name): identifier for identifier, names in states.items() for _, name in all_names(names)}


@dataclass
class _Reader:
    tables: StatusTables
    labels: Mapping[str, str]
    meetings: MeetingFinder
    source: str
    findings: list[Problem] = field(default_factory=list)
    votes: dict[str, Vote] = field(default_factory=dict)
    attended: dict[str, tuple[str, ...]] = field(default_factory=dict)
    written: dict[str, dict[str, None]] = field(default_factory=dict)
    """how the tables write each State"""

    def states(self) -> Iterator[ImportedState]:
        """The States of the statements table, in its order."""
        self._read_votes()
        self._read_attended()
        cells = CellReader(self.tables.document, self.meetings)
        seen: set[str] = set()
        for row in self.tables.statements.rows:
            identifier = self._state(row.label, row.lines[0], row.cells[STATEMENT_COLUMN].folded)
            if identifier is None:
                continue
            if identifier in seen:
                message = f"a second row for {row.label}; its text: “{shortened(row.cells[STATEMENT_COLUMN].folded)}”"
                self._report(row.lines[0], "row", message, "add what it holds by hand")
                continue
            seen.add(identifier)
            yield self._read_row(row, identifier, cells)

    def _read_row(self, row: Row, identifier: str, cells: CellReader) -> ImportedState:
        cell = row.cells[STATEMENT_COLUMN]
        statements: tuple[ImportedStatement, ...] = ()
        if not cell.folded:
            self._report(row.lines[0], "row", f"{row.label}: the cell of its statements is empty", "look it up")
        no_information = cell.folded.startswith(NO_INFORMATION)
        if not no_information:
            statements, findings = cells.read(cell, row.label)
            self.findings += findings
        elif cell.folded.removesuffix(".") != NO_INFORMATION:
            message = f"{row.label}: more than “{NO_INFORMATION}”: “{shortened(cell.folded)}”"
            self._report(row.lines[0], "left-over", message, "add what it holds by hand")
        marks = _MARK.findall(row.cells[0].raw)
        notes = [note for mark in marks if (note := cells.footnote(mark, row.lines[0]))]
        return ImportedState(
            id=identifier,
            label=row.label,
            labels=tuple(self.written[identifier]),
            line=row.lines[0],
            edition=EditionRecord(
                source=self.source,
                information="none" if no_information else "given",
                last_participation=self._last_participation(row),
                attended=self.attended.get(identifier, ()),
                vote=self.votes.get(identifier, "none"),
            ),
            statements=statements,
            note=" ".join(notes) or None,
        )

    def _last_participation(self, row: Row) -> LastParticipation:
        cell = row.cells[LAST_PARTICIPATION_COLUMN]
        says = cell.folded
        meeting = meeting_in(says, self.meetings)
        line = row.lines[0]
        if meeting is None and says != _NEVER:
            message = f"{row.label}: “{says}” names no meeting of meetings.yaml"
            self._report(line, "last-participation", message, "add the meeting or its alias, and import again")
        years = _YEAR.findall(says)
        if meeting and meeting.date and years and meeting.date[:4] not in years:
            message = f"{row.label}: “{says}”, and meetings.yaml dates {meeting.short} {meeting.date}"
            self._report(line, "last-participation", message, "correct meetings.yaml, or note the slip of the source")
        return LastParticipation(says=says or "(empty)", meeting=meeting.id if meeting else None)

    def _read_votes(self) -> None:
        table = self.tables.votes
        known = {index: vote for vote, index in self.tables.vote_columns()}
        for index, heading in enumerate(table.columns):
            members = table.members(index)
            vote = known.get(index)
            if vote is None:
                self._report(
                    table.lines[0], "vote", f"the column “{heading}” is no vote known here", "record it by hand"
                )
                continue
            if table.printed_count(index) != len(members):
                message = f"the heading “{heading}” and the {len(members)} States below it differ"
                self._report(table.lines[0], "vote", message, "compare with the document as published")
            for member in members:
                self._add_vote(member, vote)

    def _add_vote(self, member: SourceText, vote: Vote) -> None:
        identifier = self._state(member.folded, member.lines[0], f"vote: {vote}")
        if identifier is None:
            return
        if identifier in self.votes:
            message = f"{member.folded} stands twice in the table of votes"
            self._report(member.lines[0], "vote", message, "compare with the document as published")
        self.votes[identifier] = vote

    def _read_attended(self) -> None:
        table = self.tables.participation
        columns: dict[int, str] = {}
        for index, heading in list(enumerate(table.columns))[1:]:
            meeting = self.meetings.with_column(self.source, heading)
            if meeting is None and (meeting := meeting_in(heading, self.meetings)):
                message = f"the column “{heading}” was taken for {meeting.short} by its name"
                hint = (
                    f"add {{source: {self.source}, column: {heading}}} to the columns of {meeting.id} in meetings.yaml"
                )
                self._report(table.lines[0], "column", message, hint)
            if meeting is None:
                message = f"the column “{heading}” names no meeting of meetings.yaml"
                self._report(table.lines[0], "column", message, "add the meeting with this column, and import again")
            else:
                columns[index] = meeting.id
        for row in table.rows:
            values = [cell.folded for cell in row.cells[1:]]
            identifier = self._state(row.label, row.lines[0], " | ".join(values))
            if identifier is None:
                continue
            for value in sorted(set(values) - {"", TICK}):
                message = f"{row.label}: “{value}” in the participation table is neither a tick nor empty"
                self._report(row.lines[0], "attendance", message, "record it by hand")
            self.attended[identifier] = tuple(
                columns[index] for index, cell in enumerate(row.cells) if cell.folded == TICK and index in columns
            )

    def _state(self, label: str, line: int, content: str) -> str | None:
        """The State's id; a label that no record claims is reported with what stands in its row."""
        identifier = self.labels.get(name_key(label))
        if identifier is None:
            self._report(
                line, "state", f"no State is called “{label}” here; its row: “{shortened(content)}”", _ADD_NAME
            )
        else:
            self.written.setdefault(identifier, {})[label] = None
        return identifier

    def report_rows_without_statements(self, listed: Iterable[str]) -> None:
        """A State with a vote or ticks and no row in the table of statements cannot be recorded."""
        for identifier in sorted((set(self.votes) | set(self.attended)) - set(listed)):
            message = f"{identifier} has a vote or ticks and no row in the table of statements"
            hint = "compare with the document as published"
            self._report(self.tables.statements.lines[0], "row", message, hint)

    def report_cut_words(self) -> None:
        """A page break within a word: the cell reads "Conven tion", and so would the record."""
        words = {word for text in self.tables.document.texts for word in _WORDS.findall(text.folded)}
        for row in self.tables.statements.rows:
            pieces = row.cells[STATEMENT_COLUMN].pieces
            for (_, before), (number, after) in pairwise(pieces):
                left = _LAST_WORD.search(fold(before))
                right = _FIRST_WORD.match(fold(after))
                if left and right and (whole := left[1] + right[1]) in words:
                    message = f"{row.label}: a page break seems to cut the word “{whole}” in two"
                    hint = "join the two lines in the document, or correct the passage by hand once it can be cited"
                    self._report(number, "cut-word", message, hint)

    def _report(self, line: int, code: str, message: str, hint: str) -> None:
        self.findings.append(Problem(self.tables.document.file, line, 1, code, message, hint))
