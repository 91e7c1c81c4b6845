"""The files ``states/<id>.yaml`` and ``names.yaml``: what is on record of a State, and what it is called."""

from typing import Annotated, Literal

from pydantic import Field

from bot.knowledge.schema.values import Identifier, Line, PartialDate, Quotation, Record
from bot.knowledge.vocabulary import Channel, FactKind, Form, Vote


class Names(Record):
    """All names of one State. Each may be claimed by one record only."""

    short: Line
    """how answers call it, such as ``Lao PDR``"""
    article: Literal["the"] | None = None
    """``the`` when a sentence needs it: *the* Russian Federation"""
    official: Line | None = None
    sources: tuple[Line, ...] = ()
    """other forms that the documents use, row headings of tables included, exactly as written"""
    aliases: tuple[Line, ...] = ()
    iso: tuple[Line, ...] = ()
    """ISO 3166 codes; understood in capital letters only"""
    demonyms: tuple[Line, ...] = ()
    capitals: tuple[Line, ...] = ()
    """capitals and seats that stand for the government"""
    former: tuple[Line, ...] = ()
    misspellings: tuple[Line, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """Headings under which the tables of the documents may list the State."""
        return (self.short, *self.sources)


class Wording(Record):
    """A statement as one or more editions give it, word for word alike (after folding)."""

    sources: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    """ids of the documents that have this wording, the newest first"""
    passage: Annotated[tuple[Line, ...], Field(min_length=1)]
    """the paragraphs under one attribution, without the attribution"""
    attribution: Line
    """where and when it was said, as the source prints it in brackets or in a footnote"""


class StatementRecord(Record):
    """What a State is on record with at one event, in the wording of each edition."""

    id: Identifier
    """unique within the State, such as ``16msp``"""
    channel: Channel
    """how the State said it"""
    meeting: Identifier | None = None
    """id of the meeting at which it was said, from ``meetings.yaml``"""
    dates: Annotated[tuple[PartialDate, ...], Field(min_length=1)]
    """when it was said: 2017, 2017-10 or 2017-10-31, as precise as the source"""
    form: Form
    """``quoted``: the State's words in quotation marks; ``reported``: the source tells it"""
    topics: tuple[Identifier, ...] = ()
    """ids of what it is about, from ``topics.yaml``"""
    wordings: Annotated[tuple[Wording, ...], Field(min_length=1)]
    """its words; documents that differ have a wording each"""


class LastParticipation(Record):
    says: Line
    """the table cell"""
    meeting: Identifier | None
    """the meeting it names; null when the State has never participated"""


class EditionRecord(Record):
    """What one edition of the status document says of a State in its tables."""

    source: Identifier
    """id of the edition, from ``sources.yaml``"""
    information: Literal["given", "none"]
    """``none``: "No official information submitted" stands in the State's row"""
    last_participation: LastParticipation
    attended: tuple[Identifier, ...] = ()
    """the meetings ticked in the participation table"""
    vote: Vote
    """the vote in the table of this edition; ``none`` when the State is not in it"""


class FactRecord(Record):
    """Something else a source says of a State."""

    kind: FactKind
    years: tuple[int, ...] = ()
    says: Line
    """one sentence in our own words"""
    evidence: Annotated[tuple[Quotation, ...], Field(min_length=1)]
    """the words of documents that show it"""


class AcceptedContradiction(Record):
    """Documents that contradict themselves, and why the record stands as it is."""

    code: Literal["participation", "attribution-reads"]
    about: Identifier
    """id of the edition's source, or of the statement"""
    why: Line


class StateRecord(Record):
    id: Identifier
    """the name of this file"""
    names: Names
    editions: tuple[EditionRecord, ...] = ()
    """one item for each status document that lists the State"""
    statements: tuple[StatementRecord, ...] = ()
    """what the State said, the newest first"""
    facts: tuple[FactRecord, ...] = ()
    accepted: tuple[AcceptedContradiction, ...] = ()
    """findings of ``treatybot check`` that stand, each with its reason"""


class NameRecord(Record):
    """A State that no status document lists, or another name that is only recognised."""

    id: Identifier
    kind: Literal["state", "other"]
    """``state``: one of the 197 (DESIGN, principle 6); ``other``: recognised, nothing inferred"""
    names: Names
    facts: tuple[FactRecord, ...] = ()


class SharedName(Record):
    """A name that several States share, such as "Korea": the bot asks which is meant."""

    name: Line
    states: Annotated[tuple[Identifier, ...], Field(min_length=2)]


class NamesFile(Record):
    names: tuple[NameRecord, ...]
    shared: tuple[SharedName, ...] = ()
