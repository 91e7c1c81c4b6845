"""Who may import what: the edges of the program stay where they are, so that each can be replaced by itself."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

import pytest

BOT: Final = Path(__file__).parent.parent / "bot"


@cache
def imports() -> frozenset[tuple[str, str]]:
    """Each module of the program, such as "store/store.py", with each module that it imports."""
    return frozenset(_imports())


def _imports() -> Iterator[tuple[str, str]]:
    for file in BOT.rglob("*.py"):
        place = file.relative_to(BOT).as_posix()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                yield from ((place, f"{node.module}.{alias.name}") for alias in node.names)
                assert node.level == 0, f"{place} imports by a relative path"
            elif isinstance(node, ast.Import):
                yield from ((place, alias.name) for alias in node.names)


@pytest.mark.parametrize(
    ("package", "home"),
    [
        ("discord", "discord_side/"),
        ("simcord", "discord_side/preview.py"),
        ("rapidfuzz", "similarity.py"),
        # Another database can take SQLite's place without touching a handler.
        ("sqlite3", "store/"),
        ("aiosqlite", "store/"),
        ("bot.store.tables", "store/"),
        ("bot.store.database", "store/"),
    ],
)
def test_a_package_is_used_in_its_home_only(package: str, home: str) -> None:
    users = {place for place, name in imports() if f"{name}.".startswith(f"{package}.")}
    assert users
    assert all(place.startswith(home) for place in users), users


def test_handlers_see_of_the_store_its_calls_and_its_records_only() -> None:
    seen = {
        name.split(".")[2]
        for place, name in imports()
        if place.startswith("discord_side/") and name.startswith("bot.store.")
    }
    assert seen == {"store", "records", "opening", "sheets"}
