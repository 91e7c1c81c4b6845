"""A copy of the real knowledge, watched as the bot watches its own."""

import queue
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from copy import copy
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.answering.engine import Engine
from bot.knowledge.loading import find_problems
from bot.knowledge.problems import Problem
from bot.reloading.check_process import CheckProcess
from bot.reloading.folder_state import folder_state
from bot.reloading.serving import Serving
from bot.reloading.watching import watching
from tests import question_files
from tests.light_knowledge import write_light

LONG_SECONDS = 20
"""for a machine that does much else; what must be quick says so itself"""


@dataclass
class Watched:
    """A knowledge folder, what is served from it, and what was told of its edits."""

    serving: Serving
    original: str
    """India's record"""
    told: queue.Queue[tuple[Problem, ...] | None] = field(default_factory=queue.Queue)
    """for each edit the problems, None for one that is served"""

    @property
    def folder(self) -> Path:
        return self.serving.folder

    def next(self) -> tuple[Problem, ...] | None:
        """What is told next."""
        return self.told.get(timeout=LONG_SECONDS)

    def knows(self, name: str) -> bool:
        """Whether India is served under this name."""
        return self.serving.answer(f"what did {name} say in 16MSP?").title == "India at 16MSP (2017)"


def india(folder: Path) -> Path:
    return folder / "states" / "india.yaml"


def with_alias(record: str, name: str) -> str:
    """India's record with one more name."""
    assert "aliases: [Bharat]" in record
    return record.replace("aliases: [Bharat]", f"aliases: [Bharat, {name}]")


@pytest.fixture(scope="session")
def real_engine() -> Engine:
    return question_files.engine()


@pytest.fixture(scope="session")
def light(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The knowledge as every test finds it: with few phrasings, so that it is checked and built in half the time."""
    return write_light(tmp_path_factory.mktemp("light")).parent


@pytest.fixture(scope="session")
def copied(light: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("knowledge")
    _mend(root, light)
    return root


@pytest.fixture
def folder(copied: Path, light: Path) -> Iterator[Path]:
    """The copy, mended afterwards: copying all files for each test would take longer than the tests."""
    yield copied / "knowledge"
    _mend(copied, light)


def _mend(root: Path, original: Path) -> None:
    """Make a folder the same as the original with its documents."""
    real = {path.relative_to(original): path for path in original.rglob("*") if path.is_file()}
    for path in sorted(root.rglob("*"), reverse=True):
        if path.is_dir():
            with suppress(OSError):  # not empty
                path.rmdir()
        elif path.relative_to(root) not in real:
            path.unlink()
    for name, path in real.items():
        copy_of = root / name
        if not copy_of.is_file() or _dates(copy_of) != _dates(path):
            copy_of.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, copy_of)


def _dates(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns


@pytest.fixture
def unwatched(real_engine: Engine, folder: Path) -> Watched:
    serving = Serving(real_engine, folder, folder_state(folder))
    return Watched(serving, india(folder).read_text(encoding="utf-8"))


class QuickCheck(CheckProcess):
    """What keeps a folder from loading, found here and not in a process of its own."""

    def begin(self, folder: Path) -> None:
        self._found = find_problems(folder)

    def ends_within(self, _seconds: float) -> bool:
        return True

    def problems(self) -> tuple[Problem, ...]:
        return self._found

    def __init__(self) -> None:
        """Start nothing."""

    def close(self) -> None:
        """There is nothing to end."""

    stop = close
    waits = True


@pytest.fixture
def quick(real_engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the question is whether and when an edit is taken, not how it is checked and what it holds."""
    monkeypatch.setattr("bot.reloading.reloader.CheckProcess", QuickCheck)
    monkeypatch.setattr("bot.reloading.reloader.build_warm_engine", lambda _: copy(real_engine))


@pytest.fixture
def watched(unwatched: Watched) -> Iterator[Watched]:
    told = unwatched.told
    with watching(unwatched.serving, on_problems=told.put, on_reloaded=lambda: told.put(None)):
        time.sleep(0.1)  # most edits come to a watcher that is there; those that come before have a test of their own
        yield unwatched
