"""The thresholds of understanding, in one place, with the figures that chose them.

The weights of ``confidence`` are two logistic regressions, of FAQ entries and of all other kinds, of "the best kind
of question gives the right answer" on the questions of ``tests/questions``, those of the blind banks that the
phrasings had not learned from weighing five times (``python -m tests.benchmarks.confidence --fresh FILES`` fits them
and tells what each threshold lets through: of the fresh questions of three banks, at 0.7 500 right answers and 23
answers to what the documents do not hold; at 0.5 561 and 37).
"""

import math
from collections.abc import Callable
from typing import NamedTuple

from bot.matching.reading import COUNT_PREFIX, FAQ_PREFIX, Candidate

UNDERSTOOD = 0.7
"""confidence from which a kind of question is taken as understood"""
UNDERSTOOD_IN_PART, MOSTLY = 0.75, 0.8
"""confidence asked for of a kind that explains less than this share of the content words: of 36 questions of 18 banks
that it then understood with less, before anything was learned from these banks, 8 were answered wrongly"""
TOGETHER, TOGETHER_WITHIN = 0.8, 0.12
"""confidence, beside all other kinds, from which two FAQ entries are taken for the answer together, and how near each
other they score: of such questions of 18 banks not yet learned from, 8 had an answer and none had not"""
SURE = 0.9
"""confidence asked for when the question has a name that nothing knows: it may ask of that person or thing"""
LIKE, AHEAD = 0.6, 0.15
"""score, and lead, from which a question without a content word is understood all the same"""
LEAST_SCORE = 0.2
"""below it a question of a word or two looks sure whatever it asks: "what is 17 x 23" """
COUNT_COVERAGE = 0.6
"""share of content words that a count must explain: a figure of something else is a wrong answer"""
DECLINED = 0.36
"""score from which a question that is no treaty question is declined outright"""
DANGEROUS = 0.14
"""score from which a dangerous ask is declined, when nothing else is understood"""
UNHELD = 0.3
"""score from which a question on this treaty is taken as one that the documents do not answer"""
BESIDE_UNHELD = 0.04
"""how far behind a kind that is not answered one that is understood may be, and be answered"""
SURER = 0.03
"""by how much a kind that is not answered may be surer than the one behind it, and this be answered"""
LIKELY, LEAST_LEAD = 0.35, 0.01
"""score of one that tells the very number asked for, and how much farther behind it may be"""
AHEAD_OF_UNHELD = 0.08
"""how far ahead of a kind that is not answered one must be that is less sure"""
STATEMENT_COVERAGE = 0.35
"""share of content words that a State's statement must hold to answer a question of no known form"""
LEAST_COVERAGE = 0.25
"""share of content words that an FAQ entry must explain when the question has a word that nothing knows"""
UNKNOWN_COVERAGE = 0.6
"""the same of statements"""
STRAYING = 0.4
"""share of a question's subject below which a State's statements, none of them holding more, do not speak of it"""
HALF = 0.5
"""share of a question's words that a kind much like it explains, so that the question is on the subject"""
HIT_SHARE = 0.4
"""share of a question's content words that a search hit must hold"""
OFFERED = 0.3
"""score from which the question of an FAQ entry is offered beside search hits: it may be what was meant"""
NEAR = 0.005
"""two FAQ entries closer than this are ambiguous"""
CLEAR = 0.75
"""score from which the best reading stands, however near the second is"""
MOST_READINGS = 5
"""readings offered at most"""


class Weights(NamedTuple):
    """What each feature weighs; ``bare`` is a question without a content word, which every kind explains wholly."""

    bias: float
    score: float
    coverage: float
    lead: float
    lead_by_score: float
    words: float
    names_state: float
    bare: float
    unheld: float


OF_FAQ = Weights(-4.5, 0.5, 3.7, 1.6, 4.1, 0.8, 0.5, -2.1, -1.2)
OF_OTHERS = Weights(-1.3, 3.0, 1.85, -0.9, 2.65, -0.35, 0.6, -0.6, 0.4)
LEAST_DIVISOR = 0.05
"""what a lower score counts as where something is divided by the score"""


class Asking(NamedTuple):
    """What the confidence in every kind of question goes by, for one question."""

    words: int
    """of the question"""
    names_state: bool
    bare: bool
    """the question has no content word"""
    unheld: float
    """score of the best kind of question that the documents do not answer"""


def confidence(asking: Asking) -> Callable[[str, float, float, float], float]:
    """What tells how sure a kind of question is, for one question: a logistic function of weighed features.

    It takes the kind, its score, its coverage and the score of the best other kind, and gives 0 to 1.
    """
    of_faq, of_others = _of_question(OF_FAQ, asking), _of_question(OF_OTHERS, asking)

    def sure_of(kind: str, score: float, coverage: float, rival: float) -> float:
        same, of_score, of_coverage, of_lead, of_lead_by_score, by_score = (
            of_faq if kind.startswith(FAQ_PREFIX) else of_others
        )
        lead = score - rival
        divisor = max(LEAST_DIVISOR, score)
        weighed = same + of_score * score + of_coverage * coverage + of_lead * lead
        return 1 / (1 + math.exp(-weighed - (of_lead_by_score * lead + by_score) / divisor))

    return sure_of


def _of_question(weights: Weights, asking: Asking) -> tuple[float, float, float, float, float, float]:
    """What does not differ between kinds: its sum, what four features weigh, and what is divided by the score."""
    bias, of_score, of_coverage, of_lead, of_lead_by_score, of_words, of_state, of_bare, of_unheld = weights
    words, names_state, bare, unheld = asking
    same = bias + of_words * math.log1p(words) + (of_state * names_state + of_bare * bare)
    return same, of_score, of_coverage, of_lead, of_lead_by_score, of_unheld * unheld


def understood(candidate: Candidate) -> bool:
    """Whether a reading is good enough to answer by it."""
    if candidate.intent.startswith(COUNT_PREFIX) and candidate.coverage < COUNT_COVERAGE:
        return False
    return candidate.score >= LEAST_SCORE and candidate.confidence >= UNDERSTOOD


def in_part(candidate: Candidate) -> bool:
    """Whether a reading that is understood explains too little of the question to answer by it without further sign."""
    return candidate.coverage < MOSTLY and candidate.confidence < UNDERSTOOD_IN_PART
