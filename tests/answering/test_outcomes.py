"""What is not answered, and what is not answered wrongly (DESIGN, principle 3)."""

from typing import Final

import pytest

from bot.answering.answer import Passage, Text
from bot.answering.engine import Engine
from bot.knowledge.model import Knowledge
from bot.knowledge.schema import OtherTreatyRecord
from bot.rendering.plain import plain

from .shown import KNOWLEDGE, quoted, told

# other treaties (principle 3) --------------------------------------------------------------

TREATY_NAMES: Final = [name for treaty in KNOWLEDGE.other_treaties for name in (treaty.name, *treaty.aliases)]


@pytest.mark.parametrize("state", ["india", "singapore", "france"])
def test_another_treaty_is_declined_with_that_states_passage_at_most(engine: Engine, state: str) -> None:
    own = {wording.paragraphs for item in KNOWLEDGE.states[state].statements for wording in item.wordings}
    for name in TREATY_NAMES:
        answer = engine.answer(f"did {KNOWLEDGE.states[state].name} join the {name}?")
        assert answer.outcome == "declined", name
        assert set(quoted(answer)) <= own, name
        shown = [part for part in answer.parts if isinstance(part, Passage)]
        assert all("no direct answer" in (part.lead or "") for part in shown), name


@pytest.mark.parametrize("treaty", KNOWLEDGE.other_treaties, ids=lambda treaty: treaty.id)
def test_another_treaty_alone_is_never_answered(engine: Engine, treaty: OtherTreatyRecord) -> None:
    name = treaty.name
    for question in (f"who is a party to the {name}?", f"what does the {name} ban?", f"how many States joined {name}?"):
        assert engine.answer(question).outcome in ("declined", "no_record"), question


# nothing on record (principle 3) -----------------------------------------------------------


def attended_in_silence(knowledge: Knowledge) -> list[tuple[str, str]]:
    return [
        (state.id, meeting)
        for state in knowledge.listed
        for meeting in state.editions[0].attended
        if not any(item.at(knowledge.meetings[meeting]) for item in state.statements)
    ]


def test_attended_and_said_nothing_is_no_record_that_says_so(engine: Engine) -> None:
    pairs = attended_in_silence(KNOWLEDGE)
    assert len(pairs) > 50
    for state, meeting in pairs[::4]:
        name, short = KNOWLEDGE.states[state].name, KNOWLEDGE.meetings[meeting].short
        answer = engine.answer(f"what did {name} say at {short}?")
        assert answer.outcome == "no_record", (state, meeting)
        assert "The status documents quote no statement by" in told(answer), (state, meeting)
        assert "took part in" in told(answer), (state, meeting)
        for part in answer.parts:
            if isinstance(part, Passage):
                assert (part.lead or "").startswith("Not what was asked, but on record."), (state, meeting)


def test_an_unknown_meeting_is_not_answered_by_another(engine: Engine) -> None:
    answer = engine.answer("what did India say at 25MSP?")
    assert answer.outcome == "no_record"
    assert "25MSP" in answer.title
    assert quoted(answer) == []


# wrong answers found -----------------------------------------------------------------------


def test_irak_is_not_told_what_iran_is(engine: Engine) -> None:
    assert "Iran" not in plain(engine.answer("is Irak a State Party?"))


@pytest.mark.parametrize("typed", ["Equatoral Guinea", "Papua Nw Guinea", "Dominica Republic"])
def test_a_slip_in_a_longer_name_is_no_answer_about_another_state(engine: Engine, typed: str) -> None:
    answer = engine.answer(f"is {typed} a State Party?")
    assert answer.outcome != "answered" or not {"guinea", "dominica"} & set(answer.reading.entities.states)


def test_a_range_of_years_is_no_comparison_of_editions(engine: Engine) -> None:
    assert engine.answer("what did India say between 2010 and 2014?").reading.intent == "statement"


def test_each_of_two_meetings_named_by_one_word_is_answered(engine: Engine) -> None:
    answer = engine.answer("what did India say at the 16th and 15th MSP?")
    assert set(answer.reading.entities.meetings) == {"15msp", "16msp"}


def test_who_mentions_another_treaty_is_every_state_that_does(engine: Engine) -> None:
    answer = engine.answer("which States mention cluster munitions?")
    assert answer.outcome == "answered"
    assert {citation.lines[0] for citation in answer.citations if citation.source.id == "status-2018"} >= {113, 144}


@pytest.mark.parametrize(
    "question", ["how should I mark a minefield near my village", "how do we clear mines from our own field"]
)
def test_handling_a_mine_oneself_is_declined(engine: Engine, question: str) -> None:
    assert engine.answer(question).reading.intent == "decline-dangerous"


def test_no_direct_answer_for_several_states_shows_a_passage_of_each(engine: Engine) -> None:
    answer = engine.answer("compare egypt and libya on who should pay for clearing old mines")
    assert answer.outcome == "no_record"
    shown = [part.citations[0].quote or "" for part in answer.parts if isinstance(part, Passage)]
    assert ["Egypt" in shown[0], "Libya" in shown[1]] == [True, True]


def test_no_direct_answer_tells_which_of_several_states_has_no_passage(engine: Engine) -> None:
    answer = engine.answer("compare Iraq and India on helicopters")
    texts = [part.text for part in answer.parts if isinstance(part, Text)]
    assert answer.outcome == "no_record"
    assert "No statement of Iraq here holds the words asked for." in texts
