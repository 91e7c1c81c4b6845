"""``treatybot backup``: a copy of what users have created."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.store.opening import open_store
from bot.store.records import NewGap
from bot.store.store import Store

from .conftest import Program


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "users.sqlite3"

    async def fill() -> None:
        store = await open_store(path)
        assert isinstance(store, Store)
        await store.note_gap(NewGap("why", "declined"), datetime.now(UTC))
        await store.close()

    asyncio.run(fill())
    return path


def test_a_copy_is_made_of_the_database_that_the_env_file_names(
    program: Program, database: Path, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text(f"TREATYBOT_DATABASE={database}\n", encoding="utf-8")
    done = program("backup", "copy.sqlite3")
    size = (tmp_path / "copy.sqlite3").stat().st_size
    assert done.stdout.decode() == f"copy.sqlite3 is a copy of {database}, checked: {size:,} bytes\n"
    assert (done.returncode, done.stderr) == (0, b"")

    again = program("backup", "copy.sqlite3")
    assert (again.returncode, again.stdout) == (2, b"")
    told = "treatybot: copy.sqlite3 is there already: name another file, nothing is overwritten\n"
    assert again.stderr.decode() == told


def test_there_is_no_database_yet(program: Program, tmp_path: Path) -> None:
    done = program("backup", "copy.sqlite3")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr == b"treatybot: there is no database treatybot.sqlite3 yet: treatybot run makes it\n"
    assert list(tmp_path.iterdir()) == []
