"""A reload as ``run`` and ``chat`` show it."""

import os
import queue
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from bot.console.reload_notices import RELOADED, TAKEN_BACK, Notices, refused, watching_aloud
from bot.discord_side.running import run
from bot.knowledge.problems import Problem
from bot.settings import KNOWLEDGE, Settings
from tests.console.conftest import environment
from tests.console.test_chat import COLOUR, Terminal, _too_long
from tests.discord_side.loopback import TOKEN, Loopback
from tests.discord_side.test_running import in_a_thread, own_folder

from .conftest import LONG_SECONDS, Watched, india, with_alias

__all__ = ["environment", "own_folder"]  # fixtures

PROBLEM = Problem("knowledge/faq/why.yaml", 3, 1, "rule", "something is wrong", "mend it")
not_on_windows = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals and terminals")


@not_on_windows
def test_the_log_of_the_bot_has_file_and_line_of_a_broken_edit(
    folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with in_a_thread(Loopback()) as server:

        def edit_and_stop() -> None:
            server.connected.wait(LONG_SECONDS)
            india(folder).write_text("id: india\nnames: [\n", encoding="utf-8")
            until = time.monotonic() + LONG_SECONDS
            while "an edit was not taken" not in caplog.text and time.monotonic() < until:
                time.sleep(0.05)
            os.kill(os.getpid(), signal.SIGINT)

        editor = threading.Thread(target=edit_and_stop)
        editor.start()
        settings = Settings(
            discord_token=TOKEN,
            discord_api=server.api,
            discord_gateway=server.gateway,
            database=tmp_path / "users.sqlite3",
            knowledge=folder,
        )
        assert run(settings) == 0
        editor.join()
    assert "\nknowledge/states/india.yaml:3:1: syntax: " in caplog.text


@not_on_windows
def test_chat_puts_a_line_above_the_prompt_and_keeps_what_was_typed(folder: Path, environment: dict[str, str]) -> None:
    terminal = Terminal({**environment, KNOWLEDGE: str(folder)})
    signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(60)
    try:
        terminal.read_until("\n? ")
        terminal.type("what did India")
        terminal.read_until("what did India")
        india(folder).write_text("id: india\nnames: [\n", encoding="utf-8")
        shown = COLOUR.sub("", terminal.read_until("\n? what did India"))
        lines = [line.rsplit("\r", 1)[-1] for line in shown.replace("\r\n", "\n").split("\n")]
        assert lines[-2].startswith("(A broken edit was not taken: knowledge/states/india.yaml:3:1: syntax: ")
        terminal.type(" say in 16MSP?\r")
        terminal.read_until("India at 16MSP (2017)")
    finally:
        signal.alarm(0)
        terminal.close()


@pytest.mark.usefixtures("quick")
def test_each_edit_is_one_line(unwatched: Watched) -> None:
    told: queue.Queue[str] = queue.Queue()
    with watching_aloud(unwatched.serving, told.put):
        india(unwatched.folder).write_text(with_alias(unwatched.original, "Testland"), encoding="utf-8")
        assert told.get(timeout=LONG_SECONDS) == RELOADED


def test_a_broken_edit_names_the_first_problem_and_counts_the_others() -> None:
    assert refused([PROBLEM]) == f"(A broken edit was not taken: {PROBLEM})"
    assert refused([PROBLEM, PROBLEM]).endswith("(mend it); and 1 more: treatybot check lists them)")
    assert refused([]) == TAKEN_BACK


def test_a_line_waits_while_an_answer_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    notices = Notices("? ")
    notices.tell("news")
    assert capsys.readouterr().out == ""
    with notices.at_prompt():
        assert capsys.readouterr().out == "news\n"
        notices.tell("more")
        shown = capsys.readouterr().out
        assert shown.rsplit("\r", 1)[1] == "more\n? "
    notices.tell("late")
    assert capsys.readouterr() == ("", "")


def test_through_a_pipe_it_goes_to_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    notices = Notices("")
    with notices.at_prompt():
        notices.tell("news")
    assert capsys.readouterr() == ("", "news\n")
