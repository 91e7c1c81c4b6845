"""The check in a process of its own: whatever an edit breaks, the bot goes on.

``python -m bot.reloading.check_process`` reads the path of a folder from standard input and writes its problems to
standard output as JSON. A :class:`CheckProcess` is started before there is anything to check, so that its imports are
done when an edit comes.
"""

import gc
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import astuple
from pathlib import Path
from typing import Final

import bot
from bot.knowledge.problems import Problem
from bot.settings import TOKEN

_LONGEST_CHECK_SECONDS: Final = 30


class CheckError(Exception):
    """The check itself failed; the message is for the log."""


class CheckProcess:
    """A check of one folder, for which it waits; to be closed when it is done or no longer wanted."""

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
        self._began = time.monotonic()
        self._written = self._errors = b""

    @property
    def waits(self) -> bool:
        """Whether it is there for a folder."""
        return self._process.poll() is None

    def stop(self) -> None:
        """End it; for any thread, and again."""
        self._process.kill()

    def close(self) -> None:
        """End it and leave nothing of it behind."""
        self.stop()
        self._process.communicate()

    def begin(self, folder: Path) -> None:
        """Name the folder: the check runs from now on. Raises :class:`CheckError`."""
        self._began = time.monotonic()
        name, self._process.stdin = self._process.stdin, None  # communicate() must find nothing to flush
        if name is None:
            raise CheckError("the check has its folder")
        try:
            with name:
                name.write(os.fsencode(folder))
        except (OSError, ValueError) as error:  # ended, closed
            raise CheckError(f"the check did not start: {error}") from error

    def ends_within(self, seconds: float) -> bool:
        """Wait so long, or until it ends. Raises :class:`CheckError` when it takes far too long."""
        try:
            self._written, self._errors = self._process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            if time.monotonic() - self._began > _LONGEST_CHECK_SECONDS:
                raise CheckError(f"the check took longer than {_LONGEST_CHECK_SECONDS} s") from None
            return False
        return True

    def problems(self) -> tuple[Problem, ...]:
        """What it found, once it has ended. Raises :class:`CheckError`."""
        if self._process.returncode != 0:
            last = self._errors.decode(errors="replace").strip().rpartition("\n")[2]
            raise CheckError(f"the check ended with code {self._process.returncode}: {last}")
        return tuple(Problem(*fields) for fields in json.loads(self._written))


def find_errors(folder: Path) -> tuple[Problem, ...]:
    """What keeps a folder from being served: the one place that says which check a reload asks."""
    from bot.checking import check  # noqa: PLC0415 - the bot itself does not check

    return tuple(problem for problem in check(folder) if problem.severity == "error")


def main() -> None:
    """Check the folder that standard input names."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is meant for the bot, which then ends this process
    gc.disable()  # for good: the process is over in two seconds
    import bot.checking  # noqa: F401, PLC0415 - before the folder is named

    folder = Path(os.fsdecode(sys.stdin.buffer.read()))
    if folder.parts:  # else the bot ended before it named one
        json.dump([astuple(problem) for problem in find_errors(folder)], sys.stdout)
        sys.stdout.flush()
    os._exit(0)  # nothing is left to do, and taking down what was built would take a while


if __name__ == "__main__":
    main()
