"""The sources and their documents, with the evidence for title, issuer and date checked."""

from dataclasses import dataclass
from pathlib import Path

from bot.knowledge.documents import Document, read_document
from bot.knowledge.evidence import difference, find_quote
from bot.knowledge.files import Loaded
from bot.knowledge.model import Citation, Source
from bot.knowledge.problems import Problem
from bot.knowledge.schema import SourceRecord, SourcesFile


@dataclass(frozen=True, slots=True)
class Sources:
    """Sources by id, newest first, with their documents and the evidence for title, issuer and date."""

    by_id: dict[str, Source]
    documents: dict[str, Document]
    evidence: dict[str, tuple[Citation, ...]]


def read_sources(loaded: Loaded[SourcesFile], seeds: Path, problems: list[Problem]) -> Sources:
    """The sources of a folder; what cannot be read is reported."""
    file = loaded.file
    sources: dict[str, Source] = {}
    documents: dict[str, Document] = {}
    evidence: dict[str, tuple[Citation, ...]] = {}
    for index, record in enumerate(loaded.record.sources):
        path = ("sources", index)
        if record.id in sources:
            problems.append(file.problem((*path, "id"), "duplicate-id", f'"{record.id}" stands twice', "keep one"))
            continue
        source = _source(record)
        try:
            document = read_document(seeds / record.file, source.file)
        except (OSError, UnicodeDecodeError) as error:
            message = f'the document "{source.file}" cannot be read: {error}'
            hint = "put the file into seeds/ as UTF-8 text, or correct its name"
            problems.append(file.problem((*path, "file"), "document", message, hint))
            continue
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
    return Sources({source.id: source for source in newest_first}, documents, evidence)


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
