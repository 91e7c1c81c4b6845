"""How the client connects: patiently, over not too many connections, and leaving all others their turn."""

import asyncio
import time
from typing import Any, Final

import aiohttp
import discord

from bot.discord_side.patience import Patience

CONNECTIONS: Final = 100
"""to one host at once: each costs memory and, with Discord, an encrypted handshake; more calls than that wait"""
_LONGEST_TURN: Final = 0.002
"""seconds for which one websocket hands on events; then those who were asked something answer"""


def few_connections() -> aiohttp.TCPConnector:
    """For a client's REST calls and websockets; to be made in the event loop."""
    return aiohttp.TCPConnector(limit=0, limit_per_host=CONNECTIONS)


def connect_patiently(client: discord.Client, patience: Patience) -> None:
    """Let ``client`` make its websockets so, new and resumed ones."""
    connect = client.http.ws_connect

    async def ws_connect(url: str, *, compress: int = 0) -> aiohttp.ClientWebSocketResponse:
        socket = await patience.until_done(lambda: connect(url, compress=compress))
        _take_turns(socket)
        return socket

    client.http.ws_connect = ws_connect  # type: ignore[method-assign]  # there is no other way in


def _take_turns(socket: Any) -> None:  # noqa: ANN401 - a method of it is replaced
    """Let a burst of events be handed on in several turns of the event loop.

    discord.py reads all that has arrived in one: at a thousand questions at once, nobody would be answered for 100 ms.
    """
    receive, began = socket.receive, time.monotonic()

    async def receive_in_turn(timeout: float | None = None) -> aiohttp.WSMessage:  # noqa: ASYNC109 - aiohttp's own
        nonlocal began
        if time.monotonic() - began > _LONGEST_TURN:
            await asyncio.sleep(0)
            began = time.monotonic()
        message: aiohttp.WSMessage = await receive(timeout=timeout)
        return message

    socket.receive = receive_in_turn
