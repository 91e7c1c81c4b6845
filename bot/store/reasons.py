"""What SQLite and the system report, in words for people.

Names of results: https://www.sqlite.org/rescode.html
"""

import shutil
import sqlite3
from pathlib import Path
from typing import Final

_IN_WORDS: Final = {
    "SQLITE_BUSY": "another program holds it locked: close that program",
    "SQLITE_LOCKED": "another program holds it locked: close that program",
    "SQLITE_FULL": "the disk is full: make room on it",
    "SQLITE_READONLY": "it cannot be written: let the bot's user write the file and its folder",
    "SQLITE_PERM": "it cannot be opened: let the bot's user read and write the file and its folder",
    "SQLITE_CANTOPEN": "it cannot be opened: let the bot's user read and write the file and its folder",
    "SQLITE_NOTADB": "it is damaged, or no database at all: put a copy in its place (treatybot backup makes copies)",
    "SQLITE_CORRUPT": "it is damaged: put a copy in its place (treatybot backup makes copies)",
}
_ROOM: Final = 64 * 1024
"""bytes; with less free than the memory that SQLite maps, a full disk shows as an error of reading or writing"""


def in_words(error: Exception, path: Path) -> str:
    """What is wrong with the database at ``path`` and what to do, as one line that names no path."""
    name = getattr(error, "sqlite_errorname", None) or ""
    if name.startswith("SQLITE_IOERR"):
        return _IN_WORDS["SQLITE_FULL"] if _is_full(path) else f"the disk reports an error ({name}): check the disk"
    for known, words in _IN_WORDS.items():
        if name.startswith(known):
            return words
    if isinstance(error, OSError):
        return f"it cannot be opened ({error.strerror or type(error).__name__}): check the file and its folder"
    return f"SQLite reports: {' '.join(str(error).split())}"


def is_unrecovered(error: sqlite3.Error) -> bool:
    """Whether a killed process left something that only a connection which may write can put in order."""
    name = getattr(error, "sqlite_errorname", None) or ""
    return name in {"SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY", "SQLITE_READONLY_CANTINIT"}


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _ROOM
    except OSError:
        return False
