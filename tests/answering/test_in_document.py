"""What the document named says of a State or a topic, and nothing from another one."""

import pytest

from bot.answering.answer import Passage
from bot.answering.engine import Engine
from bot.rendering.plain import plain


@pytest.mark.parametrize(
    ("question", "source", "line"),
    [
        ("What does the FAQ say about the Marshall Islands?", "treaty-faq", 27),
        ("What does the FAQ say about Cambodia?", "treaty-faq", 89),
        ("does the FAQ mention Norway?", "treaty-faq", 75),
        ("What does the FAQ say about China?", "treaty-faq", 31),
        ("what does the FAQ say about victims?", "treaty-faq", 10),
        ("What does the press report say about Poland?", "press-report-withdrawals", 7),
        ("what does the press report say about the United States?", "press-report-withdrawals", 15),
        ("What does the press release say about stockpiles?", "press-release-1997", 13),
    ],
)
def test_passages_of_the_document_named(engine: Engine, question: str, source: str, line: int) -> None:
    answer = engine.answer(question)
    assert (answer.outcome, answer.reading.intent) == ("answered", "in-document"), plain(answer)
    assert {citation.source.id for citation in answer.citations} == {source}
    assert any(citation.lines[0] <= line <= citation.lines[1] for citation in answer.citations)


def test_a_document_that_does_not_name_it_says_so(engine: Engine) -> None:
    answer = engine.answer("does the FAQ mention Mongolia?")
    assert answer.outcome == "no_record"
    assert "The treaty FAQ does not name Mongolia." in plain(answer)


def test_an_entry_on_the_subject_comes_before_the_passages_that_name_it(engine: Engine) -> None:
    assert engine.answer("what does the FAQ say about rats").reading.intent == "faq:detection-dogs-and-rats"


def test_a_state_by_the_older_edition_is_told_in_its_words(engine: Engine) -> None:
    shown = plain(engine.answer("What does the 2017 document say about the UAE?"))
    assert "Yes, we have a stockpile" not in shown
    assert "as of 8 December 2017" in shown
    parts = engine.answer("What does the 2017 document say about Pakistan?").parts
    leads = [part.lead or "" for part in parts if isinstance(part, Passage)]
    assert leads
    assert all("2017 status document" in lead for lead in leads)


def test_a_state_that_the_newer_edition_does_not_list_is_a_party_by_inference(engine: Engine) -> None:
    answer = engine.answer("What does the 2018 document say about Palestine?")
    assert answer.title == "Palestine: State Party as of 21 August 2018, by inference"


def test_of_several_states_those_not_named_are_told(engine: Engine) -> None:
    shown = plain(engine.answer("what does the FAQ say about Cuba and Norway?"))
    assert "The treaty FAQ does not name Cuba." in shown
    assert "names Norway in one passage" in shown


@pytest.mark.parametrize(
    "question",
    [
        "does the press release say how Cuba voted?",
        "what does the press report say about moratoria?",
        "which States does the FAQ name?",
        "According to the press report, which countries are not party?",
    ],
)
def test_what_the_document_named_does_not_tell_is_not_told_from_another(engine: Engine, question: str) -> None:
    assert engine.answer(question).outcome != "answered"
