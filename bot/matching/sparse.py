"""Inner products of one sparse vector with many, in bounded time however many there are."""

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from heapq import nlargest
from itertools import accumulate

Vector = Mapping[int, float]
"""feature, by its number, to weight"""

TOUCHED_AT_MOST = 6_000
"""weights looked at in full: several times what a long question needs with the knowledge that comes with the bot"""
FINISHED = 48
"""vectors whose product is finished when there are more weights than that: those ahead by the rarest features"""


class Gathering:
    """Vectors on their way into :class:`SparseVectors`, one after another."""

    def __init__(self) -> None:
        self.count = 0
        self.features = array("q")
        self.numbers = array("i")
        self.weights = array("d")

    def add(self, features: Collection[int], weights: Iterable[float]) -> None:
        """The next vector, its features each once; its number is how many came before."""
        self.features.extend(features)
        self.weights.extend(weights)
        self.numbers.extend([self.count] * len(features))
        self.count += 1


class SparseVectors:
    """Vectors by feature: whoever has none of a question's features is never looked at."""

    def __init__(self, gathered: Gathering) -> None:
        self._count = gathered.count
        # Flat arrays: a hundred thousand small lists would take most of the memory, and the time to read them.
        sizes = Counter(gathered.features)
        self._places = {feature: place for place, feature in enumerate(sizes)}
        self._starts = array("i", accumulate(sizes.values(), initial=0))
        free = self._starts.tolist()
        self._numbers = array("i", bytes(4 * len(gathered.features)))
        self._weights = array("d", bytes(8 * len(gathered.features)))
        for feature, number, weight in zip(gathered.features, gathered.numbers, gathered.weights, strict=True):
            place = self._places[feature]
            index = free[place]
            self._numbers[index] = number
            self._weights[index] = weight
            free[place] = index + 1

    def products(self, vector: Vector, first: int = 0, last: int | None = None) -> list[float]:
        """The inner product with each vector from number ``first`` to before ``last``, in order.

        When the lists of the features are long together, the commonest features are left to the vectors that the
        rarer ones speak for; the others get 0.
        """
        last = self._count if last is None else last
        some = first > 0 or last < self._count
        found: list[tuple[int, int, float]] = []
        touched = 0
        for feature, weight in vector.items():
            if (place := self._places.get(feature)) is None:
                continue
            start, end = self._starts[place], self._starts[place + 1]
            if some:
                start = bisect_left(self._numbers, first, start, end)
                end = bisect_left(self._numbers, last, start, end)
            if start < end:
                found.append((start, end, weight))
                touched += end - start
        sums = [0.0] * (last - first)
        if touched > TOUCHED_AT_MOST:
            return self._among_the_likeliest(found, sums, first)
        for item in found:
            self._add(sums, item, first)
        return sums

    def weight(self, feature: int, number: int) -> float:
        """The weight of a feature in one vector; 0 when it has none."""
        place = self._places.get(feature)
        return 0.0 if place is None else self._at(self._starts[place], self._starts[place + 1], number)

    def _add(self, sums: list[float], item: tuple[int, int, float], first: int) -> None:
        start, end, weight = item
        for number, share in zip(self._numbers[start:end], self._weights[start:end], strict=True):
            sums[number - first] += weight * share

    def _at(self, start: int, end: int, number: int) -> float:
        index = bisect_left(self._numbers, number, start, end)
        return self._weights[index] if index < end and self._numbers[index] == number else 0.0

    def _among_the_likeliest(self, found: list[tuple[int, int, float]], sums: list[float], first: int) -> list[float]:
        found.sort(key=lambda item: (item[1] - item[0], item[0]))
        touched = 0
        rest: list[tuple[int, int, float]] = []
        for item in found:
            touched += item[1] - item[0]
            if touched > TOUCHED_AT_MOST:
                rest.append(item)
            else:
                self._add(sums, item, first)
        finished = [0.0] * len(sums)
        for index in nlargest(FINISHED, range(len(sums)), key=sums.__getitem__):
            more = sum(weight * self._at(start, end, first + index) for start, end, weight in rest)
            finished[index] = sums[index] + more
        return finished
