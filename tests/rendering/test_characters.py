import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rendering.characters import visible, visible_line, visible_lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x9b31mred", "31mred"),
        ("a\x00b\x07c\x7fd", "abcd"),
        ("abc\u202ecba", "abccba"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("one\r\ntwo\u2028three", "one\ntwo\nthree"),
        ("السلام عليكم 😀 √", "السلام عليكم 😀 √"),
    ],
)
def test_only_harmless_characters_stay(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_line_has_single_spaces_and_no_breaks() -> None:
    assert visible_line("  one\ttwo\n\nthree\u00a0four ") == "one two three four"


def test_blank_lines_are_left_out() -> None:
    assert visible_lines("one\n\n \n two\r\nthree\n") == ("one", "two", "three")


@given(st.text(st.characters()))
def test_no_text_keeps_a_control_character_or_half_a_pair(text: str) -> None:
    shown = visible(text)
    assert {character for character in shown if unicodedata.category(character) in {"Cc", "Cs"}} <= {"\n", "\t"}
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert visible(shown) == shown
