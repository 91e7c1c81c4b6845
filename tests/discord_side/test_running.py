import asyncio
import atexit
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from unittest.mock import Mock

import pytest

from bot.answering.engine import Engine
from bot.discord_side.client import create_bot
from bot.discord_side.running import run
from bot.knowledge.loading import default_folder
from bot.reloading.folder_state import folder_state
from bot.reloading.serving import Serving
from bot.settings import Settings, SettingsError
from bot.store.opening import Unavailable, open_store
from tests.discord_side.loopback import TOKEN, Loopback, in_a_group_chat, serve, slow
from tests.light_knowledge import write_light

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
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``run`` makes its database in the working directory."""
    monkeypatch.chdir(tmp_path)


@pytest.fixture(autouse=True)
def loaded_once(monkeypatch: pytest.MonkeyPatch, real_engine: Engine) -> None:
    """``run`` need not load the knowledge for each of these tests."""
    serving = Serving(real_engine, default_folder(), folder_state(default_folder()))
    monkeypatch.setattr("bot.discord_side.running.Serving.load", lambda _folder: serving)


def test_a_rejected_token_is_exit_code_3_and_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    with in_a_thread(Loopback(accepts_token=False)) as server:
        settings = Settings(discord_token=TOKEN, discord_api=server.api, discord_gateway=server.gateway, log_json=True)
        assert run(settings) == 3
    written = capsys.readouterr().err
    *log, last_line = written.splitlines()
    assert last_line.startswith("treatybot: Discord rejected the token: ")
    events = [json.loads(line)["event"] for line in log]
    assert (events[0], events[-1]) == ("starting", "stopped")
    assert "logging in using static token" in events
    assert TOKEN not in written


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Mock:
    """What the start comes to in place of a bot; no knowledge is loaded for it."""
    monkeypatch.setattr("bot.discord_side.running.Serving.load", lambda _folder: None)
    start = Mock()
    monkeypatch.setattr("bot.discord_side.running.create_bot", start)
    return start


def test_an_error_of_the_program_is_logged_without_its_words(start: Mock, capsys: pytest.CaptureFixture[str]) -> None:
    start.side_effect = ValueError(f"a question, and {TOKEN}")
    assert run(Settings(discord_token=TOKEN)) == 1
    written = capsys.readouterr().err
    assert 'event="ended by an error of the program"' in written
    assert " error=ValueError " in written
    assert written.endswith("treatybot: ended by an error of the program (ValueError): see the log above\n")
    assert "a question" not in written


@pytest.mark.skipif(os.name != "posix", reason="other systems tell by other means who can read a file")
@pytest.mark.parametrize(("mode", "warnings"), [(0o644, 1), (0o600, 0)])
def test_a_token_that_others_can_read_is_one_line_of_warning(
    start: Mock, mode: int, warnings: int, capsys: pytest.CaptureFixture[str]
) -> None:
    start.side_effect = KeyboardInterrupt
    Path(".env").touch()
    Path(".env").chmod(mode)
    assert run(Settings(discord_token=TOKEN)) == 0
    assert capsys.readouterr().err.count("can read .env, and the token in it: chmod 600 .env") == warnings


def test_a_token_that_the_gateway_rejects_is_exit_code_3_too() -> None:
    with in_a_thread(Loopback(endings=[4004])) as server:
        assert run(Settings(discord_token=TOKEN, discord_api=server.api, discord_gateway=server.gateway)) == 3


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_bot_that_is_stopped_while_it_waits_for_discord_is_exit_code_0(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped_meanwhile(_failed: int) -> float:
        os.kill(os.getpid(), signal.SIGTERM)
        return 3600.0

    monkeypatch.setattr("bot.discord_side.running.create_bot", partial(create_bot, pauses=stopped_meanwhile))
    address = "http://127.0.0.1:9/api"
    assert run(Settings(discord_token=TOKEN, discord_api=address, discord_gateway="ws://127.0.0.1:9")) == 0
    assert capsys.readouterr().err.count('event="Discord cannot be reached"') == 1


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


LONGEST_STOP_SECONDS = 5
QUESTIONS = ["what did India say in 16MSP?", "who abstained?", "what did Morocco say?", "can States Parties use mines?"]
LONGEST_SECONDS = 3.0
"""Discord's own limit; how much sooner it is, ``tests.benchmarks.at_once`` measures"""


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


@cache
def light_knowledge() -> Path:
    """Written once: a process that knows few phrasings starts in half the time."""
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return write_light(Path(folder.name))


def run_program(server: Loopback, folder: Path) -> str:
    """``treatybot run`` as its own process until all is answered and SIGTERM; returns its log."""
    environment = {
        **os.environ,
        "DISCORD_TOKEN": TOKEN,
        "TREATYBOT_DISCORD_API": server.api,
        "TREATYBOT_DISCORD_GATEWAY": server.gateway,
        "TREATYBOT_DATABASE": str(folder / "treatybot.sqlite3"),
        "TREATYBOT_KNOWLEDGE": str(light_knowledge()),
    }
    command = [sys.executable, "-m", "bot", "run"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True) as running:
        try:
            server.answered.wait(20)
        finally:
            running.send_signal(signal.SIGTERM)
            _, log = running.communicate(timeout=LONGEST_STOP_SECONDS)
    assert running.returncode == 0, log
    return log


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
async def test_a_second_process_on_one_database_says_so_goes_on_and_stops_in_time(tmp_path: Path) -> None:
    asks = in_a_group_chat("1", 2, "ask", [string("question", QUESTIONS[0])])
    server = Loopback(endings=[], interactions=[asks], faults={"1": [slow(0.3)]})
    first = await open_store(tmp_path / "treatybot.sqlite3")
    assert not isinstance(first, Unavailable)
    try:
        with in_a_thread(server):
            log = await asyncio.to_thread(run_program, server, tmp_path)
    finally:
        await first.close()
    assert "India supports the vision" in server.callbacks["1"]["data"]["content"]
    assert log.count("another Treatybot uses it: stop that one, or set TREATYBOT_DATABASE to another file") == 1
    assert log.count('event="a question" outcome=answered') == 1  # it was finished after SIGTERM


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
    assert all(line.startswith("time=") for line in log.splitlines())
    assert log.count('event="a question" outcome=answered intent=statement took_ms=') == 2
    assert "16msp" not in log.casefold()
    assert len(server.queries) == 2
    assert {"ask", "said", "review", "Check with sources"} <= {command["name"] for command in server.commands}
    completed, asked, said = (server.callbacks[token] for token in ("1", "2", "3"))
    assert completed["type"] == 8
    assert completed["data"]["choices"][0] == {"name": "Pakistan", "value": "pakistan"}
    for answer in (asked, said):
        assert answer["type"] == 4
        assert "India supports the vision of a world free of anti-personnel mines." in answer["data"]["content"]
        assert answer["data"]["allowed_mentions"] == {"parse": []}
