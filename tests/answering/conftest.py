import pytest

from bot.answering.answer import Answer
from bot.answering.engine import Engine
from tests import question_files


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The one engine of all tests that read the question files too."""
    return question_files.engine()


@pytest.fixture(scope="session")
def answers() -> tuple[Answer, ...]:
    """The answer to every question of ``tests/questions``, but for the older blind banks."""
    files = (*question_files.question_files(), *question_files.blind_files()[-2:])
    questions = (item.question for path in files for item in question_files.read_questions(path))
    return tuple(question_files.answer_to(question) for question in questions)
