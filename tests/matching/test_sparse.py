from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.sparse import ByFeature, ByVector, Triplets

FEATURES = 8
Vector = Mapping[int, float]
VECTOR = st.dictionaries(st.integers(0, FEATURES - 1), st.floats(0.01, 1), min_size=1, max_size=6)
VECTORS = st.lists(VECTOR, min_size=1, max_size=30)


def packed(vectors: Sequence[Vector]) -> Triplets:
    rows = [(number, *item) for number, vector in enumerate(vectors) for item in vector.items()]
    numbers, features, weights = zip(*rows, strict=True)
    return Triplets(np.array(numbers, np.intp), np.array(features, np.intp), np.array(weights, float))


def product(one: Vector, other: Vector) -> float:
    return sum(weight * other.get(feature, 0.0) for feature, weight in one.items())


@given(VECTORS, VECTOR | st.just({}))
def test_products_are_those_of_plain_sums(vectors: list[dict[int, float]], question: dict[int, float]) -> None:
    by_feature = ByFeature(packed(vectors), vectors=len(vectors), features=FEATURES)
    found = by_feature.products(tuple(question), tuple(question.values()))
    assert len(found) == len(vectors)
    for number, vector in enumerate(vectors):
        assert abs(found[number] - product(question, vector)) < 1e-9
        for feature in range(FEATURES):
            assert by_feature.weight(feature, number) == vector.get(feature, 0.0)


@given(VECTORS, VECTOR | st.just({}), st.lists(st.tuples(st.integers(0, 29), st.integers(0, 29)), max_size=5))
def test_the_nearest_of_a_run_is_that_of_plain_sums(
    vectors: list[dict[int, float]], question: dict[int, float], ends: list[tuple[int, int]]
) -> None:
    by_vector = ByVector(packed(vectors), vectors=len(vectors), features=FEATURES)
    runs = [(min(pair) % len(vectors), min(pair) % len(vectors) + 1) for pair in ends] + [(0, len(vectors))]
    for _ in range(2):  # one question leaves nothing behind for the next
        found = by_vector.nearest(tuple(question), tuple(question.values()), runs)
        for (first, last), nearest in zip(runs, found, strict=True):
            assert abs(nearest - max(product(question, vector) for vector in vectors[first:last])) < 1e-9


def test_threads_do_not_meet_in_one_question() -> None:
    vectors: list[Vector] = [{number % FEATURES: 1.0} for number in range(400)]
    by_vector = ByVector(packed(vectors), vectors=len(vectors), features=FEATURES)

    def asked(feature: int) -> list[float]:
        return by_vector.nearest((feature,), (float(feature),), [(0, len(vectors))])

    with ThreadPoolExecutor(4) as pool:
        features = [number % FEATURES for number in range(2_000)]
        assert list(pool.map(asked, features)) == [[float(feature)] for feature in features]
