"""A knowledge folder that a test may change."""

import shutil
from pathlib import Path

import pytest

from bot.knowledge.model import Knowledge
from tests import question_files

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the knowledge folder with its seeds beside it."""
    shutil.copytree(ROOT / "knowledge", tmp_path / "copy" / "knowledge")
    shutil.copytree(ROOT / "seeds", tmp_path / "copy" / "seeds")
    return tmp_path / "copy" / "knowledge"


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The committed knowledge."""
    return question_files.engine().knowledge
