"""The first response to an interaction: Discord takes exactly one, and only within three seconds.

https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-callback
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Final

import discord

_SECONDS: Final = 2.0
"""for one try, those included that discord.py makes by itself after a status of 500 or 429; a second one is in time"""
_TRIES: Final = 2
_TAKEN_ALREADY: Final = 40060
"""https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes"""

_log = logging.getLogger(__name__)


async def taken(respond: Callable[[], Awaitable[None]]) -> bool:
    """Respond, and once more when Discord does not say in time whether it took the response.

    That gives nobody two answers, since Discord refuses a second one. False when another program with the same token
    was first: then there is nothing left to say. Raises what ``respond`` raises, and ``TimeoutError`` in the end.
    """
    for number in range(1, _TRIES + 1):
        try:
            async with asyncio.timeout(_SECONDS):
                await respond()
        except TimeoutError:
            if number == _TRIES:
                raise
        except discord.HTTPException as error:
            if error.code != _TAKEN_ALREADY:
                raise
            if number == 1:
                _log.warning("another program has answered: does the bot run twice?")
            return number > 1
        else:
            return True
    raise AssertionError("the last try returns or raises")
