"""The snapshot itself: everything that the rest of the program knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bot.knowledge.documents import Document
from bot.knowledge.model.meetings import Meeting
from bot.knowledge.model.questions import FaqEntry
from bot.knowledge.model.sources import Citation, Source
from bot.knowledge.model.states import Edition, State, Statement
from bot.knowledge.model.treaty import Count, StateList, VoteTable
from bot.knowledge.names import all_names, name_key
from bot.knowledge.schema import (
    OtherTreatyRecord,
    QuestionsRecord,
    SharedName,
    TermRecord,
    TopicRecord,
    Untold,
)
from bot.knowledge.status_tables import StatusTables

LONGEST_CODE = 3
"""letters; names as short are not looked for in running text"""


@dataclass(frozen=True, eq=False)
class Knowledge:
    """One immutable snapshot; swapped whole, never changed. Equal to itself only, so that tables can be kept of it."""

    sources: Mapping[str, Source]
    """newest first"""
    documents: Mapping[str, Document]
    source_evidence: Mapping[str, tuple[Citation, ...]]
    """each document's own words for its title, issuer and date"""
    states: Mapping[str, State]
    """every State that can be named, by id"""
    meetings: Mapping[str, Meeting]
    topics: Mapping[str, TopicRecord]
    counts: Mapping[str, Count]
    lists: Mapping[str, StateList]
    faq: Mapping[str, FaqEntry]
    questions: Mapping[str, QuestionsRecord]
    tables: Mapping[str, StatusTables]
    """of each edition, by source id"""
    vote_tables: tuple[VoteTable, ...]
    """newest edition first"""
    editions: tuple[Source, ...]
    """sources of the status series, newest first"""
    treaty_name: str
    treaty_aliases: tuple[str, ...]
    shared_names: tuple[SharedName, ...] = ()
    other_treaties: tuple[OtherTreatyRecord, ...] = ()
    terms: tuple[TermRecord, ...] = ()

    @cached_property
    def listed(self) -> tuple[State, ...]:
        """States that any status document lists as not party, by name."""
        return tuple(sorted((state for state in self.states.values() if state.editions), key=lambda state: state.title))

    @cached_property
    def tabled_years(self) -> tuple[int, int]:
        """First and last year of the meetings that the participation tables have; (0, 0) without such a meeting."""
        years = [meeting.year for meeting in self.meetings.values() if meeting.columns and meeting.year]
        return min(years, default=0), max(years, default=0)

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement of every State, by State."""
        states = sorted(self.states.values(), key=lambda state: state.title)
        return tuple(statement for state in states for statement in state.statements)

    @cached_property
    def best_known_meeting(self) -> Meeting | None:
        """The meeting of the participation tables with most statements on record, of several the newest."""
        tabled = [meeting for meeting in self.meetings.values() if meeting.columns and meeting.citations]
        return max(
            tabled,
            key=lambda meeting: (sum(item.at(meeting) for item in self.statements), meeting.year or 0),
            default=None,
        )

    @cached_property
    def untold_counts(self) -> Mapping[str, tuple[Untold, ...]]:
        """By the id of a count, what FAQ entries say that it does not tell either."""
        rows: dict[str, tuple[Untold, ...]] = {}
        for entry in self.faq.values():
            for row in entry.record.untold:
                rows |= {count: (*rows.get(count, ()), row) for count in row.also}
        return rows

    @cached_property
    def names_in_texts(self) -> tuple[Mapping[str, tuple[str, bool]], int]:
        """By its form in which texts are compared, whose name it is and whether a former one; no codes.

        And the words of the longest.
        """
        names = {
            key: (state.id, place[0] == "former")
            for state in self.states.values()
            for place, name in all_names(state.names)
            if len(key := name_key(name)) > LONGEST_CODE
        }
        return names, max((len(name.split()) for name in names), default=0)

    @cached_property
    def compared_quotes(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """By State and statement, each of its quotations in the form in which texts are compared."""
        return {
            (item.state, item.id): tuple(name_key(citation.quote or "") for citation in item.citations)
            for item in self.statements
        }

    def not_party(self, source_id: str) -> Mapping[State, Edition]:
        """States that this edition lists as not party, by name, with what it says of them."""
        return self._not_party.get(source_id, {})

    @cached_property
    def _not_party(self) -> Mapping[str, Mapping[State, Edition]]:
        editions = [(state, edition) for state in self.listed for edition in state.editions]
        return {
            source.id: {state: edition for state, edition in editions if edition.source.id == source.id}
            for source in self.editions
        }
