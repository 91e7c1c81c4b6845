"""The desk: where the Discord side asks, whatever snapshot of the knowledge is served now."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from bot.answering.answer import Answer
from bot.answering.answerers import ANSWERERS, NEEDS_STATE
from bot.discord_side.answer_keys import AnswerKey, Search, StaleKeyError, Typed, Words
from bot.discord_side.limits import CHOICES
from bot.knowledge.model import Knowledge
from bot.knowledge.names import name_key
from bot.matching.completing import Choice, Completed, Completer
from bot.matching.reading import COUNT_PREFIX, FAQ_PREFIX, Entities, Reading
from bot.reloading.serving import Serving
from bot.rendering.messages import pages

_LONGEST_LEANING = 300
"""characters; a longer question says itself what it is about, and reading it twice would take long"""
MOST_ANSWERED = 500
"""answers kept at hand, in memory, the last ones, until the knowledge changes"""
_MOST_COMPLETED = 500
"""completions kept likewise: all people begin to type the same few letters"""


class Answering(Protocol):
    """What the Discord side needs of an engine."""

    @property
    def knowledge(self) -> Knowledge: ...

    @property
    def completer(self) -> Completer: ...

    def answer(self, question: str, before: Reading | None = None) -> Answer:
        """The answer to any text."""

    def ask(self, intent: str, entities: Entities, question: str = "") -> Answer:
        """The answer of one kind of question about named things."""

    def search(self, text: str) -> Answer:
        """The best passages for some words."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the next question may lean on; much less to remember than an answer."""

    reading: Reading
    key: AnswerKey
    spoken: AnswerKey
    """the same in the words of the conversation, where a kind and ids are not enough for what leans on it"""


@dataclass(frozen=True)
class Found:
    """An answer with what finds it again."""

    answer: Answer
    key: AnswerKey
    spoken: AnswerKey | None = None
    """the key in the words of the conversation, where it is another one"""

    @property
    def words(self) -> str:
        """What was asked, for people: the words, or of a command or a button its kind and ids."""
        return self.answer.question or self.key.words

    @cached_property
    def asked(self) -> Asked:
        """What it leaves behind."""
        return Asked(self.answer.reading, self.key, self.spoken or self.key)

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """The texts of its messages, made once for all who ask the same."""
        return pages(self.answer)


