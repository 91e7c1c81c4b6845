"""Looking at a file before it is written to: it must be ours, of a version known here, and sound."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final, Literal

from bot.store.reasons import in_words, is_unrecovered
from bot.store.records import StoreError
from bot.store.versions import APPLICATION, NEWEST

SQLITE: Final = sqlite3.sqlite_version_info
"""of this Python"""
OLDEST_SQLITE: Final = (3, 37, 0)
"""that has STRICT tables"""
PATIENCE: Final = 2.0
"""seconds to wait at opening for a program that holds the file locked"""
_LARGE: Final = 100 * 1024 * 1024
"""bytes, from which the quick check is made: a full one would hold up the start"""


class RefusedFileError(Exception):
    """The file is not to be used; the text is one line that says why and what to do."""


def inspect(path: Path) -> None:
    """Raise ``RefusedFileError`` or ``sqlite3.Error`` when the file must not be used. Writes nothing to it."""
    try:
        _inspect(path, "ro")
    except sqlite3.Error as error:
        if not is_unrecovered(error):
            raise
        _inspect(path, "rw")


def version_of(path: Path) -> int:
    """The version of the tables in a file that may be used. Raises ``StoreError``, a line that says why it may not."""
    path = path.resolve()
    try:
        inspect(path)
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, timeout=PATIENCE)) as connection:
            version: int = connection.execute("PRAGMA user_version").fetchone()[0]
            return version
    except RefusedFileError as error:
        raise StoreError(str(error)) from error
    except (sqlite3.Error, OSError) as error:
        raise StoreError(in_words(error, path)) from error


def _inspect(path: Path, mode: Literal["ro", "rw"]) -> None:
    with closing(sqlite3.connect(f"{path.as_uri()}?mode={mode}", uri=True, timeout=PATIENCE)) as connection:

        def first(sql: str) -> int | str:
            value: int | str = connection.execute(sql).fetchone()[0]
            return value

        if first("SELECT count(*) FROM sqlite_schema") and first("PRAGMA application_id") != APPLICATION:
            raise RefusedFileError("it is another program's database: set TREATYBOT_DATABASE to another file")
        version = int(first("PRAGMA user_version"))
        if not 0 <= version <= NEWEST:
            raise RefusedFileError(
                f"a newer Treatybot made it (version {version} of the tables, not {NEWEST}): update this one"
            )
        check = "quick_check" if path.stat().st_size > _LARGE else "integrity_check"
        found = str(first(f"PRAGMA {check}(1)"))
        if found != "ok":
            told = " ".join(found.split())
            raise RefusedFileError(f"it is damaged ({told}): put a copy in its place (treatybot backup makes copies)")
