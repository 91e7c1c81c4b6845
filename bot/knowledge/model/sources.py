"""Documents, and where in them a claim stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """A document, with what an answer must say of it."""

    id: str
    file: str
    """such as ``seeds/002_….txt``"""
    kind: str
    series: str | None
    title: str
    short: str
    issuer: str
    date: str | None
    """ISO 8601, as precise as known; None when the document bears no date"""
    date_label: str
    date_note: str | None
    aliases: tuple[str, ...]
    state: str | None = None
    """the State whose words a document of the kind ``statement`` holds"""

    @property
    def newness(self) -> str:
        """Sorts dated sources by date; undated ones come before every date."""
        return self.date or ""

    @property
    def year(self) -> int | None:
        """The year of its date; None when the document bears none."""
        return int(self.date[:4]) if self.date else None


@dataclass(frozen=True, slots=True)
class CellRef:
    """A table cell: the evidence of a vote, a tick, a date of last participation."""

    row: str
    column: str
    value: str


@dataclass(frozen=True, slots=True)
class Absence:
    """Evidence that a table has no such row."""

    row: str
    table: str


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim stands. Exactly one of ``quote``, ``cell`` and ``absence`` is given."""

    source: Source
    lines: tuple[int, int]
    """first and last line in the source file, from 1"""
    attribution: str | None = None
    quote: str | None = None
    cell: CellRef | None = None
    absence: Absence | None = None
