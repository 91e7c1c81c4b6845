"""Commands are told to Discord only when they changed."""

from pathlib import Path

import pytest
from discord import app_commands

from bot.discord_side.client import TreatyBot, create_bot
from bot.settings import Settings
from tests.discord_side.conftest import Listening, Place

pytestmark = pytest.mark.simcord(shard_count=1)


def told(place: Place) -> int:
    return sum(entry.method == "PUT" and entry.path.endswith("/commands") for entry in place.env.http_requests)


@pytest.mark.parametrize("keeps", [True, False])
async def test_commands_that_did_not_change_are_told_once(
    place: Place, engine: Listening, tmp_path: Path, keeps: bool
) -> None:
    database = tmp_path / "treatybot.sqlite3" if keeps else None

    async def started_again() -> TreatyBot:
        bot = create_bot(engine, Settings(), database=database)
        await place.env.restart_bot(bot)
        return bot

    bot = await started_again()
    before = told(place)
    await bot.keeping.end()
    bot = await started_again()
    assert told(place) == before
    await bot.keeping.end()
    bot = create_bot(engine, Settings(), database=database)
    ask = bot.tree.get_command("ask")
    assert isinstance(ask, app_commands.Command)
    ask.description = "Ask something else"
    await place.env.restart_bot(bot)
    assert told(place) == before + 1
    await bot.keeping.end()
