"""A name that could be several States: what is offered instead, whatever stands around the name."""

import pytest

from bot.answering.engine import Engine
from bot.answering.unclear_names import asked_with


@pytest.mark.parametrize(
    ("question", "words", "offered"),
    [
        ("what did Nigeri say?", "Nigeri", "what did Niger say?"),
        ("what did \x1b[0m  Nigeri\u202e say?\x00", "Nigeri", "what did [0m Niger say?"),
        ("what did Nige\u0301ri say \udc00?", "Nigéri", "what did Niger say ?"),
        ("Nigeriana and Nigeri?", "Nigeri", "Nigeriana and Niger?"),
        ("what did North-Koreea say?", "North Koreea", "what do you know about Niger?"),
    ],
)
def test_the_name_stands_in_the_place_of_the_words_on_a_clean_line(question: str, words: str, offered: str) -> None:
    assert asked_with(question, words, ["Niger"]) == (offered,)


def test_a_name_with_its_article_takes_the_place_of_the_one_before_it() -> None:
    offered = asked_with("how did the Koreans vote", "Koreans", ["the Republic of Korea", "Niger"])
    assert offered == ("how did the Republic of Korea vote", "how did the Niger vote")


def test_what_is_offered_is_another_question_however_the_letters_are_put_together(engine: Engine) -> None:
    asked = "what did Nige\u0301ri say?"
    assert engine.answer(asked).suggestions == ("what did Nigeria say?", "what did Niger say?")


def test_a_name_alone_after_words_of_another_script_is_no_error(engine: Engine) -> None:
    before = engine.answer("อินเดียพ ูดอะไรใน UXO").reading
    assert engine.answer("and Pakistan?", before).outcome


def test_a_question_in_french_that_leans_on_a_declined_one_is_no_error(engine: Engine) -> None:
    before = engine.answer("who is going to win the war in ukraine").reading
    assert engine.answer("qu'a dit l'Inde à la Suède ?", before).outcome
