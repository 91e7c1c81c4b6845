"""One State's record, checked against the tables of every edition."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.knowledge.context import Context
from bot.knowledge.documents import Row
from bot.knowledge.evidence import (
    absence_citation,
    cell_citation,
    find_own_statement,
    find_statement,
    other_row,
    statement_span,
    unrecorded,
)
from bot.knowledge.files import Loaded
from bot.knowledge.model import Citation, Edition, Fact, Meeting, Source, State, Statement, Wording
from bot.knowledge.nearness import difference
from bot.knowledge.problems import shown
from bot.knowledge.schema import EditionRecord, StatementRecord, StateRecord, Vote
from bot.knowledge.schema import Wording as WordingRecord
from bot.knowledge.status_tables import (
    LAST_PARTICIPATION_COLUMN,
    STATEMENT_COLUMN,
    TICK,
    StatusTables,
    row_of,
)
from bot.knowledge.text import SourceText, fold
from bot.knowledge.yaml_files import KeyPath

NO_INFORMATION = "No official information submitted"


@dataclass(frozen=True, slots=True)
class StateBuilder:
    """Builds one State; what its record claims and the tables do not hold is reported."""

    context: Context
    loaded: Loaded[StateRecord]
    meetings: Mapping[str, Meeting]

    def build(self) -> State:
        record = self.loaded.record
        editions = [self._edition(("editions", index), edition) for index, edition in enumerate(record.editions)]
        problems = len(self.context.problems)
        self.context.duplicates(self.loaded.file, ("statements",), "statement", [item.id for item in record.statements])
        statements = [self._statement(("statements", index), item) for index, item in enumerate(record.statements)]
        self._all_rows_recorded()
        if len(self.context.problems) == problems:
            self._all_words_recorded()
        return State(
            id=record.id,
            kind="state",
            names=record.names,
            editions=tuple(
                sorted((item for item in editions if item), key=lambda item: item.source.newness, reverse=True)
            ),
            statements=tuple(
                sorted((item for item in statements if item), key=lambda item: item.last_date, reverse=True)
            ),
            facts=self._facts(),
        )

    def _report(self, path: KeyPath, code: str, message: str, hint: str) -> None:
        self.context.report(self.loaded.file, path, code, message, hint)

    @property
    def _labels(self) -> tuple[str, ...]:
        return self.loaded.record.names.labels

    def _all_rows_recorded(self) -> None:
        """An edition that lists the State must have its record, and none may stand twice."""
        recorded = [edition.source for edition in self.loaded.record.editions]
        for source, tables in self.context.tables.items():
            if source not in recorded and row_of(tables.statements, self._labels):
                message = f"{source} lists the State and the record has no edition for it"
                self._report(("editions",), "missing-edition", message, f"add an edition with source: {source}")
        for index, source in enumerate(recorded):
            if source in recorded[:index]:
                self._report(("editions", index), "duplicate-id", f"the edition {source} stands twice", "keep one")

    def _all_words_recorded(self) -> None:
        """Every word of the State's row stands in one of its statements: nothing is dropped or cut short."""
        for source_id, tables in self.context.tables.items():
            row = row_of(tables.statements, self._labels)
            if row is None or row.cells[STATEMENT_COLUMN].folded.startswith(NO_INFORMATION):
                continue
            told = [
                wording
                for statement in self.loaded.record.statements
                for wording in statement.wordings
                if source_id in wording.sources
            ]
            spans = (statement_span(tables, row, wording.passage, wording.attribution) for wording in told)
            attributions = [wording.attribution for wording in told]
            found = [span for span in spans if not isinstance(span, str)]
            if words := unrecorded(row.cells[STATEMENT_COLUMN], found, attributions):
                file = self.context.sources[source_id].file
                message = f'no statement has these words of the State\'s row in {file}: "{shown(words)}"'
                self._report(("statements",), "unrecorded", message, "complete the passage, or add the statement")

    def _tables(self, path: KeyPath, source_id: str) -> tuple[Source, StatusTables, Row] | None:
        """The State's row in an edition; reported when the source or the row is not there."""
        tables = self.context.tables.get(source_id)
        if tables is None:
            self.context.unknown(self.loaded.file, path, "status document", source_id, self.context.tables)
            return None
        row = row_of(tables.statements, self._labels)
        if row is None:
            message = f"the table of {source_id} has no row for this State"
            self._report(path, "row", message, "add the row's heading to names.sources, or remove this")
            return None
        return self.context.sources[source_id], tables, row

    # editions: votes, participation, last participation -------------------------------------

    def _edition(self, path: KeyPath, record: EditionRecord) -> Edition | None:
        found = self._tables((*path, "source"), record.source)
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
            self._report((*path, "says"), "last-participation", message, "copy the cell")
        meeting = record.last_participation.meeting
        if meeting is not None and meeting not in self.context.meeting_ids:
            self.context.unknown(self.loaded.file, (*path, "meeting"), "meeting", meeting, self.context.meeting_ids)

    def _no_information(
        self, path: KeyPath, record: EditionRecord, source: Source, tables: StatusTables, row: Row
    ) -> Citation | None:
        nothing = row.cells[STATEMENT_COLUMN].folded.startswith(NO_INFORMATION)
        if nothing != (record.information == "none"):
            says = "says that no information was submitted" if nothing else "holds statements"
            self._report(path, "information", f"the source {says}", "correct `information`")
        return cell_citation(tables.statements, source, row, STATEMENT_COLUMN, row.label) if nothing else None

    def _attended(
        self, path: KeyPath, record: EditionRecord, source: Source, tables: StatusTables
    ) -> tuple[dict[str, Citation], Citation, bool]:
        grid = tables.participation
        row = row_of(grid, self._labels)
        ticked: dict[str, Citation] = {}
        if row is not None:
            by_column = {meeting.columns.get(source.id): meeting for meeting in self.meetings.values()}
            for index, column in enumerate(grid.columns):
                meeting = by_column.get(column)
                if meeting is not None and row.cells[index].folded == TICK:
                    ticked[meeting.id] = cell_citation(grid, source, row, index, row.label)
        for meeting_id in sorted(set(record.attended) ^ set(ticked)):
            if meeting_id in ticked:
                self._report(path, "attendance", f"{source.id} ticks {meeting_id}, which is not recorded", "add it")
            else:
                index = record.attended.index(meeting_id)
                message = f"{source.id} does not tick {meeting_id} for this State"
                self._report((*path, index), "attendance", message, "remove it, or correct the meeting's id")
        if row is None:
            return ticked, absence_citation(grid, source, self.loaded.record.names.short), False
        whole_row = Citation(source, row.lines, quote=row.cells[0].folded)
        return ticked, whole_row, True

    def _vote(self, path: KeyPath, record: EditionRecord, source: Source, tables: StatusTables) -> Citation:
        printed: Vote = "none"
        citation = absence_citation(tables.votes, source, self.loaded.record.names.short)
        for vote, index in tables.vote_columns():
            for row in tables.votes.rows:
                if row.cells[index].folded in self._labels:
                    printed = vote
                    citation = cell_citation(tables.votes, source, row, index, row.cells[index].folded)
        if printed != record.vote:
            message = f'{source.id} has "{printed}", the record "{record.vote}"'
            self._report(path, "vote", message, "correct the vote")
        return citation

    # facts -------------------------------------------------------------------------------------

    def _facts(self) -> tuple[Fact, ...]:
        """What else is told of the State; words from another State's row are none of it."""
        facts = self.context.facts(self.loaded.file, ("facts",), self.loaded.record.facts)
        for index, record in enumerate(self.loaded.record.facts):
            for position, quotation in enumerate(record.evidence):
                tables = self.context.tables.get(quotation.source)
                if tables is None or (row := other_row(tables, self._labels, quotation.quote)) is None:
                    continue
                path = ("facts", index, "evidence", position, "quote")
                self._other_row(path, row, self.context.sources[quotation.source])
        return facts

    def _other_row(self, path: KeyPath, row: Row, source: Source) -> None:
        message = f"the quote stands in the row of {row.label} in {source.file}, not in this State's"
        self._report(path, "other-row", message, "move it to that State's record, or quote this State's row")

    # statements ------------------------------------------------------------------------------

    def _statement(self, path: KeyPath, record: StatementRecord) -> Statement | None:
        file, context = self.loaded.file, self.context
        if record.meeting is not None and record.meeting not in context.meeting_ids:
            context.unknown(file, (*path, "meeting"), "meeting", record.meeting, context.meeting_ids)
        for index, topic in enumerate(record.topics):
            if topic not in context.topic_ids:
                context.unknown(file, (*path, "topics", index), "topic", topic, context.topic_ids)
        wordings = [self._wording((*path, "wordings", index), item) for index, item in enumerate(record.wordings)]
        verified = sorted((item for item in wordings if item), key=lambda item: item.source.newness, reverse=True)
        if not verified:
            return None
        return Statement(
            id=record.id,
            state=self.loaded.record.id,
            channel=record.channel,
            meeting=record.meeting,
            dates=record.dates,
            form=record.form,
            topics=record.topics,
            wordings=tuple(verified),
        )

    def _wording(self, path: KeyPath, record: WordingRecord) -> Wording | None:
        citations: list[Citation] = []
        for index, source_id in enumerate(record.sources):
            place = (*path, "sources", index)
            own = self.context.sources.get(source_id)
            if own is not None and own.kind == "statement":
                citation = self._in_own_document(path, place, record, own)
            else:
                citation = self._in_table(path, place, record, source_id)
            if citation is not None:
                citations.append(citation)
        citations.sort(key=lambda citation: citation.source.newness, reverse=True)
        if not citations:
            return None
        return Wording(record.passage, record.attribution, tuple(citations))

    def _in_table(self, path: KeyPath, place: KeyPath, record: WordingRecord, source_id: str) -> Citation | None:
        """The wording in the State's row of a status document."""
        found = self._tables(place, source_id)
        if found is None:
            return None
        source, tables, row = found
        result = find_statement(tables, source, row, record.passage, record.attribution)
        if isinstance(result, Citation):
            return result
        words = record.passage if result == record.attribution else (result,)
        if (other := other_row(tables, self._labels, *words)) is not None:
            self._other_row((*path, "passage", record.passage.index(words[0])), other, source)
            return None
        where = f"in this State's row of {source.file}"
        self._not_found(
            path, record, result, (row.cells[STATEMENT_COLUMN],), where, f"follow the passage at once {where}"
        )
        return None

    def _in_own_document(self, path: KeyPath, place: KeyPath, record: WordingRecord, source: Source) -> Citation | None:
        """The wording in a document that the State gave."""
        if source.state != self.loaded.record.id:
            message = f'"{source.id}" holds the words of {source.state or "no State"}, not of this one'
            self._report(place, "other-state", message, "correct the source's id, or `state` in sources.yaml")
            return None
        document = self.context.documents[source.id]
        result = find_own_statement(document, source, record.passage, record.attribution)
        if isinstance(result, Citation):
            return result
        texts = tuple(paragraph.text for paragraph in document.paragraphs)
        where = f"in {source.file}"
        self._not_found(path, record, result, texts, where, f"stand {where}, nor in its title in sources.yaml")
        return None

    def _not_found(
        self,
        path: KeyPath,
        record: WordingRecord,
        missing: str,
        texts: tuple[SourceText, ...],
        where: str,
        attributed: str,
    ) -> None:
        """Report the paragraph or the attribution that is missing from ``texts``."""
        if missing == record.attribution and missing not in record.passage:
            message = f"the attribution does not {attributed}"
            self._report((*path, "attribution"), "attribution", message, "copy it from the source")
            return
        reason = difference(missing, texts)
        place = (*path, "passage", record.passage.index(missing))
        message = f"the quote does not stand {where}: {reason}"
        self._report(place, "quote", message, "copy the words from the source")
