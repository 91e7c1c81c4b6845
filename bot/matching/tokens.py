"""A question cut into tokens; each knows its place in the question and its normal form."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from bot.knowledge.names import name_key

_WORD = re.compile(r"\{\w+\}|\b[^\W\d_](?:\.[^\W\d_])+\b\.?|[^\W_]+(?:['’`][^\W_]+)*")
_ARTICLE = frozenset({"article", "articles", "art"})
_CONTRACTED = {"whats": ("what", "is"), "whos": ("who", "is"), "wheres": ("where", "is"), "hows": ("how", "is")}


@dataclass(frozen=True, slots=True)
class Token:
    """One word. ``key`` has no case, accents or punctuation, so that both sides compare alike."""

    key: str
    text: str
    """as typed"""
    position: int
    """index among the tokens of the question"""

    @property
    def is_capital(self) -> bool:
        """Written in capitals only, as codes are: US, UAE, U.S."""
        return self.text.isupper()


def tokenise(text: str) -> tuple[Token, ...]:
    """Words of a question in order. Control and format characters never survive."""
    visible = (
        text
        if text.isascii() and text.isprintable()
        else "".join(char if unicodedata.category(char)[0] != "C" else " " for char in text)
    )
    tokens: list[Token] = []
    for found in _WORD.finditer(unicodedata.normalize("NFC", visible)):
        word = found[0]
        if tokens and word.isdigit() and tokens[-1].key in _ARTICLE:
            # "Article 5" is another subject than "Article 8", as near as they are in letters.
            before = tokens.pop()
            tokens.append(Token(f"article{word}", f"{before.text} {word}", len(tokens)))
            continue
        for key in _keys(word):
            tokens.append(Token(key, word, len(tokens)))
    return tuple(tokens)


@lru_cache(maxsize=20_000)
def _keys(word: str) -> tuple[str, ...]:
    if word.startswith("{"):
        return (word,)
    bare = word.casefold().replace("’", "").replace("'", "").replace("`", "")
    if bare in _CONTRACTED:
        return _CONTRACTED[bare]
    return tuple(name_key(word).split())
