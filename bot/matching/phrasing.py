"""The phrasing index: which kind of question the words speak for.

Stemmed words, word pairs and character 3-grams, weighted by how few kinds use them (IDF), are summed
per kind into a centroid at load; the score of a kind is half its centroid's cosine with the
question and half that of its nearest single phrasing. An unknown word counts against every kind.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from bot.matching.reading import Candidate
from bot.matching.words import stem

PAIR_WEIGHT = 0.6
TRIGRAM_WEIGHT = 0.25
CENTROID_SHARE = 0.5
"""of the score; the rest is the nearest single phrasing"""
EXACT = 1 - 1e-9
"""cosine of a question that is one of the phrasings, but for rounding"""
NEAREST_AMONG = 8
"""kinds, by centroid, whose single phrasings are compared"""
EVIDENCE = 5
"""words named as having spoken for a kind"""

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One way to put a question, as the words that are compared."""

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kind:
    norm: float
    phrasings: tuple[tuple[Vector, float], ...]


def features(words: Sequence[str]) -> Counter[str]:
    """Stems, pairs of neighbouring stems ("a_b") and 3-grams ("#abc") with their counts."""
    stems = [stem(word) for word in words]
    found = [*stems, *(f"{first}_{second}" for first, second in pairwise(stems))]
    for word in stems:
        found += _trigrams(word)
    return Counter(found)


@lru_cache(maxsize=20_000)
def _trigrams(word: str) -> tuple[str, ...]:
    if word.startswith("{"):
        return ()
    padded = f" {word} "
    return tuple(f"#{padded[index : index + 3]}" for index in range(len(padded) - 2))


class PhrasingIndex:
    """Centroids of all kinds, built once from their phrasings."""

    def __init__(self, phrasings: Iterable[Phrasing]) -> None:
        by_kind: dict[str, list[Counter[str]]] = {}
        for phrasing in phrasings:
            by_kind.setdefault(phrasing.kind, []).append(features(phrasing.words))
        self._idf = _idf(by_kind)
        self._unseen = max(self._idf.values(), default=1.0)
        self._weights = {feature: self._weighted(feature, idf) for feature, idf in self._idf.items()}
        self._postings: dict[str, list[tuple[str, float]]] = {}
        self._kinds: dict[str, _Kind] = {}
        for kind, counts in by_kind.items():
            self._add(kind, counts)

    def _add(self, kind: str, counts: Sequence[Counter[str]]) -> None:
        vectors = [self._vector(count) for count in counts]
        centroid: dict[str, float] = {}
        for vector, norm in vectors:
            for feature, weight in vector.items():
                centroid[feature] = centroid.get(feature, 0.0) + weight / norm
        norm = math.sqrt(sum(weight * weight for weight in centroid.values()))
        for feature, weight in centroid.items():
            self._postings.setdefault(feature, []).append((kind, weight / norm))
        self._kinds[kind] = _Kind(norm, tuple(vectors))

    def _vector(self, counts: Counter[str]) -> tuple[dict[str, float], float]:
        weights = self._weights
        vector: dict[str, float] = {}
        for feature, count in counts.items():
            weight = weights.get(feature) or self._weighted(feature, self._unseen)
            vector[feature] = weight if count == 1 else weight * (1 + math.log(count))
        return vector, math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0

    @staticmethod
    def _weighted(feature: str, idf: float) -> float:
        if feature.startswith("#"):
            return idf * TRIGRAM_WEIGHT
        return idf * PAIR_WEIGHT if "_" in feature else idf

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(self._kinds)

    def rank(self, words: Sequence[str], allowed: Mapping[str, float]) -> list[Candidate]:
        """Kinds by score, best first; ``allowed`` gives each kind's factor (0 leaves it out)."""
        if not words:
            return []
        vector, norm = self._vector(features(words))
        sums: dict[str, float] = dict.fromkeys(self._kinds, 0.0)
        for feature, weight in vector.items():
            for kind, share in self._postings.get(feature, ()):
                sums[kind] += weight * share
        order = sorted(
            ((total / norm * allowed.get(kind, 1.0), kind) for kind, total in sums.items() if allowed.get(kind, 1.0)),
            key=lambda item: (-item[0], item[1]),
        )
        ranked = [
            (_blended(score, self._nearest(kind, vector, norm), allowed.get(kind, 1.0)), kind)
            for score, kind in order[:NEAREST_AMONG]
        ]
        ranked.sort(key=lambda item: (-item[0], item[1]))
        return [Candidate(kind, score, evidence=self._evidence(kind, vector)) for score, kind in ranked]

    def idf(self, word: str) -> float:
        """How much a stem tells; one never seen tells most."""
        return self._idf.get(word, self._unseen)

    def words_of(self, kind: str) -> frozenset[str]:
        """The stems in a kind's phrasings."""
        return frozenset(
            feature
            for vector, _ in self._kinds[kind].phrasings
            for feature in vector
            if "_" not in feature and not feature.startswith("#")
        )

    def _nearest(self, kind: str, vector: Vector, norm: float) -> float:
        best = 0.0
        for other, other_norm in self._kinds[kind].phrasings:
            small, large = (vector, other) if len(vector) < len(other) else (other, vector)
            product = sum(weight * large[feature] for feature, weight in small.items() if feature in large)
            best = max(best, product / (norm * other_norm))
        return best

    def _evidence(self, kind: str, vector: Vector) -> tuple[tuple[str, float], ...]:
        shares = [
            (feature.replace("_", " "), weight * share)
            for feature, weight in vector.items()
            if not feature.startswith("#")
            for other, share in self._postings.get(feature, ())
            if other == kind
        ]
        total = sum(share for _, share in shares) or 1.0
        shares.sort(key=lambda item: (-item[1], item[0]))
        return tuple((feature, round(share / total, 3)) for feature, share in shares[:EVIDENCE])


def _blended(centroid: float, nearest: float, factor: float) -> float:
    """The score of a kind; an exact phrasing scores 1 whatever its kind's other phrasings are."""
    if nearest > EXACT:
        return factor
    return CENTROID_SHARE * centroid + (1 - CENTROID_SHARE) * nearest * factor


def _idf(by_kind: Mapping[str, Sequence[Counter[str]]]) -> dict[str, float]:
    """Weight of each feature by the share of phrasings of each kind that have it."""
    spread: dict[str, float] = {}
    for counts in by_kind.values():
        seen: Counter[str] = Counter()
        for count in counts:
            seen.update(count.keys())
        for feature, number in seen.items():
            spread[feature] = spread.get(feature, 0.0) + math.sqrt(number / len(counts))
    kinds = len(by_kind)
    return {feature: math.log((1 + kinds) / (0.5 + share)) for feature, share in spread.items()}
