"""What became of an edit of the knowledge, told at the console in one line."""

import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from shutil import get_terminal_size

from bot.knowledge.problems import Problem
from bot.reloading.serving import Serving
from bot.reloading.watching import watching
from bot.rendering.characters import visible_line

RELOADED = "(The knowledge was reloaded.)"
TAKEN_BACK = "(The broken edit was taken back.)"


def watching_aloud(serving: Serving, tell: Callable[[str], None] | None = None) -> AbstractContextManager[None]:
    """Keep ``serving`` as its folder is; ``tell`` gets a line for each edit, from another thread."""
    told = tell or _to_standard_error
    return watching(
        serving,
        on_problems=lambda problems: told(refused(problems)),
        on_reloaded=lambda: told(RELOADED),
    )


def refused(problems: Sequence[Problem]) -> str:
    """The line for a broken edit, or for one that was taken back."""
    if not problems:
        return TAKEN_BACK
    more = f"; and {len(problems) - 1} more: treatybot check lists them" if len(problems) > 1 else ""
    return visible_line(f"(A broken edit was not taken: {problems[0]}{more})")


class Notices:
    """Lines that come at any time, shown where they break into nothing.

    While the person is at the prompt, a line is put above it at once, and what was typed so far stays; otherwise the
    line waits for the next prompt. Without a prompt it goes to standard error, apart from the answers.
    """

    def __init__(self, prompt: str) -> None:
        self.prompt = prompt
        """empty when this is no terminal"""
        self._waiting: list[str] = []
        self._at_prompt = False
        self._lock = threading.Lock()

    def tell(self, line: str) -> None:
        """Show a line; for any thread."""
        if not self.prompt:
            _to_standard_error(line)
            return
        with self._lock:
            if self._at_prompt:
                print(f"{_blank_line()}{line}\n{self.prompt}{_typed_so_far()}", end="", flush=True)
            else:
                self._waiting.append(line)

    @contextmanager
    def at_prompt(self) -> Iterator[None]:
        """While the person types."""
        with self._lock:
            for line in self._waiting:
                print(line)
            self._waiting.clear()
            self._at_prompt = True
        try:
            yield
        finally:
            with self._lock:
                self._at_prompt = False


def _blank_line() -> str:
    """What takes the prompt away again, on any terminal."""
    return f"\r{' ' * (get_terminal_size().columns - 1)}\r"


def _typed_so_far() -> str:
    """What stands in the line editor, where Python has one."""
    readline = sys.modules.get("readline")
    return str(readline.get_line_buffer()) if readline else ""


def _to_standard_error(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
