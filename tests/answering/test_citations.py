"""Every citation of every answer stands where it says, read anew from the source files.

Nothing of the loader is used: only the files' own lines and ``bot.knowledge.evidence``.
"""

from functools import cache
from pathlib import Path

import pytest

from bot.answering.answer import Answer
from bot.knowledge.documents import Document, Table, read_document
from bot.knowledge.evidence import find_quote, find_statement
from bot.knowledge.loading import default_folder
from bot.knowledge.model import Citation
from bot.knowledge.names import all_names, name_key
from bot.knowledge.status_tables import StatusTables, status_tables
from bot.knowledge.text import fold
from tests.question_files import engine as loaded

KNOWLEDGE = loaded().knowledge
OWNER = {name_key(name): state.id for state in KNOWLEDGE.states.values() for _, name in all_names(state.names)}


@cache
def document(file: str) -> Document:
    return read_document(Path(default_folder()).parent / file, file)


@cache
def folded_lines(file: str) -> tuple[str, ...]:
    return tuple(fold(line) for line in document(file).line_texts)


@cache
def tables(file: str) -> StatusTables | None:
    return status_tables(document(file))


@cache
def owner(label: str) -> str:
    """The State that a label names, else the label."""
    return OWNER.get(name_key(label), label)


def same_state(one: str, other: str) -> bool:
    return owner(one) == owner(other)


@pytest.fixture(scope="module")
def cited(answers: tuple[Answer, ...]) -> tuple[Citation, ...]:
    """All evidence of all answers, and of all statements, each once."""
    found = dict.fromkeys(citation for answer in answers for citation in answer.citations)
    found |= dict.fromkeys(citation for item in KNOWLEDGE.statements for citation in item.citations)
    return tuple(found)


def test_there_is_evidence_of_every_kind(cited: tuple[Citation, ...]) -> None:
    assert sum(citation.quote is not None for citation in cited) > 100
    assert sum(citation.cell is not None for citation in cited) > 100
    assert sum(citation.absence is not None for citation in cited) > 10
    assert {citation.source.id for citation in cited} == set(KNOWLEDGE.sources)


def test_a_citation_is_a_quote_or_a_cell_or_an_absence(cited: tuple[Citation, ...]) -> None:
    wrong = [item for item in cited if sum(x is not None for x in (item.cell, item.absence)) > 1]
    assert wrong == []
    assert [item for item in cited if item.quote is None and item.cell is None and item.absence is None] == []


def test_the_lines_lie_in_the_document(cited: tuple[Citation, ...]) -> None:
    for citation in cited:
        first, last = citation.lines
        assert 1 <= first <= last <= len(document(citation.source.file).line_texts), citation


def test_every_quote_stands_on_its_lines(cited: tuple[Citation, ...]) -> None:
    """Its first words in the first line, its last words in the last line; all of it when that is one line."""
    captions = {table.citation for table in KNOWLEDGE.vote_tables}
    assert _not_on_their_lines(tuple(citation for citation in cited if citation not in captions)) == []


def test_the_caption_of_a_vote_table_stands_on_its_lines() -> None:
    assert _not_on_their_lines(tuple(table.citation for table in KNOWLEDGE.vote_tables)) == []


def _not_on_their_lines(cited: tuple[Citation, ...]) -> list[Citation]:
    wrong = []
    for citation in cited:
        if citation.quote is None:
            continue
        lines = folded_lines(citation.source.file)
        first, last = citation.lines
        paragraphs = [fold(paragraph) for paragraph in citation.quote.split("\n\n")]
        begins, ends = paragraphs[0][:25], paragraphs[-1][-25:]
        if first == last:
            wrong += [citation for paragraph in paragraphs if paragraph not in lines[first - 1]]
        else:
            text = " ".join(lines[first - 1 : last])
            wrong += [citation for piece in (begins, ends) if piece not in text]
            wrong += [citation] * (begins not in " ".join(lines[first - 1 : first + 1]))
    return wrong


def test_every_quote_is_found_again(cited: tuple[Citation, ...]) -> None:
    """A quote within one paragraph or cell; a statement in its State's row with its attribution right after it."""
    missing = []
    for citation in cited:
        if citation.quote is None:
            continue
        paragraphs = tuple(citation.quote.split("\n\n"))
        status = tables(citation.source.file)
        if citation.attribution is None:
            found = find_quote(document(citation.source.file), citation.source, citation.quote)
            verified = found is not None and found.quote == citation.quote
        elif status is None:
            verified = all(find_quote(document(citation.source.file), citation.source, item) for item in paragraphs)
        else:
            rows = status.statements.rows
            verified = any(
                find_statement(status, citation.source, row, paragraphs, citation.attribution) == citation
                for row in rows
            )
        if not verified:
            missing.append(citation)
    assert missing == []


def test_every_statement_stands_in_the_row_of_its_own_state() -> None:
    wrong = []
    for statement in KNOWLEDGE.statements:
        for citation in statement.citations:
            status = tables(citation.source.file)
            if status is None:
                continue
            paragraphs = tuple((citation.quote or "").split("\n\n"))
            rows = [
                row.label
                for row in status.statements.rows
                if find_statement(status, citation.source, row, paragraphs, citation.attribution or "") == citation
            ]
            if not any(same_state(row, KNOWLEDGE.states[statement.state].title) for row in rows):
                wrong.append((statement.state, statement.id, rows))
    assert wrong == []


def _holds(table: Table, citation: Citation) -> bool:
    cell = citation.cell
    if cell is None or cell.column not in table.columns:
        return False
    column = table.columns.index(cell.column)
    for row in table.rows:
        labelled = row.cells[column].folded if table.is_lists else row.label
        value = row.cells[column]
        lines = value.lines if value.folded else row.lines
        if same_state(labelled, cell.row) and value.folded == cell.value and lines == citation.lines:
            return True
    return False


def test_every_cell_stands_in_its_row_and_column(cited: tuple[Citation, ...]) -> None:
    wrong = [
        citation
        for citation in cited
        if citation.cell is not None
        and not any(_holds(table, citation) for table in document(citation.source.file).tables)
    ]
    assert wrong == []


def test_what_is_called_absent_stands_in_no_cell_of_the_table(cited: tuple[Citation, ...]) -> None:
    for citation in cited:
        if citation.absence is None:
            continue
        named = [table for table in document(citation.source.file).tables if table.name == citation.absence.table]
        assert len(named) == 1, citation
        assert citation.lines == named[0].lines
        (table,) = named
        labels = [cell.folded for row in table.rows for cell in (row.cells if table.is_lists else row.cells[:1])]
        for state in citation.absence.row.split(", "):
            assert not any(same_state(label, state) for label in labels), (citation, state)
