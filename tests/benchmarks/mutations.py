"""What becomes of damaged knowledge: ``python -m tests.benchmarks.mutations [--each N] [--seed N] [KIND ...]``.

Each file gets N damaged copies (100 unless told), each with one character or one line changed, by a seed that the
file's name and the number of the copy complete, so that any case can be had again. What the change can affect is
read, built and checked again: of a State, an FAQ entry or a kind of question that file beside the files all others
lean on, of those files everything. Phrasings are not read again (``tests.benchmarks.phrasings``).

A copy may be refused (a problem is told), or be taken because nothing that rests on a document has changed: a name,
a comment, our own words. It must never be taken with another quotation, cell, date, vote or figure than the file
had. A quotation that was shortened and still stands in its document word for word is counted apart: it is true.
"""

import argparse
import random
import string
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from pydantic import BaseModel

from bot.checking.check import _OF_FILES, _OF_KNOWLEDGE
from bot.knowledge import files as knowledge_files
from bot.knowledge import sources
from bot.knowledge.building import build
from bot.knowledge.documents import read_document
from bot.knowledge.files import Folder, Loaded, read_folder
from bot.knowledge.loading import default_folder
from bot.knowledge.model import Knowledge
from bot.knowledge.problems import Problem
from bot.knowledge.text import fold
from bot.maintaining.schemas import MANY, SINGLE

