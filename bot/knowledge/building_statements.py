"""One State's statements, each found again in the row or the document that gives it."""

from dataclasses import dataclass

from bot.knowledge.evidence import find_own_statement, find_statement, other_row, statement_span, unrecorded
from bot.knowledge.model import Citation, Source, Statement, Wording
from bot.knowledge.nearness import difference
from bot.knowledge.problems import shown
from bot.knowledge.schema import StatementRecord
from bot.knowledge.schema import Wording as WordingRecord
from bot.knowledge.state_rows import StateRows
from bot.knowledge.status_tables import NO_INFORMATION, STATEMENT_COLUMN, row_of
from bot.knowledge.text import SourceText
from bot.knowledge.yaml_files import KeyPath


@dataclass(frozen=True, slots=True)
class StatementBuilder:
    """Builds the statements of one State; those that do not verify are reported and left out."""

    rows: StateRows

    def build(self) -> list[Statement]:
        """The statements, the newest first."""
        record = self.rows.loaded.record
        identifiers = [item.id for item in record.statements]
        self.rows.context.duplicates(self.rows.loaded.file, ("statements",), "statement", identifiers)
        built = [self._statement(("statements", index), item) for index, item in enumerate(record.statements)]
        return sorted((item for item in built if item), key=lambda item: item.last_date, reverse=True)

    def report_unrecorded(self) -> None:
        """Report words of the State's rows that stand in none of its statements: nothing is dropped or cut short."""
        for source_id, tables in self.rows.context.tables.items():
            row = row_of(tables.statements, self.rows.labels)
            if row is None or row.cells[STATEMENT_COLUMN].folded.startswith(NO_INFORMATION):
                continue
            told = [
                wording
                for statement in self.rows.loaded.record.statements
                for wording in statement.wordings
                if source_id in wording.sources
            ]
            spans = (statement_span(tables, row, wording.passage, wording.attribution) for wording in told)
            attributions = [wording.attribution for wording in told]
            found = [span for span in spans if not isinstance(span, str)]
            if words := unrecorded(row.cells[STATEMENT_COLUMN], found, attributions):
                file = self.rows.context.sources[source_id].file
                message = f'no statement has these words of the State\'s row in {file}: "{shown(words)}"'
                self.rows.report(("statements",), "unrecorded", message, "complete the passage, or add the statement")

    def _statement(self, path: KeyPath, record: StatementRecord) -> Statement | None:
        context = self.rows.context
        if record.meeting is not None and record.meeting not in context.meeting_ids:
            self.rows.report_unknown((*path, "meeting"), "meeting", record.meeting, context.meeting_ids)
        for index, topic in enumerate(record.topics):
            if topic not in context.topic_ids:
                self.rows.report_unknown((*path, "topics", index), "topic", topic, context.topic_ids)
        wordings = [self._wording((*path, "wordings", index), item) for index, item in enumerate(record.wordings)]
        verified = sorted((item for item in wordings if item), key=lambda item: item.source.newness, reverse=True)
        if not verified:
            return None
        return Statement(
            id=record.id,
            state=self.rows.loaded.record.id,
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
            own = self.rows.context.sources.get(source_id)
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
        found = self.rows.row_in(place, source_id)
        if found is None:
            return None
        source, tables, row = found
        result = find_statement(tables, source, row, record.passage, record.attribution)
        if isinstance(result, Citation):
            return result
        words = record.passage if result == record.attribution else (result,)
        if (other := other_row(tables, self.rows.labels, *words)) is not None:
            self.rows.report_other_row((*path, "passage", record.passage.index(words[0])), other, source)
            return None
        where = f"in this State's row of {source.file}"
        self._not_found(
            path, record, result, (row.cells[STATEMENT_COLUMN],), where, f"follow the passage at once {where}"
        )
        return None

    def _in_own_document(self, path: KeyPath, place: KeyPath, record: WordingRecord, source: Source) -> Citation | None:
        """The wording in a document that the State gave."""
        if source.state != self.rows.loaded.record.id:
            message = f'"{source.id}" holds the words of {source.state or "no State"}, not of this one'
            self.rows.report(place, "other-state", message, "correct the source's id, or `state` in sources.yaml")
            return None
        document = self.rows.context.documents[source.id]
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
            self.rows.report((*path, "attribution"), "attribution", message, "copy it from the source")
            return
        reason = difference(missing, texts)
        place = (*path, "passage", record.passage.index(missing))
        message = f"the quote does not stand {where}: {reason}"
        self.rows.report(place, "quote", message, "copy the words from the source")