class Desk:
    """Answers and completions from the engine that answers now."""

    def __init__(self, holder: Answering | Serving) -> None:
        self._holder = holder
        self._answered: dict[str | AnswerKey, Found] = {}
        self._answered_of: Knowledge | None = None
        self._completed: dict[tuple[Completed, str], tuple[Choice, ...]] = {}
        self._completer: Completer | None = None

    @property
    def engine(self) -> Answering:
        """The engine of now; read it once for each answer."""
        return self._holder.engine if isinstance(self._holder, Serving) else self._holder

    def question(self, question: str, before: Asked | None = None) -> Found:
        """The answer to free words; ``before`` is what was asked last, if they may lean on it."""
        alone = self._alone(question)
        if before is not None and len(question) <= _LONGEST_LEANING:
            leaning = self._holder.answer(question, self._in_words(before.reading))
            if not _same(leaning, alone.answer):
                spoken = before.spoken.followed(question)
                key = self._typed_key(leaning) or self._finding(leaning, before.key.followed(question), spoken)
                return Found(leaning, key, spoken)
        return alone

    def _finding(self, answer: Answer, *keys: AnswerKey) -> AnswerKey:
        """The first key that finds an answer again; the last one when none does."""
        return next((key for key in keys if self._finds(key, answer)), keys[-1])

    def _finds(self, key: AnswerKey, answer: Answer) -> bool:
        """Whether a key finds an answer; none does that was made before a reload took its kind away."""
        try:
            return _same(self.find(key).answer, answer)
        except StaleKeyError:
            return False

    def _alone(self, question: str) -> Found:
        """The answer to a question that stands alone."""

        def answered() -> Found:
            answer = self._holder.answer(question)
            spoken = AnswerKey(Words(question))
            return Found(answer, self._typed_key(answer) or spoken, spoken)

        return self._once(question, answered)

    def typed(self, intent: str, entities: Entities) -> Found:
        """The answer of one kind of question. Raises :class:`StaleKeyError` when the knowledge has no such."""
        key = AnswerKey(Typed(intent, entities))
        return self._once(key, lambda: Found(self._asked(intent, entities), key))

    def _once(self, asked: str | AnswerKey, answered: Callable[[], Found]) -> Found:
        """What was answered lately, or is now; in a meeting, many ask the same at once."""
        knowledge = self.engine.knowledge
        if self._answered_of is not knowledge:
            self._answered, self._answered_of = {}, knowledge
        found = self._answered.get(asked)
        if found is None:
            found = answered()
            if self.engine.knowledge is knowledge:  # else it may be from the snapshot after this one
                if len(self._answered) >= MOST_ANSWERED:
                    del self._answered[next(iter(self._answered))]
                self._answered[asked] = found
        return found

    def search(self, text: str) -> Found:
        """The best passages for some words."""
        return Found(self.engine.search(text), AnswerKey(Search(text)))

    def find(self, key: AnswerKey) -> Found:
        """The answer of a key, by the knowledge of now. Raises :class:`StaleKeyError`."""
        match key.first:
            case Typed(intent=intent, entities=entities):
                answer = self._asked(intent, entities)
            case Words(question=question):
                answer = self._holder.answer(question)
            case Search(text=text):
                answer = self.engine.search(text)
        for question in key.then:
            answer = self._holder.answer(question, self._in_words(answer.reading))
        return Found(answer, key)

    def _in_words(self, reading: Reading) -> Reading:
        """A reading that the next question can lean on: one that was asked by ids gets words too."""
        knowledge = self.engine.knowledge
        kind = knowledge.questions.get(reading.intent)
        if reading.words or kind is None:
            return reading
        entities = reading.entities
        filled = {
            "{state}": len(entities.states),
            "{meeting}": len(entities.meetings),
            "{year}": len(entities.years),
            "{topic}": len(entities.topics),
        }
        phrasing = next(
            (each for each in kind.phrasings if all(each.count(name) == count for name, count in filled.items())),
            kind.phrasings[0],
        )
        for topic in entities.topics:
            if known := knowledge.topics.get(topic):  # else of another snapshot, or forged: the engine leaves it out
                phrasing = phrasing.replace("{topic}", name_key(known.name), 1)
        return reading._replace(words=tuple(phrasing.split()))

    def _asked(self, intent: str, entities: Entities) -> Answer:
        engine = self.engine
        _check_intent(engine.knowledge, intent, entities)
        try:
            return engine.ask(intent, entities)
        except (LookupError, ValueError) as error:
            raise StaleKeyError("the knowledge holds no such thing") from error

    def _typed_key(self, answer: Answer) -> AnswerKey | None:
        """The short key of an answer, when asking by it gives the same."""
        entities = answer.reading.entities
        if entities.unknown_meetings or entities.other_treaties:
            return None
        try:
            again = self._asked(answer.reading.intent, entities)
        except StaleKeyError:
            return None
        return AnswerKey(Typed(answer.reading.intent, entities)) if _same(again, answer) else None

    def complete(self, kind: Completed, typed: str) -> tuple[Choice, ...]:
        """Names that may be meant, the likeliest first; what is called exactly so is the likeliest."""
        completer = self.engine.completer
        if self._completer is not completer:
            self._completed, self._completer = {}, completer
        found = self._completed.get((kind, typed))
        if found is None:
            exact = completer.exact(kind, typed)
            found = tuple(sorted(completer.complete(kind, typed, CHOICES), key=lambda choice: choice.id != exact))
            if len(self._completed) >= _MOST_COMPLETED:
                del self._completed[next(iter(self._completed))]
            self._completed[kind, typed] = found
        return found

    def exact(self, kind: Completed, typed: str) -> str | None:
        """The id of the one thing that is called so, or has that id; None when there is none."""
        return self.engine.completer.exact(kind, typed)


def _same(first: Answer, second: Answer) -> bool:
    """Whether a person sees the same."""
    return (first.outcome, first.title, first.parts, first.further, first.suggestions) == (
        second.outcome,
        second.title,
        second.parts,
        second.further,
        second.suggestions,
    )


def _check_intent(knowledge: Knowledge, intent: str, entities: Entities) -> None:
    if intent.startswith(FAQ_PREFIX):
        known = intent.removeprefix(FAQ_PREFIX) in knowledge.faq
    elif intent.startswith(COUNT_PREFIX):
        known = intent.removeprefix(COUNT_PREFIX) in knowledge.counts
    else:
        known = intent in ANSWERERS and (intent not in NEEDS_STATE or bool(entities.states))
    if not known:
        raise StaleKeyError("no such kind of question")
