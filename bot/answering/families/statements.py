"""What a State said: at a meeting, in a year, through a channel, or all of it; and its position."""

from dataclasses import replace

from bot.answering.answer import Part, Text
from bot.answering.asking import OF_WORDS, WHETHER
from bot.answering.draft import Asked, Draft
from bot.answering.families.membership import listed_nowhere
from bot.answering.families.quotations import quotation, whether_said
from bot.answering.fitting import fitting, focused, names_years
from bot.answering.parts import (
    NOT_ASKED,
    Told,
    beside,
    in_newest_edition,
    no_information,
    not_shown,
    older_wordings,
    passage_of,
    text_of,
)
from bot.answering.wording import (
    CHANNEL_NAMES,
    and_list,
    capital,
    editions_named,
    question_for,
    question_on_vote,
    questions_on,
    short_label,
    the,
    years_words,
)
from bot.knowledge.model import State, Statement

MOST_SHOWN = 8
"""statements in full in one answer, the newest; the others are named"""
NEAREST_SHOWN = 2
"""statements shown when the one asked for is not on record"""


def statement(asked: Asked) -> Draft:
    """The statements that fit the meeting, year and channel named; `no_record` when none does."""
    state = asked.state
    if phrase := quotation(asked):
        return whether_said(asked, phrase)
    found = fitting(asked, state)
    if not found:
        return _of_years(asked, state) or _nothing(asked, state)
    unheard = _unheard(asked, found)
    if asked.reading.wants_first and not asked.meetings:
        found = found[-1:]
    elif asked.reading.wants_latest and not asked.meetings:
        found = tuple(item for item in found if _may_be_latest(item, found[0]))
    else:
        found = focused(asked, found)
    draft = shown(asked, state, found, f"{state.title}{_where(asked, found)}")
    return replace(draft, parts=(Text(_quoted_none(unheard, state)), *draft.parts)) if unheard else draft


def _unheard(asked: Asked, found: tuple[Statement, ...]) -> Asked | None:
    """The question for those of several meetings or years named of which nothing is found; None when all have some."""
    named = asked.reading.entities
    meetings = tuple(meeting.id for meeting in asked.meetings if not any(item.at(meeting) for item in found))
    years: tuple[int, ...] = ()
    if not asked.meetings and not asked.reading.years_range:
        told = {
            year for item in found for year in (*item.years, *named.years) if year in item.years or _has(item, year)
        }
        years = tuple(year for year in named.years if year not in told)
    if not meetings and not years:
        return None
    entities = named._replace(meetings=meetings, years=years)
    return replace(asked, reading=asked.reading._replace(entities=entities))


def _has(item: Statement, year: int) -> bool:
    """Whether a statement's own words name a year."""
    return any(str(year) in (citation.quote or "") for citation in item.citations)


def _may_be_latest(item: Statement, newest: Statement) -> bool:
    """Whether a statement is of the newest date, or of that year without a month: which came later is not known."""
    return item.last_date == newest.last_date or item.last_date == newest.last_date[: len("2018")]


_WHY_OUTSIDE = frozenset("why reason reasons obstacle obstacles grounds keeps keeping prevents stops".split())


def position(asked: Asked) -> Draft:
    """A State's position in its own words: what the newest edition that lists it holds."""
    state = asked.state
    if not state.statements:
        return _nothing(asked, state)
    found = fitting(asked, state) if asked.meetings or asked.years or asked.sources else ()
    of_editions = {edition.source.year for edition in state.editions if edition.source.year}
    if not found and asked.years and not asked.meetings and of_editions.isdisjoint(asked.years):
        return _nothing(asked, state)
    if not found:
        found = in_newest_edition(state) or state.statements
    draft = shown(asked, state, found, f"{state.title}: its position on record")
    reasons = {topic.id for topic in asked.knowledge.topics.values() if topic.tells == "why"}
    if not asked.asks_any(_WHY_OUTSIDE) or any(reasons.intersection(item.topics) for item in state.statements):
        return draft
    lead = Text(f"No statement by {state.name} on record names a reason for staying outside the Convention. On record:")
    return replace(draft, outcome="no_record", parts=(lead, *draft.parts))


def shown(asked: Asked, state: State, found: tuple[Statement, ...], title: str) -> Draft:
    """Statements in full, with what else is on record."""
    parts: list[Part] = []
    told: list[Told] = []
    for item in found[:MOST_SHOWN]:
        passage = passage_of(asked.knowledge, item, sources=asked.reading.entities.sources)
        parts.append(passage)
        if older := older_wordings(item, passage):
            told.append(older)
    more, evidence = text_of([*told, *beside(asked.knowledge, state, found[:MOST_SHOWN])])
    return Draft("answered", title, (*parts, *more), evidence, asks_next(asked, state, found))


