"""The log of the bot: one line an event, without tokens, and without what people ask unless that is set."""

import asyncio
import json
import logging
import os
import sys
import threading
import warnings
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

import pytest

from bot.log_lines import LogLines, fields, logging_as, trace_of

TOKEN = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"
QUESTION = "what did India say in 16MSP?"

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]


def record(
    message: str, *arguments: object, name: str = "bot.here", error: BaseException | None = None, **own: str | float
) -> logging.LogRecord:
    info: ExcInfo | None = (type(error), error, error.__traceback__) if error else None
    made = logging.LogRecord(name, logging.WARNING, __file__, 1, message, arguments, info)
    made.created = 1_790_000_000.25
    made.__dict__.update(fields(**own))
    return made


def raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    try:
        raise error from cause
    except type(error) as caught:
        return caught


def test_an_event_is_one_line_of_names_and_values() -> None:
    line = LogLines().format(record("it is so", servers=3, reason='two "words"\nand a line', kind="gap"))
    assert line == (
        'time=2026-09-21T14:13:20.250Z level=warning event="it is so" servers=3 '
        'reason="two \\"words\\"\\nand a line" kind=gap logger=bot.here'
    )


def test_the_same_as_json() -> None:
    line = LogLines(as_json=True).format(record("it is so", servers=3, reason="naïve\nline", error=OSError("no disk")))
    assert "\n" not in line
    assert json.loads(line) == {
        "time": "2026-09-21T14:13:20.250Z",
        "level": "warning",
        "event": "it is so",
        "servers": 3,
        "reason": "naïve\nline",
        "logger": "bot.here",
        "error": "OSError: no disk",
        "trace": "",
    }


@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize("text", ["\x1b[31m", "\u202e", "\u2028", "\x9b", "\ud800", "\r", "\0", "\U000e0001"])
def test_no_character_moves_a_terminal_or_breaks_the_line(text: str, as_json: bool) -> None:
    line = LogLines(as_json=as_json).format(record("it is so", reason=f"before{text}after", bare=text))
    assert line.isprintable()
    assert "before\\" in line


@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize("questions", [False, True])
@pytest.mark.parametrize(
    "made",
    [
        record("logging in with %s", TOKEN),
        record("logging in with %s", TOKEN, name="discord.client"),
        record("it failed", reason=f"Bot {TOKEN}"),
        record("it failed", error=raised(OSError(f"no {TOKEN}"), ValueError(TOKEN)), name="discord.gateway"),
        record("Task exception was never retrieved", error=raised(ValueError(TOKEN)), name="asyncio"),
        record("%r", {"token": TOKEN}, name="aiosqlite"),
    ],
)
def test_no_line_bears_the_token(made: logging.LogRecord, questions: bool, as_json: bool) -> None:
    assert TOKEN not in LogLines(as_json=as_json, questions=questions, secrets=[TOKEN]).format(made)
    # Another bot's token is known by its form.
    assert TOKEN not in LogLines(as_json=as_json, questions=questions).format(made)


def test_a_token_of_another_form_is_hidden_too() -> None:
    assert " event=***: " in LogLines(secrets=["odd-token", None]).format(record("odd-token: odd-token")).replace(
        '"', ""
    )


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://discord.com/api/v10/webhooks/12/aW50ZX:JhY3/messages/@original", "/webhooks/12/***/messages/"),
        ("https://discord.com/api/v10/interactions/12/aW50ZX:JhY3/callback", "/interactions/12/***/callback"),
        ("http://me:aW50ZX:JhY3@proxy:8080/api", "http://***@proxy:8080/api"),
    ],
)
def test_tokens_of_interactions_and_passwords_of_proxies_are_hidden(address: str, shown: str) -> None:
    """discord.py logs the address of what was limited."""
    line = LogLines().format(record("We are being rate limited. %s %s", "POST", address, name="discord.http"))
    assert "JhY3" not in line
    assert shown in line


class Shown:
    """An object of another library whose repr has what a person typed, as a menu's has its labels."""

    def __repr__(self) -> str:
        return f"<Menu label={QUESTION!r}>"


@pytest.mark.parametrize(
    ("made", "event"),
    [
        (
            record("Ignoring exception for item %r", Shown(), name="discord.ui.view"),
            "Ignoring exception for item 'Shown'",
        ),
        (record("it took %.2f s, %s", 0.5, ValueError(QUESTION), name="discord.x"), "it took 0.50 s, ValueError"),
        (record("%d items of %s", Shown(), 2, name="discord.x"), "%d items of %s"),
        (
            record(f"Task exception was never retrieved\nfuture: {QUESTION}", name="asyncio"),
            "Task exception was never retr",
        ),
        (record(f"Exception in callback say('{QUESTION}')\nhandle: x", name="asyncio"), "Exception"),
        (record("a question", question=QUESTION), "a question"),
        (record("it failed", error=raised(ValueError(QUESTION), LookupError(QUESTION))), "it failed"),
    ],
)
def test_questions_are_in_the_log_only_where_that_is_set(made: logging.LogRecord, event: str) -> None:
    line = LogLines().format(made)
    assert QUESTION not in line
    assert event in line
    if "item" not in event:  # its repr is shown, in another form
        assert QUESTION in LogLines(questions=True).format(made)


