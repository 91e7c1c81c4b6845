"""Every problem of a knowledge folder."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.checking.accepted import with_notes
from bot.checking.documents import document_problems
from bot.checking.figures import figure_problems
from bot.checking.kinds import kind_problems
from bot.checking.lengths import length_problems
from bot.checking.meetings import meeting_problems
from bot.checking.names import name_problems
from bot.checking.participation import participation_problems
from bot.checking.phrasings import phrasing_problems, reading_problems
from bot.checking.plain_words import misread_words
from bot.checking.relied_on import relied_on_problems
from bot.checking.statements import statement_problems
from bot.checking.untold import untold_problems
from bot.knowledge.building import build
from bot.knowledge.files import Folder, read_folder
from bot.knowledge.model import Knowledge
from bot.knowledge.problems import Problem
from bot.matching.matcher import Matcher

_OF_FILES: tuple[Callable[[Folder], Iterable[Problem]], ...] = (
    misread_words,
    document_problems,
    statement_problems,
    phrasing_problems,
    length_problems,
)
"""rules that need the files only"""
_OF_KNOWLEDGE: tuple[Callable[[Folder, Knowledge], Iterable[Problem]], ...] = (
    meeting_problems,
    figure_problems,
    participation_problems,
    name_problems,
    kind_problems,
    relied_on_problems,
)
"""rules that need the snapshot too, as far as it could be built"""
_OF_READING: tuple[Callable[[Folder, Knowledge, Matcher], Iterable[Problem]], ...] = (reading_problems, untold_problems)
"""rules that read questions, for which no State's name may be missing"""


def check(folder: Path) -> tuple[Problem, ...]:
    """Every problem, warning and accepted finding of a folder, sorted by place. Raises nothing for bad files."""
    with _without_collections():
        return tuple(sorted(_found(folder)))


def _found(folder: Path) -> Iterable[Problem]:
    files = read_folder(folder)
    knowledge, problems = build(files)
    found = [problem for rule in _OF_FILES for problem in rule(files)]
    if knowledge is not None:
        found += [problem for rule in _OF_KNOWLEDGE for problem in rule(files, knowledge)]
        if (knowledge.questions or knowledge.faq) and "states" not in files.broken:
            matcher = Matcher(knowledge)
            found += [problem for rule in _OF_READING for problem in rule(files, knowledge, matcher)]
    # What loading has told of a line is not told again in other words, nor is an error by a warning.
    loading = {(problem.file, problem.line) for problem in problems}
    errors = loading | {(problem.file, problem.line) for problem in found if problem.severity == "error"}
    told = {"error": loading, "warning": errors, "accepted": loading}
    problems += [problem for problem in found if (problem.file, problem.line) not in told[problem.severity]]
    return [*with_notes(files, problems), *_not_checked(files, knowledge)]


def _not_checked(files: Folder, knowledge: Knowledge | None) -> Iterator[Problem]:
    """A warning when a file that cannot be read kept rules from being applied."""
    if knowledge is None:
        leaned_on = next(name for kind, name in files.broken.items() if kind not in ("states", "faq", "questions"))
        told, file = "phrasings, names, meetings and attendance were not checked", leaned_on
    elif "states" in files.broken:
        told, file = "the phrasings were not checked", files.broken["states"]
    else:
        return
    hint = "mend it, then check again"
    yield Problem(file, 1, 1, "not-checked", f"{told}, because this file cannot be read", hint, "warning")


@contextmanager
def _without_collections() -> Iterator[None]:
    """Let no garbage be collected meanwhile: nearly all that is built stays until the end (a third of the time)."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
