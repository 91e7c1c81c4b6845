"""A State in one view: standing, statements, participation, vote, and other facts."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.answer import Item, Listing, Part
from bot.answering.draft import Asked, Draft
from bot.answering.families.in_document import named_elsewhere
from bot.answering.families.membership import inferences, membership
from bot.answering.parts import Told, no_information, passage_of, text_of
from bot.answering.wording import VOTED, as_of, capital, question_for, short_label, took_part
from bot.knowledge.model import Edition, Fact, State, Statement
from bot.knowledge.status_tables import VOTE_YEAR

PASSAGES = 2
"""newest statements shown in full"""


def overview(asked: Asked) -> Draft:
    """All that the documents hold on a State, the newest statements in full."""
    state = asked.state
    editions = asked.editions_of(state)
    if not state.editions:
        standing = membership(asked)
        return replace(standing, parts=(*standing.parts, *named_elsewhere(asked, state)))
    if not editions:
        return membership(asked)
    newest = editions[0]
    told = [Told(f"{capital(state.name)} was a State not party {as_of(newest.source)}.", (newest.listed,))]
    told += inferences(asked, state, after=True)
    told += [Told(fact.says, fact.citations) for fact in state.facts if fact.kind == "signatory" and _of(asked, fact)]
    parts, evidence = text_of(told)
    body: list[Part] = [*parts]
    if newest.no_information is not None:
        more, extra = text_of([no_information(state, newest.no_information)])
        body += more
        evidence += extra
    sources = asked.reading.entities.sources
    said = [item for item in state.statements if any(citation.source in asked.editions for citation in item.citations)]
    body += [passage_of(asked.knowledge, item, sources=sources) for item in said[:PASSAGES]]
    body.append(Listing("Also:", tuple(_rows(asked, state, editions, said[PASSAGES:]))))
    asks = tuple(question_for(item, asked.knowledge) for item in said[PASSAGES:4])
    return Draft("answered", f"{state.title}: overview", tuple(body), evidence, (*asks, f"is {state.name} a party?"))


def _rows(asked: Asked, state: State, editions: Sequence[Edition], others: Sequence[Statement]) -> list[Item]:
    knowledge = asked.knowledge
    rows: list[Item] = []
    for edition in editions:
        cell = edition.last_participation
        says = cell.cell.value if cell.cell else ""
        rows.append(Item(f"Last participation by the {edition.source.short}: {says}", (cell,)))
    newest = editions[0]
    labels, cells = took_part(newest, knowledge)
    if cells:
        rows.append(Item(f"Took part since {knowledge.tabled_years[0]} in: {labels}", cells))
    rows.append(Item(f"{VOTE_YEAR} First Committee vote: {VOTED[newest.vote]}", (newest.vote_citation,)))
    rows += [Item(f"Also on record: {short_label(item, knowledge)}", item.citations) for item in others]
    rows += [Item(fact.says, fact.citations) for fact in state.facts if fact.kind != "signatory" and _of(asked, fact)]
    return rows


def _of(asked: Asked, fact: Fact) -> bool:
    """Whether a fact is of a document asked for; of any, when none is named."""
    return not asked.sources or any(citation.source in asked.sources for citation in fact.citations)
