from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.reloading.check_process import CheckError, CheckProcess, find_errors

from .conftest import LONG_SECONDS, india


@pytest.fixture
def check() -> Iterator[CheckProcess]:
    check = CheckProcess()
    yield check
    check.close()


def test_it_finds_what_the_check_here_finds(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    india(folder).write_text("id: indía\n\tnames: {", encoding="utf-8")
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "__init__.py").write_text("raise SystemExit(1)", encoding="utf-8")
    monkeypatch.chdir(tmp_path)  # a folder of that name is none of ours
    check = CheckProcess()
    check.begin(folder)
    assert check.ends_within(LONG_SECONDS)
    problems = check.problems()
    assert problems
    assert problems == find_errors(folder)


def test_a_check_that_ends_early_is_no_clean_bill(folder: Path, check: CheckProcess) -> None:
    assert check.waits
    check.begin(folder)
    assert not check.ends_within(0)
    check.stop()
    assert check.ends_within(LONG_SECONDS)
    with pytest.raises(CheckError, match="the check ended with code"):
        check.problems()


def test_a_check_that_is_gone_does_not_begin(folder: Path, check: CheckProcess) -> None:
    check.close()
    assert not check.waits
    with pytest.raises(CheckError):
        check.begin(folder)
