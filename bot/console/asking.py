"""``treatybot ask``: questions in, answers out, as text or as JSON."""

import io
import sys
import time
from collections.abc import Iterator

from bot.answering.engine import Engine
from bot.console.conversation import Conversation
from bot.console.verifying import verify_hint
from bot.rendering.characters import whole_characters
from bot.rendering.contract import json_line
from bot.rendering.plain import plain

_BETWEEN = "\n---\n\n"
"""stands between two answers for people"""


def ask(engine: Engine, question: str | None, *, as_json: bool, conversation: bool) -> None:
    """Answer one question, or with None each line of standard input, on standard output."""
    if as_json and isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    answer_one = Conversation(engine).ask if conversation else engine.answer
    questions = [whole_characters(question)] if question is not None else _lines()
    for number, asked in enumerate(questions):
        started = time.perf_counter()
        answer = answer_one(asked)
        took_ms = (time.perf_counter() - started) * 1000
        if as_json:
            shown = json_line(answer, took_ms)
        else:
            hint = verify_hint(answer)
            shown = (_BETWEEN if number else "") + plain(answer) + (f"\n\n{hint}" if hint else "")
        print(shown, flush=True)


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
