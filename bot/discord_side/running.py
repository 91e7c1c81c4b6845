"""``treatybot run``: the bot, connected to Discord until it is stopped."""

import asyncio
import logging
import signal
import sys
from contextlib import suppress
from typing import Final

import aiohttp
import discord

from bot.discord_side.addresses import rest_base
from bot.discord_side.client import TreatyBot, create_bot
from bot.knowledge.loading import default_folder
from bot.reloading.serving import Serving
from bot.reloading.watching import watching
from bot.settings import API, GATEWAY, TOKEN, Settings, SettingsError

STOPPED: Final = 0
NO_CONNECTION: Final = 1
TOKEN_REJECTED: Final = 3

_CLOSING: Final = 4.0
"""seconds that the client has to end after it was closed"""
_AUTHENTICATION_FAILED = 4004
"""https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes"""


def run(settings: Settings) -> int:
    """Run the bot until Ctrl-C or SIGTERM; returns the exit code.

    Raises ``SettingsError`` without a token and ``KnowledgeError`` when the knowledge does not load.
    """
    if settings.discord_token is None:
        raise SettingsError(f"{TOKEN} is not set: set it to the bot's token")
    serving = Serving.load(settings.knowledge or default_folder())
    # INFO: at DEBUG, discord.py logs what people write.
    discord.utils.setup_logging(level=logging.INFO)
    try:
        bot = create_bot(serving, settings, database=settings.database)
        with (
            rest_base(settings.discord_api),
            watching(serving, on_problems=bot.keeping.refused, on_reloaded=bot.keeping.reloaded),
        ):
            asyncio.run(_connected(bot, settings.discord_token))
    except KeyboardInterrupt:
        return STOPPED
    except discord.LoginFailure:
        return _rejected()
    except discord.ConnectionClosed as error:
        if error.code == _AUTHENTICATION_FAILED:
            return _rejected()
        return _fail(f"Discord closed the connection (code {error.code}): see the log above", NO_CONNECTION)
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        return _fail(
            f"no connection to Discord ({type(error).__name__}: {error}): check the network, and {API} and {GATEWAY} "
            "when they are set",
            NO_CONNECTION,
        )
    return STOPPED


async def _connected(bot: TreatyBot, token: str) -> None:
    """Run until the connection ends by itself or a signal asks to stop.

    A signal sets an event instead of cancelling: a cancellation that arrives while the client is
    connecting can be swallowed inside it (seen with Python 3.11), and the bot would not stop.
    """
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: Ctrl-C raises KeyboardInterrupt there
            loop.add_signal_handler(number, stop.set)
    async with bot:
        running = asyncio.ensure_future(bot.start(token))
        stopping = asyncio.ensure_future(stop.wait())
        await asyncio.wait((running, stopping), return_when=asyncio.FIRST_COMPLETED)
        if not running.done():
            await bot.close()
            await asyncio.wait((running,), timeout=_CLOSING)
            running.cancel()
        stopping.cancel()
        with suppress(asyncio.CancelledError):
            await running


def _rejected() -> int:
    return _fail(
        f"Discord rejected the token: copy it once more from the developer portal into {TOKEN}", TOKEN_REJECTED
    )


def _fail(message: str, code: int) -> int:
    sys.stderr.write(f"treatybot: {message}\n")
    return code
