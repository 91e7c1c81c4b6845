from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from bot.matching import sparse
from bot.matching.sparse import Gathering, SparseVectors, Vector

VECTOR = st.dictionaries(st.integers(1, 8), st.floats(0.01, 1), max_size=6)


def packed(vectors: Iterable[Vector]) -> SparseVectors:
    gathering = Gathering()
    for vector in vectors:
        gathering.add(vector, vector.values())
    return SparseVectors(gathering)


@given(st.lists(VECTOR, min_size=1, max_size=30), VECTOR)
def test_products_are_those_of_plain_sums(vectors: list[dict[int, float]], question: dict[int, float]) -> None:
    found = packed(vectors).products(question)
    for product, vector in zip(found, vectors, strict=True):
        plain = sum(weight * vector.get(feature, 0.0) for feature, weight in question.items())
        assert abs(product - plain) < 1e-9


@given(st.lists(VECTOR, min_size=1, max_size=30), VECTOR, st.integers(0, 30), st.integers(0, 30))
def test_products_of_some_are_those_of_all(
    vectors: list[dict[int, float]], question: dict[int, float], one: int, other: int
) -> None:
    first, last = sorted((min(one, len(vectors)), min(other, len(vectors))))
    every = packed(vectors)
    assert every.products(question, first, last) == every.products(question)[first:last]
    for feature, number in ((feature, number) for feature in question for number in range(len(vectors))):
        assert every.weight(feature, number) == vectors[number].get(feature, 0.0)


THE, MINE = 1, 2


def test_among_very_many_the_rare_features_choose_and_the_common_ones_still_count() -> None:
    many = [{THE: 0.5, 10 + number: 0.5} for number in range(sparse.TOUCHED_AT_MOST + 10)]
    many[77] = {THE: 0.9, MINE: 0.4}
    found = packed(many).products({THE: 1.0, MINE: 1.0})
    assert max(range(len(found)), key=found.__getitem__) == 77
    assert abs(found[77] - 1.3) < 1e-9
    assert sum(product > 0 for product in found) <= sparse.FINISHED
