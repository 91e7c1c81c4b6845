"""A build leaves the interpreter as it was, whatever else is built meanwhile."""

import gc
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bot.reloading.building import build_engine
from tests.tiny_knowledge import copy_tiny


def test_builds_at_once_leave_switches_and_collections_as_they_were(tmp_path: Path) -> None:
    folder = copy_tiny(tmp_path / "tiny") / "knowledge"
    before = sys.getswitchinterval(), gc.isenabled()
    with ThreadPoolExecutor(4) as pool:
        engines = list(pool.map(build_engine, [folder] * 8))
    assert all(engine.knowledge.states for engine in engines)
    assert (sys.getswitchinterval(), gc.isenabled()) == before
