"""``treatybot doctor``: versions of the program, of Python, of SQLite and of what the program needs."""

from importlib.metadata import PackageNotFoundError

import pytest

from bot.console.doctor_versions import Requirement, needed, number, unfit, version_findings
from tests.test_packaging import PROJECT


def test_every_dependency_of_the_project_is_understood() -> None:
    packages = needed(PROJECT["dependencies"])
    assert [f"{package.name}>={package.least},<{package.below}" for package in packages] == PROJECT["dependencies"]


def test_requirements_as_installed_packages_state_them() -> None:
    lines = ["rich<16,>=13.9", "simcord[preview]<4,>=3.2; extra == 'preview'"]
    assert needed(lines) == (Requirement("rich", "13.9", "16"),)
    with pytest.raises(ValueError, match="not bounded on both sides: rich>=13"):
        needed(["rich>=13"])


@pytest.mark.parametrize(
    ("present", "told"),
    [
        ("13.9", None),
        ("13.9.0", None),
        ("15.0.1rc1", None),
        ("13.8.9", 'rich is 13.8.9, which is out of the bounds rich>=13.9,<16: pip install "rich>=13.9,<16"'),
        ("16.0", 'rich is 16.0, which is out of the bounds rich>=13.9,<16: pip install "rich>=13.9,<16"'),
        (None, 'rich is not installed: pip install "rich>=13.9,<16"'),
    ],
)
def test_packages_out_of_bounds(present: str | None, told: str | None) -> None:
    def version_of(name: str) -> str:
        if present is None:
            raise PackageNotFoundError(name)
        return present

    found = list(unfit([Requirement("rich", "13.9", "16")], version_of))
    assert [(finding.standing, finding.told) for finding in found] == ([] if told is None else [("problem", told)])


def test_versions_are_compared_by_their_numbers() -> None:
    assert sorted(["1.10", "1.9", "2", "1"], key=number) == ["1", "1.9", "1.10", "2"]


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The program as pip would have installed it, with versions that a test may change."""
    versions = {"treatybot": "0.1.0", "rich": "15.0.0"}
    monkeypatch.setattr("bot.console.doctor_versions.requires", lambda _: ["rich<16,>=13.9"])
    monkeypatch.setattr("bot.console.doctor_versions.metadata", lambda _: {"Requires-Python": ">=3.11"})
    monkeypatch.setattr("bot.console.doctor_versions.version", versions.__getitem__)
    monkeypatch.setattr("bot.console.doctor_versions.__version__", "0.1.0")
    return versions


def test_all_versions_fit(installed: dict[str, str]) -> None:
    assert installed
    (line,) = map(str, version_findings())
    assert line.startswith("ok: versions: treatybot 0.1.0, Python 3.")
    assert line.endswith(", rich 15.0.0")


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("bot.console.doctor_versions.__version__", "0.2.0", "warning: versions: version 0.2.0 runs and 0.1.0 is"),
        ("sys.version_info", (3, 10, 1), "problem: versions: Python 3."),
        ("bot.console.doctor_versions.OLDEST_SQLITE", (99, 1), "problem: versions: SQLite 3."),
    ],
)
def test_other_versions_that_do_not_fit(
    installed: dict[str, str], monkeypatch: pytest.MonkeyPatch, name: str, value: object, told: str
) -> None:
    assert installed
    monkeypatch.setattr(name, value)
    found = list(map(str, version_findings()))
    monkeypatch.undo()  # a Python of another version would be the end of pytest
    (line,) = found
    assert line.startswith(told)


def test_a_program_that_is_not_installed_is_warned_of(monkeypatch: pytest.MonkeyPatch) -> None:
    def requires(name: str) -> list[str]:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("bot.console.doctor_versions.requires", requires)
    (line,) = map(str, version_findings())
    assert line.startswith("warning: versions: the program is not installed")
