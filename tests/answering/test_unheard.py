"""Of several meetings or years named, those of which a State has no statement are said to have none."""

import pytest

from bot.answering.engine import Engine
from bot.rendering.plain import plain


@pytest.mark.parametrize(
    ("question", "title", "none"),
    [
        ("what did India say at 15MSP and 16MSP?", "India at 16MSP (2017)", "India at 15MSP (2016)"),
        ("what did Nepal say in 2007 and 2017", "Nepal: 8MSP (2007)", "Nepal in 2017"),
        ("India in 2014, 2015 and 2016: statements", "India: 3RC (2014)", "India in 2015 and 2016"),
        (
            "Cuba's explanations of vote in 2014 and 2016",
            "Cuba: explanation of vote (2016)",
            "Cuba (explanation of vote",
        ),
    ],
)
def test_a_meeting_or_year_without_a_statement_is_told(engine: Engine, question: str, title: str, none: str) -> None:
    answer = engine.answer(question)
    assert answer.title == title
    assert f"The status documents quote no statement by {none}" in plain(answer)


@pytest.mark.parametrize(
    "question",
    [
        "what did Mongolia say in 2010 and 2011",
        "what did Nepal say between 2007 and 2017",
        "what did Georgia say in 1996 and 2009",  # its letter of 2009 speaks of 1996
        "first statement of India in 2014 and 2017",
        "what did India say at 16MSP?",
    ],
)
def test_nothing_is_said_to_lack_what_is_told(engine: Engine, question: str) -> None:
    answer = engine.answer(question)
    assert answer.outcome == "answered"
    assert "quote no statement" not in plain(answer)
