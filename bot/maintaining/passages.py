"""The text of a document around some of its lines, as it stands in the file."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.knowledge.documents import Document
from bot.maintaining.refusing import RefusedError

Span = tuple[int, int]
"""first and last line, from 1"""

_PLACE = re.compile(r"(?P<source>.+?)(?::(?P<lines>[\d,\-]+))?")
_SPAN = re.compile(r"(\d+)(?:-(\d+))?")


@dataclass(frozen=True, slots=True)
class Place:
    """What was asked for: a source, and lines of it; none means all that is cited."""

    source: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class NumberedLine:
    number: int
    text: str
    marked: bool


def parse_place(text: str) -> Place:
    """Such as ``status-2018``, ``status-2018:105`` or ``status-2018:40,105-106``. Raises :class:`RefusedError`."""
    found = _PLACE.fullmatch(text)
    if found is None:
        raise RefusedError(f"{text!r} names no source: write its id, or its id and lines as in status-2018:105")
    spans: list[Span] = []
    for part in (found["lines"] or "").split(",") if found["lines"] else ():
        span = _SPAN.fullmatch(part)
        if span is None or int(span[1]) < 1 or int(span[2] or span[1]) < int(span[1]):
            raise RefusedError(f"{part!r} in {text!r} is no line: write lines as in status-2018:105 or 40,105-106")
        spans.append((int(span[1]), int(span[2] or span[1])))
    return Place(found["source"], tuple(spans))


def line_count(document: Document) -> int:
    """How many lines a document has; a line break at its end begins none."""
    return len(document.line_texts) - (document.line_texts[-1] == "")


def runs(document: Document, spans: Sequence[Span], marked: Iterable[Span], context: int) -> list[list[NumberedLine]]:
    """The lines of ``spans`` with ``context`` lines before and after, in runs without a gap.

    Lines within ``marked`` bear a mark. Raises :class:`RefusedError` for lines that the document does not have.
    """
    total = line_count(document)
    for first, last in spans:
        if last > total:
            raise RefusedError(f"{document.file} has {total} lines, none numbered {first if first > total else last}")
    wanted = {number for first, last in spans for number in range(first - context, last + context + 1)}
    with_mark = {number for first, last in marked for number in range(first, last + 1)}
    numbers = sorted(number for number in wanted if 1 <= number <= total)
    lines = [
        NumberedLine(number, document.line_texts[number - 1].rstrip("\r"), number in with_mark) for number in numbers
    ]
    found: list[list[NumberedLine]] = [lines[:1]] if lines else []
    for before, line in pairwise(lines):
        if line.number != before.number + 1:
            found.append([])
        found[-1].append(line)
    return found
