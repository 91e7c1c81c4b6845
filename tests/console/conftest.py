"""The program as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.settings import SETTINGS

ROOT = Path(__file__).parent.parent.parent

Program = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """An environment without any setting of ours, for this process and the processes it starts."""
    for setting in SETTINGS:
        monkeypatch.delenv(setting.name, raising=False)
    return {**os.environ, "PYTHONPATH": str(ROOT)}


@pytest.fixture
def program(environment: dict[str, str], tmp_path: Path) -> Program:
    """Run ``treatybot`` with arguments, standard input and settings, in an empty working directory."""

    def run(*arguments: str | bytes, stdin: bytes = b"", **settings: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            input=stdin,
            capture_output=True,
            cwd=tmp_path,
            env={**environment, **settings},
            timeout=60,
            check=False,
        )

    return run
