"""A consistent copy of a database, while others go on writing to it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.store.inspecting import PATIENCE, RefusedFileError, inspect
from bot.store.reasons import in_words
from bot.store.records import StoreError


def copy_database(source: Path, target: Path) -> None:
    """Copy all that is committed at one moment; ``target`` appears whole and checked, or not at all.

    Takes a while: not for the event loop. Raises ``StoreError`` in one line; a file that is there is left as it is.
    """
    if not source.exists():
        raise StoreError(f"there is no database {source} yet: treatybot run makes it")
    if target.exists():
        raise StoreError(f"{target} is there already: name another file, nothing is overwritten")
    with _told_of(source):
        inspect(source.resolve())
    part = target.with_name(f"{target.name}.part")
    with _told_of(part):
        # Readable for its owner alone, as the database is: it bears ids of persons.
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        with _told_of(target):
            _copy(source.resolve(), part.resolve())
            inspect(part.resolve())
            part.rename(target)
    finally:
        part.unlink(missing_ok=True)


def _copy(source: Path, part: Path) -> None:
    with (
        closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True, timeout=PATIENCE)) as original,
        closing(sqlite3.connect(part)) as copy,
    ):
        original.backup(copy)  # in one step: writers go on, and no change of theirs comes in between
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
    with part.open("rb+") as written:
        os.fsync(written.fileno())


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError, RefusedFileError) as error:
        told = str(error) if isinstance(error, RefusedFileError) else in_words(error, path.absolute())
        raise StoreError(f"{path}: {told}") from error
