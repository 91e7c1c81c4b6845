"""Every vote, tick, last participation and count of the documents can be had by a plain question."""

import pytest

from bot.answering.engine import Engine
from bot.answering.wording import the
from bot.knowledge.model import State
from tests.question_files import engine as loaded

KNOWLEDGE = loaded().knowledge
QUESTIONS_FOR_COUNTS = {
    "states-parties": "how many States Parties are there?",
    "states-not-party": "how many States are not party?",
    "signatories": "how many States signed the Convention?",
    "stockpiled-mines-destroyed": "how many stockpiled mines have been destroyed?",
    "countries-withdrawing": "how many countries want to leave the Convention?",
    "civilians-killed-or-wounded": "how many civilians did landmines kill or wound every year?",
    "bilateral-meetings-2017": "which bilateral meetings did the President hold?",
}


@pytest.mark.parametrize("state", KNOWLEDGE.listed, ids=lambda state: state.id)
def test_every_vote(engine: Engine, state: State) -> None:
    answer = engine.answer(f"how did {state.name} vote?")
    for edition in state.editions:
        assert edition.vote_citation in answer.citations
    recorded = any(edition.vote != "none" for edition in state.editions)
    assert answer.outcome == ("answered" if recorded else "no_record")


@pytest.mark.parametrize("state", KNOWLEDGE.listed, ids=lambda state: state.id)
def test_every_last_participation(engine: Engine, state: State) -> None:
    answer = engine.answer(f"when did {state.name} last take part?")
    assert answer.outcome == "answered"
    for edition in state.editions:
        assert edition.last_participation in answer.citations


@pytest.mark.parametrize("state", KNOWLEDGE.listed, ids=lambda state: state.id)
def test_every_tick(engine: Engine, state: State) -> None:
    for edition in state.editions:
        by_edition = engine.answer(f"which meetings did {state.name} attend, by the {edition.source.short}?")
        assert set(edition.attended.values()) <= set(by_edition.citations)
        for meeting in edition.attended:
            answer = engine.answer(f"did {state.name} attend {the(KNOWLEDGE.meetings[meeting])}?")
            newest = next(item for item in state.editions if meeting in item.attended)
            assert answer.outcome == "answered", meeting
            assert newest.attended[meeting] in answer.citations, meeting


@pytest.mark.parametrize("count", KNOWLEDGE.counts)
def test_every_count(engine: Engine, count: str) -> None:
    answer = engine.answer(QUESTIONS_FOR_COUNTS[count])
    assert answer.outcome == "answered"
    for figure in KNOWLEDGE.counts[count].figures:
        assert figure.citation in answer.citations
