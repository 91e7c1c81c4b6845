"""Errors in a handler: one line for the person, one record for the log, joined by an id.

What a person asked stays out of the log, so no exception text is logged: it might repeat the question.
"""

import logging
import secrets
import traceback

import discord

_log = logging.getLogger(__name__)


def note_error(where: str, error: BaseException) -> str:
    """Log ``error``, which happened in ``where`` (a command or event); returns the line for the person."""
    error_id = secrets.token_hex(4)
    frames = "".join(traceback.format_tb(error.__traceback__))
    _log.error("error %s in %s: %s\n%s", error_id, where, _kind(error), frames.rstrip())
    return (
        f"Something went wrong here (error {error_id}). Please ask again; "
        f"if it happens again, give the maintainers that number."
    )


def note_untold(error: BaseException) -> None:
    """Log that the person could not be told either."""
    _log.warning("the person could not be told of it: %s", _kind(error))


def _kind(error: BaseException) -> str:
    if isinstance(error, discord.HTTPException):
        return f"{type(error).__name__}, status {error.status}, Discord's code {error.code}"
    return type(error).__name__
