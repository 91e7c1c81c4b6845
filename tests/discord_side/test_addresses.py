import asyncio

import pytest
from discord.http import Route

from bot.discord_side.addresses import rest_base
from bot.discord_side.client import create_bot
from bot.settings import Settings
from tests.discord_side.conftest import Listening
from tests.discord_side.loopback import TOKEN, Loopback, serve


@pytest.mark.parametrize("shards_known", [True, False])
async def test_rest_first_connection_and_resume_all_go_where_the_settings_say(
    engine: Listening, shards_known: bool
) -> None:
    async with serve(Loopback(knows_shards=shards_known)) as server:
        with rest_base(server.api):
            async with create_bot(engine, Settings(discord_gateway=f"{server.gateway}?key=value")) as bot:
                running = asyncio.ensure_future(bot.start(TOKEN))
                await asyncio.wait_for(server.resumed.wait(), timeout=10)
                running.cancel()
                await asyncio.wait([running])
    assert "GET /proxy/v10/users/@me" in server.calls
    assert "PUT /proxy/v10/applications/1/commands" in server.calls
    assert [query["key"] for query in server.queries] == ["value", "value"]
    assert [query["v"] for query in server.queries] == ["10", "10"]


def test_the_rest_base_is_put_back() -> None:
    before = Route.BASE
    with rest_base("http://127.0.0.1:1/api"):
        assert Route("GET", "/users/@me").url == "http://127.0.0.1:1/api/users/@me"
    assert before == Route.BASE


def test_no_address_means_discords_own() -> None:
    with rest_base(None):
        assert Route.BASE == "https://discord.com/api/v10"
