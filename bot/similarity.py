"""Similarity of words and names: the one module that imports rapidfuzz."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA


def nearest(word: str, choices: Sequence[str], *, at_least: float, limit: int = 3) -> list[tuple[str, float]]:
    """The choices most like ``word`` by optimal string alignment, best first, with 0 to 1."""
    found = process.extract(word, choices, scorer=OSA.normalized_similarity, score_cutoff=at_least, limit=limit)
    return [(choice, score) for choice, score, _ in found]


def edits(first: str, second: str, *, at_most: int) -> int:
    """Insertions, deletions, replacements and swaps between two words; ``at_most`` + 1 when more."""
    return OSA.distance(first, second, score_cutoff=at_most)


def best_passage(quote: str, texts: Iterable[str]) -> tuple[str, float]:
    """The text holding the run most like ``quote`` and how like it is, 0 to 1; ("", 0) when none."""
    best, best_score = "", 0.0
    for text in texts:
        score = fuzz.partial_ratio(quote, text) / 100
        if score > best_score:
            best, best_score = text, score
    return best, best_score


def aligned_run(quote: str, text: str) -> str:
    """The run of ``text`` that lines up best with ``quote``."""
    alignment = fuzz.partial_ratio_alignment(quote, text)
    return "" if alignment is None else text[alignment.dest_start : alignment.dest_end]
