"""The one owner of the connection: every statement passes here, one after the other, in a thread of its own."""

import asyncio
import sqlite3
from collections.abc import Coroutine, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, TypeVar

import aiosqlite

from bot.store.reasons import in_words
from bot.store.records import StoreError

Value = int | float | str | None
Row = tuple[Any, ...]
Step = tuple[str, tuple[Value, ...]]
"""a statement and the values of its question marks"""

CLOSED: Final = "the bot is stopping: try again when it is back"

T = TypeVar("T")


class Database:
    """An open file, in autocommit mode: a statement by itself is on disk when it returns."""

    def __init__(self, path: Path, connection: aiosqlite.Connection, claim: sqlite3.Connection) -> None:
        self.path: Final = path
        self._connection = connection
        self._claim = claim
        self._turn = asyncio.Lock()
        """whoever holds it has the connection to itself; nobody holds it while waiting for another program"""
        self._unfinished: set[asyncio.Task[Any]] = set()
        self._closed = False

    async def run(self, sql: str, *values: Value) -> list[Row]:
        """One statement, and the rows that it yields. Raises ``StoreError``; nothing was changed then."""
        (rows,) = await self.run_all([(sql, values)])
        return rows

    async def run_all(self, steps: Iterable[Step]) -> list[list[Row]]:
        """Several statements, all or none, also when the caller is cancelled meanwhile; the rows of each."""
        if self._closed:
            raise StoreError(CLOSED)
        return await self.finishing(self._run_all(tuple(steps)))

    async def finishing(self, work: Coroutine[Any, Any, T]) -> T:
        """Do ``work`` to its end, even when the caller is cancelled; closing waits for it."""
        task = asyncio.ensure_future(work)
        self._unfinished.add(task)
        task.add_done_callback(self._finished)
        return await asyncio.shield(task)

    async def wipe(self) -> None:
        """Take what was deleted out of the write-ahead log too; later, when a copy is being made just now."""
        with suppress(StoreError):
            await self.run("PRAGMA wal_checkpoint(TRUNCATE)")

    async def close(self) -> None:
        """Finish what is under way, close the file and let others open it."""
        if self._closed:
            return
        self._closed = True
        while self._unfinished:
            await asyncio.wait(self._unfinished)
        try:
            await self._connection.close()
        finally:
            self._claim.close()

    async def _run_all(self, steps: tuple[Step, ...]) -> list[list[Row]]:
        async with self._turn:
            try:
                if len(steps) == 1:
                    return [await self._execute(*steps[0])]
                await self._execute("BEGIN IMMEDIATE")
                results = [await self._execute(*step) for step in steps]
                await self._execute("COMMIT")
            except sqlite3.Error as error:
                await self._roll_back()
                raise StoreError(in_words(error, self.path)) from error
            except BaseException:  # cancelled, too: no transaction stays open
                await self._roll_back()
                raise
            return results

    async def _execute(self, sql: str, values: tuple[Value, ...] = ()) -> list[Row]:
        return [tuple(row) for row in await self._connection.execute_fetchall(sql, tuple(map(_sound, values)))]

    async def _roll_back(self) -> None:
        with suppress(sqlite3.Error):  # there may be none to roll back
            await self._execute("ROLLBACK")

    def _finished(self, task: asyncio.Task[Any]) -> None:
        self._unfinished.discard(task)
        if not task.cancelled():
            task.exception()  # whoever asked may be gone: then nobody else looks at it


def moment(now: datetime) -> str:
    """A time as it is kept. Raises ``ValueError`` when it bears no time zone."""
    if now.tzinfo is None:
        raise ValueError("a time without a zone: pass an aware datetime")
    return now.astimezone(UTC).isoformat(timespec="seconds")


def cut(written: str, longest: int) -> str:
    """What a person wrote; a text that is too long ends in "…"."""
    return written if len(written) <= longest else written[: longest - 1] + "…"


def _sound(value: Value) -> Value:
    """Half characters, which JSON can bear and SQLite cannot, as question marks."""
    return value.encode(errors="replace").decode() if isinstance(value, str) else value
