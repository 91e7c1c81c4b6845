"""Bigger knowledge, for ``tests.benchmarks.scale``: more statements, FAQ entries and phrasings than there are.

States, meetings, topics and kinds of questions stay the real ones. Each round adds as many statements, FAQ entries and
phrasings as the real knowledge has, in words of its own: most content words give way to other words of about the same
frequency, some to words that no document had before (halves of two words put together), so that the vocabulary grows
as that of a growing archive does. The documents of a round hold its passages word for word, and every citation is
verified by the loader as any other is. All is decided by a seed.
"""

import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bot.knowledge.files import Folder, Loaded, read_folder
from bot.knowledge.names import name_key
from bot.knowledge.schema import FaqRecord, QuestionsRecord, StatementRecord, StateRecord, Wording
from tests.benchmarks.exchanged_words import Exchange, Words, protected
from tests.benchmarks.yaml_text import Plain, as_written, write_yaml

SEED: Final = 20180821
ROUNDS_OF_A_DOCUMENT: Final = 10
"""rounds whose statements of one State stand in one document"""
LONGEST_QUESTION: Final = 75
"""characters of an entry's question before its words are exchanged; a hundred are offered as a choice"""
_ARCHIVE: Final = "The archive"
_YEAR: Final = "2018"
_LANGUAGES: Final = ("phrasings_fr", "phrasings_es")


@dataclass(frozen=True, slots=True)
class Size:
    """How much a folder holds."""

    statements: int
    faq: int
    phrasings: int
    documents: int

    @classmethod
    def of(cls, path: Path) -> "Size":
        folder = read_folder(path)
        assert folder.sources is not None
        phrasings = sum(len(list(_all_phrasings(loaded.record))) for loaded in folder.questions)
        return cls(
            statements=sum(len(loaded.record.statements) for loaded in folder.states),
            faq=len(folder.faq),
            phrasings=phrasings + sum(1 + len(loaded.record.phrasings) for loaded in folder.faq),
            documents=len(folder.sources.record.sources),
        )


def write_bigger(source: Path, root: Path, times: int) -> Path:
    """Write knowledge of ``times`` the size of ``source`` into ``root``; returns its folder, with ``seeds`` beside."""
    target = root / "knowledge"
    shutil.copytree(source, target)
    shutil.copytree(source.parent / "seeds", root / "seeds")
    if times > 1:
        _Archive(read_folder(target), root).grow(times)
    return target


