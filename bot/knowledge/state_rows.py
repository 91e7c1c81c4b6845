"""The rows of one State in the tables of the status documents, and what is wrong with its record beside them."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.knowledge.context import Context
from bot.knowledge.documents import Row
from bot.knowledge.files import Loaded
from bot.knowledge.model import Source
from bot.knowledge.schema import StateRecord
from bot.knowledge.status_tables import StatusTables, row_of
from bot.knowledge.yaml_files import KeyPath


@dataclass(frozen=True, slots=True)
class StateRows:
    """Finds the rows of one State; ``loaded`` is its record."""

    context: Context
    loaded: Loaded[StateRecord]

    @property
    def labels(self) -> tuple[str, ...]:
        """Headings under which the tables may list the State."""
        return self.loaded.record.names.labels

    def report(self, path: KeyPath, code: str, message: str, hint: str) -> None:
        """Report a problem at ``path`` of the State's file."""
        self.context.report(self.loaded.file, path, code, message, hint)

    def report_unknown(self, path: KeyPath, what: str, identifier: str, known: Iterable[str]) -> None:
        """Report an id at ``path`` that no record of ``what`` has."""
        self.context.unknown(self.loaded.file, path, what, identifier, known)

    def report_other_row(self, path: KeyPath, row: Row, source: Source) -> None:
        """Report a quote that stands in the row of another State."""
        message = f"the quote stands in the row of {row.label} in {source.file}, not in this State's"
        self.report(path, "other-row", message, "move it to that State's record, or quote this State's row")

    def row_in(self, path: KeyPath, source_id: str) -> tuple[Source, StatusTables, Row] | None:
        """The State's row in an edition; reported when the source or the row is not there."""
        tables = self.context.tables.get(source_id)
        if tables is None:
            self.report_unknown(path, "status document", source_id, self.context.tables)
            return None
        row = row_of(tables.statements, self.labels)
        if row is None:
            message = f"the table of {source_id} has no row for this State"
            self.report(path, "row", message, "add the row's heading to names.sources, or remove this")
            return None
        return self.context.sources[source_id], tables, row
