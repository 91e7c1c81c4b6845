"""Errors in a handler: one line for the person, one record for the log, joined by an id.

What a person asked stays out of the log, so no exception text is logged: it might repeat the question.
"""

import logging
import secrets
from typing import Final

import aiohttp
import discord

from bot.log_lines import fields, trace_of

UNTELLABLE: Final = (discord.HTTPException, aiohttp.ClientError, OSError)
"""errors with which Discord does not take what a person is to be told"""

_log = logging.getLogger(__name__)


def note_error(where: str, error: BaseException) -> str:
    """Log ``error``, which happened in ``where`` (a command or event); returns the line for the person."""
    error_id = secrets.token_hex(4)
    bears = fields(id=error_id, where=where, error=kind_of(error), trace=trace_of(error))
    _log.error("something went wrong", extra=bears)
    return (
        f"Something went wrong here (error {error_id}). Please ask again; "
        f"if it happens again, give the maintainers that number."
    )


def note_untold(error: BaseException) -> None:
    """Log that the person could not be told either."""
    _log.warning("the person could not be told of it", extra=fields(error=kind_of(error)))


def kind_of(error: BaseException) -> str:
    """What is logged of an error: its name, and Discord's status and code."""
    if isinstance(error, discord.HTTPException):
        return f"{type(error).__name__}, status {error.status}, Discord's code {error.code}"
    return type(error).__name__
