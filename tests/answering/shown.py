"""What the tests of answers share: the records that there are, and what an answer shows."""

from typing import Final

import pytest

from bot.answering.answer import Answer, Passage, Text
from bot.knowledge.model import State
from tests.question_files import engine

KNOWLEDGE: Final = engine().knowledge
STATES: Final = tuple(KNOWLEDGE.states.values())
LISTED: Final = KNOWLEDGE.listed


def told(answer: Answer) -> str:
    """Our own sentences."""
    return " ".join(part.text for part in answer.parts if isinstance(part, Text))


def quoted(answer: Answer) -> list[tuple[str, ...]]:
    return [part.paragraphs for part in answer.parts if isinstance(part, Passage)]


def states(items: tuple[State, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("state", items, ids=lambda state: state.id)
