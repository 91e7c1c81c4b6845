"""Nobody waits for somebody else's turn: bursts of events and garbage collection leave the event loop to answers."""

import asyncio
import gc
import time
import weakref

import pytest

from bot.discord_side import collecting
from bot.discord_side.collecting import collect_when_idle
from bot.discord_side.connecting import _take_turns
from bot.discord_side.under_way import UnderWay


class Full:
    """A websocket that always has another event, which takes a millisecond to be read."""

    async def receive(self, *, timeout: float | None) -> float | None:  # noqa: ASYNC109 - aiohttp's own
        time.sleep(0.001)  # noqa: ASYNC251 - it is work
        return timeout


async def test_others_have_their_turn_during_a_burst_of_events() -> None:
    socket = Full()
    answered: list[int] = []

    async def answer() -> None:
        for number in range(100):
            answered.append(number)
            await asyncio.sleep(0)

    answering = asyncio.ensure_future(answer())
    _take_turns(socket)
    assert [await socket.receive(timeout=2.0) for _ in range(12)] == [2.0] * 12
    assert 3 <= len(answered) <= 12  # a turn of two milliseconds each
    answering.cancel()


async def test_garbage_is_collected_when_nobody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    under_way, waits, over = UnderWay(), asyncio.Event(), asyncio.Event()
    collected: list[bool] = []

    def set_aside(*, all_of_it: bool = False) -> None:
        assert not all_of_it  # so soon
        collected.append(under_way.anything)
        over.set()

    monkeypatch.setattr(collecting, "_EVERY_SECONDS", 0.002)
    monkeypatch.setattr(collecting, "set_aside", set_aside)

    async def answer() -> None:
        with under_way.work():
            await waits.wait()

    before = gc.get_threshold()
    answering = asyncio.ensure_future(answer())
    tidying = asyncio.ensure_future(collect_when_idle(under_way))
    await asyncio.sleep(0.02)
    assert not collected
    assert gc.get_threshold() != before
    waits.set()
    await asyncio.wait_for(over.wait(), 5)
    assert collected[0] is False
    tidying.cancel()
    await asyncio.wait([answering, tidying])
    assert gc.get_threshold() == before


async def test_what_was_set_aside_and_is_garbage_now_is_collected_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    class UnderWork:
        """As what refers to itself while it is under way."""

        def __init__(self) -> None:
            self.own = self

    under_work = UnderWork()
    collecting.set_aside()
    gone = weakref.ref(under_work)
    del under_work
    collecting.set_aside()
    assert gone() is not None
    monkeypatch.setattr(collecting, "_EVERY_SECONDS", 0.001)
    monkeypatch.setattr(collecting, "_ALL_EVERY", 3)
    tidying = asyncio.ensure_future(collect_when_idle(UnderWay()))
    async with asyncio.timeout(20):
        while gone() is not None:
            await asyncio.sleep(0.01)
    tidying.cancel()
    await asyncio.wait([tidying])
