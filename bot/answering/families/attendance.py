"""In which meetings a State took part, by the participation tables and the column of last participation."""

from collections.abc import Sequence

from bot.answering.asking import asks_around_meeting, asks_for_absence
from bot.answering.draft import Asked, Draft
from bot.answering.families.membership import listed_nowhere, not_in_editions
from bot.answering.families.tabled import empty_cell, uncovered
from bot.answering.parts import Told, text_of
from bot.answering.time_limits import TimeLimit, in_order, time_limit
from bot.answering.wording import and_list, as_of, capital, the, took_part
from bot.knowledge.model import Citation, Edition, Knowledge, Meeting, State
from bot.matching.denial import DENYING
from bot.matching.meeting_series import NUMBERED

NEVER = "never-participated"
"""the list of States that have never taken part"""
_OF_THE_CONVENTION = NUMBERED | {"intersessional", "standing_committee"}


def attendance(asked: Asked) -> Draft:
    """Whether a State took part in a meeting, or all that it took part in."""
    state = asked.state
    if not state.editions:
        return listed_nowhere(
            asked,
            state,
            f"The documents do not say in which meetings {state.name} took part.",
            f"{state.title}: attendance not on record",
        )
    limit = time_limit(asked, asked.editions_or_all_of(state)[0].source)
    meetings = () if limit or asks_around_meeting(asked) else asked.meetings or meetings_of_years(asked)
    if not meetings and asked.years and not meetings_of_years(asked):
        return _outside_the_tables(asked, state)
    if not meetings:
        return _missed(asked, state, limit) if asks_for_absence(asked) else _all_meetings(asked, state, limit)
    answers = [(meeting, _at(asked, state, meeting)) for meeting in meetings]
    elsewhere = not_in_editions(asked, state)
    told = [_neutral(item) if elsewhere or _denies(asked) else item for _, item in answers if item is not None]
    told = [*elsewhere, *told]
    labels = and_list(meeting.label for meeting in meetings)
    if unknown := [meeting for meeting, item in answers if item is None]:
        told.append(_unsaid(asked, state, unknown))
    if len(unknown) == len(meetings):
        told.append(_last(asked.editions_or_all_of(state)[0], state))
        parts, evidence = text_of(told)
        return Draft("no_record", f"{state.title} at {labels}: not on record", tuple(parts), evidence, _asks(state))
    if len(meetings) == 1:
        told.append(_last(asked.editions_or_all_of(state)[0], state))
    parts, evidence = text_of(told)
    return Draft("answered", f"{state.title} at {labels}: attendance", tuple(parts), evidence, _asks(state))


def _unsaid(asked: Asked, state: State, meetings: Sequence[Meeting]) -> Told:
    """That nothing is known of a State at some meetings, or not from the document named."""
    named = bool(asked.sources) and bool(asked.editions_of(state))
    if named and any(source.id in meeting.columns for meeting in meetings for source in asked.knowledge.editions):
        return uncovered(asked, meetings)
    return Told(f"The documents do not say whether {state.name} took part in {and_list(map(the, meetings))}.", ())


def _denies(asked: Asked) -> bool:
    """Whether a yes would be taken for the absence that is asked for: "was it absent", "is it wrong that it came"."""
    denied = not DENYING.isdisjoint(asked.acts) or asked.asks("wrong", "false", "fail", "failed", "untrue")
    return denied or asks_for_absence(asked)


def _neutral(told: Told) -> Told:
    """The same without a yes or no of its own."""
    text = told.text.replace("Not by the documents: ", "No tick: ", 1)
    for beginning in ("Yes: ", "No: "):
        text = text.removeprefix(beginning)
    return Told(capital(text), told.citations)


def _asks(state: State) -> tuple[str, ...]:
    return (f"when did {state.name} last take part?", f"what did {state.name} say?")


def meetings_of_years(asked: Asked) -> tuple[Meeting, ...]:
    """The meetings of the participation tables in the years asked for."""
    if not asked.years:
        return ()
    return tuple(
        meeting
        for meeting in asked.knowledge.meetings.values()
        if meeting.columns and meeting.year is not None and asked.in_years((meeting.year,))
    )


