"""Every kind of question for every mixture of names gives an answer, whatever a slash command or a follow-up asks."""

from itertools import product

import pytest

from bot.answering.answerers import ANSWERERS, NEEDS_STATE
from bot.answering.engine import Engine
from bot.matching.reading import Entities

_STATES = [(), ("india",), ("france",), ("palestine",), ("india", "pakistan")]
_MEETINGS = [(), ("16msp",), ("2rc",), ("first-committee-2017",), ("16msp", "2rc")]
_YEARS: list[tuple[int, ...]] = [(), (2012,), (2017,)]
_SOURCES = [(), ("status-2017",), ("status-2018",), ("treaty-faq",)]
_TOPICS = [(), ("stockpile",)]


@pytest.mark.parametrize("intent", ANSWERERS)
def test_any_mixture_of_names_gets_an_answer(engine: Engine, intent: str) -> None:
    for states, meetings, years, sources, topics in product(_STATES, _MEETINGS, _YEARS, _SOURCES, _TOPICS):
        named = Entities(states=states, meetings=meetings, years=years, sources=sources, topics=topics)
        if intent == "compare" and not states:
            continue  # the matcher reads none without two
        answer = engine.ask(intent, named, "a question")
        assert answer.title, named
        assert answer.parts, named


@pytest.mark.parametrize("intent", sorted(NEEDS_STATE))
def test_without_its_state_a_question_is_asked_back(engine: Engine, intent: str) -> None:
    answer = engine.ask(intent, Entities(meetings=("16msp",)))
    assert (answer.outcome, answer.title) == ("no_record", "Which State?")
