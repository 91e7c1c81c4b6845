"""Settings of servers and what the bot remembers: both outlast a restart."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from bot.store.records import GuildSettings
from bot.store.store import Store

from .conftest import opened_at

SET = GuildSettings(7, "private", frozenset({1, 2}), frozenset({3}), frozenset({4, 5}), 6)


async def test_a_server_that_set_nothing_has_the_defaults(store: Store) -> None:
    assert await store.guild_settings(7) == GuildSettings(7)


async def test_settings_outlast_a_restart(store: Store, path: Path) -> None:
    assert await store.change_guild_settings(7, lambda _: SET) == SET
    await store.change_guild_settings(8, lambda present: replace(present, visibility="private"))
    await store.close()
    again = await opened_at(path)
    assert await again.guild_settings(7) == SET
    assert await again.guild_settings(8) == GuildSettings(8, "private")
    await again.close()


async def test_a_change_replaces_what_was_there(store: Store, path: Path) -> None:
    await store.change_guild_settings(7, lambda _: SET)
    await store.change_guild_settings(7, lambda present: replace(present, maintainer_users=frozenset({9})))
    await store.close()
    again = await opened_at(path)
    assert await again.guild_settings(7) == replace(SET, maintainer_users=frozenset({9}))
    await again.close()


async def test_two_changes_at_once_are_both_kept(store: Store) -> None:
    def adding(role: int) -> Callable[[GuildSettings], GuildSettings]:
        return lambda present: replace(present, maintainer_roles=present.maintainer_roles | {role})

    await asyncio.gather(*(store.change_guild_settings(7, adding(role)) for role in range(20)))
    assert (await store.guild_settings(7)).maintainer_roles == frozenset(range(20))


async def test_a_server_that_the_bot_left_is_forgotten(store: Store, path: Path) -> None:
    await store.change_guild_settings(7, lambda _: SET)
    await store.forget_guild(7)
    assert await store.guild_settings(7) == GuildSettings(7)
    await store.close()
    again = await opened_at(path)
    assert await again._database.run("SELECT * FROM guild_members") == []
    await again.close()


async def test_settings_never_wait_for_the_disk(store: Store) -> None:
    await store.change_guild_settings(7, lambda _: SET)
    connection = store._database._connection
    await connection.create_function("pause", 0, lambda: time.sleep(0.2))
    busy = asyncio.create_task(store._database.run("SELECT pause()"))
    await asyncio.sleep(0.01)
    assert await store.guild_settings(7) == SET
    assert not busy.done()
    await busy


async def test_values_are_remembered_replaced_and_forgotten(store: Store, path: Path) -> None:
    assert await store.value("commands") is None
    await store.set_values({"commands": "1", "state:a_": "x", "state:b": "y", "other": "z"})
    await store.set_values({"commands": "2", "other": None})
    await store.close()
    again = await opened_at(path)
    assert await again.value("commands") == "2"
    assert await again.values_of("state:") == {"state:a_": "x", "state:b": "y"}
    assert await again.values_of("state:a%") == {}
    assert await again.values_of("") == {"commands": "2", "state:a_": "x", "state:b": "y"}
    await again.close()
