"""The tables, version by version, and what makes a newer version of an older file.

A version that was released is never edited: what changes is a new one. STRICT tables and RETURNING need SQLite
3.37 (https://www.sqlite.org/stricttables.html). Ids that buttons bear are AUTOINCREMENT: the id of a deleted row
never names another. Times are ISO 8601 in UTC, so that they sort as text.
"""

import sqlite3
from typing import Final

APPLICATION: Final = 0x54726274
"""marks the file as ours: https://www.sqlite.org/pragma.html#pragma_application_id"""

_FIRST: Final = (
    """CREATE TABLE feedback (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        user_id INTEGER NOT NULL,
        guild_id INTEGER,
        question TEXT NOT NULL,
        title TEXT NOT NULL,
        outcome TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('helpful', 'wrong')),
        text TEXT NOT NULL,
        created TEXT NOT NULL,
        resolved TEXT
    ) STRICT""",
    "CREATE INDEX feedback_of_person ON feedback (user_id)",
    """CREATE TABLE gaps (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        words TEXT NOT NULL UNIQUE, -- the question in the form in which it is compared
        question TEXT NOT NULL,
        outcome TEXT NOT NULL,
        intent TEXT NOT NULL,
        score REAL NOT NULL,
        repeats INTEGER NOT NULL CHECK (repeats > 0),
        first_seen TEXT NOT NULL, -- a day, as are the next two
        last_seen TEXT NOT NULL,
        resolved TEXT
    ) STRICT""",
    """CREATE TABLE follows (
        user_id INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('state', 'topic', 'meeting', 'all')),
        target TEXT NOT NULL CHECK ((kind = 'all') = (target = '')),
        created TEXT NOT NULL,
        PRIMARY KEY (user_id, kind, target)
    ) STRICT""",
    "CREATE INDEX followers ON follows (kind, target)",
    """CREATE TABLE guilds (
        guild_id INTEGER PRIMARY KEY,
        visibility TEXT NOT NULL CHECK (visibility IN ('public', 'private')),
        notices_channel INTEGER
    ) STRICT""",
    """CREATE TABLE guild_members ( -- channels, roles and users that a server has named
        guild_id INTEGER NOT NULL REFERENCES guilds ON DELETE CASCADE,
        part TEXT NOT NULL CHECK (part IN ('mention_channel', 'maintainer_role', 'maintainer_user')),
        id INTEGER NOT NULL,
        PRIMARY KEY (guild_id, part, id)
    ) STRICT""",
    "CREATE TABLE remembered (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    f"PRAGMA application_id = {APPLICATION}",
)
_MESSAGES_OWED_AND_READINGS: Final = (
    "ALTER TABLE gaps ADD COLUMN entities TEXT NOT NULL DEFAULT '[]'",
    # All rows of one person bear the same number.
    "ALTER TABLE follows ADD COLUMN failures INTEGER NOT NULL DEFAULT 0",
    """CREATE TABLE notices (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        user_id INTEGER NOT NULL,
        kind TEXT NOT NULL,
        target TEXT NOT NULL,
        text TEXT NOT NULL,
        created TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX notices_of_person ON notices (user_id)",
)
VERSIONS: Final = (_FIRST, _MESSAGES_OWED_AND_READINGS)
NEWEST: Final = len(VERSIONS)


def upgrade(connection: sqlite3.Connection) -> None:
    """Make the newest version of a file of any older one, an empty one too; each step wholly or not at all.

    The connection is in autocommit mode; close it when this raises, which takes back a step half done. Writes even
    when there is nothing to do: who gets no error can write.
    """
    present: int = connection.execute("PRAGMA user_version").fetchone()[0]
    if present == NEWEST:
        connection.execute(f"PRAGMA user_version = {NEWEST}")
    for number, statements in enumerate(VERSIONS[present:], start=present + 1):
        connection.execute("BEGIN IMMEDIATE")
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