def _at(asked: Asked, state: State, meeting: Meeting) -> Told | None:
    """What the documents asked for hold on one State at one meeting; None when nothing."""
    knowledge, editions = asked.knowledge, asked.editions_or_all_of(state)
    for edition in editions:
        if cell := edition.attended.get(meeting.id):
            return Told(f"Yes: the {edition.source.short} ticks {the(meeting)} for {state.name}.", (cell,))
    for edition in editions:
        if edition.source.id in meeting.columns:
            how = "does not tick it" if edition.in_grid else f"does not list {state.name} at all"
            table = f"the participation table of the {edition.source.short}, which has {the(meeting)}"
            sentence = f"Not by the documents: {table}, {how}."
            return Told(sentence, (empty_cell(knowledge, edition, meeting),))
    for edition in editions:
        if edition.last_meeting == meeting.id:
            sentence = f"Yes: the {edition.source.short} gives {the(meeting)} as its last participation."
            return Told(sentence, (edition.last_participation,))
    spoke = [citation for item in state.statements if item.at(meeting) for citation in item.citations]
    if cited := tuple(citation for citation in spoke if citation.source in asked.editions):
        return Told(f"Yes: a statement by {state.name} to {the(meeting)} is on record.", cited)
    return _after_the_last(knowledge, state, editions[0], meeting)


def _after_the_last(knowledge: Knowledge, state: State, newest: Edition, meeting: Meeting) -> Told | None:
    """What the column of last participation tells of a meeting that is neither that one nor in any table.

    It is a column on Meetings of the States Parties and Review Conferences, up to the date of its document; of the
    States that never took part, a sentence of the document says so of all meetings under the Convention.
    """
    last = knowledge.meetings.get(newest.last_meeting or "")
    told_of = NUMBERED if last else _OF_THE_CONVENTION
    if meeting.kind not in told_of or not _held_before(knowledge, meeting, newest.source.year or 0):
        return None
    if last is None:
        sentence = f'No: the {newest.source.short} says "{_cell(newest.last_participation)}" of {state.name}.'
        listed = knowledge.lists.get(NEVER)
        return Told(sentence, (newest.last_participation, *(listed.citations if listed else ())))
    if last.year is not None and meeting.year is not None and last.year < meeting.year:
        sentence = (
            f"Not by the documents: the {newest.source.short} gives {the(last)} as the last Meeting of the States "
            f"Parties or Review Conference in which {state.name} took part."
        )
        return Told(sentence, (newest.last_participation,))
    return None


def _held_before(knowledge: Knowledge, meeting: Meeting, year: int) -> bool:
    """Whether a meeting, or one of its series that comes after it, is of a year before."""
    series = [item for item in knowledge.meetings.values() if item.kind == meeting.kind]
    return any(item.year is not None and item.year < year for item in series[series.index(meeting) :])


def _cell(citation: Citation) -> str:
    return citation.cell.value if citation.cell else ""


def _all_meetings(asked: Asked, state: State, limit: TimeLimit | None) -> Draft:
    """The ticks of a State, those within the time asked for where it has limits."""
    told = not_in_editions(asked, state)
    begin, _ = asked.knowledge.tabled_years
    when = limit.words if limit else f"since {begin}"
    for edition in asked.editions_or_all_of(state):
        labels, cells = _ticks(asked, edition)
        span = f"the participation table of the {edition.source.short} (since {begin})"
        if cells:
            told.append(Told(f"By {span}, {state.name} took part in {labels}{f' {when}' if limit else ''}.", cells))
        elif edition.in_grid:
            told.append(
                Told(f"The row of {state.name} in {span} has no tick{f' {when}' if limit else ''}.", (edition.grid,))
            )
        else:
            told.append(Told(f"{capital(span)} does not list {state.name}.", (edition.grid,)))
        told.append(_last(edition, state))
        if len(asked.sources) == 0 and edition.attended and _same_ticks(state):
            break
    first = asked.reading.years_range[0] if asked.reading.years_range else begin
    if first is None or first < begin or asked.asks("before"):
        told.append(Told(f"The tables begin with {begin}: of the time before they tell nothing.", ()))
        told += [_last(edition, state) for edition in state.editions[1:] if edition.last_meeting]
    parts, evidence = text_of(list(dict.fromkeys(told)))
    return Draft("answered", f"{state.title}: meetings attended {when}", tuple(parts), evidence, _asks(state))


def _ticks(asked: Asked, edition: Edition) -> tuple[str, tuple[Citation, ...]]:
    """The meetings ticked in an edition within the time asked for, with their cells."""
    limit = time_limit(asked, edition.source)
    return took_part(edition, asked.knowledge, limit.meetings if limit else None)


