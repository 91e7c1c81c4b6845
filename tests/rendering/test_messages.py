import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.answering.answer import Answer, Item, Listing, Text
from bot.rendering.characters import visible_line
from bot.rendering.markdown import escape, size
from bot.rendering.messages import MESSAGE_LIMIT, pages
from tests.rendering.answers import ANSWERS, ANY_TEXT, NEWER, QUOTE, SOURCE_LINE, TICK, WORDS, answer, passage

SENTENCE = "India supports the vision of a world free of anti-personnel mines. "


def words_quoted(messages: tuple[str, ...]) -> str:
    """The quoted words of all messages, without escapes, our marks, and white space."""
    quoted = [line[2:] for message in messages for line in message.split("\n") if line.startswith("> ")]
    text = "".join(quoted)
    return re.sub(r"\s|\u200b", "", re.sub(r"\\([^0-9A-Za-z\s])", r"\1", text))


def test_a_short_answer_is_one_message() -> None:
    (message,) = pages(answer(Text("It quotes:"), passage(), suggestions=("how did India vote?",)))
    assert message.split("\n") == [
        "**India at 16MSP (2017)**",
        "It quotes:",
        f"> {WORDS}",
        "- 16MSP, 2017",
        SOURCE_LINE,
        "",
        "You can ask: how did India vote?",
    ]


def test_a_long_passage_goes_on_with_its_citation_on_every_page() -> None:
    messages = pages(answer(Text("It quotes:"), passage(SENTENCE * 60)))
    assert len(messages) == 3
    for message in messages:
        assert SOURCE_LINE in message.split("\n")
        assert "- 16MSP, 2017" in message.split("\n")
    assert all("\n*(goes on)*\n- 16MSP, 2017" in message for message in messages[:-1])
    assert all(message.startswith("*(continued)*\n> India supports") for message in messages[1:])
    assert "(goes on)" not in messages[-1]


def test_a_passage_is_cut_between_sentences() -> None:
    first, *_ = pages(answer(passage(SENTENCE * 60)))
    assert "free of anti-personnel mines.\n*(goes on)*" in first


def test_a_passage_that_fits_on_a_page_is_not_cut() -> None:
    first, second = pages(answer(passage(SENTENCE * 15), passage(SENTENCE * 15, lead="Again")))
    assert second.startswith("Again\n> India supports")
    assert "(continued)" not in first + second


def test_a_long_list_has_its_source_on_every_page() -> None:
    rows = tuple(Item(f"State number {number} that is not party", (TICK,)) for number in range(100))
    messages = pages(answer(Listing("Not party:", rows)))
    assert len(messages) > 1
    assert all(f"({NEWER.file}, line 77)" in message for message in messages)
    assert sum(message.count("\n- State number") for message in messages) == 100


def test_a_heading_is_never_left_behind() -> None:
    messages = pages(answer(Text("x" * 900), passage(SENTENCE * 40, lead="Lead")))
    (page,) = (message for message in messages if "Lead" in message)
    assert "Lead\n> India" in page


@pytest.mark.parametrize("letter", ["x", "😀", "*", "<", "\n", "é "])
def test_any_long_text_keeps_the_limit_and_its_words(letter: str) -> None:
    messages = pages(answer(Text(letter * 5000), passage(letter * 5000, "end")))
    assert all(0 < len(message) <= size(message) <= MESSAGE_LIMIT for message in messages)
    assert len(messages) <= 30
    assert words_quoted(messages) == letter.strip() * 5000 + "end"


@pytest.mark.parametrize("word", ["word", "w*rd", "w<rd"])
def test_a_citation_longer_than_a_page_is_shortened_on_each_and_shown_in_full_at_the_end(word: str) -> None:
    long = replace(QUOTE, source=replace(NEWER, title=f"{word} " * 700))
    messages = pages(answer(type(passage())((SENTENCE * 60,), "16MSP, 2017", (long,))))
    assert all(size(message) <= MESSAGE_LIMIT for message in messages)
    with_a_piece = [message for message in messages if "> " in message]
    assert all(f"({NEWER.file}, line 105)" in message for message in with_a_piece)
    assert all(size(message) > MESSAGE_LIMIT * 0.8 for message in with_a_piece[:-1])
    assert "".join(messages).count("rd ") >= 700


def test_a_limit_that_has_no_room_for_a_citation_is_refused() -> None:
    with pytest.raises(ValueError, match="room for 200 characters at least, not 100"):
        pages(answer(), limit=100)


@given(ANSWERS, st.sampled_from([200, 500, MESSAGE_LIMIT]))
@example(answer(passage("\x00")), 200)
def test_no_page_is_empty_or_too_long(any_answer: Answer, limit: int) -> None:
    messages = pages(any_answer, limit)
    assert all(0 < len(message) <= size(message) <= limit for message in messages)
    assert pages(any_answer, limit) == messages


@given(st.lists(ANY_TEXT, min_size=1, max_size=3), st.sampled_from([700, MESSAGE_LIMIT]))
def test_every_page_with_a_piece_of_a_passage_names_its_source(paragraphs: list[str], limit: int) -> None:
    messages = pages(answer(Text("It quotes:"), passage(*paragraphs)), limit)
    for message in messages:
        if re.search(r"^> ", message, re.MULTILINE):
            assert "\n- 16MSP, 2017\n" in message
            assert f"({NEWER.file}, line 105)" in message
    kept = "".join(visible_line(paragraph) for paragraph in paragraphs)
    assert words_quoted(messages) == re.sub(r"\s|\u200b", "", kept)


@given(ANY_TEXT)
def test_a_hostile_title_mentions_nobody_and_formats_nothing(title: str) -> None:
    message = "\n".join(pages(answer(title=title)))
    assert not re.search(r"<@[!&]?\d|<#\d|@everyone|@here", message, re.IGNORECASE)
    if message and size(message) < MESSAGE_LIMIT:
        assert message == f"**{escape(visible_line(title))}**"
