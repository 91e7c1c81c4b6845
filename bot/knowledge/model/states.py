"""States: what they said, and what the tables and other passages say of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bot.knowledge.model.meetings import Meeting
from bot.knowledge.model.sources import Citation, Source
from bot.knowledge.schema import Names
from bot.knowledge.vocabulary import Channel, FactKind, Form, Vote


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

    def at(self, meeting: Meeting) -> bool:
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
