"""Problems of knowledge files, for people: where, what, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "accepted"]
"""an error keeps ``treatybot check`` from passing; a warning does not; an accepted one has a note that says why it stands"""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    file: str
    """relative to the folder that holds ``knowledge/`` and ``seeds/``"""
    line: int
    column: int
    code: str
    message: str
    hint: str
    """what to do; why it stands, when it is accepted"""
    severity: Severity = "error"
    about: str = ""
    """how an ``accepted`` note of the file names it, such as the edition or the phrasing; empty for most"""

    def __str__(self) -> str:
        mark = "" if self.severity == "error" else f"{self.severity}: "
        return f"{self.file}:{self.line}:{self.column}: {self.code}: {mark}{self.message} ({self.hint})"


class KnowledgeError(Exception):
    """Knowledge that does not load; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
