"""The check in a process of its own: whatever an edit breaks, the bot goes on.

``python -m bot.reloading.check_process`` reads the path of a folder from standard input and writes its problems to
standard output as JSON. A :class:`CheckProcess` is started before the folder is quiet, so that its imports are
done when the check begins.
"""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import bot
from bot.knowledge.problems import Problem
from bot.settings import TOKEN

_LONGEST_CHECK_SECONDS: Final = 30
_LOWER_PRIORITY: Final = 5
"""of the process, as ``nice`` counts: on a single processor too the bot acknowledges first"""


class CheckError(Exception):
    """The check itself failed; the message is for the log."""


class CheckProcess:
    """A check that waits for its folder, as a context manager that leaves no process behind."""

    def __init__(self) -> None:
        package = str(Path(bot.__file__).resolve().parent.parent)
        paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
        environment = {name: value for name, value in os.environ.items() if name != TOKEN}
        # -P: a folder "bot" in the working directory is none of ours.
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-P", "-m", __name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**environment, "PYTHONPATH": os.pathsep.join(paths)},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.stop()
        self._process.communicate()  # also closes its pipes

    def stop(self) -> None:
        """End the check; safe to call from another thread, and again."""
        self._process.kill()

    def begin(self, folder: Path) -> None:
        """Name the folder: the check runs from now on. Raises :class:`CheckError`."""
        try:
            if self._process.stdin is not None:
                self._process.stdin.write(os.fsencode(folder))
                self._process.stdin.close()
                self._process.stdin = None  # communicate() must not flush it
        except OSError as error:
            raise CheckError(f"the check did not start: {error}") from error

    def problems(self) -> tuple[Problem, ...]:
        """Wait for the problems found. Raises :class:`CheckError`."""
        try:
            written, errors = self._process.communicate(timeout=_LONGEST_CHECK_SECONDS)
        except subprocess.TimeoutExpired as error:
            raise CheckError(f"the check took longer than {_LONGEST_CHECK_SECONDS} s") from error
        if self._process.returncode != 0:
            last = errors.decode(errors="replace").strip().rpartition("\n")[2]
            raise CheckError(f"the check ended with code {self._process.returncode}: {last}")
        return tuple(Problem(*fields) for fields in json.loads(written))


def find_all_problems(folder: Path) -> tuple[Problem, ...]:
    """What keeps a folder from being served: the one place that says which check a reload asks."""
    from bot.knowledge.loading import find_problems  # noqa: PLC0415 - the bot itself does not check

    return find_problems(folder)


def main() -> None:
    """Check the folder that standard input names."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is meant for the bot, which then ends this process
    if hasattr(os, "nice"):
        os.nice(_LOWER_PRIORITY)
    import bot.knowledge.loading  # noqa: F401, PLC0415 - before the folder is named

    folder = Path(os.fsdecode(sys.stdin.buffer.read()))
    problems = find_all_problems(folder)
    json.dump([(p.file, p.line, p.column, p.code, p.message, p.hint) for p in problems], sys.stdout)


if __name__ == "__main__":
    main()
