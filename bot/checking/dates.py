"""Dates beside the words that they rest on."""

import re
from collections.abc import Iterable

from bot.knowledge.months import MONTHS
from bot.knowledge.text import fold


def missing_part(date: str, texts: Iterable[str]) -> str | None:
    """The year, month or day of a partial date that no text names; None when one text names all of it."""
    year, *rest = date.split("-")
    parts = [year]
    if rest:
        parts.insert(0, MONTHS[int(rest[0]) - 1])
    if len(rest) > 1:
        parts.insert(0, str(int(rest[1])))
    missing = [[part for part in parts if not _names(part, fold(text))] for text in texts]
    fewest = min(missing, key=len, default=parts)
    return " ".join(fewest) or None


def agree(first: str | None, second: str) -> bool:
    """Whether two partial dates are the same as far as both go."""
    return first is not None and (first.startswith(second) or second.startswith(first))


def _names(part: str, text: str) -> bool:
    return re.search(rf"(?<!\w){part}(?!\d)", text, re.IGNORECASE) is not None
