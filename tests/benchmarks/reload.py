"""How long a reload takes, and what it costs whoever asks meanwhile: ``python -m tests.benchmarks.reload``.

``treatybot run`` answers /ask, asked some 15 times a second by a Discord on loopback, while a copy of the knowledge is
edited. An acknowledgement is timed at Discord's end: from sending the interaction to receiving the first reply,
which holds the answer. A reload is timed from the last write to the log line that says what became of it.
The second table says why the engine is built as it is (``bot/reloading/building.py``).
"""

import asyncio
import gc
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import WSMsgType, web

from bot.answering.engine import Engine
from bot.knowledge.loading import default_folder, load_knowledge
from bot.reloading.building import build_engine
from bot.settings import API, DATABASE, GATEWAY, KNOWLEDGE, TOKEN
from tests.discord_side.loopback import TOKEN as INVENTED
from tests.discord_side.loopback import USER, Op, _json, _rest_answer

ROUNDS = 5
PAUSE_SECONDS = 0.05
QUESTION = "what did India say in 16MSP?"
RELOADED, REFUSED = "the knowledge was reloaded", "an edit was not taken"


@dataclass
class Asker:
    """Discord with one person who asks without rest."""

    sent: dict[str, float] = field(default_factory=dict)
    waits: list[float] = field(default_factory=list)
    """seconds from question to answer"""
    port: int = 0

    async def rest(self, request: web.Request) -> web.Response:
        arrived = time.perf_counter()
        parts = request.path.split("/")
        if parts[-1] == "callback":
            identifier = parts[-3]
            self.waits.append(arrived - self.sent.pop(identifier))
            return _json({"interaction": {"id": identifier, "type": 2}})
        return _json(_rest_answer(request.path.removeprefix("/v10")))

    async def gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": Op.HELLO, "d": {"heartbeat_interval": 45000}})
        asking = None
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                continue
            payload = message.json()
            if payload["op"] == Op.HEARTBEAT:
                await socket.send_json({"op": Op.ACKNOWLEDGED})
            elif payload["op"] == Op.IDENTIFY:
                asking = asyncio.create_task(self._ask(socket, payload["d"]["shard"]))
        if asking is not None:
            asking.cancel()
        return socket

    async def _ask(self, socket: web.WebSocketResponse, shard: list[int]) -> None:
        application = {"id": "1", "flags": 0}
        ready = {"v": 10, "user": USER, "guilds": [], "session_id": "s", "application": application, "shard": shard}
        ready["resume_gateway_url"] = f"ws://127.0.0.1:{self.port}/gateway"
        await socket.send_json({"op": Op.DISPATCH, "t": "READY", "s": 1, "d": ready})
        number = 1
        while True:
            await asyncio.sleep(PAUSE_SECONDS)
            if self.sent:
                continue
            number += 1
            event = {"op": Op.DISPATCH, "t": "INTERACTION_CREATE", "s": number, "d": _interaction(str(number))}
            self.sent[str(number)] = time.perf_counter()
            await socket.send_json(event)


def _interaction(identifier: str) -> dict[str, Any]:
    """``/ask`` in a direct message."""
    option = {"type": 3, "name": "question", "value": QUESTION}
    return {
        "id": identifier,
        "application_id": "1",
        "type": 2,
        "token": "t",
        "version": 1,
        "data": {"id": "10", "name": "ask", "type": 1, "options": [option]},
        "user": {**USER, "id": "7", "username": "adviser", "bot": False},
        "channel_id": "5",
        "channel": {"id": "5", "type": 1, "recipients": []},
        "app_permissions": "0",
        "entitlements": [],
        "authorizing_integration_owners": {},
        "context": 1,
        "locale": "en-GB",
        "attachment_size_limit": 10_000_000,
    }


@asynccontextmanager
async def _discord() -> AsyncIterator[Asker]:
    asker = Asker()
    app = web.Application()
    app.router.add_get("/gateway", asker.gateway)
    app.router.add_route("*", "/{path:.*}", asker.rest)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    asker.port = runner.addresses[0][1]
    try:
        yield asker
    finally:
        await runner.cleanup()


