"""The files ``meetings.yaml`` and ``topics.yaml``: where statements were made, and what they are about."""

from typing import Literal

from bot.knowledge.schema.values import Identifier, Line, PartialDate, Quotation, Record
from bot.knowledge.vocabulary import MeetingKind


class ColumnRecord(Record):
    source: Identifier
    column: Line
    """heading in that edition's participation table"""


class MeetingRecord(Record):
    id: Identifier
    """that of a numbered meeting begins with its number, such as ``16msp``"""
    kind: MeetingKind
    name: Line
    """its full name, such as ``Sixteenth Meeting of the States Parties``"""
    short: Line
    """its name in answers, such as ``16MSP``"""
    date: PartialDate | None = None
    """as the documents give it; null when they do not"""
    aliases: tuple[Line, ...] = ()
    """other names that people use; forms by number or year are understood without"""
    columns: tuple[ColumnRecord, ...] = ()
    evidence: tuple[Quotation, ...] = ()
    """where the documents name it with its date"""


class MeetingsFile(Record):
    meetings: tuple[MeetingRecord, ...]


class TopicRecord(Record):
    id: Identifier
    name: Line
    """what an answer calls it"""
    aliases: tuple[Line, ...] = ()
    """words that people use for it"""
    tells: Literal["why"] | None = None
    """`why` when a State that speaks of it tells why it stays outside, or what it still has to do"""
    narrower: tuple[Line, ...] = ()
    """words for a part of it: a statement is told for them only if it holds them"""

    @property
    def names(self) -> tuple[str, ...]:
        """All words that name it."""
        return (self.name, *self.aliases, *self.narrower)


class TopicsFile(Record):
    topics: tuple[TopicRecord, ...]
