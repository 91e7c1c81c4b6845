"""``treatybot chat`` at a real (pseudo-)terminal and through a pipe."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Program

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals in Python")

if sys.platform != "win32":
    import signal

COLOUR = re.compile(r"\x1b\[[\d;?]*[a-zA-Z]")
INDIA = "what did India say in 16MSP?"
SENTENCE = "India supports the vision of a world free of anti-personnel mines."

# A shell has what it runs in the background ignore Ctrl-C, and that is inherited; at a terminal it is heard.
_AT_TERMINAL = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
os.login_tty(int(sys.argv[1]))
os.execv(sys.executable, [sys.executable, "-m", "bot", "chat"])
"""


class Terminal:
    """A person at a terminal of 80 columns, talking to ``treatybot chat``."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._terminal, theirs = os.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-c", _AT_TERMINAL, str(theirs)],
            env={"TERM": "xterm-256color", "COLUMNS": "80", **environment},
            pass_fds=[theirs],
        )
        os.close(theirs)

    def type(self, keys: str) -> None:
        os.write(self._terminal, keys.encode())

    def read_until(self, text: str) -> str:
        """What is shown up to and with ``text``, from where the last reading ended."""
        shown = ""
        while text not in COLOUR.sub("", shown):
            piece = self._read()
            assert piece, f"the program ended before it showed {text!r}, after {shown!r}"
            shown += piece
        return shown

    def read_all(self) -> str:
        return "".join(iter(self._read, ""))

    def press_until_it_ends(self, key: str) -> None:
        """Press a key as people do: again when nothing happens (a signal may fall between two waits)."""
        for _ in range(10):
            self.type(key)
            try:
                self._process.wait(timeout=1)
            except subprocess.TimeoutExpired:
                continue
            return

    def exit_code(self) -> int:
        return self._process.wait(timeout=30)

    def _read(self) -> str:
        try:
            piece = os.read(self._terminal, 65536).decode(errors="replace")
        except TimeoutError:
            raise
        except OSError:  # Linux says so when the program at the other end is gone
            piece = ""
        return piece

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._terminal)


@pytest.fixture
def terminal(lightened: dict[str, str], request: pytest.FixtureRequest) -> Iterator[Terminal]:
    """A terminal that wants colours; a parameter adds to its environment."""
    environment = {name: value for name, value in lightened.items() if name not in ("NO_COLOR", "TERM", "COLUMNS")}
    terminal = Terminal({**environment, **getattr(request, "param", {})})
    signal.signal(signal.SIGALRM, _too_long)
    signal.alarm(60)
    yield terminal
    signal.alarm(0)
    terminal.close()


def _too_long(_signal: int, _frame: object) -> None:
    raise TimeoutError("the program says nothing more")


def test_an_answer_is_coloured_wrapped_and_set_off_and_leads_to_the_next(terminal: Terminal) -> None:
    assert INDIA in terminal.read_until("\n? ")
    terminal.type(f"{INDIA}\r")
    shown = terminal.read_until("\n? ")
    assert COLOUR.search(shown)
    lines = COLOUR.sub("", shown).replace("\r", "").split("\n")
    quote = [line for line in lines if line.startswith("▌ ")]
    assert SENTENCE in " ".join(line.removeprefix("▌ ") for line in quote)
    assert len(quote) > 3
    assert all(len(line) <= 80 for line in lines)
    assert "- 16MSP, 2017" in lines

    # The line editor remembers what was asked.
    terminal.type("\x1b[A\r")
    again = COLOUR.sub("", terminal.read_until("\n? "))
    assert INDIA in again
    assert "- 16MSP, 2017" in again

    # The number of a suggestion asks it.
    terminal.type("hello\r")
    found = re.search(r"^1\. (.*)$", COLOUR.sub("", terminal.read_until("\n? ")).replace("\r", ""), re.MULTILINE)
    assert found is not None
    terminal.type("1\r")
    assert found[1] in COLOUR.sub("", terminal.read_until("\n? "))


def test_the_conversation_goes_on_and_ctrl_d_ends_it(terminal: Terminal) -> None:
    terminal.read_until("\n? ")
    terminal.type("what did India say in the Third Review Conference?\r")
    for blank in ("\r", "   \r"):
        terminal.read_until("\n? ")
        terminal.type(blank)
    terminal.read_until("\n? ")
    terminal.type("and China?\r")
    shown = COLOUR.sub("", terminal.read_until("\n? "))
    assert "China" in shown
    assert "Third Review Conference, 2014" in shown
    terminal.type("\x04")
    assert terminal.read_all().replace("\r", "").endswith("\nGoodbye.\n")
    assert terminal.exit_code() == 0


def test_ctrl_c_leaves_politely(terminal: Terminal) -> None:
    terminal.read_until("\n? ")
    terminal.type("half a quest")
    terminal.read_until("half a quest")
    terminal.press_until_it_ends("\x03")
    assert COLOUR.sub("", terminal.read_all()).replace("\r", "").endswith("\nGoodbye.\n")
    assert terminal.exit_code() == 0


@pytest.mark.parametrize("terminal", [{"NO_COLOR": "1"}], indirect=True)
def test_no_color_and_a_word_that_leaves(terminal: Terminal) -> None:
    terminal.read_until("\n? ")
    terminal.type(f"{INDIA}\r")
    shown = terminal.read_until("\n? ")
    assert "India supports the vision" in shown
    assert not re.search(r"\x1b\[[\d;]*3\d[\d;]*m", shown)
    terminal.type("quit\r")
    assert COLOUR.sub("", terminal.read_all()).replace("\r", "").endswith("\nGoodbye.\n")
    assert terminal.exit_code() == 0


@pytest.mark.parametrize("word", ["quit", "exit", " Quit ", "bye"])
def test_each_of_these_words_leaves(program: Program, word: str) -> None:
    done = program("chat", stdin=f"{word}\n{INDIA}\n".encode())
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_through_a_pipe_there_is_no_prompt_no_colour_and_no_file(process: Program, tmp_path: Path) -> None:
    question = f"{INDIA}\n\nbroken \udcff \x1b[31m\n".encode(errors="surrogateescape")
    done = process("chat", stdin=question, HOME=str(tmp_path))
    shown = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "\x1b" not in shown
    assert "Goodbye" not in shown
    assert "\n? " not in shown
    assert SENTENCE in " ".join(line.removeprefix("▌ ") for line in shown.split("\n"))
    assert list(tmp_path.iterdir()) == []
