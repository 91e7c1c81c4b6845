"""Parts of answers made from the knowledge: passages of statements, and the facts beside them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answering.answer import Item, Part, Passage, Text
from bot.answering.wording import (
    MOST_NAMED,
    VOTED,
    as_of,
    capital,
    editions_named,
    labels_of,
    possessive,
    telling_verb,
    took_part,
    what_it_is,
)
from bot.knowledge.model import Citation, Knowledge, State, Statement, Wording
from bot.knowledge.status_tables import VOTE_YEAR
from bot.knowledge.text import same_words

NOT_ASKED = "Not what was asked, but on record. "
"""marks the nearest passage where none is the answer"""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence with its evidence."""

    text: str
    citations: tuple[Citation, ...]


def in_newest_edition(state: State) -> tuple[Statement, ...]:
    """A State's statements but for those that only older editions hold, newest first."""
    older = {edition.source for edition in state.editions[1:]}
    return tuple(item for item in state.statements if any(citation.source not in older for citation in item.citations))


def passage_of(
    knowledge: Knowledge, statement: Statement, *, sources: Sequence[str] = (), marked: str | None = None
) -> Passage:
    """A statement in the newest wording, or in that of a named source, with a lead of its own."""
    wording = _wording(statement, sources)
    state = knowledge.states[statement.state]
    named = [citation.source for citation in wording.citations if citation.source.id in sources]
    source = named[0] if named else wording.source
    lead = f"The {source.short} {telling_verb(statement)} {possessive(state)} {what_it_is(statement, knowledge)}:"
    alike = [
        citation
        for other in statement.wordings
        if other is wording or _alike(wording, other)
        for citation in other.citations
    ]
    alike.sort(key=lambda citation: citation.source is not source)
    return Passage(wording.paragraphs, wording.attribution, tuple(alike), lead=f"{marked}{lead}" if marked else lead)


def _wording(statement: Statement, sources: Sequence[str]) -> Wording:
    for wording in statement.wordings:
        if any(citation.source.id in sources for citation in wording.citations):
            return wording
    return statement.newest


def _alike(first: Wording, second: Wording) -> bool:
    return same_words(" ".join(first.paragraphs), " ".join(second.paragraphs))


def older_wordings(statement: Statement, shown: Passage) -> Told | None:
    """The wordings that really differ from the one shown, named with where they stand."""
    others = [
        wording
        for wording in statement.wordings
        if not same_words(" ".join(wording.paragraphs), " ".join(shown.paragraphs))
    ]
    if not others:
        return None
    citations = tuple(citation for wording in others for citation in wording.citations)
    sources = tuple(dict.fromkeys(citation.source for citation in citations))
    verb = "gives" if len(sources) == 1 else "give"
    return Told(
        f"{capital(editions_named(sources))} {verb} it in other words.",
        citations,
    )


def not_shown(state: State, shown: Sequence[Statement]) -> list[Statement]:
    """The statements of a State but for some of them, newest first."""
    without = {statement.id for statement in shown}
    return [statement for statement in state.statements if statement.id not in without]


def beside(knowledge: Knowledge, state: State, shown: Sequence[Statement]) -> list[Told]:
    """What else the documents hold on a State: other statements, meetings attended, the vote."""
    told: list[Told] = []
    if others := not_shown(state, shown):
        told.append(Told(f"Also on record: {labels_of(others, knowledge)}.", ()))
    if state.editions:
        newest = state.editions[0]
        labels, cells = took_part(newest, knowledge)
        if cells:
            told.append(Told(f"Took part in {labels}.", cells))
        if newest.vote != "none":
            voted = capital(VOTED[newest.vote])
            told.append(Told(f"{voted} in the {VOTE_YEAR} First Committee vote.", (newest.vote_citation,)))
    return told


def by_states(knowledge: Knowledge, statements: Sequence[Statement]) -> tuple[Item, ...]:
    """A line for each State with its statements, named and cited, in the order of their first ones."""
    by_state: dict[str, list[Statement]] = {}
    for item in statements:
        by_state.setdefault(item.state, []).append(item)
    return tuple(
        Item(
            f"{knowledge.states[state].title}: {labels_of(items, knowledge)}",
            tuple(item.citations[0] for item in items[:MOST_NAMED]),
        )
        for state, items in by_state.items()
    )


def no_information(state: State, cell: Citation) -> Told:
    """That a State submitted no official information: a fact about the State (DESIGN, principle 5)."""
    says = cell.cell.value.rstrip(".") if cell.cell else ""
    return Told(f'The {cell.source.short} ({as_of(cell.source)}) says of {state.name}: "{says}".', (cell,))


def text_of(told: Sequence[Told]) -> tuple[list[Part], tuple[Citation, ...]]:
    """Sentences as one paragraph, with all their evidence."""
    if not told:
        return [], ()
    evidence = tuple(citation for sentence in told for citation in sentence.citations)
    return [Text(" ".join(sentence.text for sentence in told))], evidence
