"""What happens to a store that is open: full disks, others in the way, callers that give up, the end."""

import asyncio
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.records import NewNotice, StoreError
from bot.store.store import Store

from .conftest import NOW, given, opened_at, unanswered


async def test_a_disk_that_fills_up_is_told_and_loses_nothing(store: Store) -> None:
    kept = [await store.add_feedback(given(text="kept"), NOW)]
    ((pages,),) = await store._database.run("PRAGMA page_count")
    await store._database.run(f"PRAGMA max_page_count = {pages + 1}")
    big = given(text=3000 * "x")
    results = await asyncio.gather(*(store.add_feedback(big, NOW) for _ in range(5)), return_exceptions=True)
    kept += [result for result in results if isinstance(result, int)]
    assert isinstance(results[-1], StoreError)
    assert str(results[-1]) == "the disk is full: make room on it"
    with pytest.raises(StoreError, match="the disk is full"):
        await store.set_values({"small": "x", "large": 40_000 * "x"})
    assert await store.value("small") is None
    assert [one.id for one in await store.all_feedback()] == kept
    await store._database.run("PRAGMA max_page_count = 1000000")
    assert await store.add_feedback(given(text=8000 * "x"), NOW) > kept[-1]


async def test_nobody_waits_for_a_program_that_holds_the_file(store: Store, path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN IMMEDIATE")
        began = time.perf_counter()
        with pytest.raises(StoreError, match="another program holds it locked: close that program"):
            await store.add_feedback(given(), NOW)
        with pytest.raises(StoreError, match="another program holds it locked"):
            await store.unfollow(1, "state", "india")
        assert await store.all_feedback() == ()
        assert time.perf_counter() - began < 0.5
    await store.add_feedback(given(), NOW)


async def test_what_was_begun_is_finished_when_the_caller_gives_up(store: Store) -> None:
    await store.follow(1, "state", "india", NOW)
    told = [NewNotice(1, "state", "india", str(number)) for number in range(20)]
    for delay in range(12):
        await store._database.run("DELETE FROM notices")
        task = asyncio.create_task(store.queue_notices(told, {"told": str(delay)}, NOW))
        for _ in range(delay):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        # Whoever comes next finds no transaction open.
        number = await store.add_feedback(given(), NOW)
        assert number in [one.id for one in await store.all_feedback()]
        assert (await store.value("told") == str(delay)) is (delay > 0)
        assert len(await store.pending_notices()) == (20 if delay > 0 else 0)


async def test_many_at_once(store: Store) -> None:
    await store.follow(1, "state", "india", NOW)
    await asyncio.gather(
        *(store.note_gap(unanswered("why"), NOW) for _ in range(20)),
        *(store.queue_notices([NewNotice(1, "state", "india", "x")], {str(n): "x"}, NOW) for n in range(20)),
        *(store.following(1) for _ in range(20)),
    )
    assert (await store.list_gaps()).items[0].repeats == 20
    assert len(await store.pending_notices()) == len(await store.values_of("")) == 20


async def test_closing_finishes_what_is_under_way_and_nothing_comes_after(store: Store, path: Path) -> None:
    under_way = [asyncio.create_task(store.note_gap(unanswered(f"why {number}"), NOW)) for number in range(20)]
    await asyncio.sleep(0)
    await asyncio.gather(store.close(), store.close())
    assert all([await task for task in under_way])
    with pytest.raises(StoreError, match=r"^the bot is stopping: try again when it is back$"):
        await store.note_gap(unanswered("too late"), NOW)
    with pytest.raises(StoreError):
        await store.change_guild_settings(7, lambda present: present)
    again = await opened_at(path)
    assert (await again.list_gaps()).total == 20
    await again.close()
