"""Records become the verified snapshot: every quote and cell is found in its source, or reported."""

from dataclasses import dataclass, field

from bot.knowledge.building_states import StateBuilder
from bot.knowledge.building_tables import all_read, find_status_tables, vote_table
from bot.knowledge.context import Context
from bot.knowledge.files import Folder, Loaded
from bot.knowledge.model import (
    Count,
    FaqClaim,
    FaqEntry,
    Figure,
    Knowledge,
    Meeting,
    State,
    StateList,
)
from bot.knowledge.names import claimed_names
from bot.knowledge.problems import Problem
from bot.knowledge.schema import (
    FaqRecord,
    MeetingsFile,
    NamesFile,
    SourcesFile,
    StateRecord,
    TopicsFile,
    TreatyFile,
)
from bot.knowledge.sources import read_sources
from bot.knowledge.state_rows import StateRows
from bot.knowledge.yaml_files import YamlFile


@dataclass(slots=True)
class _Parts:
    """What has been built so far."""

    meetings: dict[str, Meeting] = field(default_factory=dict)
    states: dict[str, State] = field(default_factory=dict)
    counts: dict[str, Count] = field(default_factory=dict)
    lists: dict[str, StateList] = field(default_factory=dict)
    faq: dict[str, FaqEntry] = field(default_factory=dict)


def build(folder: Folder) -> tuple[Knowledge | None, list[Problem]]:
    """The snapshot and every problem, those of reading the files included.

    With problems the snapshot is not to be served: what they concern is missing from it, and it is None when
    a file that all others lean on cannot be read.
    """
    problems = list(folder.problems)
    files = _Files.of(folder)
    read = read_sources(files.sources, folder.seeds, problems)
    sources, documents = read.by_id, read.documents
    tables = find_status_tables(files.sources, sources, documents, problems)
    context = Context(
        sources=sources,
        documents=documents,
        tables=tables,
        meeting_ids=frozenset(record.id for record in files.meetings.record.meetings),
        topic_ids=frozenset(record.id for record in files.topics.record.topics),
        state_ids=frozenset(loaded.record.id for loaded in folder.states)
        | frozenset(record.id for record in files.names.record.names),
        problems=problems,
        unreadable=_unreadable(folder)
        | read.unreadable
        | {source.id for source in sources.values() if source.kind == "status" and source.id not in tables},
    )
    _check_statement_sources(files.sources, context)
    parts = _Parts()
    claimed_names(folder, problems)
    _build_meetings(files.meetings, context, parts)
    _build_states(folder.states, files.names, context, parts)
    _build_treaty(files.treaty, context, parts)
    _build_faq(folder, context, parts)
    context.duplicates(files.topics.file, ("topics",), "topic", [item.id for item in files.topics.record.topics])
    vote_tables = tuple(
        vote_table(context, source, tables, parts.states) for source, tables in context.tables_newest_first()
    )
    all_read(context, parts.states, parts.meetings)
    if folder.broken.keys() & {"sources", "meetings", "topics", "treaty", "names"}:
        return None, problems
    knowledge = Knowledge(
        sources=sources,
        documents=documents,
        source_evidence=read.evidence,
        states=parts.states,
        meetings=parts.meetings,
        topics={record.id: record for record in files.topics.record.topics},
        counts=parts.counts,
        lists=parts.lists,
        faq=parts.faq,
        questions={loaded.record.id: loaded.record for loaded in folder.questions},
        tables=context.tables,
        vote_tables=vote_tables,
        editions=tuple(source for source, _ in context.tables_newest_first()),
        treaty_name=files.treaty.record.name,
        treaty_aliases=files.treaty.record.aliases,
        shared_names=files.names.record.shared,
        other_treaties=files.treaty.record.others,
        terms=files.treaty.record.terms,
    )
    return knowledge, problems


@dataclass(frozen=True, slots=True)
class _Files:
    """The files that all others lean on; an empty one stands in for one that cannot be read."""

    sources: Loaded[SourcesFile]
    meetings: Loaded[MeetingsFile]
    topics: Loaded[TopicsFile]
    treaty: Loaded[TreatyFile]
    names: Loaded[NamesFile]

    @classmethod
    def of(cls, folder: Folder) -> "_Files":
        nothing = YamlFile(folder.path.name, {}, {})
        return cls(
            sources=folder.sources or Loaded(SourcesFile(sources=()), nothing),
            meetings=folder.meetings or Loaded(MeetingsFile(meetings=()), nothing),
            topics=folder.topics or Loaded(TopicsFile(topics=()), nothing),
            treaty=folder.treaty or Loaded(TreatyFile(name="treaty", aliases=(), counts=()), nothing),
            names=folder.names or Loaded(NamesFile(names=()), nothing),
        )


