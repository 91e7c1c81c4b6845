from hypothesis import given
from hypothesis import strategies as st

from bot.matching import sparse
from bot.matching.sparse import SparseVectors

VECTOR = st.dictionaries(st.sampled_from("abcdefgh"), st.floats(0.01, 1), max_size=6)


@given(st.lists(VECTOR, min_size=1, max_size=30), VECTOR)
def test_products_are_those_of_plain_sums(vectors: list[dict[str, float]], question: dict[str, float]) -> None:
    found = SparseVectors(vectors).products(question)
    for product, vector in zip(found, vectors, strict=True):
        plain = sum(weight * vector.get(feature, 0.0) for feature, weight in question.items())
        assert abs(product - plain) < 1e-9


def test_among_very_many_the_rare_features_choose_and_the_common_ones_still_count() -> None:
    many = [{"the": 0.5, f"word{number}": 0.5} for number in range(sparse.TOUCHED_AT_MOST + 10)]
    many[77] = {"the": 0.9, "mine": 0.4}
    found = SparseVectors(many).products({"the": 1.0, "mine": 1.0})
    assert max(range(len(found)), key=found.__getitem__) == 77
    assert abs(found[77] - 1.3) < 1e-9
    assert sum(product > 0 for product in found) <= sparse.FINISHED
