"""What States say on a topic: one State's statements, or which States speak of it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.answering.answer import Listing, Part, Text
from bot.answering.asking import OF_WORDS, asks_number, asks_of_parties, asks_whether
from bot.answering.claims import (
    MORATORIUM,
    claimed,
    claims,
    deeds_asked,
    of_that_time,
    speaks_of_deeds,
    told_in_editions,
)
from bot.answering.draft import Asked, Draft
from bot.answering.families.mentions import asks_for_mention, mentioning, mentions
from bot.answering.families.moratoria import asks_for_moratorium, moratorium_left_open
from bot.answering.families.statements import asked_for, on_record, shown, statement
from bot.answering.fitting import fitting, on_subject
from bot.answering.narrower import MENTIONING, holding, is_elsewhere, narrower_words, topic_words
from bot.answering.parts import NOT_ASKED, Told, beside, by_states, older_wordings, passage_of, text_of
from bot.answering.rules.topic_ids import LEAVING
from bot.answering.wording import MOST_NAMED, and_list, capital, labels_of
from bot.knowledge.model import Statement
from bot.matching import telling
from bot.matching.telling import counted

PASSAGES = 3
_ARMIES = frozenset("army military forces soldiers".split())
"""who has a State's mines, in whatever words"""
_CIRCUMSTANCES = frozenset(
    {"borders", "neighbours", "security", "sovereignty", "conflict", "use", "production", LEAVING}
)
"""topics that say where, why or by which deed: beside another topic what is said on that one is an answer"""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OF_MINES = frozenset("mine mines landmine landmines stockpile stockpiles stock stocks stockpiled apm".split())
_NUMBER_OF_MINES = re.compile(
    r"(?i)(?:\d{3}|\d million|\d thousand|hundreds?|thousands?|millions)(?:\W+\w+){0,5}?\W+(?:(?:land)?mines?|aplms?)\b"
)
_NO_NUMBER = re.compile(r"(?i)\b(?:majority|few)\b")
"""words that say that there are more or fewer, not how many"""
_DESTRUCTION = frozenset(
    "destroy destroyed destroys destroying destruction scrap scrapped rid eliminate eliminated blow blown".split()
)
_DESTROYED = re.compile(r"(?i)destroy|eliminat")
_CLEARING = frozenset("clear cleared clearing clearance removed".split())
_CLEARED = re.compile(r"(?i)\bclear(?:ed|ing|ance)?\b|\bremov")
_HELD = re.compile(r"(?i)stockpile of|still has|\bhas \d|retain|possess")


def tells_number(asked: Asked, item: Statement) -> bool:
    """Whether a statement has a number of what the question counts; a year is none."""
    nouns = counted(asked.reading.words)
    if not nouns or not _OF_MINES.isdisjoint(nouns):
        return _tells_of_mines(asked, item)
    paragraphs = (_NO_NUMBER.sub(" ", paragraph) for wording in item.wordings for paragraph in wording.paragraphs)
    return any(telling.tells_number(paragraph, nouns) for paragraph in paragraphs)


def _tells_of_mines(asked: Asked, item: Statement) -> bool:
    """Whether a statement has a number of mines, destroyed or held as the question asks."""
    told_by = _telling(asked)
    return any(
        told_by(sentence)
        for wording in item.wordings
        for paragraph in wording.paragraphs
        for sentence in _YEAR.sub("", paragraph).split(". ")
        if _NUMBER_OF_MINES.search(sentence)
    )


def _telling(asked: Asked) -> Callable[[str], object]:
    """Whether a sentence with a number of mines tells of those destroyed, cleared, or held, as the question asks."""
    if asked.asks_any(_DESTRUCTION):
        return _DESTROYED.search
    if asked.asks_any(_CLEARING):
        return _CLEARED.search
    return lambda sentence: _HELD.search(sentence) or not _DESTROYED.search(sentence)


