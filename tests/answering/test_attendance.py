"""What the column of last participation tells of a meeting, and what it cannot tell."""

import pytest

from bot.answering.engine import Engine
from bot.rendering.plain import plain

NEVER = 'No: the 2018 status document says "Has never participated"'


@pytest.mark.parametrize(
    "question",
    [
        "did Iran come to the 5MSP?",
        "was Iran at 12MSP?",
        "did Uzbekistan attend 3MSP?",  # bears no date, but 5MSP after it does
        "did Uzbekistan attend the Second Review Conference?",
        "did Uzbekistan attend the June 2008 Standing Committee?",
    ],
)
def test_who_never_took_part_was_at_no_earlier_meeting(engine: Engine, question: str) -> None:
    answer = engine.answer(question)
    assert answer.outcome == "answered"
    assert NEVER in plain(answer)


@pytest.mark.parametrize(
    "question",
    [
        "was Iran at 17MSP?",  # in November 2018, after the document
        "Republic of Korea at 18MSP?",
        "did Uzbekistan attend 20MSP?",
        "did Iran attend the Fourth Review Conference?",
        "was Iran at the Signing Conference?",  # neither a Meeting of the States Parties nor a Review Conference
    ],
)
def test_who_never_took_part_may_have_come_later_or_to_another_kind_of_meeting(engine: Engine, question: str) -> None:
    answer = engine.answer(question)
    assert answer.outcome == "no_record"
    assert NEVER not in plain(answer)
    assert '"Has never participated"' in plain(answer)
