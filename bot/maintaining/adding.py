"""A new record: written only when the knowledge has no new problem with it.

The change is made on a copy of the folder first and checked there; what does not pass leaves nothing behind.
"""

import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol, TypeVar

from pydantic import BaseModel

from bot.checking import check
from bot.knowledge.files import Folder, Loaded, read_folder
from bot.knowledge.problems import KnowledgeError, Problem
from bot.maintaining.fields import NAMES, fields_of
from bot.maintaining.refusing import RefusedError
from bot.maintaining.templates import (
    Values,
    faq_file,
    meeting_entry,
    moved_state_file,
    source_entry,
    state_file,
    topic_entry,
)

Change = Mapping[str, str]
"""the whole new text of each file that changes, by its path in the knowledge folder"""

RecordT = TypeVar("RecordT", bound=BaseModel)


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


_FIRST: Final = -1
"""before every item of a list"""


@dataclass(frozen=True, slots=True)
class Added:
    files: tuple[str, ...]
    """those written, by their path in the knowledge folder"""
    warnings: tuple[Problem, ...]
    """of these files"""


def add(folder: Path, what: str, values: Values) -> Added:
    """Add a record of ``what`` to a knowledge folder.

    Raises :class:`RefusedError` when something is missing or the record does not pass the check, and
    ``KnowledgeError`` when a file of the folder cannot be read. Problems that the folder has already do not count.
    """
    missing = [
        field.key
        for field in fields_of(what, next(iter(values.get("kind", ())), None))
        if field.required and not values.get(field.key)
    ]
    if what == "state" and not values.get("short") and not (missing or known_name(folder, values["id"][0])):
        missing = ["short"]
    if missing:
        raise RefusedError(f"a new {NAMES[what]} needs {', '.join(missing)} (treatybot new --help tells what each is)")
    read = read_folder(folder)
    if read.problems:
        raise KnowledgeError(read.problems)
    change = _CHANGES[what](read, values)
    found = _found_with(folder, change)
    if any(problem.severity == "error" for problem in found):
        known = {_without_place(problem) for problem in check(folder)}
        new = [item for item in found if item.severity == "error" and _without_place(item) not in known]
        if new:
            listed = "\n".join(f"  {problem}" for problem in new)
            raise RefusedError(f"nothing was written, for the knowledge would have problems:\n{listed}")
    _write(folder, change)
    names = {f"{folder.name}/{name}" for name in change}
    return Added(tuple(change), tuple(item for item in found if item.severity == "warning" and item.file in names))


def _without_place(problem: Problem) -> tuple[str, str, str]:
    """A problem apart from its line, which an insertion moves."""
    return problem.file, problem.code, problem.message


def known_name(folder: Path, identifier: str) -> bool:
    """Whether ``names.yaml`` has a State of this id, whose names a new record takes over."""
    names = read_folder(folder).names
    return names is not None and any(record.id == identifier for record in names.record.names)


def _state(folder: Folder, values: Values) -> Change:
    identifier = values["id"][0]
    path = _new_file(folder, "states", identifier)
    if folder.names is None or (index := _index(folder.names.record.names, identifier)) is None:
        return {path: state_file(values)}
    record = folder.names.record.names[index]
    if record.kind != "state":
        raise RefusedError(f'names.yaml has "{identifier}" as a name that is no State (kind: {record.kind})')
    given = [key for key in values if key != "id" and values[key]]
    if given:
        raise RefusedError(f'names.yaml has the names of "{identifier}" already: leave out {", ".join(given)}')
    lines = _lines(folder, "names.yaml")
    first, last = _extent(lines, folder.names, "names", index)
    entry = "\n".join(lines[first:last])
    rest = "\n".join(lines[:first] + lines[last:]) + "\n"
    return {path: moved_state_file(record.names.short, entry), "names.yaml": rest}


def _faq(folder: Folder, values: Values) -> Change:
    return {_new_file(folder, "faq", values["id"][0]): faq_file(values)}


