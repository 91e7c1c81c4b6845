"""Words of English that the knowledge does not have: they stay what they are."""

from importlib.resources import files

import pytest

from bot.matching.english import is_english
from bot.matching.gazetteer import Gazetteer
from bot.matching.matcher import Matcher
from bot.matching.mending import CHAT_SPELLINGS, Vocabulary
from bot.matching.tokens import tokenise
from bot.matching.words import FUNCTION_WORDS


@pytest.mark.parametrize("word", ["aardvark", "constitution", "poverty", "ship", "slice", "worlds", "zones"])
def test_common_words_are_english(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize(
    "word",
    [
        "",
        "a",
        "sh",
        "ship ",
        "ship slice",
        "hip sl",
        "comittee",
        "statment",
        "pakistan",
        "Ship",
        "counties",
        "boarders",
        "#",
    ],
)
def test_misspellings_names_and_parts_of_the_list_are_not(word: str) -> None:
    assert not is_english(word)


def test_the_list_is_one_of_plain_words_in_order_and_tells_its_licence() -> None:
    lines = files("bot.matching").joinpath("english_words.txt").read_text(encoding="ascii").splitlines()
    notes = [line for line in lines if line.startswith("#")]
    words = [word for line in lines[len(notes) :] for word in line.split()]
    assert "Permission to use, copy, modify, distribute and sell these word lists" in " ".join(notes)
    assert len(words) > 30_000
    assert words == sorted(set(words))
    assert all(word.isalpha() and word.islower() and len(word) >= 4 for word in words)
    assert len({line[:2] for line in lines[len(notes) :]}) == len(lines) - len(notes)


@pytest.mark.parametrize(
    ("word", "known"),
    [
        ("ship", "skip"),
        ("hang", "hand"),
        ("constitution", "contribution"),
        ("poverty", "property"),
        ("revolution", "resolution"),
        ("generals", "general"),
        ("past", "last"),
    ],
)
def test_a_word_of_english_is_not_mended(word: str, known: str) -> None:
    assert Vocabulary([known]).mended(word) == (None, 0.0)


def test_a_known_word_is_its_own_nearest() -> None:
    assert Vocabulary(["constitution", "contribution"]).mend("constitution") == "constitution"


def test_a_word_of_english_is_one_that_nobody_explains(matcher: Matcher) -> None:
    read = matcher.read("is the aardvark party to it")
    assert "aardvark" in read.words
    assert "aardvark" in read.unknown_words


def test_another_form_of_a_known_word_is_explained(matcher: Matcher) -> None:
    assert "commanders" not in matcher._known
    read = matcher.read("what did the commanders of india say")
    assert "commanders" in read.words
    assert read.unknown_words == ()


@pytest.mark.parametrize(("typed", "meant"), [("wire", "were"), ("sand", "said")])
def test_a_short_word_may_still_be_a_slip_for_a_word_of_form(typed: str, meant: str) -> None:
    assert is_english(typed)
    assert meant in FUNCTION_WORDS
    assert Vocabulary([]).mend(typed) == meant


@pytest.mark.parametrize("word", ["green", "hungry", "tiger", "roman", "malaria"])
def test_a_small_word_of_english_is_no_misspelt_state(gazetteer: Gazetteer, word: str) -> None:
    found = gazetteer.find(tokenise(f"is there a {word} plan"))
    assert (found.mentions, found.unclear) == ((), ())


def test_written_as_a_name_it_may_be_one(gazetteer: Gazetteer) -> None:
    (mention,) = gazetteer.find(tokenise("what did Hungry say")).mentions
    assert (mention.id, mention.exact) == ("hungary", False)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("what did the indian govt say", "government"),
        ("which docs do you have", "documents"),
        ("last mtg of cuba", "meeting"),
        ("who voted for it 5 yrs ago", "years"),
    ],
)
def test_chat_spellings_are_the_words_they_stand_for(matcher: Matcher, typed: str, meant: str) -> None:
    assert meant in matcher.read(typed).words


def test_chat_spellings_stand_for_words_that_are_known(matcher: Matcher) -> None:
    assert [word for word in CHAT_SPELLINGS.values() if word not in matcher._known] == []
