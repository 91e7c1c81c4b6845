"""The store while the bot runs: opened, pruned each day, and closed; and what goes on beside the questions."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import discord

from bot.discord_side.notifying import Notifier, tell_maintainers
from bot.discord_side.service import Service
from bot.discord_side.status import TAKEN_BACK, problems_told, served_told
from bot.knowledge.problems import Problem
from bot.log_lines import fields
from bot.store.opening import Unavailable, open_store
from bot.store.records import StoreError

_DAY_SECONDS: Final = 24 * 60 * 60.0
_log = logging.getLogger(__name__)


class Keeping:
    """One for a bot; without a ``database`` nothing is kept."""

    def __init__(self, client: discord.Client, service: Service, database: Path | None) -> None:
        self._client = client
        self._service = service
        self._database = database
        self._notifier = Notifier(client, service)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def begin(self) -> None:
        """Open the store; the bot goes on without when that fails."""
        self._loop = asyncio.get_running_loop()
        self._service.on_reloaded = self.served
        if self._database is None or self._service.store is not None:
            return
        opened = await open_store(self._database)
        if isinstance(opened, Unavailable):
            _log.error("%s", opened)
            return
        self._service.store = opened
        self._start(self._prune_daily())

    async def end(self) -> None:
        """Stop what goes on beside, and close the store."""
        self._loop = None  # what another thread has to tell from now on comes too late
        for task in self._tasks:
            task.cancel()
        store, self._service.store = self._service.store, None
        if store is not None:
            await store.close()

    async def forget(self, guild_id: int) -> None:
        """Delete the settings of a server; in the event loop."""
        if self._service.store is None:
            return
        try:
            await self._service.store.forget_guild(guild_id)
        except StoreError as error:
            _log.warning("the settings of a server could not be deleted", extra=fields(reason=str(error)))

    def look_for_changes(self) -> None:
        """Tell those who follow something that changed; in the event loop."""
        self._start(self._notifier.run())

    def tell_maintainers(self, text: str) -> None:
        """Post a notice where the servers want it; in the event loop."""
        self._start(tell_maintainers(self._client, self._service, text))

    def served(self) -> None:
        """Other knowledge is served: tell those who follow what it changed, and the maintainers; in the event loop."""
        self.look_for_changes()
        self.tell_maintainers(served_told(self._service.desk.engine.knowledge))

    def reloaded(self) -> None:
        """The same, from another thread."""
        self._in_the_loop(self.served)

    def refused(self, problems: tuple[Problem, ...]) -> None:
        """An edit was not taken, or was taken back (no problems): tell the maintainers; from another thread."""
        text = problems_told(problems) if problems else TAKEN_BACK
        self._in_the_loop(lambda: self.tell_maintainers(text))

    def _in_the_loop(self, work: Callable[[], None]) -> None:
        loop = self._loop
        if loop is not None:
            with suppress(RuntimeError):  # it was closed meanwhile
                loop.call_soon_threadsafe(work)

    async def _prune_daily(self) -> None:
        while (store := self._service.store) is not None:
            try:
                await store.prune(self._service.now(), self._service.keep_days)
            except StoreError as error:
                _log.warning("what is too old could not be deleted", extra=fields(reason=str(error)))
            await asyncio.sleep(_DAY_SECONDS)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
