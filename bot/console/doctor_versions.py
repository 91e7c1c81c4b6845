"""Whether Python, SQLite and the packages are of the versions that the program is made for."""

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from platform import python_version
from typing import Final

from bot import __version__
from bot.console.findings import Finding
from bot.store.inspecting import OLDEST_SQLITE, SQLITE

_PROGRAM: Final = "treatybot"
_SUBJECT: Final = "versions"
_REQUIREMENT: Final = re.compile(r"(?P<name>[A-Za-z0-9][\w.-]*)(?:\[[^\]]*\])?\s*(?P<bounds>[^;]*)(?P<marker>;.*)?")
_BOUND: Final = re.compile(r"(>=|<)\s*(\d+(?:\.\d+)*)")


@dataclass(frozen=True, slots=True)
class Requirement:
    """A package that the program needs."""

    name: str
    least: str
    below: str
    """the first version that is too new"""


def needed(lines: Sequence[str]) -> tuple[Requirement, ...]:
    """The requirements of a package's metadata, those of extras left out.

    Raises ``ValueError`` for one without a lower and an upper bound: ours have both.
    https://packaging.python.org/en/latest/specifications/dependency-specifiers/
    """
    found = []
    for line in lines:
        parts = _REQUIREMENT.fullmatch(line.strip())
        if parts is None:
            raise ValueError(f"no requirement: {line}")
        if parts["marker"]:
            continue
        bounds = dict(_BOUND.findall(parts["bounds"]))
        if bounds.keys() != {">=", "<"}:
            raise ValueError(f"not bounded on both sides: {line}")
        found.append(Requirement(parts["name"], bounds[">="], bounds["<"]))
    return tuple(found)


def version_findings() -> Iterator[Finding]:
    """What is missing, too old or too new; one line when all fits."""
    try:
        packages = needed(requires(_PROGRAM) or ())
        installed, python = version(_PROGRAM), dict(_BOUND.findall(metadata(_PROGRAM)["Requires-Python"]))
    except PackageNotFoundError:
        yield Finding(
            "warning", _SUBJECT, "the program is not installed, so its bounds are not known: pip install -e ."
        )
        return
    wrong = []
    if installed != __version__:
        told = f"version {__version__} runs and {installed} is installed: install it once more, with pip install -e ."
        wrong.append(Finding("warning", _SUBJECT, told))
    if sys.version_info[:2] < number(python[">="]):
        told = f"Python {python_version()} is too old: install {python['>=']} or newer"
        wrong.append(Finding("problem", _SUBJECT, told))
    sqlite, oldest = (".".join(map(str, numbers)) for numbers in (SQLITE, OLDEST_SQLITE))
    if SQLITE < OLDEST_SQLITE:
        told = f"SQLite {sqlite} of this Python is too old: install a Python with {oldest} or newer"
        wrong.append(Finding("problem", _SUBJECT, told))
    wrong += unfit(packages, version)
    if wrong:
        yield from wrong
        return
    fit = ", ".join(f"{package.name} {version(package.name)}" for package in packages)
    told = f"treatybot {__version__}, Python {python_version()}, SQLite {sqlite}, {fit}"
    yield Finding("ok", _SUBJECT, told)


def unfit(packages: Sequence[Requirement], version_of: Callable[[str], str]) -> Iterator[Finding]:
    """The packages that are missing or out of bounds; ``version_of`` raises ``PackageNotFoundError``."""
    for package in packages:
        wanted = f"{package.name}>={package.least},<{package.below}"
        advice = f'pip install "{wanted}"'
        try:
            present = version_of(package.name)
        except PackageNotFoundError:
            yield Finding("problem", _SUBJECT, f"{package.name} is not installed: {advice}")
            continue
        if not number(package.least) <= number(present) < number(package.below):
            told = f"{package.name} is {present}, which is out of the bounds {wanted}: {advice}"
            yield Finding("problem", _SUBJECT, told)


def number(text: str) -> tuple[int, ...]:
    """The numbers of a version, for comparing: zeros at its end do not count, nor does what follows, such as "rc1"."""
    parts = re.match(r"\d+(?:\.\d+)*", text)
    numbers = [int(part) for part in parts[0].split(".")] if parts else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
