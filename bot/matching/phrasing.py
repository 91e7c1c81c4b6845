"""The phrasing index: which kind of question the words speak for.

Stemmed words and word pairs, weighted by how few kinds use them (IDF), are summed per kind into a
centroid at load; the score of a kind is half its centroid's cosine with the question and half that
of its nearest single phrasing. An unknown word counts against every kind. Character 3-grams beside
them changed the right kind for none of 1,600 questions (misspellings are mended before) and were two
thirds of the work; a thesaurus of 4,500 words beside them gained two of 300.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from bot.matching.reading import Candidate
from bot.matching.sparse import SparseVectors, Vector
from bot.matching.words import stem

PAIR_WEIGHT = 0.6
CENTROID_SHARE = 0.5
"""of the score; the rest is the nearest single phrasing"""
EXACT = 1 - 1e-9
"""cosine of a question that is one of the phrasings, but for rounding"""
LEAST_SHARE = 0.01
"""weight in a centroid below which a feature is left out: together they change no score by 0.01"""
NEAREST_AMONG = 5
"""kinds, by centroid, whose single phrasings are compared"""
EVIDENCE = 5
"""words named as having spoken for a kind"""

MOST_FACTOR = 1.2
"""the highest factor that a kind may have"""


def _fits(_kind: str) -> float:
    return 1.0


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One way to put a question, as the words that are compared."""

    kind: str
    words: tuple[str, ...]


class _Kind:
    """One kind of question: its centroid, and its phrasings."""

    def __init__(self, name: str, vectors: Sequence[tuple[Vector, float]]) -> None:
        self.name = name
        self.vectors = vectors
        total: dict[str, float] = {}
        for vector, norm in vectors:
            for feature, weight in vector.items():
                total[feature] = total.get(feature, 0.0) + weight / norm
        length = math.sqrt(sum(weight * weight for weight in total.values()))
        self.centroid = {feature: weight / length for feature, weight in total.items()}

    @cached_property
    def _phrasings(self) -> SparseVectors:
        # Made when the kind is first looked at closely: few kinds are, in a process that answers one question.
        return SparseVectors(
            [{feature: weight / norm for feature, weight in vector.items()} for vector, norm in self.vectors]
        )

    def nearest(self, vector: Vector, norm: float) -> float:
        """The cosine of the nearest single phrasing, by words and pairs."""
        return max(self._phrasings.products(vector), default=0.0) / norm

    def evidence(self, vector: Vector) -> tuple[tuple[str, float], ...]:
        """The words that spoke for this kind, each with its share, strongest first."""
        centroid = self.centroid
        shares = [
            (feature.replace("_", " "), weight * centroid[feature])
            for feature, weight in vector.items()
            if feature in centroid
        ]
        total = sum(share for _, share in shares) or 1.0
        shares.sort(key=lambda item: (-item[1], item[0]))
        return tuple((feature, round(share / total, 3)) for feature, share in shares[:EVIDENCE])


def features(words: Sequence[str]) -> Counter[str]:
    """Stems and pairs of neighbouring stems ("a_b") with their counts."""
    stems = [stem(word) for word in words]
    return Counter([*stems, *(f"{first}_{second}" for first, second in pairwise(stems))])


class PhrasingIndex:
    """Centroids of all kinds, built once from their phrasings."""

    def __init__(self, phrasings: Iterable[Phrasing]) -> None:
        by_kind: dict[str, list[Counter[str]]] = {}
        self._exact: dict[tuple[str, ...], str] = {}
        for phrasing in phrasings:
            self._exact.setdefault(tuple(map(stem, phrasing.words)), phrasing.kind)
            by_kind.setdefault(phrasing.kind, []).append(features(phrasing.words))
        self._idf = _idf(by_kind)
        self._unseen = max(self._idf.values(), default=1.0)
        self._weights = {feature: self._weighted(feature, idf) for feature, idf in self._idf.items()}
        self._kinds = [_Kind(kind, [self._vector(count) for count in counts]) for kind, counts in by_kind.items()]
        self._by_name = {kind.name: kind for kind in self._kinds}
        self._centroids = SparseVectors(
            [{name: share for name, share in kind.centroid.items() if share >= LEAST_SHARE} for kind in self._kinds]
        )

    def _vector(self, counts: Counter[str]) -> tuple[dict[str, float], float]:
        weights = self._weights
        vector: dict[str, float] = {}
        for feature, count in counts.items():
            weight = weights.get(feature) or self._weighted(feature, self._unseen)
            vector[feature] = weight if count == 1 else weight * (1 + math.log(count))
        return vector, math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0

    @staticmethod
    def _weighted(feature: str, idf: float) -> float:
        return idf * PAIR_WEIGHT if "_" in feature else idf

    @property
    def kinds(self) -> tuple[str, ...]:
        return tuple(self._by_name)

    def rank(self, words: Sequence[str], factor_of: Callable[[str], float] = _fits) -> list[Candidate]:
        """The best kinds by score, best first; ``factor_of`` gives a kind's factor, 0 to ``MOST`` (0 leaves it out)."""
        if not words:
            return []
        vector, norm = self._vector(features(words))
        best = self._by_centroid(vector, norm, factor_of)
        exact = self._exact.get(tuple(map(stem, words)))
        if exact is not None and exact not in best and (factor := factor_of(exact)):
            # However few words it shares with the rest of its kind, a phrasing is read as what it is.
            best[exact] = (0.0, factor)
        ranked: list[tuple[float, str]] = []
        for kind, (score, factor) in best.items():
            nearest = 1.0 if kind == exact else self._by_name[kind].nearest(vector, norm)
            ranked.append((_blended(score, nearest, factor), kind))
        ranked.sort(key=lambda item: (-item[0], item[1]))
        return [Candidate(kind, score) for score, kind in ranked]

    def evidence(self, kind: str, words: Sequence[str]) -> tuple[tuple[str, float], ...]:
        """The words that spoke for a kind, each with its share, strongest first."""
        return self._by_name[kind].evidence(self._vector(features(words))[0])

    def _by_centroid(
        self, vector: Vector, norm: float, factor_of: Callable[[str], float]
    ) -> dict[str, tuple[float, float]]:
        """The few kinds whose centroids are nearest, each with its score, factor included, and its factor."""
        products = self._centroids.products(vector)
        best: list[tuple[float, str, float]] = []
        for number in sorted(range(len(products)), key=products.__getitem__, reverse=True):
            cosine = products[number] / norm
            if len(best) == NEAREST_AMONG and cosine * MOST_FACTOR < -best[-1][0]:
                break  # whatever the factors of the rest, none comes near enough: they need not be found
            kind = self._kinds[number].name
            if factor := factor_of(kind):
                best.append((-cosine * factor, kind, factor))
                best.sort()
                del best[NEAREST_AMONG:]
        return {kind: (-score, factor) for score, kind, factor in best}

    def idf(self, word: str) -> float:
        """How much a stem tells; one never seen tells most."""
        return self._idf.get(word, self._unseen)

    def words_of(self, kind: str) -> frozenset[str]:
        """The stems in a kind's phrasings."""
        return frozenset(
            feature for vector, _ in self._by_name[kind].vectors for feature in vector if "_" not in feature
        )


def _blended(centroid: float, nearest: float, factor: float) -> float:
    """The score of a kind; an exact phrasing scores 1 whatever its kind's other phrasings are."""
    if nearest > EXACT:
        return min(1.0, factor)
    return min(1.0, CENTROID_SHARE * centroid + (1 - CENTROID_SHARE) * nearest * factor)


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
