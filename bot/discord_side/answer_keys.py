"""What finds an answer again, after a restart too: a kind of question and ids, or the words themselves.

Nothing is stored for it: the buttons under an answer carry its key (``custom_ids``).
"""

import base64
import binascii
import zlib
from dataclasses import dataclass, replace
from typing import Final, Self

from bot.matching.reading import Entities

_NEXT: Final = "⏎"
"""between a question and one that leans on it"""
_TYPED, _FREE, _SEARCH, _PACKED = "k", "q", "s", "z"
_FIELDS: Final = {"s": "states", "m": "meetings", "y": "years", "t": "topics", "o": "sources", "c": "channels"} | {
    "v": "votes"
}
LONGEST_CHAIN: Final = 4
"""questions of one conversation that a key holds"""
_MOST_NAMED: Final = 300
"""States, meetings or the like of one key: more than there are of any"""
_LARGEST: Final = 20_000
"""bytes of an unpacked key: no more is unpacked"""


class StaleKeyError(Exception):
    """A key that finds no answer: forged, cut, or made for knowledge that is no more."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A question of one kind about named things, as ``Engine.ask`` takes it."""

    intent: str
    entities: Entities


@dataclass(frozen=True, slots=True)
class Words:
    """A question in free words."""

    question: str


@dataclass(frozen=True, slots=True)
class Search:
    """Words to be searched for in all passages."""

    text: str


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """The first question, and those that leaned on it, in their order."""

    first: Typed | Words | Search
    then: tuple[str, ...] = ()

    def followed(self, question: str) -> "AnswerKey":
        """The key of a question that leaned on this one's reading."""
        return replace(self, then=(*self.then, question)[-LONGEST_CHAIN:])

    @property
    def words(self) -> str:
        """What was asked, for people: the words, or the kind of question and its ids."""
        match self.first:
            case Words(question=text) | Search(text=text):
                first = text
            case Typed():
                first = _packed_typed(self.first)
        return self.then[-1] if self.then else first

    def pack(self, room: int) -> str | None:
        """The key in at most ``room`` characters, compressed if need be; None when it takes more."""
        match self.first:
            case Typed():
                head = _TYPED + _packed_typed(self.first)
            case Words(question=text):
                head = _FREE + text
            case Search(text=text):
                head = _SEARCH + text
        plain = _NEXT.join(" ".join(part.replace(_NEXT, " ").split()) for part in (head, *self.then))
        if len(plain) <= room:
            return plain
        packed = _PACKED + base64.b85encode(zlib.compress(plain.encode("utf-8", "replace"), 9)).decode("ascii")
        return packed if len(packed) <= room else None

    @classmethod
    def unpack(cls, text: str) -> Self:
        """The key that :meth:`pack` wrote. Raises :class:`StaleKeyError`."""
        if text.startswith(_PACKED):
            text = _unpacked(text[1:])
        head, *then = text.split(_NEXT)
        if len(then) > LONGEST_CHAIN:
            raise StaleKeyError("a key with more questions than any has")
        kind, rest = head[:1], head[1:]
        if kind == _TYPED:
            return cls(_unpacked_typed(rest), tuple(then))
        if kind == _FREE:
            return cls(Words(rest), tuple(then))
        if kind == _SEARCH:
            return cls(Search(rest), tuple(then))
        raise StaleKeyError("no such kind of key")


def _packed_typed(key: Typed) -> str:
    named = (
        f"{letter}={','.join(str(value) for value in values)}"
        for letter, name in _FIELDS.items()
        if (values := getattr(key.entities, name))
    )
    return "|".join((key.intent, *named))


def _unpacked_typed(text: str) -> Typed:
    intent, *fields = text.split("|")
    found: dict[str, tuple[str, ...]] = {}
    for field in fields:
        letter, equals, values = field.partition("=")
        if letter not in _FIELDS or not equals:
            raise StaleKeyError("a key with an unknown field")
        found[_FIELDS[letter]] = tuple(values.split(","))
        if len(found[_FIELDS[letter]]) > _MOST_NAMED:
            raise StaleKeyError("a key that names more than any question does")
    try:
        years = tuple(int(year) for year in found.pop("years", ()))
    except ValueError as error:
        raise StaleKeyError("a key with a year that is no number") from error
    return Typed(intent, Entities(years=years, **found))


def _unpacked(text: str) -> str:
    try:
        reader = zlib.decompressobj()
        return reader.decompress(base64.b85decode(text), _LARGEST).decode("utf-8")
    except (ValueError, zlib.error, binascii.Error) as error:
        raise StaleKeyError("a key that cannot be unpacked") from error
