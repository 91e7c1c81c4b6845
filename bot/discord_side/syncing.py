"""Telling Discord the commands, only when they changed: Discord limits how often that may be done.

https://discord.com/developers/docs/interactions/application-commands#registering-a-command
"""

import hashlib
import json
import logging
from typing import Any, Final

import discord
from discord import app_commands

from bot.log_lines import fields
from bot.store.records import StoreError
from bot.store.store import Store

_KEY: Final = "commands:"
_EMPTY: Final[tuple[Any, ...]] = (None, False, [], {}, "")
_log = logging.getLogger(__name__)


async def sync_if_changed(tree: app_commands.CommandTree[Any], store: Store | None) -> bool:
    """Tell Discord the commands unless it has them; returns whether it was told. Raises ``HTTPException``.

    With a store, what was told last is remembered; without one, Discord is asked.
    """
    payload = [command.to_dict(tree) for command in tree.get_commands()]
    key = f"{_KEY}{tree.client.application_id}"
    mark = hashlib.sha256(json.dumps(payload, sort_keys=True).encode()).hexdigest()
    if store is None:
        if await _are_there(tree, payload):
            return False
    elif await _remembered(store, key) == mark:
        return False
    await tree.sync()
    if store is not None:
        await _remember(store, key, mark)
    return True


async def _are_there(tree: app_commands.CommandTree[Any], payload: list[Any]) -> bool:
    if tree.client.application_id is None:
        return False
    there = await tree.client.http.get_global_commands(tree.client.application_id)
    by_name = {(command["name"], command.get("type", 1)): command for command in there}
    return len(by_name) == len(payload) and all(
        _same(command, by_name.get((command["name"], command.get("type", 1)))) for command in payload
    )


def _same(ours: Any, theirs: Any) -> bool:  # noqa: ANN401 - JSON
    """Whether Discord's form says the same; it adds fields of its own, and leaves out what is empty."""
    if isinstance(ours, dict):
        return isinstance(theirs, dict) and all(_same(value, theirs.get(name)) for name, value in ours.items())
    if isinstance(ours, list):
        others = theirs or []
        return len(ours) == len(others) and all(map(_same, ours, others))
    return bool(ours == theirs) or (ours in _EMPTY and theirs in _EMPTY)


async def _remembered(store: Store, key: str) -> str | None:
    try:
        return await store.value(key)
    except StoreError as error:
        _log.warning("whether the commands changed is not known", extra=fields(reason=str(error)))
        return None


async def _remember(store: Store, key: str, mark: str) -> None:
    try:
        await store.set_values({key: mark})
    except StoreError as error:
        _log.warning("the commands are told again at the next start", extra=fields(reason=str(error)))


def log_refused(error: discord.HTTPException) -> None:
    """The bot goes on without: mentions and direct messages need no commands."""
    _log.warning("the commands could not be synced", extra=fields(status=error.status, code=error.code))
