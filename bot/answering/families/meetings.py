"""Meetings: what one is, and which States are on record with a statement there."""

from bot.answering.answer import Part, Text
from bot.answering.draft import Asked, Draft
from bot.answering.parts import Told, passage_of, text_of
from bot.answering.wording import (
    CHANNEL_NAMES,
    and_list,
    capital,
    date_words,
    on_best_known,
    questions_on,
    the,
    years_words,
)
from bot.knowledge.model import Knowledge, Meeting, Statement
from bot.knowledge.months import MONTHS
from bot.matching.thresholds import MOST_READINGS

_YEAR_ONLY = 4
"""letters of a date that has no month"""
PASSAGES = 6
"""statements shown in full when a whole meeting is asked for"""
_SEVERAL = frozenset({"intersessional"})
"""kinds of meeting whose names are plural"""
_DAYS = frozenset("dates day days exactly".split())
_PLACE_OR_PEOPLE = frozenset("where who president presidency chair chaired city venue host hosted presided".split())


def _in_tables_only(asked: Asked, meeting: Meeting) -> Draft:
    """A meeting of which the documents have a column of attendance, and no word."""
    editions = [source for source in asked.knowledge.editions if source.id in meeting.columns]
    columns = and_list(f'"{meeting.columns[source.id]}" ({source.short})' for source in editions)
    column = "a column of the participation table" if len(editions) == 1 else "a column of the participation tables"
    told = f"The documents have the {meeting.name} as {column}, {columns}, and say nothing else of it."
    ticks = (
        next((edition.attended[meeting.id] for edition in rows.values() if meeting.id in edition.attended), None)
        for rows in (asked.knowledge.not_party(source.id) for source in editions)
    )
    cited = tuple(tick for tick in ticks if tick)
    parts, evidence = text_of([Told(told, cited)])
    return Draft("answered", meeting.label, tuple(parts), evidence, (f"who attended the {meeting.name}?",))


def meeting_info(asked: Asked) -> Draft:
    """Name and date of a meeting as the documents give them, and what they hold of it."""
    if not asked.meetings:
        return _which(asked)
    meeting = asked.meetings[0]
    if not meeting.citations and meeting.columns:
        return _in_tables_only(asked, meeting)
    if not meeting.citations:
        told = [Told(f"The documents do not speak of the {meeting.name} ({meeting.short}).", ())]
        parts, evidence = text_of(told)
        asks = on_best_known(asked.knowledge, "what is {}?")
        return Draft("no_record", f"{meeting.short}: not in the documents", tuple(parts), evidence, asks)
    day = asked.asks_any(_DAYS) and len(meeting.date or "") <= len("2018")
    if (
        day
        or asked.asks_any(_PLACE_OR_PEOPLE)
        or (asked.asks("place") and not asked.asks("take", "took", "taken", "taking"))
    ):
        return _not_told(asked.knowledge, meeting)
    when = f", {date_words(meeting.date)}" if meeting.date and meeting.date[:4] not in meeting.name else ""
    short = "" if meeting.short == meeting.name else _introduced(meeting)
    told = [Told(f"{short}{meeting.name}{when}.", meeting.citations)]
    spoke = _by_state(asked, meeting)
    if spoke:
        names = and_list(asked.knowledge.states[item.state].title for item in spoke)
        told.append(
            Told(f"The documents have statements there by {names}.", tuple(item.citations[0] for item in spoke))
        )
    cells = {
        state.title: edition.attended[meeting.id]
        for state in asked.knowledge.listed
        for edition in state.editions[:1]
        if meeting.id in edition.attended
    }
    if cells:
        told.append(Told(f"States not party that took part: {and_list(cells)}.", tuple(cells.values())))
    parts, evidence = text_of(told)
    asks = questions_on(meeting, asked.knowledge)
    return Draft("answered", meeting.label, tuple(parts), evidence, asks)


def _introduced(meeting: Meeting) -> str:
    return f"{capital(meeting.short)}: " if meeting.kind in _SEVERAL else f"{meeting.short} is the "


def unknown_meeting(asked: Asked) -> Draft:
    """A meeting that does not exist, or that no record names."""
    named = and_list(asked.reading.entities.unknown_meetings)
    parts, _ = text_of([Told(f"The documents know no {named}.", ())])
    asks = tuple(f"what did {state.name} say?" for state in asked.states[:2])
    asks += on_best_known(asked.knowledge, "who attended {}?")
    return Draft("no_record", f"{named}: no such meeting on record", tuple(parts), (), asks)


def _not_told(knowledge: Knowledge, meeting: Meeting) -> Draft:
    """The documents give a meeting's name and year, not its place or people."""
    when = f" and its date, {date_words(meeting.date)}" if meeting.date else ""
    told = [
        Told(
            f"The documents do not say that. Of {the(meeting)} they give the name {meeting.name}{when}.",
            meeting.citations,
        )
    ]
    parts, evidence = text_of(told)
    asks = on_best_known(knowledge, "what is {}?", "who attended {}?")
    return Draft("no_record", f"{meeting.label}: not in the documents", tuple(parts), evidence, asks)


