"""Records become the verified snapshot: every quote and cell is found in its source, or reported."""

from dataclasses import dataclass, field

from bot.knowledge.building_states import StateBuilder
from bot.knowledge.context import Context
from bot.knowledge.documents import Document
from bot.knowledge.evidence import cell_citation
from bot.knowledge.files import Folder, Loaded
from bot.knowledge.model import (
    Citation,
    Column,
    Count,
    FaqClaim,
    FaqEntry,
    Figure,
    Knowledge,
    Meeting,
    Source,
    State,
    StateList,
    VoteTable,
)
from bot.knowledge.names import claimed_names
from bot.knowledge.problems import Problem
from bot.knowledge.schema import FaqRecord, MeetingsFile, NamesFile, SourcesFile, StateRecord, TreatyFile
from bot.knowledge.sources import read_sources
from bot.knowledge.status_tables import StatusTables, status_tables


@dataclass(slots=True)
class _Parts:
    """What has been built so far."""

    meetings: dict[str, Meeting] = field(default_factory=dict)
    states: dict[str, State] = field(default_factory=dict)
    counts: dict[str, Count] = field(default_factory=dict)
    lists: dict[str, StateList] = field(default_factory=dict)
    faq: dict[str, FaqEntry] = field(default_factory=dict)


def build(folder: Folder) -> tuple[Knowledge | None, list[Problem]]:
    """The snapshot, or None and every problem, those of reading the files included."""
    problems = list(folder.problems)
    if not (folder.sources and folder.meetings and folder.topics and folder.treaty and folder.names):
        return None, problems
    read = read_sources(folder.sources, folder.seeds, problems)
    sources, documents = read.by_id, read.documents
    context = Context(
        sources=sources,
        documents=documents,
        tables=_status_tables(folder, sources, documents, problems),
        meeting_ids=frozenset(record.id for record in folder.meetings.record.meetings),
        topic_ids=frozenset(record.id for record in folder.topics.record.topics),
        state_ids=frozenset(loaded.record.id for loaded in folder.states)
        | frozenset(record.id for record in folder.names.record.names),
        problems=problems,
    )
    _check_statement_sources(folder.sources, context)
    parts = _Parts()
    claimed_names(folder, problems)
    _build_meetings(folder.meetings, context, parts)
    _build_states(folder.states, folder.names, context, parts)
    _build_treaty(folder.treaty, context, parts)
    _build_faq(folder, context, parts)
    vote_tables = tuple(
        _vote_table(context, source, tables, parts.states) for source, tables in context.tables_newest_first()
    )
    if problems:
        return None, problems
    knowledge = Knowledge(
        sources=sources,
        documents=documents,
        source_evidence=read.evidence,
        states=parts.states,
        meetings=parts.meetings,
        topics={record.id: record for record in folder.topics.record.topics},
        counts=parts.counts,
        lists=parts.lists,
        faq=parts.faq,
        questions={loaded.record.id: loaded.record for loaded in folder.questions},
        tables=context.tables,
        vote_tables=vote_tables,
        editions=tuple(source for source, _ in context.tables_newest_first()),
        treaty_name=folder.treaty.record.name,
        treaty_aliases=folder.treaty.record.aliases,
        shared_names=folder.names.record.shared,
        other_treaties=folder.treaty.record.others,
    )
    return knowledge, problems


def _check_statement_sources(loaded: Loaded[SourcesFile], context: Context) -> None:
    """A document of the kind `statement` names its State, and no other document does."""
    for index, record in enumerate(loaded.record.sources):
        path = ("sources", index, "state")
        if record.kind == "statement" and record.state is None:
            hint = "add `state:` with the id of the State whose words they are"
            context.report(
                loaded.file, path, "missing-key", 'a document of kind "statement" needs the key "state"', hint
            )
        elif record.state is not None and record.kind != "statement":
            hint = "remove it, or correct `kind`"
            context.report(loaded.file, path, "value", '"state" is for documents of kind "statement" only', hint)
        elif record.state is not None and record.state not in context.state_ids:
            context.unknown(loaded.file, path, "State", record.state, context.state_ids)


def _status_tables(
    folder: Folder, sources: dict[str, Source], documents: dict[str, Document], problems: list[Problem]
) -> dict[str, StatusTables]:
    found: dict[str, StatusTables] = {}
    for source in sources.values():
        if source.kind != "status":
            continue
        tables = status_tables(documents[source.id])
        if tables is None:
            message = f'"{source.file}" lacks the tables of a status document'
            hint = "it needs votes, participation and statements; or give it another kind"
            problems.append(Problem(f"{folder.path.name}/sources.yaml", 1, 1, "tables", message, hint))
        else:
            found[source.id] = tables
    return found


