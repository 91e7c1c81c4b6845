from pathlib import Path

import pytest
import yaml

from bot.answering.answer import Passage
from bot.answering.engine import Engine
from bot.answering.wording import question_for
from bot.knowledge.model import Statement
from tests import question_files

KNOWLEDGE = question_files.engine().knowledge
QUESTIONS = Path(__file__).parent.parent / "questions"


@pytest.mark.parametrize("statement", KNOWLEDGE.statements, ids=lambda item: f"{item.state}-{item.id}")
def test_every_statement_can_be_had_by_a_plain_question(engine: Engine, statement: Statement) -> None:
    answer = engine.answer(question_for(statement, KNOWLEDGE))
    shown = [part.paragraphs for part in answer.parts if isinstance(part, Passage)]
    assert answer.outcome == "answered"
    assert statement.newest.paragraphs in shown
    for wording in statement.wordings:
        assert set(wording.citations) <= set(answer.citations)


def test_what_an_answer_suggests_can_be_asked(engine: Engine) -> None:
    """A suggestion about something that the documents do not hold would be a promise not kept."""
    suggested: dict[str, str] = {}
    for path in ("statement", "vote", "attendees", "meeting-info", "membership", "position", "no-record"):
        for item in yaml.safe_load((QUESTIONS / f"{path}.yaml").read_text(encoding="utf-8"))["questions"]:
            answer = engine.answer(item["question"])
            if answer.outcome != "ambiguous":
                suggested |= dict.fromkeys(answer.suggestions, item["question"])
    assert len(suggested) > 100
    unanswered = {ask: after for ask, after in suggested.items() if engine.answer(ask).outcome != "answered"}
    assert unanswered == {}
