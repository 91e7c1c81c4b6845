"""Problems of knowledge files, for people: where, what, and what to do."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

MOST_OF_A_FILE = 100
"""problems of form that are told of one file; a file with more has one cause"""
LONGEST_SHOWN = 80
"""characters of a file's text that a message repeats"""
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")

Severity = Literal["error", "warning", "accepted"]
"""an error keeps ``treatybot check`` from passing; a warning does not; an accepted one has a note that says why"""


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
        return _UNPRINTABLE.sub(" ", f"{self.file}:{self.line}:{self.column}: {self.code}: {mark}{self.told}")

    @property
    def told(self) -> str:
        """What is wrong and what to do, on one line."""
        return _UNPRINTABLE.sub(" ", f"{self.message} ({self.hint})")


def shown(text: str) -> str:
    """``text`` of a file for a message, cut where it is long."""
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN].rstrip()} [...]"


def at_most(problems: list[Problem]) -> list[Problem]:
    """Problems of one file, the last ones only counted when there are more than :data:`MOST_OF_A_FILE`."""
    rest = len(problems) - MOST_OF_A_FILE
    if rest <= 0:
        return problems
    message = f"the file has {rest:,} more problems"
    more = Problem(problems[0].file, 1, 1, "more", message, "mend the others first")
    return [*problems[:MOST_OF_A_FILE], more]


class KnowledgeError(Exception):
    """Knowledge that does not load; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
