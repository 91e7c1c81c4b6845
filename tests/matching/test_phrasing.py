from collections.abc import Callable, Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.matching.gates import Fitting
from bot.matching.matcher import Matcher
from bot.matching.phrasing import EVIDENCE, Phrasing, PhrasingIndex, Scored
from bot.matching.reading import FAQ_PREFIX
from bot.matching.tokens import keys_of, plain_keys, tokenise
from tests.question_files import engine

KNOWLEDGE = engine().knowledge
PHRASINGS: Mapping[str, Sequence[str]] = {kind: record.phrasings for kind, record in KNOWLEDGE.questions.items()} | {
    FAQ_PREFIX + entry.id: (entry.record.question, *entry.record.phrasings) for entry in KNOWLEDGE.faq.values()
}
WORDS = sorted({word for phrasings in PHRASINGS.values() for phrasing in phrasings for word in phrasing.split()})


def worded(matcher: Matcher, phrasing: str) -> list[str]:
    """The words of a phrasing as the index has them."""
    tokens = tokenise(phrasing)
    return matcher._compared.of(tokens, matcher._gazetteer.find(tokens, misspelt=False))[0]


def ranked(
    index: PhrasingIndex, words: Sequence[str], factor_of: Callable[[str], float] = lambda _: 1.0
) -> list[Scored]:
    return index.rank(index.vector(words), factor_of)


@pytest.fixture(scope="module")
def small() -> PhrasingIndex:
    return PhrasingIndex(
        Phrasing(kind, tuple(words.split()))
        for kind, words in [
            ("vote", "how did {state} vote"),
            ("vote", "the vote of {state}"),
            ("statement", "what did {state} say"),
            ("statement", "what has {state} said about mines"),
            ("weather", "how is the weather"),
        ]
    )


def test_phrasings_read_quickly_are_compared_as_all_others(matcher: Matcher) -> None:
    texts = [text for phrasings in PHRASINGS.values() for text in phrasings]
    plain = {text: keys for text in texts if (keys := plain_keys(text)) and not matcher._gazetteer.may_name(keys)}
    assert len(plain) > len(texts) / 3
    for text, keys in plain.items():
        names = matcher._gazetteer.find(tokenise(text), misspelt=False)
        assert (list(keys), names.positions(), names.unclear) == (worded(matcher, text), frozenset(), ())


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("What did the States say?", ("what", "did", "the", "states", "say")),
        ("land mines, please", ("landmines", "please")),
        ("{state} vote", ("{state}", "vote")),
        ("the US vote", None),
        ("votes of 2017", None),
        ("whats new", None),
        ("India's vote", None),
        ("{state}'s vote", ("{state}", "vote")),
    ],
)
def test_keys_of_a_plain_text(text: str, keys: tuple[str, ...] | None) -> None:
    assert plain_keys(text) == keys
    assert keys_of(text) == tokenise(text).keys


_READ_AS_A_COMPARISON = "faq:small-and-medium-powers"
"""its phrasing "canada and norway" is two States beside each other, as its `accepted` note says"""


@pytest.mark.parametrize(
    "kind",
    [kind for kind in PHRASINGS if kind != _READ_AS_A_COMPARISON],
)
def test_every_phrasing_scores_1_for_its_own_kind(matcher: Matcher, kind: str) -> None:
    for phrasing in PHRASINGS[kind]:
        found = ranked(matcher._index, worded(matcher, phrasing))
        assert dict(found).get(kind) == pytest.approx(1.0), phrasing
        assert found[0][1] <= 1.0 + 1e-9


FILLED = [
    (kind, filled)
    for kind, phrasings in PHRASINGS.items()
    for phrasing in phrasings
    if (
        filled := phrasing.replace("{state}", "India", 1)
        .replace("{state}", "Pakistan", 1)
        .replace("{meeting}", "16MSP")
        .replace("{year}", "2016")
        .replace("{source}", "the 2018 status document")
    )
    and "{" not in filled
]


