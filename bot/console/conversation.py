"""A conversation: each question is answered with the one before it in mind."""

from dataclasses import dataclass, field

from bot.answering.answer import Answer
from bot.answering.engine import Engine
from bot.matching.reading import Reading


@dataclass(slots=True)
class Conversation:
    engine: Engine
    _before: Reading | None = field(default=None, init=False)

    def ask(self, question: str) -> Answer:
        """Answer the next question. One that is declined leaves no trace."""
        answer = self.engine.answer(question, self._before)
        if answer.outcome != "declined":
            self._before = answer.reading
        return answer
