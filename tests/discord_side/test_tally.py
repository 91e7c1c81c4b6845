"""What ``/review status`` and the log tell of the work done: numbers, and no question."""

import logging

import pytest

from bot.answering.answer import Outcome
from bot.discord_side.client import TreatyBot
from bot.discord_side.tally import WINDOW, Tally, duration
from tests.discord_side.conftest import INDIA, Place, Seconds, answer_to, log_of
from tests.discord_side.test_buttons import menus
from tests.discord_side.test_review import maintainer

KEEPS = True
pytestmark = pytest.mark.simcord(shard_count=1)


class Ticking:
    """A clock that a test moves."""

    now = 1_000.0

    def __call__(self) -> float:
        return self.now


def asked(tally: Tally, clock: Ticking, outcome: Outcome, took: float) -> None:
    began = clock.now
    clock.now += took
    assert tally.count(outcome, began) == pytest.approx(took)


def test_nothing_asked_yet() -> None:
    clock = Ticking()
    tally = Tally(clock)
    clock.now += 125
    assert tally.lines() == (
        "Up 2 min; questions since the start: 0 (0 answered, 0 no record, 0 ambiguous, 0 declined)",
    )


def test_outcomes_are_counted_and_times_are_of_the_last_questions_only() -> None:
    clock = Ticking()
    tally = Tally(clock)
    for _ in range(WINDOW):
        asked(tally, clock, "answered", 9.0)
    for number in range(1, WINDOW + 1):
        asked(tally, clock, "no_record" if number % 2 else "declined", number / 1000)
    assert tally.lines()[0].endswith("start: 2,000 (1,000 answered, 500 no record, 0 ambiguous, 500 declined)")
    assert tally.lines()[1] == (
        "From a question's arrival until Discord took the answer, last 1,000 questions: median 500 ms, "
        "99 of 100 within 990 ms"
    )


def test_one_question_is_its_own_median() -> None:
    clock = Ticking()
    tally = Tally(clock)
    asked(tally, clock, "ambiguous", 1.2)
    assert tally.lines()[1].endswith("last 1 questions: median 1,200 ms, 99 of 100 within 1,200 ms")


def test_a_question_of_which_nobody_knows_when_it_came_is_counted_all_the_same() -> None:
    tally = Tally(Ticking())
    assert tally.count("answered", None) is None
    assert len(tally.lines()) == 1
    assert "1 answered" in tally.lines()[0]


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (59.9, "0 min"),
        (3_600, "1 h 0 min"),
        (86_399, "23 h 59 min"),
        (86_400, "1 day 0 h"),
        (3 * 86_400 + 7_300, "3 days 2 h"),
    ],
)
def test_durations(seconds: float, told: str) -> None:
    assert duration(seconds) == told


async def test_status_tells_uptime_questions_and_times_and_no_question(
    place: Place, simcord_bot: TreatyBot, clock: Seconds, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "bot")
    simcord_bot.service.tally = Tally(clock)  # the fixture's clock stood still until now
    await maintainer(place, simcord_bot)
    result = await place.member.slash(place.channel, "ask", question=INDIA)
    await place.member.send(place.channel, f"{place.mention} what did Finland say at 16MSP?")
    await place.member.send(place.channel, f"{place.mention} hi")
    message = answer_to(result).message
    await place.member.click(message, label="Sources")
    (menu,) = menus(message)
    await place.member.select(message, [menu.options[0].value], custom_id=menu.custom_id)
    await place.env.advance_time(7_500)
    await place.member.slash(place.channel, "vote", state="india")
    shown = answer_to(await place.member.slash(place.channel, "review status")).content
    assert "- Up 2 h 5 min; questions since the start: 4 (3 answered, 1 no record, 0 ambiguous, 0 declined)\n" in shown
    assert "last 4 questions: median 0 ms, 99 of 100 within 0 ms\n" in shown
    assert "16MSP" not in shown
    logged = [line for line in log_of(caplog).splitlines() if 'event="a question"' in line]
    assert len(logged) == 4
    assert " outcome=answered intent=statement took_ms=0.0 logger=" in logged[0]
    assert "16MSP" not in log_of(caplog)
