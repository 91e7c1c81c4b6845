"""The bot between two ends of a wire: interactions go in as Discord sends them, what it would send is kept.

The client, discord.py's parsing and the commands' tree are the real ones; only what would open a connection is not
there. So a case takes about a millisecond, and what is checked is what Discord would get.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Final

import discord
from discord.http import Route
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

from bot.discord_side.client import TreatyBot, create_bot
from bot.discord_side.desk import Answering
from bot.settings import Settings

BOT: Final = 1
OWNER, OTHER, MAINTAINER, MANAGER = 7, 8, 9, 10
GUILD, CHANNEL, DIRECT, ROLE = 60, 70, 71, 90
EPHEMERAL: Final = 64
"""https://discord.com/developers/docs/resources/message#message-object-message-flags"""
COMMAND, COMPONENT, COMPLETION, FORM = 2, 3, 4, 5
"""https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type"""
MESSAGE, DEFER, UPDATE, CHOICES, MODAL = 4, 5, 7, 8, 9
"""https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type"""
_MANAGE: Final = str(discord.Permissions(manage_guild=True).value)
_NOBODY: Final[dict[str, object]] = {"parse": []}
_NUMBERS: Final = count(1_000)


@dataclass(frozen=True, slots=True)
class Sent:
    """One request of the bot."""

    path: str
    body: dict[str, Any]
    files: tuple[str, ...] = ()
    """their content"""

    @property
    def kind(self) -> int:
        """Of a first response; a message of its own is a message."""
        return int(self.body.get("type", MESSAGE)) if "data" in self.body or "type" in self.body else MESSAGE

    @property
    def message(self) -> dict[str, Any]:
        data: dict[str, Any] = self.body.get("data", {}) if self.path.endswith("/callback") else self.body
        return data

    @property
    def content(self) -> str:
        return str(self.message.get("content") or "")

    @property
    def is_private(self) -> bool:
        """Whether only the person sees it."""
        return bool(self.message.get("flags", 0) & EPHEMERAL)

    @property
    def mentions_nobody(self) -> bool:
        allowed = self.message.get("allowed_mentions", {})
        return allowed.get("parse") == _NOBODY["parse"] and not any(allowed.get(name) for name in ("users", "roles"))


@dataclass
class Wire:
    """The bot, what it sent, and what it logged as an error."""

    bot: TreatyBot
    sent: list[Sent] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    handler: logging.Handler = field(default_factory=logging.NullHandler)

    async def interaction(self, data: dict[str, Any]) -> tuple[Sent, ...]:
        """All that the bot sends for an interaction."""
        return await self._event(lambda: self.bot._connection.parse_interaction_create(data))  # type: ignore[arg-type]  # JSON

    async def message(self, data: dict[str, Any]) -> tuple[Sent, ...]:
        """All that the bot sends for a message."""
        return await self._event(lambda: self.bot._connection.parse_message_create(data))  # type: ignore[arg-type]  # JSON

    async def _event(self, begin: Callable[[], None]) -> tuple[Sent, ...]:
        async_context.set(_Adapter(self))
        before = asyncio.all_tasks()
        begin()
        while tasks := {task for task in asyncio.all_tasks() - before if not _is_open_form(task)}:
            for result in await asyncio.gather(*tasks, return_exceptions=True):
                if isinstance(result, BaseException):
                    self.errors.append(f"{type(result).__name__}: {result}")
        sent, self.sent = tuple(self.sent), []
        return sent

    def taken_errors(self) -> list[str]:
        """What was logged as an error since the last time."""
        found, self.errors = self.errors, []
        return found


def _is_open_form(task: "asyncio.Task[Any]") -> bool:
    """Whether a task only waits until a form is too old; it is ended, for nobody will send that form."""
    waits = "timeout_task" in getattr(task.get_coro(), "__qualname__", "")
    if waits:
        task.cancel()
    return waits


class _Adapter(AsyncWebhookAdapter):
    """Keeps what would be sent."""

    def __init__(self, wire: Wire) -> None:
        # Its own beginning makes locks for requests, and there are none.
        self._wire = wire

    async def request(self, route: Route, session: object, **given: Any) -> Any:  # noqa: ANN401, ARG002 - as it is there
        self._wire.sent.append(_sent(route, given.get("payload"), given.get("multipart"), given.get("files")))
        if route.path.endswith("/callback"):
            return {"interaction": {"id": "1", "type": 2, "response_message_id": None}}
        return _message_back(self._wire.sent[-1].body)


def _sent(route: Route, payload: Any, multipart: Any, files: Sequence[discord.File] | None) -> Sent:  # noqa: ANN401 - as it came
    if multipart:
        payload = json.loads(next(part["value"] for part in multipart if part["name"] == "payload_json"))
    contents = tuple(file.fp.read().decode("utf-8") for file in files or ())
    return Sent(route.path, json.loads(json.dumps(payload)), contents)


def _message_back(body: dict[str, Any]) -> dict[str, Any]:
    return message_data(body.get("content") or "", str(BOT), body.get("components", []))


class _Errors(logging.Handler):
    """What the bot or discord.py logs as an error is one: a person was told that something went wrong."""

    def __init__(self, wire: Wire) -> None:
        super().__init__(logging.ERROR)
        self._wire = wire

    def emit(self, record: logging.LogRecord) -> None:
        told = getattr(record, "fields", {})
        error = record.exc_info[1] if record.exc_info else None
        self._wire.errors.append(f"{record.getMessage()} {told or ''} {error!r}"[:600])