def test_of_an_error_its_kind_its_places_and_where_it_came_from_are_shown() -> None:
    error = raised(RuntimeError(QUESTION), raised(TimeoutError("no answer from the gateway")))
    line = LogLines().format(record("it failed", error=error))
    assert 'error="RuntimeError <- TimeoutError: no answer from the gateway"' in line
    assert line.count(f"{__file__}:") == 2
    assert line.count(" in raised") == 2


def test_a_long_trace_keeps_the_innermost_places() -> None:
    def deeper(steps: int) -> None:
        if steps == 0:
            raise ValueError
        deeper(steps - 1)

    with pytest.raises(ValueError, match=r"^$") as caught:
        deeper(40)
    assert trace_of(caught.value).count(" in deeper") == 20


@pytest.mark.timeout(5)  # it takes a thirtieth; a pattern that is tried from every character takes minutes
def test_a_value_without_end_is_cut() -> None:
    for piece in ("x", "x.", "://", "/webhooks/1/", "@", '"', "\u202e"):
        assert len(LogLines().format(record("it is so", reason=piece * 100_000))) < 50_000


def in_a_thread_of_its_own(fail: Callable[[], None]) -> None:
    thread = threading.Thread(target=fail, name="the watcher")
    thread.start()
    thread.join()


def test_all_loggers_warnings_and_ends_of_threads_go_one_way(capsys: pytest.CaptureFixture[str]) -> None:
    hook, root = threading.excepthook, logging.getLogger()
    level = root.level

    def fail() -> None:
        raise ValueError(TOKEN)

    async def forgets_an_error() -> None:
        asyncio.get_running_loop().call_exception_handler({"message": "lost", "exception": ValueError(QUESTION)})

    with logging_as(LogLines(as_json=True, secrets=[TOKEN])):
        for name in ("discord.client", "aiosqlite", "bot.discord_side.client"):
            logging.getLogger(name).info("here")
            logging.getLogger(name).debug("not here")
        with warnings.catch_warnings():
            warnings.simplefilter("always")
            warnings.warn("old", DeprecationWarning, stacklevel=1)
        in_a_thread_of_its_own(fail)
        asyncio.run(forgets_an_error())
    written = capsys.readouterr()
    assert written.out == ""
    lines = [json.loads(line) for line in written.err.splitlines()]
    assert [line["logger"] for line in lines] == [
        "discord.client",
        "aiosqlite",
        "bot.discord_side.client",
        "py.warnings",
        "bot.log_lines",
        "asyncio",
    ]
    assert [line["event"] for line in lines[:3]] == ["here"] * 3
    assert (lines[4]["thread"], lines[4]["error"]) == ("the watcher", "ValueError")
    assert (lines[5]["event"], lines[5]["error"]) == ("lost", "ValueError")
    assert (threading.excepthook, root.level) == (hook, level)
    assert warnings.showwarning.__module__ != "logging"


def test_a_reader_that_is_slow_holds_up_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """More lines than wait are dropped, and none of the callers waits or fails."""
    may_write = threading.Event()

    class Slow:
        written = 0

        def write(self, text: str) -> None:
            may_write.wait(10)
            self.written += text.count("\n")

        def flush(self) -> None:
            """Nothing is kept."""

    slow = Slow()
    monkeypatch.setattr(sys, "stderr", slow)
    monkeypatch.setattr("bot.log_lines._MOST_WAITING", 10)
    with logging_as(LogLines()):
        for number in range(100):
            logging.getLogger("bot.here").info("number %d", number)
        may_write.set()
    assert 10 <= slow.written <= 12


def test_an_error_of_a_reader_that_is_gone_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8", buffering=1) as gone:
        monkeypatch.setattr(sys, "stderr", gone)
        with pytest.raises(BrokenPipeError):
            gone.write("a line\n")
        with logging_as(LogLines()):
            for _ in range(3):
                logging.getLogger("bot.here").info("here")
            (thread,) = (thread for thread in threading.enumerate() if thread.name == "log")
            assert thread.is_alive()
        assert not thread.is_alive()
        with suppress(BrokenPipeError):
            gone.close()
