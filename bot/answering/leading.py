"""An answer to a question that is not in English: in French and Spanish led by a sentence in that language.

An answer keeps all its parts and evidence; before them stands, in the asker's language, what they say. The sentences
themselves are in :mod:`bot.answering.languages`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from bot.answering.answer import Listing, Outcome, Part, Passage, Text
from bot.answering.choice.decision import Step
from bot.answering.declining import EXAMPLES as ENGLISH_EXAMPLES
from bot.answering.draft import Asked, Draft
from bot.answering.languages import (
    CAN_ASK,
    EXAMPLES,
    MEETINGS,
    NAMES,
    REFUSAL_TITLE,
    REFUSALS,
    SENTENCES,
    TITLES,
)
from bot.answering.unclear_names import asked_with
from bot.answering.wording import question_on_vote, the
from bot.knowledge.model import Meeting, Source, State
from bot.knowledge.status_tables import VOTE_YEAR
from bot.matching.foreign_names import territories
from bot.matching.languages import SPOKEN
from bot.matching.reading import DANGEROUS_KIND, NOT_PARTY_COUNT, PARTIES_COUNT
from bot.matching.thresholds import MOST_READINGS

_IN_BRACKETS: Final = re.compile(r"\s*\([^)]*\)")


def in_other_language(asked: Asked, step: Step, answered: Callable[[Asked], Draft]) -> Draft:
    """The answer to a question that is not in English; ``answered`` makes the English one of a kind."""
    language = asked.reading.language
    if language not in SPOKEN:
        return _refused(asked)
    sentences = SENTENCES[language]
    match step:
        case "answer":
            return _led(asked, answered(asked), language)
        case "which-name":
            return _which_name(asked, language)
        case "decline" if asked.reading.intent == DANGEROUS_KIND:
            return Draft("declined", sentences["danger title"], (Text(sentences["danger"]),), (), EXAMPLES[language])
        case "decline":
            return Draft("declined", sentences["treaty title"], (Text(sentences["treaty"]),), (), EXAMPLES[language])
        case _:
            named = bool(asked.states or asked.meetings)
            asks = tuple(f"what did {state.name} say?" for state in asked.states[:1] if state.statements)
            text = Text(sentences["not understood"])
            outcome: Outcome = "no_record" if named else "declined"
            return Draft(outcome, sentences["not understood title"], (text,), (), (*EXAMPLES[language], *asks))


def _refused(asked: Asked) -> Draft:
    """In which languages one can ask, and the question's names as questions in English."""
    text = REFUSALS.get(asked.reading.language)
    parts = tuple(Text(line) for line in (text, CAN_ASK) if line)
    asks = tuple(ask for state in asked.states[:1] for ask in _in_english(asked, state))
    return Draft("declined", REFUSAL_TITLE, parts, (), asks or ENGLISH_EXAMPLES[:3])


def _in_english(asked: Asked, state: State) -> tuple[str, ...]:
    """Questions on a State that the documents can answer, for the meeting that is named first."""
    at = [meeting for meeting in asked.meetings if any(item.at(meeting) for item in state.statements)]
    spoke = tuple(f"what did {state.name} say at {the(meeting)}?" for meeting in at[:1])
    said = (f"what did {state.name} say?",) if state.statements else ()
    return (*(spoke or said), *question_on_vote(state), f"is {state.name} a party?")


def _which_name(asked: Asked, language: str) -> Draft:
    words, identifiers = asked.reading.near_names[0]
    names = [state_name(asked.knowledge.states[state], language) for state in identifiers[:MOST_READINGS]]
    sentences = SENTENCES[language]
    who = {"fr": " ou ", "es": " o "}[language].join(names)
    text = Text(sentences["which"].format(words=words, who=who))
    asks = asked_with(asked.reading.question, words, names)
    return Draft("ambiguous", sentences["which title"], (text,), (), asks)


def _led(asked: Asked, draft: Draft, language: str) -> Draft:
    """An answer with its first sentence and title in a language."""
    sentence = _lead(asked, draft, language)
    parts: tuple[Part, ...] = (Text(f"{sentence} {SENTENCES[language]['note']}"), *draft.parts)
    label = TITLES[language].get(asked.reading.intent)
    if label is None:
        return replace(draft, parts=parts)
    who = _who(asked, language)
    where = "" if who or asked.reading.intent == "vote-list" else _where(asked, language)
    title = f"{who}{SENTENCES[language]['colon']}{label}" if who else f"{label}{where}"
    return replace(draft, title=title, parts=parts)


def _lead(asked: Asked, draft: Draft, language: str) -> str:
    sentences = SENTENCES[language]
    if unknown := asked.reading.entities.unknown_meetings:
        return sentences["unknown meeting"].format(where=", ".join(unknown))
    of_kind = {
        "statement": _of_statement,
        "position": _of_statement,
        "vote": _of_vote,
        "attendance": _of_attendance,
        "last-participation": _of_last,
        "membership": _of_membership,
        PARTIES_COUNT: _of_count,
        NOT_PARTY_COUNT: _of_count,
        "states-not-party": _of_list,
        "vote-list": _of_vote_list,
        "attendees": _of_attendees,
    }.get(asked.reading.intent)
    if of_kind is None:
        return sentences.get(asked.reading.intent, sentences["other"])
    key, values = of_kind(asked, draft, language)
    return sentences[key].format(who=_who(asked, language), **{"where": _where(asked, language), **values})


_Lead = tuple[str, dict[str, str]]
"""the key of a sentence, and what stands in it besides the State and where"""


