"""However files and documents are damaged, the check tells lines and raises nothing; the seed is the case's number."""

import random
from pathlib import Path

import pytest

from bot.checking import check
from tests.benchmarks.mutations import mutated


@pytest.mark.parametrize("number", range(25))
def test_any_damage_is_told(tiny: Path, number: int) -> None:
    chance = random.Random(number)  # noqa: S311 - no secret
    files = sorted(path for path in tiny.rglob("*") if path.is_file())
    for path in chance.sample(files, 3):
        text = path.read_text(encoding="utf-8")
        for _ in range(chance.choice((1, 2, 8))):
            text = mutated(text, chance)
        path.write_text(text, encoding="utf-8")
    lines = [str(problem) for problem in check(tiny / "knowledge")]
    assert all("\n" not in line for line in lines)
    assert lines == [str(problem) for problem in check(tiny / "knowledge")]
