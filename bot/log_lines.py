"""The log of ``treatybot run``: one line an event, as ``name=value`` text or as JSON.

A record's message is the event, the same words each time; what differs stands in :func:`fields`. The lines are for
whoever runs the bot, so they bear no token, and no question unless that is asked for: an exception's text may repeat
what a person typed, and what other libraries log may be the repr of anything. Both are left out, types are not.
"""

import json
import logging
import re
import sys
import threading
import traceback
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import PurePath
from queue import Full, Queue
from typing import Final, TextIO

Value = str | float | None

HIDDEN: Final = "***"
"""in place of a token or a password"""

_OURS: Final = "bot."
_FIELDS: Final = "fields"
_QUESTION: Final = "question"
_LONGEST: Final = 8_000
"""characters of one value"""
_MOST_FRAMES: Final = 20
_MOST_WAITING: Final = 10_000
"""lines that wait to be written; when nobody takes them, later ones are dropped and the bot goes on"""
_ENDING: Final = 1.0
"""seconds that the last lines have at the end"""
_SHOWN_AS_THEY_ARE: Final = (str, int, float, timedelta, PurePath)
_BARE: Final = re.compile(r'[^\s"=\\]+')
_CALLBACK: Final = re.compile(r" in callback .*", re.DOTALL)
"""in lines of asyncio: the repr of a call, with what it was called with"""
_SECRET_PARTS: Final = (
    # Whoever has an interaction's or a webhook's token can answer in the bot's name:
    # https://discord.com/developers/docs/interactions/receiving-and-responding#endpoints
    (re.compile(r"(/(?:interactions|webhooks)/\d+/)[^/\s?'\"]+"), rf"\1{HIDDEN}"),
    (re.compile(r"://[^/\s@]+@"), f"://{HIDDEN}@"),
    # The form of a bot's token, in case that a line bears another one than ours. It begins where a word does: tried
    # from every character, a long word would take a time that grows with its square.
    (re.compile(r"(?<![\w-])[\w-]{20,}\.[\w-]{5,}\.[\w-]{25,}"), HIDDEN),
)


def fields(**values: Value) -> dict[str, dict[str, Value]]:
    """What an event bears, for ``extra`` of a logging call; ``question`` is shown only where that is set."""
    return {_FIELDS: values}


def trace_of(error: BaseException) -> str:
    """Where ``error`` came about, the innermost place last; without a word of what went through there."""
    frames = traceback.extract_tb(error.__traceback__)[-_MOST_FRAMES:]
    return "; ".join(f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames)


class LogLines(logging.Formatter):
    """Makes the line of a record: time (UTC), level, event, fields, logger, and of an exception kind and places."""

    def __init__(
        self,
        *,
        as_json: bool = False,
        questions: bool = False,
        secrets: Iterable[str | None] = (),
        tellable: tuple[type[BaseException], ...] = (OSError,),
    ) -> None:
        """``secrets`` never appear; ``tellable`` are exceptions whose text no person wrote."""
        super().__init__()
        self._as_json = as_json
        self._questions = questions
        self._secrets = tuple(secret for secret in secrets if secret)
        self._tellable = tellable

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        values: dict[str, Value] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")[:-6] + "Z",
            "level": record.levelname.lower(),
            "event": self._event(record),
        }
        own: dict[str, Value] = getattr(record, _FIELDS, {})
        values |= {name: value for name, value in own.items() if name != _QUESTION or self._questions}
        values["logger"] = record.name
        if record.exc_info and (error := record.exc_info[1]):
            chain = list(_chain(error))
            values["error"] = " <- ".join(self._told(each) for each in chain)
            values["trace"] = " <- ".join(trace_of(each) for each in chain)
        cleaned = {name: self._clean(value) for name, value in values.items()}
        if self._as_json:
            return _visible(json.dumps(cleaned, ensure_ascii=False))
        return " ".join(f"{name}={_as_text(value)}" for name, value in cleaned.items())

    def without_secrets(self, text: str) -> str:
        """A text with every token and password hidden."""
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        for part, instead in _SECRET_PARTS:
            text = part.sub(instead, text)
        return text

    def _event(self, record: logging.LogRecord) -> str:
        as_it_is = self._questions or record.name.startswith(_OURS)
        arguments = record.args
        if isinstance(arguments, tuple) and not as_it_is:
            arguments = tuple(self._plain(argument) for argument in arguments)
        try:
            message = str(record.msg) % arguments if arguments else str(record.msg)
        except (TypeError, ValueError):  # a format for what is left out, such as %d
            message = str(record.msg)
        if as_it_is:
            return message
        return _CALLBACK.sub("", message).partition("\n")[0]

    def _plain(self, argument: object) -> object:
        if argument is None or isinstance(argument, _SHOWN_AS_THEY_ARE):
            return argument
        return self._told(argument) if isinstance(argument, BaseException) else type(argument).__name__

    def _told(self, error: BaseException) -> str:
        kind = type(error).__name__
        return f"{kind}: {error}" if self._questions or isinstance(error, self._tellable) else kind

    def _clean(self, value: Value) -> Value:
        if not isinstance(value, str):
            return value
        text = self.without_secrets(value)
        return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