def _by_state(asked: Asked, meeting: Meeting) -> list[Statement]:
    found = {item.state: item for item in asked.knowledge.statements if item.at(meeting)}
    return list(found.values())


def meeting_statements(asked: Asked) -> Draft:
    """Statements on record of a meeting, a year or a channel, the first of them in full."""
    channels = set(asked.reading.entities.channels)
    found = [
        item
        for item in asked.knowledge.statements
        if (not asked.meetings or any(item.at(meeting) for meeting in asked.meetings))
        and asked.in_years(item.years)
        and (not channels or asked.meetings or item.channel in channels)
    ]
    if not (asked.meetings or asked.years or channels):
        return _which(asked)
    where = _where(asked)
    found, of_year = _of_month(asked, found)
    if not found:
        told = [Told(f"The documents quote no statement {where}.", ()), *of_year]
        parts, evidence = text_of(told)
        return Draft(
            "no_record",
            f"No statement on record {where}",
            tuple(parts),
            evidence,
            on_best_known(asked.knowledge, "who spoke at {}?"),
        )
    names = and_list(dict.fromkeys(asked.knowledge.states[item.state].title for item in found))
    told = [Told(f"The documents have {len(found)} statement{'s' * (len(found) > 1)} {where}: by {names}.", ())]
    first, _ = text_of(told)
    passages: list[Part] = [passage_of(asked.knowledge, item) for item in found[:PASSAGES]]
    rest = tuple(citation for item in found[PASSAGES:] for citation in item.citations)
    if found[PASSAGES:]:
        later = and_list(asked.knowledge.states[item.state].title for item in found[PASSAGES:])
        more, _ = text_of([Told(f"Ask for the others by name: {later}.", ())])
        passages += more
    if of_year:
        more, cited = text_of(of_year)
        passages += more
        rest += cited
    asks = tuple(ask for meeting in asked.meetings for ask in questions_on(meeting, asked.knowledge)[:1])
    return Draft("answered", f"Statements on record {where}", (*first, *passages), rest, asks)


def _of_month(asked: Asked, found: list[Statement]) -> tuple[list[Statement], list[Told]]:
    """Of some statements those of the month or day named; and that others are dated by their year alone."""
    if asked.reading.month is None or asked.meetings:
        return found, []
    number, day = asked.reading.month
    wanted = f"-{number:02}" + (f"-{day:02}" if day else "")
    dated = [item for item in found if any(date[_YEAR_ONLY:].startswith(wanted) for date in item.dates)]
    undated = [item for item in found if all(len(date) == _YEAR_ONLY for date in item.dates)]
    if not undated:
        return dated, []
    names = and_list(dict.fromkeys(asked.knowledge.states[item.state].title for item in undated))
    sentence = f"Of the same year there are statements without a month: by {names}."
    return dated, [Told(sentence, tuple(item.citations[0] for item in undated))]


def _where(asked: Asked) -> str:
    if asked.meetings:
        return f"at {and_list(the(meeting) for meeting in asked.meetings)}"
    names = and_list(CHANNEL_NAMES[name] for name in asked.reading.entities.channels)
    if bounds := asked.reading.years_range:
        return f"{years_words(bounds)} ({names})" if names else years_words(bounds)
    if asked.years:
        when = f"of {_month_words(asked)}{and_list(str(year) for year in asked.years)}"
        return f"{when} ({names})" if names else when
    return f"({names})"


def _month_words(asked: Asked) -> str:
    if asked.reading.month is None:
        return ""
    number, day = asked.reading.month
    return f"{day} {MONTHS[number - 1]} " if day else f"{MONTHS[number - 1]} "


def _msp(asked: Asked) -> Draft:
    """What MSP stands for, by the heading of the table that uses it."""
    cell = asked.knowledge.listed[0].editions[0].last_participation
    told = [
        Told(
            "MSP is a Meeting of the States Parties; the status documents use it so in the heading of a table.", (cell,)
        )
    ]
    parts, evidence = text_of(told)
    return Draft(
        "answered",
        "MSP: Meeting of the States Parties",
        tuple(parts),
        evidence,
        on_best_known(asked.knowledge, "what is {}?", "who attended {}?"),
    )


def _which(asked: Asked) -> Draft:
    if "msp" in asked.reading.entities.channels:
        return _msp(asked)
    known = [meeting for meeting in asked.knowledge.meetings.values() if meeting.citations]
    of_series = [meeting for meeting in known if meeting.kind in asked.reading.entities.channels]
    if 1 < len(of_series) <= MOST_READINGS:
        offered = tuple(
            f"when {'were' if meeting.label.endswith('s') else 'was'} the {meeting.label}?" for meeting in of_series
        )
        return Draft("ambiguous", "Which meeting?", (Text("That could be one of several meetings:"),), (), offered)
    names = and_list(meeting.label for meeting in known)
    parts, evidence = text_of([Told(f"Which meeting? The documents name {names}.", ())])
    return Draft(
        "no_record",
        capital("which meeting?"),
        tuple(parts),
        evidence,
        on_best_known(asked.knowledge, "who spoke at {}?", "what is {}?"),
    )
