"""An imported edition merged with the records: added where new, recognised where known.

What stands in a record already is never changed, except that a wording found word for word in a
newer edition takes that edition's form. Where record and document disagree, the record stays and
a finding says so: a person wrote it, or the document was corrected.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from bot.importing.cells import shortened
from bot.importing.editions import ImportedEdition, ImportedState, ImportedStatement
from bot.knowledge.problems import Problem
from bot.knowledge.schema import EditionRecord, Names, StatementRecord, StateRecord, Wording
from bot.knowledge.text import fold, same_words


@dataclass(frozen=True, slots=True)
class Merged:
    records: Mapping[str, StateRecord]
    """all records by id, those that the edition does not list included"""
    changes: tuple[str, ...]
    """what was added, one sentence each"""
    findings: tuple[Problem, ...]
    """what a person must look at; those of reading the edition are not repeated"""


def merge(
    records: Mapping[str, StateRecord],
    imported: ImportedEdition,
    names: Mapping[str, Names],
    newest_first: Sequence[str],
) -> Merged:
    """The records with what the edition says.

    ``names`` serves States that have no record yet; ``newest_first`` orders the sources of the
    series and has the imported one among them.
    """
    merged = dict(records)
    changes: list[str] = []
    findings: list[Problem] = []
    for state in imported.states:
        before = records.get(state.id)
        if before is None:
            before = StateRecord(id=state.id, names=names[state.id])
            changes.append(f"{before.names.short}: new record")
        work = _StateMerge(before, state, imported, newest_first)
        merged[state.id] = work.result()
        changes += work.changes
        findings += work.findings
    return Merged(merged, tuple(changes), tuple(sorted(findings)))


@dataclass(slots=True)
class _StateMerge:
    record: StateRecord
    state: ImportedState
    imported: ImportedEdition
    newest_first: Sequence[str]
    changes: list[str] = field(default_factory=list)
    findings: list[Problem] = field(default_factory=list)

    def result(self) -> StateRecord:
        statements = self._statements()
        self._note()
        update = {"names": self._names(), "editions": self._editions(), "statements": statements}
        return self.record.model_copy(update=update)

    def _names(self) -> Names:
        names = self.record.names
        new = tuple(label for label in self.state.labels if label not in names.sources)
        if new:
            self._change(f"names.sources gets {', '.join(new)}, as the document writes it")
        return names.model_copy(update={"sources": (*names.sources, *new)})

    def _editions(self) -> tuple[EditionRecord, ...]:
        source = self.imported.source
        known = next((edition for edition in self.record.editions if edition.source == source), None)
        if known is None:
            editions = (*self.record.editions, self.state.edition)
            return tuple(sorted(editions, key=lambda edition: self._age(edition.source)))
        for name in ("information", "last_participation", "attended", "vote"):
            mine, theirs = getattr(known, name), getattr(self.state.edition, name)
            if mine != theirs:
                message = f"the record of {source} has {name}: {_shown(mine)}, the document {_shown(theirs)}"
                self._finding("edition", message, "the record was kept; correct it if the document is right")
        return self.record.editions

    def _note(self) -> None:
        note = self.state.note
        quotes = [quotation.quote for fact in self.record.facts for quotation in fact.evidence]
        if note and not any(fold(quote) in fold(note) for quote in quotes):
            message = f"the footnote at the State's name is in no fact of its record: “{note}”"
            self._finding("footnote", message, "add a fact with this evidence")

    # statements ------------------------------------------------------------------------------

    def _statements(self) -> tuple[StatementRecord, ...]:
        source = self.imported.source
        statements = list(self.record.statements)
        matched: set[int] = set()
        for item in self.state.statements:
            index = self._match(item, statements, matched)
            if index is None:
                self._doubt_if_known_elsewhere(item, statements)
                index = len(statements)
                statements.append(self._new(item, statements))
                self._change(f"statement {statements[-1].id} added: {item.attribution}")
            else:
                statements[index] = self._recognised(statements[index], item)
            matched.add(index)
        for index, statement in enumerate(statements):
            if index not in matched and any(source in wording.sources for wording in statement.wordings):
                message = f"the record says that {source} has the statement {statement.id}, which was not found in it"
                self._finding("statement", message, "the record was kept; look it up in the document")
        return _sorted(statements)

    def _match(self, item: ImportedStatement, statements: list[StatementRecord], matched: set[int]) -> int | None:
        """The statement that this is an edition of: same event; of several the same form and the nearest words."""
        candidates = [
            index
            for index, statement in enumerate(statements)
            if index not in matched and (statement.channel, statement.meeting, statement.dates) == item.key
        ]
        alike = [index for index in candidates if statements[index].form == item.form]
        if len(candidates) > 1 or not alike:
            candidates = alike or [
                index for index in candidates if _likeness(statements[index], item) > _SAME_STATEMENT_LIKENESS
            ]
        return max(candidates, key=lambda index: (_likeness(statements[index], item), -index), default=None)

    def _new(self, item: ImportedStatement, statements: Iterable[StatementRecord]) -> StatementRecord:
        return StatementRecord(
            id=_free_id(item, {statement.id for statement in statements}),
            channel=item.channel,
            meeting=item.meeting,
            dates=item.dates,
            form=item.form,
            wordings=(self._wording(item),),
        )

    def _recognised(self, statement: StatementRecord, item: ImportedStatement) -> StatementRecord:
        """The statement with this edition's wording added, if it has it not yet."""
        source = self.imported.source
        words = " ".join(item.passage)
        for wording in statement.wordings:
            if source in wording.sources:
                if _folded(wording) != (fold(words), fold(item.attribution)):
                    message = f"{statement.id}: the record's wording of {source} differs from the document's"
                    self._finding("wording", message, "the record was kept; correct it if the document is right", item)
                return statement
        wordings = list(statement.wordings)
        alike = next(
            (i for i, wording in enumerate(wordings) if _folded(wording) == (fold(words), fold(item.attribution))), None
        )
        if alike is None:
            wordings.append(self._wording(item))
            same = any(same_words(" ".join(wording.passage), words) for wording in statement.wordings)
            how = "the same words, other punctuation, hyphens or attribution" if same else "other words"
            self._change(f"statement {statement.id}: wording of {source} added ({how})")
        else:
            sources = tuple(sorted((*wordings[alike].sources, source), key=self._age))
            shown = self._wording(item) if sources[0] == source else wordings[alike]
            wordings[alike] = shown.model_copy(update={"sources": sources})
        wordings.sort(key=lambda wording: self._age(wording.sources[0]))
        return statement.model_copy(update={"wordings": tuple(wordings)})

    def _doubt_if_known_elsewhere(self, item: ImportedStatement, statements: Iterable[StatementRecord]) -> None:
        words = " ".join(item.passage)
        for statement in statements:
            if any(same_words(" ".join(wording.passage), words) for wording in statement.wordings):
                message = f"“{shortened(words, 60)}” ({item.attribution}) has the same words as {statement.id}"
                self._finding(
                    "attribution", message, "both stand in the record now; keep one if one was corrected", item
                )

    def _wording(self, item: ImportedStatement) -> Wording:
        return Wording(sources=(self.imported.source,), passage=item.passage, attribution=item.attribution)

    def _age(self, source: str) -> int:
        return self.newest_first.index(source) if source in self.newest_first else len(self.newest_first)

    def _change(self, text: str) -> None:
        self.changes.append(f"{self.record.names.short}: {text}")

    def _finding(self, code: str, message: str, hint: str, item: ImportedStatement | None = None) -> None:
        line = item.line if item else self.state.line
        self.findings.append(Problem(self.imported.file, line, 1, code, f"{self.state.label}: {message}", hint))


