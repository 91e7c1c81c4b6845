"""Opening: a store, or the reason in one line why there is none."""

import asyncio
import os
import sqlite3
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import aiosqlite

from bot.store.database import Database
from bot.store.inspecting import OLDEST_SQLITE, PATIENCE, RefusedFileError, inspect
from bot.store.reasons import in_words
from bot.store.records import StoreError
from bot.store.store import Store
from bot.store.tables import guilds
from bot.store.versions import upgrade

FEATURES: Final = ("feedback", "the list of unanswered questions", "following", "server settings")

_IN_USE: Final = "another Treatybot uses it: stop that one, or set TREATYBOT_DATABASE to another file"
_SAFEGUARDS: Final = (
    "PRAGMA synchronous = FULL",  # with the log: a commit that returned survives a power cut
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",  # what a person deletes is gone from the file, not only from the tables
)


@dataclass(frozen=True, slots=True)
class Unavailable:
    """No store: the bot answers questions without it. As text, one line for the log and for maintainers."""

    path: Path
    reason: str
    """what is wrong with the file, and what to do"""
    features_off: tuple[str, ...] = FEATURES

    def __str__(self) -> str:
        return f"the database {self.path} is not used: {self.reason}; off till then: {', '.join(self.features_off)}"


async def open_store(path: Path) -> Store | Unavailable:
    """Open the database, made when there is none, or say why not; nothing that is there is overwritten."""
    try:
        return await _open(path)
    except (RefusedFileError, StoreError) as error:
        return Unavailable(path, str(error))
    except (sqlite3.Error, OSError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
        return Unavailable(path, in_words(error, path))


async def _open(path: Path) -> Store:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise RefusedFileError(
            f"SQLite 3.37 or newer is needed, and Python has {sqlite3.sqlite_version}: update Python"
        )
    path, claim = await asyncio.to_thread(_claimed, path)
    try:
        # Connected before aiosqlite's thread begins: of a refused file that thread would tell a loop that may be gone.
        connected = await asyncio.to_thread(_connected, path)
        connection = await aiosqlite.Connection(lambda: connected, iter_chunk_size=64)
    except BaseException:  # cancelled, too: the claim may not outlive the attempt
        claim.close()
        raise
    database = Database(path, connection, claim)
    try:
        return Store(database, await guilds.everything(database))
    except BaseException:  # cancelled, too: its thread would keep the program alive
        await database.close()
        raise


def _claimed(path: Path) -> tuple[Path, sqlite3.Connection]:
    """The real path, held for this process until the connection is closed or the process ends, however it does.

    SQLite's own lock on an empty file beside it: it works alike on all systems, and leaves the database open to
    readers, ``treatybot backup`` among them. The file stays: to delete it would let two in.
    """
    path = path.resolve()
    if path.is_dir():
        raise RefusedFileError("it is a folder: set TREATYBOT_DATABASE to the path of a file")
    claim = sqlite3.connect(
        path.with_name(f"{path.name}.lock"), isolation_level=None, timeout=0, check_same_thread=False
    )
    try:
        claim.execute("PRAGMA journal_mode = MEMORY")  # no second file
        claim.execute("BEGIN EXCLUSIVE")
    except sqlite3.Error as error:
        claim.close()
        if error.sqlite_errorname == "SQLITE_BUSY":
            raise RefusedFileError(_IN_USE) from error
        raise
    return path, claim


def _connected(path: Path) -> sqlite3.Connection:
    """The connection in autocommit mode, the file checked and of the newest version."""
    with suppress(FileExistsError):
        # For its owner alone: it bears ids of persons. SQLite gives the files beside it the same rights.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL, 0o600))
    inspect(path)
    connection = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE, check_same_thread=False)
    try:
        for safeguard in _SAFEGUARDS:
            connection.execute(safeguard)
        connection.execute("PRAGMA journal_mode = WAL")
        upgrade(connection)
        # From now on nobody waits: whoever asks for a change learns at once that another program is in the way.
        connection.execute("PRAGMA busy_timeout = 0")
    except BaseException:  # whatever it is, the file is let go
        connection.close()
        raise
    return connection
