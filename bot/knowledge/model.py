"""The verified snapshot: what the rest of the program knows.

Every claim here carries a :class:`Citation` whose lines were computed from the source text.
Nothing in this module can be changed after it is built.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from bot.knowledge.documents import Document
from bot.knowledge.schema import (
    Channel,
    FaqRecord,
    Form,
    Names,
    OtherTreatyRecord,
    QuestionsRecord,
    SharedName,
    TopicRecord,
    Vote,
)
from bot.knowledge.status_tables import StatusTables

FactKind = Literal[
    "article7_report", "letter_reply", "bilateral_meeting", "signatory", "withdrawal", "announcement", "other"
]


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


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a statement, with one citation an edition that has it (newest first)."""

    paragraphs: tuple[str, ...]
    attribution: str
    citations: tuple[Citation, ...]

    @property
    def source(self) -> Source:
        """The newest edition that has this wording."""
        return self.citations[0].source


@dataclass(frozen=True, slots=True)
class Statement:
    """What a State is on record with at one event."""

    id: str
    state: str
    channel: Channel
    meeting: str | None
    dates: tuple[str, ...]
    form: Form
    topics: tuple[str, ...]
    wordings: tuple[Wording, ...]
    """newest edition first"""

    @property
    def newest(self) -> Wording:
        return self.wordings[0]

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(citation for wording in self.wordings for citation in wording.citations)

    @property
    def attribution(self) -> str:
        return self.newest.attribution

    @property
    def years(self) -> tuple[int, ...]:
        return tuple(int(date[:4]) for date in self.dates)

    def at(self, meeting: "Meeting") -> bool:
        """Whether it was made at a meeting; explanations of several years belong to each of them."""
        if self.meeting == meeting.id:
            return True
        of_committee = self.channel in ("explanation_of_vote", "first_committee")
        return meeting.kind == "first_committee" and of_committee and meeting.year in self.years

    @property
    def last_date(self) -> str:
        return max(self.dates)


@dataclass(frozen=True, slots=True)
class Edition:
    """What the tables of one edition say of a State."""

    source: Source
    listed: Citation
    """the State's heading in the table of States not party"""
    no_information: Citation | None
    """the cell "No official information submitted", None when there are statements"""
    last_participation: Citation
    last_meeting: str | None
    """id of the meeting; None when the State has never participated"""
    attended: Mapping[str, Citation]
    """meeting id -> the ticked cell"""
    in_grid: bool
    """whether the participation table has a row for the State"""
    grid: Citation
    """the State's row in the participation table, or its absence"""
    vote: Vote
    vote_citation: Citation
    """the cell with the State's name, or its absence from the table"""


@dataclass(frozen=True, slots=True)
class Fact:
    kind: FactKind
    years: tuple[int, ...]
    says: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, eq=False)
class State:
    """A State (or other recognised name); ``editions`` is empty when no status document lists it."""

    id: str
    kind: Literal["state", "other"]
    names: Names
    editions: tuple[Edition, ...] = ()
    statements: tuple[Statement, ...] = ()
    """newest first"""
    facts: tuple[Fact, ...] = ()

    @property
    def name(self) -> str:
        """As a sentence calls it, with its article: "the Russian Federation"."""
        return f"{self.names.article} {self.names.short}" if self.names.article else self.names.short

    @property
    def title(self) -> str:
        return self.names.short

    def edition(self, source_id: str) -> Edition | None:
        return next((edition for edition in self.editions if edition.source.id == source_id), None)


@dataclass(frozen=True, slots=True)
class Meeting:
    id: str
    kind: str
    name: str
    short: str
    date: str | None
    aliases: tuple[str, ...]
    columns: Mapping[str, str]
    """source id -> heading in that edition's participation table"""
    citations: tuple[Citation, ...]

    @property
    def year(self) -> int | None:
        return int(self.date[:4]) if self.date else None

    @property
    def label(self) -> str:
        """Short name with its year when the documents give it: "16MSP (2017)"."""
        return f"{self.short} ({self.year})" if self.year and str(self.year) not in self.short else self.short


@dataclass(frozen=True, slots=True)
class Figure:
    value: int
    says: str
    as_of: str | None
    citation: Citation


@dataclass(frozen=True, slots=True)
class Count:
    id: str
    name: str
    figures: tuple[Figure, ...]
    """newest first, undated ones last"""
    states: str | None
    """id of the list that names the States counted"""


@dataclass(frozen=True, slots=True)
class StateList:
    """States that a sentence of a document lists."""

    id: str
    name: str
    states: tuple[str, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class FaqClaim:
    says: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class FaqEntry:
    record: FaqRecord
    claims: tuple[FaqClaim, ...]

    @property
    def id(self) -> str:
        return self.record.id


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a vote table: the States in it, each with its cell."""

    vote: Vote
    heading: str
    printed: int
    states: Mapping[str, Citation]


@dataclass(frozen=True, slots=True)
class VoteTable:
    source: Source
    caption: str
    columns: tuple[Column, ...]
    citation: Citation


@dataclass(frozen=True, eq=False)
class Knowledge:
    """One immutable snapshot; swapped whole, never changed. Equal to itself only, so that tables can be kept of it."""

    sources: Mapping[str, Source]
    """newest first"""
    documents: Mapping[str, Document]
    source_evidence: Mapping[str, tuple[Citation, ...]]
    """each document's own words for its title, issuer and date"""
    states: Mapping[str, State]
    """every State that can be named, by id"""
    meetings: Mapping[str, Meeting]
    topics: Mapping[str, TopicRecord]
    counts: Mapping[str, Count]
    lists: Mapping[str, StateList]
    faq: Mapping[str, FaqEntry]
    questions: Mapping[str, QuestionsRecord]
    tables: Mapping[str, StatusTables]
    """of each edition, by source id"""
    vote_tables: tuple[VoteTable, ...]
    """newest edition first"""
    editions: tuple[Source, ...]
    """sources of the status series, newest first"""
    treaty_name: str
    treaty_aliases: tuple[str, ...]
    shared_names: tuple[SharedName, ...] = ()
    other_treaties: tuple[OtherTreatyRecord, ...] = ()

    @cached_property
    def listed(self) -> tuple[State, ...]:
        """States that any status document lists as not party, by name."""
        return tuple(sorted((state for state in self.states.values() if state.editions), key=lambda state: state.title))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement of every State, by State."""
        states = sorted(self.states.values(), key=lambda state: state.title)
        return tuple(statement for state in states for statement in state.statements)

    def not_party(self, source_id: str) -> Mapping[State, Edition]:
        """States that this edition lists as not party, by name, with what it says of them."""
        return self._not_party.get(source_id, {})

    @cached_property
    def _not_party(self) -> Mapping[str, Mapping[State, Edition]]:
        editions = [(state, edition) for state in self.listed for edition in state.editions]
        return {
            source.id: {state: edition for state, edition in editions if edition.source.id == source.id}
            for source in self.editions
        }
