"""Privacy: all of a person comes out and goes away, from the file too; what is old is deleted."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.store.records import NewNotice, PersonRecords, Pruned
from bot.store.sheets import person_json
from bot.store.store import Store

from .conftest import NOW, given, opened_at, unanswered

ANN, BEN = 123456789012345678, 223456789012345678
SECRET = "seen in the Landmine Monitor"


async def all_of(store: Store, user_id: int) -> None:
    """Everything that a person can leave behind."""
    await store.add_feedback(given(user_id, text=f"{SECRET} {user_id}"), NOW)
    await store.follow(user_id, "state", "india", NOW)
    await store.queue_notices([NewNotice(user_id, "state", "india", f"{SECRET} {user_id}")], {}, NOW)
    await store.change_guild_settings(
        7, lambda present: replace(present, maintainer_users=present.maintainer_users | {user_id})
    )


async def test_all_of_a_person_is_exported(store: Store) -> None:
    await all_of(store, ANN)
    await all_of(store, BEN)
    records = await store.export_person(ANN)
    assert records.count == 4
    exported = person_json(records)
    assert str(BEN) not in exported
    assert json.loads(exported) == {
        "user_id": str(ANN),
        "feedback": [
            {
                "guild_id": "7",
                "kind": "wrong",
                "question": "what did India say?",
                "answer": "India",
                "outcome": "answered",
                "text": f"{SECRET} {ANN}",
                "created": "2018-08-21T12:30:00+00:00",
                "resolved": None,
            }
        ],
        "follows": [{"kind": "state", "target": "india", "created": "2018-08-21T12:30:00+00:00"}],
        "messages_owed": [
            {"kind": "state", "target": "india", "text": f"{SECRET} {ANN}", "created": "2018-08-21T12:30:00+00:00"}
        ],
        "maintainer_in": ["7"],
    }


async def test_all_of_a_person_is_deleted_and_nothing_else(store: Store, path: Path) -> None:
    await all_of(store, ANN)
    await all_of(store, BEN)
    await store.note_gap(unanswered("why"), NOW)
    before = await store.export_person(ANN)
    assert await store.delete_person(ANN) == before
    assert await store.export_person(ANN) == PersonRecords(ANN, (), (), (), ())
    assert (await store.export_person(BEN)).count == 4
    assert (await store.guild_settings(7)).maintainer_users == {BEN}
    assert (await store.list_gaps()).total == 1
    await store.close()
    again = await opened_at(path)
    assert (await again.guild_settings(7)).maintainer_users == {BEN}
    await again.close()


async def test_what_is_deleted_is_gone_from_the_file(store: Store, path: Path) -> None:
    await all_of(store, ANN)
    await all_of(store, BEN)
    await store.delete_person(ANN)
    written = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert f"{SECRET} {BEN}".encode() in written
    assert f"{SECRET} {ANN}".encode() not in written


async def test_no_column_bears_a_person_but_those_that_are_deleted(store: Store) -> None:
    """A new table with a person in it must be added to ``people``."""
    tables = await store._database.run(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    bearing = {
        table
        for (table,) in tables
        for column in await store._database.run(f"PRAGMA table_info({table})")
        if "user" in column[1]
    }
    assert bearing == {"feedback", "follows", "notices"}


@pytest.mark.parametrize(("days", "left"), [(180, True), (181, False)])
async def test_what_is_old_is_deleted(store: Store, days: int, left: bool) -> None:
    await store.add_feedback(given(), NOW)
    await store.note_gap(unanswered("why"), NOW)
    pruned = await store.prune(NOW + timedelta(days=days), 180)
    assert pruned == (Pruned(0, 0) if left else Pruned(1, 1))
    assert (await store.list_feedback()).total == (await store.list_gaps()).total == int(left)


async def test_a_question_that_is_asked_again_is_kept_and_follows_never_age(store: Store) -> None:
    await store.note_gap(unanswered("why"), NOW)
    await store.follow(1, "state", "india", NOW)
    await store.note_gap(unanswered("why"), NOW + timedelta(days=100))
    assert await store.prune(NOW + timedelta(days=200), 180) == Pruned(0, 0)
    assert len(await store.following(1)) == 1
    assert await store.prune(NOW + timedelta(days=300), 180) == Pruned(1, 0)
