"""The sources and their documents, with the evidence for title, issuer and date checked."""

from dataclasses import dataclass
from pathlib import Path

from bot.knowledge.documents import Document, read_document
from bot.knowledge.evidence import find_quote
from bot.knowledge.files import Loaded
from bot.knowledge.model import Citation, Source
from bot.knowledge.nearness import difference
from bot.knowledge.problems import Problem
from bot.knowledge.schema import SourceRecord, SourcesFile
from bot.similarity import nearest

MAX_BYTES = 5_000_000
"""of a document; the largest real one has about 40 kB"""
_DID_YOU_MEAN = 0.6


@dataclass(frozen=True, slots=True)
class Sources:
    """Sources by id, newest first, with their documents and the evidence for title, issuer and date."""

    by_id: dict[str, Source]
    documents: dict[str, Document]
    evidence: dict[str, tuple[Citation, ...]]
    unreadable: frozenset[str]
    """ids of sources whose document could not be read"""


def read_sources(loaded: Loaded[SourcesFile], seeds: Path, problems: list[Problem]) -> Sources:
    """The sources of a folder; what cannot be read is reported."""
    file = loaded.file
    sources: dict[str, Source] = {}
    documents: dict[str, Document] = {}
    evidence: dict[str, tuple[Citation, ...]] = {}
    unreadable: set[str] = set()
    by_file: dict[str, str] = {}
    for index, record in enumerate(loaded.record.sources):
        path = ("sources", index)
        if record.id in sources:
            message = f'the source "{record.id}" stands twice'
            problems.append(file.problem((*path, "id"), "duplicate-id", message, "keep one"))
            continue
        if (first := by_file.setdefault(record.file, record.id)) != record.id:
            message = f'the document "{record.file}" is that of "{first}" already'
            problems.append(file.problem((*path, "file"), "duplicate-file", message, "correct the name of the file"))
        source = _source(record)
        if reason := _unreadable(seeds / record.file):
            message = f'the document "{source.file}" {reason}'
            problems.append(file.problem((*path, "file"), "document", message, _file_hint(record.file, seeds)))
            unreadable.add(record.id)
            continue
        document = read_document(seeds / record.file, source.file)
        sources[record.id], documents[record.id] = source, document
        found: list[Citation] = []
        for position, quote in enumerate(record.evidence):
            if citation := find_quote(document, source, quote):
                found.append(citation)
            else:
                message = f"the quote does not stand in {source.file}: {difference(quote, document.texts)}"
                where = (*path, "evidence", position)
                problems.append(file.problem(where, "quote", message, "copy the words from the source"))
        evidence[record.id] = tuple(found)
    newest_first = sorted(sources.values(), key=lambda source: source.newness, reverse=True)
    return Sources({source.id: source for source in newest_first}, documents, evidence, frozenset(unreadable))


def _unreadable(path: Path) -> str | None:
    """Why a document cannot be read, None when it can."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return f"has {path.stat().st_size:,} bytes; {MAX_BYTES:,} is the limit"
        raw = path.read_bytes()
        raw.decode("utf-8")
    except OSError as error:
        return "is not there" if isinstance(error, FileNotFoundError) else f"cannot be read: {error.strerror}"
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return f"is not UTF-8 text (line {line})"
    return None


def _file_hint(name: str, seeds: Path) -> str:
    near = nearest(name, sorted(path.name for path in seeds.glob("*")), at_least=_DID_YOU_MEAN, limit=1)
    if near and near[0][0] != name:
        return f'did you mean "{near[0][0]}"?'
    return "put the file into seeds/ as UTF-8 text, or correct its name"


def _source(record: SourceRecord) -> Source:
    return Source(
        id=record.id,
        file=f"seeds/{record.file}",
        kind=record.kind,
        series=record.series,
        title=record.title,
        short=record.short,
        issuer=record.issuer,
        date=record.date,
        date_label=record.date_label,
        date_note=record.date_note,
        aliases=record.aliases,
        state=record.state,
    )
