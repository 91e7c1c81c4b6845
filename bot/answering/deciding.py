"""Which reading to answer by: the four outcomes in their order (DESIGN, principle 3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from bot.answering.asking import OF_REASONS, OF_VOTES, OF_WORDS, asks_number
from bot.answering.choosing import DECLINE, chosen
from bot.answering.draft import Asked
from bot.answering.membership import LEAVING
from bot.answering.mentions import mentioning
from bot.answering.own_words import in_own_words
from bot.answering.rerouting import rerouted
from bot.answering.statements import fitting, on_subject
from bot.answering.withholding import withheld
from bot.matching.foreign import understood_in_other_language
from bot.matching.languages import ENGLISH
from bot.matching.reading import FAQ_PREFIX, UNHELD_PREFIX, Candidate, Reading
from bot.matching.thresholds import (
    AHEAD_OF_UNHELD,
    BESIDE_UNHELD,
    CLEAR,
    COUNTS,
    DANGEROUS,
    DECLINED,
    LEAST_SCORE,
    MOST_READINGS,
    NEAR,
    STATEMENT_COVERAGE,
    SURER,
    UNHELD,
    understood,
)
from bot.matching.words import ORGANISATIONS, POSITION_WORDS

_OUTSIDE = tuple("not non outside remaining remain remained yet left missing".split())
_LOOKED_AT = 4
_UNANSWERED = (DECLINE, UNHELD_PREFIX)
OTHER_TREATY = "decline-other-treaty"
OTHER_SUBJECT = "decline-other-subject"
INSTRUCTIONS = "decline-instructions"
_TASKS = frozenset(
    "write draft email translate compose send sing draw book order post delete forget pretend remind".split()
)
_OF_MENTION = tuple("mention mentions mentioned about too also speak speaks talk talks view position".split())
_OF_PARTIES = tuple("join joined ratify ratified sign signed accede acceded party member vote voted".split())
_ADDRESSING = frozenset("please pls plz can could would will you now hey hi ok just kindly i want to need u".split())
TOO_LONG = "too-long"
"""intent of a text that is not read, for its length"""
SEARCH = "search"
"""intent of a question that is answered with search hits and is read as no kind of question"""
_DANGEROUS_KIND = "decline-dangerous"
_LOOKED_AT = 4
_LEAVING_WORDS = frozenset(
    """
    leave leaving leaves left quit quits quitting exit exits exiting withdraw withdraws withdrawing withdrawal withdrew
    withdrawn pull pulling pulled walk walking opt opting status news announced announce intends
    """.split()
)
_EMPTY_WORDS = frozenset("why where when what who which how and then so not source yes no ok it that this".split())
_OF_FACTS = tuple("cost costs price many much long often who when where which whose percent".split())
"""words that ask for a fact, not for how something is done"""

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
    if best.intent.startswith((OTHER_SUBJECT, OTHER_TREATY, UNHELD_PREFIX)) and (mentioned := _mentioned(asked)):
        return mentioned
    if reading.entities.other_treaties and _told_of_by_the_state(asked):
        return Decision(
            "answer", replace(reading, intent="statement"), why="the State's own statement names that treaty"
        )
    of_subject = best.intent == OTHER_SUBJECT and asked.asks(*ORGANISATIONS)
    declined = best.intent.startswith(DECLINE) and best.score >= DECLINED and not of_subject
    if declined and not _said_by_a_state(asked, best):
        return Decision("decline", _by(reading, best), why=f"{best.intent} scores {best.score:.2f}, from {DECLINED}")
    of_parties = bool(asked.states) and asked.asks(*_OF_PARTIES)
    if reading.entities.other_treaties and (of_parties or not _about_this_treaty(reading)):
        return Decision("decline", replace(reading, intent=OTHER_TREATY), why="it names another treaty")
    if _is_a_task(reading.words):
        return Decision(
            "decline", replace(reading, intent=INSTRUCTIONS), why="it asks for work, not for what is on record"
        )
    if reading.near_names and not reading.entities.states:
        return Decision("which-name", reading, why=f'"{reading.near_names[0][0]}" could be several States')
    found = chosen(asked)
    if (unheld := _unheld(reading)) and (_outdoes(unheld, found) if found else unheld is best):
        return Decision("search", reading, why=f"{unheld.intent}: near what the documents tell, and not in them")
    return _understood(asked, found) if found else _otherwise(asked, best)


def _otherwise(asked: Asked, best: Candidate) -> Decision:
    """The decision when no kind of question is understood."""
    reading = asked.reading
    leaving = LEAVING in reading.entities.topics and not asks_number(asked)
    beside = set(on_subject(asked)) - _LEAVING_WORDS - set(POSITION_WORDS)
    if leaving and len(asked.states) == 1 and not (beside or asked.asks(*OF_REASONS, *OF_VOTES, *OF_WORDS, "when")):
        return Decision("answer", replace(reading, intent="membership"), why="it asks whether the State leaves")
    if mentioned := _mentioned(asked):
        return mentioned
    if count := _figure_of_a_source(asked):
        return Decision(
            "answer", replace(reading, intent=count), why="it asks for a figure that the document named gives"
        )
    if statement := in_own_words(asked):
        why = "no known form, but the State's own statements hold its words"
        return _by_rules(asked, Decision("answer", statement, why=why))
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
    return _by_rules(asked, Decision("answer", _by(reading, chosen), why=f"{chosen.intent} is understood"))


def _figure_of_a_source(asked: Asked) -> str | None:
    """The count near a question of how many that names a document, when that document gives a figure."""
    if not asked.sources or not asks_number(asked) or asked.states:
        return None
    outside = asked.asks(*_OUTSIDE) or ("to", "join") in pairwise(asked.reading.words)
    for item in asked.reading.candidates[:_LOOKED_AT]:
        count = asked.knowledge.counts.get(item.intent.removeprefix(COUNTS)) if item.intent.startswith(COUNTS) else None
        if outside and count and count.id == "states-parties":
            continue
        if count and item.score >= LEAST_SCORE and any(f.citation.source in asked.sources for f in count.figures):
            return item.intent
    return None


def _by_rules(asked: Asked, decision: Decision) -> Decision:
    """The decision after the words of the question have had their say."""
    if found := rerouted(asked, decision.reading.intent):
        reading, rule = found
        decision = Decision("answer", reading, why=rule)
    if why := withheld(asked, decision.reading.intent):
        return Decision("search", replace(asked.reading, intent=SEARCH), why=why)
    return decision


def _mentioned(asked: Asked) -> Decision | None:
    """The decision for "who cites Article 51", when statements hold all those words."""
    if asked.reading.entities.topics or not mentioning(asked):
        return None
    reading = replace(asked.reading, intent="topic-states")
    return Decision("answer", reading, why="statements of States hold all the words asked for")


def _unheld(reading: Reading) -> Candidate | None:
    """The likeliest kind of question that the documents do not answer."""
    return next(
        (item for item in reading.candidates if item.intent.startswith(UNHELD_PREFIX) and item.score >= UNHELD), None
    )


def _outdoes(unheld: Candidate, found: Candidate) -> bool:
    """Whether a kind that the documents do not answer is likelier than the one understood."""
    if found.score > unheld.score:
        return found.score - unheld.score <= AHEAD_OF_UNHELD and unheld.confidence - found.confidence > SURER
    return unheld.score - found.score > BESIDE_UNHELD or unheld.confidence - found.confidence > SURER


def _told_of_by_the_state(asked: Asked) -> bool:
    """Whether a statement of the one State named, that fits the rest of the question, names the other treaty."""
    speaks = asked.asks(*OF_WORDS, *_OF_MENTION) or asked.meetings or asked.years or asked.reading.entities.channels
    if len(asked.states) != 1 or not speaks or asked.asks(*_OF_PARTIES):
        return False
    wanted = asked.reading.entities.other_treaties
    names = [
        name
        for treaty in asked.knowledge.other_treaties
        if treaty.id in wanted
        for name in (treaty.name, *treaty.aliases)
    ]
    fits = fitting(asked, asked.state)
    return any(hit.statement in fits for hit in asked.search.phrase(names, state=asked.state.id))


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


def _says_nothing(reading: Reading) -> bool:
    """Whether there is nothing to go by: "why?", "and then" without a question before."""
    short = len(reading.words) <= 2 and not reading.mentions and not reading.near_names
    return short and not reading.content_words and set(reading.words) <= _EMPTY_WORDS


def _nothing_named(reading: Reading) -> bool:
    entities = reading.entities
    named: Mapping[str, object] = {"states": entities.states, "meetings": entities.meetings, "topics": entities.topics}
    return not any(named.values())
