"""The phrasing index: which kind of question the words speak for.

Stemmed words and word pairs, weighted by how few kinds use them (IDF), are summed per kind into a
centroid at load; the score of a kind is for a third its centroid's cosine with the question and for the
rest that of its nearest single phrasing. An unknown word counts against every kind. Character 3-grams
beside them changed the right kind for none of 1,600 questions (misspellings are mended before) and were
two thirds of the work; a thesaurus of 4,500 words beside them gained two of 300.
"""

import math
from array import array
from bisect import insort
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from bot.matching.sparse import ByFeature, ByVector, Floats, Numbers
from bot.matching.vectors import PAIR, PAIR_WEIGHT, Vectors
from bot.matching.words import stem

CENTROID_SHARE = 0.35
"""of the score; the rest is the nearest single phrasing"""
EXACT = 1 - 1e-9
"""cosine of a question that is one of the phrasings, but for rounding"""
NEAREST_AMONG = 5
"""kinds, by centroid, whose single phrasings are compared"""
_FIRST_FEW = 32
"""kinds looked at first; few questions ask for more"""
EVIDENCE = 5
"""words named as having spoken for a kind"""
Scored = tuple[str, float]
"""a kind of question with its score, 0 to 1"""


def _fits(_kind: str) -> float:
    return 1.0


@dataclass(frozen=True, slots=True)
class Phrasing:
    """One way to put a question, as the words that are compared."""

    kind: str
    words: tuple[str, ...]


