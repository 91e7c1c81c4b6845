"""Sparse vectors, and their inner products with the vector of a question.

A weight is kept for each feature that a vector has, and nothing for those that it lacks.
"""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from threading import local
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]


class Triplets(NamedTuple):
    """Which vector has which feature with what weight: three arrays of one length, vector numbers ascending."""

    vectors: Numbers
    features: Numbers
    weights: Floats


class ByFeature:
    """Vectors by feature: whoever has none of a question's features is never looked at."""

    def __init__(self, triplets: Triplets, *, vectors: int, features: int) -> None:
        order = np.argsort(triplets.features, kind="stable")
        self._count = vectors
        self._vectors = triplets.vectors[order]
        self._weights = triplets.weights[order]
        self._starts = _starts(triplets.features, features)

    def products(self, features: Numbers, weights: Floats) -> Floats:
        """The inner product of one vector, its features each once, with every vector."""
        starts = self._starts[features]
        lengths = self._starts[features + 1] - starts
        # The entries of all features, one list after another.
        ends = lengths.cumsum()
        entries = np.arange(ends[-1] if len(ends) else 0)
        entries += (starts - ends + lengths).repeat(lengths)
        return sums(self._vectors[entries], self._weights[entries] * weights.repeat(lengths), self._count)

    def weight(self, feature: int, vector: int) -> float:
        """The weight of a feature in one vector; 0 when it has none."""
        start, end = self._starts[feature : feature + 2].tolist()
        place = start + int(np.searchsorted(self._vectors[start:end], vector))
        return float(self._weights[place]) if place < end and self._vectors[place] == vector else 0.0


class ByVector:
    """Vectors in groups that follow one another, of which a few are compared at a time; each has at least one feature.

    ``sizes`` are the numbers of vectors in the groups.
    """

    def __init__(self, triplets: Triplets, *, sizes: Sequence[int], features: int) -> None:
        self._features = triplets.features
        self._weights = triplets.weights
        starts = _starts(triplets.vectors, sum(sizes))
        runs = list(pairwise(accumulate(sizes, initial=0)))
        self._spans = [slice(int(starts[first]), int(starts[last])) for first, last in runs]
        self._rows = [starts[first:last] - starts[first] for first, last in runs]
        """where each vector of a group starts within it"""
        self._dense = _Dense(features)

    def nearest(self, features: Numbers, weights: Floats, groups: Sequence[int]) -> list[float]:
        """The highest inner product of one vector with those of each of some groups."""
        dense = self._dense.weights
        dense[features] = weights
        try:
            return [self._highest(dense, group) for group in groups]
        finally:
            dense[features] = 0.0

    def _highest(self, dense: Floats, group: int) -> float:
        span = self._spans[group]
        shares = dense[self._features[span]]
        shares *= self._weights[span]
        return float(np.maximum.reduce(np.add.reduceat(shares, self._rows[group])))


class _Dense(local):
    """One weight for every feature, all 0 between two questions; each thread has its own."""

    def __init__(self, features: int) -> None:
        self.weights = np.zeros(features)


def sums(numbers: Numbers, weights: Floats, count: int) -> Floats:
    """The sum of the weights of each number from 0 to before ``count``."""
    return np.asarray(np.bincount(numbers, weights, count), np.float64)


def _starts(numbers: Numbers, count: int) -> Numbers:
    """Where each number's entries start when all are sorted by it, and where the last one's end."""
    starts = np.zeros(count + 1, np.intp)
    np.cumsum(np.bincount(numbers, minlength=count), out=starts[1:])
    return starts
