"""Copies: consistent while others write, whole or not there at all."""

import asyncio
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.copying import copy_database
from bot.store.records import NewNotice, StoreError
from bot.store.store import Store

from .conftest import NOW, given, opened_at


async def test_a_copy_made_while_others_write_holds_whole_changes_only(store: Store, tmp_path: Path) -> None:
    await store.follow(1, "all", "", NOW)

    async def write(first: int) -> None:
        for number in range(first, 80, 4):
            await store.queue_notices([NewNotice(1, "all", "", str(number))], {f"n{number}": str(number)}, NOW)

    async def copy() -> None:
        for number in range(5):
            await asyncio.sleep(0.005)
            await store.backup(tmp_path / f"copy{number}")

    await asyncio.gather(*(write(first) for first in range(4)), copy())
    held = []
    for number in range(5):
        copied = await opened_at(tmp_path / f"copy{number}")
        notices = {one.text for one in await copied.pending_notices()}
        assert notices == set((await copied.values_of("n")).values())
        held.append(len(notices))
        await copied.close()
    assert held == sorted(held)
    assert held[-1] > 0


async def test_a_copy_is_one_file_for_its_owner_alone(store: Store, tmp_path: Path) -> None:
    await store.add_feedback(given(), NOW)
    folder = tmp_path / "copies"
    folder.mkdir()
    await store.backup(folder / "copy.sqlite3")
    (copy,) = folder.iterdir()
    if os.name != "nt":
        assert copy.stat().st_mode & 0o777 == 0o600
    again = await opened_at(copy)
    assert (await again.list_feedback()).total == 1
    await again.close()


async def test_a_database_that_no_bot_has_open_is_copied_too(store: Store, path: Path, tmp_path: Path) -> None:
    await store.add_feedback(given(), NOW)
    await store.close()
    copy_database(path, tmp_path / "copy")
    with closing(sqlite3.connect(tmp_path / "copy")) as copy:
        assert copy.execute("SELECT count(*) FROM feedback").fetchone() == (1,)


async def test_nothing_is_overwritten(store: Store, path: Path, tmp_path: Path) -> None:
    for name in ("there", "half.part"):
        (tmp_path / name).write_bytes(b"mine")
    with pytest.raises(StoreError, match="there is there already: name another file, nothing is overwritten"):
        await store.backup(tmp_path / "there")
    with pytest.raises(StoreError, match=r"half\.part: it cannot be opened \(File exists\)"):
        await store.backup(tmp_path / "half")
    with pytest.raises(StoreError, match="is there already"):
        await store.backup(path)
    assert [(tmp_path / name).read_bytes() for name in ("there", "half.part")] == [b"mine", b"mine"]


async def test_what_cannot_be_copied_leaves_no_copy(store: Store, path: Path, tmp_path: Path) -> None:
    await store.close()
    with pytest.raises(StoreError, match=r"there is no database .*nowhere yet: treatybot run makes it"):
        copy_database(tmp_path / "nowhere", tmp_path / "copy")
    with pytest.raises(StoreError, match=r"copy\.part: it cannot be opened \(No such file or directory\)"):
        copy_database(path, tmp_path / "no folder" / "copy")
    path.write_bytes(path.read_bytes()[: 6 * 4096])
    with pytest.raises(StoreError, match=r"users\.sqlite3: it is damaged"):
        copy_database(path, tmp_path / "copy")
    assert not [file for file in tmp_path.iterdir() if file.name.startswith("copy")]
