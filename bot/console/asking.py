"""``treatybot ask``: questions in, answers out, as text or as JSON."""

import io
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator

from bot.answering.answer import Answer
from bot.answering.engine import Engine
from bot.console.conversation import Conversation
from bot.rendering.characters import whole_characters
from bot.rendering.contract import as_contract
from bot.rendering.plain import plain

_LINE_BREAKS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""What some readers take for the end of a line, though JSON lets it stand within a text"""


def ask(engine: Engine, question: str | None, *, as_json: bool, conversation: bool) -> None:
    """Answer one question, or with None each line of standard input, on standard output."""
    answer_one = Conversation(engine).ask if conversation else engine.answer
    show = _show_json if as_json else _show_text
    if as_json and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    questions = [whole_characters(question)] if question is not None else _lines()
    _answer_all(questions, answer_one, show)


def _answer_all(
    questions: Iterable[str], answer_one: Callable[[str], Answer], show: Callable[[Answer, float], str]
) -> None:
    for question in questions:
        started = time.perf_counter()
        answer = answer_one(question)
        took_ms = (time.perf_counter() - started) * 1000
        print(show(answer, took_ms), flush=True)


def _lines() -> Iterator[str]:
    """The lines of standard input; bytes that are no UTF-8 become U+FFFD."""
    if sys.stdin is None:  # closed by whoever started the program
        return
    if sys.stdin.isatty():
        print("One question a line; Ctrl-D ends.", file=sys.stderr)
    for number, line in enumerate(sys.stdin.buffer):
        text = line.decode("utf-8", errors="replace").removesuffix("\n").removesuffix("\r")
        # Windows shells put a byte order mark before what they pipe.
        yield text.removeprefix("\ufeff") if number == 0 else text


def _show_json(answer: Answer, took_ms: float) -> str:
    return json.dumps(as_contract(answer, took_ms), ensure_ascii=False).translate(_LINE_BREAKS)


def _show_text(answer: Answer, _took_ms: float) -> str:
    return plain(answer) + "\n"