_LEANING: dict[str, frozenset[str]] = {
    "sources": frozenset({"source", "status document"}),
    "meetings": frozenset({"meeting"}),
    "topics": frozenset({"topic"}),
    "names": frozenset({"State"}),
    "states": frozenset({"State"}),
    "faq": frozenset({"FAQ entry"}),
}
"""the kinds of ids that a folder or file defines"""


def _unreadable(folder: Folder) -> frozenset[str]:
    return frozenset().union(*(_LEANING.get(name, frozenset()) for name in folder.broken))


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


def _build_meetings(loaded: Loaded[MeetingsFile], context: Context, parts: _Parts) -> None:
    file = loaded.file
    context.duplicates(file, ("meetings",), "meeting", [record.id for record in loaded.record.meetings])
    by_column: dict[tuple[str, str], str] = {}
    for index, record in enumerate(loaded.record.meetings):
        path = ("meetings", index)
        for position, column in enumerate(record.columns):
            where = (*path, "columns", position)
            tables = context.tables.get(column.source)
            if tables is None:
                context.unknown(file, (*where, "source"), "status document", column.source, context.tables)
            elif (first := by_column.setdefault((column.source, column.column), record.id)) != record.id:
                message = f'the column "{column.column}" of {column.source} belongs to "{first}" already'
                context.report(file, (*where, "column"), "column", message, "keep it at one meeting")
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
        parts.states[loaded.record.id] = StateBuilder(StateRows(context, loaded), parts.meetings).build()
    for index, record in enumerate(names.record.names):
        if record.id in parts.states:
            path = ("names", index, "id")
            message = f'"{record.id}" stands here and in another record'
            context.report(names.file, path, "duplicate-id", message, "keep one")
            continue
        facts = context.facts(names.file, ("names", index, "facts"), record.facts)
        parts.states[record.id] = State(record.id, record.kind, record.names, facts=facts)
    for index, shared in enumerate(names.record.shared):
        for position, state in enumerate(shared.states):
            if state not in context.state_ids:
                context.unknown(names.file, ("shared", index, "states", position), "State", state, context.state_ids)


def _build_treaty(loaded: Loaded[TreatyFile], context: Context, parts: _Parts) -> None:
    treaty = loaded.record
    context.duplicates(loaded.file, ("counts",), "count", [record.id for record in treaty.counts])
    context.duplicates(loaded.file, ("lists",), "list", [record.id for record in treaty.lists])
    context.duplicates(loaded.file, ("others",), "treaty", [record.id for record in treaty.others])
    context.duplicates(loaded.file, ("terms",), "term", [record.id for record in treaty.terms])
    lists = frozenset(record.id for record in treaty.lists)
    for index, record in enumerate(loaded.record.counts):
        figures: list[Figure] = []
        if record.states is not None and record.states not in lists:
            context.unknown(loaded.file, ("counts", index, "states"), "list", record.states, lists)
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
        parts.faq[loaded.record.id] = _faq_entry(loaded, context, known, frozenset(parts.counts))


def _faq_entry(loaded: Loaded[FaqRecord], context: Context, known: frozenset[str], counts: frozenset[str]) -> FaqEntry:
    record, file = loaded.record, loaded.file
    for index, topic in enumerate(record.topics):
        if topic not in context.topic_ids:
            context.unknown(file, ("topics", index), "topic", topic, context.topic_ids)
    for index, related in enumerate(record.related):
        if related not in known:
            context.unknown(file, ("related", index), "FAQ entry", related, known)
    for index, row in enumerate(record.untold):
        for position, count in enumerate(row.also):
            if count not in counts:
                context.unknown(file, ("untold", index, "also", position), "count", count, counts)
    claims = tuple(
        FaqClaim(claim.says, context.quotations(file, ("answer", index, "evidence"), claim.evidence))
        for index, claim in enumerate(record.answer)
    )
    return FaqEntry(record, claims)
