"""What the documents count and list: figures, States named in a sentence, and the votes."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.knowledge.model.sources import Citation, Source
from bot.knowledge.vocabulary import Vote


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
class Column:
    """One column of a vote table: the States in it, each with its cell."""

    vote: Vote
    heading: str
    printed: int
    states: Mapping[str, Citation]
    citation: Citation
    """the heading, with its total"""


@dataclass(frozen=True, slots=True)
class VoteTable:
    source: Source
    caption: str
    columns: tuple[Column, ...]
    citation: Citation
