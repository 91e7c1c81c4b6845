"""The YAML files as they are written: one model per kind of file, a module per subject.

- ``states``: ``states/<id>.yaml`` and ``names.yaml``
- ``sources``, ``meetings``, ``treaty``: the files of these names, and ``topics.yaml``
- ``questions``: ``faq/<id>.yaml`` and ``questions/<intent>.yaml``
- ``values``: what all of them are made of

Unknown keys are errors, scalars stay text unless a field asks for a number, and every model is
frozen. ``bot.knowledge.building`` turns these records into the verified snapshot. All names are imported from here,
and no two models share one.
"""

from bot.knowledge.schema.meetings import ColumnRecord, MeetingRecord, MeetingsFile, TopicRecord, TopicsFile
from bot.knowledge.schema.questions import AcceptedPhrasing, Claim, FaqRecord, QuestionsRecord, Untold
from bot.knowledge.schema.sources import SourceRecord, SourcesFile
from bot.knowledge.schema.states import (
    AcceptedContradiction,
    EditionRecord,
    FactRecord,
    LastParticipation,
    NameRecord,
    Names,
    NamesFile,
    SharedName,
    StatementRecord,
    StateRecord,
    Wording,
)
from bot.knowledge.schema.treaty import (
    CountRecord,
    FigureRecord,
    ListRecord,
    OtherTreatyRecord,
    TermRecord,
    TreatyFile,
)
from bot.knowledge.schema.values import FileName, Identifier, Line, PartialDate, Quotation, Record
from bot.knowledge.vocabulary import Channel, Form, Vote

__all__ = [
    "AcceptedContradiction",
    "AcceptedPhrasing",
    "Channel",
    "Claim",
    "ColumnRecord",
    "CountRecord",
    "EditionRecord",
    "FactRecord",
    "FaqRecord",
    "FigureRecord",
    "FileName",
    "Form",
    "Identifier",
    "LastParticipation",
    "Line",
    "ListRecord",
    "MeetingRecord",
    "MeetingsFile",
    "NameRecord",
    "Names",
    "NamesFile",
    "OtherTreatyRecord",
    "PartialDate",
    "QuestionsRecord",
    "Quotation",
    "Record",
    "SharedName",
    "SourceRecord",
    "SourcesFile",
    "StateRecord",
    "StatementRecord",
    "TermRecord",
    "TopicRecord",
    "TopicsFile",
    "TreatyFile",
    "Untold",
    "Vote",
    "Wording",
]
