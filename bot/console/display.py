"""An answer on a terminal: the lines of every other face, coloured and wrapped to its width."""

from collections.abc import Iterator, Mapping
from typing import Final

from rich.console import Console
from rich.text import Text

from bot.answering.answer import Answer, Outcome
from bot.rendering.characters import visible_line
from bot.rendering.layout import Line, LineKind, layout

_TITLE_COLOURS: Final[Mapping[Outcome, str]] = {
    "answered": "bold green",
    "no_record": "bold yellow",
    "ambiguous": "bold magenta",
    "declined": "bold red",
}
_STYLES: Final[Mapping[LineKind, str]] = {
    "lead": "bold",
    "quote": "cyan",
    "attribution": "italic",
    "source": "dim",
    "evidence": "dim",
}
_BAR: Final = "▌ "
_PLAIN_BAR: Final = "| "
"""for a terminal whose encoding has no such character"""


def show(answer: Answer, console: Console) -> None:
    """Print an answer; its suggestions are numbered from 1."""
    for block in layout(answer):
        lines = [line for line in block.lines if line.kind != "suggestion"]
        if block.apart and lines:
            console.print()
        for line in lines:
            _print(console, line, answer.outcome)
    if answer.suggestions:
        console.print("\nYou can ask:", style="bold")
    for number, suggestion in enumerate(answer.suggestions, start=1):
        mark = f"{number}. "
        _print_hanging(console, Text(visible_line(suggestion)), mark, " " * len(mark))


def _print(console: Console, line: Line, outcome: Outcome) -> None:
    style = _TITLE_COLOURS[outcome] if line.kind == "title" else _STYLES.get(line.kind, "")
    first, others = _marks(console, line.kind)
    _print_hanging(console, Text(line.text, style=style), first, others)


def _marks(console: Console, kind: LineKind) -> tuple[str, str]:
    """What stands before the first and before every other line of a wrapped text."""
    if kind == "quote":
        bar = _BAR if console.encoding.startswith("utf") else _PLAIN_BAR
        return bar, bar
    return ("- ", "  ") if kind in ("row", "attribution") else ("", "")


def _print_hanging(console: Console, text: Text, first: str, others: str) -> None:
    lines: list[Text] = []
    for mark, line in zip(_repeat(first, others), text.wrap(console, max(1, console.width - len(first))), strict=False):
        line.rstrip()
        lines.append(Text(mark) + line)
    # Wrapped already: rich must neither wrap again nor look for its own markup in a document's words.
    console.print(Text("\n").join(lines), soft_wrap=True, highlight=False, markup=False)


def _repeat(first: str, others: str) -> Iterator[str]:
    yield first
    while True:
        yield others
