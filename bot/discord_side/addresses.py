"""Where Discord is: its own addresses, or those that the settings name (a proxy, a test server)."""

from collections.abc import Iterator
from contextlib import contextmanager

import discord
from aiohttp import ClientWebSocketResponse
from discord.http import Route
from yarl import URL


@contextmanager
def rest_base(address: str | None) -> Iterator[None]:
    """Within it, all REST calls of discord.py go to ``address`` (None: Discord's own).

    discord.py has one base address for the whole process.
    """
    before = Route.BASE
    Route.BASE = address or before
    try:
        yield
    finally:
        Route.BASE = before


def use_gateway(client: discord.Client, address: str | None) -> None:
    """Let every websocket of ``client`` go to ``address`` (None: where Discord says), resumed sessions too.

    All connections are made by one method. Discord names the host in two places, at ``GET /gateway/bot`` and, for
    resuming, in the Ready event (https://discord.com/developers/docs/events/gateway#resuming); both are overruled
    here, while the query (version, encoding, compression) is kept.
    """
    if address is None:
        return
    connect = client.http.ws_connect

    async def ws_connect(url: str, *, compress: int = 0) -> ClientWebSocketResponse:
        return await connect(str(URL(address).update_query(URL(url).query)), compress=compress)

    client.http.ws_connect = ws_connect  # type: ignore[method-assign]  # there is no other way in
