"""What was begun for people and is not done yet: a bot that stops finishes it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager


class UnderWay:
    """One for a bot."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[object]] = set()

    @contextmanager
    def work(self) -> Iterator[None]:
        """What the running task does within is finished before the bot stops."""
        task = asyncio.current_task()
        if task is None or task in self._tasks:  # none, or begun already
            yield
            return
        self._tasks.add(task)
        try:
            yield
        finally:
            self._tasks.discard(task)

    @property
    def anything(self) -> bool:
        """Whether somebody waits."""
        return bool(self._tasks)

    async def finished(self, seconds: float) -> None:
        """Wait until all is done, so many seconds at most."""
        own = asyncio.current_task()
        if others := [task for task in self._tasks if task is not own]:
            await asyncio.wait(others, timeout=seconds)