def test_nearly_every_phrasing_with_real_names_is_read_as_its_own_kind(matcher: Matcher) -> None:
    """Not all: names bring gates, and some phrasings of several kinds are the same words."""
    other = [(kind, text) for kind, text in FILLED[::11] if matcher.read(text).intent != kind]
    assert len(FILLED) > 1_000
    assert len(other) <= 0.02 * len(FILLED[::11]), other


def test_the_kind_whose_words_they_are_comes_first(small: PhrasingIndex) -> None:
    assert ranked(small, "how did {state} vote".split())[0][0] == "vote"
    assert ranked(small, "so what did {state} ever say".split())[0][0] == "statement"


def test_a_factor_of_0_leaves_a_kind_out_and_others_weigh(small: PhrasingIndex) -> None:
    words = "how did {state} vote".split()
    left = ranked(small, words, lambda kind: 0.0 if kind == "vote" else 1.0)
    assert dict(left).keys() == {"statement", "weather"}
    assert ranked(small, words, lambda kind: 0.5 if kind == "vote" else 1.0)[0][1] == pytest.approx(0.5)


def test_an_unknown_word_counts_against_every_kind(small: PhrasingIndex) -> None:
    plain = dict(ranked(small, "how did {state} vote".split()))
    strange = dict(ranked(small, "how did {state} vote xylophone".split()))
    assert all(strange[kind] < plain[kind] for kind in plain)


def test_kinds_as_near_as_each_other_go_by_name() -> None:
    index = PhrasingIndex(Phrasing(f"k{number}", ("mines", f"word{number}")) for number in range(10))
    assert [kind for kind, _ in ranked(index, ["mines"])] == ["k0", "k1", "k2", "k3", "k4"]


@given(st.sampled_from([text for _, text in FILLED[::23]]), st.sampled_from(["", " in the press release"]))
@settings(max_examples=60)
def test_no_kind_weighs_more_than_the_most(question: str, source: str) -> None:
    """``rank`` looks at no kind that even the highest factor would not bring among the best."""
    matcher = engine().matcher
    reading = matcher.read(question + source)
    fitting = Fitting(reading.words, reading.entities, matcher._gates)
    factors = [fitting.factor(kind) for kind in matcher._index.kinds]
    assert all(0 <= factor <= fitting.most_factor for factor in factors)
    asked = matcher._index.vector(reading.words)
    found = matcher._index.rank(asked, fitting.factor, fitting.most_factor)
    assert found == matcher._index.rank(asked, fitting.factor, 1_000.0)


def test_no_words_have_no_candidates(small: PhrasingIndex) -> None:
    assert ranked(small, []) == []


def test_a_rare_word_tells_more_than_a_common_one(small: PhrasingIndex) -> None:
    assert small.idf("weather") > small.idf("{state}")
    assert small.idf("xylophone") >= small.idf("weather")


def test_forms_of_a_word_are_the_same_feature(small: PhrasingIndex) -> None:
    assert ranked(small, "how did {state} voted".split()) == ranked(small, "how did {state} votes".split())
    spoke = dict(small.evidence("vote", ["how", "did", "nobody", "voted"]))
    assert set(spoke) == {"vote", "how did", "did", "how"}


def test_the_evidence_names_the_words_that_spoke(small: PhrasingIndex) -> None:
    words = [word for word, _ in small.evidence("vote", "how did {state} vote".split())]
    assert "vote" in words
    assert all(word in "how did {state} vote" for word in words)


@given(st.lists(st.one_of(st.sampled_from(WORDS), st.text("abcdez", min_size=1, max_size=6)), max_size=14))
@settings(max_examples=30)
def test_scores_are_shares_in_order_and_always_the_same(words: list[str]) -> None:
    index = engine().matcher._index
    found = ranked(index, words)
    assert found == ranked(index, words)
    scores = [score for _, score in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 + 1e-9 for score in scores)
    assert len(dict(found)) == len(found)
    for kind, _ in found:
        shares = [share for _, share in index.evidence(kind, words)]
        assert shares == sorted(shares, reverse=True)
        assert all(0 <= share <= 1 for share in shares)
        assert sum(shares) <= 1.01
        assert len(shares) <= EVIDENCE
