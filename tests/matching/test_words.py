from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.matcher import Matcher
from bot.matching.mending import Vocabulary, likeness
from bot.matching.words import FORM_WORDS, FUNCTION_WORDS, SUBJECT_WORDS, content_words, stem
from tests.question_files import engine

WORDS = sorted(word for word in engine().matcher._vocabulary._words if word.isalpha())


@pytest.fixture(scope="module")
def vocabulary(matcher: Matcher) -> Vocabulary:
    """The words of all phrasings."""
    return matcher._vocabulary


@pytest.fixture(scope="module")
def mend(vocabulary: Vocabulary) -> Callable[[str], str | None]:
    return vocabulary.mend


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        # short question words: one slip
        ("teh", "the"),
        ("woh", "who"),
        ("hwo", "how"),
        ("waht", "what"),
        ("whta", "what"),
        ("wehn", "when"),
        ("dd", "did"),
        ("sya", "say"),
        ("hten", "then"),
        ("lsat", "last"),
        ("vot", "vote"),
        ("voet", "vote"),
        # longer words
        ("attned", "attend"),
        ("abstaned", "abstained"),
        ("statment", "statement"),
        ("posiiton", "position"),
        ("meetng", "meeting"),
        ("parteis", "parties"),
        ("thrid", "third"),
        ("artcle", "article"),
        ("landmnie", "landmine"),
        ("covention", "convention"),
        ("memebr", "member"),
        ("signatroy", "signatory"),
        ("stokcpile", "stockpile"),
        ("ffrom", "from"),
    ],
)
def test_a_slip_is_mended(mend: Callable[[str], str | None], typed: str, meant: str) -> None:
    assert mend(typed) == meant


@pytest.mark.parametrize("typed", ["xyz", "asdfgh", "qqqqqq", "16msp", "3rd1", "zzz", "kalashnikov"])
def test_what_is_near_nothing_stays(mend: Callable[[str], str | None], typed: str) -> None:
    assert mend(typed) is None


@given(st.text("abcdefghijklmnopqrstuvwxyz0123456789", max_size=14))
@settings(max_examples=50)
def test_a_mended_word_is_a_known_word_and_digits_are_never_mended(word: str) -> None:
    vocabulary = engine().matcher._vocabulary
    mended, score = vocabulary.mended(word)
    assert vocabulary.mended(word) == (mended, score)
    if mended is None:
        assert score == 0.0
    else:
        assert not any(char.isdigit() for char in word)
        assert mended in vocabulary or mended in FUNCTION_WORDS or mended in {"vote", "party", "old", "last", "part"}


@given(st.sampled_from([word for word in WORDS if len(word) > 6]), st.integers(1, 20))
@settings(max_examples=50)
def test_two_inner_letters_swapped_are_mended_to_a_word_of_the_same_letters(word: str, place: int) -> None:
    place = 1 + place % (len(word) - 3)
    typed = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    assert sorted(engine().matcher._vocabulary.mend(typed) or "") == sorted(word)


# likeness ----------------------------------------------------------------------------------


def test_of_two_as_similar_the_likelier_slip_wins() -> None:
    similarity = 0.8
    plain = likeness("xbcde", "abcd", similarity)
    same_length = likeness("xbcde", "abcde", similarity)
    first_letter = likeness("abcdx", "abcde", similarity)
    swapped = likeness("abced", "abcde", similarity)
    assert similarity == plain < same_length < first_letter < swapped


@given(st.text("abc", min_size=1, max_size=6), st.text("abc", min_size=1, max_size=6), st.floats(0, 1))
def test_likeness_only_adds(word: str, known: str, similarity: float) -> None:
    assert similarity <= likeness(word, known, similarity) <= similarity + 0.151


def test_the_first_letter_decides_between_neighbours() -> None:
    assert Vocabulary(["table", "cable"]).mend("tible") == "table"
    assert Vocabulary(["table", "cable"]).mend("cible") == "cable"


def test_of_two_as_likely_the_first_in_the_alphabet_is_taken() -> None:
    assert Vocabulary(["mineb", "minea"]).mend("minex") == Vocabulary(["minea", "mineb"]).mend("minex") == "minea"


# stems and content -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "forms",
    [
        "abstain abstained abstains abstaining",
        "vote voted votes voting",
        "party parties",
        "statement statements",
        "favour favor favors",
        "centre center centres",
        "defence defense",
        "mine mines mined",
        "destroy destroyed destroying",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in forms.split()}) == 1


@pytest.mark.parametrize(("one", "other"), [("state", "statement"), ("mine", "mineral"), ("accede", "party")])
def test_other_words_have_other_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_placeholders_are_not_stemmed() -> None:
    assert stem("{state}") == "{state}"


def test_content_words_are_those_with_a_subject() -> None:
    words = "what did {state} say about the long borders in {meeting} 2017 please of ap mines".split()
    assert content_words(words) == ("long", "borders")


@given(st.lists(st.one_of(st.sampled_from(sorted(FUNCTION_WORDS | FORM_WORDS | SUBJECT_WORDS)), st.just("{state}"))))
def test_words_of_form_carry_no_subject(words: list[str]) -> None:
    assert content_words(words) == ()