SEED: Final = 20180821
EACH: Final = 100
KINDS: Final = (*SINGLE, *MANY)
_CHARACTERS: Final = string.ascii_letters + string.digits + " .,:;-\"'#&*[]{}()“”’\t%@!|>\\√é"
_QUOTED: Final = frozenset({"quote", "evidence"})
_EXACT: Final = frozenset({"passage", "attribution"})
_FACTS: Final = frozenset(
    "says meeting channel dates date vote attended information value as_of years states source sources column columns "
    "form kind file".split()
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one damaged file."""

    kind: str
    what: str
    """``refused``, ``taken``, ``shortened``, or what must not be: ``crashed``, ``changed``"""
    told: str
    """the first problem, or what was wrong"""


def mutated(text: str, chance: random.Random) -> str:
    """``text`` with one character or one line changed."""
    while (changed := _changed(text, chance)) == text:
        pass
    return changed


def _changed(text: str, chance: random.Random) -> str:
    if chance.random() < 0.6:
        at = chance.randrange(len(text))
        match chance.randrange(4):
            case 0:
                return text[:at] + text[at + 1 :]
            case 1:
                return text[:at] + chance.choice(_CHARACTERS) + text[at:]
            case 2:
                return text[:at] + text[at + 1 : at + 2] + text[at] + text[at + 2 :]
            case _:
                return text[:at] + chance.choice(_CHARACTERS) + text[at + 1 :]
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    match chance.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[at])
        case 2:
            lines[at : at + 2] = reversed(lines[at : at + 2])
        case 3:
            lines[at] = f"  {lines[at]}"
        case 4:
            lines[at] = lines[at].removeprefix("  ")
        case _:
            lines[at] = chance.choice(lines)
    return "\n".join(lines)


class Laboratory:
    """The whole knowledge, in which one file at a time is replaced by a damaged copy."""

    def __init__(self, folder: Path, scratch: Path) -> None:
        self.folder = read_folder(folder)
        self._scratch = scratch / folder.name
        self._whole = build(self.folder)[0]
        self._rules = list(_OF_KNOWLEDGE)
        self._before: dict[str, set[tuple[str, str, str]]] = {}

    def files(self, kind: str) -> list[Loaded[Any]]:
        """The files of a kind: one of those that all others lean on, or all of a folder."""
        found = getattr(self.folder, kind)
        return [found] if kind in SINGLE else found

    def text_of(self, loaded: Loaded[Any]) -> str:
        return (self.folder.path.parent / loaded.file.name).read_text(encoding="utf-8")

    def outcome(self, kind: str, loaded: Loaded[Any], text: str) -> Outcome:
        """What becomes of the knowledge with ``text`` as the content of one of its files."""
        try:
            after, problems, knowledge = self._read(kind, loaded, text)
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            return Outcome(kind, "crashed", f"{loaded.file.name}: {type(error).__name__}: {error}")
        if problems or after is None or knowledge is None:
            return Outcome(kind, "refused", str(problems[0]) if problems else "")
        return self._taken(kind, loaded, after, knowledge)

    def _read(
        self, kind: str, loaded: Loaded[Any], text: str
    ) -> tuple[BaseModel | None, list[Problem], Knowledge | None]:
        path = self._scratch / Path(loaded.file.name).relative_to(self.folder.path.name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        reading = Folder(self._scratch)
        model = SINGLE[kind] if kind in SINGLE else MANY[kind][1]
        if kind in SINGLE:
            read = knowledge_files._read(reading, path, model)
        else:
            read = next(iter(knowledge_files._read_many(reading, path.parent, model)), None)
        path.unlink()
        if read is None or reading.problems:
            return None, reading.problems, None
        folder = self._with(kind, read)
        found, knowledge = self._problems(kind, folder)
        before = self._known(kind, loaded)
        name = loaded.file.name
        told = [problem for problem in found if problem.file == name or _key(problem) not in before]
        return read.record, told, knowledge

    def _with(self, kind: str, read: Loaded[Any]) -> Folder:
        """The folder with the file in its place; a folder's other files are left out, as if they could not be read."""
        folder = replace(self.folder, problems=[])
        if kind in MANY:
            for name in MANY:
                setattr(folder, name, [])
            folder.broken = dict.fromkeys(MANY, "")
        setattr(folder, kind, read if kind in SINGLE else [read])
        return folder

    def _problems(self, kind: str, folder: Folder) -> tuple[list[Problem], Knowledge | None]:
        # Of the snapshot, phrasings of questions are but passed through.
        knowledge, problems = build(folder) if kind != "questions" else (self._whole, [])
        problems += [problem for rule in _OF_FILES for problem in rule(folder)]
        if knowledge is not None:
            problems += [problem for rule in self._rules for problem in rule(folder, knowledge)]
        return [problem for problem in problems if problem.severity == "error"], knowledge

    def _known(self, kind: str, loaded: Loaded[Any]) -> set[tuple[str, str, str]]:
        """The problems that come of leaving files out."""
        if loaded.file.name not in self._before:
            found, _ = self._problems(kind, self._with(kind, loaded))
            self._before[loaded.file.name] = {_key(problem) for problem in found}
        return self._before[loaded.file.name]

    def _taken(self, kind: str, loaded: Loaded[Any], after: BaseModel, knowledge: Knowledge) -> Outcome:
        before, now = Claims.of(loaded.record), Claims.of(after)
        name = loaded.file.name
        if new := sorted(str(item) for item in now.exact - before.exact):
            return Outcome(kind, "changed", f"{name}: {new[0]}")
        if before.exact - now.exact and not now.exact:
            return Outcome(kind, "changed", f"{name}: everything is gone")
        shortened = now.quotes - before.quotes
        texts = [text for document in knowledge.documents.values() for text in document.texts]
        for quote in sorted(shortened):
            if not any(text.find_words(quote) >= 0 for text in texts):
                return Outcome(kind, "changed", f"{name}: {quote}")
        return Outcome(kind, "shortened" if shortened else "taken", name)


@dataclass(slots=True)
class Claims:
    """What a record says that rests on a document."""

    exact: set[tuple[str, ...]] = field(default_factory=set)
    """each value with the keys that lead to it; texts folded"""
    quotes: set[str] = field(default_factory=set)
    """folded quotations, which may be shortened"""

    @classmethod
    def of(cls, record: BaseModel) -> "Claims":
        claims = cls()
        claims._add(record.model_dump(), ())
        return claims

    def _add(self, value: object, path: tuple[str, ...]) -> None:
        if isinstance(value, Mapping):
            # What belongs together stays together: a vote moved to another edition is another claim.
            wordings: Sequence[Mapping[str, object]] = value.get("wordings") or ({},)
            owner = fold(str(value.get("source") or wordings[0].get("attribution") or ""))
            for key, inner in value.items():
                self._add(inner, (*path, owner, str(key)) if owner else (*path, str(key)))
        elif isinstance(value, (list, tuple)) and path[-1] == "passage":
            self._add_value(" ".join(value), path)  # where a paragraph ends is for the eye
        elif isinstance(value, (list, tuple)):
            for inner in value:
                self._add(inner, path)
        elif value is not None:
            self._add_value(str(value), path)

    def _add_value(self, value: str, path: tuple[str, ...]) -> None:
        keys = [key for key in path if key in _QUOTED | _EXACT | _FACTS]
        last = path[-1]
        own_words = last == "says" and "last_participation" not in path
        if last in _QUOTED:
            self.quotes.add(fold(value))
        elif last in _EXACT:
            self.exact.add((*keys, fold(value)))
        elif last in _FACTS and not own_words:
            self.exact.add((*path, fold(value)))


def _key(problem: Problem) -> tuple[str, str, str]:
    return problem.file, problem.code, problem.message


def outcomes(laboratory: Laboratory, kind: str, each: int, seed: int) -> Iterator[Outcome]:
    """The outcomes of ``each`` damaged copies of every file of a kind."""
    for loaded in laboratory.files(kind):
        text = laboratory.text_of(loaded)
        for number in range(each):
            chance = random.Random(f"{seed} {loaded.file.name} {number}")  # noqa: S311 - no secret
            yield laboratory.outcome(kind, loaded, mutated(text, chance))


def main() -> int:
    """Print a table of outcomes by kind of file, and every case that must not be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=EACH, help=f"damaged copies of each file (default {EACH})")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("kinds", nargs="*", default=KINDS, metavar="KIND", help=" ".join(KINDS))
    arguments = parser.parse_args()
    setattr(sources, "read_document", lru_cache(read_document))  # noqa: B010 - no document changes here
    bad: list[Outcome] = []
    columns = ("refused", "taken", "shortened", "changed", "crashed")
    print(f"{'kind':10} {'copies':>7}", *(f"{column:>10}" for column in columns), f"{'seconds':>8}")
    with tempfile.TemporaryDirectory() as scratch:
        laboratory = Laboratory(default_folder().resolve(), Path(scratch))
        for kind in arguments.kinds:
            started = time.perf_counter()
            found = list(outcomes(laboratory, kind, arguments.each, arguments.seed))
            seconds = time.perf_counter() - started
            number = Counter(outcome.what for outcome in found)
            numbers = (f"{number[column]:10}" for column in columns)
            print(f"{kind:10} {len(found):7}", *numbers, f"{seconds:8.1f}", flush=True)
            bad += [outcome for outcome in found if outcome.what in ("changed", "crashed")]
    for outcome in bad:
        print(f"{outcome.what}: {outcome.told}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
