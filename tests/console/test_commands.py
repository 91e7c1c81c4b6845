"""The other commands: help, version, check, run and preview up to where the Discord side takes over."""

import importlib.metadata
from pathlib import Path

import pytest

from bot import __version__
from bot.console.commands import main
from bot.settings import SETTINGS
from tests.tiny_knowledge import copy_tiny

from .conftest import Program

TOKEN = "not-a-token-at-all"


def test_the_console_script_is_this_program() -> None:
    (script,) = importlib.metadata.entry_points(group="console_scripts", name="treatybot")
    assert script.load() is main


def test_alone_it_prints_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("usage: treatybot ")
    for command in ("ask", "chat", "check", "run", "backup", "doctor", "preview"):
        assert f"    {command} " in shown


def test_help_documents_every_setting(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    shown = " ".join(capsys.readouterr().out.split())
    for setting in SETTINGS:
        assert f"{setting.name} {setting.about} For: {setting.holds_for}. Default: {setting.default}." in shown


@pytest.mark.parametrize("command", ["ask", "chat", "check", "run", "backup", "doctor", "preview"])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([command, "--help"])
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: treatybot {command} ")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"treatybot {__version__}\n"


@pytest.mark.parametrize("arguments", [["no-such-command"], ["ask", "--yaml"], ["preview", "--port", "70000"]])
def test_a_command_line_that_is_not_understood(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith("usage: treatybot ")


def test_help_does_not_wait_for_what_it_does_not_need(process: Program) -> None:
    done = process("--help", PYTHONPROFILEIMPORTTIME="1")
    assert done.returncode == 0
    for heavy in (b"discord", b"pydantic", b"rich", b"yaml", b"rapidfuzz", b"asyncio"):
        assert heavy not in {line.split(b"|")[-1].strip() for line in done.stderr.splitlines()}


def test_the_knowledge_that_comes_with_the_program_has_no_problems(program: Program) -> None:
    done = program("check")
    assert done.stdout.decode().splitlines() == ["0 problems"]
    assert done.returncode == 0


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A folder with knowledge that misquotes a document, twice."""
    folder = copy_tiny(tmp_path / "faulty")
    state = folder / "knowledge" / "states" / "india.yaml"
    text = state.read_text(encoding="utf-8")
    assert "India supports" in text
    assert "will work" in text
    state.write_text(text.replace("India supports", "India rejects").replace("will work", "works"), encoding="utf-8")
    return folder


@pytest.mark.parametrize("path", ["faulty", "faulty/knowledge"])
def test_check_tells_every_problem_with_its_place_and_counts_them(program: Program, faulty: Path, path: str) -> None:
    assert faulty.is_dir()
    done = program("check", path)
    *problems, count = done.stdout.decode().splitlines()
    assert done.returncode == 1
    assert len(problems) >= 2
    assert count == f"{len(problems)} problems"
    for problem in problems:
        file, line, column, code, rest = problem.split(":", 4)
        assert file == "knowledge/states/india.yaml"
        assert int(line) > 1
        assert int(column) > 0
        assert code.strip()
        assert rest.endswith(")")


def test_check_takes_the_knowledge_that_the_settings_name(process: Program, faulty: Path) -> None:
    done = process("check", TREATYBOT_KNOWLEDGE=str(faulty / "knowledge"))
    assert done.returncode == 1
    assert b"knowledge/states/india.yaml:" in done.stdout


def test_check_of_a_folder_with_no_knowledge_finds_problems(program: Program, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = program("check", "empty")
    assert done.returncode == 1
    assert b"sources.yaml" in done.stdout
    assert done.stderr == b""


def test_check_of_a_folder_that_is_not_there(program: Program) -> None:
    done = program("check", "nowhere")
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "treatybot: there is no folder 'nowhere': give a knowledge folder, or a folder that has one"
    ]


def test_run_without_a_token(process: Program) -> None:
    done = process("run")
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("treatybot: DISCORD_TOKEN is not set: ")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TREATYBOT_DISCORD_API", "nonsense"),
        ("TREATYBOT_DISCORD_GATEWAY", "nonsense"),
        ("TREATYBOT_DATABASE", "no/such/folder/bot.db"),
        ("TREATYBOT_KEEP_DAYS", "half a year"),
        ("TREATYBOT_KNOWLEDGE", "nowhere"),
    ],
)
def test_run_with_a_malformed_setting(program: Program, name: str, value: str) -> None:
    done = program("run", DISCORD_TOKEN=TOKEN, **{name: value})
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith(f"treatybot: {name} ")
    assert TOKEN not in line


def test_run_with_a_malformed_env_file(program: Program, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"DISCORD_TOKEN {TOKEN}\n", encoding="utf-8")
    done = program("run")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == ["treatybot: .env:1: not a setting: write NAME=value, one a line"]


def test_run_with_knowledge_that_does_not_load(program: Program, faulty: Path) -> None:
    done = program("run", DISCORD_TOKEN=TOKEN, TREATYBOT_KNOWLEDGE=str(faulty / "knowledge"))
    assert done.returncode == 2
    *problems, last = done.stderr.decode().splitlines()
    assert all(problem.startswith("knowledge/states/india.yaml:") for problem in problems)
    assert last.startswith("treatybot: the knowledge does not load")
