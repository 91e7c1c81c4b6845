"""One State, then another in the same message."""

import pytest

from bot.answering.engine import Engine
from bot.rendering.plain import plain


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("I know India abstained. What about Nepal?", "Nepal: abstained (2017 First Committee)"),
        ("India abstained, right? And what about Georgia?", "Georgia: voted in favour (2017 First Committee)"),
        ("Pakistan attended 16MSP. What about Nepal?", "Nepal at 16MSP (2017): attendance"),
        ("what does India say about Pakistan", "India about Pakistan: nothing on record"),
    ],
)
def test_the_second_state_is_told_of_when_the_first_is_only_told(engine: Engine, question: str, title: str) -> None:
    assert engine.answer(question).title == title


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("how did India vote, and what about Nepal?", ["India abstained", "Nepal abstained"]),
        ("what did India say at 16MSP? what about Pakistan?", ["India at 16MSP", "Pakistan at 16MSP"]),
        ("is Cuba a party? what about Haiti?", ["Cuba: State not party", "Haiti: State Party"]),
    ],
)
def test_both_are_told_of_when_both_are_asked(engine: Engine, question: str, told: list[str]) -> None:
    text = plain(engine.answer(question))
    assert all(words in text for words in told)
