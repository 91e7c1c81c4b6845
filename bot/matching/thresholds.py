"""The thresholds of understanding, in one place, with the figures that chose them.

The weights of ``confidence`` are a logistic regression of "the best kind of question gives the right answer" on
the 1,069 questions of ``tests/questions`` that name something of this treaty, the first two blind banks among them
(10-fold: at 0.65 it lets through 968 of 996 right answers, and 9 of 41 to questions that the documents do not
answer; two thresholds on score and coverage set by hand let through 917, and 3). Refitting: rank each question,
answer it by its best kind, and take the rightness as the label.
"""

import math

from bot.matching.reading import Candidate

SCORE_WEIGHT, COVERAGE_WEIGHT, MARGIN_WEIGHT, STATE_WEIGHT, BIAS = 2.0, 3.8, 5.4, 1.3, -3.0
BARE_WEIGHT = -1.0
"""of a question without a content word, which every kind explains wholly"""
LEAST_SCORE = 0.29
"""below it, words that many kinds share make any kind look sure"""
UNDERSTOOD = 0.65
"""confidence from which a kind of question is taken as understood"""
COUNTS = "count-"
COUNT_COVERAGE = 0.6
"""share of content words that a count must explain: a figure of something else is a wrong answer"""
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


def confidence(score: float, coverage: float, margin: float, *, names_state: bool, bare: bool) -> float:
    """How sure a reading is, 0 to 1: by score, the share of content words it explains, and its lead over the next."""
    if score >= 1:
        return 1.0
    if score < LEAST_SCORE:
        return 0.0
    weighed = SCORE_WEIGHT * score + COVERAGE_WEIGHT * coverage + MARGIN_WEIGHT * margin
    return 1 / (1 + math.exp(-(weighed + STATE_WEIGHT * names_state + BARE_WEIGHT * bare + BIAS)))


def understood(candidate: Candidate) -> bool:
    """Whether a reading is good enough to answer by it."""
    if candidate.intent.startswith(COUNTS) and candidate.coverage < COUNT_COVERAGE:
        return False
    return candidate.confidence >= UNDERSTOOD
