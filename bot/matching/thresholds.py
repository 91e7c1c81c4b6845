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
STATEMENT_OF_A_MEETING = 0.35
"""score of `statement` from which a meeting's statement is shown though words of the question are not explained"""
STATEMENT_COVERAGE = 0.55
"""share of content words that a State's statement must hold to answer a question of no known form"""
HIT_SHARE = 0.4
"""share of a question's content words that a search hit must hold"""
NEAR = 0.02
"""two FAQ entries closer than this are ambiguous"""
CLEAR = 0.75
"""score from which the best reading stands, however near the second is"""
MOST_READINGS = 5
"""readings offered at most"""


TOPIC_STATES = "topic-states"
ON_A_TOPIC = (0.33, 0.40)
"""(score, coverage) from which the list of States on a topic is understood, when the question names a topic"""


def understood(candidate: Candidate, *, topic: bool = False) -> bool:
    """Whether a reading is good enough to answer by it; ``topic`` tells that the question names one."""
    steps = (*UNDERSTOOD, ON_A_TOPIC) if topic and candidate.intent == TOPIC_STATES else UNDERSTOOD
    return any(candidate.score >= score and candidate.coverage >= share for score, share in steps)
