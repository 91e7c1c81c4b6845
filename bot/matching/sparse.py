"""Cosines of one sparse vector with many, in bounded time however many there are."""

from array import array
from collections.abc import Mapping, Sequence
from heapq import nlargest

Vector = Mapping[str, float]
_Posting = tuple[Sequence[int], Sequence[float]]
"""numbers of the vectors that have a feature, and its weight in each"""

TOUCHED_AT_MOST = 6_000
"""weights looked at in full: several times what a long question needs with the knowledge that comes with the bot"""
FINISHED = 48
"""vectors whose cosine is finished when there are more weights than that: those ahead by the rarest features"""


class SparseVectors:
    """Vectors by feature: whoever has none of a question's features is never looked at."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._vectors = vectors
        postings: dict[str, tuple[list[int], list[float]]] = {}
        for number, vector in enumerate(vectors):
            for feature, weight in vector.items():
                numbers, weights = postings.setdefault(feature, ([], []))
                numbers.append(number)
                weights.append(weight)
        # Packed side by side: spread over the memory as single objects, reading them is most of the time.
        self._postings: dict[str, _Posting] = {
            feature: (array("i", numbers), array("d", weights)) for feature, (numbers, weights) in postings.items()
        }

    def products(self, vector: Vector) -> list[float]:
        """The inner product with each vector, by its number.

        When the lists of the features are long together, the commonest features are left to the vectors that the
        rarer ones speak for; the others get 0.
        """
        found: list[tuple[_Posting, str, float]] = []
        touched = 0
        for feature, weight in vector.items():
            if (posting := self._postings.get(feature)) is not None:
                found.append((posting, feature, weight))
                touched += len(posting[0])
        sums = [0.0] * len(self._vectors)
        if touched <= TOUCHED_AT_MOST:
            for (numbers, shares), _, weight in found:
                for number, share in zip(numbers, shares, strict=True):
                    sums[number] += weight * share
            return sums
        return self._among_the_likeliest(found, sums)

    def _among_the_likeliest(self, found: list[tuple[_Posting, str, float]], sums: list[float]) -> list[float]:
        found.sort(key=lambda item: (len(item[0][0]), item[1]))
        touched = 0
        rest: list[tuple[str, float]] = []
        for (numbers, shares), feature, weight in found:
            touched += len(numbers)
            if touched > TOUCHED_AT_MOST:
                rest.append((feature, weight))
                continue
            for number, share in zip(numbers, shares, strict=True):
                sums[number] += weight * share
        ahead = nlargest(FINISHED, range(len(sums)), key=sums.__getitem__)
        finished = [0.0] * len(sums)
        for number in ahead:
            own = self._vectors[number]
            finished[number] = sums[number] + sum(weight * own.get(feature, 0.0) for feature, weight in rest)
        return finished
