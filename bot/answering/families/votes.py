"""How States not party voted on the 2017 First Committee resolution; each edition by its own table."""

from bot.answering.answer import Item, Listing, Outcome, Part, Text
from bot.answering.asking import OF_EXPLANATIONS, OF_REASONS, asks_how_voted, denied_votes
from bot.answering.draft import Asked, Draft
from bot.answering.families.membership import listed_nowhere, not_in_editions
from bot.answering.parts import Told, passage_of, text_of
from bot.answering.wording import VOTED, and_list, as_of, capital, listed_as
from bot.knowledge.model import Edition, Knowledge, State, Statement, VoteTable
from bot.knowledge.status_tables import VOTE_YEAR

ONLY_VOTE = (
    "The documents tell of one vote how each State not party voted: that on the Convention's resolution in the UNGA "
    f"First Committee in {VOTE_YEAR}."
)
_NOBODY_AGAINST = (
    "The table has no column for votes against: States not party voted in favour, abstained or were not present. "
    "The documents do not give the votes of States Parties."
)
_OFTEN = frozenset("often always ever usually times regularly history consistently never".split())
"""words that ask for more votes than the one on record"""


def vote(asked: Asked) -> Draft:
    """The vote of each State named."""
    if other := _other_years(asked):
        return _another_vote(asked, other)
    if len(asked.states) > 1:
        return _votes_of(asked)
    state = asked.state
    editions = [edition for edition in asked.editions_of(state) if edition.vote != "none"]
    if not editions:
        return _no_vote(asked, state)
    told = _told(state, editions)
    if asked.asks_any(_OFTEN):
        told.append(Told(ONLY_VOTE, ()))
    explained = [item for item in state.statements if item.channel == "explanation_of_vote"]
    supposed = asked.reading.entities.votes
    if asked.asks(*OF_REASONS, "made") and (not supposed or editions[0].vote in supposed):
        return _why(asked, state, told, explained)
    parts, evidence = text_of(told)
    asks = [f"who {'abstained' if editions[0].vote == 'abstained' else 'voted in favour'}?"]
    if explained:
        asks.append(f"what was {state.name}'s explanation of vote?")
    return Draft(
        "answered",
        f"{state.title}: {VOTED[editions[0].vote]} ({VOTE_YEAR} First Committee)",
        tuple(parts),
        evidence,
        tuple(asks),
    )


def is_told_apart(asked: Asked) -> bool:
    """Whether the votes of several States take more than a row each: their reasons, or another year's."""
    return bool(_other_years(asked)) or asked.asks(*OF_REASONS, "made")


def _why(asked: Asked, state: State, told: list[Told], explained: list[Statement]) -> Draft:
    """The reason for a vote is on record only where an explanation of that vote is."""
    of_that_vote = [item for item in explained if VOTE_YEAR in item.years]
    if not of_that_vote:
        told = [Told(f"The documents quote no explanation of the {VOTE_YEAR} vote by {state.name}.", ()), *told]
    parts, evidence = text_of(told)
    marked = None if of_that_vote else "Of another year, but on record. "
    passages = [passage_of(asked.knowledge, item, marked=marked) for item in of_that_vote or explained]
    outcome: Outcome = "answered" if of_that_vote else "no_record"
    title = f"{state.title}: why it {'did so' if of_that_vote else 'did so is not on record'}"
    return Draft(outcome, title, (*parts, *passages), evidence, (f"what is the position of {state.name}?",))


def _told(state: State, editions: list[Edition]) -> list[Told]:
    """One sentence when the editions agree, else one each."""
    on = f"on the Convention's resolution in the UNGA First Committee in {VOTE_YEAR}"
    votes = {edition.vote for edition in editions}
    if len(votes) == 1:
        where = and_list(f"{edition.source.short}" for edition in editions)
        sentence = f"{capital(state.name)} {VOTED[editions[0].vote]} {on} ({where})."
        if editions[0].vote == "not_present":
            sentence += " Not present is not abstaining."
        return [Told(sentence, tuple(edition.vote_citation for edition in editions))]
    return [
        Told(f"{capital(state.name)} {VOTED[edition.vote]} {on} ({edition.source.short}).", (edition.vote_citation,))
        for edition in editions
    ]


def _votes_of(asked: Asked) -> Draft:
    items: list[Item] = []
    for state in asked.states:
        newest = next((edition for edition in asked.editions_of(state) if edition.vote != "none"), None)
        if newest is None:
            items.append(Item(f"{state.title}: no vote recorded in the documents", ()))
        else:
            items.append(Item(f"{state.title}: {VOTED[newest.vote]}", (newest.vote_citation,)))
    title = f"{and_list(state.title for state in asked.states)}: votes in the {VOTE_YEAR} First Committee"
    outcome: Outcome = "answered" if any(item.citations for item in items) else "no_record"
    return Draft(
        outcome,
        title,
        (Listing(f"On the Convention's resolution, {VOTE_YEAR}:", tuple(items)),),
        (),
        ("who abstained?",),
    )


