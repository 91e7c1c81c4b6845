"""Settings: what is taken, and the one line that a malformed one yields."""

import os
from pathlib import Path

import pytest

from bot.env_file import seen_by_others
from bot.settings import (
    DEFAULT_DATABASE,
    SETTINGS,
    Settings,
    SettingsError,
    database_path,
    knowledge_folder,
    read_env_file,
    read_run_settings,
    read_settings,
)

posix = pytest.mark.skipif(os.name != "posix", reason="other systems tell by other means who can read a file")
TOKEN = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"


def test_nothing_set_gives_the_defaults() -> None:
    assert read_settings({}) == Settings(None, None, None, DEFAULT_DATABASE, None)


def test_all_set(tmp_path: Path) -> None:
    settings = read_settings(
        {
            "DISCORD_TOKEN": f" {TOKEN}\n",
            "TREATYBOT_DISCORD_API": "http://127.0.0.1:8080/api/v10/",
            "TREATYBOT_DISCORD_GATEWAY": "ws://127.0.0.1:8081/ws/",
            "TREATYBOT_DATABASE": str(tmp_path / "bot.db"),
            "TREATYBOT_KNOWLEDGE": str(tmp_path),
        }
    )
    assert settings == Settings(
        TOKEN, "http://127.0.0.1:8080/api/v10", "ws://127.0.0.1:8081/ws/", tmp_path / "bot.db", tmp_path.resolve()
    )


@pytest.mark.parametrize("setting", [setting.name for setting in SETTINGS])
def test_a_blank_setting_counts_as_not_set(setting: str) -> None:
    assert read_settings({setting: "  "}) == Settings()


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("DISCORD_TOKEN", f"Bot {TOKEN}", "DISCORD_TOKEN begins with a word that is no part of the token"),
        ("DISCORD_TOKEN", "two words", "DISCORD_TOKEN has a space"),
        ("DISCORD_TOKEN", "tökén", "DISCORD_TOKEN has a space, a line break or another character"),
        ("TREATYBOT_DISCORD_API", "discord.com/api/v10", "TREATYBOT_DISCORD_API is not an address"),
        ("TREATYBOT_DISCORD_API", "ftp://discord.com", "set it to one that begins with https:// or http://"),
        ("TREATYBOT_DISCORD_API", "https://", "TREATYBOT_DISCORD_API is not an address"),
        ("TREATYBOT_DISCORD_API", "http://127.0.0.1:99999", "TREATYBOT_DISCORD_API is not an address"),
        ("TREATYBOT_DISCORD_API", "http://[::1", "TREATYBOT_DISCORD_API is not an address"),
        ("TREATYBOT_DISCORD_API", "http://127.0.0.1/api?v=10", "TREATYBOT_DISCORD_API has a part after ? or #"),
        ("TREATYBOT_DISCORD_API", "http://me:secret@127.0.0.1/api", "TREATYBOT_DISCORD_API has a user or password"),
        ("TREATYBOT_DISCORD_GATEWAY", "https://gateway", "set it to one that begins with wss:// or ws://"),
        ("TREATYBOT_DISCORD_GATEWAY", "ws://two words", "TREATYBOT_DISCORD_GATEWAY is not an address"),
        ("TREATYBOT_DATABASE", ".", "which is a folder: set it to the path of a file"),
        ("TREATYBOT_DATABASE", "no/such/folder/bot.db", "make the folder first"),
        ("TREATYBOT_DATABASE", "~no-such-user-here/bot.db", "write the whole path"),
        (
            "TREATYBOT_KNOWLEDGE",
            "no/such/folder",
            "TREATYBOT_KNOWLEDGE is 'no/such/folder', and there is no such folder",
        ),
    ],
)
def test_a_malformed_setting_is_refused_in_one_line(name: str, value: str, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({name: value})
    assert message in str(caught.value)
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)
    if name == "DISCORD_TOKEN":
        assert value not in str(caught.value)


COUNTS = ["TREATYBOT_KEEP_DAYS", "TREATYBOT_PERSON_LIMIT", "TREATYBOT_SERVER_LIMIT"]


@pytest.mark.parametrize("name", COUNTS)
@pytest.mark.parametrize("value", ["0", "-1", "1.5", "half a year", "180 days", "100001", "9999999", "²"])
def test_a_count_that_is_none_or_out_of_range_is_refused(name: str, value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({name: value})
    assert str(caught.value) == f"{name} is '{value}': set it to a whole number from 1 to 100,000, or unset it"


@pytest.mark.parametrize("value", [1, 30, 100_000])
def test_counts_are_taken_each_for_its_own(value: int) -> None:
    settings = [read_settings({name: f" {value} "}) for name in COUNTS]
    days, person, server = 180, 20, 200
    assert [(one.keep_days, one.person_limit, one.server_limit) for one in settings] == [
        (value, person, server),
        (days, value, server),
        (days, person, value),
    ]


@pytest.mark.parametrize("name", ["TREATYBOT_LOG", "TREATYBOT_LOG_QUESTIONS"])
def test_a_choice_that_there_is_none_of_is_refused(name: str) -> None:
    choices = "text or json" if name == "TREATYBOT_LOG" else "no or yes"
    with pytest.raises(SettingsError, match=f"^{name} is 'xml': set it to {choices}, or unset it$"):
        read_settings({name: "xml"})


def test_how_the_log_is_written() -> None:
    settings = read_settings({"TREATYBOT_LOG": "JSON", "TREATYBOT_LOG_QUESTIONS": "yes"})
    assert (settings.log_json, settings.log_questions) == (True, True)


@posix
@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604])
def test_an_env_file_that_others_can_read_is_one_line_of_warning(tmp_path: Path, mode: int) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text(f"DISCORD_TOKEN={TOKEN}\n", encoding="utf-8")
    env_file.chmod(mode)
    assert seen_by_others(env_file) == (
        f"other users of this computer can read {env_file}, and the token in it: chmod 600 {env_file}"
    )


