"""One State's record, checked against the tables of every edition."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.knowledge.building_statements import StatementBuilder
from bot.knowledge.documents import Row
from bot.knowledge.evidence import absence_citation, cell_citation, other_row
from bot.knowledge.model import Citation, Edition, Fact, Meeting, Source, State
from bot.knowledge.schema import EditionRecord, Vote
from bot.knowledge.state_rows import StateRows
from bot.knowledge.status_tables import (
    LAST_PARTICIPATION_COLUMN,
    NO_INFORMATION,
    STATEMENT_COLUMN,
    TICK,
    StatusTables,
    row_of,
)
from bot.knowledge.text import fold
from bot.knowledge.yaml_files import KeyPath


@dataclass(frozen=True, slots=True)
class StateBuilder:
    """Builds one State; what its record claims and the tables do not hold is reported."""

    rows: StateRows
    meetings: Mapping[str, Meeting]

    def build(self) -> State:
        record = self.rows.loaded.record
        editions = [self._edition(("editions", index), edition) for index, edition in enumerate(record.editions)]
        problems = len(self.rows.context.problems)
        statements = StatementBuilder(self.rows)
        built = statements.build()
        self._all_rows_recorded()
        if len(self.rows.context.problems) == problems:
            statements.report_unrecorded()
        return State(
            id=record.id,
            kind="state",
            names=record.names,
            editions=tuple(
                sorted((item for item in editions if item), key=lambda item: item.source.newness, reverse=True)
            ),
            statements=tuple(built),
            facts=self._facts(),
        )

    def _all_rows_recorded(self) -> None:
        """An edition that lists the State must have its record, and none may stand twice."""
        recorded = [edition.source for edition in self.rows.loaded.record.editions]
        for source, tables in self.rows.context.tables.items():
            if source not in recorded and row_of(tables.statements, self.rows.labels):
                message = f"{source} lists the State and the record has no edition for it"
                self.rows.report(("editions",), "missing-edition", message, f"add an edition with source: {source}")
        for index, source in enumerate(recorded):
            if source in recorded[:index]:
                self.rows.report(("editions", index), "duplicate-id", f"the edition {source} stands twice", "keep one")

    # editions: votes, participation, last participation -------------------------------------

    def _edition(self, path: KeyPath, record: EditionRecord) -> Edition | None:
        found = self.rows.row_in((*path, "source"), record.source)
        if found is None:
            return None
        source, tables, row = found
        last = cell_citation(tables.statements, source, row, LAST_PARTICIPATION_COLUMN, row.label)
        self._check_last_participation((*path, "last_participation"), record, row)
        attended, grid, in_grid = self._attended((*path, "attended"), record, source, tables)
        return Edition(
            source=source,
            listed=cell_citation(tables.statements, source, row, 0, row.label),
            no_information=self._no_information((*path, "information"), record, source, tables, row),
            last_participation=last,
            last_meeting=record.last_participation.meeting,
            attended=attended,
            in_grid=in_grid,
            grid=grid,
            vote=record.vote,
            vote_citation=self._vote((*path, "vote"), record, source, tables),
        )

    def _check_last_participation(self, path: KeyPath, record: EditionRecord, row: Row) -> None:
        says = row.cells[LAST_PARTICIPATION_COLUMN].folded
        if fold(record.last_participation.says) != says:
            message = f'the source says "{says}", the record "{record.last_participation.says}"'
            self.rows.report((*path, "says"), "last-participation", message, "copy the cell")
        meeting = record.last_participation.meeting
        if meeting is not None and meeting not in self.rows.context.meeting_ids:
            self.rows.report_unknown((*path, "meeting"), "meeting", meeting, self.rows.context.meeting_ids)

    def _no_information(
        self, path: KeyPath, record: EditionRecord, source: Source, tables: StatusTables, row: Row
    ) -> Citation | None:
        nothing = row.cells[STATEMENT_COLUMN].folded.startswith(NO_INFORMATION)
        if nothing != (record.information == "none"):
            says = "says that no information was submitted" if nothing else "holds statements"
            self.rows.report(path, "information", f"the source {says}", "correct `information`")
        return cell_citation(tables.statements, source, row, STATEMENT_COLUMN, row.label) if nothing else None

    def _attended(
        self, path: KeyPath, record: EditionRecord, source: Source, tables: StatusTables
    ) -> tuple[dict[str, Citation], Citation, bool]:
        grid = tables.participation
        row = row_of(grid, self.rows.labels)
        ticked: dict[str, Citation] = {}
        if row is not None:
            by_column = {meeting.columns.get(source.id): meeting for meeting in self.meetings.values()}
            for index, column in enumerate(grid.columns):
                meeting = by_column.get(column)
                if meeting is not None and row.cells[index].folded == TICK:
                    ticked[meeting.id] = cell_citation(grid, source, row, index, row.label)
        for meeting_id in sorted(set(record.attended) ^ set(ticked)):
            if meeting_id in ticked:
                self.rows.report(path, "attendance", f"{source.id} ticks {meeting_id}, which is not recorded", "add it")
            else:
                index = record.attended.index(meeting_id)
                message = f"{source.id} does not tick {meeting_id} for this State"
                self.rows.report((*path, index), "attendance", message, "remove it, or correct the meeting's id")
        if row is None:
            return ticked, absence_citation(grid, source, self.rows.loaded.record.names.short), False
        whole_row = Citation(source, row.lines, quote=row.cells[0].folded)
        return ticked, whole_row, True

    def _vote(self, path: KeyPath, record: EditionRecord, source: Source, tables: StatusTables) -> Citation:
        printed: Vote = "none"
        citation = absence_citation(tables.votes, source, self.rows.loaded.record.names.short)
        for vote, index in tables.vote_columns():
            for row in tables.votes.rows:
                if row.cells[index].folded in self.rows.labels:
                    printed = vote
                    citation = cell_citation(tables.votes, source, row, index, row.cells[index].folded)
        if printed != record.vote:
            message = f'{source.id} has "{printed}", the record "{record.vote}"'
            self.rows.report(path, "vote", message, "correct the vote")
        return citation

    # facts -------------------------------------------------------------------------------------

    def _facts(self) -> tuple[Fact, ...]:
        """What else is told of the State; words from another State's row are none of it."""
        facts = self.rows.context.facts(self.rows.loaded.file, ("facts",), self.rows.loaded.record.facts)
        for index, record in enumerate(self.rows.loaded.record.facts):
            for position, quotation in enumerate(record.evidence):
                tables = self.rows.context.tables.get(quotation.source)
                if tables is None or (row := other_row(tables, self.rows.labels, quotation.quote)) is None:
                    continue
                path = ("facts", index, "evidence", position, "quote")
                self.rows.report_other_row(path, row, self.rows.context.sources[quotation.source])
        return facts
