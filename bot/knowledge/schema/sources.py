"""The file ``sources.yaml``: the documents."""

from bot.knowledge.schema.values import FileName, Identifier, Line, PartialDate, Record
from bot.knowledge.vocabulary import SourceKind


class SourceRecord(Record):
    id: Identifier
    """short name by which other files call the document"""
    file: FileName
    """name of the file in ``seeds/``"""
    kind: SourceKind
    """``status``: a "Status of Universalization" document with its tables; ``statement``: the words of one State"""
    state: Identifier | None = None
    """whose words they are, for the kind ``statement``"""
    series: Identifier | None = None
    """editions of the same series supersede one another, the newest first"""
    title: Line
    """as it stands at its top"""
    short: Line
    """how a sentence calls it, such as "2018 status document" """
    issuer: Line
    """who issued it, as the document says"""
    date: PartialDate | None
    """2018, 2018-08 or 2018-08-21 as the document says; null when it bears no date"""
    date_label: Line
    """how an answer dates it, such as "information as of 21 August 2018" or "undated" """
    date_note: Line | None = None
    """for an undated document: what we take its time from"""
    aliases: tuple[Line, ...] = ()
    """what people may call it in a question"""
    evidence: tuple[Line, ...] = ()
    """quotes of the document itself for its title, issuer and date"""


class SourcesFile(Record):
    sources: tuple[SourceRecord, ...]
