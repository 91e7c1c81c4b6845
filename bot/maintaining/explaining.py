"""How a question was read, step by step: for "why did it say that?"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from bot.answering.choice.clauses import decide_by_clause
from bot.answering.choice.decision import Decision
from bot.answering.draft import Asked
from bot.answering.engine import LONGEST_QUESTION, Engine
from bot.knowledge.model import Knowledge
from bot.maintaining.refusing import RefusedError
from bot.matching.matcher import Matcher
from bot.matching.phrasing import Phrasing, PhrasingIndex
from bot.matching.reading import FAQ_PREFIX, Reading
from bot.matching.thresholds import UNDERSTOOD, understood
from bot.matching.tokens import keys_of

SHOWN = 6
"""kinds of question listed"""
PHRASINGS_SHOWN = 2
_BY_KIND = frozenset({"answer", "both", "ambiguous", "decline"})
"""steps that a kind of question leads to"""


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    lines: tuple[str, ...]


class Explainer:
    """Explains the reading of questions about one snapshot."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._engine = Engine(knowledge)
        self._matcher = self._engine.matcher
        self._search = self._engine.searcher

    def explain(self, question: str) -> tuple[Section, ...]:
        """The steps from a question to its outcome. Raises :class:`RefusedError` when it is too long to be read."""
        length = len(question)
        if length > LONGEST_QUESTION:
            raise RefusedError(f"the question has {length:,} characters; none of over {LONGEST_QUESTION:,} is read")
        reading = self._matcher.read(question)
        asked = Asked(self._knowledge, reading, self._search)
        of_clause, decision = decide_by_clause(asked, self._matcher.read)
        reading = of_clause.reading
        answer = self._engine.answer(question)
        intent = decision.reading.intent
        phrasings = tuple(_phrasings(self._knowledge, self._matcher, reading, intent))
        return (
            Section("words", tuple(_words(reading))),
            Section("names", tuple(_names(reading, self._knowledge))),
            Section("compared", tuple(_compared(reading))),
            Section("kinds of question", tuple(_kinds(reading, decision, self._matcher)) or ("none comes near",)),
            Section(f"phrasings of {intent} nearest to it" if intent else "phrasings", phrasings or ("none",)),
            Section("decision", tuple(_decision(decision))),
            Section("outcome", (f"{answer.outcome}: {answer.title}",)),
        )


def _words(reading: Reading) -> Iterator[str]:
    yield " ".join(keys_of(reading.question)) or "no words"


def _names(reading: Reading, knowledge: Knowledge) -> Iterator[str]:
    if not (reading.mentions or reading.near_names):
        yield "none found"
    for mention in reading.mentions:
        how = "exact" if mention.exact else f"near, {mention.score:.2f} alike"
        yield f'"{mention.words}" is the {mention.kind.replace("_", " ")} {mention.id} ({how})'
    for words, states in reading.near_names:
        yield f'"{words}" could be {" or ".join(knowledge.states[state].name for state in states)}'
    by_mention = {mention.id for mention in reading.mentions}
    for field, values in reading.entities._asdict().items():
        others = [str(value) for value in values if value not in by_mention]
        if others:
            yield f"{field.replace('_', ' ')}: {', '.join(others)}"
    if reading.years_range is not None:
        first, last = reading.years_range
        yield f"years from {first or 'the first'} to {last or 'the last'}"
    for flag, meaning in (
        (reading.wants_latest, "the latest"),
        (reading.wants_first, "the first"),
        (reading.asks_present, "the present"),
    ):
        if flag:
            yield f"asks for {meaning}"


def _compared(reading: Reading) -> Iterator[str]:
    yield " ".join(reading.words) or "nothing"
    typed = keys_of(reading.question)
    for left, right in _replaced(typed, reading.words):
        yield f'"{" ".join(left)}" is compared as "{" ".join(right)}"'
    if reading.content_words:
        yield f"words that carry a subject: {', '.join(reading.content_words)}"
    if reading.unknown_words:
        yield f"words that nothing knows: {', '.join(reading.unknown_words)}"


def _replaced(typed: Sequence[str], compared: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """The runs of words that were mended, or replaced by the kind of name."""
    matcher = SequenceMatcher(None, typed, compared, autojunk=False)
    for how, start, end, into, to in matcher.get_opcodes():
        if how != "equal":
            yield typed[start:end], compared[into:to]


def _kinds(reading: Reading, decision: Decision, matcher: Matcher) -> Iterator[str]:
    for place, item in enumerate(reading.candidates[:SHOWN], start=1):
        mark = "*" if item.intent == decision.reading.intent and decision.step in _BY_KIND else " "
        enough = "understood" if understood(item) else "not enough"
        speaking = matcher.evidence(item.intent, reading.words)
        words = ", ".join(f"{words} {share:.0%}" for words, share in speaking)
        fitting = matcher.factor(item.intent, reading.words, reading.entities)
        names = "" if fitting == 1 else f"times {fitting:.2g} for the names, "
        yield (
            f"{mark} {place}. {item.intent}: score {item.score:.2f}, {names}explains {item.coverage:.0%} of the words, "
            f"confidence {item.confidence:.2f}, "
            f"{enough} ({words or 'no word speaks for it'})"
        )
    if len(reading.candidates) > 1:
        best, second = reading.candidates[:2]
        yield f"  second is {second.intent}, {best.score - second.score:.2f} behind"


def _decision(decision: Decision) -> Iterator[str]:
    step = f"{decision.step} by {decision.reading.intent}" if decision.step == "answer" else decision.step
    yield f"{step}: {decision.why}"
    for item in decision.near:
        yield f"near: {item.intent} ({item.score:.2f})"
    if decision.step == "search":
        yield f"understood is a confidence of at least {UNDERSTOOD:.2f}"
    yield f"score of the reading: {decision.reading.score:.2f}"


def _phrasings(knowledge: Knowledge, matcher: Matcher, reading: Reading, intent: str) -> Iterator[str]:
    """The phrasings of the kind decided on that are most like the question."""
    entry = knowledge.faq.get(intent.removeprefix(FAQ_PREFIX)) if intent.startswith(FAQ_PREFIX) else None
    if entry is not None:
        texts = (entry.record.question, *entry.record.phrasings)
        compared = {text: matcher.read(text).words for text in texts}
    elif intent in knowledge.questions:
        compared = {text: _placed(text) for text in knowledge.questions[intent].phrasings}
    else:
        return
    index = PhrasingIndex(Phrasing(text, tuple(words)) for text, words in compared.items())
    for text, score in index.rank(index.vector(reading.words))[:PHRASINGS_SHOWN]:
        yield f"{text} ({score:.2f} alike)"


def _placed(text: str) -> tuple[str, ...]:
    """A phrasing with ``{state}`` and the like, as the words that are compared."""
    return keys_of(text)
