"""Who is a party: by the tables, or by inference that says so (DESIGN, principle 6)."""

import pytest

from bot.answering.answer import Answer
from bot.answering.engine import Engine
from bot.knowledge.model import State
from bot.rendering.plain import plain

from .shown import KNOWLEDGE, LISTED, STATES, quoted, states, told


def is_party(engine: Engine, state: State) -> Answer:
    return engine.answer(f"is {state.name} a State Party?")


def test_a_state_in_no_table_is_a_party_by_inference_that_says_so(engine: Engine) -> None:
    for state in (item for item in STATES if item.kind == "state" and not item.editions):
        answer = is_party(engine, state)
        assert answer.outcome == "answered", state.id
        assert "by inference" in answer.title, state.id
        assert "by inference it was a State Party as of 21 August 2018 and 8 December 2017" in told(answer), state.id
        assert "our inference from the 197 States" in told(answer), state.id
        assert "check with the ISU" in told(answer), state.id
        absent = [citation for citation in answer.citations if citation.absence]
        assert [citation.source for citation in absent] == list(KNOWLEDGE.editions), state.id
        assert {citation.absence.row for citation in absent if citation.absence} == {state.title}, state.id
        leaving = state.id in KNOWLEDGE.lists["announced-withdrawal"].states
        assert ("press report on withdrawals (undated) names" in told(answer)) == leaving, state.id


def test_a_state_in_both_tables_is_not_party_and_nothing_is_inferred(engine: Engine) -> None:
    for state in (item for item in LISTED if len(item.editions) == len(KNOWLEDGE.editions)):
        answer = is_party(engine, state)
        assert answer.outcome == "answered", state.id
        assert "State not party as of 21 August 2018" in answer.title, state.id
        assert "infer" not in plain(answer), state.id
        assert [citation.cell.row for citation in answer.citations if citation.cell] == [
            edition.listed.cell.row for edition in state.editions if edition.listed.cell
        ]


@states(tuple(state for state in LISTED if len(state.editions) == 1))
def test_a_state_that_the_newer_table_left_out_is_told_for_each_date(engine: Engine, state: State) -> None:
    answer = is_party(engine, state)
    assert "was a State not party as of 8 December 2017" in told(answer)
    assert "by inference it was a State Party as of 21 August 2018" in told(answer)
    assert "by inference" in answer.title


@states(tuple(state for state in STATES if state.kind == "other"))
def test_nothing_is_inferred_for_other_names(engine: Engine, state: State) -> None:
    for question in (f"is {state.name} a State Party?", f"what did {state.name} say?", f"how did {state.name} vote?"):
        answer = engine.answer(question)
        assert answer.outcome == "no_record"
        assert "State Party as of" not in plain(answer)
        assert "by inference" not in plain(answer)
        assert quoted(answer) == []


@pytest.mark.parametrize("state", ["finland", "poland"])
def test_the_present_gets_the_newest_with_its_date_and_the_isu(engine: Engine, state: str) -> None:
    answer = engine.answer(f"is {state} still a party today?")
    assert answer.reading.asks_present
    assert "as of 21 August 2018" in told(answer)
    assert "The documents end there; for the present, check with the ISU." in told(answer)
