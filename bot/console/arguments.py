"""What can be typed after ``treatybot``, and its help."""

import argparse
import textwrap
from pathlib import Path

from bot import __version__
from bot.console.maintaining_arguments import add_maintaining_commands
from bot.settings import SETTINGS

DEFAULT_PORT = 8765

_ASK = """\
Answer a question and end. All WORDS form one question. Without words, each line of standard input is a
question (a blank line too), and each yields one answer, in order.

exit codes: 0 whatever the answer is, 2 when the knowledge does not load"""

_CHAT = """\
Ask in a conversation: "and Pakistan?" keeps the rest of the question before it. The number of a suggestion
asks it; quit, Ctrl-D or Ctrl-C leaves."""

_CHECK = """\
Check a knowledge folder: every file against its schema, every quotation and table cell against its source
document, names and phrasings against each other, and every phrasing as the bot would read it. Prints one line a
problem, file:line:column: code: message (what to do), then a count. Warnings do not count as problems.

exit codes: 0 no problems, 1 problems, 2 no such folder"""

_RUN = """\
Run the Discord bot until Ctrl-C. Reads its settings from the environment, and from a file .env in the working
directory (lines NAME=value; the environment wins).

While Discord cannot be reached, it says so once and tries again, after longer and longer pauses.

exit codes: 0 stopped, 1 Discord refused a connection for good, or an error of the program, 2 a setting is missing or
malformed, or the knowledge does not load, 3 Discord rejected the token"""

_BACKUP = """\
Copy the database of the bot to a new FILE, while the bot runs or not. The copy is consistent, checked and one file.
To go back to it, stop the bot and put it in place of the database, without the files -wal and -shm beside that.
Reads TREATYBOT_DATABASE from the environment or from .env, as run does.

exit codes: 0 copied, 2 nothing was written"""

_DOCTOR = """\
Examine what treatybot run needs, without network and without a change: the settings and the form of the token, the
database, the knowledge, the clock, and the versions of Python and of all packages. Prints a line for each, ok,
warning or problem, and what to do.

exit codes: 0 no problems (warnings may stand), 1 problems"""

_PREVIEW = """\
Try the bot in a browser page with Discord's look, on this computer only, without a token. Prints the page's
address; Ctrl-C ends it. Needs the extra "preview": pip install "treatybot[preview]"."""


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; ``command`` is None when none is given."""
    parser = argparse.ArgumentParser(
        prog="treatybot",
        description="Cited answers about the Anti-Personnel Mine Ban Convention, in Discord and in the console.",
        epilog=_settings_help(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"treatybot {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")

    ask = _command(commands, "ask", "answer a question, or each line of standard input", _ASK)
    ask.add_argument(
        "--json", action="store_true", help="one JSON object a line: answer, citations, what was understood"
    )
    ask.add_argument(
        "--conversation", action="store_true", help="the lines of standard input follow on from each other"
    )
    ask.add_argument("words", nargs="*", metavar="WORDS", help="the question")

    _command(commands, "chat", "ask in a conversation at the terminal", _CHAT)

    check = _command(commands, "check", "check a knowledge folder", _CHECK)
    check.add_argument(
        "path",
        nargs="?",
        type=Path,
        metavar="PATH",
        help="a knowledge folder, or a folder that has one (default: the knowledge that answers)",
    )
    check.add_argument(
        "--format",
        choices=("text", "github"),
        default="text",
        help="github: annotations of a GitHub workflow, shown in the pull request (default: text)",
    )
    check.add_argument("--verbose", action="store_true", help="print accepted findings too, and why they stand")

    add_maintaining_commands(lambda name, summary, description: _command(commands, name, summary, description))

    _command(commands, "run", "run the Discord bot", _RUN)

    backup = _command(commands, "backup", "copy the bot's database, while the bot runs", _BACKUP)
    backup.add_argument("file", type=Path, metavar="FILE", help="the copy; it must not be there yet")

    _command(commands, "doctor", "find out whether the bot could run", _DOCTOR)

    preview = _command(commands, "preview", "try the Discord bot in a browser, without a token", _PREVIEW)
    preview.add_argument(
        "--port", type=_port, default=DEFAULT_PORT, help=f"port of the page (default {DEFAULT_PORT}; 0: any free one)"
    )
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, summary: str, description: str
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=summary,
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"{text!r} is no port: give a number from 0 to 65535")
    return int(text)


def _settings_help() -> str:
    lines = ["settings (environment variables; a blank one counts as not set):"]
    for setting in SETTINGS:
        lines.append(f"  {setting.name}")
        told = f"{setting.about} For: {setting.holds_for}. Default: {setting.default}."
        lines += textwrap.wrap(told, width=100, initial_indent="      ", subsequent_indent="      ")
    lines += ["", "treatybot COMMAND --help tells more of a command."]
    return "\n".join(lines)
