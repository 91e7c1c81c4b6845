"""A knowledge folder that a test may change."""

import shutil
from pathlib import Path

import pytest

from bot.knowledge.model import Knowledge
from tests import question_files
from tests.light_knowledge import write_light

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def light(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_light(tmp_path_factory.mktemp("light")).parent


@pytest.fixture
def folder(light: Path, tmp_path: Path) -> Path:
    """A copy of the knowledge folder with its seeds beside it; with few phrasings, so that it is checked quickly."""
    shutil.copytree(light, tmp_path / "copy")
    return tmp_path / "copy" / "knowledge"


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The committed knowledge."""
    return question_files.engine().knowledge
