"""``treatybot chat``: a conversation at the terminal."""

import io
import sys
from collections.abc import Iterator

from rich.console import Console

from bot.console.conversation import Conversation
from bot.console.display import show
from bot.console.reload_notices import Notices, watching_aloud
from bot.console.verifying import verify_hint
from bot.reloading.serving import Serving
from bot.rendering.characters import whole_characters

_PROMPT = "? "
_LEAVING = frozenset({"quit", "exit", "bye"})


def chat(serving: Serving) -> None:
    """Ask and answer until the person leaves: quit, Ctrl-D or Ctrl-C.

    Colours go with the terminal and with NO_COLOR. Questions are kept in the line editor's history
    while the conversation lasts, and nowhere else. An edit of the knowledge is told in a line and answers from then on.
    """
    console = Console(highlight=False)
    at_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if at_terminal:
        _start_line_editor()
        console.print(f"Ask about the {serving.engine.knowledge.treaty_name}.", style="bold")
        console.print("For example: what did India say in 16MSP?")
        console.print("The number of a suggestion asks it. Leave with quit or Ctrl-D.\n", style="dim")
    notices = Notices(_PROMPT if at_terminal else "")
    try:
        with watching_aloud(serving, notices.tell):
            _converse(serving, notices, console)
    except KeyboardInterrupt:
        console.print()
    if at_terminal:
        console.print("Goodbye.")


def _converse(serving: Serving, notices: Notices, console: Console) -> None:
    conversation = Conversation(serving)
    suggestions: tuple[str, ...] = ()
    for typed in _questions(notices):
        question = _chosen(typed, suggestions)
        if question != typed:
            console.print(question, style="bold", markup=False)
        answer = conversation.ask(question)
        suggestions = answer.suggestions
        show(answer, console)
        if hint := verify_hint(answer):
            console.print(f"\n{hint}", style="dim", markup=False)
        console.print()


def _questions(notices: Notices) -> Iterator[str]:
    """What is typed, line by line, until the person leaves; blank lines are passed over."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    while True:
        try:
            with notices.at_prompt():
                line = whole_characters(input(notices.prompt)).strip()
        except EOFError:
            if notices.prompt:
                print()
            return
        if line.casefold() in _LEAVING:
            return
        if line:
            yield line


def _chosen(typed: str, suggestions: tuple[str, ...]) -> str:
    """The suggestion that a number names, else what was typed."""
    if typed.isascii() and typed.isdigit() and len(typed) < 3 and 1 <= int(typed) <= len(suggestions):
        return suggestions[int(typed) - 1]
    return typed


def _start_line_editor() -> None:
    """Arrow keys and history for ``input``, where Python has readline (not on Windows, whose console has its own)."""
    try:
        import readline
    except ImportError:
        return
    readline.set_auto_history(True)
