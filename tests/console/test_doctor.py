"""``treatybot doctor``: what it finds, and that each thing that is wrong is found."""

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.console.doctor import time_findings
from bot.console.doctor_settings import read_given
from bot.settings import SETTINGS
from bot.store.opening import open_store
from bot.store.store import Store
from bot.store.versions import NEWEST
from tests.tiny_knowledge import copy_tiny

from .conftest import Program

TOKEN = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"
"""of the form of Discord's example; nobody's"""

Doctor = Callable[..., tuple[int, dict[str, str], str]]
posix = pytest.mark.skipif(os.name != "posix", reason="other systems tell by other means who can read a file")


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_tiny(tmp_path_factory.mktemp("doctor") / "tiny") / "knowledge"


@pytest.fixture
def doctor(program: Program, tiny: Path) -> Doctor:
    """Run it: the exit code, the standings with their lines, by subject, and all that was printed."""

    def run(**settings: str) -> tuple[int, dict[str, str], str]:
        given = {"DISCORD_TOKEN": TOKEN, "TREATYBOT_KNOWLEDGE": str(tiny)} | settings
        done = program("doctor", **given)
        assert done.stderr == b""
        printed = done.stdout.decode()
        *lines, count = printed.splitlines()
        problems = sum(line.startswith("problem: ") for line in lines)
        assert count.startswith(f"{problems} problem{'' if problems == 1 else 's'}, ")
        assert done.returncode == (1 if problems else 0)
        by_subject: dict[str, str] = {}
        for line in lines:
            standing, subject, told = line.split(": ", 2)
            assert standing in ("ok", "warning", "problem")
            by_subject[subject] = "\n".join(filter(None, (by_subject.get(subject), f"{standing}: {told}")))
        return done.returncode, by_subject, printed

    return run


async def database_at(path: Path) -> None:
    store = await open_store(path)
    assert isinstance(store, Store)
    await store.close()


def test_where_nothing_is_wrong_each_thing_has_its_line(doctor: Doctor, tiny: Path) -> None:
    code, found, printed = doctor()
    assert code == 0
    assert list(found) == ["settings", "token", "database", "knowledge", "time", "versions"]
    assert found["settings"] == (
        "ok: DISCORD_TOKEN, TREATYBOT_KNOWLEDGE from the environment; all others are the defaults"
    )
    assert found["token"].startswith("ok: of the form of a bot's token")
    assert found["database"] == "ok: treatybot.sqlite3: not there yet, treatybot run makes it"
    assert found["knowledge"].startswith(f"ok: {tiny} loads: ")
    assert found["time"].startswith(f"ok: {datetime.now(UTC):%Y-%m}")
    assert not found["versions"].startswith("problem")
    assert TOKEN not in printed
    assert not any(part in printed for part in TOKEN.split("."))


@pytest.mark.parametrize(
    ("token", "settings", "standing"),
    [
        ("", {}, "problem: DISCORD_TOKEN is not set: "),
        (f"Bot {TOKEN}", {}, "problem: DISCORD_TOKEN begins with a word"),
        ("q7Bq0hVnXcSx3yQ8m2TzYp5kRw1vLd9e", {}, "problem: DISCORD_TOKEN has not the form"),  # as a client secret
        (TOKEN.partition(".")[2], {}, "problem: DISCORD_TOKEN has not the form"),
        ("bm90LWEtbnVtYmVyLWF0LWFsbA.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs", {}, "problem: DISCORD_TOKEN has not"),
        ("not.a.token", {"TREATYBOT_DISCORD_API": "http://127.0.0.1:1/api"}, "warning: DISCORD_TOKEN has not"),
    ],
)
def test_the_token_is_judged_and_not_shown(doctor: Doctor, token: str, settings: dict[str, str], standing: str) -> None:
    _, found, printed = doctor(DISCORD_TOKEN=token, **settings)
    assert found["token"].startswith(standing)
    assert not token or token not in printed


def test_every_malformed_setting_has_its_line(doctor: Doctor, tmp_path: Path) -> None:
    wrong = {
        "TREATYBOT_DISCORD_API": "nonsense",
        "TREATYBOT_DATABASE": str(tmp_path / "no" / "folder.db"),
        "TREATYBOT_KEEP_DAYS": "many",
        "TREATYBOT_KNOWLEDGE": "nowhere",
        "TREATYBOT_LOG": "xml",
    }
    _, found, _ = doctor(**wrong, TREATYBOT_DATABSE="x.db")
    lines = found["settings"].splitlines()
    assert [line.split()[1] for line in lines if line.startswith("problem: ")] == [
        setting.name for setting in SETTINGS if setting.name in wrong
    ]
    assert lines[-1] == (
        "warning: in the environment: there is no setting TREATYBOT_DATABSE: did you mean TREATYBOT_DATABASE?"
    )
    assert "database" not in found
    assert "knowledge" not in found


def test_a_file_of_settings_counts_and_the_environment_wins(doctor: Doctor, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"DISCORD_TOKEN={TOKEN}\nTREATYBOT_DATABASE=other.db\n", encoding="utf-8")
    (tmp_path / ".env").chmod(0o600)
    _, found, _ = doctor()
    assert found["settings"] == (
        "ok: DISCORD_TOKEN, TREATYBOT_KNOWLEDGE from the environment; TREATYBOT_DATABASE from .env; "
        "all others are the defaults"
    )
    assert found["database"].startswith("ok: other.db: ")


def test_a_file_of_settings_that_is_malformed_is_one_problem(doctor: Doctor, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"DISCORD_TOKEN {TOKEN}\n", encoding="utf-8")
    (tmp_path / ".env").chmod(0o600)
    _, found, printed = doctor()
    assert found["settings"] == "problem: .env:1: not a setting: write NAME=value, one a line"
    assert TOKEN not in printed


