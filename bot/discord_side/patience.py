"""Patience: when Discord cannot be reached, the bot says so once, tries again after growing pauses, and goes on."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import aiohttp
import discord

from bot.log_lines import fields
from bot.settings import API, GATEWAY

_LONGEST: Final = 120.0

_log = logging.getLogger(__name__)

T = TypeVar("T")

Pauses = Callable[[int], float]
"""seconds to wait after so many failed tries and one more"""


def growing(failed: int) -> float:
    """1, 2, 4, 8 seconds and so on, two minutes at most."""
    return min(2.0 ** min(failed, 10), _LONGEST)


class Patience:
    """One for a bot."""

    def __init__(self, pauses: Pauses = growing) -> None:
        self._pauses = pauses
        self._failed = 0
        """tries in a row"""
        self._enough = asyncio.Event()

    async def until_done(self, attempt: Callable[[], Awaitable[T]]) -> T:
        """What ``attempt`` returns, once Discord can be reached; other errors are raised at once."""
        while True:
            try:
                done = await attempt()
            except Exception as error:  # whichever it is, `_may_pass` judges it
                if self._enough.is_set() or not _may_pass(error):
                    raise
                await self._wait(error)
            else:
                if self._failed:
                    _log.info("Discord is reached again", extra=fields(tries=self._failed + 1))
                self._failed = 0
                return done

    def end(self) -> None:
        """Wait no more: the bot is stopping, and whoever waits is cancelled."""
        self._enough.set()

    async def _wait(self, error: Exception) -> None:
        if not self._failed:
            told = f"check the network, and {API} and {GATEWAY} when they are set; the bot goes on trying"
            _log.warning("Discord cannot be reached", extra=fields(error=_told(error), advice=told))
        pause = self._pauses(self._failed)
        self._failed += 1
        try:
            await asyncio.wait_for(self._enough.wait(), pause)
        except TimeoutError:
            return
        raise asyncio.CancelledError("the bot is stopping") from error


def _may_pass(error: Exception) -> bool:
    """Whether it may be otherwise in a while: no connection, or Discord has troubles of its own."""
    if isinstance(error, discord.GatewayNotFound):
        return isinstance(error.__cause__, discord.DiscordServerError)
    return isinstance(error, OSError | aiohttp.ClientError | discord.DiscordServerError)


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if isinstance(error, OSError) else type(error).__name__
