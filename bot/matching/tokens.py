"""A question cut into tokens; each knows its place in the question and its normal form."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.knowledge.months import ANY_MONTH
from bot.knowledge.names import name_key
from bot.once import Once

_WORD = re.compile(r"\{\w+\}|\b[^\W\d_](?:\.[^\W\d_])+\b\.?|[^\W_]+(?:['’`][^\W_]+)*")
_YES_OR_NO = re.compile(r"(?i)\by\s?/\s?n\b")
"""asks for a yes or a no; "y" alone is why"""
_WITHOUT = re.compile(r"(?i)\bw/o\b")
_PLAIN = re.compile(r"[a-z {},?!;:()-]*")
_PLAIN_WORD = re.compile(r"\{\w+\}|[a-z]+")
_CODE = re.compile(r"[A-Z](?![a-z])")
"""a capital that does not merely begin a word"""
_NUMBER_TO_READ = re.compile(r"(?i)(?<![^\W_])\d\d(?![^\W_])|\b(?:art|action)")
"""two digits may be a year; what follows these words is part of the name"""
_POSSESSED_PLACEHOLDER = "}'s"
"""of phrasings: a name in its place is found without that ending"""
_LAND_MINE = re.compile(r"(?i)\b(land)[ -](?=mines?\b)")
"""one word, as the treaty's own documents mostly write it"""
_BOTH_KOREAS = re.compile(r"(?i)\b(north|south)(?: korea)? (and|or|&|vs) (north|south) korea\b")
"""names of two States of which the first leaves out what both have"""
_SHORT_YEAR = re.compile(r"^\d\d$")
_LONGEST_KEPT = 50
"""letters; what is longer is no word, and its normal form is not kept"""
_LAST_DAY = 31
"""two digits up to it after a month are a day: "17 June", "June 17" """
_LAST_OF_2000S = "49"
"""two digits above it are a year of the 1900s"""
_BEFORE_YEAR = frozenset("in since before after until from early late".split())
_COUNTED = re.compile(r"\s*(?:%|(?i:per|countr|state|nation|government|case|article)\w*)")
"""what follows a number that is no year: "in 97 countries" """
_POSSESSIVE_CODE = re.compile(r"^[^\W\d_a-z]{2,}['’]s?$")
_NUMBERED = {"article": "article", "articles": "article", "art": "article", "action": "action", "actions": "action"}
"""what is told apart by its number: articles of the Convention, actions of an action plan"""
_I_AM = frozenset({"I'm", "I’m", "i'm", "i’m", "im", "Im"})
"""not the intersessional meetings, IM"""
_CONTRACTED = {
    "whats": ("what", "is"),
    "wats": ("what", "is"),
    "whos": ("who", "is"),
    "wheres": ("where", "is"),
    "hows": ("how", "is"),
    "y": ("why",),
}
_READ_OTHERWISE = _I_AM | _CONTRACTED.keys()
"""words whose key is not they themselves in small letters"""


class Token(NamedTuple):
    """One word. ``key`` has no case, accents or punctuation, so that both sides compare alike."""

    key: str
    text: str
    """as typed"""
    position: int
    """index among the tokens of the question"""

    @property
    def is_capital(self) -> bool:
        """Written in capitals only, as codes are: US, UAE, U.S."""
        return self.text.isupper() or (self.text[:1].isupper() and _POSSESSIVE_CODE.match(self.text) is not None)


class Tokens(tuple[Token, ...]):  # noqa: SLOT001 - what is found once is kept in its dictionary
    """The words of a question in order; what several look at is found once. A part of it is a plain tuple."""

    @Once
    def keys(self) -> tuple[str, ...]:
        return tuple([token.key for token in self])

    @Once
    def key_set(self) -> frozenset[str]:
        """The keys in no order."""
        return frozenset(self.keys)

    @Once
    def is_alpha(self) -> bool:
        """Whether there is no figure in any word, as in most questions."""
        return "".join(self.keys).isalpha()


def tokenise(text: str) -> Tokens:
    """Words of a question in order. Control and format characters never survive."""
    text = _joined(text)
    if _is_plain(text):
        return _tokens(_PLAIN_WORD.findall(text))
    if "/" in text:
        text = _WITHOUT.sub("without", _YES_OR_NO.sub(" ", text))
    visible = (
        text if text.isprintable() else "".join(char if unicodedata.category(char)[0] != "C" else " " for char in text)
    )
    visible = visible if visible.isascii() else unicodedata.normalize("NFC", visible)
    if _NUMBER_TO_READ.search(visible):
        return _with_numbers(visible)
    return _tokens(_WORD.findall(visible))


