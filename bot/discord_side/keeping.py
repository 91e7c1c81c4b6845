"""The store while the bot runs: opened, pruned each day, and closed; and what goes on beside the questions."""

import asyncio
import logging
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, Final

import discord

from bot.discord_side.notifying import Notifier, tell_maintainers
from bot.discord_side.service import Service
from bot.discord_side.status import problems_told
from bot.knowledge.problems import Problem
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
        self._service.on_reloaded = self.look_for_changes
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
        for task in self._tasks:
            task.cancel()
        store, self._service.store = self._service.store, None
        if store is not None:
            await store.close()

    def look_for_changes(self) -> None:
        """Tell those who follow something that changed; in the event loop."""
        self._start(self._notifier.run())

    def reloaded(self) -> None:
        """The same, from another thread."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self.look_for_changes)

    def refused(self, problems: tuple[Problem, ...]) -> None:
        """An edit was not taken: tell the maintainers; from another thread."""
        if self._loop is not None and problems:
            text = problems_told(problems)
            self._loop.call_soon_threadsafe(lambda: self._start(tell_maintainers(self._client, self._service, text)))

    async def _prune_daily(self) -> None:
        while (store := self._service.store) is not None:
            try:
                await store.prune(self._service.now(), self._service.keep_days)
            except StoreError as error:
                _log.warning("what is too old could not be deleted: %s", error)
            await asyncio.sleep(_DAY_SECONDS)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