def _missed(asked: Asked, state: State, limit: TimeLimit | None) -> Draft:
    """The meetings of the newest table asked for that it does not tick, and those that it does."""
    knowledge, edition = asked.knowledge, asked.editions_or_all_of(state)[0]
    tabled = limit.meetings if limit else in_order(knowledge, edition.source)
    missed = [meeting for meeting in tabled if meeting.id not in edition.attended]
    begin, _ = knowledge.tabled_years
    table = f"the participation table of the {edition.source.short} (since {begin})"
    labels, ticked = _ticks(asked, edition)
    if missed and edition.in_grid:
        cells = tuple(empty_cell(knowledge, edition, meeting) for meeting in missed)
        told = [Told(f"By {table}, {state.name} has no tick for {and_list(map(the, missed))}.", cells)]
    elif missed:
        told = [Told(f"{capital(table)} does not list {state.name}: it has no tick for any meeting.", (edition.grid,))]
    elif tabled:
        told = [Told(f"By {table}, {state.name} missed none: it took part in {labels}.", ticked)]
    else:
        told = [Told("The participation tables have no meeting of the time asked for.", ())]
    if missed and ticked:
        told.append(Told(f"It took part in {labels}.", ticked))
    parts, evidence = text_of(told)
    title = f"{state.title}: meetings without a tick {limit.words if limit else f'since {begin}'}"
    return Draft("answered" if tabled else "no_record", title, tuple(parts), evidence, _asks(state))


def _outside_the_tables(asked: Asked, state: State) -> Draft:
    """What is known of years without a participation table: by statements, and the column of last participation."""
    meetings = [item for item in asked.knowledge.meetings.values() if item.year and asked.in_years((item.year,))]
    if asked.asks("intersessional", "standingcommittee"):
        meetings = [item for item in meetings if item.kind in ("intersessional", "standing_committee")]
    found = [item for meeting in meetings if (item := _at(asked, state, meeting))]
    came = [item for item in found if item.text.startswith("Yes")]
    told = list(dict.fromkeys(came or found))
    if not told:
        told.append(Told("The participation tables have no meeting of the time asked for.", ()))
    parts, evidence = text_of([*told, _last(asked.editions_or_all_of(state)[0], state)])
    known = "attendance by other evidence" if found else "attendance not on record"
    title = f"{state.title}{asked_years(asked)}: {known}"
    return Draft("answered" if found else "no_record", title, tuple(parts), evidence, _asks(state))


def asked_years(asked: Asked) -> str:
    """The years asked for, in words: " in 2010"; nothing for a range."""
    return "" if asked.reading.years_range else f" in {and_list(str(year) for year in asked.years)}"


def _same_ticks(state: State) -> bool:
    """Whether older editions add no meeting to the newest one's ticks."""
    newest = set(state.editions[0].attended)
    return all(set(edition.attended) <= newest for edition in state.editions[1:])


def _last(edition: Edition, state: State) -> Told:
    says = _cell(edition.last_participation)
    where = f"the {edition.source.short} ({as_of(edition.source)})"
    if edition.last_meeting is None:
        return Told(f'{capital(where)} says of {state.name}: "{says}".', (edition.last_participation,))
    return Told(f'{capital(where)} gives as its last participation: "{says}".', (edition.last_participation,))


def last_participation(asked: Asked) -> Draft:
    """When a State last took part, by each edition."""
    state = asked.state
    if not state.editions:
        return listed_nowhere(
            asked,
            state,
            f"The documents do not say when {state.name} last took part in a meeting.",
            f"{state.title}: last participation not on record",
        )
    both = asked.asks("compare", "both", "differ", "differs", "difference", "changed", "change", "versus", "vs")
    editions = state.editions if both else asked.editions_or_all_of(state)
    told = [*not_in_editions(asked, state), *(_last(edition, state) for edition in editions)]
    later = ticks_after(asked.knowledge, editions[0])
    if later is not None:
        told.append(later)
    parts, evidence = text_of(told)
    title = f"{state.title}: last participation: {_cell(editions[0].last_participation)}"
    return Draft(
        "answered",
        title,
        tuple(parts),
        evidence,
        (f"which meetings did {state.name} attend?", f"what did {state.name} say?"),
    )


def ticks_after(knowledge: Knowledge, edition: Edition) -> Told | None:
    """Ticks of the same edition that are later than its column of last participation."""
    last = knowledge.meetings.get(edition.last_meeting or "")
    if last is None or last.year is None:
        return None
    later = [
        identifier
        for identifier in edition.attended
        if (year := knowledge.meetings[identifier].year) is not None and year > last.year
    ]
    if not later:
        return None
    labels = and_list(knowledge.meetings[identifier].label for identifier in later)
    sentence = f"The participation table of the {edition.source.short} ticks later meetings too: {labels}."
    return Told(sentence, tuple(edition.attended[identifier] for identifier in later))
