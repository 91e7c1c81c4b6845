"""This bot's matcher beside what one would otherwise write: ``python -m tests.benchmarks.comparison [--quick]``.

All questions of ``tests/questions/``, each put to every way in turn, in one run. Each way chooses a kind of question
by the same phrasings of all kinds and FAQ entries, that of the best phrasing: ``rapidfuzz.process.extractOne`` with
``WRatio`` and with ``token_sort_ratio`` (text in lower case without punctuation), and BM25 (``bm25s``, over stems).
They are given a question as it is typed, or with its names replaced by ``{state}`` and the like, as in the phrasings.
That, and all that comes after the kind is chosen (which State, which meeting, the answer itself), is this bot's own for
every way, so that only the choice is compared.

Right is an answer with all that the file expects: outcome, kind, names, words and citations. Wrong is an answer that
must not be given, or one without the words that must be there. The rest is refused, or lacks a citation or the like. A
way refuses below a cutoff on its score: each is shown without one, and with the cutoff at which most right answers are
left after wrong ones are taken off, chosen on these very questions, in its favour. A time is the processor time of the
choice alone; where names are replaced, that of replacing them is left out. The files ``blind_<n>`` were written by
people who had not seen the program.
"""

import argparse
import math
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import bm25s
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from bot.answering.answer import Answer
from bot.answering.answerers import answered
from bot.answering.choice.deciding import decide
from bot.answering.choice.decision import OTHER_SUBJECT
from bot.answering.declining import declined
from bot.answering.draft import Asked
from bot.answering.engine import Engine, as_answer
from bot.matching.reading import DECLINE_PREFIX, FAQ_PREFIX, UNHELD_PREFIX, Candidate, Reading
from bot.matching.tokens import tokenise
from bot.matching.words import stem
from tests.question_files import Expected, Result, blind_files, engine, failures, question_files, read_questions

QUICK: Final = 10
"""every so manieth question is asked in a quick run"""
CUTOFFS: Final = 40
"""cutoffs that are tried, at as many shares of the scores that came up"""
_STATE: Final = "{state}"

Choice = tuple[str, float]
"""a kind of question and its score"""
Chooser = Callable[[str], Choice]


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the files, with this bot's reading of it, whose names every way shares."""

    expected: Expected
    is_blind: bool
    reading: Reading

    @property
    def masked(self) -> str:
        """With its names replaced."""
        return " ".join(self.reading.words)


@dataclass(slots=True)
class Way:
    """One way to choose, and what came of it."""

    name: str
    choose: Chooser
    masked: bool
    choices: list[Choice] = field(default_factory=list)
    milliseconds: list[float] = field(default_factory=list)

    def ask(self, question: Question) -> None:
        text = question.masked if self.masked else question.expected.question
        began = time.thread_time()
        choice = self.choose(text)
        self.milliseconds.append(1000 * (time.thread_time() - began))
        self.choices.append(choice)


@dataclass(slots=True)
class Tally:
    """Right and wrong answers."""

    right: int = 0
    wrong: int = 0

    def add(self, result: Result) -> None:
        self.right += not result.failures
        self.wrong += result.is_wrong


@dataclass(slots=True)
class Tallies:
    ours: Tally = field(default_factory=Tally)
    blind: Tally = field(default_factory=Tally)

    @property
    def gain(self) -> int:
        """Right answers less wrong ones."""
        return self.ours.right + self.blind.right - self.ours.wrong - self.blind.wrong


# the ways ------------------------------------------------------------------------------------


def phrasings() -> list[tuple[str, str]]:
    """Every phrasing with its kind, in every language."""
    knowledge = engine().knowledge
    found = [
        (text, record.id)
        for record in knowledge.questions.values()
        for text in (*record.phrasings, *record.phrasings_fr, *record.phrasings_es)
    ]
    for entry in knowledge.faq.values():
        found += [(text, FAQ_PREFIX + entry.id) for text in (entry.record.question, *entry.record.phrasings)]
    return found


def by_rapidfuzz(scorer: Callable[..., float]) -> Chooser:
    """``extractOne`` over all phrasings; a score from 0 to 100."""
    pairs = phrasings()
    texts, kinds = [default_process(text) for text, _ in pairs], [kind for _, kind in pairs]

    def choose(question: str) -> Choice:
        _, score, best = process.extractOne(default_process(question), texts, scorer=scorer)
        return kinds[best], score

    return choose


def by_bm25() -> Chooser:
    """BM25 over the stems of all phrasings; a score from 0 without an upper end."""
    pairs = phrasings()
    kinds = [kind for _, kind in pairs]
    index = bm25s.BM25()
    index.index([_stems(text) for text, _ in pairs], show_progress=False)

    def choose(question: str) -> Choice:
        words = [word for word in _stems(question) if word in index.vocab_dict]
        if not words:
            return "", 0.0
        scores = index.get_scores(words)
        best = int(scores.argmax())
        return kinds[best], float(scores[best])

    return choose


def _stems(text: str) -> list[str]:
    return [stem(token.key) for token in tokenise(text)]


