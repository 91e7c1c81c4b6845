"""Two documents that say the same, or differ: each wording and each figure with its source (DESIGN, principle 4)."""

from typing import Final

import pytest

from bot.answering.answer import Listing, Passage
from bot.answering.engine import Engine
from bot.answering.wording import question_for
from bot.knowledge.model import Count, Statement
from bot.knowledge.text import same_words
from bot.matching.reading import Entities
from bot.rendering.plain import plain

from .shown import KNOWLEDGE, quoted, told

ALIKE: Final = [item for item in KNOWLEDGE.statements if len(item.newest.citations) > 1]
REWORDED: Final = [item for item in KNOWLEDGE.statements if len(item.wordings) > 1]


def named(statement: Statement) -> str:
    return f"{statement.state}-{statement.id}"


def test_there_are_statements_of_both_kinds() -> None:
    assert len(ALIKE) > 20
    assert {item.state for item in REWORDED} == {"israel", "kazakhstan", "marshall-islands", "united-arab-emirates"}


@pytest.mark.parametrize("statement", ALIKE, ids=named)
def test_the_same_words_are_shown_once_in_the_newer_form_citing_both(engine: Engine, statement: Statement) -> None:
    answer = engine.answer(question_for(statement, KNOWLEDGE))
    alike = [
        part for part in answer.parts if isinstance(part, Passage) and part.paragraphs == statement.newest.paragraphs
    ]
    assert len(alike) == 1
    assert [citation.source for citation in alike[0].citations] == list(KNOWLEDGE.editions)
    assert "in other words" not in told(answer) or len(quoted(answer)) > 1


def really_differs(statement: Statement) -> bool:
    newer, older = (" ".join(wording.paragraphs) for wording in statement.wordings)
    return not same_words(newer, older)


@pytest.mark.parametrize("statement", REWORDED, ids=named)
def test_of_two_wordings_the_newer_is_shown_and_both_are_cited(engine: Engine, statement: Statement) -> None:
    newer, older = statement.wordings
    assert newer.source.newness > older.source.newness
    answer = engine.answer(question_for(statement, KNOWLEDGE))
    assert newer.paragraphs in quoted(answer)
    assert older.paragraphs not in quoted(answer)
    assert set(newer.citations) | set(older.citations) <= set(answer.citations)
    if really_differs(statement):
        assert f"The {older.source.short} gives it in other words." in told(answer)
        assert set(older.citations) <= set(answer.further)
    else:
        assert "in other words" not in told(answer)
        assert older.source.short not in told(answer)


def test_some_wordings_differ_really_and_some_in_punctuation_only() -> None:
    assert {really_differs(item) for item in REWORDED} == {True, False}


@pytest.mark.parametrize(
    "statement",
    [pytest.param(item, id=named(item)) for item in REWORDED],
)
def test_the_older_wording_is_one_step_away(engine: Engine, statement: Statement) -> None:
    older = statement.wordings[1]
    answer = engine.answer(f"{question_for(statement, KNOWLEDGE)} in the {older.source.short}")
    assert older.paragraphs in quoted(answer)
    assert statement.newest.paragraphs not in quoted(answer)


# figures ---------------------------------------------------------------------------------


@pytest.mark.parametrize("count", KNOWLEDGE.counts.values(), ids=lambda count: count.id)
def test_each_figure_is_shown_with_its_own_source_and_date(engine: Engine, count: Count) -> None:
    answer = engine.ask(f"count-{count.id}", Entities())
    rows = [item for part in answer.parts if isinstance(part, Listing) for item in part.items]
    for figure in count.figures:
        (row,) = [item for item in rows if item.citations == (figure.citation,) and figure.says in item.text]
        assert figure.citation.source.short in row.text
        assert figure.citation.source.date_label.split(" as of ")[-1] in row.text or "as of" in row.text
    dates = [figure.as_of or "" for figure in count.figures]
    assert dates == sorted(dates, reverse=True)


def test_two_documents_figures_are_never_merged(engine: Engine) -> None:
    text = plain(engine.answer("how many stockpiled mines were destroyed?"))
    assert "53 million" in text
    assert "40 million" in text
    assert "93 million" not in text
