"""What building needs at hand: sources, tables, known ids, and the list of problems."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.documents import Document
from bot.knowledge.evidence import find_quote
from bot.knowledge.model import Citation, Fact, Source
from bot.knowledge.nearness import difference
from bot.knowledge.problems import Problem, shown
from bot.knowledge.schema import FactRecord, Quotation
from bot.knowledge.status_tables import StatusTables
from bot.knowledge.yaml_files import KeyPath, YamlFile
from bot.similarity import nearest

_DID_YOU_MEAN = 0.6
_MOST_LISTED = 12


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
    unreadable: frozenset[str] = frozenset()
    """what could not be read and is reported itself: ids of sources, and kinds of records such as "State"; nothing is
    told of what leans on them"""

    def tables_newest_first(self) -> list[tuple[Source, StatusTables]]:
        pairs = [(self.sources[identifier], tables) for identifier, tables in self.tables.items()]
        return sorted(pairs, key=lambda pair: pair[0].newness, reverse=True)

    def report(self, file: YamlFile, path: KeyPath, code: str, message: str, hint: str) -> None:
        self.problems.append(file.problem(path, code, message, hint))

    def unknown(self, file: YamlFile, path: KeyPath, what: str, word: str, known: Iterable[str]) -> None:
        """Report an id that no record has."""
        if what in self.unreadable or word in self.unreadable:
            return
        choices = sorted(known)
        near = nearest(word, choices, at_least=_DID_YOU_MEAN, limit=1)
        listed = ", ".join(choices[:_MOST_LISTED]) + (" ..." if len(choices) > _MOST_LISTED else "")
        hint = f'did you mean "{near[0][0]}"?' if near else f"the known ones are: {listed or 'none'}"
        self.report(file, path, "unknown-id", f'there is no {what} "{shown(word)}"', hint)

    def duplicates(self, file: YamlFile, path: KeyPath, what: str, identifiers: Sequence[str]) -> None:
        """Report ids that stand twice in the list of records at ``path``."""
        seen: set[str] = set()
        for index, identifier in enumerate(identifiers):
            if identifier in seen:
                message = f'the {what} "{identifier}" stands twice'
                self.report(file, (*path, index, "id"), "duplicate-id", message, "keep one, or give one another id")
            seen.add(identifier)

    def unread(self, source: Source, line: int, message: str, hint: str) -> None:
        """Report something in a source that the records do not account for."""
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
