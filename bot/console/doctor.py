"""``treatybot doctor``: whether ``treatybot run`` would find all that it needs. Without network; nothing is changed."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Final
from zoneinfo import available_timezones

import bot
from bot.console.doctor_settings import Given, read_given, setting_findings
from bot.console.doctor_versions import version_findings
from bot.console.findings import Finding, Standing
from bot.knowledge.problems import KnowledgeError, Problem
from bot.rendering.characters import visible_line
from bot.settings import DATABASE, SettingsError, knowledge_folder, read_settings
from bot.store.inspecting import version_of
from bot.store.records import StoreError
from bot.store.versions import NEWEST

_LITTLE_ROOM: Final = 50 * 1024 * 1024
"""bytes free on the database's disk"""
_DAY: Final = timedelta(days=1)
"""a file that is newer by less may come from a computer in another time zone"""
_ADVICE_ON_ZONES: Final = "set it to one such as Europe/Vienna, or unset it"


def examine(environment: Mapping[str, str]) -> int:
    """Print one line for each thing examined, then a count; returns how many are problems."""
    given = read_given(environment)
    examinations: dict[str, Callable[[], Iterator[Finding]]] = {
        "settings": lambda: setting_findings(given),
        "database": lambda: database_findings(given),
        "knowledge": lambda: knowledge_findings(given),
        "time": lambda: time_findings(given, datetime.now().astimezone()),
        "versions": version_findings,
    }
    found = [finding for subject, examination in examinations.items() for finding in _examined(subject, examination)]
    for finding in found:
        print(visible_line(str(finding)))
    problems, warnings = (sum(each.standing == standing for each in found) for standing in ("problem", "warning"))
    print(f"{_counted(problems, 'problem')}, {_counted(warnings, 'warning')}")
    return problems


def _examined(subject: str, examination: Callable[[], Iterator[Finding]]) -> list[Finding]:
    try:
        return list(examination())
    except ImportError as error:
        told = f"not examined, since {error.name} cannot be imported: the lines on versions say what to install"
        return [Finding("problem", subject, told)]


def database_findings(given: Given) -> Iterator[Finding]:
    """Whether it opens, is sound, of a known version, and can be written, by the bot and by nobody else."""
    try:
        path = read_settings({DATABASE: given.values.get(DATABASE, "")}).database
    except SettingsError:
        return  # told among the settings
    folder = path.absolute().parent
    if not os.access(folder, os.W_OK):
        yield _database("problem", path, f"its folder {folder} cannot be written: let the bot's user write it")
        return
    if shutil.disk_usage(folder).free < _LITTLE_ROOM:
        yield _database("warning", path, "its disk is nearly full: make room on it")
    if not path.exists():
        yield _database("ok", path, "not there yet, treatybot run makes it")
        return
    try:
        version = version_of(path)
    except StoreError as error:
        yield _database("problem", path, str(error))
        return
    if not os.access(path, os.W_OK):
        yield _database("problem", path, "it cannot be written: let the bot's user write the file and its folder")
        return
    if os.name == "posix" and path.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        yield _database("warning", path, f"others can read it, and it bears ids of persons: chmod 600 {path}")
    later = "" if version == NEWEST else f", which treatybot run makes {NEWEST}"
    yield _database("ok", path, f"sound, can be written, version {version} of the tables{later}")


def knowledge_findings(given: Given) -> Iterator[Finding]:
    """Whether it loads, and what ``treatybot check`` finds in it."""
    from bot.checking import check
    from bot.knowledge.loading import load_knowledge

    folder = _knowledge(given)
    if folder is None:
        return  # told among the settings
    found = check(folder)
    errors = [problem for problem in found if problem.severity == "error"]
    warnings = [problem for problem in found if problem.severity == "warning"]
    if errors:
        yield Finding("problem", "knowledge", f"{_counted(len(errors), 'problem')}{_the_first(errors, folder)}")
    if warnings:
        yield Finding("warning", "knowledge", f"{_counted(len(warnings), 'warning')}{_the_first(warnings, folder)}")
    try:
        knowledge = load_knowledge(folder)
    except KnowledgeError:
        return
    newest = next(iter(knowledge.sources.values()))
    told = f"{folder} loads: {len(knowledge.sources)} documents, the newest {newest.short} ({newest.date_label})"
    yield Finding("ok", "knowledge", told)


def _the_first(problems: Sequence[Problem], folder: Path) -> str:
    return f" in {folder}, the first: {problems[0]}; treatybot check lists all"


def time_findings(given: Given, now: datetime) -> Iterator[Finding]:
    """Whether the clock can be right: neither the newest document nor the program was made after ``now``."""
    made = max(file.stat().st_mtime for file in Path(bot.__file__).parent.rglob("*.py"))
    oldest = datetime.fromtimestamp(made, UTC)
    what = "the program was installed"
    if (dated := _newest_document(given)) is not None and dated > oldest:
        oldest, what = dated, "the newest document was made"
    told = f"{now.astimezone(UTC):%Y-%m-%d %H:%M} UTC, time zone {_zone(now.tzinfo, now)}"
    if not _is_known(given.environment.get("TZ", "")):
        told_of_zone = f"TZ names a time zone that this computer does not know, and so means UTC: {_ADVICE_ON_ZONES}"
        yield Finding("warning", "time", told_of_zone)
    if now + _DAY < oldest:
        yield Finding("problem", "time", f"{told}: {what} later, on {oldest:%Y-%m-%d}: set this computer's clock")
    else:
        yield Finding("ok", "time", f"{told}; the log and the database bear UTC")


def _is_known(name: str) -> bool:
    """Whether a name such as "Europe/Vienna" is one; other forms of TZ, and systems without a list, are passed over."""
    if "/" not in name.strip("/:"):
        return True
    known = available_timezones()
    return not known or name.lstrip(":") in known or Path(name.lstrip(":")).is_file()


def _zone(zone: tzinfo | None, now: datetime) -> str:
    offset = now.strftime("%z")
    return f"{zone} ({offset[:3]}:{offset[3:5]})"


def _newest_document(given: Given) -> datetime | None:
    """The first moment of its day, month or year."""
    from bot.knowledge.loading import load_knowledge

    folder = _knowledge(given)
    if folder is None:
        return None
    try:
        sources = load_knowledge(folder).sources.values()
    except KnowledgeError:
        return None
    newest = max((source.newness for source in sources), default="")
    if not newest:
        return None
    year, month, day = (*map(int, newest.split("-")), 1, 1)[:3]
    return datetime(year, month, day, tzinfo=UTC)


def _knowledge(given: Given) -> Path | None:
    from bot.knowledge.loading import default_folder

    try:
        return (knowledge_folder(given.values) or default_folder()).resolve()
    except SettingsError:
        return None


def _database(standing: Standing, path: Path, told: str) -> Finding:
    return Finding(standing, "database", f"{path}: {told}")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
