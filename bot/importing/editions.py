"""What one edition of the status document says, as read and before it is merged with the records."""

from dataclasses import dataclass

from bot.knowledge.problems import Problem
from bot.knowledge.schema import Channel, EditionRecord, Form


@dataclass(frozen=True, slots=True)
class ImportedStatement:
    channel: Channel
    meeting: str | None
    """id of the meeting; None for letters and reports"""
    dates: tuple[str, ...]
    """partial dates (2017, 2017-10 or 2017-10-31), as precise as the attribution"""
    form: Form
    passage: tuple[str, ...]
    """paragraphs in the source's words, quotation marks and "(...)"; tags and footnote marks gone"""
    attribution: str
    line: int
    """line of the source on which the statement ends"""

    @property
    def key(self) -> tuple[str, str | None, tuple[str, ...]]:
        """What makes two editions' wordings the same statement of a State."""
        return self.channel, self.meeting, self.dates


@dataclass(frozen=True, slots=True)
class ImportedState:
    id: str
    label: str
    """as its row in the table of statements has it"""
    labels: tuple[str, ...]
    """as the three tables have it"""
    line: int
    edition: EditionRecord
    statements: tuple[ImportedStatement, ...]
    note: str | None
    """the footnote that a mark at the State's name points to"""


@dataclass(frozen=True, slots=True)
class ImportedEdition:
    source: str
    """id of the source"""
    file: str
    states: tuple[ImportedState, ...]
    findings: tuple[Problem, ...]
    """everything that could not be read; nothing else is missing"""
