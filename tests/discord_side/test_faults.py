"""What goes wrong between the bot and Discord: discord.py as it is, against a server on loopback that has faults."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from socket import create_server
from typing import Any

import pytest

from bot.answering.answer import Answer
from bot.answering.engine import Engine
from bot.discord_side import first_response
from bot.discord_side.addresses import rest_base
from bot.discord_side.client import TreatyBot, create_bot
from bot.discord_side.patience import Pauses, growing
from bot.matching.reading import Reading
from bot.settings import Settings
from bot.store.opening import Unavailable, open_store
from tests.discord_side.conftest import INDIA, INDIA_SAYS, Listening, log_of
from tests.discord_side.loopback import TOKEN, Fault, Loopback, Op, in_a_group_chat, limited, serve, slow

FAILS = "a question at which the program fails"
NOT_ANSWERED = "how many elephants does the treaty mention?"
REFUSED = Fault(400, {"code": 50035, "message": "Invalid Form Body"})
WRONG = "Something went wrong here (error "


@dataclass
class SometimesFailing(Listening):
    """The engine, which fails at one question."""

    def answer(self, question: str, before: Reading | None = None) -> Answer:
        if question == FAILS:
            raise ValueError(question)
        return super().answer(question, before)


def asks(token: int, question: str = INDIA) -> dict[str, Any]:
    return in_a_group_chat(str(token), 2, "ask", [{"name": "question", "type": 3, "value": question}], person=token)


async def until(what: Callable[[], object]) -> None:
    """Wait until ``what()`` is true."""
    async with asyncio.timeout(5):
        while not what():
            await asyncio.sleep(0.005)


@asynccontextmanager
async def running(
    engine: Listening, server: Loopback, *, pauses: Pauses = growing, database: Path | None = None
) -> AsyncIterator[TreatyBot]:
    """The bot, on its way to the server; closed at the end."""
    with rest_base(server.api):
        async with create_bot(
            engine, Settings(discord_gateway=server.gateway), pauses=pauses, database=database
        ) as bot:
            bot.before_identify_hook = no_pause  # type: ignore[method-assign]  # made to be replaced
            work = asyncio.ensure_future(bot.start(TOKEN))
            try:
                yield bot
            finally:
                await bot.close()
                await asyncio.wait([work], timeout=5)


async def no_pause(*_: object, **_more: object) -> None:
    """In place of a rest of 5 seconds before each new session, which Discord asks for."""


async def test_a_connection_that_is_dropped_resumed_or_invalid_is_made_again(engine: Listening) -> None:
    server = Loopback(endings=[4000, Op.RECONNECT, Op.INVALID_SESSION, 1000], interactions=[asks(1)])
    async with serve(server), running(engine, server):
        await until(server.answered.is_set)
    assert INDIA_SAYS in server.callbacks["1"]["data"]["content"]
    assert server.identified == 2
    assert len(server.queries) == 5


FAULTS: dict[int, list[Fault]] = {
    1: [limited(0.02)],
    2: [limited(0.02, everywhere=True)],
    3: [Fault(500)],
    4: [Fault(502)],
    5: [Fault(None)],
    6: [Fault(500, taken=True)],
    7: [Fault(None, taken=True)],
    8: [],
}


async def test_whatever_rest_answers_each_is_answered_once_or_told(
    real_engine: Engine, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(first_response, "_SECONDS", 0.2)
    server = Loopback(endings=[])
    server.faults = {str(token): list(faults) for token, faults in FAULTS.items()}
    server.faults |= {"9": [REFUSED], "10": [Fault(500)] * 9}
    unreadable = {"id": "11", "token": "11"}
    server.interactions = [*map(asks, FAULTS), asks(9), asks(10), unreadable, asks(12, FAILS), asks(13)]
    async with serve(server), running(SometimesFailing(real_engine), server) as bot:
        await until(lambda: len(server.callbacks) == len(FAULTS) + 3)
        await until(lambda: not bot.service.under_way.anything)
    for token in (*FAULTS, 13):
        assert INDIA_SAYS in server.callbacks[str(token)]["data"]["content"]
    for token in (9, 12):
        assert server.callbacks[str(token)]["data"]["content"].startswith(WRONG)
    assert "10" not in server.callbacks
    log = log_of(caplog)
    assert log.count("the person could not be told of it") == 1
    assert log.count("an event could not be read") == 1
    assert log.count("something went wrong") == 3
    assert INDIA not in log


async def test_a_second_bot_that_was_first_is_told_in_the_log(
    engine: Listening, caplog: pytest.LogCaptureFixture
) -> None:
    server = Loopback(endings=[], interactions=[asks(1)])
    server.callbacks["1"] = {}
    async with serve(server), running(engine, server) as bot:
        await until(server.resumed.is_set)
        await until(lambda: engine.asked and not bot.service.under_way.anything)
    assert log_of(caplog).count("another program has answered: does the bot run twice?") == 1


@dataclass
class Told:
    """Pauses, and which of them were taken."""

    seconds: Sequence[float]
    taken: list[int] = field(default_factory=list)

    def __call__(self, number: int) -> float:
        self.taken.append(number)
        return self.seconds[min(number, len(self.seconds) - 1)]


async def test_discord_that_cannot_be_reached_is_waited_for(
    engine: Listening, caplog: pytest.LogCaptureFixture
) -> None:
    with closing(create_server(("127.0.0.1", 0))) as free:
        server = Loopback(port=free.getsockname()[1], endings=[4000], refusals=2, interactions=[asks(1)])
    caplog.set_level("INFO", logger="bot")
    pauses = Told((0.001, 0.002, 0.004))
    async with running(engine, server, pauses=pauses):
        await until(lambda: len(pauses.taken) > 3)
        assert pauses.taken[:4] == [0, 1, 2, 3]
        async with serve(server):
            await until(server.answered.is_set)
    assert pauses.taken[-2:] == [0, 1]  # the gateway, after REST was reached
    log = log_of(caplog)
    assert log.count("Discord cannot be reached") == log.count("Discord is reached again") == 2
    assert [growing(number) for number in (0, 1, 2, 3, 99, 9999)] == [1, 2, 4, 8, 120, 120]


async def test_a_bot_that_waits_for_discord_stops_at_once(engine: Listening) -> None:
    pauses = Told((3600.0,))
    began = time.monotonic()
    async with running(engine, Loopback(port=9), pauses=pauses):
        await until(lambda: pauses.taken)
    assert time.monotonic() - began < 1


async def test_what_is_acknowledged_is_finished_before_the_bot_stops(engine: Listening, tmp_path: Path) -> None:
    database = tmp_path / "treatybot.sqlite3"
    server = Loopback(endings=[], faults={"1": [slow(0.2)]}, interactions=[asks(1, NOT_ANSWERED)])
    async with serve(server), running(engine, server, database=database):
        await until(server.answered.is_set)
    store = await open_store(database)
    assert not isinstance(store, Unavailable)
    assert [gap.question for gap in await store.all_gaps()] == [NOT_ANSWERED]
    await store.close()
