"""Questions with the answers expected, as YAML: read from ``tests/questions/``, compared with what the engine says.

A file ``<kind>.yaml`` holds ``questions:``, a list of :class:`Expected`. A file ``blind_<n>.yaml`` is such a list
without the key; it was written by someone who had not seen the program, names documents by the number of their file
("002"), and counts as a share of right answers only.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from bot.answering.answer import Answer, Outcome, Passage
from bot.answering.engine import Engine
from bot.knowledge.loading import default_folder, load_knowledge
from bot.knowledge.text import fold
from bot.knowledge.validation import validate
from bot.knowledge.yaml_files import YamlFile, read_yaml
from bot.rendering.plain import plain

FOLDER: Final = Path(__file__).parent / "questions"
KNOWN_FAILING: Final = FOLDER / "known_failing.yaml"
_QUOTE_MARK: Final = "> "
_SEVERAL_STATES: Final = frozenset({"compare", "opinion", "membership"})
"""kinds of question whose answer may quote other States too"""


def _listed(value: object) -> object:
    """A single word is a list of one."""
    return [value] if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExpectedEntities(_Record):
    """What must be found, each list exact whatever its order; None is not looked at."""

    states: tuple[str, ...] | None = None
    meetings: tuple[str, ...] | None = None
    years: tuple[int, ...] | None = None
    topics: tuple[str, ...] | None = None
    sources: tuple[str, ...] | None = None


class Expected(_Record):
    question: str
    outcome: Annotated[tuple[Outcome, ...], BeforeValidator(_listed)]
    """more than one where the design leaves it open"""
    intent: Words = ()
    """a question kind or ``faq:<id>``; one of them must be read; none: any"""
    entities: ExpectedEntities = ExpectedEntities()
    says: Words = ()
    """runs of words that the answer must hold, whatever the case and the kind of quotation marks"""
    not_says: Words = ()
    cites: tuple[tuple[str, int], ...] = ()
    """document and a line that one of the citations must cover"""

    @property
    def wants_refusal(self) -> bool:
        """Whether only "no record" or "declined" is right."""
        return set(self.outcome) <= {"no_record", "declined"}


class _QuestionsFile(_Record):
    questions: Annotated[tuple[Expected, ...], Field(min_length=1)]


class KnownFailing(_Record):
    question: str
    why: str


class _KnownFailingFile(_Record):
    questions: tuple[KnownFailing, ...]


class QuestionFileError(Exception):
    """A question file that cannot be used, with every problem, one a line."""


@dataclass(frozen=True, slots=True)
class Result:
    """One question asked: what is wrong with the answer, nothing when it is right."""

    expected: Expected
    answer: Answer
    failures: tuple[str, ...]

    @property
    def is_wrong(self) -> bool:
        """Worse than any other failure: answered what must not be, or without the words that must be there."""
        if self.answer.outcome != "answered":
            return False
        return self.expected.wants_refusal or any(failure.startswith("does not say") for failure in self.failures)


# reading the files -------------------------------------------------------------------------


def question_files(folder: Path = FOLDER) -> tuple[Path, ...]:
    """The files with one test a question, by name."""
    return tuple(path for path in sorted(folder.glob("*.yaml")) if path != KNOWN_FAILING and not is_blind(path))


def blind_files(folder: Path = FOLDER) -> tuple[Path, ...]:
    """The blind banks, oldest first: by their numbers."""
    return tuple(sorted(folder.glob("blind_*.yaml"), key=lambda path: int(path.stem.partition("_")[2])))


def is_blind(path: Path) -> bool:
    return path.name.startswith("blind_")


@cache
def read_questions(path: Path) -> tuple[Expected, ...]:
    """The questions of a file; raises :class:`QuestionFileError` naming file, line and what to do."""
    file = _parsed(path)
    if isinstance(file.content, list):
        positions = {("questions", *path_in_list): place for path_in_list, place in file.positions.items()}
        file = YamlFile(file.name, {"questions": file.content}, positions)
    record, problems = validate(file, _QuestionsFile)
    if record is None:
        raise QuestionFileError("\n".join(str(problem) for problem in problems))
    return tuple(_with_source_ids(expected) for expected in record.questions)


def read_known_failing(path: Path = KNOWN_FAILING) -> Mapping[str, str]:
    """Question -> why it fails."""
    record, problems = validate(_parsed(path), _KnownFailingFile)
    if record is None:
        raise QuestionFileError("\n".join(str(problem) for problem in problems))
    return {item.question: item.why for item in record.questions}


def _parsed(path: Path) -> YamlFile:
    file, problems = read_yaml(path, path.name)
    if file is None or problems:
        raise QuestionFileError("\n".join(str(problem) for problem in problems))
    return file


def _with_source_ids(expected: Expected) -> Expected:
    """A document named by the number of its file gets the id that the knowledge gives it."""
    sources = engine().knowledge.sources
    by_number = {Path(source.file).name.partition("_")[0]: source.id for source in sources.values()}
    cites = tuple((by_number.get(name, name), line) for name, line in expected.cites)
    if unknown := sorted({name for name, _ in cites if name not in sources}):
        raise QuestionFileError(f'"{expected.question}" cites unknown documents: {", ".join(unknown)}')
    return expected.model_copy(update={"cites": cites})


# asking and comparing ----------------------------------------------------------------------


@cache
def engine() -> Engine:
    """The engine with the knowledge that comes with the program, loaded once."""
    return Engine(load_knowledge(default_folder()))


@cache
def answer_to(question: str) -> Answer:
    """The answer to a question without one before it, found once for all tests."""
    return engine().answer(question)


def ask(expected: Expected) -> Result:
    answer = answer_to(expected.question)
    return Result(expected, answer, tuple(failures(expected, answer)))


def failures(expected: Expected, answer: Answer) -> Iterable[str]:
    if answer.outcome not in expected.outcome:
        yield f"outcome {answer.outcome}, expected {' or '.join(expected.outcome)}"
    if expected.intent and answer.reading.intent not in expected.intent:
        yield f'intent "{answer.reading.intent}", expected {" or ".join(expected.intent)}'
    for kind, wanted in expected.entities.model_dump(exclude_none=True).items():
        found: tuple[Any, ...] = getattr(answer.reading.entities, kind)
        if sorted(found) != sorted(wanted):
            yield f"{kind} {list(found)}, expected {list(wanted)}"
    if answer.outcome != "answered" and answer.outcome in expected.outcome and "answered" in expected.outcome:
        return  # the words and citations are those of an answer
    text = comparable(plain(answer))
    yield from (f'does not say "{words}"' for words in expected.says if comparable(words) not in text)
    yield from (f'says "{words}"' for words in expected.not_says if comparable(words) in text)
    for source, line in expected.cites:
        if not any(c.source.id == source and c.lines[0] <= line <= c.lines[1] for c in answer.citations):
            yield f"does not cite {source}, line {line}"
    yield from _foreign_quotes(answer)


def _foreign_quotes(answer: Answer) -> Iterable[str]:
    """An answer about one State quotes only that State (DESIGN, principle 7)."""
    states = answer.reading.entities.states
    if len(states) != 1 or answer.reading.intent in _SEVERAL_STATES:
        return
    speakers = _speakers()
    for part in answer.parts:
        if isinstance(part, Passage):
            for paragraph in part.paragraphs:
                if (speaker := speakers.get(paragraph)) and speaker not in states:
                    yield f"quotes {speaker}"


@cache
def _speakers() -> Mapping[str, str]:
    """Paragraph of a statement -> the State that it is of."""
    return {
        paragraph: state.id
        for state in engine().knowledge.states.values()
        for statement in state.statements
        for wording in statement.wordings
        for paragraph in wording.paragraphs
    }


def comparable(text: str) -> str:
    """Folded as evidence is, in lower case, without the marks that stand before the lines of a quote."""
    return fold("\n".join(line.removeprefix(_QUOTE_MARK) for line in text.split("\n"))).casefold()
