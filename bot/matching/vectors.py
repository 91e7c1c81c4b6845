"""Phrasings as vectors of stems and pairs of stems, weighted by how few kinds of question use them (IDF)."""

import numpy as np

from bot.matching.sparse import Floats, Numbers, Triplets, sums

PAIR_WEIGHT = 0.6
LEAST_SHARE = 0.01
"""weight in a centroid below which a feature is left out: together they change no score by 0.01"""
PAIR = 1 << 24
"""features are numbers: a stem's own from 1, below this; a pair's is the first one's times this, and the second's"""


class Vectors:
    """The vectors of all phrasings, each of length 1, kind by kind, and the centroids of the kinds.

    ``of_feature`` are the features of the phrasings, one phrasing after another; ``lengths`` says how many each has,
    ``of_kind`` to which kind it belongs.
    """

    def __init__(self, of_feature: Numbers, lengths: Numbers, of_kind: Numbers) -> None:
        self.names, places = np.unique(of_feature, return_inverse=True)
        """features in order: a feature's place is its number in the arrays"""
        features, phrasings = len(self.names), len(lengths)
        self.sizes: Numbers = np.bincount(of_kind)
        """how many phrasings each kind has"""
        numbers = np.empty(phrasings, np.intp)
        numbers[np.argsort(of_kind, kind="stable")] = np.arange(phrasings)
        vectors = np.repeat(numbers, lengths)
        # Each feature of a phrasing once, with how often it stands there.
        distinct, counts = np.unique(vectors * features + places, return_counts=True)
        vectors, places = np.divmod(distinct, max(1, features))
        kinds = np.repeat(np.arange(len(self.sizes)), self.sizes)[vectors]
        # Each feature of a kind once, and which of them each feature of a phrasing is.
        in_kinds, which, uses = np.unique(kinds * features + places, return_inverse=True, return_counts=True)
        its_kind, its_place = np.divmod(in_kinds, max(1, features))
        spread = sums(its_place, np.sqrt(uses / self.sizes[its_kind]), features)
        self.idf: Floats = np.log((1 + len(self.sizes)) / (0.5 + spread)) * np.where(
            self.names >= PAIR, PAIR_WEIGHT, 1.0
        )
        """weight of each feature by the share of phrasings of each kind that have it; a pair's is less"""
        weights = self.idf[places] * (1 + np.log(counts))
        weights /= np.sqrt(sums(vectors, weights**2, phrasings))[vectors]
        self.singles = Triplets(vectors, places, weights)
        total = sums(which, weights, len(in_kinds))
        total /= np.sqrt(sums(its_kind, total**2, len(self.sizes)))[its_kind]
        telling = total >= LEAST_SHARE
        self.centroids = Triplets(its_kind[telling], its_place[telling], total[telling])
