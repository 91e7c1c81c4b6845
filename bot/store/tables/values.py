"""What the bot remembers by a key, in SQL."""

from collections.abc import Mapping

from bot.store.database import Database, Step


async def get(database: Database, key: str) -> str | None:
    rows = await database.run("SELECT value FROM remembered WHERE key = ?", key)
    return rows[0][0] if rows else None


async def with_prefix(database: Database, prefix: str) -> dict[str, str]:
    sql = "SELECT key, value FROM remembered WHERE substr(key, 1, length(?1)) = ?1 ORDER BY key"
    return dict(await database.run(sql, prefix))


async def put(database: Database, changed: Mapping[str, str | None]) -> None:
    await database.run_all(to_put(changed))


def to_put(changed: Mapping[str, str | None]) -> list[Step]:
    return [
        ("DELETE FROM remembered WHERE key = ?", (key,))
        if value is None
        else ("INSERT INTO remembered VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2", (key, value))
        for key, value in changed.items()
    ]
