"""A page of a review list fits a message, whatever people wrote."""

from datetime import UTC, datetime
from typing import cast

import pytest

from bot.discord_side.review_lists import PAGE_SIZE, review_page
from bot.rendering.markdown import size
from bot.rendering.messages import MESSAGE_LIMIT
from bot.store.records import Feedback, Page
from bot.store.store import Store


class Full:
    """A store with one full page of feedback, all of it of the same words."""

    def __init__(self, typed: str) -> None:
        self._typed = typed

    async def list_feedback(self, number: int, *, size: int) -> Page[Feedback]:
        now, typed = datetime(2026, 1, 2, tzinfo=UTC), self._typed
        one = (typed[:900], typed[:200], "answered")
        items = tuple(Feedback(entry, entry, None, *one, "wrong", typed[:900], now, None) for entry in range(size))
        return Page(items, number, pages=1, total=size)


@pytest.mark.parametrize("typed", ["*_`" * 300, "plain words " * 80, "𝕏" * 900])
async def test_a_page_with_its_last_line_fits_a_message(typed: str) -> None:
    page = await review_page(cast("Store", Full(typed)), "feedback", 1)
    assert len(page.entries) == PAGE_SIZE
    assert size(f"{page.text}\nPage 100000 of 100000") <= MESSAGE_LIMIT
