"""Every kind of question for every mixture of names gives an answer, whatever a slash command or a follow-up asks."""

from itertools import product

import pytest

from bot.answering.engine import ANSWERERS, Engine
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
        if _needs_a_state(intent) and not states:
            continue
        answer = engine.ask(intent, named, "a question")
        assert answer.title, named
        assert answer.parts, named


def _needs_a_state(intent: str) -> bool:
    """Kinds that are asked of a State always: the matcher reads none of them without one."""
    return intent in {
        "statement",
        "position",
        "topic-state",
        "attendance",
        "last-participation",
        "overview",
        "membership",
        "vote",
        "compare",
        "opinion",
    }
