"""Which reading to answer by: the four outcomes in their order (DESIGN, principle 3)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.answering.draft import Asked
from bot.answering.membership import LEAVING
from bot.answering.statements import asks_for_people, fitting, on_subject
from bot.answering.topics import asks_number, tells_of_mines
from bot.matching.coverage import SPEAKING
from bot.matching.foreign import understood_in_other_language
from bot.matching.gates import asks_names
from bot.matching.languages import ENGLISH
from bot.matching.reading import FAQ_PREFIX, UNHELD_PREFIX, Candidate, Reading
from bot.matching.thresholds import (
    CLEAR,
    DANGEROUS,
    DECLINED,
    MOST_READINGS,
    NEAR,
    STATEMENT_COVERAGE,
    SURE,
    UNHELD,
    understood,
)
from bot.matching.words import POSITION_WORDS, WHY_OR_WHETHER

DECLINE = "decline-"
_UNANSWERED = (DECLINE, UNHELD_PREFIX)
OTHER_TREATY = "decline-other-treaty"
OTHER_SUBJECT = "decline-other-subject"
INSTRUCTIONS = "decline-instructions"
_TASKS = frozenset("write draft email translate compose send sing draw book order post delete forget pretend".split())
_ADDRESSING = frozenset("please pls plz can could would will you now hey hi ok just kindly i want to need u".split())
TOO_LONG = "too-long"
"""intent of a text that is not read, for its length"""
SEARCH = "search"
"""intent of a question that is answered with search hits and is read as no kind of question"""
_DANGEROUS_KIND = "decline-dangerous"
_SECOND_BEST = 0.08
"""how far behind the best kind one may be that explains more of the question's words"""
_LOOKED_AT = 4
_EMPTY_WORDS = frozenset("why where when what who which how and then so not source yes no ok it that this".split())
_ON_ACCESSION = frozenset({"topic-state", "position", "statement"})
_OF_FACTS = tuple("cost costs price many much long often who when where which whose percent".split())
"""words that ask for a fact, not for how something is done"""
_OF_WORDS = tuple("said say says tell tells told quote quoted statement wording intervention".split())
"""words that ask what was said, whoever attended"""
_OF_REASONS = tuple("why reason reasons justify justified justification explain explained motive motives".split())
_OF_PRESENCE = frozenset({"attendance", "last-participation", "attendees", "last-at", "never-participated"})
_OF_OUTCOMES = tuple("ever eventually end outcome result really".split())
"""words that ask how it went on after a statement"""
_OF_TOTALS = tuple("total totals number numbers many count counts figure figures".split())
_TAKING_PART = tuple("attend attended attends ticked tick ticks participated came attending present".split())
_ARTICLE = re.compile(r"^article\d+$")
_OF_MINES = tuple("mine mines landmine landmines minefield minefields convention treaty ban banning ottawa".split())
_OF_JOINING = tuple(
    set(POSITION_WORDS)
    - {"policy", "problem", "problems", "view", "views", "attitude", "plan", "plans", "support", "supports"}
)
_FROM_WORDS = SPEAKING | {"overview", "membership"}
_OF_A_STATE = SPEAKING | {"overview", "membership", "vote", "attendance", "last-participation", "compare", "opinion"}
"""kinds near which a question on a State is likely one for its words"""

