"""Feedback: kept as given, listed in pages, resolved once."""

from datetime import timedelta

from bot.store.records import Feedback
from bot.store.store import Store
from bot.store.tables.feedback import LONGEST

from .conftest import NOW, given


async def test_feedback_is_kept_as_it_was_given(store: Store) -> None:
    number = await store.add_feedback(given(2**63 - 1, text="It said “=1+1”,\nat 15MSP 💣"), NOW)
    (kept,) = await store.all_feedback()
    assert kept == Feedback(
        *(number, 2**63 - 1, 7, "what did India say?", "India", "answered", "wrong", "It said “=1+1”,\nat 15MSP 💣"),
        created=NOW,
        resolved=None,
    )


async def test_feedback_outside_a_server_bears_no_server(store: Store) -> None:
    await store.add_feedback(given(guild_id=None), NOW)
    (kept,) = await store.all_feedback()
    assert kept.guild_id is None


async def test_what_sqlite_cannot_hold_is_mended_and_what_is_too_long_is_cut(store: Store) -> None:
    await store.add_feedback(given(text="half \ud83d" + LONGEST * "x"), NOW)
    (kept,) = await store.all_feedback()
    assert kept.text.startswith("half ?xxx")
    assert kept.text.endswith("x…")
    assert len(kept.text) == LONGEST


async def test_pages_show_the_newest_first_and_never_run_out(store: Store) -> None:
    numbers = [await store.add_feedback(given(text=str(number)), NOW) for number in range(5)]
    first, last = await store.list_feedback(size=2), await store.list_feedback(99, size=2)
    assert [one.id for one in first.items] == numbers[:2:-1]
    assert (first.number, first.pages, first.total) == (1, 3, 5)
    assert [one.id for one in last.items] == numbers[:1]
    assert (last.number, last.pages, last.total) == (3, 3, 5)
    assert (await store.list_feedback(-1, size=2)) == first


async def test_no_feedback_is_one_empty_page(store: Store) -> None:
    page = await store.list_feedback()
    assert (page.items, page.number, page.pages, page.total) == ((), 1, 1, 0)


async def test_feedback_is_listed_by_kind_and_by_server(store: Store) -> None:
    helpful = await store.add_feedback(given(kind="helpful", guild_id=7), NOW)
    wrong = await store.add_feedback(given(kind="wrong", guild_id=8), NOW)
    assert [one.id for one in (await store.list_feedback(kind="helpful")).items] == [helpful]
    assert [one.id for one in (await store.list_feedback(guild_id=8)).items] == [wrong]
    assert [one.id for one in await store.all_feedback(7)] == [helpful]
    assert [one.id for one in await store.all_feedback()] == [helpful, wrong]


async def test_feedback_is_resolved_once(store: Store) -> None:
    number = await store.add_feedback(given(), NOW)
    later = NOW + timedelta(days=1)
    assert await store.resolve_feedback(number, later)
    assert not await store.resolve_feedback(number, later + timedelta(days=1))
    assert not await store.resolve_feedback(number + 1, later)
    assert (await store.list_feedback()).total == 0
    (resolved,) = (await store.list_feedback(resolved=True)).items
    assert resolved.resolved == later


async def test_the_id_of_deleted_feedback_never_names_another(store: Store) -> None:
    number = await store.add_feedback(given(1), NOW)
    await store.delete_person(1)
    newer = await store.add_feedback(given(2), NOW)
    assert newer > number
    assert [one.id for one in await store.all_feedback()] == [newer]
