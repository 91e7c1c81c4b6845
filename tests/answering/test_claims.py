"""Who speaks of a topic is not who does it; who "never" did and who keeps a moratorium is told by their very words."""

import pytest

from bot.answering.answer import Listing
from bot.answering.engine import Engine
from bot.rendering.plain import plain


def states(engine: Engine, question: str) -> set[str]:
    answer = engine.answer(question)
    assert answer.outcome == "answered", plain(answer)
    return {item.text.partition(":")[0] for part in answer.parts if isinstance(part, Listing) for item in part.items}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which States not party say they have never stockpiled?", "Marshall Islands"),
        ("Which states have never used mines?", "Marshall Islands, Saudi Arabia"),
        ("Which states have never produced, used or stockpiled?", "Marshall Islands"),
        ("Which states have never exported mines?", "Kyrgyzstan, Lebanon, Morocco, Saudi Arabia"),
        (
            "Which states say they never produced mines?",
            "Georgia, Kyrgyzstan, Lebanon, Marshall Islands, Morocco, Saudi Arabia",
        ),
        ("Which countries have moratoria on use?", "Georgia, Morocco"),
        ("Which states have a moratorium on production?", "Egypt, Georgia"),
        ("Who has a moratorium on export?", "Egypt, India, Kazakhstan, Republic of Korea, Singapore"),
        (
            "who has a moratorium on export according to the 2017 document?",
            "Egypt, Kazakhstan, Republic of Korea, Singapore",
        ),
        ("who has a moratorium", "Egypt, Georgia, India, Kazakhstan, Morocco, Republic of Korea, Singapore"),
    ],
)
def test_who_claims_it_of_itself(engine: Engine, question: str, expected: str) -> None:
    assert states(engine, question) == set(expected.split(", "))


@pytest.mark.parametrize(
    "question",
    [
        "Which states say nothing about stockpiles?",
        "Which states have no moratorium?",
        "Which states have no long borders?",
        "Which states have alternatives to mines?",
        "Which states transfer mines to armed groups?",
        "Which states support armed groups?",
        "Who exports mines?",
        "Which states say they produce mines?",
        "which States say that they use mines",
        "which States say they cleared mines",
        "Which states use mines on their borders?",
        "Which states never mention terrorism?",
        "which States have never had a moratorium?",
        "who has a moratorium on stockpiling?",
        "who abstained without ever attending?",
        "who met the President and abstained?",
        "Which states help victims?",
    ],
)
def test_who_does_it_is_not_told_by_who_speaks_of_it(engine: Engine, question: str) -> None:
    assert engine.answer(question).outcome != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "which states speak of victims",
        "who mentions long borders as a reason",
        "who says anything about alternatives",
        "Which States keep mines for training?",
        "states that want alternatives to mines first",
    ],
)
def test_who_speaks_of_it_is_listed(engine: Engine, question: str) -> None:
    assert states(engine, question)
