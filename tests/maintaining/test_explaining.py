"""A question's way to its answer, told step by step."""

import pytest

from bot.knowledge.model import Knowledge
from bot.maintaining.explaining import Explainer
from bot.maintaining.refusing import RefusedError
from tests import question_files


@pytest.fixture(scope="module")
def explainer(knowledge: Knowledge) -> Explainer:
    return Explainer(knowledge)


def explained(explainer: Explainer, question: str) -> dict[str, tuple[str, ...]]:
    return {section.title: section.lines for section in explainer.explain(question)}


def test_a_misspelt_question_that_is_understood(explainer: Explainer) -> None:
    told = explained(explainer, "What did Indja declre at 16MSP?")
    assert told["words"] == ("what did indja declre at 16msp",)
    assert told["names"] == ('"Indja" is the state india (near, 0.80 alike)', '"16MSP" is the meeting 16msp (exact)')
    assert told["compared"][0] == "what did {state} declare at {meeting}"
    assert '"indja declre" is compared as "{state} declare"' in told["compared"]
    best, *_ = told["kinds of question"]
    assert best.startswith("* 1. statement: score 0.")
    assert "understood (" in best
    assert any(line.startswith("  second is ") for line in told["kinds of question"])
    assert "what did the representative of {state} declare at {meeting}" in " ".join(
        told["phrasings of statement nearest to it"]
    )
    assert told["decision"][0].startswith("answer by statement: ")
    assert told["outcome"] == ("answered: India at 16MSP (2017)",)


def test_a_question_that_is_declined(explainer: Explainer) -> None:
    told = explained(explainer, "what is the best pizza in Naples?")
    assert told["names"][0] == "none found"
    assert told["decision"][0].startswith(("decline: ", "search: "))
    assert told["outcome"][0].startswith("declined: ")


def test_a_name_that_several_states_share(explainer: Explainer) -> None:
    told = explained(explainer, "what did Korea say?")
    assert any(" could be " in line and " or " in line for line in told["names"])
    assert told["decision"][0].startswith("which-name: ")
    assert told["outcome"][0].startswith("ambiguous: ")


def test_an_faq_entry_names_its_nearest_phrasing(explainer: Explainer) -> None:
    told = explained(explainer, "who is the boy in the pikture")
    assert '"pikture" is compared as "picture"' in told["compared"]
    assert told["phrasings of faq:report-photo nearest to it"][0] == "Who is the boy in the picture? (1.00 alike)"


def test_any_text_is_explained_as_the_engine_answers_it(explainer: Explainer) -> None:
    for question in ("", "?!", "\x00\x1b[31m", "🙂", "لماذا", "and Pakistan?", "a" * 1000):
        answer = question_files.answer_to(question)
        assert explained(explainer, question)["outcome"] == (f"{answer.outcome}: {answer.title}",)


def test_what_is_too_long_is_not_read(explainer: Explainer) -> None:
    with pytest.raises(RefusedError, match="the question has 1,001 characters; none of over 1,000 is read"):
        explainer.explain("a" * 1001)
