"""Every question of ``tests/questions/`` gets the outcome, the words and the citations expected."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

import pytest

from tests.question_files import Expected, ask, blind_files, question_files, read_known_failing, read_questions
from tests.questions_report import is_name
from tests.typos import with_typos

MINIMUM: Final = 260
"""questions in all"""
REFUSAL_SHARE: Final = 1 / 3
"""share of questions that the documents do not answer"""
BLIND_FLOOR: Final = 0.97
"""share of right answers to questions by people who had not seen the program; it may only rise"""

WRONG_CEILING: Final = 0.01
"""share of wrong answers; it may only fall"""
SPARING: Final = 10
"""of so many older blind banks one is asked"""
AT_ONCE: Final = 50
"""questions of a file that one test asks"""
NEWEST: Final = 4
"""blind banks that are all asked"""
WRONG_WITH_TYPOS: Final = 0.02
TYPO_SEED: Final = 1
TYPO_FLOORS: Final = ((1, 0.92), (2, 0.85))
"""typos in each question -> share of right answers"""


def _all_expected() -> Iterator[tuple[str, Expected]]:
    for path in question_files():
        for expected in read_questions(path):
            yield path.stem, expected


def _chunks() -> Iterator[object]:
    """Some questions of one file each: a test for every single one takes twice as long."""
    for path in question_files():
        expected = read_questions(path)
        for start in range(0, len(expected), AT_ONCE):
            yield pytest.param(expected[start : start + AT_ONCE], id=f"{path.stem} {start + 1}")


@pytest.mark.parametrize("chunk", tuple(_chunks()))
def test_questions(chunk: Sequence[Expected]) -> None:
    known_failing = read_known_failing()
    told: list[str] = []
    for expected in chunk:
        failures = ask(expected).failures
        if expected.question not in known_failing:
            told += [f"{expected.question!r}: {failure}" for failure in failures]
        elif not failures:
            told.append(f"{expected.question!r} is answered as expected: take it out of known_failing.yaml")
    assert not told, "\n".join(told)


def test_no_question_stands_twice() -> None:
    counted = Counter(expected.question for _, expected in _all_expected())
    assert [question for question, times in counted.items() if times > 1] == []


def test_known_failing_questions_exist() -> None:
    assert set(read_known_failing()) <= {expected.question for _, expected in _all_expected()}


def test_there_are_enough_questions_without_a_record() -> None:
    questions = [expected for _, expected in _all_expected()]
    refusals = sum(expected.wants_refusal for expected in questions)
    assert len(questions) >= MINIMUM
    assert refusals / len(questions) >= REFUSAL_SHARE


def test_blind_questions(capsys: pytest.CaptureFixture[str]) -> None:
    files = blind_files()
    # Some of the older banks: reading them all takes as long as asking their questions.
    asked = (*files[:-NEWEST:SPARING], *files[-NEWEST:])
    results = [ask(expected) for path in asked for expected in read_questions(path)]
    right = sum(not result.failures for result in results)
    wrong = sum(result.is_wrong for result in results)
    with capsys.disabled():
        print(f"\nblind questions: {right} of {len(results)} right, {wrong} wrong answers")
    assert right >= BLIND_FLOOR * len(results)
    assert wrong <= WRONG_CEILING * len(results)


@pytest.mark.parametrize(("number", "floor"), TYPO_FLOORS)
def test_questions_with_typos(number: int, floor: float) -> None:
    """Seeded typos in the newest blind banks; in all questions: ``python -m tests.questions_report --typos N``."""
    asked = [
        ask(expected.model_copy(update={"question": with_typos(expected.question, number, TYPO_SEED, is_name)}))
        for path in blind_files()[-NEWEST:]
        for expected in read_questions(path)
    ]
    assert sum(not result.failures for result in asked) >= floor * len(asked)
    assert sum(result.is_wrong for result in asked) <= WRONG_WITH_TYPOS * len(asked)
