"""Two questions in one: "where was the treaty negotiated and how long did it take".

Where the whole is understood as no kind of question, each half is decided for itself. Both must be answered: when one
was enough, 19 questions of the banks turned wrong and 8 right.
"""

import re
from dataclasses import replace

from bot.answering.answerers import answered
from bot.answering.choice.clauses import Read
from bot.answering.choice.deciding import decide
from bot.answering.draft import Asked, Draft
from bot.answering.families.comparing import one_after_another
from bot.matching.languages import ENGLISH
from bot.matching.reading import Reading

_BETWEEN = re.compile(
    r"[,;]?\s+(?:and|plus|&|\+)\s+(?:also\s+)?"
    r"(?=(?:who|when|where|how|what|why)\b|(?:did|does|do|is|was|were|has|have|will)\s+(?:it|they|he|she|the)\b)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3
"""words of a half that may be a question"""
_HALVES = 2
_ONE_FACT = frozenset({"vote", "attendance", "membership", "last-participation"})


def by_halves(asked: Asked, read: Read, *, understood_as: str = "") -> tuple[Reading, Draft] | None:
    """The reading of the first half, and the answer of both; None when one is not answered.

    Where the whole is understood, as a kind that tells one fact of a State, the second half must be of another kind.
    """
    if understood_as and understood_as not in _ONE_FACT:
        return None
    halves = [half.strip(" ?!.,;") for half in _BETWEEN.split(asked.reading.question)]
    if asked.reading.language != ENGLISH or len(halves) != _HALVES:
        return None
    if any(len(half.split()) < _FEWEST_WORDS for half in halves):
        return None
    first = read(halves[0])
    readings = [first, read(halves[1], first)]
    found = [item for reading in readings if (item := _answer_of(replace(asked, reading=reading)))]
    if len(found) < _HALVES or any(draft.outcome != "answered" for _, draft in found):
        return None
    if understood_as and found[0][0].intent == found[1][0].intent:
        return None
    whole = one_after_another([draft for _, draft in found])
    return found[0][0]._replace(question=asked.reading.question), whole


def _answer_of(asked: Asked) -> tuple[Reading, Draft] | None:
    """The reading by which a half is answered, and its answer; None when it is not understood."""
    decision = decide(asked)
    if decision.step != "answer":
        return None
    return decision.reading, answered(replace(asked, reading=decision.reading))
