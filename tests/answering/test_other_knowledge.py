"""Knowledge with kinds of question that it has not today: a file more, a file less."""

from dataclasses import replace

import pytest

from bot.answering.engine import Engine
from bot.knowledge.schema import QuestionsRecord


def test_a_new_family_of_declined_questions_is_declined(engine: Engine) -> None:
    phrasings = ("is it sunny today", "will it be sunny tomorrow", "sunny or cloudy")
    weather = QuestionsRecord(id="decline-weather", about="the weather", phrasings=phrasings)
    knowledge = replace(engine.knowledge, questions={**engine.knowledge.questions, weather.id: weather})
    assert Engine(knowledge).answer("is it sunny today").outcome == "declined"


@pytest.mark.parametrize("kind", ["position", "statement", "edition-changes"])
def test_questions_are_answered_without_a_file_of_phrasings(engine: Engine, kind: str) -> None:
    questions = {name: record for name, record in engine.knowledge.questions.items() if name != kind}
    less = Engine(replace(engine.knowledge, questions=questions))
    assert less.answer("what did India say about borders?").title
    assert less.answer("why has India not joined?").title
