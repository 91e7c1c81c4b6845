"""Feedback in SQL."""

from datetime import datetime
from typing import Final

from bot.store.database import Database, Row, Step, cut, moment
from bot.store.records import Feedback, FeedbackKind, NewFeedback, Page
from bot.store.tables.paging import listed

LONGEST: Final = 4000
"""characters of each text: what one text field of a modal holds at most,
https://discord.com/developers/docs/components/reference#text-input"""

COLUMNS: Final = "id, user_id, guild_id, question, title, outcome, kind, text, created, resolved"


async def add(database: Database, new: NewFeedback, now: datetime) -> int:
    texts = (cut(one, LONGEST) for one in (new.question, new.title, new.outcome))
    rows = await database.run(
        "INSERT INTO feedback (user_id, guild_id, question, title, outcome, kind, text, created)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        *(new.user_id, new.guild_id, *texts, new.kind, cut(new.text, LONGEST), moment(now)),
    )
    return int(rows[0][0])


async def page(
    database: Database, number: int, size: int, *, resolved: bool, kind: FeedbackKind | None, guild_id: int | None
) -> Page[Feedback]:
    return await listed(
        database,
        f"SELECT {COLUMNS} FROM feedback WHERE (resolved IS NOT NULL) = ?1 AND (?2 IS NULL OR kind = ?2)"
        " AND (?3 IS NULL OR guild_id = ?3) ORDER BY id DESC",
        (int(resolved), kind, guild_id),
        of_row,
        (number, size),
    )


async def resolve(database: Database, feedback_id: int, now: datetime) -> bool:
    sql = "UPDATE feedback SET resolved = ? WHERE id = ? AND resolved IS NULL RETURNING id"
    return bool(await database.run(sql, moment(now), feedback_id))


async def everything(database: Database, guild_id: int | None) -> tuple[Feedback, ...]:
    sql = f"SELECT {COLUMNS} FROM feedback WHERE ?1 IS NULL OR guild_id = ?1 ORDER BY id"
    return tuple(map(of_row, await database.run(sql, guild_id)))


def of_person(user_id: int) -> Step:
    return f"SELECT {COLUMNS} FROM feedback WHERE user_id = ? ORDER BY id", (user_id,)


def of_row(row: Row) -> Feedback:
    number, user_id, guild_id, question, title, outcome, kind, told, created, resolved = row
    return Feedback(
        *(number, user_id, guild_id, question, title, outcome, kind, told),
        created=datetime.fromisoformat(created),
        resolved=datetime.fromisoformat(resolved) if resolved else None,
    )
