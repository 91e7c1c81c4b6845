"""What building needs at hand: sources, tables, known ids, and the list of problems."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.documents import Document
from bot.knowledge.evidence import difference, find_quote
from bot.knowledge.model import Citation, Fact, Source
from bot.knowledge.problems import Problem
from bot.knowledge.schema import FactRecord, Quotation
from bot.knowledge.status_tables import StatusTables
from bot.knowledge.yaml_files import KeyPath, YamlFile
from bot.similarity import nearest

_DID_YOU_MEAN = 0.6


@dataclass(frozen=True, slots=True)
class Context:
    sources: Mapping[str, Source]
    documents: Mapping[str, Document]
    tables: Mapping[str, StatusTables]
    """of the sources that are status documents"""
    meeting_ids: frozenset[str]
    topic_ids: frozenset[str]
    state_ids: frozenset[str]
    problems: list[Problem]

    def tables_newest_first(self) -> list[tuple[Source, StatusTables]]:
        pairs = [(self.sources[identifier], tables) for identifier, tables in self.tables.items()]
        return sorted(pairs, key=lambda pair: pair[0].newness, reverse=True)

    def report(self, file: YamlFile, path: KeyPath, code: str, message: str, hint: str) -> None:
        self.problems.append(file.problem(path, code, message, hint))

    def unknown(self, file: YamlFile, path: KeyPath, what: str, word: str, known: Iterable[str]) -> None:
        """Report an id that no record has."""
        choices = sorted(known)
        near = nearest(word, choices, at_least=_DID_YOU_MEAN, limit=1)
        hint = f'did you mean "{near[0][0]}"?' if near else f"the known ones are: {', '.join(choices[:12])} ..."
        self.report(file, path, "unknown-id", f'there is no {what} "{word}"', hint)

    def unread(self, source: Source, line: int, message: str) -> None:
        """Report something in a source that the records do not account for."""
        hint = "add the name to the State's `sources` names, or correct the record"
        self.problems.append(Problem(source.file, line, 1, "unread", message, hint))

    def quotations(
        self, file: YamlFile, path: KeyPath, quotations: Sequence[Quotation], *, nested: bool = True
    ) -> tuple[Citation, ...]:
        """Citations of quotes; each that its source does not hold is reported at its line.

        ``nested`` says that ``path`` leads to a list of quotations, not to a single one.
        """
        found: list[Citation] = []
        for index, quotation in enumerate(quotations):
            place = (*path, index) if nested else path
            source = self.sources.get(quotation.source)
            if source is None:
                self.unknown(file, (*place, "source"), "source", quotation.source, self.sources)
                continue
            document = self.documents[source.id]
            if citation := find_quote(document, source, quotation.quote):
                found.append(citation)
                continue
            reason = difference(quotation.quote, document.texts)
            message = f"the quote does not stand in {source.file}: {reason}"
            self.report(file, (*place, "quote"), "quote", message, "copy the words from the source")
        return tuple(found)

    def facts(self, file: YamlFile, path: KeyPath, records: Sequence[FactRecord]) -> tuple[Fact, ...]:
        return tuple(
            Fact(
                record.kind,
                record.years,
                record.says,
                self.quotations(file, (*path, index, "evidence"), record.evidence),
            )
            for index, record in enumerate(records)
        )
