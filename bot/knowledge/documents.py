"""Source documents read as paragraphs, footnotes and tables.

A table line is a line with tabs. Rows and paragraphs that a page break splits are joined: blank
lines, footnotes and a repeated header between the halves belong to the page (DESIGN, principle 1).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.knowledge.text import SUPERSCRIPTS, SourceText, fold

LONGEST_CAPTION = 120
"""characters; a longer paragraph before a table is no caption of it"""
_FOOTNOTE = re.compile(rf"^\s*([{SUPERSCRIPTS}]+)\s+\S")
_COUNTED_HEADING = re.compile(r"\((\d+)\)$")
_SENTENCE_END = re.compile(r"""[.:;!?)\]"'”’]\s*$""")


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: SourceText


@dataclass(frozen=True, slots=True)
class Footnote:
    mark: str
    """the superscript digits as the source has them, such as ``⁴``"""
    text: SourceText


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[SourceText, ...]

    @property
    def label(self) -> str:
        """The folded text of the first cell."""
        return self.cells[0].folded

    @property
    def lines(self) -> tuple[int, int]:
        filled = [cell.lines for cell in self.cells if cell.folded]
        return min(first for first, _ in filled), max(last for _, last in filled)


@dataclass(frozen=True)
class Table:
    caption: str
    """the paragraph right before the table, folded; empty when there is none"""
    columns: tuple[str, ...]
    """folded headings; a heading that stands twice under different years carries its year"""
    rows: tuple[Row, ...]
    lines: tuple[int, int]

    @property
    def name(self) -> str:
        """The caption, or the headings when a whole paragraph stands before the table."""
        return self.caption if 0 < len(self.caption) <= LONGEST_CAPTION else " | ".join(self.columns)

    @cached_property
    def is_lists(self) -> bool:
        """Whether every column is a list of its own with its printed count, as in "In favour (14)"."""
        return all(_COUNTED_HEADING.search(column) for column in self.columns)

    @property
    def counted_headings(self) -> tuple[SourceText, ...]:
        """The headings of lists with their printed counts, in the table's first line; none of another table."""
        return tuple(SourceText(((self.lines[0], column),)) for column in self.columns) if self.is_lists else ()

    def members(self, column: int) -> tuple[SourceText, ...]:
        """The filled cells of one column."""
        return tuple(row.cells[column] for row in self.rows if row.cells[column].folded)

    def printed_count(self, column: int) -> int | None:
        """The number in the column's heading, as in "Abstained (16)"."""
        found = _COUNTED_HEADING.search(self.columns[column])
        return int(found[1]) if found else None

    def row(self, label: str) -> Row | None:
        """The row whose first cell is ``label`` (folded)."""
        return self._rows_by_label.get(label)

    @cached_property
    def _rows_by_label(self) -> dict[str, Row]:
        return {row.label: row for row in self.rows}


@dataclass(frozen=True)
class Document:
    file: str
    """path relative to the folder that holds ``seeds/``, such as ``seeds/002_….txt``"""
    line_texts: tuple[str, ...]
    paragraphs: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...]
    tables: tuple[Table, ...]

    @cached_property
    def texts(self) -> tuple[SourceText, ...]:
        """Every paragraph, footnote and cell: the places where a quotation may stand."""
        found = [paragraph.text for paragraph in self.paragraphs]
        found += [footnote.text for footnote in self.footnotes]
        for table in self.tables:
            found += table.counted_headings
            found += [cell for row in table.rows for cell in row.cells if cell.folded]
        return tuple(sorted(found, key=lambda text: text.lines))


def read_document(path: Path, file: str) -> Document:
    """Read one source file (UTF-8). Raises ``OSError`` or ``UnicodeDecodeError``."""
    return parse_document(path.read_text(encoding="utf-8"), file)


