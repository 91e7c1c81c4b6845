"""The file ``treaty.yaml``: the numbers and lists that the documents give, and the treaties that this one is not."""

from typing import Annotated

from pydantic import Field

from bot.knowledge.schema.values import Identifier, Line, PartialDate, Quotation, Record


class FigureRecord(Record):
    value: int
    says: Line
    """one sentence in our own words, without the source's name"""
    as_of: PartialDate | None
    evidence: Quotation


class CountRecord(Record):
    """A number that the documents give, each with its date; documents may differ."""

    id: Identifier
    name: Line
    figures: Annotated[tuple[FigureRecord, ...], Field(min_length=1)]
    states: Identifier | None = None
    """the list that names the States counted, if a document names them"""


class ListRecord(Record):
    """States that a sentence of a document lists."""

    id: Identifier
    name: Line
    states: tuple[Identifier, ...]
    evidence: Annotated[tuple[Quotation, ...], Field(min_length=1)]


class OtherTreatyRecord(Record):
    """A treaty that is not this one; questions on it are declined."""

    id: Identifier
    name: Line
    aliases: tuple[Line, ...] = ()


class TermRecord(Record):
    """An office or another term that people name in many ways; all are compared as ``name``."""

    id: Identifier
    name: Line
    aliases: tuple[Line, ...] = ()


class TreatyFile(Record):
    name: Line
    aliases: tuple[Line, ...]
    others: tuple[OtherTreatyRecord, ...] = ()
    terms: tuple[TermRecord, ...] = ()
    counts: tuple[CountRecord, ...]
    lists: tuple[ListRecord, ...] = ()