async def wired(engine: Answering, database: Path | None = None) -> Wire:
    """A bot that is ready; with a database it keeps what people create there. End it with :func:`unwired`."""
    ticks = count()
    settings = Settings(person_limit=100_000, server_limit=100_000)
    bot = create_bot(engine, settings, clock=lambda: float(next(ticks)), database=database)
    wire = Wire(bot)
    bot.loop = asyncio.get_running_loop()
    bot.http.loop = bot._connection.loop = bot.loop
    bot._connection.user = discord.ClientUser(state=bot._connection, data=user_data(BOT, is_bot=True))  # type: ignore[arg-type]  # JSON
    bot._connection.shard_count = 1
    bot._connection.application_id = BOT
    bot._connection.parse_guild_create(_GUILD | {"unavailable": False})

    async def request(route: Route, **given: Any) -> Any:  # noqa: ANN401 - discord.py hands on many more
        wire.sent.append(_sent(route, given.get("json"), given.get("form"), given.get("files")))
        if route.path.endswith("/channels"):
            return {"id": str(DIRECT), "type": 1, "recipients": [user_data(OWNER)]}
        return _message_back(wire.sent[-1].body)

    bot.http.request = request  # type: ignore[method-assign]  # nothing goes out
    handler = _Errors(wire)
    for name in ("bot", "discord", "asyncio"):
        logging.getLogger(name).addHandler(handler)
    wire.handler = handler
    await bot.keeping.begin()
    return wire


async def unwired(wire: Wire) -> None:
    """Let go of the database and the log."""
    for name in ("bot", "discord", "asyncio"):
        logging.getLogger(name).removeHandler(wire.handler)
    await wire.bot.keeping.end()


# what Discord sends ------------------------------------------------------------------------


def user_data(identifier: int, *, is_bot: bool = False) -> dict[str, Any]:
    """A person, or the bot."""
    name = "Treatybot" if is_bot else f"person{identifier}"
    return {"id": str(identifier), "username": name, "discriminator": "0", "avatar": None, "bot": is_bot}


_JOINED: Final = "2026-01-01T00:00:00+00:00"


def member_data() -> dict[str, Any]:
    """What makes a person a member of the server."""
    return {"roles": [], "joined_at": _JOINED, "deaf": False, "mute": False, "flags": 0, "nick": None}


def role_data(identifier: int, name: str) -> dict[str, Any]:
    """A role of the server."""
    plain = {"color": 0, "hoist": False, "position": 0, "managed": False, "mentionable": True, "flags": 0}
    return {**plain, "id": str(identifier), "name": name, "permissions": "3072", "colors": {"primary_color": 0}}


_GUILD: Final[dict[str, Any]] = {
    "id": str(GUILD),
    "name": "a server",
    "owner_id": str(MANAGER),
    "roles": [role_data(GUILD, "@everyone"), role_data(ROLE, "maintainers")],
    "channels": [{"id": str(CHANNEL), "type": 0, "name": "questions", "position": 0, "permission_overwrites": []}],
    "members": [{**member_data(), "user": user_data(BOT, is_bot=True)}],
    "member_count": 5,
    "emojis": [],
    "features": [],
    "stickers": [],
    "threads": [],
    "verification_level": 0,
    "default_message_notifications": 0,
    "explicit_content_filter": 0,
    "mfa_level": 0,
    "nsfw_level": 0,
    "system_channel_flags": 0,
    "premium_tier": 0,
    "preferred_locale": "en-US",
    "premium_progress_bar_enabled": False,
    "afk_timeout": 60,
}


def interaction_data(kind: int, person: int, data: dict[str, Any], *, in_server: bool = True) -> dict[str, Any]:
    """An interaction; ``data`` is what differs by its kind.

    https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
    """
    number = str(next(_NUMBERS))
    found: dict[str, Any] = {
        "id": number,
        "application_id": str(BOT),
        "type": kind,
        "token": f"token{number}",
        "version": 1,
        "app_permissions": "0",
        "locale": "en-GB",
        "entitlements": [],
        "attachment_size_limit": 10_485_760,
        "authorizing_integration_owners": {"0": str(GUILD)} if in_server else {"1": str(person)},
        "context": 0 if in_server else 1,
        "channel_id": str(CHANNEL if in_server else DIRECT),
        "data": data,
    }
    if in_server:
        permissions = _MANAGE if person == MANAGER else "3072"
        found["guild_id"] = str(GUILD)
        found["guild"] = {"id": str(GUILD), "locale": "en-US", "features": []}
        found["channel"] = _GUILD["channels"][0] | {"guild_id": str(GUILD), "permissions": "3072"}
        found["member"] = {**member_data(), "user": user_data(person), "permissions": permissions}
    else:
        found["channel"] = {"id": str(DIRECT), "type": 1, "recipients": [user_data(person)]}
        found["user"] = user_data(person)
    return found


def message_data(
    content: str,
    author: str,
    components: Sequence[dict[str, Any]] = (),
    *,
    flags: int = 0,
    in_server: bool = True,
) -> dict[str, Any]:
    """A message. https://discord.com/developers/docs/resources/message#message-object"""
    found: dict[str, Any] = {
        "id": str(next(_NUMBERS)),
        "channel_id": str(CHANNEL if in_server else DIRECT),
        "author": user_data(int(author), is_bot=int(author) == BOT),
        "content": content,
        "timestamp": _JOINED,
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [user_data(BOT, is_bot=True)] if f"<@{BOT}>" in content else [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "pinned": False,
        "type": 0,
        "flags": flags,
        "components": list(components),
    }
    if in_server:
        found["guild_id"] = str(GUILD)
        found["member"] = member_data()
    return found
