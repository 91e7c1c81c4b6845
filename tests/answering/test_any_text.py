"""Any text at all gets an answer, quickly."""

import json
import time
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.answering.answer import Answer
from bot.answering.engine import LONGEST_QUESTION, Engine
from bot.rendering.contract import as_contract
from bot.rendering.plain import plain
from tests.question_files import engine as loaded

REASONABLE = timedelta(seconds=2)
"""for one question on a busy machine; usually it is a thousandth of it"""
_PIECES = st.sampled_from(
    "India Pakistan Korea Guinea Kosovo 16MSP 25MSP 3RC 2017 1066 since between CCW CCM NPT US us who what why did say "
    "vote abstain mines bomb build Nigera attned letter ISU Article 7 convention {state} {meeting} {x} the first one ? "
    "compare not party press-report 2018 document changed \u202e \x00 \x1b[31m ’s `` {} %s \\n \ud800 ½".split(" ")
)
_TEXTS = st.one_of(st.text(st.characters(), max_size=120), st.lists(_PIECES, max_size=16).map(" ".join))


def check(answer: Answer, question: str) -> None:
    text = plain(answer)
    assert answer.question == question
    assert answer.outcome in ("answered", "no_record", "ambiguous", "declined")
    assert text.strip()
    assert not [char for char in text if (ord(char) < 32 and char != "\n") or 0x7F <= ord(char) < 0xA0]
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\ufeff\ud800")
    assert answer.outcome != "answered" or answer.citations or answer.reading.intent == "help"
    json.dumps(as_contract(answer, 0.1)).encode()


@given(_TEXTS)
@example("")
@example(" \n\t")
@example("?")
@example("\ud800")
@example("\u202eMSP61 ni yas aidnI did tahw")
@example("{state} {meeting} {year}")
@example("'’`\"“”")
@example("DROP TABLE states; --")
@settings(max_examples=100, deadline=REASONABLE, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gets_an_answer(question: str) -> None:
    check(loaded().answer(question), question)


@given(st.lists(_TEXTS, min_size=2, max_size=4))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_texts_in_a_row_get_answers(questions: list[str]) -> None:
    before = None
    for question in questions:
        answer = loaded().answer(question, before)
        check(answer, question)
        before = answer.reading


@given(_TEXTS)
@settings(max_examples=40, deadline=None)
def test_any_text_can_be_searched(text: str) -> None:
    answer = loaded().search(text)
    assert answer.outcome == "no_record"
    check(answer, text)


@pytest.mark.parametrize(
    "text",
    [
        "x" * LONGEST_QUESTION,
        "Inida Pakstan Nigera " * 47,
        "India " * 166,
        "abcd " * 200,
        "korea guinea " * 76,
        "16MSP " * 166,
        "a.b.c.d." * 125,
        "’s" * 500,
        "(" * LONGEST_QUESTION,
        "\u0301" * LONGEST_QUESTION,
        "".join(chr(0x4E00 + place) for place in range(LONGEST_QUESTION)),
        " ".join(f"qz{place:03}wv" for place in range(125)),
        " ".join(chr(97 + place % 26) * 7 + chr(97 + place // 26) for place in range(110)),
    ],
    ids=lambda text: text[:12].encode("ascii", "replace").decode(),
)
def test_the_longest_question_takes_a_reasonable_time(engine: Engine, text: str) -> None:
    started = time.process_time()
    answer = engine.answer(text)
    assert time.process_time() - started < REASONABLE.total_seconds()
    check(answer, text)


def test_a_text_too_long_is_declined_and_says_how_long_one_may_be(engine: Engine) -> None:
    answer = engine.answer("what did India say? " * 51)
    assert answer.outcome == "declined"
    assert f"{LONGEST_QUESTION:,}" in plain(answer)
    assert engine.answer("what did India say?".ljust(LONGEST_QUESTION)).outcome == "answered"


@pytest.mark.parametrize("intent", ["search", "decline-chatter", "unheld-people", "too-long", ""])
@pytest.mark.parametrize(
    "question", ["et le Pakistan ?", "¿y Pakistán?", "and Pakistan?", "qu'a dit l'Inde à la Laotians ?"]
)
def test_a_question_after_one_without_an_answer_gets_one(engine: Engine, intent: str, question: str) -> None:
    before = engine.matcher.read("qu'a dit l'Inde ?")._replace(intent=intent)
    assert engine.answer(question, before).title


def test_what_is_carried_on_from_another_snapshot_is_left_out_when_it_is_unknown(engine: Engine) -> None:
    before = engine.matcher.read("compare India and Pakistan")
    gone = before._replace(entities=before.entities._replace(states=("india", "atlantis")))
    assert engine.answer("and in 2014?", gone).outcome
    assert engine.answer("and in 2014?", gone) == engine.answer("and in 2014?")
