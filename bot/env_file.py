"""The file ``.env``: lines ``NAME=value``, read without repeating a value to anybody, and who else can read it."""

import os
import re
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ENV_FILE: Final = Path(".env")
"""in the working directory"""

_LINE = re.compile(r"(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)")
_COMMENT = re.compile(r"(?:^|\s)#.*")
_QUOTED = re.compile(r"""(?P<quote>['"])(?P<inside>.*?)(?P=quote)\s*(?:#.*)?""")


class EnvFileError(Exception):
    """The file is malformed; the message is one line that names file and line and repeats no value."""


@dataclass(frozen=True, slots=True)
class Line:
    number: int
    """from 1"""
    name: str
    value: str = field(repr=False)


def lines_of(path: Path) -> tuple[Line, ...]:
    """The lines that set something; none when there is no such file.

    Blank lines, ``#`` comments, ``export`` and one pair of quotes around a value are allowed. Anything
    else raises :class:`EnvFileError`.
    """
    try:
        content = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise EnvFileError(f"{path} cannot be read as a UTF-8 text file ({type(error).__name__})") from None
    found: dict[str, Line] = {}
    for number, line in enumerate(content.splitlines(), start=1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        parts = _LINE.fullmatch(text)
        if parts is None:
            raise EnvFileError(f"{path}:{number}: not a setting: write NAME=value, one a line")
        name = parts[1]
        if name in found:
            raise EnvFileError(f"{path}:{number}: {name} is set twice: keep one of the two lines")
        found[name] = Line(number, name, _unquoted(parts[2], f"{path}:{number}: {name}"))
    return tuple(found.values())


def seen_by_others(path: Path) -> str | None:
    """One line of warning when other users of this computer can read the file, else None.

    Only POSIX systems tell by permissions. A file that is not there, or that cannot be looked at, is no matter here.
    """
    try:
        mode = path.stat().st_mode
    except OSError:
        return None
    if os.name != "posix" or not mode & (stat.S_IRGRP | stat.S_IROTH):
        return None
    return f"other users of this computer can read {path}, and the token in it: chmod 600 {path}"


def _unquoted(text: str, place: str) -> str:
    if not text.startswith(("'", '"')):
        return _COMMENT.sub("", text).strip()
    quoted = _QUOTED.fullmatch(text)
    if quoted is None:
        raise EnvFileError(f"{place} begins with a quotation mark: end it with the same one, and nothing after that")
    return quoted["inside"]
