"""What is kept under a person's id, and for how long, in SQL."""

from datetime import datetime, timedelta

from bot.store.database import Database, Row, Step, moment
from bot.store.records import PersonRecords, Pruned
from bot.store.tables import feedback, follows


async def records(database: Database, user_id: int) -> PersonRecords:
    return _records(user_id, await database.run_all(_select(user_id)))


async def delete(database: Database, user_id: int) -> PersonRecords:
    deletions: list[Step] = [
        ("DELETE FROM feedback WHERE user_id = ?", (user_id,)),
        ("DELETE FROM follows WHERE user_id = ?", (user_id,)),
        ("DELETE FROM notices WHERE user_id = ?", (user_id,)),
        ("DELETE FROM guild_members WHERE part = 'maintainer_user' AND id = ?", (user_id,)),
    ]
    results = await database.run_all([*_select(user_id), *deletions])
    await database.wipe()
    return _records(user_id, results)


async def prune(database: Database, now: datetime, keep_days: int) -> Pruned:
    since = moment(now - timedelta(days=keep_days))
    gaps, given = await database.run_all(
        [
            ("DELETE FROM gaps WHERE last_seen < ? RETURNING 1", (since[:10],)),
            ("DELETE FROM feedback WHERE created < ? RETURNING 1", (since,)),
        ]
    )
    if gaps or given:
        await database.wipe()
    return Pruned(len(gaps), len(given))


def _select(user_id: int) -> list[Step]:
    return [
        feedback.of_person(user_id),
        follows.follows_of(user_id),
        follows.notices_of(user_id),
        ("SELECT guild_id FROM guild_members WHERE part = 'maintainer_user' AND id = ? ORDER BY guild_id", (user_id,)),
    ]


def _records(user_id: int, results: list[list[Row]]) -> PersonRecords:
    given, followed, owed, maintained = results[:4]
    return PersonRecords(
        user_id,
        tuple(map(feedback.of_row, given)),
        tuple(map(follows.follow_of_row, followed)),
        tuple(map(follows.notice_of_row, owed)),
        tuple(row[0] for row in maintained),
    )
