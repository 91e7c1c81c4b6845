import pytest
import simcord

from bot.discord_side.client import TreatyBot, create_bot
from bot.settings import Settings
from tests.discord_side.conftest import INDIA, INDIA_SAYS, Listening, Place, log_of


def test_no_privileged_intent_is_requested(simcord_bot: TreatyBot) -> None:
    intents = simcord_bot.intents
    assert (intents.message_content, intents.members, intents.presences) == (False, False, False)
    assert {name for name, wanted in intents if wanted} == {"guilds", "guild_messages", "dm_messages"}


def test_the_client_pings_nobody_by_default(simcord_bot: TreatyBot) -> None:
    allowed = simcord_bot.allowed_mentions
    assert allowed is not None
    assert (allowed.everyone, allowed.users, allowed.roles, allowed.replied_user) == (False, False, False, False)


@pytest.mark.simcord(shard_count=3)
async def test_any_number_of_shards_answers(place: Place) -> None:
    await place.member.send(place.channel, f"{place.mention} {INDIA}")
    assert INDIA_SAYS in place.texts()[0]


async def test_the_bot_starts_without_its_commands_when_they_cannot_be_synced(
    engine: Listening, caplog: pytest.LogCaptureFixture
) -> None:
    env = simcord.Env(create_bot(engine, Settings()), shard_count=1)
    env.inject_error("PUT", "/applications/*/commands", status=403, code=50001)
    await env.start()
    try:
        adviser = env.create_user("adviser")
        await adviser.send_dm(INDIA)
        assert INDIA_SAYS in adviser.dm_channel.history()[-1].content
        assert 'event="the commands could not be synced" status=403 code=50001 ' in log_of(caplog)
    finally:
        await env.shutdown()
