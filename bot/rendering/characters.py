"""Which characters may be shown: a question or a title may hold anything, a terminal obeys much of it."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

_NEWLINES = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
# Unicode's bidirectional embeddings, overrides and isolates reorder what stands around them (UAX 9).
_REORDERING = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_REORDERING_RUNS = (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
_BYTE_ORDER_MARK = re.compile(r"\ufeff")
_HALF_CHARACTER = re.compile(r"[\ud800-\udfff]")

_AS_JSON_ESCAPES = {
    code: f"\\u{code:04x}"
    for code in (*range(0x7F, 0xA0), *map(ord, "\u2028\u2029\u061c\u200e\u200f\ufeff"), *_REORDERING_RUNS)
}
"""JSON escapes the controls before the space by itself"""


def whole_characters(text: str) -> str:
    """``text`` with each lone surrogate, which no encoding can write, replaced."""
    return _HALF_CHARACTER.sub(REPLACEMENT, text)


def visible(text: str) -> str:
    """``text`` without control and reordering characters; every kind of line break becomes a newline.

    An ANSI escape sequence loses its escape character and so its power; its letters stay.
    """
    if text.isprintable():  # then there are none, as in most lines
        return text
    text = _NEWLINES.sub("\n", whole_characters(text))
    for unwanted in (_CONTROLS, _REORDERING, _BYTE_ORDER_MARK):
        text = unwanted.sub("", text)
    return text


def visible_line(text: str) -> str:
    """``text`` on one line, as :func:`visible`, runs of white space made one space."""
    return " ".join(visible(text).split())


def visible_lines(text: str) -> tuple[str, ...]:
    """The lines of ``text``, each as :func:`visible_line`; blank ones left out."""
    lines = (visible_line(line) for line in visible(text).split("\n"))
    return tuple(line for line in lines if line)


def escaped(json_text: str) -> str:
    """JSON with the characters that :func:`visible` takes out, or makes a line break, in JSON's own escapes."""
    return json_text if json_text.isprintable() else json_text.translate(_AS_JSON_ESCAPES)
