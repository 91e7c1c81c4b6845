"""Similarity of words and names: the one module that imports rapidfuzz."""

import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA


class Words:
    """Words to be compared with, by length: most are too long or too short to be near, and are not looked at."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = sorted(set(words), key=lambda word: (len(word), word))
        self._lengths = [len(word) for word in self._words]

    def nearest(self, word: str, *, at_least: float, limit: int = 3) -> list[tuple[str, float]]:
        """The words most like ``word`` by optimal string alignment, best first, with 0 to 1."""
        # Each letter more or less is an edit, and the share of edits in the longer word is what is left of 1.
        shortest, longest = math.ceil(len(word) * at_least), math.floor(len(word) / at_least)
        first, last = bisect_left(self._lengths, shortest), bisect_right(self._lengths, longest)
        return nearest(word, self._words[first:last], at_least=at_least, limit=limit)

    def within(self, word: str, *, at_most: int) -> list[str]:
        """The words that so many edits at most make of ``word``: insertions, deletions, replacements and swaps."""
        first, last = bisect_left(self._lengths, len(word) - at_most), bisect_right(self._lengths, len(word) + at_most)
        choices = self._words[first:last]
        return [
            choice for choice, _, _ in process.extract_iter(word, choices, scorer=OSA.distance, score_cutoff=at_most)
        ]


def nearest(word: str, choices: Sequence[str], *, at_least: float, limit: int = 3) -> list[tuple[str, float]]:
    """The choices most like ``word`` by optimal string alignment, best first, with 0 to 1."""
    found = process.extract(word, choices, scorer=OSA.normalized_similarity, score_cutoff=at_least, limit=limit)
    return [(choice, score) for choice, score, _ in found]


def edits(first: str, second: str, *, at_most: int) -> int:
    """Insertions, deletions, replacements and swaps between two words; ``at_most`` + 1 when more."""
    return OSA.distance(first, second, score_cutoff=at_most)
