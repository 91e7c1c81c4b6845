"""The three tables of a "Status of Universalization" document, found by their headings."""

import re
from dataclasses import dataclass

from bot.knowledge.documents import Document, Row, Table
from bot.knowledge.schema import Vote
from bot.knowledge.text import SourceText

VOTE_HEADINGS: tuple[tuple[str, Vote], ...] = (
    ("In favour", "in_favour"),
    ("Abstained", "abstained"),
    ("Not present", "not_present"),
)
VOTE_YEAR = 2017
"""of the only vote that the documents record State by State, and of which answers tell"""
TICK = "√"
NO_INFORMATION = "No official information submitted"
"""begins the statements cell of a State that has none"""
STATEMENT_COLUMN = 1
LAST_PARTICIPATION_COLUMN = 2
_STATEMENT_HEADING = "Stated support for the aims of the Convention"
_GRID_CAPTION = "Participation in Convention-related meetings"
_FOOTNOTE_MARK = re.compile(r"[¹²³⁰⁴-⁹]+")


@dataclass(frozen=True, slots=True)
class StatusTables:
    """Vote lists, participation grid, and the table of statements of one edition."""

    document: Document
    votes: Table
    participation: Table
    statements: Table

    def vote_columns(self) -> tuple[tuple[Vote, int], ...]:
        """Each vote with the index of its column."""
        return tuple(
            (vote, index)
            for index, heading in enumerate(self.votes.columns)
            for words, vote in VOTE_HEADINGS
            if heading.startswith(words)
        )

    def footnotes_of(self, cell: SourceText) -> tuple[SourceText, ...]:
        """The footnotes whose marks stand in a cell."""
        marks = set(_FOOTNOTE_MARK.findall(cell.raw))
        return tuple(note.text for note in self.document.footnotes if note.mark in marks)


def status_tables(document: Document) -> StatusTables | None:
    """The tables of a status document, or None when one of them is not there."""
    votes = next((table for table in document.tables if table.is_lists), None)
    grid = next((table for table in document.tables if table.caption.startswith(_GRID_CAPTION)), None)
    statements = next(
        (
            table
            for table in document.tables
            if len(table.columns) > LAST_PARTICIPATION_COLUMN
            and table.columns[STATEMENT_COLUMN].startswith(_STATEMENT_HEADING)
        ),
        None,
    )
    if votes is None or grid is None or statements is None:
        return None
    return StatusTables(document, votes, grid, statements)


def row_of(table: Table, labels: tuple[str, ...]) -> Row | None:
    """The row under one of a State's names in the documents."""
    return next((row for label in labels if (row := table.row(label))), None)