_SAME_STATEMENT_LIKENESS = 0.6
"""a statement of the same event in the other form (quoted, reported) is another one unless its words are near"""


def _likeness(statement: StatementRecord, item: ImportedStatement) -> float:
    words = fold(" ".join(item.passage))
    return max(
        SequenceMatcher(None, fold(" ".join(wording.passage)), words, autojunk=False).ratio()
        for wording in statement.wordings
    )


def _folded(wording: Wording) -> tuple[str, str]:
    return fold(" ".join(wording.passage)), fold(wording.attribution)


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value) or "nothing"
    return getattr(value, "says", None) or str(value)


def _free_id(item: ImportedStatement, taken: set[str]) -> str:
    """An id that says where and when, unique within the State."""
    names = {"article7_report": "article7-report"}
    if item.meeting is not None and item.channel != "explanation_of_vote":
        stem = item.meeting
    else:
        stem = "-".join((names.get(item.channel, item.channel.replace("_", "-")), *item.dates))
    for candidate in (stem, f"{stem}-{item.form}"):
        if candidate not in taken:
            return candidate
    number = 2
    while f"{stem}-{number}" in taken:
        number += 1
    return f"{stem}-{number}"


def _sorted(statements: Iterable[StatementRecord]) -> tuple[StatementRecord, ...]:
    """Newest first; a bare year counts as its end, as a bare month does."""
    by_id = sorted(statements, key=lambda statement: statement.id)
    return tuple(sorted(by_id, key=lambda statement: max(f"{date}-99-99" for date in statement.dates), reverse=True))
