import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.matching.tokens import tokenise

ANY_TEXT = st.text(st.characters())
"""every code point, lone surrogates included"""


def keys(text: str) -> list[str]:
    return [token.key for token in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What did India say?", ["what", "did", "india", "say"]),
        # Contractions of question words are two words; others are one.
        ("What's new", ["what", "is", "new"]),
        ("what’s new", ["what", "is", "new"]),
        ("whats new", ["what", "is", "new"]),
        ("who's", ["who", "is"]),
        ("where’s", ["where", "is"]),
        ("hows", ["how", "is"]),
        ("don't", ["dont"]),
        ("didn’t", ["didnt"]),
        # A possessive is the name, with any apostrophe and with none after it.
        ("India's vote", ["india", "vote"]),
        ("India’s vote", ["india", "vote"]),
        ("India`s vote", ["india", "vote"]),
        ("the United States' vote", ["the", "united", "states", "vote"]),
        ("the States’ vote", ["the", "states", "vote"]),
        # Dots within a code are no ends of sentences.
        ("U.S. vote", ["us", "vote"]),
        ("U.S.A.", ["usa"]),
        ("the U.N. said", ["the", "un", "said"]),
        ("what did the U.S. say?", ["what", "did", "the", "us", "say"]),
        # Case and accents do not count.
        ("CÔTE D'IVOIRE", ["cote", "divoire"]),
        ("Türkiye", ["turkiye"]),
        ("São Tomé", ["sao", "tome"]),
        ("Cafe\u0301", ["cafe"]),
        # Everything else cuts words.
        ("Guinea-Bissau", ["guinea", "bissau"]),
        ("8-9 June 2017", ["8", "9", "june", "2017"]),
        ("a_b/c,d", ["a", "b", "c", "d"]),
        ("16MSP", ["16msp"]),
        ("16-MSP", ["16", "msp"]),
        ("{state} at {meeting}", ["{state}", "at", "{meeting}"]),
        ("Россия 中国", ["россия", "中国"]),
        ("", []),
        (" \t\n", []),
        ("?!… — «»", []),
    ],
)
def test_words_of_a_question(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


def test_a_token_keeps_what_was_typed_and_where() -> None:
    assert [(token.text, token.position) for token in tokenise("What’s India's vote?")] == [
        ("What’s", 0),
        ("What’s", 1),
        ("India's", 2),
        ("vote", 3),
    ]


@pytest.mark.parametrize(
    ("word", "capital"), [("US", True), ("U.S.", True), ("UAE", True), ("us", False), ("Us", False), ("16MSP", True)]
)
def test_capitals_tell_codes_from_words(word: str, capital: bool) -> None:
    assert [token.is_capital for token in tokenise(word)] == [capital]


@pytest.mark.parametrize(
    "unseen",
    ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u00ad", "\u200b", "\u200f", "\u202e", "\u2066", "\u2069", "\ufeff"],
    ids=lambda char: f"U+{ord(char):04X}",
)
def test_control_and_direction_characters_never_survive(unseen: str) -> None:
    assert keys(f"India{unseen} said{unseen}") == ["india", "said"]
    assert not any(unseen in token.text or unseen in token.key for token in tokenise(f"{unseen}a{unseen}b"))


@given(ANY_TEXT)
@example("\ud800")
@example("\U0010ffff\U000e0001")
@example("½㎏ﷺ")
@settings(max_examples=150)
def test_any_text_is_cut_into_tokens(text: str) -> None:
    tokens = tokenise(text)
    assert [token.position for token in tokens] == list(range(len(tokens)))
    for token in tokens:
        assert token.key
        assert token.key == token.key.casefold()
        assert not any(char.isspace() or unicodedata.category(char).startswith("C") for char in token.key + token.text)


@given(st.integers(0, 0x10FFFF))
@settings(max_examples=150)
def test_any_character_beside_a_name_leaves_the_other_words_alone(point: int) -> None:
    assert keys(f"India {chr(point)} 16MSP")[0] == "india"
    assert keys(f"India {chr(point)} 16MSP")[-1] == "16msp"


@given(st.text(st.characters(codec="ascii"), max_size=60))
def test_tokens_are_the_same_in_small_letters(text: str) -> None:
    assert keys(text.lower()) == keys(text)


@given(st.lists(st.sampled_from("India's 16MSP U.S. what's said, Côte vote? {state}".split()), max_size=8))
def test_words_apart_are_cut_as_each_alone(words: list[str]) -> None:
    assert keys(" ".join(words)) == [key for word in words for key in keys(word)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 7 report", ["article7", "report"]),
        ("art. 5", ["article5"]),
        ("articles 5", ["article5"]),
        ("dec 97", ["dec", "1997"]),
        ("in '18", ["in", "2018"]),
        ("16 mines", ["16", "mines"]),
        ("mark 50 mines", ["mark", "50", "mines"]),
        ("the June 17 session", ["the", "june", "17", "session"]),
    ],
)
def test_articles_by_number_and_short_years(text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize("text", ["decide 16 things", "decision 12", "Marshall 12", "augment 20"])
def test_a_number_after_a_word_like_a_month_is_no_year(text: str) -> None:
    assert keys(text)[1] == text.split()[1]


def test_a_short_year_after_accents_typed_apart() -> None:
    assert keys("Cafe\u0301 '18") == ["cafe", "2018"]


@given(st.text("abczy {}?!,;:()/-", max_size=40))
def test_plain_text_is_cut_as_any_other(text: str) -> None:
    """A capital at the end takes the long way, and changes nothing before it."""
    plain = [(token.key, token.text) for token in tokenise(text)]
    assert plain == [(token.key, token.text) for token in tokenise(f"{text} END")][:-1]
