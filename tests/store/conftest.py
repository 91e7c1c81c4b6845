"""A store on a real file."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import pytest_asyncio

from bot.store.opening import Unavailable, open_store
from bot.store.records import FeedbackKind, NewFeedback, NewGap
from bot.store.store import Store

NOW = datetime(2018, 8, 21, 12, 30, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "users.sqlite3"


_OPEN: list[Store] = []


@pytest_asyncio.fixture(autouse=True)
async def closing_all() -> AsyncIterator[None]:
    """A test that fails leaves no store open: the thread of one would keep the whole run from ending."""
    yield
    while _OPEN:
        await _OPEN.pop().close()


@pytest_asyncio.fixture
async def store(path: Path) -> Store:
    return await opened_at(path)


async def tried_at(path: Path) -> Store | Unavailable:
    store = await open_store(path)
    if isinstance(store, Store):
        _OPEN.append(store)
    return store


async def opened_at(path: Path) -> Store:
    store = await tried_at(path)
    assert isinstance(store, Store), str(store)
    return store


def given(user_id: int = 1, *, text: str = "", kind: FeedbackKind = "wrong", guild_id: int | None = 7) -> NewFeedback:
    """Feedback on an answer about India."""
    return NewFeedback(user_id, guild_id, "what did India say?", "India", "answered", kind, text)


def unanswered(question: str) -> NewGap:
    return NewGap(question, "no_record", "statement", 0.5, ("india", "16msp"))
