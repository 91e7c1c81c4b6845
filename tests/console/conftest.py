"""The program, within this process and as one of its own."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from bot.answering.engine import Engine
from bot.checking import check
from bot.console.commands import load_engine, main
from bot.knowledge.loading import default_folder
from bot.knowledge.problems import Problem
from bot.reloading.building import build_engine
from bot.settings import KNOWLEDGE, SETTINGS
from tests import committed, question_files
from tests.light_knowledge import write_light

ROOT = Path(__file__).parent.parent.parent

Program = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """An environment without any setting of ours, for this process and the processes it starts."""
    for setting in SETTINGS:
        monkeypatch.delenv(setting.name, raising=False)
    return {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture(scope="session")
def light(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_light(tmp_path_factory.mktemp("light"))


@pytest.fixture
def lightened(environment: dict[str, str], light: Path) -> dict[str, str]:
    """The environment for a process that starts quickly."""
    return {**environment, KNOWLEDGE: str(light)}


@pytest.fixture
def process(lightened: dict[str, str], tmp_path: Path) -> Program:
    """Run ``treatybot`` with arguments, standard input and settings, in an empty working directory."""

    def run(*arguments: str | bytes, stdin: bytes = b"", **settings: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**lightened, **settings},
            timeout=60,
            check=False,
        )

    return run


@pytest.fixture
def built_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program's own knowledge is loaded and checked once for all tests; any other folder as always."""

    def engine(folder: Path, build: Callable[[Path], Engine]) -> Engine:
        return question_files.engine() if folder == default_folder().resolve() else build(folder)

    def found(folder: Path) -> Sequence[Problem]:
        return committed.problems() if folder == default_folder().resolve() else check(folder)

    monkeypatch.setattr("bot.console.checking.find_all", found)
    monkeypatch.setattr("bot.console.commands.load_engine", lambda folder: engine(folder, load_engine))
    monkeypatch.setattr("bot.reloading.serving.build_engine", lambda folder: engine(folder, build_engine))


@pytest.fixture
def program(
    environment: dict[str, str], tmp_path: Path, built_once: None, capfd: pytest.CaptureFixture[str]
) -> Program:
    """The same as ``process``, without the half second that a process takes to start."""
    assert built_once is None
    assert environment

    def run(*arguments: str | bytes, stdin: bytes = b"", **settings: str) -> subprocess.CompletedProcess[bytes]:
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(tmp_path)
            for name, value in settings.items():
                patch.setenv(name, value)
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = main([os.fsdecode(argument) for argument in arguments])
        out.flush()
        err.flush()
        assert capfd.readouterr() == ("", ""), "written past sys.stdout and sys.stderr"
        return subprocess.CompletedProcess(arguments, code, out.buffer.getvalue(), err.buffer.getvalue())

    return run
