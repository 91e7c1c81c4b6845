"""Sparse vectors, and their inner products with the vector of a question.

Both classes keep a weight and a number for each feature that a vector has, and nothing for those that it lacks.
"""

from collections.abc import Sequence
from threading import local

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]


class Triplets:
    """Which vector has which feature with what weight: three arrays of one length, vector numbers ascending."""

    def __init__(self, vectors: Numbers, features: Numbers, weights: Floats) -> None:
        self.vectors = vectors
        self.features = features
        self.weights = weights


class ByFeature:
    """Vectors by feature: whoever has none of a question's features is never looked at."""

    def __init__(self, triplets: Triplets, *, vectors: int, features: int) -> None:
        order = np.argsort(triplets.features, kind="stable")
        self._count = vectors
        self._vectors = triplets.vectors[order]
        self._weights = triplets.weights[order]
        self._starts = _starts(triplets.features, features).tolist()

    def products(self, features: Sequence[int], weights: Sequence[float]) -> Floats:
        """The inner product of one vector, its features each once, with every vector."""
        starts = self._starts
        spans = [slice(starts[feature], starts[feature + 1]) for feature in features]
        if not spans:
            return np.zeros(self._count)
        shares = np.concatenate([self._weights[span] for span in spans])
        shares *= np.repeat(weights, [span.stop - span.start for span in spans])
        return sums(np.concatenate([self._vectors[span] for span in spans]), shares, self._count)

    def weight(self, feature: int, vector: int) -> float:
        """The weight of a feature in one vector; 0 when it has none."""
        start, end = self._starts[feature], self._starts[feature + 1]
        place = start + int(np.searchsorted(self._vectors[start:end], vector))
        return float(self._weights[place]) if place < end and self._vectors[place] == vector else 0.0


class ByVector:
    """Vectors one after another, of which a run is compared at a time; each has at least one feature."""

    def __init__(self, triplets: Triplets, *, vectors: int, features: int) -> None:
        self._features = triplets.features
        self._weights = triplets.weights
        self._starts = _starts(triplets.vectors, vectors)
        self._dense = _Dense(features)

    def nearest(
        self, features: Sequence[int], weights: Sequence[float], runs: Sequence[tuple[int, int]]
    ) -> list[float]:
        """The highest inner product of one vector with those of each run, from a first number to before a last."""
        dense = self._dense.weights
        places = list(features)
        dense[places] = weights
        try:
            return [self._highest(dense, first, last) for first, last in runs]
        finally:
            dense[places] = 0.0

    def _highest(self, dense: Floats, first: int, last: int) -> float:
        starts = self._starts[first:last]
        span = slice(starts[0], self._starts[last])
        shares = dense[self._features[span]] * self._weights[span]
        return float(np.add.reduceat(shares, starts - starts[0]).max())


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
