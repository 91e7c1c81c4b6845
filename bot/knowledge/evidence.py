"""Evidence: quotes and cells found again in their sources (DESIGN, principle 1).

Every function returns a :class:`~bot.knowledge.model.Citation` with lines computed from the text,
or None when the source does not hold what was claimed.
"""

import re
from collections.abc import Iterable, Sequence

from bot.knowledge.documents import Document, Row, Table
from bot.knowledge.model import Absence, CellRef, Citation, Source
from bot.knowledge.status_tables import STATEMENT_COLUMN, StatusTables
from bot.knowledge.text import SourceText, clean, fold

_WORD = re.compile(r"\w")


def find_quote(document: Document, source: Source, quote: str) -> Citation | None:
    """A quote anywhere in a document, in whole words within one paragraph, footnote or joined cell."""
    folded = fold(quote)
    if not _WORD.search(folded):
        return None
    for text in document.texts:
        if (start := text.find_words(folded)) >= 0:
            return Citation(source, text.lines_of(start, len(folded)), quote=clean(quote))
    return None


def find_statement(
    tables: StatusTables, source: Source, row: Row, paragraphs: tuple[str, ...], attribution: str
) -> Citation | str:
    """A statement in its State's row: its paragraphs one after the other, and their attribution.

    The attribution stands in brackets right after the passage, or in a footnote whose mark the cell
    bears. Returns the text that was not found (a paragraph or the attribution) otherwise.
    """
    span = statement_span(tables, row, paragraphs, attribution)
    if isinstance(span, str):
        return span
    lines = row.cells[STATEMENT_COLUMN].lines_of(span[0], span[1] - span[0])
    return Citation(source, lines, attribution=attribution, quote="\n\n".join(clean(text) for text in paragraphs))


def statement_span(
    tables: StatusTables, row: Row, paragraphs: Sequence[str], attribution: str
) -> tuple[int, int] | str:
    """Where a passage begins and ends in its cell, its attribution left out; or the text that is missing."""
    cell = row.cells[STATEMENT_COLUMN]
    folded = [fold(paragraph) for paragraph in paragraphs]
    missing = paragraphs[0]
    start = cell.find_words(folded[0])
    while start >= 0:
        end = start + len(folded[0])
        for index, text in enumerate(folded[1:], start=1):
            following = cell.find_words(text, end)
            if following < 0 or cell.folded[end:following].strip():
                missing = paragraphs[index]
                break
            end = following + len(text)
        else:
            if _attributed(tables, cell, attribution, end):
                return start, end
            missing = attribution
        start = cell.find_words(folded[0], start + 1)
    return missing


def other_row(tables: StatusTables, labels: Sequence[str], *paragraphs: str) -> Row | None:
    """The row of another State that alone holds these words; None when they stand elsewhere too, or nowhere."""
    folded = [fold(paragraph) for paragraph in paragraphs]

    def holds(text: SourceText) -> bool:
        return all(text.find_words(words) >= 0 for words in folded)

    cells = {id(row.cells[STATEMENT_COLUMN]): row for row in tables.statements.rows}
    holding = [row for row in cells.values() if holds(row.cells[STATEMENT_COLUMN])]
    if not holding or any(row.label in labels for row in holding):
        return None
    elsewhere = any(id(text) not in cells and holds(text) for text in tables.document.texts)
    return None if elsewhere else holding[0]


def unrecorded(cell: SourceText, spans: Iterable[tuple[int, int]], attributions: Iterable[str]) -> str | None:
    """The first words of a cell that stand neither in a passage nor in an attribution; None when none are left."""
    left = list(cell.folded)
    for start, end in spans:
        left[start:end] = "\0" * (end - start)
    rest = "".join(left)
    for attribution in attributions:
        rest = rest.replace(f"({fold(attribution)})", "\0")
    return next((piece.strip() for piece in rest.split("\0") if _WORD.search(piece)), None)


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
        if not _WORD.search(folded):
            return paragraph
        while text is not None and text.find_words(folded, position) < 0:
            text, position = next(places, None), 0
        if text is None:
            return paragraph
        start = text.find_words(folded, position)
        position = start + len(folded)
        spans.append(text.lines_of(start, len(folded)))
    if not _names(source, attribution) and find_quote(document, source, attribution) is None:
        return attribution
    lines = (spans[0][0], spans[-1][1])
    return Citation(source, lines, attribution=attribution, quote="\n\n".join(clean(text) for text in paragraphs))


def _names(source: Source, attribution: str) -> bool:
    """Whether the attribution stands in the title by which a document is known."""
    return SourceText(((1, source.title),)).find_words(fold(attribution)) >= 0


def _attributed(tables: StatusTables, cell: SourceText, attribution: str, after: int) -> bool:
    folded = fold(attribution)
    if not _WORD.search(folded):
        return False
    if cell.folded[after:].lstrip().startswith(f"({folded})"):
        return True
    return any(note.folded.removesuffix(".") == folded.removesuffix(".") for note in tables.footnotes_of(cell))


def cell_citation(table: Table, source: Source, row: Row, column: int, label: str) -> Citation:
    """The cell of a row as evidence."""
    cell = row.cells[column]
    lines = cell.lines if cell.folded else row.lines
    return Citation(source, lines, cell=CellRef(label, table.columns[column], cell.folded))


def absence_citation(table: Table, source: Source, label: str) -> Citation:
    """The whole table as evidence that it has no row for a State."""
    return Citation(source, table.lines, absence=Absence(label, table.name))
