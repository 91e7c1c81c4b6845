"""Evidence: quotes and cells found again in their sources (DESIGN, principle 1).

Every function returns a :class:`~bot.knowledge.model.Citation` with lines computed from the text,
or None when the source does not hold what was claimed.
"""

from bot.knowledge.documents import Document, Row, Table
from bot.knowledge.model import Absence, CellRef, Citation, Source
from bot.knowledge.status_tables import STATEMENT_COLUMN, StatusTables
from bot.knowledge.text import SourceText, clean, fold
from bot.similarity import aligned_run, best_passage

_ENOUGH_ALIKE = 0.6
"""a passage less like the quote than this is no help in an error message"""


def find_quote(document: Document, source: Source, quote: str) -> Citation | None:
    """A quote anywhere in a document, within one paragraph, footnote or joined cell."""
    folded = fold(quote)
    for text in document.texts:
        if (start := text.find(folded)) >= 0:
            return Citation(source, text.lines_of(start, len(folded)), quote=clean(quote))
    return None


def find_statement(
    tables: StatusTables, source: Source, row: Row, paragraphs: tuple[str, ...], attribution: str
) -> Citation | str:
    """A statement in its State's row: its paragraphs in order, then its attribution.

    The attribution stands after the passage in the same cell, or in a footnote whose mark the cell
    bears. Returns the text that was not found (a paragraph or the attribution) otherwise.
    """
    cell = row.cells[STATEMENT_COLUMN]
    position = 0
    first: int | None = None
    for paragraph in paragraphs:
        folded = fold(paragraph)
        start = cell.find(folded, position)
        if start < 0:
            return paragraph
        first = start if first is None else first
        position = start + len(folded)
    if not _attributed(tables, cell, attribution, position):
        return attribution
    lines = cell.lines_of(first or 0, position - (first or 0))
    return Citation(source, lines, attribution=attribution, quote="\n\n".join(clean(text) for text in paragraphs))


def find_own_statement(
    document: Document, source: Source, paragraphs: tuple[str, ...], attribution: str
) -> Citation | str:
    """A statement in the document that a State gave: its paragraphs in order, and its attribution.

    The attribution stands anywhere in the document, or in the title by which it is known. Returns the
    text that was not found (a paragraph or the attribution) otherwise.
    """
    places = iter(paragraph.text for paragraph in document.paragraphs)
    text = next(places, None)
    position = 0
    spans: list[tuple[int, int]] = []
    for paragraph in paragraphs:
        folded = fold(paragraph)
        while text is not None and text.find(folded, position) < 0:
            text, position = next(places, None), 0
        if text is None:
            return paragraph
        start = text.find(folded, position)
        position = start + len(folded)
        spans.append(text.lines_of(start, len(folded)))
    if fold(attribution) not in fold(source.title) and find_quote(document, source, attribution) is None:
        return attribution
    lines = (spans[0][0], spans[-1][1])
    return Citation(source, lines, attribution=attribution, quote="\n\n".join(clean(text) for text in paragraphs))


def _attributed(tables: StatusTables, cell: SourceText, attribution: str, after: int) -> bool:
    folded = fold(attribution)
    if cell.find(folded, after) >= 0:
        return True
    return any(folded in note.folded for note in tables.footnotes_of(cell))


def cell_citation(table: Table, source: Source, row: Row, column: int, label: str) -> Citation:
    """The cell of a row as evidence."""
    cell = row.cells[column]
    lines = cell.lines if cell.folded else row.lines
    return Citation(source, lines, cell=CellRef(label, table.columns[column], cell.folded))


def absence_citation(table: Table, source: Source, label: str) -> Citation:
    """The whole table as evidence that it has no row for a State."""
    return Citation(source, table.lines, absence=Absence(label, table.caption))


def difference(quote: str, texts: tuple[SourceText, ...]) -> str:
    """For an error message: how near the nearest passage is, and where it first differs."""
    folded = fold(quote)
    nearest, score = best_passage(folded, (text.folded for text in texts))
    if score < _ENOUGH_ALIKE:
        return "nothing like it stands there"
    mine, theirs = folded.split(), aligned_run(folded, nearest).split()
    for index, (left, right) in enumerate(zip(mine, theirs, strict=False)):
        if left != right:
            return (
                f"the nearest passage is {score:.0%} alike and first differs at "
                f'"{" ".join(mine[index : index + 4])}" where the source has "{" ".join(theirs[index : index + 4])}"'
            )
    return f"the nearest passage is {score:.0%} alike and differs at its end"
