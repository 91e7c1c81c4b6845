from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.model import Knowledge
from bot.knowledge.names import name_key
from bot.knowledge.text import fold
from bot.matching.search import PassageSearch
from bot.matching.tokens import tokenise
from bot.matching.words import content_words, stem
from tests.question_files import engine

STATES = sorted({statement.state for statement in engine().knowledge.statements})


@pytest.fixture(scope="module")
def search() -> PassageSearch:
    return engine().searcher


@pytest.mark.parametrize(
    ("words", "state"),
    [
        (["security", "borders", "infiltration"], "pakistan"),
        (["strategic", "role", "defence", "singapore"], "singapore"),
        (["western", "sahara"], "morocco"),
    ],
)
def test_the_passage_with_the_rare_words_comes_first(search: PassageSearch, words: list[str], state: str) -> None:
    hits = search.find(words, state=state)
    assert hits
    assert all(hit.statement is not None and hit.statement.state == state for hit in hits)
    found = fold(hits[0].citation.quote or "").casefold()
    assert any(word in found for word in words)


def test_a_rare_word_tells_more_than_a_frequent_one(search: PassageSearch) -> None:
    best = search.find(["kashmir", "support", "humanitarian", "almaty"], limit=1)
    assert best
    assert search.find(["support"], limit=1)[0].score < best[0].score


def test_a_hit_is_a_passage_of_its_document(search: PassageSearch, knowledge: Knowledge) -> None:
    for hit in search.find(["production", "export", "moratorium", "borders"], limit=20):
        document = knowledge.documents[hit.citation.source.id]
        first, last = hit.citation.lines
        assert 1 <= first <= last <= len(document.line_texts)
        stems = {stem(word) for word in name_key(hit.citation.quote or "").split()}
        wanted = {stem(word) for word in ("production", "export", "moratorium", "borders")}
        assert len(stems & wanted) == hit.words_found


def test_nothing_is_found_for_words_nobody_wrote(search: PassageSearch) -> None:
    assert search.find(["xylophone", "qqqq"]) == []
    assert search.find([]) == []
    assert search.find(["the", "of", "{state}", "2017"]) == []


def test_known_words(search: PassageSearch) -> None:
    assert search.knows("security")
    assert search.knows("securities")
    assert not search.knows("xylophone")


def test_a_phrase_stands_word_for_word(search: PassageSearch) -> None:
    hits = search.phrase(["cluster munitions"])
    assert {hit.statement.state for hit in hits if hit.statement} == {"south-korea", "singapore"}
    for hit in hits:
        assert "cluster munition" in (hit.citation.quote or "").casefold()


def test_a_phrase_is_no_part_of_a_word(search: PassageSearch) -> None:
    assert search.phrase(["curity"]) == []
    assert search.phrase(["security"])


def test_a_phrase_of_one_state(search: PassageSearch) -> None:
    (hit,) = search.phrase(["cluster munitions"], state="singapore")
    assert hit.statement is not None
    assert hit.statement.state == "singapore"


def test_the_share_of_words_that_a_statement_holds(search: PassageSearch, knowledge: Knowledge) -> None:
    statement = knowledge.states["india"].statements[0]
    own = content_words([token.key for token in tokenise(statement.newest.paragraphs[0])])
    assert search.share(statement, own) == pytest.approx(1.0)
    assert search.share(statement, ["xylophone"]) == 0.0
    assert search.share(statement, []) == 0.0
    assert 0 < search.share(statement, [*own[:1], "xylophone"]) < 1


_WORDS = st.sampled_from("security borders mines stockpile xylophone the production India use alternatives".split())


@given(st.lists(_WORDS, max_size=8), st.sampled_from([None, *STATES]), st.integers(1, 10))
def test_hits_are_in_order_limited_and_of_the_state_asked(words: Sequence[str], state: str | None, limit: int) -> None:
    search = engine().searcher
    hits = search.find(words, state=state, limit=limit)
    assert hits == search.find(list(words), state=state, limit=limit)
    assert len(hits) <= limit
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    for hit in hits:
        assert hit.score > 0
        assert 1 <= hit.words_found <= len(set(words))
        if state is not None:
            assert hit.statement is not None
            assert hit.statement.state == state
