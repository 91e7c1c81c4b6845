"""Fits the weights of ``bot.matching.thresholds.confidence`` on question files and prints them.

``python -m tests.benchmarks.confidence [FILES]``: each question is answered by its best kind of question, and
whether that answer is right is what the confidence shall tell. Questions whose wording the knowledge has learned from
look surer than people's next questions, so files that it has not learned from should weigh most: those named after
``--fresh`` count ``FRESH`` times.
"""

import argparse
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.answering.answerers import answered
from bot.answering.draft import Asked
from bot.answering.engine import as_answer
from bot.matching.languages import ENGLISH
from bot.matching.reading import FAQ_PREFIX, UNHELD_PREFIX
from bot.matching.thresholds import LEAST_DIVISOR, UNDERSTOOD, Asking
from tests.question_files import Expected, Result, blind_files, engine, failures, question_files, read_questions

FEATURES = ("bias", "score", "coverage", "lead", "lead by score", "words", "State", "bare", "unheld")
"""``bare`` is a question without a content word, which every kind explains wholly; ``words`` is a logarithm"""
FRESH: Final = 5
RIDGE: Final = 0.3
STEPS: Final = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A question answered by its best kind."""

    of_faq: bool
    features: tuple[float, ...]
    right: bool
    wrong: bool
    """an answer to what the documents do not hold"""
    weight: int


def features(score: float, coverage: float, rival: float, asking: Asking) -> tuple[float, ...]:
    """What the confidence goes by, in the order of ``FEATURES``; ``rival`` is the score of the best other kind."""
    words, names_state, bare, unheld = asking
    lead = score - rival
    divisor = max(score, LEAST_DIVISOR)
    flags = (float(names_state), float(bare))
    return (1.0, score, coverage, lead, lead / divisor, math.log1p(words), *flags, unheld / divisor)


def main() -> None:
    """Fit both families and tell what the threshold would let through."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fresh", nargs="*", type=Path, default=[], help="question files not learned from")
    parser.add_argument("files", nargs="*", type=Path)
    arguments = parser.parse_args()
    files = arguments.files or [*question_files(), *blind_files()]
    rows = [
        *(row for path in files for expected in read_questions(path) for row in _rows(expected, 1)),
        *(row for path in arguments.fresh for expected in read_questions(path) for row in _rows(expected, FRESH)),
    ]
    for name, family in (
        ("faq", [row for row in rows if row.of_faq]),
        ("others", [row for row in rows if not row.of_faq]),
    ):
        weights = fitted(family)
        print(name, {feature: round(weight, 2) for feature, weight in zip(FEATURES, weights, strict=True)})
        for label, some in (("all", family), ("fresh", [row for row in family if row.weight > 1])):
            for least in (0.5, 0.6, UNDERSTOOD, 0.7, 0.75, 0.8):
                let = [row for row in some if chance(weights, row.features) >= least]
                right, wrong = sum(row.right for row in let), sum(row.wrong for row in let)
                print(f"  {label:5} from {least:.2f}: {right} right, {wrong} wrong of {len(let)}, {len(some)} asked")


def _rows(expected: Expected, weight: int) -> Iterator[Row]:
    reading = engine().matcher.read(expected.question)
    if not reading.candidates or reading.language != ENGLISH or (reading.near_names and not reading.entities.states):
        return
    best = reading.candidates[0]
    if best.intent.startswith(("decline-", UNHELD_PREFIX)):
        return
    by_best = reading._replace(intent=best.intent)
    draft = answered(Asked(engine().knowledge, by_best, engine().searcher))
    answer = as_answer(expected.question, by_best, draft)
    result = Result(expected, answer, tuple(failures(expected, answer)))
    rival = max((item.score for item in reading.candidates[1:]), default=0.0)
    flags = (bool(reading.entities.states), not reading.content_words)
    scores = [item.score for item in reading.candidates if item.intent.startswith(UNHELD_PREFIX)]
    unheld = max(scores, default=0.0)
    found = features(best.score, best.coverage, rival, Asking(len(reading.words), *flags, unheld))
    wrong = expected.wants_refusal and answer.outcome == "answered"
    yield Row(best.intent.startswith(FAQ_PREFIX), found, not result.failures, wrong, weight)


def chance(weights: Sequence[float], values: Sequence[float]) -> float:
    """The logistic function of the weighed features."""
    return 1 / (1 + math.exp(-sum(weight * value for weight, value in zip(weights, values, strict=True))))


def fitted(rows: Sequence[Row]) -> list[float]:
    """The weights of most likelihood with a small ridge, by Newton's method."""
    size = len(FEATURES)
    weights = [0.0] * size
    for _ in range(STEPS):
        gradient = [-RIDGE * weight for weight in weights]
        curve = [[RIDGE if row == column else 0.0 for column in range(size)] for row in range(size)]
        for item in rows:
            expected = chance(weights, item.features)
            spread = item.weight * expected * (1 - expected)
            for first, value in enumerate(item.features):
                gradient[first] += item.weight * (item.right - expected) * value
                for second, other in enumerate(item.features):
                    curve[first][second] += spread * value * other
        weights = [weight + step for weight, step in zip(weights, _solved(curve, gradient), strict=True)]
    return weights


def _solved(matrix: Sequence[Sequence[float]], right: Sequence[float]) -> list[float]:
    """The solution of a few linear equations, by elimination with the largest pivot."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    size = len(rows)
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(size):
            if row != column:
                factor = rows[row][column] / rows[column][column]
                rows[row] = [value - factor * head for value, head in zip(rows[row], rows[column], strict=True)]
    return [row[-1] / row[index] for index, row in enumerate(rows)]


if __name__ == "__main__":
    main()
