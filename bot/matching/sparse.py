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
        starts = _starts(triplets.features, features)
        self._ends = starts[1:]
        self._lengths = np.diff(starts)

    def products(self, features: Numbers, weights: Floats) -> Floats:
        """The inner product of one vector, its features each once, with every vector."""
        lengths = self._lengths[features]
        # The entries of all features, one list after another.
        ends = lengths.cumsum()
        entries = np.arange(ends[-1] if len(ends) else 0)
        entries += (self._ends[features] - ends).repeat(lengths)
        return sums(self._vectors[entries], self._weights[entries] * weights.repeat(lengths), self._count)

    def weight(self, feature: int, vector: int) -> float:
        """The weight of a feature in one vector; 0 when it has none."""
        end = int(self._ends[feature])
        start = end - int(self._lengths[feature])
        place = start + int(np.searchsorted(self._vectors[start:end], vector))
        return float(self._weights[place]) if place < end and self._vectors[place] == vector else 0.0


class ByVector:
    """Vectors in groups that follow one another, of which a few are compared at a time; each has at least one feature.

    ``sizes`` are the numbers of vectors in the groups.
    """

    def __init__(self, triplets: Triplets, *, sizes: Sequence[int], features: int) -> None:
        starts = _starts(triplets.vectors, sum(sizes))
        self._groups: list[tuple[Numbers, Floats, Numbers]] = []
        """of each group the features and weights, and where each vector starts in them"""
        for first, last in pairwise(accumulate(sizes, initial=0)):
            span = slice(int(starts[first]), int(starts[last]))
            of_group = triplets.features[span], triplets.weights[span], starts[first:last] - starts[first]
            self._groups.append(of_group)
        self._dense = _Dense(features)

    def nearest(self, features: Numbers, weights: Floats, groups: Sequence[int]) -> list[float]:
        """The highest inner product of one vector with those of each of some groups."""
        dense = self._dense.weights
        dense[features] = weights
        highest: list[float] = []
        sum_of_each, greatest = np.add.reduceat, np.maximum.reduce
        try:
            for group in groups:
                of_group, weights_of_group, starts = self._groups[group]
                shares = dense[of_group]
                shares *= weights_of_group
                highest.append(float(greatest(sum_of_each(shares, starts))))
        finally:
            dense[features] = 0.0
        return highest


class _Dense(local):
    """One weight for every feature, all 0 between two questions; each thread has its own."""

    def __init__(self, features: int) -> None:
        self.weights = np.zeros(features)


def sums(numbers: Numbers, weights: Floats, count: int) -> Floats:
    """The sum of the weights of each number from 0 to before ``count``."""
    # Of no numbers at all NumPy gives whole numbers, whatever the weights are.
    return np.asarray(np.bincount(numbers, weights, count), np.float64)


def _starts(numbers: Numbers, count: int) -> Numbers:
    """Where each number's entries start when all are sorted by it, and where the last one's end."""
    starts = np.zeros(count + 1, np.intp)
    np.cumsum(np.bincount(numbers, minlength=count), out=starts[1:])
    return starts
