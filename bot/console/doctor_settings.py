"""The settings that ``treatybot run`` would find: each by itself, the form of the token, and who can read ``.env``."""

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bot.console.findings import Finding
from bot.env_file import ENV_FILE, seen_by_others
from bot.settings import API, NO_TOKEN, SETTINGS, TOKEN, SettingsError, read_env_file, read_settings, unknown

_PARTS: Final = re.compile(r"(?P<application>[\w-]{20,})\.[\w-]{5,}\.[\w-]{25,}", re.ASCII)
"""of a bot's token: https://discord.com/developers/docs/reference#authentication shows one"""
_SNOWFLAKE: Final = re.compile(rb"\d{17,20}")
"""https://discord.com/developers/docs/reference#snowflakes"""


@dataclass(frozen=True, slots=True)
class Given:
    """Settings that are set, by name."""

    environment: Mapping[str, str]
    in_file: Mapping[str, str]
    file_problem: str | None
    """why the file could not be read, in one line"""

    @property
    def values(self) -> dict[str, str]:
        """What holds: the environment wins."""
        return {**self.in_file, **self.environment}


def read_given(environment: Mapping[str, str], env_file: Path = ENV_FILE) -> Given:
    """The settings of the environment and of the file."""
    of_environment = {name: value for name, value in environment.items() if value.strip()}
    try:
        return Given(of_environment, {name: value for name, value in read_env_file(env_file).items() if value}, None)
    except SettingsError as error:
        return Given(of_environment, {}, str(error))


def setting_findings(given: Given) -> Iterator[Finding]:
    """Every setting that is malformed or none of ours, and where the others come from."""
    malformed = list(_malformed(given))
    yield from malformed
    if warning := seen_by_others(ENV_FILE):
        yield Finding("warning", "settings", warning)
    for name in sorted(given.environment):
        if told := unknown(name):
            yield Finding("warning", "settings", f"in the environment: {told}")
    if not malformed:
        yield Finding("ok", "settings", _origins(given))
    yield _token(given.values)


def _malformed(given: Given) -> Iterator[Finding]:
    if given.file_problem is not None:
        yield Finding("problem", "settings", given.file_problem)
    for setting in SETTINGS:
        if setting.name == TOKEN or setting.name not in given.values:
            continue
        try:
            read_settings({setting.name: given.values[setting.name]})
        except SettingsError as error:
            yield Finding("problem", "settings", str(error))


def _origins(given: Given) -> str:
    ours = [setting.name for setting in SETTINGS]
    from_environment = [name for name in ours if name in given.environment]
    from_file = [name for name in ours if name in given.in_file and name not in given.environment]
    told = []
    if from_environment:
        told.append(f"{', '.join(from_environment)} from the environment")
    if from_file:
        told.append(f"{', '.join(from_file)} from {ENV_FILE}")
    return "; ".join([*told, "all others are the defaults" if told else "none is set, all are the defaults"])


def _token(values: Mapping[str, str]) -> Finding:
    """Whether there is a token of the form that Discord gives; without a character of it."""
    try:
        token = read_settings({TOKEN: values.get(TOKEN, "")}).discord_token
    except SettingsError as error:
        return Finding("problem", "token", str(error))
    if token is None:
        return Finding("problem", "token", NO_TOKEN)
    if _looks_right(token):
        return Finding("ok", "token", "of the form of a bot's token; whether Discord takes it, only Discord can tell")
    told = (
        f"{TOKEN} has not the form of a bot's token, three parts with dots between them: copy it once more from the "
        "developer portal (your application, Bot, Reset Token), not the client secret or the public key"
    )
    # A test server takes any token.
    return Finding("warning" if API in values else "problem", "token", told)


def _looks_right(token: str) -> bool:
    parts = _PARTS.fullmatch(token)
    if parts is None:
        return False
    application = parts["application"]
    try:
        number = base64.urlsafe_b64decode(application + "=" * (-len(application) % 4))
    except (binascii.Error, ValueError):
        return False
    return _SNOWFLAKE.fullmatch(number) is not None
