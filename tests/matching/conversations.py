"""Conversations with the real knowledge, for tests of follow-ups."""

from bot.answering.answer import Answer
from bot.matching.reading import Entities, Reading
from tests.question_files import engine


def conversation(*questions: str) -> Answer:
    """The answer to the last of some questions, asked one after the other."""
    before: Reading | None = None
    for question in questions:
        answer = engine().answer(question, before)
        before = answer.reading
    return answer


def entities(*questions: str) -> Entities:
    return conversation(*questions).reading.entities
