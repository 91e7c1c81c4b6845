"""What a person meets first: the README's two commands, and a wheel that answers from anywhere."""

import configparser
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hatchling.builders.wheel import WheelBuilder

from bot import __version__
from bot.console.commands import UNUSABLE
from bot.discord_side.running import TOKEN_REJECTED
from bot.settings import SETTINGS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def first_code_block(heading: str) -> str:
    """What stands in the first code block under a heading of the README."""
    section = README.split(f"\n## {heading}\n", 1)[1].split("\n## ", 1)[0]
    block = re.search(r"^```\w*\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)
    assert block is not None
    return block[1]


@pytest.mark.parametrize("heading", ["Try it", "Test it"])
def test_each_command_of_the_readme_is_one_line_that_makes_its_own_environment(heading: str) -> None:
    command = first_code_block(heading)
    assert command.count("\n") == 1
    assert command.startswith("python3 -m venv .venv && .venv/bin/pip install ")
    assert "activate" not in command


def test_ci_runs_the_test_command_of_the_readme() -> None:
    assert first_code_block("Test it").strip() in CI.splitlines()


@pytest.mark.skipif(os.name == "nt", reason="needs bash")
@pytest.mark.parametrize("failing", ["python3", "pip", "pytest"])
def test_ci_fails_when_a_part_of_the_test_command_does(tmp_path: Path, failing: str) -> None:
    """`set -e` alone would look past a command that fails before `&&`."""
    (tmp_path / ".ci").mkdir()
    (tmp_path / ".ci" / "run").write_text(CI, encoding="utf-8")
    commands = [tmp_path / "bin" / "python3"]
    commands += [tmp_path / ".venv" / "bin" / name for name in ("pip", "pytest", "ruff", "mypy", "treatybot")]
    for command in commands:
        command.parent.mkdir(parents=True, exist_ok=True)
        command.write_text(f"#!/bin/sh\nexit {int(command.name == failing)}\n", encoding="utf-8")
        command.chmod(0o755)
    path = os.pathsep.join([str(tmp_path / "bin"), os.environ["PATH"]])
    done = subprocess.run(["bash", ".ci/run"], cwd=tmp_path, env={**os.environ, "PATH": path}, check=False)
    assert done.returncode == 1


def test_the_readme_documents_every_setting_with_its_default() -> None:
    rows = {row.split("`")[1]: row for row in README.splitlines() if row.startswith(("| `DISCORD", "| `TREATYBOT"))}
    assert list(rows) == [setting.name for setting in SETTINGS]
    for setting in SETTINGS:
        assert setting.default.split(" ")[0].rstrip(":") in rows[setting.name]
        commands = re.sub("run|backup", r"`\g<0>`", setting.holds_for)
        assert f"| {commands} |" in rows[setting.name]


def test_the_service_of_the_readme_has_no_more_rights_than_it_needs_and_stays_down_where_a_start_changes_nothing() -> (
    None
):
    unit = configparser.ConfigParser(interpolation=None)
    text = re.search(r"^```ini\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    assert text is not None
    unit.read_string(text[1])
    service = unit["Service"]
    assert service["ExecStart"].endswith("/treatybot run")
    assert service["Restart"] == "on-failure"
    assert service["RestartPreventExitStatus"].split() == [str(UNUSABLE), str(TOKEN_REJECTED)]
    assert service["WorkingDirectory"] == f"/var/lib/{service['StateDirectory']}"
    assert int(service["TimeoutStopSec"]) > 5  # the bot ends within five seconds
    assert service["User"] != "root"
    assert service["CapabilityBoundingSet"] == ""
    assert [service[name] for name in ("NoNewPrivileges", "ProtectSystem", "ProtectHome")] == ["yes", "strict", "yes"]


def test_the_readme_shows_an_answer_as_the_program_gives_it() -> None:
    command, shown = re.findall(r"^```(?:sh|text)\n(.*?)^```$", README.split("\n## ", 1)[0], re.DOTALL | re.MULTILINE)
    assert command == 'treatybot ask "what did India say in 16MSP?"\n'
    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "what did India say in 16MSP?"],
        capture_output=True,
        cwd=ROOT,
        env=environment(),
        check=True,
    )
    # The README wraps its lines.
    assert shown.replace("\n> ", " ").split() == done.stdout.decode().replace("\n> ", " ").split()


def _requirements() -> Iterator[str]:
    yield from PROJECT["dependencies"]
    for extra in PROJECT["optional-dependencies"].values():
        yield from extra


@pytest.mark.parametrize("requirement", sorted(set(_requirements()) - {"treatybot[test]"}))
def test_every_dependency_has_both_bounds(requirement: str) -> None:
    assert re.fullmatch(r"[A-Za-z][\w.-]*(\[\w+\])?>=[\d.]+,<[\d.]+", requirement)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return Path(built)


def environment(**changes: str) -> dict[str, str]:
    """The environment without any setting of ours."""
    ours = {setting.name for setting in SETTINGS}
    return {name: value for name, value in os.environ.items() if name not in ours} | changes


def test_the_wheel_bears_the_version_of_the_package(wheel: Path) -> None:
    assert wheel.name.startswith(f"treatybot-{__version__}-")


def test_the_wheel_holds_all_knowledge_and_every_document_byte_for_byte(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        packed = {name: archive.read(name) for name in archive.namelist() if name.startswith("bot/_data/")}
    there = {
        f"bot/_data/{path.relative_to(ROOT).as_posix()}": path.read_bytes()
        for folder in ("knowledge", "seeds")
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }
    assert len(there) > 60
    assert packed == there


def test_the_wheel_holds_the_words_of_english(wheel: Path) -> None:
    name = "bot/matching/english_words.txt"
    with zipfile.ZipFile(wheel) as archive:
        assert archive.read(name) == (ROOT / name).read_bytes()


def test_the_wheel_brings_nothing_else_to_the_top_level(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        assert {name.split("/")[0] for name in archive.namelist()} == {"bot", f"treatybot-{__version__}.dist-info"}


def test_an_installed_wheel_answers_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    """Unpacked as pip unpacks it, and away from the source tree."""
    installed, elsewhere = tmp_path / "site-packages", tmp_path / "elsewhere"
    elsewhere.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    script = "import sys, bot, bot.console.commands as c; print(bot.__file__, file=sys.stderr); sys.exit(c.main())"
    done = subprocess.run(
        [sys.executable, "-P", "-c", script, "ask", "--json", "what did India say in 16MSP?"],
        capture_output=True,
        cwd=elsewhere,
        env=environment(PYTHONPATH=str(installed)),
        check=False,
    )
    assert Path(done.stderr.decode().strip()).is_relative_to(installed)
    assert done.returncode == 0
    answer: dict[str, Any] = json.loads(done.stdout)
    assert answer["outcome"] == "answered"
    assert answer["citations"][0]["file"].startswith("seeds/002_")
    assert list(elsewhere.iterdir()) == []
