"""A conversation: each question is answered with the one before it in mind."""

from dataclasses import dataclass, field
from typing import Protocol

from bot.answering.answer import Answer
from bot.matching.reading import Reading


class Answering(Protocol):
    """What a conversation needs of the engine."""

    def answer(self, question: str, before: Reading | None = None) -> Answer:
        """The answer to any text; ``before`` is the reading of the previous question, if any."""


@dataclass(slots=True)
class Conversation:
    engine: Answering
    _before: Reading | None = field(default=None, init=False)

    def ask(self, question: str) -> Answer:
        """Answer the next question. One that is declined leaves no trace."""
        answer = self.engine.answer(question, self._before)
        if answer.outcome != "declined":
            self._before = answer.reading
        return answer
