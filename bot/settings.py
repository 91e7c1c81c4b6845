"""Settings: what the environment tells the program, checked before anything starts.

Every setting stands in :data:`SETTINGS`, from which ``treatybot --help`` is written. A blank value
counts as not set. For ``treatybot run`` a file ``.env`` in the working directory may hold settings
too; the real environment wins over it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from urllib.parse import urlsplit

from bot.env_file import ENV_FILE, EnvFileError, lines_of

TOKEN = "DISCORD_TOKEN"  # noqa: S105 - the name of the setting, not a token
API = "TREATYBOT_DISCORD_API"
GATEWAY = "TREATYBOT_DISCORD_GATEWAY"
DATABASE = "TREATYBOT_DATABASE"
KEEP_DAYS = "TREATYBOT_KEEP_DAYS"
KNOWLEDGE = "TREATYBOT_KNOWLEDGE"
LOG = "TREATYBOT_LOG"
LOG_QUESTIONS = "TREATYBOT_LOG_QUESTIONS"

PERSON_LIMIT = "TREATYBOT_PERSON_LIMIT"
SERVER_LIMIT = "TREATYBOT_SERVER_LIMIT"

DEFAULT_DATABASE = Path("treatybot.sqlite3")
DEFAULT_KEEP_DAYS = 180
DEFAULT_PERSON_LIMIT = 20
DEFAULT_SERVER_LIMIT = 200

_OWN_PREFIX = "TREATYBOT_"
_HIGHEST_LIMIT = 100_000
_LONGEST_SHOWN = 200
"""characters of a value that a message repeats"""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting, as ``treatybot --help`` tells it."""

    name: str
    holds_for: str
    default: str
    about: str


SETTINGS = (
    Setting(TOKEN, "run", "none: run needs it", "The bot's token from the Discord developer portal."),
    Setting(
        API,
        "run",
        "https://discord.com/api/v10",
        "Base address of Discord's REST API, version included: for a proxy, or a test server on this computer.",
    ),
    Setting(
        GATEWAY,
        "run",
        "wss://gateway.discord.gg",
        "Address (ws:// or wss://) of Discord's gateway, for new and resumed connections alike.",
    ),
    Setting(
        DATABASE,
        "run, backup",
        f"{DEFAULT_DATABASE} in the working directory",
        "File for what users of the bot create.",
    ),
    Setting(
        KEEP_DAYS,
        "run",
        str(DEFAULT_KEEP_DAYS),
        "For so many days feedback, and unanswered questions since they were last asked, are kept.",
    ),
    Setting(
        PERSON_LIMIT,
        "run",
        str(DEFAULT_PERSON_LIMIT),
        "Questions and buttons of one person in a minute; after that, one polite line.",
    ),
    Setting(SERVER_LIMIT, "run", str(DEFAULT_SERVER_LIMIT), "The same for all people of one server together."),
    Setting(LOG, "run", "text", "How the log is written, one line an event: text (name=value) or json."),
    Setting(LOG_QUESTIONS, "run", "no", "Whether the log bears what people ask, to look for a fault: yes or no."),
    Setting(
        KNOWLEDGE,
        "every command",
        "the knowledge that comes with the program",
        "A knowledge folder, with the folder seeds/ of its source documents beside it.",
    ),
)


NO_TOKEN = (
    f"{TOKEN} is not set: copy the bot's token from the Discord developer portal (your application, Bot, "
    f"Reset Token) and set {TOKEN} to it, in the environment or in a file .env in the working directory"
)


class SettingsError(Exception):
    """A setting that is missing or malformed; the message is one line for people, without the token."""


@dataclass(frozen=True, slots=True)
class Settings:
    discord_token: str | None = field(default=None, repr=False)
    discord_api: str | None = None
    """REST base without a slash at its end; None: Discord's own"""
    discord_gateway: str | None = None
    """websocket address; None: Discord's own"""
    database: Path = DEFAULT_DATABASE
    knowledge: Path | None = None
    """an existing folder; None: the knowledge that comes with the program"""
    keep_days: int = DEFAULT_KEEP_DAYS
    """for so long feedback and unanswered questions are kept"""
    person_limit: int = DEFAULT_PERSON_LIMIT
    """questions and buttons of one person in a minute"""
    server_limit: int = DEFAULT_SERVER_LIMIT
    """the same of all people of one server"""
    log_json: bool = False
    """a line of the log is a JSON object, not ``name=value`` text"""
    log_questions: bool = False
    """the log bears what people ask"""


def read_settings(environment: Mapping[str, str]) -> Settings:
    """All settings. Raises :class:`SettingsError` when one is malformed; a missing token is ``None``."""
    return Settings(
        discord_token=_token(environment),
        discord_api=_rest_base(environment),
        discord_gateway=_address(environment, GATEWAY, ("wss", "ws")),
        database=_database(environment),
        person_limit=_limit(environment, PERSON_LIMIT, DEFAULT_PERSON_LIMIT),
        server_limit=_limit(environment, SERVER_LIMIT, DEFAULT_SERVER_LIMIT),
        knowledge=knowledge_folder(environment),
        keep_days=_limit(environment, KEEP_DAYS, DEFAULT_KEEP_DAYS),
        log_json=_choice(environment, LOG, ("text", "json")) == "json",
        log_questions=_choice(environment, LOG_QUESTIONS, ("no", "yes")) == "yes",
    )


def read_run_settings(environment: Mapping[str, str], env_file: Path = ENV_FILE) -> Settings:
    """The settings of ``treatybot run``: also from ``env_file``, and the token must be there.

    Raises :class:`SettingsError`.
    """
    settings = read_settings({**read_env_file(env_file), **_given(environment)})
    if settings.discord_token is None:
        raise SettingsError(NO_TOKEN)
    return settings


