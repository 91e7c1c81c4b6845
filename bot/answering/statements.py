"""What a State said: at a meeting, in a year, through a channel, or all of it; and its position."""

import re
from collections.abc import Sequence
from dataclasses import replace
from weakref import WeakKeyDictionary

from bot.answering.answer import Part, Text
from bot.answering.draft import Asked, Draft
from bot.answering.membership import listed_nowhere
from bot.answering.parts import (
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
    question_for,
    question_on_vote,
    questions_on,
    short_label,
    the,
    years_words,
)
from bot.knowledge.model import Knowledge, State, Statement
from bot.knowledge.names import all_names, name_key
from bot.matching.tokens import tokenise
from bot.matching.words import stem

_SHORTEST_NAME = 3
"""letters; codes are not looked for in running text"""
MOST_SHOWN = 8
"""statements in full in one answer, the newest; the others are named"""
NEAREST_SHOWN = 2
"""statements shown when the one asked for is not on record"""
_COMMITTEE_CHANNELS = frozenset({"explanation_of_vote", "first_committee"})


def statement(asked: Asked) -> Draft:
    """The statements that fit the meeting, year and channel named; `no_record` when none does."""
    state = asked.state
    found = fitting(asked, state)
    if not found:
        return _nothing(asked, state)
    if asked.reading.wants_first and not asked.meetings:
        found = found[-1:]
    elif asked.reading.wants_latest and not asked.meetings:
        found = tuple(item for item in found if item.last_date == found[0].last_date)
    else:
        found = focused(asked, found)
    return shown(asked, state, found, f"{state.title}{_where(asked, found)}")


_REASONS = frozenset(
    """
    accession alternatives borders ccw clearance compliance conflict korean-peninsula neighbours non-state-groups
    security sovereignty step-by-step war-remnants
    """.split()
)
"""topics of which a State speaks that tells why it stays outside, or what it still has to do"""
_WHY_OUTSIDE = tuple("why reason reasons obstacle obstacles grounds keeps keeping prevents stops".split())


def position(asked: Asked) -> Draft:
    """A State's position in its own words: what the newest edition that lists it holds."""
    state = asked.state
    if not state.statements:
        return _nothing(asked, state)
    found = fitting(asked, state) if asked.meetings or asked.years or asked.sources else ()
    of_editions = {int(edition.source.date[:4]) for edition in state.editions if edition.source.date}
    if not found and asked.years and not asked.meetings and of_editions.isdisjoint(asked.years):
        return _nothing(asked, state)
    if not found:
        found = in_newest_edition(state) or state.statements
    draft = shown(asked, state, found, f"{state.title}: its position on record")
    if not asked.asks(*_WHY_OUTSIDE) or any(_REASONS.intersection(item.topics) for item in state.statements):
        return draft
    lead = Text(f"No statement by {state.name} on record names a reason for staying outside the Convention. On record:")
    return replace(draft, outcome="no_record", parts=(lead, *draft.parts))


def fitting(asked: Asked, state: State) -> tuple[Statement, ...]:
    """A State's statements that fit all that the question names, newest first."""
    entities = asked.reading.entities
    wanted = set(entities.channels)
    if "explanation_of_vote" in wanted or "first_committee" in wanted:
        wanted |= _COMMITTEE_CHANNELS if "first_committee" in wanted else {"explanation_of_vote"}
    if "letter" in wanted and not any(item.channel == "letter" for item in state.statements):
        wanted.add("information_to_isu")
    sources = {source.id for source in asked.sources if source in asked.knowledge.editions}
    return tuple(
        item
        for item in state.statements
        if (not asked.meetings or any(item.at(meeting) for meeting in asked.meetings))
        and (asked.in_years(item.years) or _speaks_of_years(asked, item))
        and (not wanted or asked.meetings or item.channel in wanted)
        and all(names_state(asked, item, other) for other in entities.about)
        and (not sources or any(citation.source.id in sources for citation in item.citations))
    )


_FORM_WORDS: WeakKeyDictionary[Knowledge, frozenset[str]] = WeakKeyDictionary()
"""gathered from the phrasings once for each snapshot"""


