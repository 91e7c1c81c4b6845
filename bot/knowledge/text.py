"""Folding: the one normal form in which a quotation is compared with its source.

Folded away are white space, typographic quotes, ``<p>`` and ``<i>`` tags, Markdown asterisks and
footnote marks (DESIGN, principle 1). Everything else, letter case, hyphens, "(...)" and the
slips of the source included, must match exactly.
"""

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

SUPERSCRIPTS = "¹²³⁰⁴⁵⁶⁷⁸⁹"

_BLOCK_TAG = re.compile(r"</?p\s*>", re.IGNORECASE)
_INLINE_TAG = re.compile(r"</?i\s*>", re.IGNORECASE)
_FOOTNOTE_MARK = re.compile(rf"\s*[{SUPERSCRIPTS}]+")
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "*": None})
_SPACE = re.compile(r"\s+")


def fold(text: str) -> str:
    """The form of ``text`` in which quotations are compared; idempotent."""
    if "<" in text:
        text = _INLINE_TAG.sub("", _BLOCK_TAG.sub(" ", text))
    if text.isascii():
        text = text.replace("*", "")
    else:
        text = unicodedata.normalize("NFC", text)
        text = _FOOTNOTE_MARK.sub("", text).translate(_QUOTES)
    return " ".join(text.split())


def clean(text: str) -> str:
    """``text`` as shown to people: tags, footnote marks and line breaks gone, quotes as they are."""
    text = _INLINE_TAG.sub("", _BLOCK_TAG.sub(" ", text))
    return _SPACE.sub(" ", _FOOTNOTE_MARK.sub("", text)).strip()


_LETTERS = re.compile(r"[^\W_]+")


def same_words(first: str, second: str) -> bool:
    """Whether two wordings differ in punctuation and hyphens at most (DESIGN, principle 4)."""
    return first == second or _bare(first) == _bare(second)


@lru_cache(maxsize=256)
def _bare(text: str) -> str:
    """Letters and digits only. Kept: the same few statements with several wordings are compared again and again."""
    return "".join(_LETTERS.findall(fold(text))).casefold()


@dataclass(frozen=True, slots=True)
class SourceText:
    """A paragraph or a joined cell: pieces of one or more lines of a source.

    ``folded`` is the text to search; ``lines_of`` gives the lines on which a hit stands.
    """

    pieces: tuple[tuple[int, str], ...]
    """(line number from 1, raw text of that line or of its part in the cell)"""
    folded: str = field(init=False)
    _starts: tuple[int, ...] = field(init=False, repr=False)
    _lines: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        parts: list[str] = []
        starts: list[int] = []
        lines: list[int] = []
        length = 0
        for line, raw in self.pieces:
            part = fold(raw)
            if not part:
                continue
            if parts:
                length += 1  # the space that joins two pieces
            starts.append(length)
            lines.append(line)
            parts.append(part)
            length += len(part)
        object.__setattr__(self, "folded", " ".join(parts))
        object.__setattr__(self, "_starts", tuple(starts))
        object.__setattr__(self, "_lines", tuple(lines))

    @property
    def lines(self) -> tuple[int, int]:
        """First and last line on which the text stands."""
        numbers = self._lines or tuple(line for line, _ in self.pieces)
        return numbers[0], numbers[-1]

    @property
    def raw(self) -> str:
        """The text as the source has it, pieces joined by a space."""
        return " ".join(raw.strip() for _, raw in self.pieces if raw.strip())

    def find(self, folded_quote: str, start: int = 0) -> int:
        """Offset of an already folded quote at or after ``start``, -1 when it is not there."""
        return self.folded.find(folded_quote, start)

    def find_words(self, folded_quote: str, start: int = 0) -> int:
        """Like :meth:`find`, but the quote neither begins nor ends within a word; nothing stands nowhere."""
        text, length = self.folded, len(folded_quote)
        found = text.find(folded_quote, start) if length else -1
        while found >= 0:
            end = found + length
            cuts_first = found > 0 and text[found - 1].isalnum() and text[found].isalnum()
            if not cuts_first and not (end < len(text) and text[end].isalnum() and text[end - 1].isalnum()):
                return found
            found = text.find(folded_quote, found + 1)
        return -1

    def lines_of(self, start: int, length: int) -> tuple[int, int]:
        """First and last line of ``length`` folded characters from ``start``."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, start + max(length, 1) - 1) - 1
        return self._lines[first], self._lines[last]