def parse_document(content: str, file: str) -> Document:
    """Paragraphs, footnotes and tables of a source document given as text."""
    lines = tuple(content.split("\n"))
    parser = _Parser()
    for number, line in enumerate(lines, start=1):
        parser.feed(number, line.rstrip("\r"))
    parser.end_table()
    return Document(
        file=file,
        line_texts=lines,
        paragraphs=tuple(Paragraph(SourceText(tuple(pieces))) for pieces in parser.paragraphs),
        footnotes=tuple(parser.footnotes),
        tables=tuple(parser.tables),
    )


class _Parser:
    def __init__(self) -> None:
        self.paragraphs: list[list[tuple[int, str]]] = []
        self.footnotes: list[Footnote] = []
        self.tables: list[Table] = []
        self._table_lines: list[tuple[int, list[str]]] = []
        self._caption = ""
        self._broken_by_footnote = False

    def feed(self, number: int, line: str) -> None:
        if "\t" in line:
            if not self._table_lines:
                self._caption = fold(self.paragraphs[-1][-1][1]) if self.paragraphs else ""
            self._table_lines.append((number, line.split("\t")))
        elif not line.strip():
            return
        elif mark := _FOOTNOTE.match(line):
            self.footnotes.append(Footnote(mark[1], SourceText(((number, line),))))
            self._broken_by_footnote = True
        else:
            self.end_table()
            last = self.paragraphs[-1] if self.paragraphs else None
            if last and self._broken_by_footnote and _runs_on(last[-1][1], line):
                last.append((number, line))
            else:
                self.paragraphs.append([(number, line)])
            self._broken_by_footnote = False

    def end_table(self) -> None:
        if self._table_lines:
            self.tables.append(_table(self._caption, self._table_lines))
            self._table_lines = []


def _runs_on(before: str, after: str) -> bool:
    """Whether a page break cut one paragraph into these two lines."""
    return not _SENTENCE_END.search(before) and after.lstrip()[:1].islower()


def _table(caption: str, lines: list[tuple[int, list[str]]]) -> Table:
    first_number, header = lines[0]
    width = len(header)
    headers = [header]
    body = lines[1:]
    # A second heading line has an empty first cell and follows directly: "	IM	3 rd RevCon".
    if body and not _is_list_header(header) and not body[0][1][0].strip() and body[0][0] == first_number + 1:
        headers.append(body[0][1])
        body = body[1:]
    lists = _is_list_header(header)
    rows = tuple(Row(cells) for cells in _join_rows(body, headers, width, lists=lists))
    return Table(caption, _columns(headers, width), rows, (first_number, lines[-1][0]))


def _is_list_header(header: list[str]) -> bool:
    return all(_COUNTED_HEADING.search(fold(cell)) for cell in header)


def _join_rows(
    lines: list[tuple[int, list[str]]], headers: list[list[str]], width: int, *, lists: bool
) -> Iterator[tuple[SourceText, ...]]:
    """Rows with the halves that a page break split joined cell by cell."""
    repeated = [[fold(cell) for cell in header] for header in headers]
    current: list[list[tuple[int, str]]] | None = None
    for number, cells in lines:
        cells = cells + [""] * (width - len(cells))
        if [fold(cell) for cell in cells] in repeated:
            continue
        if current is not None and not cells[0].strip() and not lists:
            for column, cell in enumerate(cells[:width]):
                if cell.strip():
                    current[column].append((number, cell))
            continue
        if current is not None:
            yield tuple(SourceText(tuple(pieces)) for pieces in current)
        current = [[(number, cell)] for cell in cells[:width]]
    if current is not None:
        yield tuple(SourceText(tuple(pieces)) for pieces in current)


def _columns(headers: list[list[str]], width: int) -> tuple[str, ...]:
    """Column headings; the upper of two heading lines spans the empty cells to its right."""
    if len(headers) == 1:
        return tuple(fold(cell) for cell in headers[0])
    upper, lower = ([fold(cell) for cell in header] + [""] * (width - len(header)) for header in headers)
    labels: list[str] = []
    span = ""
    for index in range(width):
        span = upper[index] or span
        below = lower[index]
        labels.append(f"{span} {below}" if below and lower.count(below) > 1 else below or span)
    return tuple(labels)