@asynccontextmanager
async def _bot(asker: Asker, folder: Path) -> AsyncIterator[asyncio.StreamReader]:
    """``treatybot run`` on a knowledge folder; yields its log."""
    settings = {
        TOKEN: INVENTED,
        API: f"http://127.0.0.1:{asker.port}/v10",
        GATEWAY: f"ws://127.0.0.1:{asker.port}/gateway",
        DATABASE: str(folder.parent / "users.sqlite3"),
        KNOWLEDGE: str(folder),
        "PYTHONPATH": str(Path(__file__).parent.parent.parent),
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env={**os.environ, **settings}, stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr is not None
    try:
        yield process.stderr
    finally:
        if process.returncode is None:
            process.terminate()
        await process.communicate()


async def _logged(log: asyncio.StreamReader, *texts: str) -> float:
    """When the log has a line with one of the texts."""
    while line := (await log.readline()).decode():
        if any(text in line for text in texts):
            return time.perf_counter()
    raise SystemExit("the bot ended, or its log has other words now")


async def _measure(folder: Path) -> None:
    texts = _texts(folder)
    original = texts["topics.yaml"]

    def good(number: int) -> Path:
        return _copy(folder, number, {"topics.yaml": f"{original}# {number}\n"})

    def broken(number: int) -> Path:
        # In another line each time: the same problems are logged once.
        return _copy(folder, number, {"topics.yaml": original + "\n" * number + "  broken: {\n"})

    def burst(number: int) -> Path:
        return _copy(folder, number, {name: f"{text}# all {number}\n" for name, text in texts.items()})

    print(f"{'':24}{'reload, s':>12}{'acknowledgements, ms':>28}")
    print(f"{'':24}{'slowest':>12}{'number':>8}{'median':>8}{'99 %':>6}{'max':>6}")
    async with _discord() as asker, _bot(asker, folder) as log:
        await _logged(log, "event=ready")
        await asyncio.sleep(2)
        for name, edit in (
            ("idle", None),
            ("a good edit", good),
            ("a broken edit", broken),
            ("every file at once", burst),
        ):
            asker.waits.clear()
            slowest = 0.0
            for number in range(ROUNDS):
                if edit is None:
                    await asyncio.sleep(1)
                    continue
                changed = edit(number)
                await asyncio.sleep(0.2)
                written = await _write(changed, folder)
                slowest = max(slowest, await _logged(log, RELOADED, REFUSED) - written)
            _row(name, slowest, asker.waits)
            await asyncio.sleep(0.5)


def _texts(folder: Path) -> dict[str, str]:
    """Every file of the knowledge, by its path in the folder."""
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")}


def _copy(folder: Path, number: int, changed: dict[str, str]) -> Path:
    """The files that are about to change, aside."""
    aside = folder.parent / "aside" / str(number)
    shutil.rmtree(aside, ignore_errors=True)
    for name, text in changed.items():
        path = aside / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return aside


async def _write(changed: Path, folder: Path) -> float:
    """Write the files in a process of its own, as an editor does; returns when that is done."""
    script = "import shutil, sys; shutil.copytree(sys.argv[1], sys.argv[2], dirs_exist_ok=True)"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", script, str(changed), str(folder))
    await process.wait()
    return time.perf_counter()


def _row(name: str, slowest: float, waits: list[float]) -> None:
    ordered = sorted(1000 * wait for wait in waits)
    middle, high = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.99)]
    print(f"{name:24}{slowest:12.2f}{len(ordered):8}{middle:8.1f}{high:6.0f}{ordered[-1]:6.0f}")


@contextmanager
def _waits_for_a_turn() -> Iterator[list[float]]:
    """How much too late, in seconds, another thread wakes up from sleeping 1 ms."""
    waits: list[float] = []
    over = threading.Event()

    def sleep() -> None:
        while not over.is_set():
            began = time.perf_counter()
            time.sleep(0.001)
            waits.append(time.perf_counter() - began - 0.001)

    thread = threading.Thread(target=sleep)
    thread.start()
    yield waits
    over.set()
    thread.join()


def _compare(folder: Path) -> None:
    def plain() -> Engine:
        return Engine(load_knowledge(folder))

    def as_it_is() -> Engine:
        return build_engine(folder)

    ways: tuple[tuple[str, Callable[[], Engine]], ...] = (("plainly", plain), ("as it is built", as_it_is))
    print(f"\n{'the engine':24}{'seconds':>12}{'longest wait of another thread, ms':>40}")
    gc.unfreeze()
    for name, build in ways:
        engine, longest, took = plain(), 0.0, 0.0
        for _ in range(ROUNDS):
            with _waits_for_a_turn() as waits:
                began = time.perf_counter()
                engine = build()
                took += time.perf_counter() - began
                time.sleep(0.1)
            longest = max(longest, *waits)
        del engine
        print(f"{name:24}{took / ROUNDS:12.2f}{1000 * longest:40.0f}")


def main() -> None:
    """Print the two tables."""
    with tempfile.TemporaryDirectory() as scratch:
        source = default_folder()
        folder = Path(scratch, "knowledge").resolve()
        shutil.copytree(source, folder)
        shutil.copytree(source.parent / "seeds", folder.parent / "seeds")
        print(
            f"{sum(1 for _ in folder.rglob('*.yaml'))} knowledge files, {os.cpu_count()} processors, {ROUNDS} rounds\n"
        )
        asyncio.run(_measure(folder))
        _compare(folder)


if __name__ == "__main__":
    main()
