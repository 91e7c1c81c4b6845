"""Two FAQ entries that answer a question together; and what is understood only in part."""

import pytest

from bot.answering.answer import Passage
from bot.answering.engine import Engine
from bot.answering.families.faq import TWO_NEAR
from bot.rendering.plain import plain


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        (
            "negotiated in Oslo by consensus?",
            {
                "Where was the treaty negotiated?",
                "Why was the treaty negotiated outside the UN and by voting instead of consensus?",
            },
        ),
        (
            "ottawa process why different?",
            {"What was the Ottawa Process?", "What was so different about the Ottawa Process?"},
        ),
        (
            "role of the ICBL in the treaty",
            {"What part did the ICBL have in drafting the treaty?", "How does the ICBL act as watchdog of the treaty?"},
        ),
    ],
)
def test_two_entries_near_a_question_are_both_shown(engine: Engine, question: str, titles: set[str]) -> None:
    answer = engine.answer(question)
    shown = plain(answer)
    assert answer.outcome == "answered"
    assert TWO_NEAR in shown
    assert all(title in shown for title in titles)
    assert not titles & set(answer.suggestions)
    quotes = [passage.paragraphs for passage in answer.parts if isinstance(passage, Passage)]
    assert len(quotes) == len(set(quotes)), "a passage is shown twice"


@pytest.mark.parametrize(
    "question",
    [
        "who was the 40th state to ratify so the thing could enter into force",
        "what does the next UN secretary general think of the pull-outs",
        "what did korea say about landmines",
    ],
)
def test_two_entries_that_explain_too_little_answer_nothing(engine: Engine, question: str) -> None:
    assert TWO_NEAR not in plain(engine.answer(question))


@pytest.mark.parametrize(
    "question",
    [
        "accession doc goes to who",
        "who is accession for, as opposed to ratification",
        "list the states that finished demining their territory",
        "How old is the boy's sister in the Kharkiv photo?",
        "when was the ICBL FAQ page last updated",
    ],
)
def test_what_explains_a_part_of_the_question_and_is_hardly_sure_is_no_answer(engine: Engine, question: str) -> None:
    answer = engine.answer(question)
    assert not plain(answer).startswith(("Who speaks of", "Sources", "What is the photo")), plain(answer)
