"""``main``: from arguments to an exit code."""

import gc
import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bot.console.arguments import build_parser
from bot.console.maintaining import MAINTAINING
from bot.knowledge.problems import KnowledgeError
from bot.maintaining.refusing import RefusedError
from bot.settings import SettingsError, database_path, knowledge_folder, read_run_settings

if TYPE_CHECKING:
    from bot.answering.engine import Engine
    from bot.reloading.serving import Serving

OK: Final = 0
PROBLEMS: Final = 1
"""of ``check`` and ``doctor``"""
UNUSABLE: Final = 2
"""a setting, the command line or the knowledge is not usable"""
INTERRUPTED: Final = 130
"""128 + SIGINT, as shells have it"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit code.

    A command line that cannot be understood raises ``SystemExit(2)``, ``--help`` and ``--version`` raise
    ``SystemExit(0)``, as ``argparse`` does.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        # What a terminal cannot show becomes a question mark, not a traceback.
        sys.stdout.reconfigure(errors="replace")
    parser = build_parser()
    arguments = parser.parse_args(argv)
    if arguments.command is None:
        parser.print_help()
        return OK
    try:
        code = _COMMANDS[arguments.command](arguments)
        print(end="", flush=True)
    except KnowledgeError as error:
        for problem in error.problems:
            print(problem, file=sys.stderr)
        return _fail("the knowledge does not load: mend the problems above, then run treatybot check")
    except (SettingsError, RefusedError) as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our answers has enough of them. Python flushes standard output once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return code


def _ask(arguments: Namespace) -> int:
    from bot.console.asking import ask

    question = " ".join(arguments.words) if arguments.words else None
    ask(load_engine(_knowledge_folder()), question, as_json=arguments.json, conversation=arguments.conversation)
    return OK


def _chat(_arguments: Namespace) -> int:
    from bot.console.chat import chat

    chat(_load_serving())
    return OK


def _check(arguments: Namespace) -> int:
    from bot.console.checking import check, find_folder

    folder = _knowledge_folder() if arguments.path is None else find_folder(arguments.path)
    if folder is None:
        return _fail(f"there is no folder {str(arguments.path)!r}: give a knowledge folder, or a folder that has one")
    errors = check(folder, github=arguments.format == "github", verbose=arguments.verbose)
    return PROBLEMS if errors else OK


def _run(_arguments: Namespace) -> int:
    settings = read_run_settings(os.environ)
    from bot.discord_side.running import run

    return run(settings)


def _backup(arguments: Namespace) -> int:
    from bot.console.backup import back_up

    back_up(database_path(os.environ), arguments.file)
    return OK


def _doctor(_arguments: Namespace) -> int:
    from bot.console.doctor import examine

    return PROBLEMS if examine(os.environ) else OK


def _preview(arguments: Namespace) -> int:
    from bot.console.reload_notices import watching_aloud
    from bot.discord_side.preview import run_preview

    serving = _load_serving()
    with watching_aloud(serving):
        return run_preview(serving, port=arguments.port)


def _maintain(arguments: Namespace) -> int:
    MAINTAINING[arguments.command](arguments, _knowledge_folder())
    return OK


_COMMANDS: dict[str, Callable[[Namespace], int]] = {
    "ask": _ask,
    "chat": _chat,
    "check": _check,
    **dict.fromkeys(MAINTAINING, _maintain),
    "run": _run,
    "backup": _backup,
    "doctor": _doctor,
    "preview": _preview,
}


def _knowledge_folder() -> Path:
    from bot.knowledge.loading import default_folder

    folder = knowledge_folder(os.environ)
    return (folder or default_folder()).resolve()


def load_engine(folder: Path) -> "Engine":
    """The engine on the knowledge of a folder. Raises ``KnowledgeError``."""
    # All that is built here is kept: collecting garbage meanwhile would cost a tenth of the start.
    gc.disable()
    try:
        from bot.answering.engine import Engine
        from bot.knowledge.loading import load_knowledge

        return Engine(load_knowledge(folder))
    finally:
        gc.freeze()
        gc.enable()


def _load_serving() -> "Serving":
    """For a command that goes on while the knowledge that the settings name is edited. Raises ``KnowledgeError``."""
    from bot.reloading.serving import Serving

    return Serving.load(_knowledge_folder())


def _fail(message: str) -> int:
    print(f"treatybot: {message}", file=sys.stderr)
    return UNUSABLE
