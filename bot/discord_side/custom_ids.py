"""The custom id of a button or menu: what it does, for whom, on which page, and a piece of the answer's key.

A custom id has 100 characters, a question may have 1,000: so the key is cut in pieces, and each component of a
message carries one. Whoever presses sends all components of the message along, so the key is whole again.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal, Self

from bot.discord_side.answer_keys import AnswerKey, StaleKeyError
from bot.discord_side.limits import CUSTOM_ID

Aspect = Literal["a", "s", "p"]
"""which side of an answer a message shows: the answer, its sources in context, its plain text"""

MENU: Final = "ask"
"""the action of the menu of questions; all other actions are buttons"""
TEMPLATE: Final = (
    r"t1\.(?P<action>[a-z]+)\.(?P<aspect>[asp])(?P<private>[01])\.(?P<owner>[0-9a-z]{1,13})\.(?P<page>\d{1,6})"
    r"\.(?P<piece>.*)\."
)
"""of every custom id here; the point at the end keeps white space at the end of a piece"""
_PATTERN: Final = re.compile(TEMPLATE, re.DOTALL)
# discord.py tells its dynamic items apart by their templates.
MENU_TEMPLATE: Final = re.compile(TEMPLATE.replace("[a-z]+", MENU, 1), re.DOTALL)
BUTTON_TEMPLATE: Final = re.compile(TEMPLATE.replace("[a-z]+", rf"(?!{MENU}\.)[a-z]+", 1), re.DOTALL)
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Mark:
    """One custom id, without its piece of the key."""

    action: str
    aspect: Aspect
    private: bool
    owner: int
    """id of who asked"""
    page: int
    """from 0; for a reading, its number"""

    @property
    def head(self) -> str:
        return f"t1.{self.action}.{self.aspect}{int(self.private)}.{_base36(self.owner)}.{self.page}."

    @classmethod
    def of(cls, match: re.Match[str]) -> Self:
        """The mark of a custom id that fits the template."""
        aspect: Aspect = "a" if match["aspect"] == "a" else "s" if match["aspect"] == "s" else "p"
        return cls(match["action"], aspect, match["private"] == "1", int(match["owner"], 36), int(match["page"]))


def custom_ids(marks: Sequence[Mark], key: AnswerKey) -> list[str] | None:
    """The custom ids of a message's components, in their order; None when the key has no room in them."""
    heads = [mark.head for mark in marks]
    rooms = [CUSTOM_ID - len(head) - 1 for head in heads]
    packed = key.pack(sum(rooms))
    if packed is None:
        return None
    found: list[str] = []
    for head, room in zip(heads, rooms, strict=True):
        found.append(f"{head}{packed[:room]}.")
        packed = packed[room:]
    return found


def marks_in(custom_ids: Iterable[str]) -> Iterator[Mark]:
    """The marks of the components of one message."""
    return (Mark.of(match) for text in custom_ids if (match := _PATTERN.fullmatch(text)))


def key_in(custom_ids: Iterable[str]) -> AnswerKey:
    """The key that the components of one message carry. Raises :class:`StaleKeyError`."""
    pieces = [match["piece"] for text in custom_ids if (match := _PATTERN.fullmatch(text))]
    if not pieces:
        raise StaleKeyError("no component of the message carries a key")
    return AnswerKey.unpack("".join(pieces))


@lru_cache(maxsize=1024)  # every component of a message bears the same id
def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"