def _tokens(words: Sequence[str]) -> Tokens:
    to_keys = _kept_keys if max(map(len, words), default=0) <= _LONGEST_KEPT else _keys
    keyed = [(key, word) for word in words for key in to_keys(word)]
    return Tokens([Token(key, word, position) for position, (key, word) in enumerate(keyed)])


def _with_numbers(visible: str) -> Tokens:
    """The tokens of a text with numbers that may be years, or parts of a name."""
    tokens: list[Token] = []
    before = (0, 0)
    for found in _WORD.finditer(visible):
        last, before = before, found.span()
        word = found[0]
        if word.isdigit():
            stands_after = tokens and not visible[last[1] : found.start()].strip(" .#")
            if stands_after and (numbered := _NUMBERED.get(tokens[-1].key)):
                # "Article 5" is another subject than "Article 8", as near as they are in letters.
                tokens.pop()
                tokens.append(Token(f"{numbered}{word}", visible[last[0] : found.end()], len(tokens)))
                continue
            if _SHORT_YEAR.match(word) and _is_year(visible, found.start(), tokens):
                tokens.append(Token(f"{'19' if word > _LAST_OF_2000S else '20'}{word}", word, len(tokens)))
                continue
        for key in _keys(word):
            tokens.append(Token(key, word, len(tokens)))
    return Tokens(tokens)


def plain_keys(text: str) -> tuple[str, ...] | None:
    """The keys of a text without figures and codes ("UN"); None for any other. Far quicker than its tokens."""
    text = _joined(text)
    if _CODE.search(text) or not _is_plain(small := text.lower()):
        return None
    words = _PLAIN_WORD.findall(small)
    return tuple(words) if _READ_OTHERWISE.isdisjoint(words) else None


def plain_tokens(keys: Sequence[str]) -> Tokens:
    """The tokens of a text without figures and codes, from its keys."""
    return Tokens([Token(key, key, position) for position, key in enumerate(keys)])


def keys_of(text: str) -> tuple[str, ...]:
    """The keys of a text, its tokens not being asked for."""
    keys = plain_keys(text)
    return tokenise(text).keys if keys is None else keys


def _joined(text: str) -> str:
    """The text with names as one word, or in full, that are often written otherwise, and placeholders bare."""
    if _POSSESSED_PLACEHOLDER in text:
        text = text.replace(_POSSESSED_PLACEHOLDER, "}")
    folded = text.casefold()
    if "and mine" in folded or "and-mine" in folded:
        text = _LAND_MINE.sub(r"\1", text)
    if "south" in folded and "north" in folded:
        text = _BOTH_KOREAS.sub(r"\1 Korea \2 \3 Korea", text)
    return text


def _is_plain(text: str) -> bool:
    """Whether nothing needs a second look, as in most phrasings: no figures, capitals, dots and apostrophes."""
    return _PLAIN.fullmatch(text) is not None


def _is_year(text: str, start: int, before: list[Token]) -> bool:
    """Whether two digits are a year: after an apostrophe or a month ("dec 97", "'18")."""
    if text[start - 1 : start] in ("'", "’"):
        return True
    if not before:
        return False
    in_nineties = before[-1].key in _BEFORE_YEAR and text[start] == "9" and not _COUNTED.match(text, start + 2)
    return in_nineties or (int(text[start : start + 2]) > _LAST_DAY and before[-1].key in ANY_MONTH)


def _keys(word: str) -> tuple[str, ...]:
    return _kept_keys(word) if len(word) <= _LONGEST_KEPT else _keys_of_word(word)


def _keys_of_word(word: str) -> tuple[str, ...]:
    if word.startswith("{"):
        return (word,)
    if word in _I_AM:
        return ("i", "am")
    bare = word.casefold().replace("’", "").replace("'", "").replace("`", "")
    if bare in _CONTRACTED:
        return _CONTRACTED[bare]
    return tuple(name_key(word).split())


_kept_keys = lru_cache(maxsize=20_000)(_keys_of_word)