class _Archive:
    """A copy of the real knowledge that grows."""

    def __init__(self, folder: Folder, root: Path) -> None:
        assert folder.sources is not None
        self._folder = folder
        self._root = root
        self._chance = random.Random(SEED)  # noqa: S311 - words, no secrets
        self._real = list(folder.sources.record.sources)
        self._texts = {record.id: (root / "seeds" / record.file).read_text(encoding="utf-8") for record in self._real}
        self._sources: list[dict[str, Any]] = [as_written(record) for record in self._real]
        self._events = [statement for state in folder.states for statement in state.record.statements]
        """where and when something was really said"""
        of_entries = [text for entry in folder.faq for text in (entry.record.question, *entry.record.phrasings)]
        of_kinds = [text for kind in folder.questions for text in _all_phrasings(kind.record)]
        self._phrasings = {name_key(text) for text in (*of_entries, *of_kinds)}
        self._words = Words((*self._texts.values(), *of_entries), protected(folder), self._chance)

    def grow(self, times: int) -> None:
        rounds = [(number, self._words.round()) for number in range(2, times + 1)]
        for number, exchange in rounds:
            self._documents(number, exchange)
            for entry in self._folder.faq:
                self._faq_entry(entry.record, number, exchange)
        for state in self._folder.states:
            if state.record.statements:
                self._state(state, rounds)
        for kind in self._folder.questions:
            self._kind(kind.record, [exchange for _, exchange in rounds])
        write_yaml(self._root / "knowledge" / "sources.yaml", {"sources": self._sources})

    # documents ---------------------------------------------------------------------------------

    def _documents(self, number: int, exchange: Exchange) -> None:
        """The round's own form of every document that FAQ entries cite."""
        for record in self._real:
            name = f"r{number:03}_{record.file}"
            (self._root / "seeds" / name).write_text(exchange(self._texts[record.id]), encoding="utf-8", newline="")
            source = {
                **as_written(record),
                "id": f"{record.id}-r{number}",
                "file": name,
                "kind": "faq",
                "short": f"archive paper {len(self._sources)}",
                "title": exchange(record.title),
                "issuer": exchange(record.issuer),
                "evidence": [exchange(quote) for quote in record.evidence],
            }
            self._sources.append({key: value for key, value in source.items() if key not in ("series", "aliases")})

    def _collection(self, identifier: str, state: str, lines: Sequence[str]) -> None:
        """A document with statements of one State, under its title."""
        name, title = f"{identifier}.txt", f"Collected words {len(self._sources)}"
        text = "\n\n".join((title, f"{_ARCHIVE}, {_YEAR}", *lines))
        (self._root / "seeds" / name).write_text(f"{text}\n", encoding="utf-8", newline="")
        self._sources.append(
            {
                "id": identifier,
                "file": name,
                "kind": "statement",
                "state": state,
                "title": title,
                "short": title.lower(),
                "issuer": _ARCHIVE,
                "date": _YEAR,
                "date_label": _YEAR,
                "evidence": [title, f"{_ARCHIVE}, {_YEAR}"],
            }
        )

    # FAQ entries -------------------------------------------------------------------------------

    def _faq_entry(self, record: FaqRecord, number: int, exchange: Exchange) -> None:
        identifier = f"{record.id}-r{number}"
        answer = [
            {
                "says": exchange(claim.says),
                "evidence": [
                    {"source": f"{item.source}-r{number}", "quote": exchange(item.quote)} for item in claim.evidence
                ],
            }
            for claim in record.answer
        ]
        content: Plain = {
            "id": identifier,
            "question": self._new_phrasing(_shortened(record.question), exchange),
            "phrasings": [self._new_phrasing(phrasing, exchange) for phrasing in record.phrasings],
            "answer": answer,
            "topics": list(record.topics),
            "related": [f"{related}-r{number}" for related in record.related],
        }
        write_yaml(self._root / "knowledge" / "faq" / f"{identifier}.yaml", content)

    def _new_phrasing(self, phrasing: str, exchange: Exchange, source: Sequence[str] = ()) -> str:
        """The phrasing in the round's words; while it stands somewhere already, another word is put in."""
        new = exchange(phrasing)
        while name_key(new) in self._phrasings:
            words = new.split(" ")
            words.insert(self._chance.randint(0, len(words)), self._chance.choice(source or self._words.all))
            new = " ".join(words)
        self._phrasings.add(name_key(new))
        return new

    # statements --------------------------------------------------------------------------------

    def _state(self, loaded: Loaded[StateRecord], rounds: Sequence[tuple[int, Exchange]]) -> None:
        """The State's statements of all rounds, each at the event of one of its real ones or of another State's."""
        record = loaded.record
        statements: list[StatementRecord] = []
        for first in range(0, len(rounds), ROUNDS_OF_A_DOCUMENT):
            volume = first // ROUNDS_OF_A_DOCUMENT + 1
            source = f"{record.id}-{volume}"
            lines: list[str] = []
            for number, exchange in rounds[first : first + ROUNDS_OF_A_DOCUMENT]:
                for original in record.statements:
                    statement = self._statement(original, source, number, exchange)
                    wording = statement.wordings[0]
                    lines += [*wording.passage, f"({wording.attribution})"]
                    statements.append(statement)
            self._collection(source, record.id, lines)
        content = as_written(record)
        content["statements"] += [as_written(statement) for statement in statements]
        write_yaml(self._root / "knowledge" / "states" / f"{record.id}.yaml", content)

    def _statement(self, original: StatementRecord, source: str, number: int, exchange: Exchange) -> StatementRecord:
        event = self._chance.choice(self._events)
        passage = tuple(exchange(paragraph) for paragraph in original.wordings[0].passage)
        return StatementRecord(
            id=f"{original.id}-r{number}",
            channel=event.channel,
            meeting=event.meeting,
            dates=event.dates,
            form=original.form,
            topics=original.topics,
            wordings=(Wording(sources=(source,), passage=passage, attribution=event.wordings[0].attribution),),
        )

    # kinds of questions ------------------------------------------------------------------------

    def _kind(self, record: QuestionsRecord, rounds: Sequence[Exchange]) -> None:
        content = as_written(record)
        content["phrasings"] += [self._new_phrasing(text, exchange) for exchange in rounds for text in record.phrasings]
        for language in _LANGUAGES:
            texts: Sequence[str] = getattr(record, language)
            words = [word for text in texts for word in text.split(" ") if "{" not in word]
            if texts:
                content[language] += [self._new_phrasing(text, str, words) for _ in rounds for text in texts]
        write_yaml(self._root / "knowledge" / "questions" / f"{record.id}.yaml", content)


def _all_phrasings(record: QuestionsRecord) -> Iterator[str]:
    """Those in every language."""
    yield from record.phrasings
    for language in _LANGUAGES:
        yield from getattr(record, language)


def _shortened(question: str) -> str:
    """A question that still has room where it is offered when its words are exchanged for longer ones."""
    words = question.split(" ")
    while len(" ".join(words)) > LONGEST_QUESTION:
        del words[-2]
    return " ".join(words)
