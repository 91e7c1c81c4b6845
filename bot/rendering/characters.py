"""Which characters may be shown: a question or a title may hold anything, a terminal obeys much of it."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_NEWLINES = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# Unicode's bidirectional embeddings, overrides and isolates reorder what stands around them (UAX 9).
_REORDERING = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_BYTE_ORDER_MARK = re.compile(r"\ufeff")
_HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")


def whole_characters(text: str) -> str:
    """``text`` with each lone surrogate, which no encoding can write, replaced."""
    return _HALF_CHARACTER.sub(REPLACEMENT, text)


def visible(text: str) -> str:
    """``text`` without control and reordering characters; every kind of line break becomes a newline.

    An ANSI escape sequence loses its escape character and so its power; its letters stay.
    """
    text = _NEWLINES.sub("\n", whole_characters(text))
    for unwanted in (_CONTROLS, _REORDERING, _BYTE_ORDER_MARK):
        text = unwanted.sub("", text)
    return text


def visible_line(text: str) -> str:
    """``text`` on one line, as :func:`visible`, runs of white space made one space."""
    return _SPACES.sub(" ", visible(text)).strip()


def visible_lines(text: str) -> tuple[str, ...]:
    """The lines of ``text``, each as :func:`visible_line`; blank ones left out."""
    lines = (visible_line(line) for line in visible(text).split("\n"))
    return tuple(line for line in lines if line)
