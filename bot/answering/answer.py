"""The answer: what console, Discord and JSON all show.

An answer is a sequence of parts; a renderer decides how a part looks, never what it says.
"""

from dataclasses import dataclass
from typing import Literal

from bot.knowledge.model import Citation
from bot.matching.reading import Reading

Outcome = Literal["answered", "no_record", "ambiguous", "declined"]


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence or more in our own words."""

    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source, shown as a block quote with attribution and source beneath."""

    paragraphs: tuple[str, ...]
    attribution: str | None
    """where and when it was said, "16MSP, 2017"; None for a document's own words"""
    citations: tuple[Citation, ...]
    """the edition shown first, then others that have the same words"""
    lead: str | None = None
    """a heading of its own above the passage, when an answer has several"""


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a list, with the evidence of that row."""

    text: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of rows under a heading; the citations of rows that share a place are shown once."""

    heading: str
    items: tuple[Item, ...]


Part = Text | Passage | Listing


@dataclass(frozen=True, slots=True)
class Answer:
    question: str
    outcome: Outcome
    reading: Reading
    title: str
    parts: tuple[Part, ...]
    further: tuple[Citation, ...] = ()
    """evidence of sentences in ``Text`` parts, and of older wordings one step away"""
    suggestions: tuple[str, ...] = ()
    """questions that can be asked next, ready to type"""

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All evidence in the order shown, each place once."""
        found: dict[Citation, None] = {}
        for part in self.parts:
            match part:
                case Passage(citations=citations):
                    found.update(dict.fromkeys(citations))
                case Listing(items=items):
                    for item in items:
                        found.update(dict.fromkeys(item.citations))
                case Text():
                    pass
        found.update(dict.fromkeys(self.further))
        return tuple(found)