@contextmanager
def logging_as(lines: LogLines) -> Iterator[None]:
    """Write the events of all loggers, from INFO on, to standard error, as long as the context lasts.

    A thread of its own writes: a reader that is slow does not hold up the bot. At DEBUG, discord.py logs what people
    write. Warnings of Python and errors that end a thread go the same way.
    """
    root, level, hook = logging.getLogger(), logging.getLogger().level, threading.excepthook
    waiting: Queue[str | None] = Queue(_MOST_WAITING)
    writer = threading.Thread(target=_write, args=[waiting, sys.stderr], name="log", daemon=True)
    handler = _Waiting(waiting)
    handler.setFormatter(lines)
    writer.start()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    logging.captureWarnings(capture=True)
    threading.excepthook = _log_end_of_thread
    try:
        yield
    finally:
        threading.excepthook = hook
        logging.captureWarnings(capture=False)
        root.setLevel(level)
        root.removeHandler(handler)
        with suppress(Full):
            waiting.put(None, timeout=_ENDING)
            writer.join(_ENDING)


class _Waiting(logging.Handler):
    """Makes the line at once, and lets another thread write it."""

    def __init__(self, waiting: "Queue[str | None]") -> None:
        super().__init__()
        self._waiting = waiting

    def emit(self, record: logging.LogRecord) -> None:
        """Hand the line on, unless too many wait."""
        with suppress(Full):
            self._waiting.put_nowait(self.format(record))


def _write(waiting: "Queue[str | None]", stream: TextIO) -> None:
    """Write lines until None comes."""
    for line in iter(waiting.get, None):
        with suppress(OSError):  # nobody reads them any more: no reason for the bot to end
            stream.write(f"{line}\n")
            stream.flush()


def _log_end_of_thread(ended: threading.ExceptHookArgs) -> None:
    if ended.exc_value is not None:
        name = ended.thread.name if ended.thread else None
        logging.getLogger(__name__).error(
            "an error ended a thread", exc_info=ended.exc_value, extra=fields(thread=name)
        )


def _chain(error: BaseException) -> Iterator[BaseException]:
    """An error and what it came from, the latter last."""
    seen: set[int] = set()
    following: BaseException | None = error
    while following is not None and id(following) not in seen:
        seen.add(id(following))
        yield following
        following = following.__cause__ or (None if following.__suppress_context__ else following.__context__)


def _as_text(value: Value) -> str:
    if not isinstance(value, str):
        return "none" if value is None else str(value)
    if _BARE.fullmatch(value) and value.isprintable():
        return value
    return _visible(json.dumps(value, ensure_ascii=False))


def _visible(quoted: str) -> str:
    """JSON with every character that a terminal does not print, such as a turn of the writing direction, escaped."""
    if quoted.isprintable():
        return quoted
    return "".join(character if character.isprintable() else json.dumps(character)[1:-1] for character in quoted)
