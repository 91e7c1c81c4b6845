"""The phrasing index: which kind of question the words speak for.

Stemmed words and word pairs, weighted by how few kinds use them (IDF), are summed per kind into a
centroid at load; the score of a kind is for a third its centroid's cosine with the question and for the
rest that of its nearest single phrasing. An unknown word counts against every kind. Character 3-grams
beside them changed the right kind for none of 1,600 questions (misspellings are mended before) and were
two thirds of the work; a thesaurus of 4,500 words beside them gained two of 300.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain, pairwise

from bot.matching.reading import Candidate
from bot.matching.sparse import Gathering, SparseVectors, Vector
from bot.matching.words import stem

PAIR_WEIGHT = 0.6
CENTROID_SHARE = 0.35
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
_PAIR = 1 << 24
"""features are numbers: a stem's own from 1, below this; a pair's is the first one's times this, and the second's"""


def _fits(_kind: str) -> float:
    return 1.0


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One way to put a question, as the words that are compared."""

    kind: str
    words: tuple[str, ...]


class PhrasingIndex:
    """Centroids of all kinds, built once from their phrasings."""

    def __init__(self, phrasings: Iterable[Phrasing]) -> None:
        self._stems: dict[str, int] = {}
        by_kind: dict[str, list[tuple[int, ...]]] = {}
        self._exact: dict[tuple[int, ...], str] = {}
        for phrasing in phrasings:
            numbers = tuple(
                self._stems.setdefault(stemmed, len(self._stems) + 1) for stemmed in map(stem, phrasing.words)
            )
            self._exact.setdefault(numbers, phrasing.kind)
            by_kind.setdefault(phrasing.kind, []).append(_features(numbers))
        self._weights = _weights(by_kind)
        self._unseen = max(self._weights.values(), default=1.0)
        self._kinds = tuple(by_kind)
        self._numbers = {kind: number for number, kind in enumerate(self._kinds)}
        ends = accumulate(map(len, by_kind.values()), initial=0)
        self._spans = dict(zip(self._kinds, pairwise(ends), strict=True))
        """the numbers of a kind's phrasings"""
        singles, centroids = Gathering(), Gathering()
        for of_kind in by_kind.values():
            total: dict[int, float] = {}
            for features in of_kind:
                vector, norm = self._vector(features)
                units = [weight / norm for weight in vector.values()]
                singles.add(vector, units)
                for feature, weight in zip(vector, units, strict=True):
                    total[feature] = total.get(feature, 0.0) + weight
            centroid = _centroid(total)
            centroids.add(centroid, centroid.values())
        self._phrasings, self._centroids = SparseVectors(singles), SparseVectors(centroids)

    def _vector(self, features: Sequence[int]) -> tuple[dict[int, float], float]:
        """Features with their weights, and the length of the whole."""
        weights, unseen = self._weights, self._unseen
        vector = {
            feature: weights.get(feature) or (unseen * PAIR_WEIGHT if feature >= _PAIR else unseen)
            for feature in features
        }
        if len(vector) < len(features):
            for feature, count in Counter(features).items():
                vector[feature] *= 1 + math.log(count)
        return vector, math.hypot(*vector.values()) or 1.0

    def _asked(self, words: Sequence[str]) -> tuple[tuple[int, ...], dict[int, float], float]:
        """The words of a question as numbers, those never seen with numbers of their own; their vector, its length."""
        unseen: dict[str, int] = {}
        numbers = tuple(
            self._stems.get(stemmed) or unseen.setdefault(stemmed, len(self._stems) + len(unseen) + 1)
            for stemmed in map(stem, words)
        )
        return numbers, *self._vector(_features(numbers))

    @property
    def kinds(self) -> tuple[str, ...]:
        return self._kinds

    def rank(self, words: Sequence[str], factor_of: Callable[[str], float] = _fits) -> list[Candidate]:
        """The best kinds by score, best first; ``factor_of`` gives a kind's factor, 0 to ``MOST`` (0 leaves it out)."""
        if not words:
            return []
        numbers, vector, norm = self._asked(words)
        best = self._by_centroid(vector, norm, factor_of)
        exact = self._exact.get(numbers)
        if exact is not None and exact not in best and (factor := factor_of(exact)):
            # However few words it shares with the rest of its kind, a phrasing is read as what it is.
            best[exact] = (0.0, factor)
        ranked: list[tuple[float, str]] = []
        for kind, (score, factor) in best.items():
            nearest = 1.0 if kind == exact else self._nearest(kind, vector, norm)
            ranked.append((_blended(score, nearest, factor), kind))
        ranked.sort(key=lambda item: (-item[0], item[1]))
        return [Candidate(kind, score) for score, kind in ranked]

    def evidence(self, kind: str, words: Sequence[str]) -> tuple[tuple[str, float], ...]:
        """The words that spoke for a kind, each with its share, strongest first."""
        number = self._numbers[kind]
        numbers, vector, _ = self._asked(words)
        named = dict(zip(numbers, map(stem, words), strict=True))
        shares = [
            (" ".join(named[part] for part in _parts(feature)), weight * share)
            for feature, weight in vector.items()
            if (share := self._centroids.weight(feature, number))
        ]
        total = sum(share for _, share in shares) or 1.0
        shares.sort(key=lambda item: (-item[1], item[0]))
        return tuple((words_, round(share / total, 3)) for words_, share in shares[:EVIDENCE])

    def _nearest(self, kind: str, vector: Vector, norm: float) -> float:
        """The cosine of the nearest single phrasing of a kind."""
        return max(self._phrasings.products(vector, *self._spans[kind]), default=0.0) / norm

    def _by_centroid(
        self, vector: Vector, norm: float, factor_of: Callable[[str], float]
    ) -> dict[str, tuple[float, float]]:
        """The few kinds whose centroids are nearest, each with its score, factor included, and its factor."""
        products = self._centroids.products(vector)
        best: list[tuple[float, str, float]] = []
        for number in sorted(
            filter(products.__getitem__, range(len(products))), key=products.__getitem__, reverse=True
        ):
            cosine = products[number] / norm
            if len(best) == NEAREST_AMONG and cosine * MOST_FACTOR < -best[-1][0]:
                break  # whatever the factors of the rest, none comes near enough: they need not be found
            kind = self._kinds[number]
            if factor := factor_of(kind):
                best.append((-cosine * factor, kind, factor))
                best.sort()
                del best[NEAREST_AMONG:]
        return {kind: (-score, factor) for score, kind, factor in best}

    def idf(self, word: str) -> float:
        """How much a stem tells; one never seen tells most."""
        return self._weights.get(self._stems.get(word, 0), self._unseen)

    def words_of(self, kind: str) -> frozenset[str]:
        """The stems in a kind's phrasings."""
        return self._words_of[kind]

    @cached_property
    def _words_of(self) -> Mapping[str, frozenset[str]]:
        names = {number: stemmed for stemmed, number in self._stems.items()}
        found: dict[str, set[str]] = {kind: set() for kind in self._kinds}
        for numbers, kind in self._exact.items():
            found[kind].update(names[number] for number in numbers)
        return {kind: frozenset(stems) for kind, stems in found.items()}


