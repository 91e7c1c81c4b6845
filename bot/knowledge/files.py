"""The files of a knowledge folder, each read and checked against its schema."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from bot.knowledge.problems import Problem, at_most
from bot.knowledge.schema import (
    FaqRecord,
    MeetingsFile,
    NamesFile,
    QuestionsRecord,
    SourcesFile,
    StateRecord,
    TopicsFile,
    TreatyFile,
)
from bot.knowledge.validation import validate
from bot.knowledge.yaml_files import YamlFile, read_yaml

RecordT = TypeVar("RecordT", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Loaded(Generic[RecordT]):
    """A valid record with the file it was read from."""

    record: RecordT
    file: YamlFile


@dataclass(slots=True)
class Folder:
    """Everything read from a knowledge folder; a file with problems is left out and reported."""

    path: Path
    problems: list[Problem] = field(default_factory=list)
    sources: Loaded[SourcesFile] | None = None
    meetings: Loaded[MeetingsFile] | None = None
    topics: Loaded[TopicsFile] | None = None
    treaty: Loaded[TreatyFile] | None = None
    names: Loaded[NamesFile] | None = None
    states: list[Loaded[StateRecord]] = field(default_factory=list)
    faq: list[Loaded[FaqRecord]] = field(default_factory=list)
    questions: list[Loaded[QuestionsRecord]] = field(default_factory=list)
    broken: dict[str, str] = field(default_factory=dict)
    """what could not be read, ``sources``, ``states`` and so on, with the (first) file"""

    @property
    def seeds(self) -> Path:
        """The source documents stand beside the knowledge folder."""
        return self.path.parent / "seeds"


_SINGLE = ("sources", "meetings", "topics", "treaty", "names")
_MANY = ("states", "faq", "questions")


def read_folder(path: Path) -> Folder:
    """Read every file of a knowledge folder; all problems are collected, none raised."""
    folder = Folder(path)
    folder.sources = _read(folder, path / "sources.yaml", SourcesFile)
    folder.meetings = _read(folder, path / "meetings.yaml", MeetingsFile)
    folder.topics = _read(folder, path / "topics.yaml", TopicsFile)
    folder.treaty = _read(folder, path / "treaty.yaml", TreatyFile)
    folder.names = _read(folder, path / "names.yaml", NamesFile)
    folder.states = _read_many(folder, path / "states", StateRecord)
    folder.faq = _read_many(folder, path / "faq", FaqRecord)
    folder.questions = _read_many(folder, path / "questions", QuestionsRecord)
    _report_strays(folder)
    return folder


def _read(folder: Folder, path: Path, model: type[RecordT]) -> Loaded[RecordT] | None:
    name = path.relative_to(folder.path.parent).as_posix()
    file, problems = read_yaml(path, name)
    record, invalid = validate(file, model) if file is not None else (None, [])
    folder.problems += at_most([*problems, *invalid])
    if file is None or record is None:
        folder.broken.setdefault(path.stem if path.parent == folder.path else path.parent.name, name)
        return None
    return Loaded(record, file)


def _read_many(folder: Folder, directory: Path, model: type[RecordT]) -> list[Loaded[RecordT]]:
    # Hidden files are what editors and systems keep beside a file, such as Emacs's lost link ".#india.yaml".
    found = [_read(folder, path, model) for path in sorted(directory.glob("[!.]*.yaml"))]
    loaded = [item for item in found if item is not None]
    for item in loaded:
        stem = Path(item.file.name).stem
        identifier = getattr(item.record, "id", stem)
        if identifier != stem:
            message = f'the file is named "{stem}" and its id is "{identifier}"'
            folder.problems.append(item.file.problem(("id",), "file-name", message, "give both the same name"))
    return loaded


def _report_strays(folder: Folder) -> None:
    """Files that nothing reads: likely misnamed, so a maintainer would miss them."""
    known = {f"{name}.yaml" for name in _SINGLE}
    for path in _yaml_like(folder.path):
        if path.name not in known or path.suffix != ".yaml":
            _stray(folder, path, "the files here are " + ", ".join(sorted(known)))
    for path in _yaml_like(folder.path, "*/**/*"):
        if path.parent.parent != folder.path or path.parent.name not in _MANY:
            _stray(folder, path, "the folders here are " + ", ".join(_MANY))
        elif path.suffix != ".yaml":
            _stray(folder, path, 'let its name end in ".yaml"')


def _yaml_like(directory: Path, pattern: str = "*") -> Iterable[Path]:
    found = (path for path in sorted(directory.glob(pattern)) if path.suffix.lower() in (".yaml", ".yml"))
    return (path for path in found if not path.name.startswith("."))


def _stray(folder: Folder, path: Path, hint: str) -> None:
    name = path.relative_to(folder.path.parent).as_posix()
    folder.problems.append(Problem(name, 1, 1, "stray-file", "this file is read by nothing", hint))