def _of_statement(asked: Asked, draft: Draft, _: str) -> _Lead:
    if draft.outcome != "answered":
        return "no statement", {}
    if not any(isinstance(part, Passage) for part in draft.parts):
        return "no information", {}
    return asked.reading.intent, {}


def _of_vote(asked: Asked, draft: Draft, language: str) -> _Lead:
    if len(asked.states) > 1:
        return "votes", {}
    edition = next((item for item in asked.editions_of(asked.state) if item.vote != "none"), None)
    committees = [meeting.year for meeting in asked.meetings if meeting.kind == "first_committee" and meeting.year]
    years = {*asked.years, *committees}
    if edition is None or (years and VOTE_YEAR not in years and not asked.reading.years_range):
        return "no vote", _in_brackets(years)
    vote = {"vote": SENTENCES[language][edition.vote]}
    return ("no reason" if draft.outcome == "no_record" else "vote"), vote


def _of_attendance(asked: Asked, draft: Draft, _: str) -> _Lead:
    if draft.outcome != "answered":
        return "no attendance", {}
    first = next((part.text for part in draft.parts if isinstance(part, Text)), "")
    if len(asked.states) > 1 or len(asked.meetings) != 1:
        return "attendance", {}
    if first.startswith("Yes"):
        return "attended", {}
    return ("not attended" if first.startswith("No") else "attendance"), {}


def _of_last(asked: Asked, draft: Draft, language: str) -> _Lead:
    editions = asked.editions_or_all_of(asked.state)
    if len(asked.states) > 1 or draft.outcome != "answered" or not editions:
        return ("attendance" if draft.outcome == "answered" else "no attendance"), {}
    last = asked.knowledge.meetings.get(editions[0].last_meeting or "")
    return ("last", {"meeting": meeting_name(last, language)}) if last else ("never", {})


def _of_membership(asked: Asked, draft: Draft, language: str) -> _Lead:
    if len(asked.states) > 1:
        return "other", {}
    if draft.outcome != "answered":
        return ("no membership" if asked.state.kind == "other" else "no date"), {}
    newest = asked.editions[0]
    key = "not party" if asked.state.edition(newest.id) else "party"
    return key, {"date": _as_of(newest, language)}


def _of_count(asked: Asked, draft: Draft, _: str) -> _Lead:
    if draft.outcome != "answered":
        return "no figure", _in_brackets(asked.years)
    return asked.reading.intent, {"number": draft.title.rpartition(": ")[2]}


def _of_list(_: Asked, draft: Draft, language: str) -> _Lead:
    listing = _first_listing(draft)
    if listing is None or draft.outcome != "answered":
        return "no list", {}
    date_shown = _as_of(listing.items[0].citations[0].source, language)
    return "states-not-party", {"number": str(len(listing.items)), "date": date_shown}


def _of_vote_list(asked: Asked, draft: Draft, language: str) -> _Lead:
    sentences = SENTENCES[language]
    if draft.outcome != "answered":
        return "no votes", _in_brackets(asked.years)
    table = next(table for table in asked.knowledge.vote_tables if table.source in asked.editions)
    wanted = [vote for vote in asked.reading.entities.votes if vote != "against"]
    told = [
        f"{sentences[column.vote]}{sentences['colon']}{len(column.states)}"
        for column in table.columns
        if not wanted or column.vote in wanted
    ]
    if "against" in asked.reading.entities.votes:
        told.insert(0, sentences["against"])
    return "vote-list", {"votes": "; ".join(told)}


def _of_attendees(_: Asked, draft: Draft, __: str) -> _Lead:
    listing = _first_listing(draft)
    if listing is None or draft.outcome != "answered":
        return "no attendees", {}
    return "attendees", {"number": str(len(listing.items))}


def _in_brackets(years: Iterable[int]) -> dict[str, str]:
    shown = ", ".join(map(str, sorted(years)))
    return {"where": f" ({shown})" if shown else ""}


def _first_listing(draft: Draft) -> Listing | None:
    return next((part for part in draft.parts if isinstance(part, Listing) and part.items), None)


def _who(asked: Asked, language: str) -> str:
    return SENTENCES[language]["and"].join(state_name(state, language) for state in asked.states)


def _where(asked: Asked, language: str) -> str:
    places = [meeting_name(meeting, language) for meeting in asked.meetings]
    if not places and not asked.reading.years_range:
        places = [str(year) for year in asked.years]
    return "".join(f", {place}" for place in places)


def state_name(state: State, language: str) -> str:
    """A State's name in a language, by the UN or the CLDR; its own short name when these have none."""
    for code in state.names.iso:
        if name := NAMES[language].get(code) or territories(language).get(code):
            return _IN_BRACKETS.sub("", name)
    return state.title


def meeting_name(meeting: Meeting, language: str) -> str:
    """A meeting's name in a language, with its year: "16e Réunion des États parties (2017)"."""
    name = MEETINGS[language][meeting.kind].format(number=meeting.number or "")
    if meeting.number == 1:
        name = name.replace("1e ", "1re ")
    return f"{name} ({meeting.year})" if meeting.year else name


def _as_of(source: Source, language: str) -> str:
    if source.date is None:
        return ""
    from babel.dates import format_date  # noqa: PLC0415 - as in foreign_names: never needed in English

    parts = [int(part) for part in source.date.split("-")]
    day = date(*[*parts, 1, 1][:3])
    patterns = {1: "y", 2: "MMMM y" if language == "fr" else "MMMM 'de' y", 3: "long"}
    return SENTENCES[language]["as of"].format(date=format_date(day, patterns[len(parts)], locale=language))
