"""What an FAQ entry's file says that it does not tell keeps the entry from such questions, and nothing else does."""

from dataclasses import replace

import pytest

from bot.answering.choice.deciding import decide
from bot.answering.draft import Asked
from bot.answering.engine import Engine
from bot.answering.rules.entry_words import asks_for
from bot.knowledge.model import Knowledge
from bot.knowledge.schema import Untold
from tests.question_files import engine as shared_engine

ROWS = [(entry.id, row) for entry in shared_engine().knowledge.faq.values() for row in entry.record.untold]
EACH = pytest.mark.parametrize("row", [row for _, row in ROWS], ids=[f"{entry}: {row.example}" for entry, row in ROWS])


def _without_rows(knowledge: Knowledge) -> Knowledge:
    faq = {
        entry.id: replace(entry, record=entry.record.model_copy(update={"untold": ()}))
        for entry in knowledge.faq.values()
    }
    return replace(knowledge, faq=faq)


@pytest.fixture(scope="module")
def careless(engine: Engine) -> Engine:
    """An engine that knows of nothing that an entry does not tell."""
    return Engine(_without_rows(engine.knowledge))


@EACH
def test_each_row_keeps_its_example_from_the_entry(engine: Engine, row: Untold) -> None:
    asked = Asked(engine.knowledge, engine.matcher.read(row.example), engine.searcher)
    assert decide(asked).why == row.why
    assert engine.answer(row.example).outcome == "no_record"


@EACH
def test_without_the_rows_it_would_be_answered(careless: Engine, row: Untold) -> None:
    assert careless.answer(row.example).outcome == "answered"


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("who signed it", True),
        ("who has signed it", False),  # not in a row
        ("who signed it up", False),
        ("whom did {state} sign for", True),
        ("who signed", True),
        ("signed", False),
    ],
)
def test_words_of_a_row_are_met_whole_and_in_their_order(question: str, kept: bool) -> None:
    row = Untold(why="it asks who", words=("who signed", "whom"), unless=("up",), example="who signed it")
    assert asks_for(row, question.split()) is kept


def test_words_beside_are_asked_for_where_there_are_some() -> None:
    row = Untold(why="it asks who", words=("signed",), beside=("for",), example="who signed for it")
    assert asks_for(row, ["who", "signed", "for", "it"])
    assert not asks_for(row, ["who", "signed", "it"])