@posix
def test_files_that_others_can_read_are_warned_of(doctor: Doctor, tmp_path: Path) -> None:
    (tmp_path / ".env").touch()
    (tmp_path / ".env").chmod(0o644)
    code, found, _ = doctor()
    assert code == 0
    assert (
        "warning: other users of this computer can read .env, and the token in it: chmod 600 .env" in found["settings"]
    )


async def test_a_database_that_is_sound_and_one_that_others_can_read(doctor: Doctor, tmp_path: Path) -> None:
    path = tmp_path / "treatybot.sqlite3"
    await database_at(path)
    before = path.read_bytes()
    sound = f"ok: treatybot.sqlite3: sound, can be written, version {NEWEST} of the tables"
    assert doctor()[1]["database"] == sound
    if os.name == "posix":
        path.chmod(0o644)
        assert doctor()[1]["database"].splitlines() == [
            "warning: treatybot.sqlite3: others can read it, and it bears ids of persons: chmod 600 treatybot.sqlite3",
            sound,
        ]
    assert path.read_bytes() == before
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA user_version = 1")
    assert doctor()[1]["database"].endswith(f"version 1 of the tables, which treatybot run makes {NEWEST}")
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA user_version = 99")
    assert "problem: treatybot.sqlite3: a newer Treatybot made it (version 99" in doctor()[1]["database"]


@pytest.mark.parametrize(
    ("content", "told"), [(b"no database at all" * 99, "it is damaged, or no database at all"), (b"", "sound")]
)
def test_a_database_that_is_none(doctor: Doctor, tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "treatybot.sqlite3").write_bytes(content)
    (tmp_path / "treatybot.sqlite3").chmod(0o600)
    _, found, _ = doctor()
    assert found["database"].startswith(f"{'problem' if content else 'ok'}: treatybot.sqlite3: {told}")


@pytest.mark.parametrize("what", ["file", "folder"])
async def test_a_database_that_cannot_be_written(
    doctor: Doctor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """Root may write everything, so the answer of the system is put in its place."""
    path = tmp_path / "treatybot.sqlite3"
    await database_at(path)
    forbidden = Path(path.name) if what == "file" else tmp_path
    monkeypatch.setattr("bot.console.doctor.os.access", lambda asked, mode: (asked, mode) != (forbidden, os.W_OK))
    _, found, _ = doctor()
    assert found["database"].startswith("problem: treatybot.sqlite3: it")
    assert "cannot be written: let the bot's user write" in found["database"]


def test_a_disk_that_is_nearly_full(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.console.doctor._LITTLE_ROOM", 1 << 62)
    code, found, _ = doctor()
    assert code == 0
    assert found["database"].startswith("warning: treatybot.sqlite3: its disk is nearly full: ")


def test_knowledge_with_problems(doctor: Doctor, tmp_path: Path) -> None:
    folder = copy_tiny(tmp_path / "faulty") / "knowledge"
    state = folder / "states" / "india.yaml"
    state.write_text(state.read_text(encoding="utf-8").replace("will work", "works"), encoding="utf-8")
    _, found, _ = doctor(TREATYBOT_KNOWLEDGE=str(folder))
    assert found["knowledge"].startswith(f"problem: 1 problem in {folder}, the first: knowledge/states/india.yaml:")
    assert found["knowledge"].endswith("treatybot check lists all")


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), "problem: time: 1970-01-01 00:00 UTC, time zone UTC (+00:00): the program"),
        (datetime(2999, 1, 1, tzinfo=UTC), "ok: time: 2999-01-01 00:00 UTC, time zone UTC (+00:00); "),
    ],
)
def test_a_clock_before_the_program_was_made_is_wrong(tiny: Path, now: datetime, told: str) -> None:
    given = read_given({"TREATYBOT_KNOWLEDGE": str(tiny)}, tiny / ".env")
    (line,) = map(str, time_findings(given, now))
    assert line.startswith(told)


def test_a_clock_before_the_newest_document_is_wrong(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.console.doctor._newest_document", lambda _: datetime(2998, 8, 21, tzinfo=UTC))
    given = read_given({"TREATYBOT_KNOWLEDGE": str(tiny)}, tiny / ".env")
    (line,) = map(str, time_findings(given, datetime(2998, 8, 1, tzinfo=UTC)))
    assert line.endswith("the newest document was made later, on 2998-08-21: set this computer's clock")


@pytest.mark.parametrize(
    ("zone", "warnings"), [("Europe/Vienna", 0), (":Asia/Geneva", 1), ("Europe/Ottawa", 1), ("CET-1CEST", 0), ("", 0)]
)
def test_a_time_zone_that_there_is_none_of(
    tiny: Path, monkeypatch: pytest.MonkeyPatch, zone: str, warnings: int
) -> None:
    monkeypatch.setattr("bot.console.doctor.available_timezones", lambda: {"Europe/Vienna"})
    given = read_given({"TREATYBOT_KNOWLEDGE": str(tiny), "TZ": zone}, tiny / ".env")
    found = list(time_findings(given, datetime(2999, 1, 1, tzinfo=UTC)))
    assert [finding.standing for finding in found] == ["warning"] * warnings + ["ok"]


def test_what_cannot_be_imported_is_a_problem_and_no_traceback(doctor: Doctor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "bot.checking", None)
    _, found, _ = doctor()
    assert found["knowledge"].startswith("problem: not examined, since bot.checking cannot be imported: ")
    assert found["time"].startswith("ok: ")
