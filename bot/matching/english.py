"""Common words of English: none of them is a slip for another word, nor for the name of a State."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_FILE = "english_words.txt"
_BEGINNING = 2
"""first letters that the words of one line share"""


def is_english(word: str) -> bool:
    """Whether a word in normal form is a common English one of four letters or more, and no name."""
    return f" {word} " in _lines().get(word[:_BEGINNING], "")


@cache
def _lines() -> Mapping[str, str]:
    """The words by their first letters, a line each: a set of them all would take ten times the memory."""
    # Read when the first unknown word comes: most questions have none.
    text = files("bot.matching").joinpath(_FILE).read_text(encoding="ascii")
    return {line[:_BEGINNING]: f" {line} " for line in text.splitlines() if not line.startswith("#")}
