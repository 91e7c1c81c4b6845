import asyncio
import logging
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.discord_side.running import run
from bot.settings import Settings, SettingsError
from tests.discord_side.loopback import TOKEN, Loopback, in_a_group_chat, serve

ROOT = Path(__file__).parent.parent.parent


@contextmanager
def in_a_thread(server: Loopback) -> Iterator[Loopback]:
    """The server beside ``run``, which has an event loop of its own."""
    ready, over = threading.Event(), threading.Event()

    async def until_over() -> None:
        async with serve(server):
            ready.set()
            await asyncio.to_thread(over.wait)

    thread = threading.Thread(target=asyncio.run, args=[until_over()])
    thread.start()
    try:
        assert ready.wait(10)
        yield server
    finally:
        over.set()
        thread.join(10)


@pytest.fixture(autouse=True)
def own_logging(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """``run`` sets up logging for the whole process, and makes its database in the working directory."""
    monkeypatch.chdir(tmp_path)
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def test_a_rejected_token_is_exit_code_3_and_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with in_a_thread(Loopback(accepts_token=False)) as server:
        assert run(Settings(discord_token=TOKEN, discord_api=server.api, discord_gateway=server.gateway)) == 3
    last_line = capsys.readouterr().err.splitlines()[-1]
    assert last_line.startswith("treatybot: Discord rejected the token: ")
    assert TOKEN not in last_line


def test_a_token_that_the_gateway_rejects_is_exit_code_3_too() -> None:
    with in_a_thread(Loopback(close_code=4004)) as server:
        assert run(Settings(discord_token=TOKEN, discord_api=server.api, discord_gateway=server.gateway)) == 3


def test_no_connection_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    settings = Settings(discord_token=TOKEN, discord_api="http://127.0.0.1:9/api", discord_gateway="ws://127.0.0.1:9")
    assert run(settings) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith("treatybot: no connection to Discord (")


def test_without_a_token_nothing_starts() -> None:
    with pytest.raises(SettingsError, match="DISCORD_TOKEN is not set"):
        run(Settings())


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_stopped_bot_is_exit_code_0(sent: signal.Signals) -> None:
    with in_a_thread(Loopback()) as server:

        def stop() -> None:
            server.connected.wait(10)
            os.kill(os.getpid(), sent)

        stopper = threading.Thread(target=stop)
        stopper.start()
        assert run(Settings(discord_token=TOKEN, discord_api=server.api, discord_gateway=server.gateway)) == 0
        stopper.join()
        assert server.connected.is_set()


def string(name: str, value: str, *, focused: bool = False) -> dict[str, object]:
    return {"name": name, "type": 3, "value": value} | ({"focused": True} if focused else {})


QUESTIONS = ["what did India say in 16MSP?", "who abstained?", "what did Morocco say?", "can States Parties use mines?"]
LONGEST_SECONDS = 3.0
"""Discord's own limit; a quiet computer with two cores takes a third of it"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_two_hundred_interactions_at_once_are_each_answered_once_and_in_time(tmp_path: Path) -> None:
    server = Loopback()
    server.interactions = [
        in_a_group_chat(str(number), 2, "ask", [string("question", QUESTIONS[number % 4])], person=number)
        for number in range(10, 210)
    ]
    with in_a_thread(server):
        log = run_program(server, tmp_path)
    assert server.answered.is_set(), log
    assert set(server.callbacks) == {interaction["token"] for interaction in server.interactions}
    assert all(answer["type"] == 4 and "**" in answer["data"]["content"] for answer in server.callbacks.values())
    assert "already been acknowledged" not in log
    assert max(server.took) < LONGEST_SECONDS


def run_program(server: Loopback, folder: Path) -> str:
    """``treatybot run`` as its own process until all is answered and SIGTERM; returns its log."""
    environment = {
        **os.environ,
        "DISCORD_TOKEN": TOKEN,
        "TREATYBOT_DISCORD_API": server.api,
        "TREATYBOT_DISCORD_GATEWAY": server.gateway,
        "TREATYBOT_DATABASE": str(folder / "treatybot.sqlite3"),
    }
    command = [sys.executable, "-m", "bot", "run"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as running:
        try:
            server.answered.wait(20)
        finally:
            running.send_signal(signal.SIGTERM)
            _, log = running.communicate(timeout=10)
    assert running.returncode == 0, log
    return log


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_the_program_answers_in_a_group_chat_and_stops_at_sigterm(tmp_path: Path) -> None:
    """``treatybot run`` as its own process: login, commands, a resume, completion, a command, SIGTERM."""
    server = Loopback()
    server.interactions = [
        in_a_group_chat("1", 4, "state", [string("state", "pakstan", focused=True)]),
        in_a_group_chat("2", 2, "ask", [string("question", "what did India say in 16MSP?")]),
        in_a_group_chat("3", 2, "said", [string("state", "india"), string("meeting", "16msp")]),
    ]
    with in_a_thread(server):
        log = run_program(server, tmp_path)
    assert server.answered.is_set(), log
    assert "not.a.token" not in log
    assert len(server.queries) == 2
    assert {"ask", "said", "review", "Check with sources"} <= {command["name"] for command in server.commands}
    completed, asked, said = (server.callbacks[token] for token in ("1", "2", "3"))
    assert completed["type"] == 8
    assert completed["data"]["choices"][0] == {"name": "Pakistan", "value": "pakistan"}
    for answer in (asked, said):
        assert answer["type"] == 4
        assert "India supports the vision of a world free of anti-personnel mines." in answer["data"]["content"]
        assert answer["data"]["allowed_mentions"] == {"parse": []}
