"""All that handlers may call. A method returns when its change is on disk, or raises ``StoreError``."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from bot.store.copying import copy_database
from bot.store.database import Database
from bot.store.records import (
    EVERYTHING,
    Feedback,
    FeedbackKind,
    Follow,
    FollowKind,
    Gap,
    GuildSettings,
    NewFeedback,
    NewGap,
    NewNotice,
    Notice,
    Page,
    PersonRecords,
    Pruned,
)
from bot.store.tables import feedback, follows, gaps, guilds, people, values

PAGE_SIZE = 10


class Store:
    """An open database; :func:`bot.store.opening.open_store` makes it. Close it at the end."""

    def __init__(self, database: Database, guild_settings: Iterable[GuildSettings]) -> None:
        self._database = database
        # Every slash command needs these before it can be acknowledged: they never wait for the disk.
        self._guilds = {settings.guild_id: settings for settings in guild_settings}
        self._changing_guilds = asyncio.Lock()

    # Feedback

    async def add_feedback(self, new: NewFeedback, now: datetime) -> int:
        """Keep what a person thought of an answer; returns its id."""
        return await feedback.add(self._database, new, now)

    async def list_feedback(
        self,
        page: int = 1,
        *,
        resolved: bool = False,
        kind: FeedbackKind | None = None,
        guild_id: int | None = None,
        size: int = PAGE_SIZE,
    ) -> Page[Feedback]:
        """Open (or resolved) feedback, the newest first; with ``guild_id`` only what was given in that server."""
        return await feedback.page(self._database, page, size, resolved=resolved, kind=kind, guild_id=guild_id)

    async def resolve_feedback(self, feedback_id: int, now: datetime) -> bool:
        """Mark it as dealt with; False when it was already, or is gone."""
        return await feedback.resolve(self._database, feedback_id, now)

    async def all_feedback(self, guild_id: int | None = None) -> tuple[Feedback, ...]:
        """All, or all of one server, the oldest first, for an export (:func:`bot.store.sheets.feedback_csv`)."""
        return await feedback.everything(self._database, guild_id)

    # Gaps: questions unanswered or badly answered

    async def note_gap(self, new: NewGap, now: datetime) -> int:
        """Count a question that was not answered well; returns its id, the same whenever it is asked again.

        A resolved one is open again. A question without a word is nobody's gap: returns 0.
        """
        return await gaps.note(self._database, new, now)

    async def list_gaps(self, page: int = 1, *, resolved: bool = False, size: int = PAGE_SIZE) -> Page[Gap]:
        """Open (or resolved) gaps, the most repeated first, then the newest."""
        return await gaps.page(self._database, page, size, resolved=resolved)

    async def resolve_gap(self, gap_id: int, now: datetime) -> bool:
        """Mark it as dealt with; False when it was already, or is gone."""
        return await gaps.resolve(self._database, gap_id, now)

    async def all_gaps(self) -> tuple[Gap, ...]:
        """All, as listed, for an export (:func:`bot.store.sheets.gaps_csv`)."""
        return await gaps.everything(self._database)

    # Follows, and the messages owed to those who follow

    async def follow(self, user_id: int, kind: FollowKind, target: str, now: datetime) -> bool:
        """Follow a State, topic or meeting, or with "all" and ``EVERYTHING`` all of them; False when followed already.

        Raises ``StoreError`` above :data:`bot.store.follows.MOST` follows of one person.
        """
        return await follows.add(self._database, Follow(user_id, kind, target, now))

    async def unfollow(self, user_id: int, kind: FollowKind, target: str) -> bool:
        """Follow it no more, and drop what is owed for it; False when it was not followed."""
        return await follows.remove(self._database, user_id, kind, target)

    async def following(self, user_id: int) -> tuple[Follow, ...]:
        """What a person follows, in the order in which it was begun."""
        return await follows.of_person(self._database, user_id)

    async def followers_of(self, kind: FollowKind, target: str = EVERYTHING) -> tuple[int, ...]:
        """Ids of those who follow it, those who follow everything among them."""
        return await follows.followers(self._database, kind, target)

    async def queue_notices(
        self, notices: Sequence[NewNotice], values: Mapping[str, str], now: datetime
    ) -> tuple[Notice, ...]:
        """Keep messages that are owed and, in the same step, the fingerprints of what they tell.

        So a change is told once, though the bot be killed at any moment. Only those who still follow are owed one.
        """
        return await follows.queue(self._database, notices, values, now)

    async def pending_notices(self) -> tuple[Notice, ...]:
        """Messages still owed, the oldest first: after a start, and after :meth:`queue_notices`."""
        return await follows.pending(self._database)

    async def notice_sent(self, notice_id: int) -> None:
        """The message has arrived: it is owed no more, and the person's failures count from 0 again."""
        await follows.sent(self._database, notice_id)

    async def count_failure(self, user_id: int) -> tuple[Follow, ...]:
        """A direct message could not be delivered. The third in a row ends all following: returns what ended."""
        return await follows.count_failure(self._database, user_id)

    # Settings of a server

    async def guild_settings(self, guild_id: int) -> GuildSettings:
        """What a server has set, or the defaults; never waits for the disk."""
        return self._guilds.get(guild_id, GuildSettings(guild_id))

    async def change_guild_settings(
        self, guild_id: int, change: Callable[[GuildSettings], GuildSettings]
    ) -> GuildSettings:
        """Put ``change`` of the present settings in their place; two changes at once are both kept.

        ``lambda present: dataclasses.replace(present, visibility="private")``
        """
        return await self._database.finishing(self._change(guild_id, change))

    async def _change(self, guild_id: int, change: Callable[[GuildSettings], GuildSettings]) -> GuildSettings:
        async with self._changing_guilds:
            changed = change(await self.guild_settings(guild_id))
            await guilds.put(self._database, changed)
            self._guilds[guild_id] = changed
            return changed

    async def forget_guild(self, guild_id: int) -> None:
        """Drop the settings of a server that the bot has left."""
        async with self._changing_guilds:
            await guilds.forget(self._database, guild_id)
            self._guilds.pop(guild_id, None)

    # What the bot must remember: hash of synced commands, fingerprints of followed records

    async def value(self, key: str) -> str | None:
        """A remembered text; None when there is none."""
        return await values.get(self._database, key)

    async def values_of(self, prefix: str) -> dict[str, str]:
        """All remembered texts whose key begins with ``prefix``."""
        return await values.with_prefix(self._database, prefix)

    async def set_values(self, changed: Mapping[str, str | None]) -> None:
        """Remember texts, all or none; None forgets one."""
        await values.put(self._database, changed)

    # Privacy

    async def export_person(self, user_id: int) -> PersonRecords:
        """All that is kept under a person's id (:func:`bot.store.sheets.person_json`)."""
        return await people.records(self._database, user_id)

    async def delete_person(self, user_id: int) -> PersonRecords:
        """Delete all that is kept under a person's id, from the file as well; returns what it was.

        A maintainer who does so is no maintainer any more, unless by a role.
        """
        return await self._database.finishing(self._delete(user_id))

    async def _delete(self, user_id: int) -> PersonRecords:
        async with self._changing_guilds:
            deleted = await people.delete(self._database, user_id)
            for guild_id in deleted.maintains:
                settings = self._guilds[guild_id]
                self._guilds[guild_id] = replace(settings, maintainer_users=settings.maintainer_users - {user_id})
            return deleted

    async def prune(self, now: datetime, keep_days: int) -> Pruned:
        """Delete, from the file as well, gaps not asked and feedback not given within the last ``keep_days``."""
        return await people.prune(self._database, now, keep_days)

    # The file

    async def backup(self, target: Path) -> None:
        """Make a consistent copy, while others go on writing. Raises ``StoreError``, also when ``target`` exists."""
        await asyncio.to_thread(copy_database, self._database.path, target)

    async def close(self) -> None:
        """Finish what is under way and let go of the file; every method raises ``StoreError`` from now on."""
        await self._database.close()
