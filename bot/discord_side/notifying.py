"""Telling those who follow something that it changed: once, old and new, in a direct message."""

import asyncio
import logging
from typing import Any, Final, get_args

import discord

from bot.discord_side.changes import followed_name, followed_text, told
from bot.discord_side.delivery import NOBODY
from bot.discord_side.errors import UNTELLABLE, kind_of
from bot.discord_side.service import Service
from bot.log_lines import fields
from bot.store.records import FollowKind, NewNotice, Notice, StoreError
from bot.store.store import Store

SEEN: Final = "seen:"
"""before the key of what was told last of something that is followed"""
_REFUSED: Final = frozenset({400, 403, 404})
"""statuses of a message that Discord does not take from us, whenever it is sent"""
_log = logging.getLogger(__name__)


def seen_key(kind: FollowKind, target: str) -> str:
    """The key under which the store has what was told last."""
    return f"{SEEN}{kind}:{target}"


class Notifier:
    """Finds what changed and delivers what is owed, one run at a time."""

    def __init__(self, client: discord.Client, service: Service) -> None:
        self._client = client
        self._service = service
        self._one_at_a_time = asyncio.Lock()

    async def run(self) -> None:
        """Look for changes and deliver; what fails is logged, and tried again at the next run."""
        store = self._service.store
        if store is None:
            return
        async with self._one_at_a_time:
            try:
                await self._find_changes(store)
                await self._deliver(store)
            except StoreError as error:
                _log.warning("those who follow something could not be told", extra=fields(reason=str(error)))

    async def _find_changes(self, store: Store) -> None:
        notices: list[NewNotice] = []
        values: dict[str, str] = {}
        for key, old in (await store.values_of(SEEN)).items():
            await asyncio.sleep(0)  # others are answered meanwhile
            kind, _, target = key.removeprefix(SEEN).partition(":")
            if kind not in get_args(FollowKind):
                continue
            followed: FollowKind = "state" if kind == "state" else "topic" if kind == "topic" else "meeting"
            new = followed_text(self._service.desk, followed, target)
            if (new or "") == old:
                continue
            text = told(followed_name(self._service.desk, followed, target), old, new)
            followers = await store.followers_of(followed, target)
            notices += [NewNotice(user, followed, target, text) for user in followers]
            values[key] = new or ""
        if values:
            await store.queue_notices(notices, values, self._service.now())

    async def _deliver(self, store: Store) -> None:
        unreachable: set[int] = set()
        for notice in await store.pending_notices():
            if notice.user_id not in unreachable and not await self._sent(store, notice):
                unreachable.add(notice.user_id)

    async def _sent(self, store: Store, notice: Notice) -> bool:
        """Send one; whether it arrived. Whose messages are refused three times in a row follows nothing any more."""
        try:
            user = await self._client.fetch_user(notice.user_id)
            await user.send(notice.text, allowed_mentions=NOBODY, suppress_embeds=True)
        except UNTELLABLE as error:
            _log.warning("a notice did not arrive", extra=fields(error=kind_of(error)))
            refused = isinstance(error, discord.HTTPException) and error.status in _REFUSED
            if refused and (ended := await store.count_failure(notice.user_id)):
                _log.info("follows ended: direct messages did not arrive three times", extra=fields(ended=len(ended)))
            return False
        await store.notice_sent(notice.id)
        return True


async def tell_maintainers(client: discord.Client, service: Service, text: str) -> None:
    """Post a notice in each channel that a server's managers set for them."""
    for guild in client.guilds:
        channel_id = (await service.guild_settings(guild.id)).notices_channel
        channel: Any = guild.get_channel(channel_id) if channel_id else None
        if channel is None:
            continue
        try:
            await channel.send(text, allowed_mentions=NOBODY, suppress_embeds=True)
        except UNTELLABLE as error:
            _log.warning("maintainers could not be told", extra=fields(error=kind_of(error)))
