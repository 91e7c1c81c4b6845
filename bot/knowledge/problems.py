"""Problems of knowledge files, for people: where, what, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    file: str
    """relative to the folder that holds ``knowledge/`` and ``seeds/``"""
    line: int
    column: int
    code: str
    message: str
    hint: str
    """what to do"""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.code}: {self.message} ({self.hint})"


class KnowledgeError(Exception):
    """Knowledge that does not load; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
