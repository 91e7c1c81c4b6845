"""``treatybot check``: every problem of a knowledge folder, one a line."""

from pathlib import Path

from bot.knowledge.loading import find_problems

_ALWAYS_THERE = "sources.yaml"


def find_folder(path: Path) -> Path | None:
    """The knowledge folder that ``path`` is or has; None when ``path`` is no folder."""
    if not path.is_dir():
        return None
    inner = path / "knowledge"
    if not (path / _ALWAYS_THERE).exists() and inner.is_dir():
        path = inner
    return path.resolve()


def check(folder: Path) -> int:
    """Print the problems of a knowledge folder and their count, and return the count."""
    problems = find_problems(folder)
    for problem in problems:
        print(problem)
    print("1 problem" if len(problems) == 1 else f"{len(problems)} problems")
    return len(problems)