Step = Literal["help", "decline", "which-name", "ambiguous", "answer", "search"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with a question, and the reading to do it by."""

    step: Step
    reading: Reading
    near: tuple[Candidate, ...] = ()
    why: str = ""


def decide(asked: Asked) -> Decision:
    """The decision for a question as read; its reading has the intent that is answered."""
    in_english = asked.reading.language == ENGLISH
    return _in_english(asked) if in_english else _in_other_language(asked.reading)


def _in_english(asked: Asked) -> Decision:
    reading = asked.reading
    if not reading.words:
        return Decision("help", reading, why="the question has no words")
    if _says_nothing(reading):
        return Decision("help", reading, why="it names nothing and has no word that carries a subject")
    best = reading.candidates[0] if reading.candidates else Candidate("", 0.0)
    if best.intent.startswith(DECLINE) and best.score >= DECLINED and not _said_by_a_state(asked, best):
        return Decision("decline", _by(reading, best), why=f"{best.intent} scores {best.score:.2f}, from {DECLINED}")
    if reading.entities.other_treaties and not _about_this_treaty(reading):
        return Decision("decline", replace(reading, intent=OTHER_TREATY), why="it names another treaty")
    if _is_a_task(reading.words):
        return Decision(
            "decline", replace(reading, intent=INSTRUCTIONS), why="it asks for work, not for what is on record"
        )
    if reading.near_names and not reading.entities.states:
        return Decision("which-name", reading, why=f'"{reading.near_names[0][0]}" could be several States')
    if best.intent.startswith(UNHELD_PREFIX) and best.score >= UNHELD:
        return Decision("search", reading, why=f"{best.intent}: near what the documents tell, and not in them")
    if chosen := _chosen(asked):
        return _understood(asked, chosen)
    return _otherwise(asked, best)


def _otherwise(asked: Asked, best: Candidate) -> Decision:
    """The decision when no kind of question is understood."""
    reading = asked.reading
    if LEAVING in reading.entities.topics and len(asked.states) == 1 and not asked.asks(*_OF_REASONS, "when"):
        return Decision("answer", replace(reading, intent="membership"), why="it asks whether the State leaves")
    if statement := _statement(asked):
        return Decision("answer", statement, why="no known form, but the State's own statements hold its words")
    if best.intent.startswith(DECLINE) and _nothing_named(reading) and reading.content_words:
        return Decision("decline", _by(reading, best), why="nothing of this treaty is named")
    dangerous = best.intent == _DANGEROUS_KIND and best.score >= DANGEROUS
    if dangerous and reading.content_words and not asked.asks(*_OF_FACTS):
        return Decision("decline", _by(reading, best), why="it may be a dangerous ask")
    if best.intent.startswith(DECLINE):
        reading = replace(reading, intent=SEARCH)
    return Decision("search", reading, why="no kind of question explains enough of its words")


def _understood(asked: Asked, chosen: Candidate) -> Decision:
    """The decision when a kind of question is understood."""
    reading = asked.reading
    if near := _near(reading, chosen):
        return Decision("ambiguous", _by(reading, chosen), near, "several FAQ entries are near each other")
    has_words = any(state.statements for state in asked.states)
    if chosen.intent == "vote" and asked.states and asked.asks(*_OF_REASONS):
        entities = replace(reading.entities, channels=("explanation_of_vote",), meetings=())
        explained = replace(reading, intent="statement", entities=entities)
        return Decision("answer", explained, why="it asks for the reasons of a vote")
    if chosen.intent in _OF_PRESENCE and asked.asks(*_OF_REASONS):
        return Decision("search", reading, why="it asks why a State came or stayed away")
    if chosen.intent == "statement" and not reading.content_words and (other := _bare(asked)):
        return Decision("answer", replace(reading, intent=other), why="a State and a meeting, and no words there")
    if chosen.intent == "attendance" and asked.meetings and asked.asks(*_OF_WORDS):
        return Decision("answer", replace(reading, intent="statement"), why="it asks for the words, not for attendance")
    if chosen.intent == "edition-changes" and not asked.states and asked.asks(*_OF_TOTALS):
        outside = asked.asks("outside", "not", "non")
        intent = "count-states-not-party" if outside else "count-states-parties"
        return Decision("answer", replace(reading, intent=intent), why="it asks how a total changed")
    if chosen.intent.startswith("count-states-") and (asked.meetings or asked.asks(*_TAKING_PART)):
        return Decision("answer", replace(reading, intent="attendees"), why="it asks how many took part")
    if chosen.intent == "membership" and has_words and asked.asks(*WHY_OR_WHETHER):
        return Decision("answer", replace(reading, intent="position"), why="it asks why or whether, not if it is one")
    if chosen.intent in _ON_ACCESSION and "accession" in reading.entities.topics and asked.asks("when", "date", "day"):
        return Decision("answer", replace(reading, intent="membership"), why="it asks when the State acceded")
    return Decision("answer", _by(reading, chosen), why=f"{chosen.intent} is understood")


def _is_a_task(words: Sequence[str]) -> bool:
    """Whether a question begins as an order: "draft an email ...", "can you translate ..."."""
    asked_for = [word for word in words if word not in _ADDRESSING]
    return bool(asked_for) and asked_for[0] in _TASKS


def _said_by_a_state(asked: Asked, best: Candidate) -> bool:
    """Whether what looks like another subject stands in a statement of the year or meeting that is named."""
    named = bool(asked.meetings or asked.years)
    subject = on_subject(asked)
    return (
        best.intent == OTHER_SUBJECT
        and named
        and bool(subject)
        and any(
            asked.search.share(item, subject) >= STATEMENT_COVERAGE
            for state in asked.states
            for item in fitting(asked, state)
        )
    )


def _bare(asked: Asked) -> str | None:
    """The kind that "Riyadh at 14MSP?" is, when no statement there is on record."""
    if asked.asks(*_OF_WORDS, "words") or len(asked.states) != 1 or fitting(asked, asked.state):
        return None
    if "first_committee" in asked.reading.entities.channels or any(
        meeting.kind == "first_committee" for meeting in asked.meetings
    ):
        return "vote"
    return "attendance" if asked.meetings and asked.state.editions else None


def _in_other_language(reading: Reading) -> Decision:
    """The decision for a question that is not in English: only what is clearly understood is answered."""
    if reading.intent == _DANGEROUS_KIND:
        return Decision("decline", reading, why="it may be a dangerous ask")
    if reading.entities.other_treaties:
        return Decision("decline", replace(reading, intent=OTHER_TREATY), why="it names another treaty")
    if reading.near_names and not reading.entities.states:
        return Decision("which-name", reading, why=f'"{reading.near_names[0][0]}" could be several States')
    # A question may lean on one that was declined or only searched for: that has no answer in any language.
    has_answer = not reading.intent.startswith((*_UNANSWERED, SEARCH, TOO_LONG))
    if has_answer and reading.candidates and understood_in_other_language(reading.candidates[0]):
        return Decision("answer", reading, why=f"{reading.intent} is understood")
    return Decision("search", reading, why=f"no kind of question in the language {reading.language} explains its words")


def _by(reading: Reading, candidate: Candidate) -> Reading:
    if candidate.intent == reading.intent:
        return reading
    score = reading.score * candidate.score / best if (best := reading.candidates[0].score) else 0.0
    return replace(reading, intent=candidate.intent, score=round(score, 4))


def _chosen(asked: Asked) -> Candidate | None:
    """The best kind that is understood, unless it is far behind the best score."""
    reading = asked.reading
    of_editions = {int(source.date[:4]) for source in asked.knowledge.editions if source.date}
    least = SURE if reading.unknown_names else 0.0
    asks_who = asks_names(reading.words) or asked.asks("who")
    of_groups = asks_who and asked.asks("groups", "companies", "armies", "militaries")
    articles = any(_ARTICLE.match(word) for word in reading.words)
    for candidate in reading.candidates[:_LOOKED_AT]:
        behind = reading.candidates[0].score - candidate.score
        if candidate.intent == "edition-changes" and not set(reading.entities.years) <= of_editions:
            continue  # "between 2010 and 2014" is a range, not two editions
        if articles and not candidate.intent.startswith((FAQ_PREFIX, "article7", "statement")):
            continue  # what an article says is told by no list and no count
        if of_groups and candidate.intent in SPEAKING:
            continue  # statements name no groups
        if candidate.confidence < least:
            continue
        if candidate.intent in _FROM_WORDS and candidate.coverage < 1 and _strays(asked):
            continue  # a State is named, and nothing of mines
        if behind <= _SECOND_BEST and not candidate.intent.startswith(_UNANSWERED) and understood(candidate):
            return candidate
    return None


def _near(reading: Reading, chosen: Candidate) -> tuple[Candidate, ...]:
    """FAQ entries really near the one chosen, when it does not stand out."""
    if not chosen.intent.startswith(FAQ_PREFIX) or chosen.score >= CLEAR:
        return ()
    near = tuple(
        item
        for item in reading.candidates[:MOST_READINGS]
        if item.intent.startswith(FAQ_PREFIX) and abs(chosen.score - item.score) < NEAR and understood(item)
    )
    return near if len(near) > 1 else ()


def _about_this_treaty(reading: Reading) -> bool:
    """Whether the question is on this treaty though it names another one too."""
    best = reading.candidates[0] if reading.candidates else None
    named = any(mention.kind == "treaty" for mention in reading.mentions)
    return named or (best is not None and best.intent.startswith(FAQ_PREFIX) and understood(best))


def _statement(asked: Asked) -> Reading | None:
    """The reading as a question for a State's statements, when these may hold what it asks."""
    reading = asked.reading
    spoken = [state for state in asked.states if state.statements]
    if len(asked.states) != 1 or not spoken or asked.asks(*_OF_OUTCOMES) or _strays(asked):
        return None
    subject = on_subject(asked)
    # Words of no known kind may lean on a question in another script, and then there is no candidate.
    best = reading.candidates[0] if reading.candidates else Candidate("", 0.0)
    narrowed = bool(asked.meetings or asked.years or asked.reading.entities.channels)
    topics = set(reading.entities.topics)
    for state in spoken:
        found = fitting(asked, state)
        if not found or (asks_number(asked) and not any(tells_of_mines(asked, item) for item in found)):
            continue
        if narrowed and not subject:
            return replace(reading, intent="statement")
        if subject and any(asked.search.share(item, subject) >= STATEMENT_COVERAGE for item in found):
            return replace(reading, intent="statement")
        if topics and any(topics & set(item.topics) for item in found):
            return replace(reading, intent="topic-state")
        if best.intent in _OF_A_STATE and not asks_for_people(asked):
            return replace(reading, intent="statement" if narrowed else "position")
    if not narrowed and asked.asks(*POSITION_WORDS):
        return replace(reading, intent="position")
    return None


def _strays(asked: Asked) -> bool:
    """Whether a question names a State and nothing of this treaty, and has a subject that the State never spoke of."""
    reading = asked.reading
    entities = reading.entities
    named = entities.topics or entities.meetings or entities.years or entities.channels or entities.sources
    of_treaty = any(mention.kind == "treaty" for mention in reading.mentions)
    if named or of_treaty or asked.asks(*_OF_MINES, *_OF_WORDS, *_OF_JOINING):
        return False
    items = [item for state in asked.states for item in state.statements]
    return any(not any(asked.search.share(item, [word]) for item in items) for word in on_subject(asked))


def _says_nothing(reading: Reading) -> bool:
    """Whether there is nothing to go by: "why?", "and then" without a question before."""
    short = len(reading.words) <= 2 and not reading.mentions and not reading.near_names
    return short and not reading.content_words and set(reading.words) <= _EMPTY_WORDS


def _nothing_named(reading: Reading) -> bool:
    entities = reading.entities
    named: Mapping[str, object] = {"states": entities.states, "meetings": entities.meetings, "topics": entities.topics}
    return not any(named.values())
