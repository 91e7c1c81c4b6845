"""Bad questions, to the engine and through all that shows its answers."""

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Final

from rich.console import Console

from bot.answering.answer import Answer
from bot.console.display import show
from bot.console.verifying import verify_hint
from bot.matching.reading import Reading
from bot.rendering.characters import whole_characters
from bot.rendering.contract import json_line
from bot.rendering.messages import pages
from bot.rendering.plain import plain
from tests.fuzzing import shown
from tests.fuzzing.kinds import Kind
from tests.fuzzing.texts import TEXTS, Chance, question
from tests.question_files import engine

_WIDTHS: Final = (20, 80, 200)
CASES: Final = 4_000
"""of each kind of text"""


@dataclass(frozen=True, slots=True)
class Asked:
    text: str
    before: Reading | None = field(repr=False)
    """of the question before it"""
    width: int
    """columns of the terminal"""


@dataclass(frozen=True, slots=True)
class Shown:
    answer: Answer
    plain: str
    pages: tuple[str, ...]
    printed: str
    """with a terminal's colours"""
    line: str
    """JSON"""


def kinds() -> tuple[Kind, ...]:
    """One for each kind of text."""
    return tuple(Kind(f"question: {name}", CASES, partial(_asked, name), ask, check) for name in TEXTS)


def _asked(kind: str, chance: Chance) -> Asked:
    before = engine().answer(question(chance)).reading if chance.random() < 0.2 else None
    return Asked(TEXTS[kind](chance), before, chance.choice(_WIDTHS))


def ask(asked: Asked) -> Shown:
    """One question on every way that the program has for it."""
    answer = engine().answer(asked.text, asked.before)
    return Shown(answer, plain(answer), pages(answer), _printed(answer, asked.width), json_line(answer, 0.0))


def _printed(answer: Answer, width: int) -> str:
    """What ``treatybot chat`` prints, and the question of a suggestion that was chosen by its number."""
    console = _console()
    paper = console.file = io.StringIO()
    console.width = width
    show(answer, console)
    for line in (verify_hint(answer), *answer.suggestions):
        if line:
            console.print(line, style="bold", markup=False)
    return paper.getvalue()


@cache
def _console() -> Console:
    return Console(force_terminal=True, color_system="truecolor", highlight=False, width=80)


def check(asked: Asked, out: Shown) -> Iterator[str]:
    """What is wrong with what was shown."""
    yield from shown.unseen(out.plain)
    yield from shown.terminal(out.printed)
    yield from shown.unseen(out.line, allowed="")
    if json.loads(out.line)["question"] != whole_characters(asked.text):
        yield "the JSON has another question"
    for text in out.pages:
        yield from shown.page(text)
    if not out.pages:
        yield "no message"