def _build_meetings(loaded: Loaded[MeetingsFile], context: Context, parts: _Parts) -> None:
    file = loaded.file
    for index, record in enumerate(loaded.record.meetings):
        path = ("meetings", index)
        if record.id in parts.meetings:
            context.report(file, (*path, "id"), "duplicate-id", f'the meeting "{record.id}" stands twice', "keep one")
        for position, column in enumerate(record.columns):
            where = (*path, "columns", position)
            tables = context.tables.get(column.source)
            if tables is None:
                context.unknown(file, (*where, "source"), "source", column.source, context.tables)
            elif column.column not in tables.participation.columns:
                message = f'the participation table of {column.source} has no column "{column.column}"'
                hint = "its columns are: " + ", ".join(tables.participation.columns[1:])
                context.report(file, (*where, "column"), "column", message, hint)
        citations = context.quotations(file, (*path, "evidence"), record.evidence)
        parts.meetings[record.id] = Meeting(
            id=record.id,
            kind=record.kind,
            name=record.name,
            short=record.short,
            date=record.date,
            aliases=record.aliases,
            columns={column.source: column.column for column in record.columns},
            citations=citations,
        )


def _build_states(
    records: list[Loaded[StateRecord]], names: Loaded[NamesFile], context: Context, parts: _Parts
) -> None:
    for loaded in records:
        parts.states[loaded.record.id] = StateBuilder(context, loaded, parts.meetings).build()
    for index, record in enumerate(names.record.names):
        if record.id in parts.states:
            path = ("names", index, "id")
            message = f'"{record.id}" stands here and in another record'
            context.report(names.file, path, "duplicate-id", message, "keep one")
            continue
        facts = context.facts(names.file, ("names", index, "facts"), record.facts)
        parts.states[record.id] = State(record.id, record.kind, record.names, facts=facts)


def _build_treaty(loaded: Loaded[TreatyFile], context: Context, parts: _Parts) -> None:
    for index, record in enumerate(loaded.record.counts):
        figures: list[Figure] = []
        for position, figure in enumerate(record.figures):
            path = ("counts", index, "figures", position, "evidence")
            found = context.quotations(loaded.file, path, (figure.evidence,), nested=False)
            figures += [Figure(figure.value, figure.says, figure.as_of, citation) for citation in found]
        figures.sort(key=lambda figure: (figure.as_of or "", figure.citation.source.newness), reverse=True)
        parts.counts[record.id] = Count(record.id, record.name, tuple(figures), record.states)
    for index, listed in enumerate(loaded.record.lists):
        for position, state in enumerate(listed.states):
            if state not in context.state_ids:
                context.unknown(loaded.file, ("lists", index, "states", position), "State", state, context.state_ids)
        citations = context.quotations(loaded.file, ("lists", index, "evidence"), listed.evidence)
        parts.lists[listed.id] = StateList(listed.id, listed.name, listed.states, citations)


def _build_faq(folder: Folder, context: Context, parts: _Parts) -> None:
    known = frozenset(loaded.record.id for loaded in folder.faq)
    for loaded in folder.faq:
        parts.faq[loaded.record.id] = _faq_entry(loaded, context, known)


def _faq_entry(loaded: Loaded[FaqRecord], context: Context, known: frozenset[str]) -> FaqEntry:
    record, file = loaded.record, loaded.file
    for index, topic in enumerate(record.topics):
        if topic not in context.topic_ids:
            context.unknown(file, ("topics", index), "topic", topic, context.topic_ids)
    for index, related in enumerate(record.related):
        if related not in known:
            context.unknown(file, ("related", index), "FAQ entry", related, known)
    claims = tuple(
        FaqClaim(claim.says, context.quotations(file, ("answer", index, "evidence"), claim.evidence))
        for index, claim in enumerate(record.answer)
    )
    return FaqEntry(record, claims)


def _vote_table(context: Context, source: Source, tables: StatusTables, states: dict[str, State]) -> VoteTable:
    """The votes with the State of each cell; a cell of no known State is a problem."""
    by_label = {label: state for state in states.values() for label in state.names.labels}
    columns: list[Column] = []
    for vote, index in tables.vote_columns():
        heading = tables.votes.columns[index]
        cells: dict[str, Citation] = {}
        for row in tables.votes.rows:
            label = row.cells[index].folded
            if not label:
                continue
            if (state := by_label.get(label)) is None:
                context.unread(source, row.lines[0], f'the vote table names "{label}", which no State record has')
                continue
            cells[state.id] = cell_citation(tables.votes, source, row, index, label)
        printed = tables.votes.printed_count(index) or 0
        if printed != len(cells):
            context.unread(source, tables.votes.lines[0], f'"{heading}" prints {printed} and lists {len(cells)}')
        columns.append(Column(vote, heading, printed, cells))
    return VoteTable(
        source, tables.votes.caption, tuple(columns), Citation(source, tables.votes.lines, quote=tables.votes.caption)
    )
