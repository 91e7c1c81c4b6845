"""Lists that leave out a State are told whole, with a word on that State."""

import pytest

from bot.answering.engine import Engine
from bot.rendering.plain import plain


@pytest.mark.parametrize(
    ("question", "intent", "told"),
    [
        ("who abstained besides India", "vote-list", "Without India, which stands in the list, it has 15."),
        (
            "which other States abstained apart from India and Pakistan?",
            "vote-list",
            "Without India and Pakistan, which stand in the list, it has 14.",
        ),
        ("who voted in favour except for the US", "vote-list", "United States of America is not in the list."),
        (
            "who attended 16MSP besides Cuba and China",
            "attendees",
            "Cuba is not in the list. Without China, which stands in the list, it has 12.",
        ),
        (
            "who was not at 16MSP besides South Korea",
            "absentees",
            "Without Republic of Korea, which stands in the list",
        ),
    ],
)
def test_the_list_is_told_with_those_left_out(engine: Engine, question: str, intent: str, told: str) -> None:
    answer = engine.answer(question)
    assert (answer.outcome, answer.reading.intent) == ("answered", intent)
    assert told in plain(answer)
    assert answer.reading.question == question


@pytest.mark.parametrize(
    "question",
    [
        "who abstained besides India in 2016",
        "who besides Russia explained its vote",
        "who spoke at 16MSP besides India",
        "which States besides India voted as Cuba did",
        "who attended 3RC except India",  # two lists: one of each document
        "besides Morocco, who sent voluntary Article 7 reports?",  # two rows of one State
        "who replied to the President besides the US",  # rows are sentences, in which it has another name
        "everyone except India",
    ],
)
def test_what_is_no_single_list_is_not_told(engine: Engine, question: str) -> None:
    assert engine.answer(question).outcome == "no_record"
