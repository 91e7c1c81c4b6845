from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.sparse import ByFeature, ByVector, Floats, Numbers, Triplets

FEATURES = 8
Vector = Mapping[int, float]
VECTOR = st.dictionaries(st.integers(0, FEATURES - 1), st.floats(0.01, 1), min_size=1, max_size=6)
VECTORS = st.lists(VECTOR, min_size=1, max_size=30)


def packed(vectors: Sequence[Vector]) -> Triplets:
    rows = [(number, *item) for number, vector in enumerate(vectors) for item in vector.items()]
    numbers, features, weights = zip(*rows, strict=True)
    return Triplets(np.array(numbers, np.intp), np.array(features, np.intp), np.array(weights, float))


def asked(question: Vector) -> tuple[Numbers, Floats]:
    return np.array(list(question), np.intp), np.array(list(question.values()), float)


def product(one: Vector, other: Vector) -> float:
    return sum(weight * other.get(feature, 0.0) for feature, weight in one.items())


@given(VECTORS, VECTOR | st.just({}))
def test_products_are_those_of_plain_sums(vectors: list[dict[int, float]], question: dict[int, float]) -> None:
    by_feature = ByFeature(packed(vectors), vectors=len(vectors), features=FEATURES)
    found = by_feature.products(*asked(question))
    assert len(found) == len(vectors)
    assert found.dtype == np.float64
    for number, vector in enumerate(vectors):
        assert abs(found[number] - product(question, vector)) < 1e-9
        for feature in range(FEATURES):
            assert by_feature.weight(feature, number) == vector.get(feature, 0.0)


@given(st.lists(VECTORS, min_size=1, max_size=5), VECTOR | st.just({}), st.data())
def test_the_nearest_of_a_group_is_that_of_plain_sums(
    groups: list[list[dict[int, float]]], question: dict[int, float], data: st.DataObject
) -> None:
    sizes = [len(group) for group in groups]
    by_vector = ByVector(packed([*chain(*groups)]), sizes=sizes, features=FEATURES)
    some = data.draw(st.lists(st.integers(0, len(groups) - 1), max_size=5))
    for _ in range(2):  # one question leaves nothing behind for the next
        found = by_vector.nearest(*asked(question), some)
        for group, nearest in zip(some, found, strict=True):
            assert abs(nearest - max(product(question, vector) for vector in groups[group])) < 1e-9


def test_threads_do_not_meet_in_one_question() -> None:
    vectors: list[Vector] = [{number % FEATURES: 1.0} for number in range(400)]
    by_vector = ByVector(packed(vectors), sizes=[len(vectors)], features=FEATURES)

    def nearest(feature: int) -> list[float]:
        return by_vector.nearest(*asked({feature: float(feature)}), [0])

    with ThreadPoolExecutor(4) as pool:
        features = [number % FEATURES for number in range(2_000)]
        assert list(pool.map(nearest, features)) == [[float(feature)] for feature in features]
