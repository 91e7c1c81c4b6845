"""``treatybot import``: reads a status document and writes or updates State records."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from bot.importing.differences import compare_editions, describe
from bot.importing.merging import merge
from bot.importing.reading import read_status
from bot.importing.writing import emit_state
from bot.knowledge.documents import read_document
from bot.knowledge.files import Folder, read_folder
from bot.knowledge.problems import KnowledgeError, Problem
from bot.knowledge.schema import MeetingsFile, Names, SourceRecord, StateRecord
from bot.knowledge.validation import validate
from bot.knowledge.yaml_files import read_yaml

_NEEDED = ("/sources.yaml", "/meetings.yaml", "/names.yaml")
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|' + "'(?:[^']|'')*'")
_COMMENT = re.compile(r"(?:^|\s)(#.*)$")


class ImportRefusedError(Exception):
    """The import cannot begin; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the knowledge folder holds that an import needs."""

    source: SourceRecord
    newest_first: tuple[str, ...]
    """ids of the sources of the series"""
    meetings: MeetingsFile
    names: Mapping[str, Names]
    listed_as_names: frozenset[str]
    """ids in ``names.yaml``"""


def run_import(file: Path, source_id: str, knowledge: Path, into: Path | None = None) -> str:
    """Import ``file`` as the source ``source_id`` and return a summary for people.

    Records are read from and written to ``into``, by default the States of the knowledge folder.
    A file is written only when its record changed; what it says already stays. Raises
    :class:`ImportRefusedError`, or :class:`KnowledgeError` when files needed do not read.
    """
    folder = read_folder(knowledge)
    own = {loaded.record.id: loaded.record for loaded in folder.states}
    known = _known(folder, source_id, own)
    target = knowledge / "states" if into is None else into
    before = own if into is None else _read_records(target)
    try:
        document = read_document(file, f"seeds/{known.source.file}")
    except OSError as error:
        raise ImportRefusedError(f"{file} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ImportRefusedError(f"{file} is not UTF-8 text") from error
    names = {**known.names, **{identifier: record.names for identifier, record in before.items()}}
    imported = read_status(document, names, known.meetings, source_id)
    merged = merge(before, imported, names, known.newest_first)
    findings = [*_not_in_seeds(file, folder.seeds / known.source.file), *imported.findings, *merged.findings]
    written: list[str] = []
    for identifier, record in merged.records.items():
        if record != before.get(identifier):
            findings += _write(target / f"{identifier}.yaml", record)
            written.append(identifier)
    findings += [_still_a_name(identifier) for identifier in written if identifier in known.listed_as_names]
    return "\n".join(
        [
            f"{known.source.short}: {len(imported.states)} States read, "
            f"{sum(len(state.statements) for state in imported.states)} statements.",
            *_differences(merged.records, source_id, known.newest_first),
            f"Written ({len(written)}): " + (", ".join(f"{item}.yaml" for item in sorted(written)) or "all was known"),
            *_listed("Changes", merged.changes, "none"),
            *_listed("To look at", [str(finding) for finding in findings], "nothing"),
        ]
    )


def _known(folder: Folder, source_id: str, own: Mapping[str, StateRecord]) -> _Known:
    """Raises when a file that an import needs has problems: a record left unread would be taken for a new State."""
    problems = [problem for problem in folder.problems if problem.file.endswith(_NEEDED) or "/states/" in problem.file]
    if problems or not (folder.sources and folder.meetings and folder.names):
        raise KnowledgeError(problems)
    sources = {source.id: source for source in folder.sources.record.sources}
    source = sources.get(source_id)
    if source is None:
        listed = ", ".join(sorted(sources))
        raise ImportRefusedError(f'sources.yaml has no source "{source_id}": add it there first (it has: {listed})')
    if source.kind != "status":
        raise ImportRefusedError(f'"{source_id}" is no status document by sources.yaml (kind: {source.kind})')
    editions = [item for item in sources.values() if item.kind == "status" and item.series == source.series]
    editions.sort(key=lambda item: item.date or "", reverse=True)
    names = {record.id: record.names for record in folder.names.record.names}
    return _Known(
        source=source,
        newest_first=tuple(item.id for item in editions),
        meetings=folder.meetings.record,
        names={**names, **{identifier: record.names for identifier, record in own.items()}},
        listed_as_names=frozenset(names),
    )


def _read_records(directory: Path) -> dict[str, StateRecord]:
    records: dict[str, StateRecord] = {}
    problems: list[Problem] = []
    for path in sorted(directory.glob("*.yaml")):
        content, found = read_yaml(path, f"{directory.name}/{path.name}")
        problems += found
        if content is not None:
            record, found = validate(content, StateRecord)
            problems += found
            if record is not None:
                records[record.id] = record
    if problems:
        raise KnowledgeError(problems)
    return records


def _write(path: Path, record: StateRecord) -> list[Problem]:
    """Write a record; comments of the file stay, those between its lines move to its top."""
    comments: list[str] = []
    findings: list[Problem] = []
    if path.exists():
        text = path.read_text(encoding="utf-8")
        top, inner = comments_of(text)
        comments = [*top, *inner]
        if inner:
            message = f"comments moved to the top of the file: {' | '.join(inner)}"
            hint = "put them back where they belong"
            findings.append(Problem(f"{path.parent.name}/{path.name}", 1, 1, "comment", message, hint))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(emit_state(record, comments), encoding="utf-8", newline="\n")
    return findings


def comments_of(text: str) -> tuple[list[str], list[str]]:
    """The comment lines at the top of a YAML file, and all other comments."""
    blocks = [
        range(token.start_mark.line + 1, token.end_mark.line)
        for token in yaml.scan(text)
        if isinstance(token, yaml.ScalarToken) and token.style in {">", "|"}
    ]
    top: list[str] = []
    inner: list[str] = []
    at_top = True
    for number, line in enumerate(text.split("\n")):
        if at_top and line.startswith("#"):
            top.append(line.rstrip())
            continue
        at_top = False
        if any(number in block for block in blocks):
            continue
        if found := _COMMENT.search(_QUOTED.sub('""', line)):
            inner.append(found[1].rstrip())
    return top, inner


def _not_in_seeds(file: Path, seed: Path) -> list[Problem]:
    """Citations are verified against ``seeds/``: the document must stand there, byte for byte."""
    if seed.is_file() and seed.read_bytes() == file.read_bytes():
        return []
    state = "differs from the imported document" if seed.is_file() else "is not there"
    hint = "copy the document there, byte for byte, then run treatybot check"
    return [Problem(f"seeds/{seed.name}", 1, 1, "seed", f"the file {state}", hint)]


def _still_a_name(identifier: str) -> Problem:
    message = f'"{identifier}" has a record in states/ now and stands in names.yaml too'
    return Problem("knowledge/names.yaml", 1, 1, "duplicate-id", message, "remove it from names.yaml")


def _differences(records: Mapping[str, StateRecord], source: str, newest_first: Sequence[str]) -> Iterable[str]:
    """Against the next older edition with records, else against the next newer."""
    present = {edition.source for record in records.values() for edition in record.editions} | {source}
    order = [item for item in newest_first if item in present]
    place = order.index(source)
    if len(order) == 1:
        return ()
    newer, older = (source, order[place + 1]) if place + 1 < len(order) else (order[place - 1], source)
    names = {identifier: record.names.short for identifier, record in records.items()}
    return describe(compare_editions(records, older, newer), names, older, newer)


def _listed(title: str, items: Sequence[str], nothing: str) -> list[str]:
    if not items:
        return [f"{title}: {nothing}."]
    return [f"{title} ({len(items)}):", *(f"  {item}" for item in items)]