@posix
def test_an_env_file_that_nobody_else_can_read_is_as_it_should_be(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    assert seen_by_others(env_file) is None
    env_file.touch(mode=0o600)
    assert seen_by_others(env_file) is None


def test_the_database_is_found_without_the_other_settings(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text("TREATYBOT_DATABASE=from_the_file.db\nTREATYBOT_DISCORD_API=nonsense\n", encoding="utf-8")
    assert database_path({}, env_file) == Path("from_the_file.db")
    assert database_path({"TREATYBOT_DATABASE": "bot.db"}, env_file) == Path("bot.db")
    assert database_path({}, tmp_path / "nowhere") == DEFAULT_DATABASE


def test_the_token_is_not_shown() -> None:
    assert TOKEN not in repr(read_settings({"DISCORD_TOKEN": TOKEN}))


def test_an_address_with_a_password_is_not_repeated() -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({"TREATYBOT_DISCORD_API": "socks://me:secret@proxy"})
    assert "secret" not in str(caught.value)


def test_the_knowledge_folder_is_read_without_the_other_settings(tmp_path: Path) -> None:
    environment = {"TREATYBOT_KNOWLEDGE": str(tmp_path), "TREATYBOT_DISCORD_API": "nonsense"}
    assert knowledge_folder(environment) == tmp_path.resolve()


def test_run_needs_the_token(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"^DISCORD_TOKEN is not set: .*developer portal"):
        read_run_settings({}, tmp_path / ".env")


def test_run_reads_the_env_file_and_the_environment_wins(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text(f"DISCORD_TOKEN={TOKEN}\nTREATYBOT_DISCORD_API=https://from.the.file\n", encoding="utf-8")
    settings = read_run_settings({"TREATYBOT_DISCORD_API": "https://from.the.environment"}, env_file)
    assert settings.discord_token == TOKEN
    assert settings.discord_api == "https://from.the.environment"


def test_a_blank_variable_leaves_the_env_file_its_say(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text(f"DISCORD_TOKEN={TOKEN}\n", encoding="utf-8")
    assert read_run_settings({"DISCORD_TOKEN": ""}, env_file).discord_token == TOKEN


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("NAME=value", "value"),
        ("  export NAME = value  ", "value"),
        ("NAME=value # a comment", "value"),
        ("NAME=va#lue", "va#lue"),
        ("NAME=# a comment", ""),
        ("NAME='two words # and no comment'", "two words # and no comment"),
        ('NAME="quoted" # a comment', "quoted"),
        ("NAME=", ""),
        ("\ufeffNAME=after a byte order mark", "after a byte order mark"),
        ("# a comment\r\n\r\nNAME=windows\r\n", "windows"),
    ],
)
def test_lines_of_an_env_file(tmp_path: Path, line: str, value: str) -> None:
    env_file = tmp_path / ".env"
    env_file.write_bytes(line.encode())
    assert read_env_file(env_file) == {"NAME": value}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("A=1\nsecret", ".env:2: not a setting: write NAME=value, one a line"),
        ("1A=secret", ".env:1: not a setting: write NAME=value, one a line"),
        ("A=secret\nA=2", ".env:2: A is set twice: keep one of the two lines"),
        ("A='secret", ".env:1: A begins with a quotation mark: end it with the same one, and nothing after that"),
        ("A='secret' B", ".env:1: A begins with a quotation mark: end it with the same one, and nothing after that"),
        (
            "TREATYBOT_DATABSE=secret",
            ".env:1: there is no setting TREATYBOT_DATABSE: did you mean TREATYBOT_DATABASE?",
        ),
        ("TREATYBOT_X=secret", ".env:1: there is no setting TREATYBOT_X: treatybot --help lists the settings"),
    ],
)
def test_a_malformed_env_file_is_refused_without_its_values(tmp_path: Path, content: str, message: str) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_env_file(env_file)
    assert str(caught.value) == str(tmp_path / message)


def test_an_env_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_bytes(b"DISCORD_TOKEN=\xff\xfe")
    with pytest.raises(SettingsError, match=r"cannot be read as a UTF-8 text file \(UnicodeDecodeError\)"):
        read_env_file(env_file)


def test_a_missing_env_file_holds_nothing(tmp_path: Path) -> None:
    assert read_env_file(tmp_path / ".env") == {}


@pytest.mark.parametrize("name", ["TREATYBOT_KNOWLEDGE", "TREATYBOT_DATABASE"])
def test_a_path_that_no_file_can_have_is_told_in_one_short_line(name: str) -> None:
    for path in ("a" * 5_000, f"{'a' * 5_000}/b", "a\x1b[31m\u202eb/c"):
        with pytest.raises(SettingsError) as told:
            read_settings({name: path})
        assert str(told.value).startswith(f"{name} is ")
        assert len(str(told.value)) < 700
        assert str(told.value).isprintable()
