"""Two FAQ entries that a question is near, where neither alone is sure: together they answer it.

"Where was the text negotiated, and was it by consensus" is told by two entries. Each is the other's rival, so that
neither stands out; beside all other kinds of question the two do.
"""

from bot.answering.draft import Asked
from bot.answering.rules.withholding import withheld
from bot.matching.coverage import with_confidence
from bot.matching.reading import FAQ_PREFIX, Candidate
from bot.matching.thresholds import LEAST_SCORE, MOSTLY, TOGETHER, TOGETHER_WITHIN

Pair = tuple[Candidate, Candidate]


def pair(asked: Asked) -> Pair | None:
    """The two likeliest kinds of a question, when both are FAQ entries and it is sure that it asks for one of them."""
    reading = asked.reading
    first, second = (*reading.candidates[:2], None, None)[:2]
    if first is None or second is None or reading.near_names:
        return None
    if not (first.intent.startswith(FAQ_PREFIX) and second.intent.startswith(FAQ_PREFIX)):
        return None
    if second.score < LEAST_SCORE or first.score - second.score > TOGETHER_WITHIN:
        return None
    coverage = max(first.coverage, second.coverage)
    if coverage < MOSTLY:
        return None
    others = [(item.intent, item.score, item.coverage) for item in reading.candidates[2:]]
    sure, *_ = with_confidence(
        [(first.intent, first.score, coverage), *others],
        words=len(reading.words),
        names_state=bool(reading.entities.states),
        bare=not reading.content_words,
    )
    if sure.confidence < TOGETHER or any(withheld(asked, item.intent) for item in (first, second)):
        return None
    return first, second
