"""The verified snapshot: what the rest of the program knows.

- ``sources``: documents and citations; ``meetings``
- ``states``: statements, editions and facts
- ``treaty``: figures, lists and votes; ``questions``: the FAQ
- ``snapshot``: :class:`Knowledge`, all of it

Every claim here carries a :class:`Citation` whose lines were computed from the source text.
Nothing here can be changed after it is built. All names are imported from here.
"""

from bot.knowledge.model.meetings import Meeting
from bot.knowledge.model.questions import FaqClaim, FaqEntry
from bot.knowledge.model.snapshot import Knowledge
from bot.knowledge.model.sources import Absence, CellRef, Citation, Source
from bot.knowledge.model.states import Edition, Fact, State, Statement, Wording
from bot.knowledge.model.treaty import Column, Count, Figure, StateList, VoteTable
from bot.knowledge.vocabulary import FactKind

__all__ = [
    "Absence",
    "CellRef",
    "Citation",
    "Column",
    "Count",
    "Edition",
    "Fact",
    "FactKind",
    "FaqClaim",
    "FaqEntry",
    "Figure",
    "Knowledge",
    "Meeting",
    "Source",
    "State",
    "StateList",
    "Statement",
    "VoteTable",
    "Wording",
]
