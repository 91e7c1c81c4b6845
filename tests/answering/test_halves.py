"""Two questions in one: a fact of a State is told with what else is asked, or alone when that cannot be told."""

import pytest

from bot.answering.engine import Engine
from bot.rendering.plain import plain


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("is Morocco a party and does it have mines?", ["Morocco: State not party", "Article 7"]),
        ("did Mongolia vote yes, and does it have a stockpile?", ["Mongolia: voted in favour", "380"]),
        ("did Morocco attend 16MSP and did it send a report?", ["ticks 16MSP", "Morocco: voluntary Article 7 reports"]),
        ("did Lebanon attend 16MSP and did it reply to the President?", ["ticks 16MSP", "31 October 2017"]),
    ],
)
def test_both_halves_are_told(engine: Engine, question: str, told: list[str]) -> None:
    answer = engine.answer(question)
    assert answer.outcome == "answered"
    assert all(words in plain(answer) for words in told)
    assert answer.reading.question == question


@pytest.mark.parametrize("question", ["did India abstain and did it abstain?", "how did India and Pakistan vote"])
def test_one_question_is_not_told_twice(engine: Engine, question: str) -> None:
    assert " and India: abstained" not in engine.answer(question).title


def test_a_state_may_be_one_of_those_met_without_a_name(engine: Engine) -> None:
    told = plain(engine.answer("did the President meet India in 2017?"))
    assert "bilateral meetings with 15 States not party" in told
    assert "15 States not party" not in plain(engine.answer("did the President meet India in 2018?"))
