"""Who attended a meeting, who was silent there, and who never took part in any."""

from bot.answering.answer import Item, Listing, Part
from bot.answering.asking import asks_of_parties
from bot.answering.draft import Asked, Draft
from bot.answering.families.attendance import NEVER, last_participation, meetings_of_years, ticks_after
from bot.answering.families.tabled import listings, newest_with, no_table, not_tabled
from bot.answering.parts import Told, text_of
from bot.answering.wording import (
    and_list,
    as_of,
    listed_as,
    on_best_known,
    question_on_absence,
    questions_on,
    the,
    years_words,
)
from bot.knowledge.model import Edition, Knowledge, State

_SERIES = {"msp": "msp", "reviewconference": "review_conference", "intersessional": "intersessional"}
_OF_SERIES = {
    "msp": "an MSP",
    "review_conference": "a Review Conference",
    "intersessional": "intersessional meetings",
}


def attendees(asked: Asked) -> Draft:
    """The States not party that took part in a meeting, by the newest edition that covers it."""
    knowledge = asked.knowledge
    meetings = asked.meetings or meetings_of_years(asked)
    if asks_of_parties(asked):
        parts, _ = text_of(
            [
                Told(
                    "The documents do not list which States Parties attended; their tables hold States not party only.",
                    (),
                )
            ]
        )
        asks = tuple(f"which States not party attended {meeting.short}?" for meeting in meetings[:2])
        return Draft("no_record", "Attendance of States Parties: not in the documents", tuple(parts), (), asks)
    if not meetings:
        first, last = knowledge.tabled_years
        parts, _ = text_of([Told(f"Which meeting? The participation tables cover those from {first} to {last}.", ())])
        return Draft("no_record", "Attendance", tuple(parts), (), on_best_known(knowledge, "who attended {}?"))
    found: list[Part] = []
    for meeting in meetings:
        if source := newest_with(asked, meeting):
            heading = f"took part in {the(meeting)}, by the {source.short}:"
            found += listings(asked, meeting, source, heading, ticked=True)
    if not found:
        return no_table(asked, meetings)
    missing, evidence = not_tabled(asked, meetings)
    title = f"States not party at {and_list(meeting.label for meeting in meetings)}"
    asks = (*questions_on(meetings[0], knowledge)[1:], *question_on_absence(meetings[0]))
    return Draft("answered", title, (*found, *missing), evidence, asks)


def last_at(asked: Asked) -> Draft:
    """States whose last participation, by the newest edition asked for, was a meeting or in a year."""
    knowledge, source = asked.knowledge, asked.editions[0]
    meetings = asked.meetings or tuple(
        meeting
        for meeting in knowledge.meetings.values()
        if asked.years and meeting.year and asked.in_years((meeting.year,))
    )
    kind = next((kind for word, kind in _SERIES.items() if word in asked.words), None)
    if not meetings and kind:
        meetings = tuple(meeting for meeting in knowledge.meetings.values() if meeting.kind == kind)
    wanted = {meeting.id for meeting in meetings}
    items = tuple(
        _last_of(knowledge, state, edition)
        for state, edition in knowledge.not_party(source.id).items()
        if edition.last_meeting in wanted
    )
    labels = and_list(meeting.label for meeting in asked.meetings) or _span(asked)
    labels = labels or _OF_SERIES.get(kind or "", "")
    if not labels:
        return never_participated(asked)
    if not items:
        parts, _ = text_of([Told(f"The {source.short} gives {labels} as the last participation of no State.", ())])
        return Draft(
            "no_record",
            f"Last participation {labels}: no State",
            tuple(parts),
            (),
            on_best_known(knowledge, "who attended {}?"),
        )
    states = "State" if len(items) == 1 else "States"
    heading = f"{len(items)} {states}, by the column of last participation of the {source.short} ({as_of(source)}):"
    return Draft(
        "answered",
        f"Last participation: {labels}",
        (Listing(heading, items),),
        (),
        ("which States have never taken part?",),
    )


