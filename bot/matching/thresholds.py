"""The thresholds of understanding, in one place.

Set on the question files under ``tests/questions`` (``python -m tests.questions_report``). A kind of
question is taken as understood when one of the steps of ``UNDERSTOOD`` holds: the better the words
match its phrasings, the fewer of the question's content words it must explain.
"""

from bot.matching.reading import Candidate

UNDERSTOOD: tuple[tuple[float, float], ...] = ((0.60, 0.60), (0.45, 0.60), (0.35, 0.75), (0.31, 0.90))
"""(score, coverage) from which a kind of question is understood"""
DECLINED = 0.36
"""score from which a question that is no treaty question is declined outright"""
DANGEROUS = 0.14
"""the same for dangerous asks, when nothing else is understood"""
STATEMENT_COVERAGE = 0.55
"""share of content words that a State's statement must hold to answer a question of no known form"""
HIT_SHARE = 0.5
"""share of a question's content words that a search hit must hold"""
NEAR = 0.02
"""two FAQ entries closer than this are ambiguous"""
CLEAR = 0.75
"""score from which the best reading stands, however near the second is"""
MOST_READINGS = 5
"""readings offered at most"""


def understood(candidate: Candidate) -> bool:
    """Whether a reading is good enough to answer by it."""
    return any(candidate.score >= score and candidate.coverage >= share for score, share in UNDERSTOOD)