def _of_years(asked: Asked, state: State) -> Draft | None:
    """What statements of another time tell of the year named: "Georgia 1996"; None when its own words are asked for."""
    begins = next((word for word in asked.reading.words if not word.startswith("{")), "")
    if begins in WHETHER or asked.meetings or asked.reading.years_range or asked.reading.entities.channels:
        return None
    if asked.asks_any(OF_WORDS) or ("when" in asked.words and asked.reading.content_words):
        return None
    found = tuple(item for item in state.statements if names_years(asked, item))
    if not found:
        return None
    none = f"The status documents quote no statement by {state.name}{asked_for(asked)}"
    lead = Text(f"{none}; these words speak of that time:")
    draft = shown(asked, state, found, f"{state.title}: words on {and_list(map(str, asked.years))}")
    return replace(draft, parts=(lead, *draft.parts))


def _where(asked: Asked, found: tuple[Statement, ...]) -> str:
    if meetings := [meeting.label for meeting in asked.meetings if any(item.at(meeting) for item in found)]:
        return f" at {and_list(meetings)}"
    if len(found) == 1:
        return f": {short_label(found[0], asked.knowledge)}"
    if asked.years and not asked.reading.years_range:
        return f" in {and_list(str(year) for year in asked.years)}"
    return ": statements on record"


def asks_next(asked: Asked, state: State, found: tuple[Statement, ...]) -> tuple[str, ...]:
    """Questions to ask after the statements found: for others of the State, the meeting and the vote."""
    asks = [question_for(item, asked.knowledge) for item in not_shown(state, found)[:2]]
    if asked.meetings:
        asks += questions_on(asked.meetings[0], asked.knowledge)[:1]
    return (*asks, *question_on_vote(state)) or (f"is {state.name} a party?",)


def _nothing(asked: Asked, state: State) -> Draft:
    """No such statement: say so, and what the documents do hold."""
    title = f"{state.title}{asked_for(asked)}: nothing on record"
    if not state.editions:
        title = f"{state.title}{asked_for(asked)}: no statement on record"
        return listed_nowhere(asked, state, f"The documents quote no statement by {state.name}.", title)
    told = [Told(_quoted_none(asked, state), ())]
    told += _presence(asked, state)
    newest = state.editions[0]
    if newest.no_information is not None:
        told.append(no_information(state, newest.no_information))
    nearest = state.statements[:NEAREST_SHOWN]
    if nearest:
        told.append(Told("What is on record last:", ()))
    first, evidence = text_of(told)
    passages = [passage_of(asked.knowledge, item, marked=NOT_ASKED) for item in nearest]
    more, extra = text_of(beside(asked.knowledge, state, nearest))
    only_fact = newest.no_information is not None and not (
        asked.meetings or asked.years or asked.reading.entities.channels
    )
    return Draft(
        "answered" if only_fact else "no_record",
        f"{state.title}: no official information submitted" if only_fact else title,
        (*first, *passages, *more),
        (*evidence, *extra),
        asks_next(asked, state, nearest),
    )


def _quoted_none(asked: Asked, state: State) -> str:
    """That the documents asked for quote nothing by a State that fits the question."""
    named = [source for source in asked.sources if source in asked.knowledge.editions]
    who = f"{capital(and_list(f'the {source.short}' for source in named))}" if named else "The status documents"
    verb = "quotes" if len(named) == 1 else "quote"
    return f"{who} {verb} no statement by {state.name}{asked_for(asked)}."


def asked_for(asked: Asked) -> str:
    """The meeting, channel, State and years asked for, in words: " at 16MSP in 2017"."""
    words = ""
    channels = [CHANNEL_NAMES[name] for name in asked.reading.entities.channels if not asked.meetings]
    if asked.meetings:
        words += f" at {and_list(the(meeting) for meeting in asked.meetings)}"
    elif channels:
        words += f" ({and_list(channels)})"
    if asked.reading.entities.about:
        words += f" about {and_list(asked.knowledge.states[other].name for other in asked.reading.entities.about)}"
    if bounds := asked.reading.years_range:
        words += f" {years_words(bounds)}"
    elif asked.years:
        words += f" in {and_list(str(year) for year in asked.years)}"
    return words


def on_record(asked: Asked) -> str:
    """Where nothing is on record: in the status documents asked for, else in any document."""
    if any(source in asked.knowledge.editions for source in asked.sources):
        return f" in {editions_named(asked.editions)}"
    return " on record"


def _presence(asked: Asked, state: State) -> list[Told]:
    """Whether the State took part in the meetings asked for."""
    told: list[Told] = []
    for meeting in asked.meetings:
        for edition in state.editions:
            if meeting.id in edition.attended:
                sentence = (
                    f"{capital(state.name)} took part in {the(meeting)} ({edition.source.short}, participation table)."
                )
                told.append(Told(sentence, (edition.attended[meeting.id],)))
                break
        else:
            if any(edition.source.id in meeting.columns for edition in state.editions):
                edition = next(item for item in state.editions if item.source.id in meeting.columns)
                sentence = f"The participation table of the {edition.source.short} does not list it as taking part."
                told.append(Told(sentence, (edition.grid,)))
    return told
