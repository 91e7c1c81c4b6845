"""Meetings, each with its column in the participation tables."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.knowledge.model.sources import Citation


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
    def year(self) -> int | None:
        return int(self.date[:4]) if self.date else None

    @property
    def label(self) -> str:
        """Short name with its year when the documents give it: "16MSP (2017)"."""
        return f"{self.short} ({self.year})" if self.year and str(self.year) not in self.short else self.short
