import json

from bot.answering.answer import Answer, Item, Listing, Text
from bot.knowledge.model import Citation
from bot.rendering.contract import as_contract, json_line
from bot.rendering.plain import plain
from tests.rendering.answers import NOT_IN_TABLE, TICK, UNDATED, WORDS, answer, passage

ANSWER = answer(
    Text("It says:"),
    passage(),
    Listing("Took part in:", (Item("16MSP", (TICK,)),)),
    further=(NOT_IN_TABLE, Citation(UNDATED, (14, 16), quote="It works.")),
    suggestions=("how did India vote?",),
)


def citations_of(shown: Answer) -> list[dict[str, object]]:
    citations: list[dict[str, object]] = json.loads(json.dumps(as_contract(shown, took_ms=1)))["citations"]
    return citations


def test_the_contract_has_every_field_and_no_other() -> None:
    shown = as_contract(ANSWER, took_ms=0.41234)
    assert {key: shown[key] for key in shown if key != "citations"} == {
        "question": "what did India say in 16MSP?",
        "outcome": "answered",
        "intent": "statement",
        "entities": {"states": ["india"], "meetings": ["16msp"], "years": [], "topics": []},
        "score": 0.97,
        "title": "India at 16MSP (2017)",
        "text": plain(ANSWER),
        "suggestions": ["how did India vote?"],
        "took_ms": 0.412,
    }


def test_quotes_cells_and_absences_are_citations() -> None:
    quote, tick, absence, undated = citations_of(ANSWER)
    assert quote == {
        "source": "status-2018",
        "title": "Status of Universalization of the Anti-Personnel Mine Ban Convention",
        "issuer": "President of the Seventeenth Meeting of the States Parties (table prepared by the ISU)",
        "date": "2018-08-21",
        "file": "seeds/002_144bfe5992db99ac.txt",
        "lines": [105, 105],
        "attribution": "16MSP, 2017",
        "quote": WORDS,
    }
    assert tick["cell"] == {"row": "India", "column": "16MSP", "value": "√"}
    assert "quote" not in tick
    assert absence["absent"] == {"row": "Finland", "table": "Participation"}
    assert (undated["date"], undated["lines"]) == (None, [14, 16])


def test_half_a_character_in_the_question_can_be_written() -> None:
    shown = as_contract(answer(question="what \ud83d?"), took_ms=1)
    assert json.dumps(shown, ensure_ascii=False).encode("utf-8")


def test_what_a_terminal_obeys_is_escaped_and_read_back_the_same() -> None:
    asked = "\x1b[31m \x9b31m \x7f \u202eabc\u2066 \ufeff \x85\u2028 é"
    line = json_line(answer(question=asked), took_ms=1)
    assert line.isprintable()
    assert json.loads(line)["question"] == asked