def topic_state(asked: Asked) -> Draft:
    """A State's statements on a topic; all of its statements when the topic is not known."""
    state, topics = asked.state, _topics(asked)
    if asks_number(asked) and state.statements and not any(tells_number(asked, item) for item in fitting(asked, state)):
        # They are near, and no answer.
        near = statement(asked)
        sentence = Text(f"The documents give no such figure for {state.name}. What it is on record with:")
        return replace(near, outcome="no_record", title=f"{state.title}: no such figure", parts=(sentence, *near.parts))
    if not state.statements:
        if not topics and not asks_number(asked):
            return statement(asked)
        # That nothing was submitted is known, and tells nothing of the topic.
        return replace(statement(asked), outcome="no_record")
    if asks_number(asked) and not topics:
        numbers = tuple(item for item in fitting(asked, state) if tells_number(asked, item))
        return shown(asked, state, numbers, f"{state.title}: numbers on record")
    if not topics:
        return statement(asked) if _spoken_of(asked) else _unspoken(asked)
    about = _on_topics(asked)
    names = and_list(asked.knowledge.topics[topic].name for topic in topics)
    title = f"{state.title} on {names}"
    if not about:
        return _off_record(asked, names)
    if left_open := _left_open(asked, about):
        return left_open
    about = holding(about, narrower_words(asked)) or about
    untold = _untold(asked, about)
    # A statement on fewer topics says more on the one asked for; a number asked for comes first.
    wants_number = asks_number(asked)
    about.sort(key=lambda item: (wants_number and not tells_number(asked, item), -len(set(topics) & set(item.topics))))
    sources = asked.reading.entities.sources
    shown_ones = [(item, passage_of(asked.knowledge, item, sources=sources)) for item in about[:PASSAGES]]
    passages: list[Part] = [passage for _, passage in shown_ones]
    others = [other for item, passage in shown_ones if sources and (other := older_wordings(item, passage))]
    beside_them, evidence = text_of(others)
    passages += beside_them
    more = about[PASSAGES:]
    if more:
        text, _ = text_of([Told(f"Also on this: {labels_of(more, asked.knowledge)}.", ())])
        passages += text
    if untold:
        passages.insert(0, Text(f"{_none_by(asked)} is marked with this: {and_list(untold)}."))
    return Draft(
        "no_record" if untold and not asked.asks("about", "on") else "answered",
        title,
        tuple(passages),
        (*evidence, *(c for item in more[:MOST_NAMED] for c in item.citations)),
        (f"which States speak of {names}?",),
    )


def _on_topics(asked: Asked) -> list[Statement]:
    """The State's statements on the topics asked for, in the documents asked for."""
    found = [item for item in fitting(asked, asked.state) if set(_topics(asked)) & set(item.topics)]
    return [item for item in found if told_in_editions(asked, item)] if asked.sources else found


def _off_record(asked: Asked, names: str) -> Draft:
    """That no statement of a State is on some topics, with one on them from elsewhere, else what comes nearest."""
    state, topics, subject = asked.state, set(_topics(asked)), asked.reading.content_words
    asks_mention = asked.asks_any(MENTIONING) and not asked.sources
    if asks_mention and (holding_it := holding(fitting(asked, state), topic_words(asked))):
        return _by_its_words(asked, holding_it)
    told = [Told(f"{_none_by(asked)} is marked with this: {names}.", ()), *beside(asked.knowledge, state, ())]
    parts, evidence = text_of(told)
    elsewhere = [item for item in state.statements if topics & set(item.topics)]
    nearest_first = elsewhere or sorted(state.statements, key=lambda item: -asked.search.share(item, subject))
    nearest = [passage_of(asked.knowledge, item, marked=NOT_ASKED) for item in nearest_first[:1]]
    asks = (f"what did {state.name} say?", f"which States speak of {names}?")
    title = f"{state.title} on {names}{asked_for(asked)}: nothing{on_record(asked)}"
    return Draft("no_record", title, (*parts, *nearest), evidence, asks)


def _by_its_words(asked: Asked, found: Sequence[Statement]) -> Draft:
    """Statements that are not marked with a topic and have its words all the same: to mention it is not to claim it."""
    state, words = asked.state, and_list(f'"{word}"' for word in topic_words(asked))
    lead = Text(f"{_none_by(asked)} is marked with this subject, but the words {words} stand in what follows:")
    passages = [passage_of(asked.knowledge, item, sources=asked.reading.entities.sources) for item in found[:PASSAGES]]
    asks = (f"what did {state.name} say?",)
    return Draft("answered", f"{state.title}: the words {words}", (lead, *passages), (), asks)


def _left_open(asked: Asked, about: Sequence[Statement]) -> Draft | None:
    """What is said when statements on the topic do not speak of the very thing that is asked for."""
    if asks_for_moratorium(asked):
        if left_open := moratorium_left_open(asked, about):
            return left_open
    elif asks_whether(asked) and not speaks_of_deeds(asked, about):
        return _unspoken(asked)
    return _unspoken(asked) if is_elsewhere(asked, about, narrower_words(asked)) else None


def _none_by(asked: Asked) -> str:
    return f"No statement by {asked.state.name}{asked_for(asked)}{on_record(asked)}"


def _spoken_of(asked: Asked) -> bool:
    """Whether a statement of the State has a word of what is asked, if more than a statement is asked for."""
    subject = [word for word in on_subject(asked) if word not in _ARMIES]
    return not subject or any(asked.search.share(item, subject) for item in asked.state.statements)


def _unspoken(asked: Asked) -> Draft:
    """That no statement of the State has a word of what is asked, and what it is on record with."""
    state, near = asked.state, statement(asked)
    sentence = Text(f"{_none_by(asked)} has the words asked for. What it is on record with:")
    return replace(near, outcome="no_record", title=f"{state.title}: no direct answer", parts=(sentence, *near.parts))


