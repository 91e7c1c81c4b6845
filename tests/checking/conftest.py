from pathlib import Path

import pytest

from tests.tiny_knowledge import copy_tiny


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A copy of the tiny knowledge: the folder that holds ``knowledge`` and ``seeds``."""
    return copy_tiny(tmp_path / "tiny")
