"""Kinds of question near what the documents tell that they do not answer, beside the kinds that they do."""

from bot.answering.asking import OF_REASONS, OF_VOTES, asks_for_presence
from bot.answering.choice.choosing import LOOKED_AT, UNANSWERED
from bot.answering.draft import Asked
from bot.answering.families.mentions import ALL
from bot.answering.fitting import fitting, on_subject
from bot.knowledge.status_tables import VOTE_YEAR
from bot.matching.reading import FAQ_PREFIX, SPEAKING, UNHELD_PREFIX, Candidate, Reading
from bot.matching.telling import asks_how_many
from bot.matching.thresholds import (
    AHEAD_OF_UNHELD,
    BESIDE_UNHELD,
    LEAST_LEAD,
    LIKELY,
    SURER,
    UNHELD,
)


def likeliest_unheld(reading: Reading) -> Candidate | None:
    """The likeliest kind of question that the documents do not answer."""
    return next(
        (item for item in reading.candidates if item.intent.startswith(UNHELD_PREFIX) and item.score >= UNHELD), None
    )


def told_beside(asked: Asked, unheld: Candidate) -> Candidate | None:
    """An entry as near as what the documents do not answer, that has the number asked for; or plain attendance."""
    tolerated = BESIDE_UNHELD + LEAST_LEAD
    for item in asked.reading.candidates[:LOOKED_AT]:
        if item.intent.startswith(UNANSWERED):
            continue
        if item.coverage < 1 and item.score > unheld.score:
            tolerated = 0.0  # one is likelier and explains less: the next must be likelier too
            continue
        near = unheld.score - item.score <= tolerated and item.coverage >= 1
        has_number = item.intent.startswith(FAQ_PREFIX) and asks_how_many(asked.reading.words)
        was_there = item.intent == "attendance" and asks_for_presence(asked) and bool(asked.meetings)
        was_there = was_there and not asked.asks("who", "which", "names", "many")
        return item if near and item.score >= LIKELY and (has_number or was_there) else None
    return None


def outdoes(unheld: Candidate, found: Candidate) -> bool:
    """Whether a kind that the documents do not answer is likelier than the one understood."""
    if found.score > unheld.score:
        return found.score - unheld.score <= AHEAD_OF_UNHELD and unheld.confidence - found.confidence > SURER
    ahead = unheld.score - found.score > BESIDE_UNHELD and unheld.confidence >= found.confidence
    return ahead or unheld.confidence - found.confidence > SURER


def on_record(asked: Asked, found: Candidate | None) -> bool:
    """Whether what is understood is on record all the same: a vote, or words said at the time or meeting named."""
    if found and found.intent == "vote" and asked.states and set(asked.years) <= {VOTE_YEAR}:
        # Nothing but a vote, and that on record.
        return set(asked.reading.content_words) <= {*OF_VOTES, "resolution"} and not asked.asks(*OF_REASONS, "who")
    if not found or found.intent not in SPEAKING or len(asked.states) != 1 or not (asked.meetings or asked.years):
        return False
    subject = on_subject(asked)
    return bool(subject) and any(asked.search.share(item, subject) >= ALL for item in fitting(asked, asked.state))
