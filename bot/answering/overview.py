"""A State in one view: standing, statements, participation, vote, and other facts."""

from bot.answering.answer import Item, Listing, Part
from bot.answering.draft import Asked, Draft
from bot.answering.membership import membership
from bot.answering.parts import Told, no_information, passage_of, text_of
from bot.answering.wording import VOTE_YEAR, VOTED, as_of, capital, question_for, short_label, took_part
from bot.knowledge.model import Knowledge, State

PASSAGES = 2
"""newest statements shown in full"""


def overview(asked: Asked) -> Draft:
    """All that the documents hold on a State, the newest statements in full."""
    state = asked.state
    if not state.editions:
        return membership(asked)
    newest = state.editions[0]
    told = [Told(f"{capital(state.name)} was a State not party {as_of(newest.source)}.", (newest.listed,))]
    told += [Told(fact.says, fact.citations) for fact in state.facts if fact.kind == "signatory"]
    parts, evidence = text_of(told)
    body: list[Part] = [*parts]
    if newest.no_information is not None:
        more, extra = text_of([no_information(state, newest.no_information)])
        body += more
        evidence += extra
    body += [passage_of(asked.knowledge, item) for item in state.statements[:PASSAGES]]
    body.append(Listing("Also:", tuple(_rows(asked.knowledge, state))))
    asks = tuple(question_for(item, asked.knowledge) for item in state.statements[PASSAGES:4])
    return Draft("answered", f"{state.title}: overview", tuple(body), evidence, (*asks, f"is {state.name} a party?"))


def _rows(knowledge: Knowledge, state: State) -> list[Item]:
    rows: list[Item] = []
    for edition in state.editions:
        cell = edition.last_participation
        says = cell.cell.value if cell.cell else ""
        rows.append(Item(f"Last participation by the {edition.source.short}: {says}", (cell,)))
    newest = state.editions[0]
    labels, cells = took_part(newest, knowledge)
    if cells:
        rows.append(Item(f"Took part since {knowledge.tabled_years[0]} in: {labels}", cells))
    rows.append(Item(f"{VOTE_YEAR} First Committee vote: {VOTED[newest.vote]}", (newest.vote_citation,)))
    rows += [
        Item(f"Also on record: {short_label(item, knowledge)}", item.citations) for item in state.statements[PASSAGES:]
    ]
    rows += [Item(fact.says, fact.citations) for fact in state.facts if fact.kind != "signatory"]
    return rows
