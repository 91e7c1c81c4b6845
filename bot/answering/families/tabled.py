"""Which States the participation tables tick for a meeting, and which not: each State by the newest edition with it."""

from collections.abc import Iterator, Sequence

from bot.answering.answer import Item, Listing, Part
from bot.answering.draft import Asked, Draft
from bot.answering.parts import Told, text_of
from bot.answering.wording import and_list, listed_as, on_best_known, the
from bot.knowledge.evidence import absence_citation, cell_citation
from bot.knowledge.model import Citation, Edition, Knowledge, Meeting, Source, State


def newest_with(asked: Asked, meeting: Meeting) -> Source | None:
    """The newest edition asked for whose participation table has a meeting; None when none has it."""
    return next((source for source in asked.editions if source.id in meeting.columns), None)


def of_editions(knowledge: Knowledge, sources: Sequence[Source]) -> Iterator[tuple[Source, dict[State, Edition]]]:
    """The States not party of some editions, each State once: by the first of them that lists it."""
    seen: set[str] = set()
    for source in sources:
        listed = {state: item for state, item in knowledge.not_party(source.id).items() if state.id not in seen}
        seen.update(state.id for state in listed)
        yield source, listed


def listings(asked: Asked, meeting: Meeting, newest: Source, heading: str, *, ticked: bool) -> list[Part]:
    """The States with a tick for a meeting, or without; after the newest edition those that only an older one lists.

    ``heading`` stands before the first list, with the number of States before it.
    """
    found: list[Part] = []
    sources = [source for source in asked.editions if source.id in meeting.columns]
    for source, listed in of_editions(asked.knowledge, sources):
        items = tuple(
            _item(asked.knowledge, state, edition, meeting)
            for state, edition in listed.items()
            if (meeting.id in edition.attended) == ticked
        )
        if source is newest:
            states = "State" if len(items) == 1 else "States"
            found.append(Listing(f"{len(items)} {states} not party {heading}", items))
        elif items:
            found.append(Listing(f"The {source.short} lists besides, as States not party then:", items))
    return found


def _item(knowledge: Knowledge, state: State, edition: Edition, meeting: Meeting) -> Item:
    if cell := edition.attended.get(meeting.id):
        return Item(listed_as(state, cell), (cell,))
    return Item(state.title, (empty_cell(knowledge, edition, meeting),))


def empty_cell(knowledge: Knowledge, edition: Edition, meeting: Meeting) -> Citation:
    """The cell without a tick, or the absence of the State's row."""
    table = knowledge.tables[edition.source.id].participation
    row = table.row(edition.grid.quote or "")
    column = meeting.columns[edition.source.id]
    return cell_citation(table, edition.source, row, table.columns.index(column), row.label) if row else edition.grid


def not_tabled(asked: Asked, meetings: Sequence[Meeting]) -> tuple[tuple[Part, ...], tuple[Citation, ...]]:
    """That no participation table asked for has some of the meetings, where that is so."""
    missing = [meeting for meeting in meetings if newest_with(asked, meeting) is None]
    if not missing:
        return (), ()
    parts, evidence = text_of([uncovered(asked, missing)])
    return tuple(parts), tuple(evidence)


def no_table(asked: Asked, meetings: Sequence[Meeting]) -> Draft:
    """That no participation table covers some meetings, and whom the documents place there all the same."""
    told = [uncovered(asked, meetings)]
    placed = [(state, cell) for meeting in meetings for state, cell in _placed_at(asked, meeting)]
    if placed:
        names = and_list(dict.fromkeys(state for state, _ in placed))
        told.append(Told(f"The documents place there: {names}.", tuple(cell for _, cell in placed)))
    parts, cited = text_of(told)
    title = f"Attendance at {and_list(meeting.label for meeting in meetings)}: no list on record"
    return Draft("no_record", title, tuple(parts), cited, on_best_known(asked.knowledge, "who attended {}?"))


def uncovered(asked: Asked, meetings: Sequence[Meeting]) -> Told:
    """Why no table asked for has some meetings."""
    knowledge = asked.knowledge
    labels = and_list(the(meeting) for meeting in meetings)
    first, last = knowledge.tabled_years
    elsewhere = [item.short for item in knowledge.editions if all(item.id in m.columns for m in meetings)]
    if elsewhere:
        asked_for = and_list(f"the {source.short}" for source in asked.editions)
        why = f"The participation table of {asked_for} does not have {labels}; that of the {elsewhere[0]} has."
    elif all(meeting.year and meeting.year >= last for meeting in meetings):
        why = f"The participation tables do not cover {labels}: the documents are older."
    else:
        why = f"The participation tables do not cover {labels}: they go from {first} to {last}."
    tables = ((knowledge.tables[source.id].participation, source) for source in asked.editions)
    return Told(why, tuple(absence_citation(table, source, labels) for table, source in tables))


def _placed_at(asked: Asked, meeting: Meeting) -> list[tuple[str, Citation]]:
    """States that a last participation or a statement places at a meeting without a participation table."""
    found: list[tuple[str, Citation]] = []
    for state in asked.knowledge.listed:
        lasts = [edition.last_participation for edition in state.editions if edition.last_meeting == meeting.id]
        spoken = [item.citations[0] for item in state.statements if item.at(meeting)]
        cited = [citation for citation in (*lasts, *spoken) if not asked.sources or citation.source in asked.sources]
        found += [(state.title, citation) for citation in cited]
    return found
