"""The real documents and records, and a knowledge folder that a test may change."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.importing.editions import ImportedEdition
from bot.importing.reading import read_status
from bot.knowledge.documents import read_document
from bot.knowledge.files import Folder, read_folder
from bot.knowledge.schema import MeetingsFile, Names, StateRecord

ROOT = Path(__file__).parent.parent.parent
SEEDS = {"status-2017": "001_878b779faf7cd0f7.txt", "status-2018": "002_144bfe5992db99ac.txt"}


@pytest.fixture(scope="session")
def committed() -> Folder:
    return read_folder(ROOT / "knowledge")


@pytest.fixture(scope="session")
def records(committed: Folder) -> Mapping[str, StateRecord]:
    return {loaded.record.id: loaded.record for loaded in committed.states}


@pytest.fixture(scope="session")
def names(records: Mapping[str, StateRecord]) -> Mapping[str, Names]:
    return {identifier: record.names for identifier, record in records.items()}


@pytest.fixture(scope="session")
def meetings(committed: Folder) -> MeetingsFile:
    assert committed.meetings is not None
    return committed.meetings.record


@pytest.fixture(scope="session")
def editions(names: Mapping[str, Names], meetings: MeetingsFile) -> Mapping[str, ImportedEdition]:
    """Both documents as read, by source."""
    return {
        source: read_status(read_document(ROOT / "seeds" / file, f"seeds/{file}"), names, meetings, source)
        for source, file in SEEDS.items()
    }


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """A copy of the knowledge folder with its seeds beside it."""
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path / "knowledge"
