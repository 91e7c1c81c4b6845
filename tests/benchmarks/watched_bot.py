"""A bot whose event loop is watched: ``python -m tests.benchmarks.watched_bot treatybot|bare``, for ``discord_load``.

``treatybot`` is the program as it is; ``bare`` is the least that discord.py can do: two commands and their completion,
each answered with a constant. Settings come from the environment for both. When it is stopped, the process writes a
JSON list to standard output: each turn of the event loop that took 2 ms or more, as [when it ended, seconds, seconds
of processor time, what ran], by the clock that all processes of a computer share.
"""

import asyncio
import json
import os
import signal
import sys
import time
from typing import Any, Final

import discord
from discord import app_commands

from bot.discord_side.addresses import rest_base, use_gateway
from bot.discord_side.running import run
from bot.settings import API, GATEWAY, TOKEN, read_settings

CONSTANT: Final = "This is the answer to every question."
_SHORTEST_TOLD: Final = 0.002

Turn = tuple[float, float, float, str]


def watch_event_loop() -> list[Turn]:
    """From now on, measure every turn of any event loop; the list grows as they come."""
    turns: list[Turn] = []
    handles: Any = asyncio.Handle
    original = handles._run

    def watched(handle: Any) -> None:  # noqa: ANN401 - asyncio's own
        began, worked = time.perf_counter(), time.thread_time()
        original(handle)
        took = time.perf_counter() - began
        if took >= _SHORTEST_TOLD:
            turns.append((began + took, took, time.thread_time() - worked, repr(handle)[:300]))

    handles._run = watched
    return turns


async def run_bare() -> None:
    """A bot that answers a constant, until SIGTERM."""
    client = discord.Client(intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True))
    tree = app_commands.CommandTree(client)

    @tree.command(name="ask", description="Ask")
    async def ask(interaction: discord.Interaction, question: str) -> None:  # noqa: ARG001 - a constant is the answer
        await interaction.response.send_message(CONSTANT)

    @tree.command(name="state", description="A State")
    async def state(interaction: discord.Interaction, state: str) -> None:  # noqa: ARG001 - the same
        await interaction.response.send_message(CONSTANT)

    @state.autocomplete("state")
    async def states(_interaction: discord.Interaction, _typed: str) -> list[app_commands.Choice[str]]:
        return [app_commands.Choice(name=CONSTANT, value=CONSTANT)]

    use_gateway(client, os.environ[GATEWAY])
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    with rest_base(os.environ[API]):
        async with client:
            running = asyncio.ensure_future(client.start(os.environ[TOKEN]))
            await stop.wait()
            await client.close()
            await running


def main() -> None:
    """Run the bot that is named, and tell how its event loop fared."""
    turns = watch_event_loop()
    if sys.argv[1] == "bare":
        asyncio.run(run_bare())
    else:
        run(read_settings(os.environ))
    json.dump(turns, sys.stdout)


if __name__ == "__main__":
    main()
