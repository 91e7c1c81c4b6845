"""Opening: a store that is safe, or one line that says why there is none; nothing that is there is overwritten."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.store import inspecting, opening
from bot.store.opening import Unavailable
from bot.store.store import Store
from bot.store.versions import APPLICATION, NEWEST

from .conftest import NOW, given, opened_at, tried_at

ROOT = Path(__file__).parent.parent.parent


async def reason(path: Path) -> str:
    store = await tried_at(path)
    assert isinstance(store, Unavailable)
    assert "\n" not in str(store)
    return store.reason


async def filled(path: Path) -> None:
    store = await opened_at(path)
    await store.add_feedback(given(), NOW)
    await store.set_values({f"{number}": 1000 * "x" for number in range(60)})
    await store.close()


async def test_a_new_database_has_every_safeguard(store: Store) -> None:
    expected = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "busy_timeout": 0}
    assert expected == {name: (await store._database.run(f"PRAGMA {name}"))[0][0] for name in expected}
    tables = await store._database.run("PRAGMA table_list")
    ours = [(name, strict) for _, name, _, _, _, strict in tables if not name.startswith("sqlite_")]
    assert len(ours) > 5
    assert all(strict for _, strict in ours)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
async def test_a_new_database_is_for_its_owner_alone(store: Store, path: Path) -> None:
    await store.add_feedback(given(), NOW)
    files = [path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")]
    assert [file.stat().st_mode & 0o777 for file in files] == [0o600, 0o600, 0o600]


async def test_what_was_kept_is_there_again(path: Path) -> None:
    await filled(path)
    store = await opened_at(path)
    assert (await store.list_feedback()).total == 1
    assert len(await store.values_of("")) == 60
    await store.close()


async def test_the_line_says_what_is_off(tmp_path: Path) -> None:
    assert str(await tried_at(tmp_path)) == (
        f"the database {tmp_path} is not used: it is a folder: set TREATYBOT_DATABASE to the path of a file; off till "
        "then: feedback, the list of unanswered questions, following, server settings"
    )


def no_database(path: Path) -> None:
    path.write_bytes(b"no database at all, but a text of some length " * 100)


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[5 * 4096 : 9 * 4096] = os.urandom(4 * 4096)
    path.write_bytes(content)


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: 6 * 4096])


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {NEWEST + 1}")


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 0")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (no_database, "it is damaged, or no database at all: put a copy in its place (treatybot backup makes copies)"),
        (damage, "it is damaged"),
        (cut_off, "it is damaged"),
        (newer, f"a newer Treatybot made it (version {NEWEST + 1} of the tables, not {NEWEST}): update this one"),
        (foreign, "it is another program's database: set TREATYBOT_DATABASE to another file"),
    ],
)
async def test_a_file_that_cannot_be_used_is_left_as_it_is(
    path: Path, spoil: Callable[[Path], None], told: str
) -> None:
    await filled(path)
    spoil(path)
    before = path.read_bytes()
    assert (await reason(path)).startswith(told)
    assert path.read_bytes() == before
    # It can be mended, and is used then, by the same process.
    path.unlink()
    await (await opened_at(path)).close()


async def test_the_changes_that_a_killed_process_left_beside_a_file_are_left_too(path: Path) -> None:
    left = path.with_name("left.sqlite3")
    files = (left, left.with_name(f"{left.name}-wal"))
    await filled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {NEWEST + 1}")
        files[0].write_bytes(path.read_bytes())
        files[1].write_bytes(path.with_name(f"{path.name}-wal").read_bytes())
    before = [file.read_bytes() for file in files]
    assert len(before[1]) > 4096
    assert (await reason(left)).startswith("a newer Treatybot made it")
    assert [file.read_bytes() for file in files] == before


async def test_a_large_file_is_checked_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inspecting, "_LARGE", 0)
    await filled(path)
    await (await opened_at(path)).close()
    damage(path)
    assert (await reason(path)).startswith("it is damaged")


async def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    told = "it cannot be opened: let the bot's user read and write the file and its folder"
    assert await reason(tmp_path / "nowhere" / "users.sqlite3") == told


@pytest.mark.skipif(os.name == "nt", reason="Windows lets not everyone make links")
async def test_links_in_a_circle(path: Path) -> None:
    path.symlink_to(path)
    assert await reason(path)


@contextmanager
def as_a_plain_user() -> Iterator[None]:
    """Root may write everywhere."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that a plain user can reach."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
@pytest.mark.parametrize("what", ["folder", "file"])
async def test_what_cannot_be_written(open_folder: Path, what: str) -> None:
    path = open_folder / "users.sqlite3"
    lock = path.with_name(f"{path.name}.lock")
    await filled(path)
    before = path.read_bytes()
    path.chmod(0o444)
    if what == "folder":
        lock.unlink()
        open_folder.chmod(0o555)
        told = "it cannot be opened: let the bot's user read and write the file and its folder"
    else:
        lock.chmod(0o666)
        open_folder.chmod(0o777)
        told = "it cannot be written: let the bot's user write the file and its folder"
    with as_a_plain_user():
        assert await reason(path) == told
    assert path.read_bytes() == before


async def test_a_file_that_another_program_holds_locked(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PATIENCE", 0.05)
    await filled(path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert await reason(path) == "another program holds it locked: close that program"
    await (await opened_at(path)).close()


async def test_a_second_bot_on_the_same_file_says_so(store: Store, path: Path, tmp_path: Path) -> None:
    in_use = "another Treatybot uses it: stop that one, or set TREATYBOT_DATABASE to another file"
    assert await reason(path) == in_use
    if os.name != "nt":
        link = tmp_path / "link.sqlite3"
        link.symlink_to(path)
        assert await reason(link) == in_use
    await store.add_feedback(given(), NOW)


async def test_another_process_on_the_same_file_says_so_until_the_first_is_gone(path: Path) -> None:
    hold = "import asyncio, sys; from pathlib import Path; from bot.store.opening import open_store\n"
    hold += "async def main():\n store = await open_store(Path(sys.argv[1])); print(store, flush=True); input()\n"
    hold += "asyncio.run(main())"
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(path)], stdout=subprocess.PIPE, stdin=subprocess.PIPE, cwd=ROOT
    ) as process:
        assert process.stdout is not None
        assert b"Store" in process.stdout.readline()
        assert (await reason(path)).startswith("another Treatybot uses it")
        process.kill()
    await (await opened_at(path)).close()


async def test_a_python_with_an_old_sqlite(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "OLDEST_SQLITE", (99,))
    assert (await reason(path)).startswith("SQLite 3.37 or newer is needed, and Python has 3.")
    assert not path.exists()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with room for 200 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only root can make a small disk")
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", folder], check=False).returncode:
        pytest.skip("no disk can be made here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


@pytest.mark.parametrize("room", range(0, 160 * 1024, 16 * 1024))
async def test_a_full_disk(small_disk: Path, room: int) -> None:
    """Whatever room is left, opening never fails in another way."""
    path, ballast = small_disk / "users.sqlite3", small_disk / "ballast"
    ballast.write_bytes(bytes(200 * 1024 - 4096 - room))
    store = await tried_at(path)
    if isinstance(store, Store):
        assert room > 64 * 1024
        await store.close()
    else:
        assert store.reason == "the disk is full: make room on it"
    ballast.unlink()
    store = await opened_at(path)
    await store.add_feedback(given(), NOW)
    await store.close()


def test_the_mark_of_our_files_is_theirs_for_ever() -> None:
    assert APPLICATION.to_bytes(4, "big") == b"Trbt"
