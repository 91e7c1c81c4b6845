"""What must hold for everything shown: each function yields what is wrong, in a line; nothing when all is well."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any, Final

from bot.discord_side.limits import BUTTON_LABEL, CHOICE_TEXT, CHOICES, CUSTOM_ID, OPTION_TEXT, ROWS, SELECT_OPTIONS
from bot.rendering.markdown import size
from bot.rendering.messages import MESSAGE_LIMIT
from bot.rendering.paging import CONTINUED, GOES_ON
from tests.fuzzing.texts import BIDI

_UNWANTED: Final = frozenset(BIDI)
_ESCAPED: Final = re.compile(r"\\[^0-9A-Za-z\s]")
_FORMATS: Final = re.compile(r"[*~|`<]|(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])|\]\(")
_PINGS: Final = re.compile(r"<@[!&]?\d|<#\d|@everyone|@here", re.IGNORECASE)
_LINE_STARTS: Final = re.compile(r"#{1,3}\s|-#?\s|[+>]|\d+[.)](\s|$)")
_OWN_MARKS: Final = frozenset({GOES_ON, CONTINUED})
_COLOURS: Final = re.compile(r"\x1b\[[\d;]*m")
_ROW, _BUTTON, _SELECT = 1, 2, 3
ROW_BUTTONS: Final = 5
"""https://discord.com/developers/docs/components/reference#action-row"""


def unseen(text: str, allowed: str = "\n") -> Iterator[str]:
    """Control characters, halves of characters, and what reorders the text around it."""
    if text.isprintable():
        return
    for character in sorted(set(text) - set(allowed)):
        if unicodedata.category(character) in {"Cc", "Cs"} or character in _UNWANTED:
            yield f"U+{ord(character):04X} is shown as it is"


def pings(text: str) -> Iterator[str]:
    if found := _PINGS.search(text):
        yield f"{found[0]!r} could ping"


def formats(line: str) -> Iterator[str]:
    """Markdown in a line that should have none."""
    bare = _ESCAPED.sub("x", line)
    if found := _FORMATS.search(bare):
        yield f"{found[0]!r} formats in {line[:100]!r}"
    if _LINE_STARTS.match(line):
        yield f"the line begins with a mark: {line[:100]!r}"


def page(text: str) -> Iterator[str]:
    """A page of an answer: a title in bold, lines behind "> " or "- ", and nothing else that formats."""
    yield from message_text(text)
    for number, line in enumerate(text.split("\n")):
        if number == 0 and line.startswith("**") and line.endswith("**") and len(line) > 4:
            line = line[2:-2]
        line = line.removeprefix("> ").removeprefix("- ") if line[:2] in ("> ", "- ") else line
        if line not in _OWN_MARKS:
            yield from formats(line)


def message_text(text: str) -> Iterator[str]:
    """Any text of a message."""
    yield from unseen(text)
    yield from pings(text)
    if not text.strip():
        yield "an empty message"
    if size(text) > MESSAGE_LIMIT:
        yield f"a message of {size(text)} units"


def terminal(text: str) -> Iterator[str]:
    """What was printed with colours: nothing is left but text when the colours are gone."""
    yield from unseen(_COLOURS.sub("", text))


def components(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Rows of buttons and menus as Discord gets them."""
    rows = list(rows)
    if len(rows) > ROWS:
        yield f"{len(rows)} rows"
    for row in rows:
        if row["type"] != _ROW or not 1 <= len(row["components"]) <= ROW_BUTTONS:
            yield f"a row of {len(row['components'])}"
        for one in row["components"]:
            yield from _label(one["custom_id"], CUSTOM_ID, "custom id", seen=False)
            if one["type"] == _BUTTON:
                yield from _label(one["label"], BUTTON_LABEL, "button")
            elif one["type"] == _SELECT:
                yield from _options(one["options"])
    ids = [one["custom_id"] for row in rows for one in row["components"]]
    if len(set(ids)) < len(ids):
        yield "two components with one custom id"


def _options(options: list[dict[str, Any]]) -> Iterator[str]:
    if not 1 <= len(options) <= SELECT_OPTIONS:
        yield f"a menu of {len(options)}"
    if len({option["value"] for option in options}) < len(options):
        yield "two options with one value"
    for option in options:
        yield from _label(option["label"], OPTION_TEXT, "option")
        yield from _label(option["value"], OPTION_TEXT, "value of an option", seen=False)


def choices(found: list[dict[str, Any]]) -> Iterator[str]:
    """The choices of a completion."""
    if len(found) > CHOICES:
        yield f"{len(found)} choices"
    for choice in found:
        yield from _label(choice["name"], CHOICE_TEXT, "choice")
        yield from _label(choice["value"], CHOICE_TEXT, "value of a choice", seen=False)


def _label(text: str, most: int, what: str, *, seen: bool = True) -> Iterator[str]:
    if not text.strip():
        yield f"an empty {what}"
    if len(text) > most:
        yield f"a {what} of {len(text)} characters"
    if seen:
        yield from unseen(text, allowed="")