def _last_of(knowledge: Knowledge, state: State, edition: Edition) -> Item:
    """The last participation of a State; with the later ticks that the same edition's table has."""
    cell = edition.last_participation.cell
    later = ticks_after(knowledge, edition)
    beside = f" ({later.text[0].lower()}{later.text[1:-1]})" if later else ""
    return Item(
        f"{state.title}: {cell.value if cell else ''}{beside}",
        (edition.last_participation, *(later.citations if later else ())),
    )


def _span(asked: Asked) -> str:
    """The years asked for in words: "2016", "until 2009", "since 2012"."""
    if bounds := asked.reading.years_range:
        return years_words(bounds)
    return and_list(str(year) for year in asked.years)


def never_participated(asked: Asked) -> Draft:
    """The States that have never taken part in any meeting; of one that is named, when it last did."""
    if asked.states:
        return last_participation(asked)
    knowledge, source = asked.knowledge, asked.editions[0]
    never = {
        state: edition for state, edition in knowledge.not_party(source.id).items() if edition.last_meeting is None
    }
    items = tuple(Item(state.title, (edition.last_participation,)) for state, edition in never.items())
    listed = knowledge.lists.get(NEVER)
    heading = f"{len(items)} States not party have never taken part in a meeting ({as_of(source)}):"
    said_so = listed.citations if listed else ()
    asks = tuple(f"what did {state.name} say?" for state in list(never)[:2])
    return Draft("answered", "States that have never taken part", (Listing(heading, items),), said_so, asks)


def silence(asked: Asked) -> Draft:
    """States that took part in a meeting and of which no statement there is quoted."""
    knowledge = asked.knowledge
    meetings = [meeting for meeting in asked.meetings if meeting.columns]
    if not meetings:
        return attendees(asked)
    parts: list[Part] = []
    told: list[Told] = []
    for meeting in meetings:
        if (source := newest_with(asked, meeting)) is None:
            continue
        quoted = {item.state for item in knowledge.statements if item.at(meeting)}
        items = tuple(
            Item(listed_as(state, cell), (cell,))
            for state, edition in knowledge.not_party(source.id).items()
            if (cell := edition.attended.get(meeting.id)) and state.id not in quoted
        )
        parts.append(
            Listing(f"{len(items)} States took part in {the(meeting)} and no statement by them there is quoted:", items)
        )
        spoke = [item for item in knowledge.statements if item.at(meeting)]
        if spoke:
            names = and_list(knowledge.states[item.state].title for item in spoke)
            told.append(Told(f"Statements there are on record by {names}.", tuple(item.citations[0] for item in spoke)))
    if not parts:
        return no_table(asked, meetings)
    more, evidence = text_of(told)
    title = f"Present and not quoted: {and_list(meeting.label for meeting in meetings)}"
    return Draft("answered", title, (*parts, *more), evidence, questions_on(meetings[0], asked.knowledge)[1:])


def attendance_totals(asked: Asked) -> Draft:
    """How many meetings of a participation table each State has a tick for, the most first."""
    knowledge, source = asked.knowledge, asked.editions[0]
    meetings = [meeting for meeting in knowledge.meetings.values() if source.id in meeting.columns]
    by_number: dict[int, list[Item]] = {}
    for state, edition in knowledge.not_party(source.id).items():
        ticks = [meeting for meeting in meetings if meeting.id in edition.attended]
        if not ticks:
            continue
        name = listed_as(state, edition.attended[ticks[0].id])
        text = name if len(ticks) == len(meetings) else f"{name}: {and_list(m.label for m in ticks)}"
        by_number.setdefault(len(ticks), []).append(Item(text, tuple(edition.attended[m.id] for m in ticks)))
    parts: list[Part] = []
    for number, items in sorted(by_number.items(), reverse=True):
        many = "every one of them" if number == len(meetings) else "one of them" if number == 1 else f"{number} of them"
        parts.append(Listing(f"Ticked for {many}:", tuple(items)))
    heading = f"The participation table of the {source.short} ({as_of(source)}) has {len(meetings)} meetings."
    more, _ = text_of([Told(heading, ())])
    asks = ("which States have never taken part?", *on_best_known(knowledge, "who attended {}?"))
    return Draft("answered", "How often States not party took part", (*more, *parts), (), asks)
