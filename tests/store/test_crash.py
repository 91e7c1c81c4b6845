"""The benchmark's three first rounds: what was acknowledged outlasts SIGKILL."""

import os
from pathlib import Path

import pytest

from tests.benchmarks.store_crash import run


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_nothing_acknowledged_is_lost_when_the_process_is_killed(path: Path) -> None:
    first, *others = run(path, rounds=3, latest=150)
    assert first.acknowledged < 150
    assert all(one.acknowledged > 0 for one in others)
    assert [(one.lost, one.halves) for one in (first, *others)] == 3 * [(0, 0)]