class PhrasingIndex:
    """All phrasings, and the centroid of each kind, built once."""

    def __init__(self, phrasings: Iterable[Phrasing]) -> None:
        self._stems: dict[str, int] = {}
        self._of_word: dict[str, int] = {}
        """the numbers of stems by the words of phrasings, which need no stemming then"""
        self._numbers: dict[str, int] = {}
        self._exact: dict[tuple[int, ...], str] = {}
        stems_of: dict[str, set[int]] = {}
        # In arrays: numbers of their own for every feature of every phrasing would take ten megabytes more.
        features, lengths, kinds = array("q"), array("q"), array("q")
        for phrasing in phrasings:
            numbers = tuple(map(self._number, phrasing.words))
            if numbers:
                self._exact.setdefault(numbers, phrasing.kind)
                stems_of.setdefault(phrasing.kind, set()).update(numbers)
                kinds.append(self._numbers.setdefault(phrasing.kind, len(self._numbers)))
                of_phrasing = _features(numbers)
                lengths.append(len(of_phrasing))
                features.extend(of_phrasing)
        self._kinds = tuple(self._numbers)
        self._stem_of = ("", *self._stems)
        """stems by their numbers"""
        self._stems_of = {kind: array("l", numbers) for kind, numbers in stems_of.items()}
        vectors = Vectors(np.array(features, np.int64), np.array(lengths, np.intp), np.array(kinds, np.intp))
        self._places = {feature: place for place, feature in enumerate(vectors.names.tolist())}
        self._weights = vectors.idf
        self._unseen = float(self._weights.max(initial=0.0)) or 1.0
        weights: list[float] = self._weights.tolist()
        self._idf = {word: weights[self._places[number]] for word, number in self._stems.items()}
        self._phrasings = ByVector(vectors.singles, sizes=vectors.sizes.tolist(), features=len(self._places))
        self._centroids = ByFeature(vectors.centroids, vectors=len(self._kinds), features=len(self._places))

    def _number(self, word: str) -> int:
        """The number of the stem of a phrasing's word, a new one for a new stem."""
        if (number := self._of_word.get(word)) is None:
            number = self._of_word[word] = self._stems.setdefault(stem(word), len(self._stems) + 1)
        return number

    def vector(self, words: Sequence[str]) -> "Vector":
        """A question as it is compared."""
        try:
            numbers, unseen = tuple(map(self._of_word.__getitem__, words)), 0
        except KeyError:
            numbers, unseen = self._numbers_of(words)
        features = _features(numbers)
        distinct = dict.fromkeys(features)
        known = [place for place in map(self._places.get, distinct) if place is not None]
        places = np.array(known, np.intp)
        weights = self._weights[places]
        square = float(weights.dot(weights))
        # Every stem of a phrasing has its place: what else is missing is a pair.
        pairs = len(distinct) - len(known) - unseen
        square += self._unseen**2 * (unseen + PAIR_WEIGHT**2 * pairs)
        if len(distinct) < len(features):
            for feature, count in Counter(features).items():
                if count > 1:
                    square += self._repeated(feature, 1 + math.log(count), places, weights)
        products = self._centroids.products(places, weights)
        return Vector(numbers, places, weights, math.sqrt(square) or 1.0, products)

    def _numbers_of(self, words: Sequence[str]) -> tuple[tuple[int, ...], int]:
        """The numbers of the stems of some words, those never seen with their own; and how many these are."""
        unseen: dict[str, int] = {}
        after_known = len(self._stems) + 1
        numbers = tuple(
            [
                self._of_word.get(word)
                or self._stems.get(stemmed := stem(word))
                or unseen.setdefault(stemmed, after_known + len(unseen))
                for word in words
            ]
        )
        return numbers, len(unseen)

    def _repeated(self, feature: int, times: float, places: Numbers, weights: Floats) -> float:
        """Weigh a feature so many times; by how much the square of the whole grows."""
        place = self._places.get(feature)
        if place is None:
            weight = self._unseen * PAIR_WEIGHT if feature >= PAIR else self._unseen
        else:
            number = int(np.flatnonzero(places == place)[0])
            weight = float(weights[number])
            weights[number] *= times
        return weight**2 * (times**2 - 1)

    @property
    def kinds(self) -> tuple[str, ...]:
        return self._kinds

    def rank(
        self,
        asked: "Vector",
        factor_of: Callable[[str], float] = _fits,
        most_factor: float = 1.0,
        among: Sequence[str] | None = None,
    ) -> list[Scored]:
        """The best kinds by score, best first.

        ``factor_of`` gives a kind's factor, 0 (which leaves it out) to ``most_factor``; ``among`` are the only kinds
        that are looked at.
        """
        if not asked.numbers:
            return []
        if among is None:
            best = self._by_centroid(asked, factor_of, most_factor)
        else:
            best = self._of_these(asked, factor_of, among)
        exact = self._exact.get(asked.numbers)
        if exact is not None and exact not in best and (factor := factor_of(exact)):
            # However few words it shares with the rest of its kind, a phrasing is read as what it is.
            best[exact] = (0.0, factor)
        products = self._phrasings.nearest(asked.places, asked.weights, [self._numbers[kind] for kind in best])
        ranked: list[tuple[float, str]] = []
        norm, likely = asked.norm, EXACT * asked.norm
        for (kind, (score, factor)), product in zip(best.items(), products, strict=True):
            if kind == exact or product > likely:
                blended = factor  # whatever the other phrasings of its kind are
            else:
                blended = CENTROID_SHARE * score + (1 - CENTROID_SHARE) * product / norm * factor
            # Negative, so that the best comes first and of two as good the first by name.
            ranked.append((-min(1.0, blended), kind))
        ranked.sort()
        return [(kind, -score) for score, kind in ranked]

    def speaks_for(self, kind: str, asked: "Vector") -> bool:
        """Whether any word speaks for a kind."""
        return bool(asked.products[self._numbers[kind]] > 0)

    def evidence(self, kind: str, words: Sequence[str]) -> tuple[tuple[str, float], ...]:
        """The words that spoke for a kind, each with its share, strongest first."""
        number = self._numbers[kind]
        asked = self.vector(words)
        named = dict(zip(asked.numbers, map(stem, words), strict=True))
        of_place = {self._places.get(feature): feature for feature in _features(asked.numbers)}
        shares = [
            (" ".join(named[part] for part in _parts(of_place[place])), weight * share)
            for place, weight in zip(asked.places.tolist(), asked.weights.tolist(), strict=True)
            if (share := self._centroids.weight(place, number))
        ]
        total = sum(share for _, share in shares) or 1.0
        shares.sort(key=lambda item: (-item[1], item[0]))
        return tuple((words_, round(share / total, 3)) for words_, share in shares[:EVIDENCE])

    def _of_these(
        self, asked: "Vector", factor_of: Callable[[str], float], kinds: Sequence[str]
    ) -> dict[str, tuple[float, float]]:
        """Some kinds, each with its score by centroid, factor included, and its factor."""
        return {
            kind: (float(asked.products[self._numbers[kind]]) / asked.norm * factor, factor)
            for kind in kinds
            if (factor := factor_of(kind))
        }

    def _by_centroid(
        self, asked: "Vector", factor_of: Callable[[str], float], most_factor: float
    ) -> dict[str, tuple[float, float]]:
        """The few kinds whose centroids are nearest, each with its score, factor included, and its factor."""
        best: list[tuple[float, str, float]] = []
        kinds = self._kinds
        least = 0.0
        """score of the last of the best, once there are enough"""
        order = asked.products.argsort()[::-1]
        # In two lists, as the first few mostly do.
        for numbers in (order[:_FIRST_FEW], order[_FIRST_FEW:]):
            for number, product in zip(numbers.tolist(), asked.products[numbers].tolist(), strict=True):
                if product <= 0 or product * most_factor < least:
                    # It shares no word, or whatever its factor is, it comes not near enough; ties go by name.
                    return {kind: (-score / asked.norm, factor) for score, kind, factor in best}
                kind = kinds[number]
                if factor := factor_of(kind):
                    insort(best, (-product * factor, kind, factor))
                    if len(best) >= NEAREST_AMONG:
                        del best[NEAREST_AMONG:]
                        least = -best[-1][0]
        return {kind: (-score / asked.norm, factor) for score, kind, factor in best}

    def idf(self, word: str) -> float:
        """How much a stem tells; one never seen tells most."""
        return self._idf.get(word, self._unseen)

    def kinds_with(self, word: str) -> tuple[str, ...]:
        """The kinds that have a stem in their phrasings."""
        number = self._stems.get(word)
        return tuple(kind for kind, numbers in self._stems_of.items() if number in numbers)

    def words_of(self, kind: str) -> frozenset[str]:
        """The stems in a kind's phrasings; made anew each time."""
        return frozenset(map(self._stem_of.__getitem__, self._stems_of[kind]))


class Vector(NamedTuple):
    """A question as it is compared with phrasings."""

    numbers: tuple[int, ...]
    """its stems, those never seen with numbers of their own"""
    places: Numbers
    """the features that some phrasing has"""
    weights: Floats
    """of these features"""
    norm: float
    """the length of the whole, unknown features included"""
    products: Floats
    """its inner product with the centroid of each kind"""


def _features(numbers: Sequence[int]) -> tuple[int, ...]:
    """Stems and pairs of neighbouring stems, as numbers, each as often as it stands there."""
    return (*numbers, *[first * PAIR + second for first, second in pairwise(numbers)])


def _parts(feature: int) -> tuple[int, ...]:
    return (feature,) if feature < PAIR else divmod(feature, PAIR)
