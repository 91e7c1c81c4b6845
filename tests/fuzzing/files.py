"""Settings, ``.env`` files and YAML files that are not as they should be."""

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from bot.knowledge import sources
from bot.knowledge.documents import read_document
from bot.knowledge.loading import default_folder
from bot.knowledge.yaml_files import read_yaml
from bot.settings import SETTINGS, TOKEN, SettingsError, read_run_settings
from tests.benchmarks.mutations import KINDS, Laboratory, Outcome, mutated
from tests.fuzzing import shown
from tests.fuzzing.kinds import Kind
from tests.fuzzing.texts import Chance, anything

_SECRET: Final = "MTIz.secret.part"
_NAMES: Final = (*(setting.name for setting in SETTINGS), "TREATYBOT_KEEPDAYS", "TREATYBOT_", "PATH", "a b", "")
_VALUES: Final = (
    "0 1 20 100000 100001 -1 1e3 ٣ ² 0x10 http:// https://discord.test wss://x ws:// https://[::1 http://x:99999 "
    "https://u:secret@x.test/ wss://x.test/?a#b . / /dev/null ~ ~nobody-here /no/such/folder . yes no json text TEXT "
    "Bot\u00a0x 'a \"a a' 'a'b 'a'#b a#b"
).split(" ")


@dataclass(frozen=True, slots=True)
class Given:
    """What ``treatybot run`` is told."""

    environment: Mapping[str, str]
    env_file: bytes


def kinds() -> tuple[Kind, ...]:
    """Settings and files."""
    return (
        Kind("settings and .env", 8_000, _settings, _read_settings, _check_settings),
        Kind("YAML files, damaged anywhere", 3_000, _yaml, _read_yaml, _check_yaml),
        # Much of the knowledge is built again for each: nobody waits for that.
        Kind("knowledge, one place damaged", 500, _damaged, _build_damaged, _check_damaged, limit=None),
    )


def _value(chance: Chance) -> str:
    match chance.randrange(4):
        case 0:
            return anything(chance)
        case 1:
            return chance.choice(_VALUES) * chance.choice((1, 1, 1, 300))
        case 2:
            return chance.choice(_VALUES) + anything(chance)[:5]
        case _:
            return chance.choice(_VALUES)


def _settings(chance: Chance) -> Given:
    # The system gives no NUL and no half characters but those that stand for bytes.
    environment = {chance.choice(_NAMES): _value(chance).replace("\0", "") for _ in range(chance.randint(0, 4))}
    lines = [f"{chance.choice(_NAMES)}{chance.choice(('=', '=', ' = ', ' '))}{_value(chance)}" for _ in range(4)]
    lines = chance.sample(lines, chance.randint(0, 4))
    lines.append(f"{TOKEN}={_SECRET}{chance.choice(('', '', ' ', chr(0), anything(chance)[:9]))}")
    text = chance.choice(("\n", "\n", "\r\n", "\x85")).join(lines)
    encoded = text.encode("utf-8", chance.choice(("replace", "surrogatepass")))
    return Given(environment, chance.choice((b"", b"\xef\xbb\xbf", b"export ")) + encoded)


@cache
def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="fuzz"))


def _read_settings(given: Given) -> str:
    """What a person is told; nothing when the settings are taken."""
    file = _folder() / ".env"
    file.write_bytes(given.env_file)
    try:
        settings = read_run_settings(given.environment, file)
    except SettingsError as error:
        return str(error)
    assert settings.discord_token, "no token, and it was taken"
    return repr(settings) if _SECRET in repr(settings) else ""


def _check_settings(_given: Given, told: str) -> Iterator[str]:
    yield from shown.unseen(told, allowed="")
    if _SECRET in told:
        yield "the token is told"
    if len(told) > 2_000:
        yield f"a line of {len(told)} characters"


def _yaml(chance: Chance) -> bytes:
    path = chance.choice(_yaml_paths())
    text = path.read_text(encoding="utf-8")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text))
        odd = chance.choice(
            (anything(chance), ": ", "\n- ", "&a ", "*a", "!!python/object:x ", "{{", "\t", "? ", "%YAML 9")
        )
        text = text[:at] + odd + text[at + chance.choice((0, 0, 9)) :]
    return text.encode("utf-8", chance.choice(("replace", "surrogatepass")))


@cache
def _yaml_paths() -> tuple[Path, ...]:
    """Files of a size that people edit by hand; the largest ones take 50 ms however good they are."""
    return tuple(path for path in sorted(default_folder().rglob("*.yaml")) if path.stat().st_size < 12_000)


def _read_yaml(content: bytes) -> tuple[str, ...]:
    """The problems that are told."""
    file = _folder() / "damaged.yaml"
    file.write_bytes(content)
    read, problems = read_yaml(file, "knowledge/damaged.yaml")
    assert read is not None or problems, "neither content nor a problem"
    return tuple(map(str, problems))


def _check_yaml(_content: bytes, problems: tuple[str, ...]) -> Iterator[str]:
    for problem in problems:
        yield from shown.unseen(problem, allowed="")


@cache
def _laboratory() -> Laboratory:
    setattr(sources, "read_document", lru_cache(read_document))  # noqa: B010 - no document changes here
    return Laboratory(default_folder().resolve(), _folder())


def _damaged(chance: Chance) -> tuple[str, str, str]:
    kind = chance.choice(KINDS)
    loaded = chance.choice(_laboratory().files(kind))
    return kind, loaded.file.name, mutated(_laboratory().text_of(loaded), chance)


def _build_damaged(given: tuple[str, str, str]) -> Outcome:
    kind, name, text = given
    loaded = next(each for each in _laboratory().files(kind) if each.file.name == name)
    return _laboratory().outcome(kind, loaded, text)


def _check_damaged(_given: tuple[str, str, str], outcome: Outcome) -> Iterator[str]:
    if outcome.what in ("crashed", "changed"):
        yield f"{outcome.what}: {outcome.told}"
