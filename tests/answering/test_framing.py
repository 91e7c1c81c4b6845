"""Words around a question that ask nothing."""

import pytest

from bot.answering.choice.framing import unframed
from tests.question_files import engine


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("Hi! what does the treaty ban", "what does the treaty ban"),
        ("My teacher said that some countries leave. Which ones?", "some countries leave. Which ones?"),
        ("someone in our channel claims north korea came. true?", "north korea came"),
        ("What is the Landmine Monitor, in plain words?", "What is the Landmine Monitor"),
        ("As a newcomer to this file, may I ask how many times it met?", "how many times it met?"),
        ("for a seminar paper I need to know since what year it is so. Thank you!", "since what year it is so"),
        ("mongolia - stockpile, number pls", "mongolia - stockpile, number"),
    ],
)
def test_what_asks_nothing_is_left_out(question: str, left: str) -> None:
    assert unframed(question) == left


@pytest.mark.parametrize(
    "question",
    [
        "which States are not party?",
        "how many countries have joined",
        "what did India say in 16MSP?",
        "please",
        "",
        "hi",
    ],
)
def test_a_question_without_such_words_stays(question: str) -> None:
    assert unframed(question) == question


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        (
            "My teacher said some countries want to leave the landmine treaty. Which ones?",
            "count-countries-withdrawing",
        ),
        ("Our working group wonders whether rebel groups can become parties", "faq:non-state-armed-groups"),
        ("someone in our channel claims north korea goes to the meetings every year. true?", "attendance"),
    ],
)
def test_what_is_left_is_answered(question: str, intent: str) -> None:
    answer = engine().answer(question)
    assert (answer.outcome, answer.reading.intent, answer.reading.question) == ("answered", intent, question)


@pytest.mark.parametrize("question", ["hi how r u", "good morning from kathmandu :)", "hello everyone, thanks a lot"])
def test_a_greeting_stays_a_greeting(question: str) -> None:
    assert engine().answer(question).outcome != "answered"