def _form_words(knowledge: Knowledge) -> frozenset[str]:
    """The stems of the words by which statements and positions are asked for."""
    if (found := _FORM_WORDS.get(knowledge)) is None:
        phrasings = knowledge.questions["statement"].phrasings + knowledge.questions["position"].phrasings
        words = {token.key for phrasing in phrasings for token in tokenise(phrasing)}
        found = _FORM_WORDS[knowledge] = frozenset(map(stem, words))
    return found


def on_subject(asked: Asked) -> list[str]:
    """The content words of a question that are not merely its form ("full", "statement", "said")."""
    form_words = _form_words(asked.knowledge)
    return [word for word in asked.reading.content_words if stem(word) not in form_words and not word.isdigit()]


_WHEN = re.compile(r"(?i)\b(?:(?:19|20)\d\ds?|when|once|as soon as|until)\b")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\(\.\.\.\)")
_SINCE = re.compile(r"(?i)\bsince (?:[a-z]+ )?(?:19|20)\d\d")


def since(item: Statement, words: Sequence[str] = ()) -> bool:
    """Whether a sentence of a statement tells since which year something is so that some words speak of."""
    stems = set(map(stem, words))
    return any(
        _SINCE.search(sentence) and not (stems and stems.isdisjoint(stem(token.key) for token in tokenise(sentence)))
        for citation in item.citations
        for sentence in _SENTENCE_END.split(citation.quote or "")
    )


def tells_when(item: Statement, words: Sequence[str]) -> bool:
    """Whether a sentence of a statement that holds one of some words has a year, or a condition."""
    stems = set(map(stem, words))
    return any(
        _WHEN.search(sentence) and not stems.isdisjoint(stem(token.key) for token in tokenise(sentence))
        for citation in item.citations
        for sentence in _SENTENCE_END.split(citation.quote or "")
    )


def focused(asked: Asked, found: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Of several statements those that hold most of what the question is about; all when none does."""
    subject = on_subject(asked)
    if len(found) < 2 or not subject:
        return found
    shares = [asked.search.share(item, subject) for item in found]
    best = max(shares)
    if best == 0:
        return found
    return tuple(item for item, share in zip(found, shares, strict=True) if share >= 0.8 * best)


def names_state(asked: Asked, item: Statement, other: str) -> bool:
    """Whether a statement's own words name another State."""
    names = [name_key(name) for _, name in all_names(asked.knowledge.states[other].names)]
    text = f" {name_key(' '.join(citation.quote or '' for citation in item.citations))} "
    return any(f" {name} " in text for name in names if len(name) > _SHORTEST_NAME)


def _speaks_of_years(asked: Asked, item: Statement) -> bool:
    """Whether a statement's own words name the year asked for: Mongolia in 2010 on what it destroys in 2011."""
    subject = asked.reading.intent != "statement" and not asked.reading.years_range and bool(on_subject(asked))
    return (subject or bool(asked.meetings)) and any(
        str(year) in (citation.quote or "") for year in asked.years for citation in item.citations
    )


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


def _where(asked: Asked, found: tuple[Statement, ...]) -> str:
    if asked.meetings:
        return f" at {and_list(meeting.label for meeting in asked.meetings)}"
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
        return listed_nowhere(asked, state, f"The documents quote no statement by {state.name}.", title)
    named = [source for source in asked.sources if source in asked.knowledge.editions]
    who = f"{capital(and_list(f'the {source.short}' for source in named))}" if named else "The documents"
    verb = "quotes" if len(named) == 1 else "quote"
    told = [Told(f"{who} {verb} no statement by {state.name}{asked_for(asked)}.", ())]
    told += _presence(asked, state)
    newest = state.editions[0]
    if newest.no_information is not None:
        told.append(no_information(state, newest.no_information))
    nearest = state.statements[:NEAREST_SHOWN]
    if nearest:
        told.append(Told("What is on record last:", ()))
    first, evidence = text_of(told)
    passages = [passage_of(asked.knowledge, item, marked="Not what was asked, but on record. ") for item in nearest]
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