def _meeting(folder: Folder, values: Values) -> Change:
    if bool(values.get("source")) != bool(values.get("quote")):
        raise RefusedError("a new meeting needs both source and quote, or neither")
    if folder.meetings is None:
        raise KnowledgeError(folder.problems)
    alike = [index for index, record in enumerate(folder.meetings.record.meetings) if record.kind == values["kind"][0]]
    entry = ["", *meeting_entry(values)]
    return _inserted(folder, folder.meetings, "meetings", entry, max(alike, default=None))


def _source(folder: Folder, values: Values) -> Change:
    if folder.sources is None:
        raise KnowledgeError(folder.problems)
    return _inserted(folder, folder.sources, "sources", source_entry(values), None)


def _topic(folder: Folder, values: Values) -> Change:
    if folder.topics is None:
        raise KnowledgeError(folder.problems)
    ids = [record.id for record in folder.topics.record.topics]
    before = [index for index, identifier in enumerate(ids) if identifier < values["id"][0]]
    return _inserted(folder, folder.topics, "topics", topic_entry(values), max(before, default=_FIRST))


_CHANGES: Final[Mapping[str, Callable[[Folder, Values], Change]]] = {
    "state": _state,
    "faq": _faq,
    "meeting": _meeting,
    "source": _source,
    "topic": _topic,
}


def _new_file(folder: Folder, directory: str, identifier: str) -> str:
    if not identifier.replace("-", "").isalnum() or not identifier.isascii():
        raise RefusedError(f"{identifier!r} is no id: it has small letters, digits and single hyphens only")
    path = f"{directory}/{identifier}.yaml"
    if (folder.path / path).exists():
        raise RefusedError(f"{folder.path.name}/{path} is there already: edit it, or choose another id")
    return path


def _inserted(folder: Folder, loaded: Loaded[RecordT], key: str, entry: Sequence[str], after: int | None) -> Change:
    """The file with ``entry`` after the item numbered ``after``, or as the first or last; all else as it stands."""
    name = f"{key}.yaml"
    lines = _lines(folder, name)
    items = len(getattr(loaded.record, key))
    if not items:
        raise RefusedError(f"{folder.path.name}/{name} has no entry yet: write the first one by hand")
    if after == _FIRST:
        place, _ = _extent(lines, loaded, key, 0)
    else:
        _, place = _extent(lines, loaded, key, items - 1 if after is None else after)
    return {name: "\n".join([*lines[:place], *entry, *lines[place:]]) + "\n"}


def _extent(lines: Sequence[str], loaded: Loaded[RecordT], key: str, index: int) -> tuple[int, int]:
    """First line and line after the last of an item of a list, counted from 0; comments after it are not its own."""
    first = loaded.file.position((key, index))[0] - 1
    following = (key, index + 1)
    end = loaded.file.position(following)[0] - 1 if following in loaded.file.positions else len(lines)
    while end > first + 1 and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
        end -= 1
    return first, end


def _index(records: Sequence[_HasId], identifier: str) -> int | None:
    return next((index for index, record in enumerate(records) if record.id == identifier), None)


def _lines(folder: Folder, name: str) -> list[str]:
    return (folder.path / name).read_text(encoding="utf-8").rstrip("\n").split("\n")


def _found_with(folder: Path, change: Change) -> Sequence[Problem]:
    """What is found in a copy of the folder with the change made."""
    with tempfile.TemporaryDirectory(prefix="treatybot-") as place:
        copy = Path(place) / folder.name
        shutil.copytree(folder, copy)
        shutil.copytree(folder.parent / "seeds", copy.parent / "seeds")
        _write(copy, change)
        return check(copy)


def _write(folder: Path, change: Change) -> None:
    """Write each file whole beside its place, then put all of them in place."""
    ready: list[tuple[Path, Path]] = []
    try:
        for name, text in change.items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            beside = path.with_name(f".{path.name}.new")
            ready.append((beside, path))
            beside.write_text(text, encoding="utf-8", newline="\n")
        for beside, path in ready:
            beside.replace(path)
    finally:
        for beside, _ in ready:
            beside.unlink(missing_ok=True)
