"""Which of the likely kinds of question a question is, if any is sure enough."""

import re
from collections.abc import Callable

from bot.answering.asking import OF_WORDS, asks_for_groups
from bot.answering.choice.elsewhere import Elsewhere
from bot.answering.draft import Asked
from bot.answering.fitting import on_subject
from bot.answering.rules.topic_ids import ACCESSION
from bot.matching.coverage import with_confidence
from bot.matching.english import is_english
from bot.matching.reading import COUNT_PREFIX, DECLINE_PREFIX, FAQ_PREFIX, SPEAKING, UNHELD_PREFIX, Candidate
from bot.matching.thresholds import LEAST_COVERAGE, STRAYING, SURE, UNKNOWN_COVERAGE, understood
from bot.matching.words import POSITION_WORDS

UNANSWERED = (DECLINE_PREFIX, UNHELD_PREFIX)
"""beginnings of the kinds that no document answers"""
_SECOND_BEST = 0.08
"""how far behind the best kind one may be that explains more of the question's words"""
LOOKED_AT = 4
"""likely kinds that are looked at"""
_ARTICLE = re.compile(r"^article\d+$")
_ON_ARTICLES = (FAQ_PREFIX, "article7", "statement", UNHELD_PREFIX)
_OF_ONE_STATE = frozenset({"attendance", "last-participation"})
_OF_TABLES = _OF_ONE_STATE | {"vote"}
"""kinds that a slip makes no other question: their answer is a cell of a State's row"""
_ANYBODY = frozenset("who which states countries anyone any state country".split())
_LISTS = frozenset(
    {"vote-list", "attendees", "states-not-party", "meeting-statements", "last-at", "never-participated"}
)
_FROM_WORDS = SPEAKING | {"overview", "membership"}
_OF_MINES = frozenset("mine mines landmine landmines minefield minefields convention treaty ban banning ottawa".split())
_OF_JOINING = POSITION_WORDS - frozenset(
    "policy problem problems view views attitude plan plans support supports".split()
)


def chosen(asked: Asked) -> Candidate | None:
    """The best kind that is understood, unless it is far behind the best score."""
    reading = asked.reading
    elsewhere = Elsewhere(asked)
    candidates = [
        candidate
        for candidate in reading.candidates
        # "Who is accession for": a topic stands in it, and more is asked than who speaks of it.
        if not (elsewhere.tells(candidate.intent) or (candidate.intent == "topic-states" and candidate.coverage < 1))
    ]
    if len(candidates) < len(reading.candidates):
        # One that tells of something else is no rival of the others.
        candidates = with_confidence(
            [(item.intent, item.score, item.coverage) for item in candidates],
            words=len(reading.words),
            names_state=bool(reading.entities.states),
            bare=not reading.content_words,
        )
    least = SURE if reading.unknown_names else 0.0
    unfit = _unfit(asked)
    slips = not any(map(is_english, reading.unknown_words))
    for candidate in candidates[:LOOKED_AT]:
        behind = candidates[0].score - candidate.score
        if unfit(candidate.intent) or candidate.confidence < least:
            continue
        if candidate.intent in _FROM_WORDS and candidate.coverage < 1 and strays(asked):
            continue
        if reading.unknown_words and candidate.coverage < _least_explained(asked, candidate.intent, slips=slips):
            continue
        if behind <= _SECOND_BEST and not candidate.intent.startswith(UNANSWERED) and understood(candidate):
            return candidate
    return None


def _least_explained(asked: Asked, intent: str, *, slips: bool) -> float:
    """The share of a question with unknown words that a kind must explain; they may be slips, or ask something else."""
    if intent.startswith(FAQ_PREFIX):
        return LEAST_COVERAGE
    if slips and intent in _OF_TABLES:
        return 0.0
    return 1.0 if intent.startswith(COUNT_PREFIX) else UNKNOWN_COVERAGE if asked.states else 0.0


def _unfit(asked: Asked) -> Callable[[str], bool]:
    """Whether a kind of question cannot be meant by its words, however like them it is."""
    reading = asked.reading
    of_editions = {source.year for source in asked.knowledge.editions}
    # "between 2010 and 2014" is a range, not two editions.
    elsewhen = not set(reading.entities.years) <= of_editions
    # Statements name no groups.
    of_groups = asks_for_groups(asked)

    def unfit(intent: str) -> bool:
        return (
            (elsewhen and intent == "edition-changes")
            or (of_groups and (intent in SPEAKING or (bool(asked.states) and intent.startswith(FAQ_PREFIX))))
            # What an article says is told by no list and no count.
            or (not intent.startswith(_ON_ARTICLES) and any(map(_ARTICLE.match, reading.content_words)))
            or (intent in _LISTS and asked.asks("why"))
            # "what does Protocol V say" asks for a text, and for nobody's words.
            or (intent == "topic-states" and reading.words[:2] == ("what", "does") and not asked.asks_any(_ANYBODY))
            # What a State last made or cleared is not when it last took part.
            or (intent in _OF_ONE_STATE and bool(set(reading.entities.topics) - {ACCESSION}))
        )

    return unfit


def strays(asked: Asked) -> bool:
    """Whether a question names a State and nothing of this treaty, and a subject that the State hardly spoke of."""
    reading = asked.reading
    entities = reading.entities
    named = entities.topics or entities.meetings or entities.years or entities.channels or entities.sources
    if named or reading.names_treaty or asked.asks(*_OF_MINES, *OF_WORDS, *_OF_JOINING):
        return False
    items = [item for state in asked.states for item in state.statements]
    subject = on_subject(asked)
    return bool(subject) and max((asked.search.share(item, subject) for item in items), default=0.0) < STRAYING
