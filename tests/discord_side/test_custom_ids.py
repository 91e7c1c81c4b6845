"""Keys of answers and the custom ids that carry them: whole again whatever was asked, never over Discord's limit."""

from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.discord_side.answer_keys import AnswerKey, Search, StaleKeyError, Typed, Words
from bot.discord_side.custom_ids import BUTTON_TEMPLATE, Mark, custom_ids, key_in
from bot.discord_side.limits import CUSTOM_ID
from bot.matching.reading import Entities

TOOLS = [Mark(action, "a", False, 2**64 - 1, 999) for action in ("ask", "prev", "where", "next", "sources", "plain")]

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=300).map(
    lambda text: " ".join(text.split())
)
ids = st.from_regex(r"[a-z0-9-]{1,40}", fullmatch=True)
entities = st.builds(
    lambda states, meetings, years, topics: Entities(states=states, meetings=meetings, years=years, topics=topics),
    st.lists(ids, max_size=4).map(tuple),
    st.lists(ids, max_size=2).map(tuple),
    st.lists(st.integers(1990, 2100), max_size=2).map(tuple),
    st.lists(ids, max_size=2).map(tuple),
)
keys = st.builds(
    AnswerKey,
    st.builds(Typed, ids, entities) | st.builds(Words, texts) | st.builds(Search, texts),
    st.lists(texts, max_size=3).map(tuple),
)


@given(keys)
@example(AnswerKey(Words("a question that ends at a blank " * 9)))
def test_a_key_that_fits_is_found_again_from_the_components(key: AnswerKey) -> None:
    carried = custom_ids(TOOLS, key)
    if carried is None:
        assert len(key.words) > 0
        return
    assert all(len(custom_id) <= CUSTOM_ID for custom_id in carried)
    assert len(set(carried)) == len(carried)
    found = key_in(["not one of ours", *carried])
    assert found.pack(100_000) == key.pack(100_000)


def test_a_page_of_a_giant_answer_has_a_button() -> None:
    mark = Mark("next", "a", True, 2**64 - 1, 123_456)
    carried = custom_ids([mark], AnswerKey(Words("how many?")))
    assert carried is not None
    match = BUTTON_TEMPLATE.fullmatch(carried[0])
    assert match is not None
    assert Mark.of(match) == mark


@pytest.mark.parametrize("length", [60, 400, 1000])
def test_a_question_of_any_length_in_plain_english_fits(length: int) -> None:
    sentence = "What did the States that are not party to the Convention say about long borders in the year 2016? "
    key = AnswerKey(Words((sentence * 20)[:length].strip()))
    carried = custom_ids(TOOLS, key)
    assert carried is not None
    assert key_in(carried) == key


@given(st.text(max_size=200))
@example("z" + "0" * 100)
@example("k|s=")
def test_anything_else_is_stale_or_some_key(text: str) -> None:
    with suppress(StaleKeyError):
        AnswerKey.unpack(text)


def test_a_bomb_is_not_unpacked_whole() -> None:
    packed = AnswerKey(Words("a" * 1_000_000)).pack(10_000)
    assert packed is not None
    assert len(AnswerKey.unpack(packed).words) <= 20_000


@pytest.mark.parametrize(
    "text", ["qwhat did India say?" + "⏎and Pakistan?" * 5, "kcompare|s=" + ",".join(["india"] * 301)]
)
def test_a_key_that_would_take_long_to_answer_is_stale(text: str) -> None:
    with pytest.raises(StaleKeyError):
        AnswerKey.unpack(text)