def knowledge_folder(environment: Mapping[str, str]) -> Path | None:
    """The folder that ``TREATYBOT_KNOWLEDGE`` names, absolute; None when it is not set.

    Raises :class:`SettingsError`.
    """
    text = _value(environment, KNOWLEDGE)
    if text is None:
        return None
    folder = _path(text, KNOWLEDGE)
    if not _is_folder(folder, KNOWLEDGE):
        raise SettingsError(
            f"{KNOWLEDGE} is {_shown(text)}, and there is no such folder: set it to a knowledge folder, or unset it"
        )
    return folder.resolve()


def database_path(environment: Mapping[str, str], env_file: Path = ENV_FILE) -> Path:
    """The database of ``treatybot run``, for a command that needs no token. Raises :class:`SettingsError`."""
    return _database({**read_env_file(env_file), **_given(environment)})


def read_env_file(path: Path) -> dict[str, str]:
    """The settings of a file (:mod:`bot.env_file`); empty when there is no such file.

    Raises :class:`SettingsError` when it is malformed, or names a setting that there is none of.
    """
    try:
        lines = lines_of(path)
    except EnvFileError as error:
        raise SettingsError(str(error)) from None
    for line in lines:
        if (told := unknown(line.name)) is not None:
            raise SettingsError(f"{path}:{line.number}: {told}")
    return {line.name: line.value for line in lines}


def unknown(name: str) -> str | None:
    """One line when a name looks like a setting of ours and is none; the near one may be meant."""
    known = [setting.name for setting in SETTINGS]
    if not name.startswith(_OWN_PREFIX) or name in known:
        return None
    near = get_close_matches(name, known, n=1, cutoff=0.85)
    hint = f"did you mean {near[0]}?" if near else "treatybot --help lists the settings"
    return f"there is no setting {name}: {hint}"


def _given(environment: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if value.strip()}


def _value(environment: Mapping[str, str], name: str) -> str | None:
    return environment.get(name, "").strip() or None


def _token(environment: Mapping[str, str]) -> str | None:
    token = _value(environment, TOKEN)
    if token is None:
        return None
    if token.lower().startswith(("bot ", "bearer ")):
        raise SettingsError(f"{TOKEN} begins with a word that is no part of the token: set it to the token alone")
    # The token travels in an HTTP header, which has no room for anything else.
    if not all("!" <= character <= "~" for character in token):
        raise SettingsError(
            f"{TOKEN} has a space, a line break or another character that no token has: copy it once more"
        )
    return token


def _rest_base(environment: Mapping[str, str]) -> str | None:
    address = _address(environment, API, ("https", "http"))
    if address and ("?" in address or "#" in address):
        raise SettingsError(f"{API} has a part after ? or #: set it to the address up to there")
    if address and "@" in urlsplit(address).netloc:
        raise SettingsError(f"{API} has a user or password in it, which cannot be sent beside the token: leave it out")
    return address.rstrip("/") if address else None


def _address(environment: Mapping[str, str], name: str, schemes: tuple[str, ...]) -> str | None:
    text = _value(environment, name)
    if text is None:
        return None
    wanted = " or ".join(f"{scheme}://" for scheme in schemes)
    # The value itself is not repeated: a proxy's address may hold a password.
    problem = f"{name} is not an address: set it to one that begins with {wanted}, or unset it"
    try:
        parts = urlsplit(text)
        host, _port = parts.hostname, parts.port
    except ValueError:
        raise SettingsError(problem) from None
    if parts.scheme not in schemes or not host or any(character.isspace() for character in text):
        raise SettingsError(problem)
    return text


def _database(environment: Mapping[str, str]) -> Path:
    text = _value(environment, DATABASE)
    if text is None:
        return DEFAULT_DATABASE
    path = _path(text, DATABASE)
    if _is_folder(path, DATABASE):
        raise SettingsError(f"{DATABASE} is {_shown(text)}, which is a folder: set it to the path of a file")
    if not _is_folder(path.parent, DATABASE):
        raise SettingsError(
            f"{DATABASE} is {_shown(text)}, and its folder {_shown(str(path.parent))} does not exist: "
            "make the folder first"
        )
    return path


def _limit(environment: Mapping[str, str], name: str, default: int) -> int:
    text = _value(environment, name)
    if text is None:
        return default
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text[:6]) <= _HIGHEST_LIMIT or len(text) > 6:
        wanted = f"a whole number from 1 to {_HIGHEST_LIMIT:,}"
        raise SettingsError(f"{name} is {_shown(text)}: set it to {wanted}, or unset it")
    return int(text)


def _choice(environment: Mapping[str, str], name: str, choices: tuple[str, ...]) -> str:
    """One of the choices, however it is cased; the first one when it is not set."""
    text = _value(environment, name)
    if text is None:
        return choices[0]
    if text.casefold() not in choices:
        raise SettingsError(f"{name} is {_shown(text)}: set it to {' or '.join(choices)}, or unset it")
    return text.casefold()


def _path(text: str, name: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError:
        problem = "and no such user's home is known: write the whole path"
        raise SettingsError(f"{name} is {_shown(text)}, {problem}") from None


def _is_folder(path: Path, name: str) -> bool:
    try:
        return path.is_dir()
    except OSError as error:  # a name that is too long, above all
        problem = f"is a path that cannot be looked at ({error.strerror})"
        raise SettingsError(f"{name} {problem}: write another one") from None


def _shown(text: str) -> str:
    """A value in quotation marks, none of its characters raw; a very long one is cut."""
    return repr(text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…")
