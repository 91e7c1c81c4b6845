"""An older file becomes a newer one: wholly or not at all, and with all that is in it."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from bot.store import versions
from bot.store.opening import Unavailable
from bot.store.records import Feedback, Follow, Gap, GuildSettings, NewNotice
from bot.store.store import Store
from bot.store.versions import NEWEST, VERSIONS

from .conftest import NOW, opened_at, tried_at

FOLDER = Path(__file__).parent
OLDER = sorted(FOLDER.glob("version_*.sql"))


def old(path: Path, sql: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql.read_text(encoding="utf-8"))


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Tables and indexes with their columns, however their statements are written."""
    with closing(sqlite3.connect(path)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema ORDER BY name")]
        return {
            name: connection.execute(f"PRAGMA table_xinfo({name})").fetchall()
            + connection.execute(f"PRAGMA index_xinfo({name})").fetchall()
            for name in names
        }


def test_there_is_a_file_of_every_older_version() -> None:
    assert [file.stem for file in OLDER] == [f"version_{number}" for number in range(1, NEWEST)]


@pytest.mark.parametrize("sql", OLDER, ids=lambda sql: sql.stem)
async def test_an_older_file_keeps_all_that_is_in_it(path: Path, sql: Path) -> None:
    old(path, sql)
    store = await opened_at(path)
    assert await store.all_feedback() == (
        Feedback(4, 1, None, "what did India say?", "India", "answered", "wrong", "it said", NOW, None),
    )
    days = (date(2018, 8, 20), date(2018, 8, 21))
    assert await store.all_gaps() == (Gap(5, "Why?", "declined", "", 0.25, (), 3, *days, None),)
    assert await store.following(1) == (Follow(1, "state", "india", NOW),)
    assert await store.guild_settings(7) == GuildSettings(
        7, "private", maintainer_roles=frozenset({3}), notices_channel=6
    )
    assert await store.value("commands") == "abc"
    assert len(await store.queue_notices([NewNotice(1, "state", "india", "x")], {}, NOW)) == 1
    await store.close()


@pytest.mark.parametrize("sql", OLDER, ids=lambda sql: sql.stem)
async def test_an_older_file_gets_the_tables_of_a_new_one(path: Path, sql: Path, tmp_path: Path) -> None:
    old(path, sql)
    new = tmp_path / "new.sqlite3"
    for one in (path, new):
        await (await opened_at(one)).close()
    assert tables(path) == tables(new)


@pytest.mark.parametrize("sql", OLDER, ids=lambda sql: sql.stem)
async def test_a_step_that_fails_leaves_the_file_as_it_was(
    path: Path, sql: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old(path, sql)
    before = tables(path)
    broken = [(*statements, "INSERT INTO no_such_table VALUES (1)") for statements in VERSIONS]
    with monkeypatch.context() as patched:
        patched.setattr(versions, "VERSIONS", broken)
        store = await tried_at(path)
        assert isinstance(store, Unavailable)
        assert store.reason == "SQLite reports: no such table: no_such_table"
    assert tables(path) == before
    opened = await opened_at(path)
    assert isinstance(opened, Store)
    await opened.close()