def _untold(asked: Asked, about: Sequence[Statement]) -> list[str]:
    """The names of the topics asked for with others of which none of some statements speaks.

    "About accession and clearance" asks for both, and one may be told; "casualties along the border" is one question.
    """
    spoken_of = {topic for item in about for topic in item.topics} | _CIRCUMSTANCES
    if "victim-assistance" in spoken_of:
        spoken_of.add("casualties")
    return [asked.knowledge.topics[topic].name for topic in _topics(asked) if topic not in spoken_of]


def topic_states(asked: Asked) -> Draft:
    """Which States speak of a topic, each with its statement."""
    if asks_of_parties(asked):
        parts, _ = text_of(
            [Told("The documents hold statements of States not party only, none of States Parties.", ())]
        )
        return Draft(
            "no_record", "States Parties: no statements on record", tuple(parts), (), ("which States are not party?",)
        )
    topics = _topics(asked)
    if asks_for_mention(asked) or (not topics and mentioning(asked)):
        return mentions(asked)
    if not topics:
        names = and_list(topic.name for topic in asked.knowledge.topics.values())
        parts, _ = text_of([Told(f"Which topic? The statements are marked with these: {names}.", ())])
        return Draft("no_record", "Which topic?", tuple(parts), (), ("which States speak of stockpiles?",))
    wanted, listed, claim = frozenset(topics), _listed(asked), claimed(asked)
    # "Who had a moratorium before 1998" asks when that began, and not when it was spoken of.
    by_its_words = bool(asked.years) and asked.asks_any(MORATORIUM) and not asked.asks_any(OF_WORDS)
    found = [
        item
        for item in asked.knowledge.statements
        if (claims(asked, item) if claim else not wanted.isdisjoint(item.topics))
        and (of_that_time(asked, item) if claim and by_its_words else asked.in_years(item.years))
        and item.state in listed
        and any(citation.source in asked.editions for citation in item.citations)
        and (not asked.meetings or any(item.at(meeting) for meeting in asked.meetings))
    ]
    names = and_list(asked.knowledge.topics[topic].name for topic in topics)
    if asked.asks("or"):
        names = " or ".join(asked.knowledge.topics[topic].name for topic in topics)
    elif len(topics) > 1 and asked.asks("and", "both"):
        of_all = [{item.state for item in found if topic in item.topics} for topic in topics]
        found = [item for item in found if all(item.state in states for states in of_all)]
    narrower = () if claim else narrower_words(asked)
    wider, found = found, holding(found, narrower) if narrower else found
    if narrower and wider and not found:
        return _only_wider(asked, wider, narrower, names)
    if narrower:
        names = and_list(f'"{word}"' for word in narrower)
    if not found:
        says = "says so" if claim else f'is marked with the subject "{names}"'
        parts, _ = text_of([Told(f"No statement{asked_for(asked)} on record {says}.", ())])
        asks = (f"which States speak of {names}?", "which States are not party?")
        return Draft("no_record", f"{capital(names)}: nothing on record", tuple(parts), (), asks)
    items = by_states(asked.knowledge, found)
    one = len(items) == 1
    of_states = f"Statements of {len(items)} {'State' if one else 'States'}"
    speak = f"that {'says so of itself' if one else 'say so of themselves'}" if claim else f"that speak of {names}"
    heading = f"{of_states} {speak}; what each says differs, so read its words:"
    title = f"Who speaks of {names}"
    if claim:
        never = f"Who says that it never did so: {and_list(sorted(deeds_asked(asked)))}"
        title = never if "never" in asked.words else "Who tells of its own moratorium"
    first = asked.knowledge.states[found[0].state].name
    return Draft("answered", title, (Listing(heading, items),), (), (f"what does {first} say about {names}?",))


def _only_wider(asked: Asked, wider: Sequence[Statement], words: Sequence[str], names: str) -> Draft:
    """That no statement holds the words for a part of a topic; those on the topic are listed as what they are."""
    quoted = and_list(f'"{word}"' for word in words)
    lead = Text(f"No statement{asked_for(asked)} on record has the words {quoted}.")
    heading = f"On the wider subject, {names}, in other words:"
    listing = Listing(heading, by_states(asked.knowledge, wider))
    title = f"{capital(quoted)}: in no statement on record"
    return Draft("no_record", title, (lead, listing), (), (f"which States speak of {names}?",))


def _topics(asked: Asked) -> tuple[str, ...]:
    return asked.reading.entities.topics


def _listed(asked: Asked) -> frozenset[str]:
    if not asked.sources:
        return frozenset(state.id for state in asked.knowledge.listed)
    return frozenset(state.id for source in asked.editions for state in asked.knowledge.not_party(source.id))
