"""``treatybot check``: every problem of a knowledge folder, one a line."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from bot.checking import check as find_all
from bot.knowledge.problems import Problem, Severity

_ALWAYS_THERE = "sources.yaml"
_ANNOTATIONS: Final[dict[Severity, str]] = {"error": "error", "warning": "warning", "accepted": "notice"}
"""https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands"""


def find_folder(path: Path) -> Path | None:
    """The knowledge folder that ``path`` is or has; None when ``path`` is no folder."""
    if not path.is_dir():
        return None
    inner = path / "knowledge"
    if not (path / _ALWAYS_THERE).exists() and inner.is_dir():
        path = inner
    return path.resolve()


def check(folder: Path, *, github: bool = False, verbose: bool = False) -> int:
    """Print the problems of a knowledge folder and their count; returns how many are errors.

    ``github`` prints them as annotations of a GitHub workflow, with paths as seen from the working directory;
    ``verbose`` prints accepted findings too, with the reason why they stand.
    """
    problems = find_all(folder)
    for problem in problems:
        if verbose or problem.severity != "accepted":
            print(annotation(problem, folder.parent) if github else problem)
    print(count(problems, verbose=verbose))
    return sum(problem.severity == "error" for problem in problems)


def count(problems: Sequence[Problem], *, verbose: bool) -> str:
    """Such as "1 problem, 2 warnings, 3 accepted"; accepted ones are counted when they are shown."""
    numbers = {severity: sum(problem.severity == severity for problem in problems) for severity in _ANNOTATIONS}
    told = [_number(numbers["error"], "problem")]
    if numbers["warning"]:
        told.append(_number(numbers["warning"], "warning"))
    if verbose and numbers["accepted"]:
        told.append(f"{numbers['accepted']} accepted")
    return ", ".join(told)


def annotation(problem: Problem, root: Path) -> str:
    """A problem as an annotation: GitHub shows it at its line in the pull request."""
    file = Path(os.path.relpath(root / problem.file)).as_posix()
    values = (("file", file), ("line", problem.line), ("col", problem.column), ("title", problem.code))
    properties = ",".join(f"{key}={_escaped(str(value), in_property=True)}" for key, value in values)
    return f"::{_ANNOTATIONS[problem.severity]} {properties}::{_escaped(problem.told)}"


def _escaped(text: str, *, in_property: bool = False) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text


def _number(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
