"""Questions unanswered or badly answered, in SQL."""

import json
from datetime import date, datetime
from typing import Final

from bot.store.database import Database, Row, cut, moment
from bot.store.questions import kept, words
from bot.store.records import Gap, NewGap, Page
from bot.store.tables.paging import listed

NO_GAP: Final = 0
"""in place of an id"""

_LONGEST_NAME: Final = 100
_COLUMNS: Final = "id, question, outcome, intent, score, entities, repeats, first_seen, last_seen, resolved"
_ORDER: Final = "ORDER BY repeats DESC, last_seen DESC, id DESC"


async def note(database: Database, new: NewGap, now: datetime) -> int:
    question = kept(new.question)
    if not (compared := words(question)):
        return NO_GAP
    names = (cut(new.outcome, _LONGEST_NAME), cut(new.intent, _LONGEST_NAME))
    rows = await database.run(
        "INSERT INTO gaps (words, question, outcome, intent, score, entities, repeats, first_seen, last_seen)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1, ?7, ?7) ON CONFLICT (words) DO UPDATE SET"
        " outcome = ?3, intent = ?4, score = ?5, entities = ?6, repeats = repeats + 1, last_seen = ?7, resolved = NULL"
        " RETURNING id",
        *(compared, question, *names, float(new.score), json.dumps(new.entities), _day(now)),
    )
    return int(rows[0][0])


async def page(database: Database, number: int, size: int, *, resolved: bool) -> Page[Gap]:
    select = f"SELECT {_COLUMNS} FROM gaps WHERE (resolved IS NOT NULL) = ? {_ORDER}"
    return await listed(database, select, (int(resolved),), _of_row, (number, size))


async def resolve(database: Database, gap_id: int, now: datetime) -> bool:
    sql = "UPDATE gaps SET resolved = ? WHERE id = ? AND resolved IS NULL RETURNING id"
    return bool(await database.run(sql, _day(now), gap_id))


async def everything(database: Database) -> tuple[Gap, ...]:
    return tuple(map(_of_row, await database.run(f"SELECT {_COLUMNS} FROM gaps {_ORDER}")))


def _day(now: datetime) -> str:
    return moment(now)[:10]


def _of_row(row: Row) -> Gap:
    number, question, outcome, intent, score, entities, repeats, first, last, resolved = row
    return Gap(
        number,
        question,
        outcome,
        intent,
        score,
        tuple(json.loads(entities)),
        repeats,
        date.fromisoformat(first),
        date.fromisoformat(last),
        date.fromisoformat(resolved) if resolved else None,
    )
