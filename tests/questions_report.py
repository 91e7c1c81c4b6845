"""How many questions of ``tests/questions/`` are answered as expected, and what is not.

``python -m tests.questions_report [--typos N] [FILE ...]``: all files, or those named; with N typos in each question.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path

from bot.knowledge.loading import default_folder, load_knowledge
from bot.knowledge.names import all_names, name_key
from bot.rendering.plain import plain
from tests.question_files import (
    Expected,
    QuestionFileError,
    Result,
    ask,
    blind_files,
    question_files,
    read_known_failing,
    read_questions,
)
from tests.typos import with_typos

OUTCOMES = ("answered", "no_record", "ambiguous", "declined")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report. Exit code: 0, 1 when a question fails, 2 when a file cannot be used."""
    parser = argparse.ArgumentParser(
        description="Ask the questions of tests/questions/ and report what is not as expected."
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="question files (default: all)")
    parser.add_argument("--typos", type=int, default=0, metavar="N", help="type each question with N seeded typos")
    parser.add_argument("--seed", type=int, default=1)
    parsed = parser.parse_args(arguments)
    paths = parsed.files or [*question_files(), *blind_files()]
    mistyped = partial(_mistyped, number=parsed.typos, seed=parsed.seed)
    results: list[Result] = []
    try:
        known_failing = read_known_failing()
        for path in paths:
            asked = [ask(mistyped(expected)) for expected in read_questions(path)]
            _print_file(path, asked, set(known_failing))
            results += asked
    except QuestionFileError as error:
        print(error, file=sys.stderr)
        return 2
    _print_confusion(results)
    failed = sum(bool(result.failures) for result in results)
    wrong = sum(result.is_wrong for result in results)
    print(f"\n{len(results)} questions: {len(results) - failed} right, {failed} not as expected")
    print(f"of these {wrong} wrong answers: answered what the documents do not hold, or without the words expected")
    return 1 if failed else 0


def _mistyped(expected: Expected, number: int, seed: int) -> Expected:
    """The same expectation of the question with typos; nothing is changed for 0."""
    if not number:
        return expected
    return expected.model_copy(update={"question": with_typos(expected.question, number, seed, is_name)})


@cache
def _names() -> frozenset[str]:
    knowledge = load_knowledge(default_folder())
    return frozenset(name_key(name) for state in knowledge.states.values() for _, name in all_names(state.names))


def is_name(word: str) -> bool:
    """Whether a word is an exact name of a State."""
    return name_key(word) in _names()


def _print_file(path: Path, asked: Sequence[Result], known_failing: set[str]) -> None:
    failed = [result for result in asked if result.failures]
    print(f"{path.name}: {len(asked) - len(failed)} right, {len(failed)} not as expected")
    for result in failed:
        _print_failure(result, is_known=result.expected.question in known_failing)


def _print_failure(result: Result, *, is_known: bool) -> None:
    expected, answer = result.expected, result.answer
    marks = ("  WRONG ANSWER" if result.is_wrong else "") + ("  (known)" if is_known else "")
    print(f"  {expected.question!r}{marks}")
    print(f"    expected {'/'.join(expected.outcome)} {'/'.join(expected.intent)}".rstrip())
    reading = answer.reading
    print(f"    got      {answer.outcome} {reading.intent} {reading.score:.2f}: {_first_lines(plain(answer))}")
    for failure in result.failures:
        print(f"    - {failure}")


def _first_lines(text: str) -> str:
    """The title and the first line of the answer."""
    return " | ".join(line for line in text.split("\n")[:3] if line)[:160]


def _print_confusion(results: Sequence[Result]) -> None:
    """Outcome expected (the first, where several are right) against the outcome got."""
    counted: Counter[tuple[str, str]] = Counter()
    for result in results:
        got, expected = result.answer.outcome, result.expected.outcome
        counted[got if got in expected else expected[0], got] += 1
    print("\nexpected \\ got" + "".join(f"{outcome:>11}" for outcome in OUTCOMES))
    for row in OUTCOMES:
        print(f"{row:<14}" + "".join(f"{counted[row, column]:>11}" for column in OUTCOMES))


if __name__ == "__main__":
    sys.exit(main())
