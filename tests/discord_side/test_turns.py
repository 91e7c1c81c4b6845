"""Nobody waits for somebody else's turn: bursts of events and garbage collection leave the event loop to answers."""

import asyncio
import gc
import time

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

    def set_aside() -> None:
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
