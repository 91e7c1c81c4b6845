"""Voluntary Article 7 reports, replies to the President, bilateral meetings, and silence on record."""

from dataclasses import replace

from bot.answering.answer import Item, Listing, Outcome, Part
from bot.answering.asking import asks_number
from bot.answering.draft import Asked, Draft
from bot.answering.families.membership import listed_nowhere
from bot.answering.families.statements import statement
from bot.answering.fitting import fitting, to_a_president
from bot.answering.parts import Told, no_information, passage_of, text_of
from bot.answering.wording import and_list, as_of, capital
from bot.knowledge.model import Count, Fact, FactKind, State

BILATERAL_COUNT = "bilateral-meetings-2017"
_TOLD = frozenset(
    "say said says tell told promise promised discuss discussed raise raised answer answered reply replied state "
    "ask asked stated explain explained commit committed agree agreed result outcome talk talked".split()
)
"""words that ask what was said, not whether there was a meeting"""
_REPORTED = {("report", "in"), ("report", "on")}
_IN_IT = {("in", "it"), ("is", "in"), ("does", "it"), ("about", "it")}
_CONTENT = frozenset(
    """
    content contents contain contains inside say says text figures figure number numbers many
    """.split()
)


def article7(asked: Asked) -> Draft:
    """Which States not party sent voluntary Article 7 reports, or whether one did."""
    return _facts(
        asked, "article7_report", "voluntary Article 7 reports", "voluntary Article 7 report by", ("article7_report",)
    )


def letters(asked: Asked) -> Draft:
    """Which States replied to a President's letter or questionnaire, or whether one did."""
    channels = ("letter", "questionnaire")
    return _facts(asked, "letter_reply", "replies to the Presidents", "reply to a President's letter by", channels)


def bilateral(asked: Asked) -> Draft:
    """With which States the President met."""
    return _facts(asked, "bilateral_meeting", "bilateral meetings of the President", "bilateral meeting with", ())


def _facts(asked: Asked, kind: FactKind, what: str, no_such: str, channels: tuple[str, ...]) -> Draft:
    if asked.states:
        return _of_state(asked, kind, what, no_such, channels)
    found = [(state, fact) for state in asked.knowledge.states.values() for fact in state.facts if fact.kind == kind]
    facts_asked = [(state, fact) for state, fact in found if _fits(asked, fact)]
    facts_asked.sort(key=lambda pair: (pair[0].title, pair[1].years))
    count = asked.knowledge.counts.get(BILATERAL_COUNT) if kind == "bilateral_meeting" else None
    if not facts_asked and count and _unnamed(asked):
        outcome: Outcome = "answered" if asks_number(asked) or asked.sources else "no_record"
        return Draft(outcome, capital(what), (_without_names(count),), (), _asks(kind))
    if not facts_asked:
        return _none_of_that_time(what, kind, found)
    items = tuple(Item(fact.says, fact.citations) for _, fact in facts_asked)
    replied = kind == "letter_reply"
    names = and_list(dict.fromkeys(state.name if replied else state.title for state, _ in facts_asked))
    heading = f"The documents record {what} {'with' if kind == 'bilateral_meeting' else 'by'} {names}:"
    parts: list[Part] = [Listing(heading, items)]
    if count:
        parts.append(_without_names(count))
    return Draft("answered", capital(what), tuple(parts), (), _asks(kind))


def _without_names(count: Count) -> Listing:
    figure = count.figures[0]
    return Listing("Without names:", (Item(figure.says, (figure.citation,)),))


def _asks(kind: FactKind) -> tuple[str, ...]:
    if kind == "article7_report":
        return ("what does Morocco's Article 7 report say?",)
    if kind == "letter_reply":
        return ("what did China reply to the President?",)
    return ("who replied to the President's letter?",)


def _of_state(asked: Asked, kind: FactKind, what: str, no_such: str, channels: tuple[str, ...]) -> Draft:
    state = asked.state
    facts = [fact for fact in state.facts if fact.kind == kind]
    spoken = [item for item in state.statements if item.channel in channels and asked.in_years(item.years)]
    told_of = [fact for fact in facts if _fits(asked, fact)] or (facts if spoken and asked.years else [])
    reported = not asked.pairs.isdisjoint(_REPORTED) or asked.asks("declare", "declared", "write", "wrote")
    reported = reported and asked.asks("what")
    of_content = (reported or asked.asks_any(_CONTENT)) and not asked.asks("when", "year", "years", "date")
    of_content = of_content or not asked.pairs.isdisjoint(_IN_IT)
    if kind == "article7_report" and told_of and not spoken and of_content:
        return _content_unknown(state, told_of)
    if kind == "bilateral_meeting" and asked.asks_any(_TOLD):
        return _talk_unknown(state, told_of)
    if kind == "letter_reply" and not told_of and not to_a_president(asked):
        sent = asked.reading._replace(entities=asked.reading.entities._replace(channels=("information_to_isu",)))
        if fitting(replace(asked, reading=sent), state):
            return statement(replace(asked, reading=sent))
    if not told_of:
        return _none_recorded(asked, state, kind, what, no_such)
    told = [Told(fact.says, fact.citations) for fact in _distinct(told_of)]
    parts, evidence = text_of(told)
    passages = [passage_of(asked.knowledge, item) for item in spoken]
    return Draft("answered", f"{state.title}: {what}", (*parts, *passages), evidence, _asks(kind))


