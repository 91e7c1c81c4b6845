import pytest

from bot.discord_side.client import TreatyBot, create_bot
from bot.discord_side.fair_use import FairUse
from bot.settings import Settings
from tests.discord_side.conftest import INDIA, Listening, Place, Seconds, answer_to

pytestmark = pytest.mark.simcord(shard_count=1)

REFUSED = "Many questions came from you within a minute. Please ask again in 60 seconds: nothing is lost."


@pytest.fixture
def simcord_bot(engine: Listening, clock: Seconds) -> TreatyBot:
    return create_bot(engine, Settings(person_limit=3, server_limit=5), clock=clock)


async def test_a_burst_of_commands_gets_one_polite_private_line_and_a_minute_later_answers(place: Place) -> None:
    for _ in range(3):
        assert not (await place.member.slash(place.channel, "vote", state="india")).ephemeral
    result = await place.member.slash(place.channel, "vote", state="india")
    assert result.ephemeral
    assert answer_to(result).content == REFUSED
    await place.env.advance_time(60)
    assert not (await place.member.slash(place.channel, "vote", state="india")).ephemeral


async def test_a_burst_of_messages_is_told_once_in_private(place: Place) -> None:
    for _ in range(7):
        await place.member.send(place.channel, f"{place.mention} {INDIA}")
    assert len(place.texts()) == 3
    assert [message.content for message in place.member.user.dm_channel.history()] == [REFUSED]


async def test_buttons_count_and_completions_do_not(place: Place) -> None:
    message = answer_to(await place.member.slash(place.channel, "vote", state="india")).message
    for _ in range(2):
        await place.member.click(message, label="Sources")
    for _ in range(9):
        assert await place.member.autocomplete(place.channel, "vote", "state", "ind")
    result = await place.member.click(message, label="Sources")
    assert answer_to(result).content == REFUSED


async def test_a_server_has_a_limit_of_its_own(place: Place) -> None:
    people = [place.guild.add_member(place.env.create_user(f"volunteer{number}")) for number in range(6)]
    results = [await person.slash(place.channel, "vote", state="india") for person in people]
    assert [result.ephemeral for result in results] == [False] * 5 + [True]
    assert answer_to(results[5]).content.startswith("Many questions came from this server within a minute.")
    assert not (await people[5].user.slash("vote", state="india")).ephemeral


def test_who_was_quiet_is_forgotten() -> None:
    now = 0.0
    fair_use = FairUse(1, 1, lambda: now)
    for person in range(10_001):
        assert fair_use.refusal(person, None) is None
    assert fair_use.refusal(5, None) is not None
    now = 60.0
    assert fair_use.refusal(5, None) is None
    assert len(fair_use._asked) < 10