def ways() -> list[Way]:
    found: list[Way] = []
    for name, choose in (
        ("rapidfuzz WRatio", by_rapidfuzz(fuzz.WRatio)),
        ("rapidfuzz token_sort_ratio", by_rapidfuzz(fuzz.token_sort_ratio)),
        ("bm25s", by_bm25()),
    ):
        found += [Way(name, choose, masked=False), Way(name, choose, masked=True)]
    return found


# the answers ---------------------------------------------------------------------------------


def answer_by(served: Engine, question: Question, kind: str) -> Answer:
    """This bot's answer when a question is taken for a kind; "" refuses."""
    reading = question.reading._replace(intent=kind, language="en", candidates=(Candidate(kind, 1.0),))
    asked = Asked(served.knowledge, reading, served.searcher)
    if (
        not kind
        or kind.startswith((DECLINE_PREFIX, UNHELD_PREFIX))
        or (_needs_state(served, kind) and not asked.states)
    ):
        reading = reading._replace(intent=kind if kind.startswith(DECLINE_PREFIX) else OTHER_SUBJECT)
        draft = declined(asked, reading.intent)
    else:
        draft = answered(asked)
    return as_answer(question.expected.question, reading, draft)


def _needs_state(served: Engine, kind: str) -> bool:
    record = served.knowledge.questions.get(kind)
    return record is not None and all(_STATE in phrasing for phrasing in record.phrasings)


def _result(question: Question, answer: Answer) -> Result:
    return Result(question.expected, answer, tuple(failures(question.expected, answer)))


class Judge:
    """Results by question and kind, each found once."""

    def __init__(self, served: Engine, asked: Sequence[Question]) -> None:
        self._served = served
        self._asked = asked
        self._results: dict[tuple[int, str], Result] = {}

    def tallies(self, way: Way, cutoff: float) -> Tallies:
        """What comes of a way that refuses below ``cutoff``."""
        found = Tallies()
        for number, (question, (kind, score)) in enumerate(zip(self._asked, way.choices, strict=True)):
            result = self._of(number, kind if score >= cutoff else "")
            (found.blind if question.is_blind else found.ours).add(result)
        return found

    def best(self, way: Way) -> tuple[float, Tallies]:
        """The cutoff with the greatest gain."""
        scores = sorted(score for _, score in way.choices)
        tried = {scores[len(scores) * number // CUTOFFS] for number in range(CUTOFFS)} | {math.inf}
        found = [(cutoff, self.tallies(way, cutoff)) for cutoff in sorted(tried)]
        return max(found, key=lambda item: item[1].gain)

    def _of(self, number: int, kind: str) -> Result:
        if (number, kind) not in self._results:
            question = self._asked[number]
            self._results[number, kind] = _result(question, answer_by(self._served, question, kind))
        return self._results[number, kind]


# the table -----------------------------------------------------------------------------------


def _questions(step: int) -> list[Question]:
    paths = [*((path, False) for path in question_files()), *((path, True) for path in blind_files())]
    expected = [(each, is_blind) for path, is_blind in paths for each in read_questions(path)]
    return [Question(each, is_blind, engine().matcher.read(each.question)) for each, is_blind in expected[::step]]


def _this_bot(served: Engine, asked: Sequence[Question]) -> tuple[list[float], Tallies]:
    times: list[float] = []
    found = Tallies()
    for question in asked:
        began = time.thread_time()
        decide(Asked(served.knowledge, served.matcher.read(question.expected.question), served.searcher))
        times.append(1000 * (time.thread_time() - began))
        result = _result(question, served.answer(question.expected.question))
        (found.blind if question.is_blind else found.ours).add(result)
    return times, found


def _row(name: str, given: str, cutoff: str, times: Sequence[float], found: Tallies) -> None:
    ordered = sorted(times)
    middle, high = ordered[len(ordered) // 2], ordered[math.ceil(0.99 * len(ordered)) - 1]
    counts = f"{found.ours.right:8}{found.ours.wrong:7}{found.blind.right:8}{found.blind.wrong:7}"
    print(f"{name:28}{given:16}{cutoff:>8}{middle:9.2f}{high:8.2f}{counts}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="This bot's matcher beside other ways to choose a kind of question.")
    parser.add_argument("--quick", action="store_true", help=f"every {QUICK}th question only")
    parsed = parser.parse_args(arguments)
    served, asked, others = engine(), _questions(QUICK if parsed.quick else 1), ways()
    own, blind = sum(not each.is_blind for each in asked), sum(each.is_blind for each in asked)
    for question in asked:
        for way in others:
            way.ask(question)
    judge = Judge(served, asked)
    print(f"{len(phrasings()):,} phrasings, {own} questions of our own and {blind} of the blind files\n")
    print(f"{'':28}{'':16}{'':8}{'ms a choice':>17}{'our own':>15}{'blind':>15}")
    print(f"{'':28}{'given':16}{'cutoff':>8}{'median':>9}{'99 %':>8}" + f"{'right':>8}{'wrong':>7}" * 2)
    for way in others:
        given = "names replaced" if way.masked else "as typed"
        _row(way.name, given, "none", way.milliseconds, judge.tallies(way, -math.inf))
        cutoff, found = judge.best(way)
        _row("", "", f"{cutoff:.1f}", way.milliseconds, found)
    _row("this bot", "as typed", "its own", *_this_bot(served, asked))
    return 0


if __name__ == "__main__":
    sys.exit(main())
