"""Which passages the knowledge cites, and what cites them."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.knowledge.model import Citation, Knowledge, State

DESCRIPTION = "description of "
"""how a source cites itself, for its title, issuer and date"""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with the record that it belongs to."""

    by: str
    """for people, such as "India: statement 16msp" """
    citation: Citation


def cited(knowledge: Knowledge) -> tuple[Cited, ...]:
    """Every quote and cell that the knowledge cites; an absence cites a whole table and is left out."""
    return tuple(item for item in _all(knowledge) if item.citation.absence is None)


def _all(knowledge: Knowledge) -> Iterator[Cited]:
    for source, citations in knowledge.source_evidence.items():
        yield from (Cited(f"{DESCRIPTION}{source}", citation) for citation in citations)
    for state in knowledge.states.values():
        yield from _of_state(state)
    for meeting in knowledge.meetings.values():
        yield from (Cited(f"meeting {meeting.id}", citation) for citation in meeting.citations)
    for count in knowledge.counts.values():
        yield from (Cited(f"figures: {count.id}", figure.citation) for figure in count.figures)
    for listed in knowledge.lists.values():
        yield from (Cited(f"list of States: {listed.id}", citation) for citation in listed.citations)
    for entry in knowledge.faq.values():
        for claim in entry.claims:
            yield from (Cited(f"FAQ entry {entry.id}", citation) for citation in claim.citations)


def _of_state(state: State) -> Iterator[Cited]:
    for statement in state.statements:
        yield from (Cited(f"{state.title}: statement {statement.id}", item) for item in statement.citations)
    for edition in state.editions:
        yield Cited(f"{state.title}: listed as not party", edition.listed)
        yield Cited(f"{state.title}: last participation", edition.last_participation)
        yield from (Cited(f"{state.title}: took part in {meeting}", cell) for meeting, cell in edition.attended.items())
        yield Cited(f"{state.title}: vote", edition.vote_citation)
        if edition.no_information is not None:
            yield Cited(f"{state.title}: no information submitted", edition.no_information)
    for fact in state.facts:
        yield from (Cited(f"{state.title}: fact ({fact.kind})", citation) for citation in fact.citations)
