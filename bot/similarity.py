"""Similarity of words and names: the one module that imports rapidfuzz."""

from collections.abc import Collection, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA


def nearest(word: str, choices: Collection[str], *, at_least: float, limit: int = 3) -> list[tuple[str, float]]:
    """The choices most like ``word`` by optimal string alignment, best first, with 0 to 1."""
    # Of a mapping, rapidfuzz would compare the values.
    words = choices if isinstance(choices, Sequence) else tuple(choices)
    found = process.extract(word, words, scorer=OSA.normalized_similarity, score_cutoff=at_least, limit=limit)
    return [(choice, score) for choice, score, _ in found]


def edits(first: str, second: str, *, at_most: int) -> int:
    """Insertions, deletions, replacements and swaps between two words; ``at_most`` + 1 when more."""
    return OSA.distance(first, second, score_cutoff=at_most)
