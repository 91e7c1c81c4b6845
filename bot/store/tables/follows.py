"""Follows, and the messages owed to those who follow, in SQL."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from bot.store.database import Database, Row, Step, cut, moment
from bot.store.records import Follow, FollowKind, NewNotice, Notice, StoreError
from bot.store.tables.values import to_put

MOST: Final = 100
"""follows of one person"""
FAILURES: Final = 3
"""messages in a row that do not arrive end the following"""
LONGEST: Final = 4000
"""characters of a message owed; longer than one message of Discord may be, which is 2000:
https://discord.com/developers/docs/resources/message#create-message"""

_FOLLOW: Final = "user_id, kind, target, created"
_NOTICE: Final = "id, user_id, kind, target, text, created"
_DROP_NOT_FOLLOWED: Final = (
    "DELETE FROM notices WHERE user_id = ?1 AND NOT EXISTS (SELECT 1 FROM follows WHERE follows.user_id = ?1"
    " AND (follows.kind = 'all' OR (follows.kind = notices.kind AND follows.target = notices.target)))"
)


async def add(database: Database, new: Follow) -> bool:
    key = (new.user_id, new.kind, new.target)
    added, same = await database.run_all(
        [
            (
                f"INSERT INTO follows ({_FOLLOW}, failures) SELECT ?1, ?2, ?3, ?4,"
                " (SELECT coalesce(max(failures), 0) FROM follows WHERE user_id = ?1)"
                f" WHERE (SELECT count(*) FROM follows WHERE user_id = ?1) < {MOST}"
                " ON CONFLICT DO NOTHING RETURNING 1",
                (*key, moment(new.created)),
            ),
            ("SELECT 1 FROM follows WHERE user_id = ? AND kind = ? AND target = ?", key),
        ]
    )
    if not same:
        raise StoreError(f"nobody can follow more than {MOST} things: stop following something first")
    return bool(added)


async def remove(database: Database, user_id: int, kind: FollowKind, target: str) -> bool:
    sql = "DELETE FROM follows WHERE user_id = ? AND kind = ? AND target = ? RETURNING 1"
    removed, _ = await database.run_all([(sql, (user_id, kind, target)), (_DROP_NOT_FOLLOWED, (user_id,))])
    return bool(removed)


async def of_person(database: Database, user_id: int) -> tuple[Follow, ...]:
    sql, values = follows_of(user_id)
    return tuple(map(follow_of_row, await database.run(sql, *values)))


async def followers(database: Database, kind: FollowKind, target: str) -> tuple[int, ...]:
    sql = "SELECT DISTINCT user_id FROM follows WHERE (kind = ? AND target = ?) OR kind = 'all' ORDER BY user_id"
    return tuple(row[0] for row in await database.run(sql, kind, target))


async def queue(
    database: Database, notices: Sequence[NewNotice], values: Mapping[str, str], now: datetime
) -> tuple[Notice, ...]:
    insert = (
        "INSERT INTO notices (user_id, kind, target, text, created) SELECT ?1, ?2, ?3, ?4, ?5 WHERE EXISTS"
        " (SELECT 1 FROM follows WHERE user_id = ?1 AND (kind = 'all' OR (kind = ?2 AND target = ?3)))"
        f" RETURNING {_NOTICE}"
    )
    owed: list[Step] = [
        (insert, (one.user_id, one.kind, one.target, cut(one.text, LONGEST), moment(now))) for one in notices
    ]
    results = await database.run_all([*owed, *to_put(values)])
    return tuple(notice_of_row(row) for rows in results[: len(owed)] for row in rows)


async def pending(database: Database) -> tuple[Notice, ...]:
    sql = f"SELECT {_NOTICE} FROM notices ORDER BY id"
    return tuple(map(notice_of_row, await database.run(sql)))


async def sent(database: Database, notice_id: int) -> None:
    reset = "UPDATE follows SET failures = 0 WHERE user_id = (SELECT user_id FROM notices WHERE id = ?)"
    await database.run_all([(reset, (notice_id,)), ("DELETE FROM notices WHERE id = ?", (notice_id,))])


async def count_failure(database: Database, user_id: int) -> tuple[Follow, ...]:
    _, ended, _ = await database.run_all(
        [
            ("UPDATE follows SET failures = failures + 1 WHERE user_id = ?", (user_id,)),
            (f"DELETE FROM follows WHERE user_id = ? AND failures >= {FAILURES} RETURNING {_FOLLOW}", (user_id,)),
            (_DROP_NOT_FOLLOWED, (user_id,)),
        ]
    )
    return tuple(map(follow_of_row, ended))


def follows_of(user_id: int) -> Step:
    return f"SELECT {_FOLLOW} FROM follows WHERE user_id = ? ORDER BY created, rowid", (user_id,)


def notices_of(user_id: int) -> Step:
    return f"SELECT {_NOTICE} FROM notices WHERE user_id = ? ORDER BY id", (user_id,)


def follow_of_row(row: Row) -> Follow:
    user_id, kind, target, created = row
    return Follow(user_id, kind, target, datetime.fromisoformat(created))


def notice_of_row(row: Row) -> Notice:
    number, user_id, kind, target, told, created = row
    return Notice(number, user_id, kind, target, told, datetime.fromisoformat(created))
