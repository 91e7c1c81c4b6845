"""A page of a review list fits a message, whatever people wrote."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.discord_side.review_lists import PAGE_SIZE, review_page
from bot.rendering.markdown import size
from bot.rendering.messages import MESSAGE_LIMIT
from bot.store.opening import Unavailable, open_store
from bot.store.records import NewFeedback


@pytest.mark.parametrize("typed", ["*_`" * 300, "plain words " * 80, "𝕏" * 900])
async def test_a_page_with_its_last_line_fits_a_message(tmp_path: Path, typed: str) -> None:
    now = datetime(2026, 1, 2, tzinfo=UTC)
    store = await open_store(tmp_path / "kept.db")
    assert not isinstance(store, Unavailable)
    for user in range(PAGE_SIZE):
        feedback = NewFeedback(user, None, typed[:900], typed[:200], "answered", "wrong", typed[:900])
        await store.add_feedback(feedback, now)
    page = await review_page(store, "feedback", 1)
    await store.close()
    assert len(page.entries) == PAGE_SIZE
    assert size(f"{page.text}\nPage 100000 of 100000") <= MESSAGE_LIMIT