def _features(numbers: Sequence[int]) -> tuple[int, ...]:
    """Stems and pairs of neighbouring stems, as numbers, each as often as it stands there."""
    return (*numbers, *(first * _PAIR + second for first, second in pairwise(numbers)))


def _parts(feature: int) -> tuple[int, ...]:
    return (feature,) if feature < _PAIR else divmod(feature, _PAIR)


def _centroid(total: Mapping[int, float]) -> Vector:
    """The direction of a sum of vectors, without what weighs next to nothing."""
    length = math.hypot(*total.values()) or 1.0
    return {feature: share for feature, weight in total.items() if (share := weight / length) >= LEAST_SHARE}


def _blended(centroid: float, nearest: float, factor: float) -> float:
    """The score of a kind; an exact phrasing scores 1 whatever its kind's other phrasings are."""
    if nearest > EXACT:
        return min(1.0, factor)
    return min(1.0, CENTROID_SHARE * centroid + (1 - CENTROID_SHARE) * nearest * factor)


def _weights(by_kind: Mapping[str, Sequence[Sequence[int]]]) -> dict[int, float]:
    """Weight of each feature by the share of phrasings of each kind that have it (IDF); a pair's is less."""
    spread: dict[int, float] = {}
    for of_kind in by_kind.values():
        seen = Counter(chain.from_iterable(map(set, of_kind)))
        for feature, number in seen.items():
            spread[feature] = spread.get(feature, 0.0) + math.sqrt(number / len(of_kind))
    kinds = len(by_kind)
    return {
        feature: math.log((1 + kinds) / (0.5 + share)) * (PAIR_WEIGHT if feature >= _PAIR else 1.0)
        for feature, share in spread.items()
    }
