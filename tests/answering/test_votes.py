"""Votes as the tables have them; absent is not abstaining (DESIGN, principle 5)."""

import pytest

from bot.answering.answer import Listing
from bot.answering.engine import Engine
from bot.answering.wording import VOTED
from bot.knowledge.documents import Table
from bot.knowledge.model import State
from bot.knowledge.names import name_key
from bot.knowledge.schema import Vote

from .shown import KNOWLEDGE, LISTED, quoted, states, told


def recorded(table: Table, state: State) -> Vote:
    """The column that a State stands in, read from the document's own table."""
    for index, heading in enumerate(table.columns):
        labels = {name_key(cell.folded) for cell in table.members(index)}
        if labels & {name_key(name) for name in state.names.sources}:
            votes: dict[str, Vote] = {"In favour": "in_favour", "Abstained": "abstained", "Not present": "not_present"}
            return votes[heading.split(" (")[0]]
    return "none"


@states(LISTED)
def test_a_vote_is_told_as_its_column_says_and_as_no_other(engine: Engine, state: State) -> None:
    newest = state.editions[0].source
    vote = recorded(KNOWLEDGE.tables[newest.id].votes, state)
    answer = engine.answer(f"how did {state.name} vote?")
    if vote == "none":
        assert answer.outcome == "no_record"
        assert not any(words in answer.title for words in ("abstained", "in favour", "not present"))
        assert "records no vote" in told(answer) or "record no vote" in told(answer)
        return
    assert answer.outcome == "answered"
    assert VOTED[vote] in answer.title
    assert not any(words in answer.title for other, words in VOTED.items() if other != vote)
    assert any(citation.cell and citation.cell.column.startswith(newest_heading(vote)) for citation in answer.citations)


def newest_heading(vote: Vote) -> str:
    return {"in_favour": "In favour", "abstained": "Abstained", "not_present": "Not present", "none": ""}[vote]


def test_absent_is_not_abstaining(engine: Engine) -> None:
    answer = engine.answer("did Lebanon abstain?")
    assert "was not present" in told(answer)
    assert "Not present is not abstaining." in told(answer)
    assert "abstained" not in answer.title


@pytest.mark.parametrize(
    ("question", "vote"),
    [("who abstained?", "abstained"), ("who voted in favour?", "in_favour"), ("who was not present?", "not_present")],
)
def test_a_list_of_votes_has_the_members_of_its_column_only(engine: Engine, question: str, vote: Vote) -> None:
    newest = KNOWLEDGE.tables[KNOWLEDGE.editions[0].id].votes
    (shown,) = [part for part in engine.answer(question).parts if isinstance(part, Listing)]
    expected = {state.title for state in LISTED if recorded(newest, state) == vote}
    assert {item.text.partition(" (")[0] for item in shown.items} == expected
    column = next(index for index, heading in enumerate(newest.columns) if heading.startswith(newest_heading(vote)))
    assert len(shown.items) == newest.printed_count(column)


def test_nobody_is_said_to_have_voted_against(engine: Engine) -> None:
    answer = engine.answer("who voted against?")
    assert "no column for votes against" in told(answer)
    for part in answer.parts:
        if isinstance(part, Listing):
            assert "against" not in part.heading.casefold()


@states(tuple(state for state in LISTED if not state.statements))
def test_no_official_information_is_a_fact_about_the_state(engine: Engine, state: State) -> None:
    answer = engine.answer(f"what did {state.name} say?")
    assert answer.outcome == "answered"
    assert '"No official information submitted"' in told(answer)
    assert quoted(answer) == []
    values = [citation.cell.value for citation in answer.citations if citation.cell]
    assert any(value.startswith("No official information submitted") for value in values)


@pytest.mark.parametrize(
    "question", ["which states didnt vote in favour", "States not party that did not vote in favour"]
)
def test_who_did_not_vote_in_favour_abstained_or_was_absent(engine: Engine, question: str) -> None:
    lists = [part for part in engine.answer(question).parts if isinstance(part, Listing)]
    assert [part.heading.split(" (")[0] for part in lists] == ["Abstained", "Not present"]
