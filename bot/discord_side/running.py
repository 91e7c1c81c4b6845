"""``treatybot run``: the bot, connected to Discord until it is stopped."""

import asyncio
import logging
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from platform import python_version
from typing import Final

import aiohttp
import discord

from bot import __version__
from bot.discord_side.addresses import rest_base
from bot.discord_side.client import TreatyBot, create_bot
from bot.discord_side.collecting import collect_when_idle, set_aside
from bot.env_file import ENV_FILE, seen_by_others
from bot.knowledge.loading import default_folder
from bot.log_lines import LogLines, fields, logging_as
from bot.reloading.building import warm
from bot.reloading.serving import Serving
from bot.reloading.watching import watching
from bot.settings import API, GATEWAY, TOKEN, Settings, SettingsError

STOPPED: Final = 0
FAILED: Final = 1
"""Discord refused a connection for good, or an error of the program"""
TOKEN_REJECTED: Final = 3

_TELLABLE: Final = (OSError, aiohttp.ClientError, discord.ConnectionClosed, discord.GatewayNotFound)
"""errors of connections, in whose texts nothing stands that a person wrote"""
_CLOSING: Final = 1.0
"""seconds that the client has to end after it was closed, which may take three"""
_AUTHENTICATION_FAILED = 4004
"""https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes"""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _End:
    code: int
    told: str | None = None
    """one line for people"""


def run(settings: Settings) -> int:
    """Run the bot until Ctrl-C or SIGTERM; returns the exit code.

    Raises ``SettingsError`` without a token and ``KnowledgeError`` when the knowledge does not load.
    """
    if settings.discord_token is None:
        raise SettingsError(f"{TOKEN} is not set: set it to the bot's token")
    serving = Serving.load(settings.knowledge or default_folder())
    lines = LogLines(
        as_json=settings.log_json,
        questions=settings.log_questions,
        secrets=(settings.discord_token,),
        tellable=_TELLABLE,
    )
    with logging_as(lines):
        end = _run(serving, settings, settings.discord_token)
        _log.info("stopped", extra=fields(exit_code=end.code))
    if end.told is not None:
        sys.stderr.write(f"treatybot: {lines.without_secrets(end.told)}\n")
    return end.code


def _run(serving: Serving, settings: Settings, token: str) -> _End:
    versions = fields(version=__version__, python=python_version(), discord_py=discord.__version__)
    _log.info("starting", extra=versions)
    if warning := seen_by_others(ENV_FILE):
        _log.warning("secrets can be read by others", extra=fields(reason=warning))
    # discord.py warns at each start of what it lacks for voice, which this bot does not use.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    try:
        bot = create_bot(serving, settings, database=settings.database)
        _get_ready(bot, serving)
        with (
            rest_base(settings.discord_api),
            watching(serving, on_problems=bot.keeping.refused, on_reloaded=bot.keeping.reloaded),
        ):
            asyncio.run(_connected(bot, token))
    except KeyboardInterrupt:
        return _End(STOPPED)
    except discord.LoginFailure:
        return _rejected()
    except discord.ConnectionClosed as error:
        if error.code == _AUTHENTICATION_FAILED:
            return _rejected()
        return _End(FAILED, f"Discord closed the connection (code {error.code}): see the log above")
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        return _End(
            FAILED,
            f"no connection to Discord ({type(error).__name__}: {error}): check the network, and {API} and {GATEWAY} "
            "when they are set",
        )
    except Exception as error:  # noqa: BLE001 - Python's own traceback would repeat the error's text, whatever it bears
        _log.critical("ended by an error of the program", exc_info=error)
        return _End(FAILED, f"ended by an error of the program ({type(error).__name__}): see the log above")
    return _End(STOPPED)


def _get_ready(bot: TreatyBot, serving: Serving) -> None:
    """Make now what is made when it is first needed."""
    warm(serving.engine)
    bot.service.desk.complete("state", "")
    set_aside()


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
        collecting = asyncio.ensure_future(collect_when_idle(bot.service.under_way))
        await asyncio.wait((running, stopping), return_when=asyncio.FIRST_COMPLETED)
        if not running.done():
            await bot.close()
            await asyncio.wait((running,), timeout=_CLOSING)
            running.cancel()
        stopping.cancel()
        collecting.cancel()
        with suppress(asyncio.CancelledError):
            await running


def _rejected() -> _End:
    return _End(TOKEN_REJECTED, f"Discord rejected the token: copy it once more from the developer portal into {TOKEN}")
