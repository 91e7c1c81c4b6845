"""Meetings, each with its column in the participation tables."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from bot.knowledge.model.sources import Citation

_NUMBERED = re.compile(r"(\d+)[^\W\d]")


@dataclass(frozen=True, slots=True)
class Meeting:
    id: str
    kind: str
    name: str
    short: str
    date: str | None
    aliases: tuple[str, ...]
    columns: Mapping[str, str]
    """source id -> heading in that edition's participation table"""
    citations: tuple[Citation, ...]

    @property
    def number(self) -> int | None:
        """Which of its series it is, by its short name: 16 of "16MSP"."""
        found = _NUMBERED.match(self.short)
        return int(found[1]) if found else None

    @property
    def year(self) -> int | None:
        return int(self.date[:4]) if self.date else None

    @property
    def label(self) -> str:
        """Short name with its year when the documents give it: "16MSP (2017)"."""
        return f"{self.short} ({self.year})" if self.year and str(self.year) not in self.short else self.short
