"""The tables of each status document: found, its votes read, and every row and column of it accounted for."""

import re
from collections.abc import Iterable, Mapping

from bot.knowledge.context import Context
from bot.knowledge.documents import Document, Table
from bot.knowledge.evidence import cell_citation, find_quote
from bot.knowledge.files import Loaded
from bot.knowledge.model import Citation, Column, Meeting, Source, State, VoteTable
from bot.knowledge.problems import Problem
from bot.knowledge.schema import SourcesFile
from bot.knowledge.status_tables import VOTE_YEAR, StatusTables, status_tables
from bot.knowledge.text import SourceText

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ADD_NAME = "add it to `names.sources` of its State, as it stands there, or add a record for the State"


def find_status_tables(
    loaded: Loaded[SourcesFile],
    sources: Mapping[str, Source],
    documents: Mapping[str, Document],
    problems: list[Problem],
) -> dict[str, StatusTables]:
    """The tables of each status document; one that lacks them is reported."""
    found: dict[str, StatusTables] = {}
    for index, record in enumerate(loaded.record.sources):
        source = sources.get(record.id)
        if source is None or source.kind != "status" or source.id in found:
            continue
        tables = status_tables(documents[source.id])
        if tables is None:
            message = f'"{source.file}" lacks the tables of a status document'
            hint = "it needs votes, participation and statements; or give it another kind"
            problems.append(loaded.file.problem(("sources", index, "kind"), "tables", message, hint))
        else:
            found[source.id] = tables
    return found


def vote_table(context: Context, source: Source, tables: StatusTables, states: Mapping[str, State]) -> VoteTable:
    """The votes with the State of each cell; a cell of no known State, and a wrong printed total, is reported."""
    by_label = _by_label(states.values())
    columns: list[Column] = []
    for vote, index in tables.vote_columns():
        heading = tables.votes.columns[index]
        listed = tables.votes.members(index)
        cells: dict[str, Citation] = {}
        for row in tables.votes.rows:
            label = row.cells[index].folded
            if (state := by_label.get(label)) is not None:
                cells[state.id] = cell_citation(tables.votes, source, row, index, label)
        _unclaimed(context, source, "vote table", listed, by_label)
        printed = tables.votes.printed_count(index) or 0
        if printed != len(listed):
            message = f'the vote table prints "{heading}" and lists {len(listed)} States under it'
            hint = "compare with the original document: a name may be missing, or stand in another column"
            context.problems.append(Problem(source.file, tables.votes.lines[0], 1, "votes", message, hint))
        lines = tables.votes.counted_headings[index].lines
        columns.append(Column(vote, heading, printed, cells, Citation(source, lines, quote=heading)))
    _of_that_year(context, source, tables.votes)
    caption = find_quote(context.documents[source.id], source, tables.votes.caption)
    whole = caption or Citation(source, tables.votes.lines, quote=tables.votes.columns[0])
    return VoteTable(source, tables.votes.caption, tuple(columns), whole)


def _of_that_year(context: Context, source: Source, votes: Table) -> None:
    """Report a table of another vote than that of which answers tell: they would give its cells the wrong year."""
    years = {int(year) for year in _YEAR.findall(votes.caption)}
    if years and VOTE_YEAR not in years:
        message = f"the vote table is of {min(years)}, and answers tell of the vote of {VOTE_YEAR} alone"
        hint = "take the document out of `sources.yaml` until a programmer has taught the answers this vote"
        context.problems.append(Problem(source.file, votes.lines[0], 1, "votes", message, hint))


def all_read(context: Context, states: Mapping[str, State], meetings: Mapping[str, Meeting]) -> None:
    """Report rows of no known State, and columns of the participation table of no known meeting."""
    by_label = _by_label(states.values())
    for source, tables in context.tables_newest_first():
        for name, table in (("table of statements", tables.statements), ("participation table", tables.participation)):
            _unclaimed(context, source, name, _first_cells(table), by_label)
        known = {meeting.columns.get(source.id) for meeting in meetings.values()}
        for column in tables.participation.columns[1:]:
            if column not in known and "meeting" not in context.unreadable:
                message = f'the participation table has a column "{column}", which no meeting has'
                hint = f"add it to `columns` of its meeting in meetings.yaml, with source: {source.id}"
                context.unread(source, tables.participation.lines[0], message, hint)


def _by_label(states: Iterable[State]) -> dict[str, State]:
    return {label: state for state in states for label in state.names.labels}


def _first_cells(table: Table) -> Iterable[SourceText]:
    return (row.cells[0] for row in table.rows if row.label)


def _unclaimed(
    context: Context, source: Source, table: str, cells: Iterable[SourceText], by_label: Mapping[str, State]
) -> None:
    if "State" in context.unreadable:
        return
    for cell in cells:
        if cell.folded not in by_label:
            message = f'the {table} names "{cell.folded}", which no State record has'
            context.unread(source, cell.lines[0], message, _ADD_NAME)