def _no_vote(asked: Asked, state: State) -> Draft:
    title = f"{state.title}: no vote recorded"
    if not state.editions:
        sentence = (
            f"The documents record no vote by {state.name}: their tables hold the votes of States not party only."
        )
        return listed_nowhere(asked, state, sentence, title)
    if told := not_in_editions(asked, state):
        title = f"{state.title}: not in {and_list(f'the {source.short}' for source in asked.editions)}"
        told += _told(state, [edition for edition in state.editions if edition.vote != "none"])
    else:
        told = [Told(f"The documents record no vote by {state.name}: it is in none of the columns. {ONLY_VOTE}", ())]
    parts, evidence = text_of(told)
    citations = tuple(edition.vote_citation for edition in asked.editions_of(state))
    return Draft("no_record", title, tuple(parts), (*evidence, *citations), ("how did the States not party vote?",))


def _other_years(asked: Asked) -> tuple[int, ...]:
    """Years of votes asked for that the documents do not record."""
    years = [
        *asked.years,
        *(meeting.year for meeting in asked.meetings if meeting.kind == "first_committee" and meeting.year),
    ]
    if bounds := asked.reading.years_range:
        if asked.in_years((VOTE_YEAR,)):
            return ()
        years = [year for year in bounds if year is not None]
    if VOTE_YEAR in years:
        return ()
    return tuple(dict.fromkeys(years))


def _another_vote(asked: Asked, years: tuple[int, ...]) -> Draft:
    state = asked.state
    year = and_list(str(item) for item in years)
    told = [Told(f"The documents record no vote by {state.name} in {year}. {ONLY_VOTE}", ())]
    edition = next((item for item in state.editions if item.vote != "none"), None)
    if edition:
        told.append(
            Told(f"There {state.name} {VOTED[edition.vote]} ({edition.source.short}).", (edition.vote_citation,))
        )
    parts, evidence = text_of(told)
    explained = [
        item for item in state.statements if item.channel == "explanation_of_vote" and set(item.years) & set(years)
    ]
    passages = [passage_of(asked.knowledge, item) for item in explained]
    if passages:
        parts.append(Text(f"An explanation of vote of {year} is on record:"))
    title = f"{state.title}: no vote recorded for {year}"
    wanted = (
        explained
        and not asks_how_voted(asked)
        and asked.asks(*OF_EXPLANATIONS, "explain", "explained", "why", "reason", "reasons")
    )
    return Draft(
        "answered" if wanted else "no_record",
        title,
        (*parts, *passages),
        evidence,
        (f"how did {state.name} vote in {VOTE_YEAR}?",),
    )


def vote_list(asked: Asked) -> Draft:
    """Who voted how, by the newest edition or the one asked for, with the other edition's totals."""
    if other := _other_years(asked):
        year = and_list(str(item) for item in other)
        parts = (Text(f"The documents do not tell who voted how in {year}. {ONLY_VOTE}"),)
        return Draft("no_record", f"No vote recorded for {year}", parts, (), ("how did the States not party vote?",))
    tables = [table for table in asked.knowledge.vote_tables if table.source in asked.editions]
    wanted = [vote for vote in asked.reading.entities.votes if vote != "against"]
    wanted = list(denied_votes(asked)) or wanted
    parts_: list[Part] = [Text(ONLY_VOTE)] if asked.asks(*_OFTEN, "every") else []
    if "against" in asked.reading.entities.votes:
        parts_.append(Text(_NOBODY_AGAINST))
    parts_ += _columns(asked.knowledge, tables[0], wanted)
    told = [_totals(asked.knowledge, tables[0], table) for table in tables[1:]]
    more, evidence = text_of(told)
    title = f"{VOTE_YEAR} First Committee vote by States not party"
    asks = ("which States are not party?", "how many States Parties are there?")
    heads = tuple(column.citation for column in tables[0].columns if not wanted or column.vote in wanted)
    return Draft("answered", title, (*parts_, *more), (tables[0].citation, *heads, *evidence), asks)


def _columns(knowledge: Knowledge, table: VoteTable, wanted: list[str]) -> list[Part]:
    return [
        Listing(
            f"{column.heading}, {table.source.short} ({as_of(table.source)}):",
            tuple(
                Item(listed_as(knowledge.states[state], citation), (citation,))
                for state, citation in column.states.items()
            ),
        )
        for column in table.columns
        if not wanted or column.vote in wanted
    ]


def _totals(knowledge: Knowledge, newest: VoteTable, table: VoteTable) -> Told:
    counts = ", ".join(
        f"{column.heading[0].lower()}{column.heading[1:].split(' (')[0]} {column.printed}" for column in table.columns
    )
    listed = {state for column in newest.columns for state in column.states}
    gone = [state for column in table.columns for state in column.states if state not in listed]
    sentence = f"The {table.source.short} ({as_of(table.source)}) gives the same vote as {counts}"
    if gone:
        sentence += f": it still lists {and_list(knowledge.states[state].title for state in gone)}"
    cells = tuple(column.states[state] for column in table.columns for state in column.states if state in gone)
    return Told(f"{sentence}.", (table.citation, *(column.citation for column in table.columns), *cells))
