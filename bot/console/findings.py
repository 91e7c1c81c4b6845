"""What an examination of ``treatybot doctor`` finds."""

from dataclasses import dataclass
from typing import Literal

Standing = Literal["ok", "warning", "problem"]
"""a warning may stand; with a problem, ``treatybot run`` does not do all that it should"""


@dataclass(frozen=True, slots=True)
class Finding:
    """As text, its line."""

    standing: Standing
    subject: str
    told: str
    """what is so, and of anything but "ok" what to do"""

    def __str__(self) -> str:
        return f"{self.standing}: {self.subject}: {self.told}"