def _talk_unknown(state: State, meetings: list[Fact]) -> Draft:
    """That the President met a State is on record, what was said there is not."""
    told = [
        Told("The documents do not tell what was said at bilateral meetings.", ()),
        *(Told(item.says, item.citations) for item in meetings),
    ]
    parts, evidence = text_of(told)
    title = f"{state.title}: what was said at a bilateral meeting is not on record"
    return Draft("no_record", title, tuple(parts), evidence, (f"what did {state.name} say?",))


def _content_unknown(state: State, reports: list[Fact]) -> Draft:
    """That a report was sent is on record, what it says is not."""
    told = [
        Told("The documents do not say what stands in it.", ()),
        *(Told(item.says, item.citations) for item in reports),
    ]
    parts, evidence = text_of(told)
    asks = ("which States sent voluntary Article 7 reports?",)
    return Draft(
        "no_record", f"{state.title}: content of the Article 7 report not on record", tuple(parts), evidence, asks
    )


def _distinct(facts: list[Fact]) -> list[Fact]:
    return list({fact.says: fact for fact in facts}.values())


def _fits(asked: Asked, fact: Fact) -> bool:
    """Whether a fact is of the years and documents, and names the meetings: "the 16MSP President's letter"."""
    mentioned = [mention.id for mention in asked.reading.mentions if mention.kind == "meeting"]
    named = [asked.knowledge.meetings[identifier] for identifier in mentioned]
    meetings = [meeting.short for meeting in named if meeting.kind == "msp"]
    of_source = not asked.sources or any(citation.source in asked.sources for citation in fact.citations)
    return of_source and asked.in_years(fact.years) and all(short in fact.says for short in meetings)


def _none_of_that_time(what: str, kind: FactKind, found: list[tuple[State, Fact]]) -> Draft:
    found = sorted(found, key=lambda pair: (pair[0].title, pair[1].years))
    items = tuple(Item(fact.says, fact.citations) for _, fact in found)
    parts = (Listing(f"The documents record no {what} of that time. They record these:", items),)
    return Draft("no_record", f"{capital(what)}: nothing of that time", parts, (), _asks(kind))


def _none_recorded(asked: Asked, state: State, kind: FactKind, what: str, no_such: str) -> Draft:
    others = [fact for fact in state.facts if fact.kind == kind]
    when = " of that time" if others else ""
    sentence = f"The documents record no {no_such} {state.name}{when}."
    title = f"{state.title}: {what}: nothing on record"
    if not state.editions:
        return listed_nowhere(asked, state, sentence, title)
    names = and_list(
        sorted({other.title for other in asked.knowledge.listed for fact in other.facts if fact.kind == kind})
    )
    told = [Told(sentence, ()), *(Told(fact.says, fact.citations) for fact in _distinct(others))]
    if names and not others:
        told.append(Told(f"They record such of: {names}.", ()))
    parts, evidence = text_of(told)
    unnamed = _unnamed(asked) if kind == "bilateral_meeting" else ()
    asks = (f"what did {state.name} say?",)
    return Draft("no_record", title, (*parts, *unnamed), (*evidence, state.editions[0].listed), asks)


def _unnamed(asked: Asked) -> tuple[Listing, ...]:
    """The meetings of the President of which no document names the State, in the time asked for: it may be one."""
    count = asked.knowledge.counts.get(BILATERAL_COUNT)
    there = count is not None and asked.in_years((int((count.figures[0].as_of or "0")[:4]),))
    return (_without_names(count),) if count is not None and there else ()


def no_information_list(asked: Asked) -> Draft:
    """States of which an edition says that they submitted no official information."""
    knowledge = asked.knowledge
    if asked.states:
        state = asked.state
        if not state.editions:
            return listed_nowhere(
                asked,
                state,
                f"The documents say nothing of information by {state.name}.",
                f"{state.title}: nothing on record",
            )
        newest = state.editions[0]
        told = (
            [no_information(state, newest.no_information)]
            if newest.no_information
            else [
                Told(f"No: the {newest.source.short} gives statements by {state.name}.", state.statements[0].citations)
            ]
        )
        parts, evidence = text_of(told)
        return Draft(
            "answered", f"{state.title}: official information", tuple(parts), evidence, (f"tell me about {state.name}",)
        )
    parts_: list[Part] = []
    for source in asked.editions:
        items = tuple(
            Item(state.title, (edition.no_information,))
            for state in knowledge.listed
            if (edition := state.edition(source.id)) and edition.no_information
        )
        parts_.append(Listing(f"{len(items)} States, by the {source.short} ({as_of(source)}):", items))
    return Draft(
        "answered", "No official information submitted", tuple(parts_), (), ("which States have never taken part?",)
    )
