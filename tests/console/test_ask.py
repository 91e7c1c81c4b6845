"""The contract of ``treatybot ask``, in a process of its own where that makes a difference."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from .conftest import Program

INDIA = "what did India say in 16MSP?"
TEXTS = {"type": "array", "items": {"type": "string"}}
LINES = {"type": "array", "items": {"type": "integer", "minimum": 1}, "minItems": 2, "maxItems": 2}
CITATION = {
    "type": "object",
    "required": ["source", "title", "issuer", "date", "file", "lines", "attribution"],
    "properties": {
        "source": {"type": "string"},
        "title": {"type": "string"},
        "issuer": {"type": "string"},
        "date": {"type": ["string", "null"], "pattern": r"^\d{4}(-\d{2}){0,2}$"},
        "file": {"type": "string", "pattern": "^seeds/"},
        "lines": LINES,
        "attribution": {"type": ["string", "null"]},
        "quote": {"type": "string", "minLength": 1},
        "cell": {"type": "object", "required": ["row", "column", "value"], "additionalProperties": {"type": "string"}},
        "absent": {"type": "object", "required": ["row", "table"], "additionalProperties": {"type": "string"}},
    },
    "oneOf": [{"required": ["quote"]}, {"required": ["cell"]}, {"required": ["absent"]}],
    "additionalProperties": False,
}
CONTRACT = {
    "type": "object",
    "properties": {
        "question": {"type": "string"},
        "outcome": {"enum": ["answered", "no_record", "ambiguous", "declined"]},
        "intent": {"type": "string"},
        "entities": {
            "type": "object",
            "properties": {
                "states": TEXTS,
                "meetings": TEXTS,
                "years": {"type": "array", "items": {"type": "integer"}},
                "topics": TEXTS,
            },
            "required": ["states", "meetings", "years", "topics"],
        },
        "score": {"type": "number", "minimum": 0, "maximum": 1},
        "title": {"type": "string", "minLength": 1},
        "text": {"type": "string", "minLength": 1},
        "citations": {"type": "array", "items": CITATION},
        "suggestions": TEXTS,
        "took_ms": {"type": "number", "minimum": 0},
    },
    "additionalProperties": False,
}
CONTRACT["required"] = list(CONTRACT["properties"])  # type: ignore[call-overload]  # a dict, as written above

ODD_LINES = [
    INDIA,
    "",
    "   ",
    "what did China say in 16MSP?",
    "\x00\x01\x1b[31mred\x07",
    "x" * 10_000,
    INDIA + " 🙂🇮🇳",
    "ماذا قالت مصر؟ \u202eabc",
    "@everyone **bold** `code` <@123> [a](b) # head",
    "\u2028one\u2029two\x85three\x0bfour\x0cfive\x1csix",
    "null",
    '{"question": "x"}',
    "a\tb",
]


def answers(done: subprocess.CompletedProcess[bytes]) -> list[dict[str, Any]]:
    """The JSON lines of a run that went well, each held against the contract."""
    assert done.stderr == b""
    assert done.returncode == 0
    found = [json.loads(line) for line in done.stdout.decode().splitlines()]
    for answer in found:
        jsonschema.validate(answer, CONTRACT)
    return found


def test_the_answer_that_the_project_is_about(process: Program) -> None:
    (answer,) = answers(process("ask", "--json", INDIA))
    assert answer["question"] == INDIA
    assert answer["outcome"] == "answered"
    assert answer["entities"] == {"states": ["india"], "meetings": ["16msp"], "years": [], "topics": []}
    first = answer["citations"][0]
    assert (first["source"], first["lines"], first["attribution"]) == ("status-2018", [105, 105], "16MSP, 2017")
    assert "India supports the vision of a world free of anti-personnel mines." in first["quote"]
    assert first["quote"] in answer["text"]


def test_all_words_form_one_question(program: Program) -> None:
    (answer,) = answers(program("ask", *INDIA.split(), "--json"))
    assert answer["question"] == INDIA


def test_without_json_the_same_text_is_printed(program: Program) -> None:
    (answer,) = answers(program("ask", "--json", INDIA))
    done = program("ask", INDIA)
    assert done.returncode == 0
    shown = f"{answer['text']}\n\nVerify: treatybot source status-2018:105\n"
    assert done.stdout.decode() == shown
    twice = program("ask", stdin=f"{INDIA}\n{INDIA}\n".encode())
    assert twice.stdout.decode() == f"{shown}\n---\n\n{shown}"


def test_every_line_yields_one_answer_in_order(process: Program) -> None:
    found = answers(process("ask", "--json", stdin="\n".join(ODD_LINES).encode()))
    assert [answer["question"] for answer in found] == ODD_LINES
    assert found[0]["outcome"] == found[6]["outcome"] == "answered"
    assert found[1]["outcome"] == found[2]["outcome"] == "declined"
    assert found[5]["outcome"] == "declined"


def test_what_people_see_holds_no_control_characters(program: Program) -> None:
    for answer in answers(program("ask", "--json", stdin="\n".join(ODD_LINES).encode())):
        assert all(character.isprintable() or character == "\n" for character in answer["text"])


def test_every_odd_line_can_be_the_words_too(program: Program) -> None:
    odd = "@everyone \x1b[31m 🙂 \u202e " + "x" * 10_000
    (answer,) = answers(program("ask", "--json", odd))
    assert answer["question"] == odd


@pytest.mark.parametrize("words", [[""], ["  "]])
def test_an_empty_question_is_a_question(program: Program, words: list[str]) -> None:
    (answer,) = answers(program("ask", "--json", *words, stdin=b"this is not read"))
    assert answer["question"] == words[0]
    assert answer["outcome"] == "declined"


@pytest.mark.parametrize(
    ("stdin", "questions"),
    [
        (b"", []),
        (b"\n", [""]),
        (b"\n\n", ["", ""]),
        (b"one\r\ntwo\r\n", ["one", "two"]),
        (b"no end of line", ["no end of line"]),
        (b"\xef\xbb\xbfafter a byte order mark\n", ["after a byte order mark"]),
        (b"broken \xff\xfe bytes \xc3\n", ["broken \ufffd\ufffd bytes \ufffd"]),
        (b"one\rtwo\n", ["one\rtwo"]),
    ],
)
def test_what_a_line_is(program: Program, stdin: bytes, questions: list[str]) -> None:
    assert [answer["question"] for answer in answers(program("ask", "--json", stdin=stdin))] == questions


@pytest.mark.skipif(os.name == "nt", reason="Windows has no command lines of bytes")
def test_words_that_are_no_utf8(process: Program) -> None:
    (answer,) = answers(process("ask", "--json", b"what did India say \xff?"))
    assert answer["question"] == "what did India say \ufffd?"


def test_a_conversation_keeps_the_rest_of_the_question(program: Program) -> None:
    lines = b"what did India say in the Third Review Conference?\n\nand China?\n"
    _, _, apart = answers(program("ask", "--json", stdin=lines))
    _, _, within = answers(program("ask", "--json", "--conversation", stdin=lines))
    assert apart["entities"]["meetings"] == []
    assert within["entities"] == {"states": ["china"], "meetings": ["3rc"], "years": [], "topics": []}
    assert within["question"] == "and China?"


def test_each_answer_is_there_before_the_next_question(lightened: dict[str, str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=lightened,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for question in ("first", INDIA, "third"):
            process.stdin.write(question.encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["question"] == question
        process.stdin.close()
        assert process.stdout.read() == b""
    assert process.returncode == 0


def test_a_reader_that_leaves_early_is_no_error(lightened: dict[str, str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "ask", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=lightened,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(INDIA.encode() + b"\n")
        process.stdin.flush()
        process.stdout.readline()
        process.stdout.close()
        process.stdin.write((INDIA + "\n").encode() * 50)
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that closes standard streams")
@pytest.mark.parametrize("closed", ["<&-", ">&-"])
def test_closed_standard_streams_are_no_error(lightened: dict[str, str], closed: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'echo hello | {{ "$0" -m bot ask --json {closed}; }}', sys.executable],
        env=lightened,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_knowledge_that_does_not_load_is_told_and_answers_nothing(program: Program, tmp_path: Path) -> None:
    (tmp_path / "knowledge").mkdir()
    (tmp_path / "knowledge" / "sources.yaml").write_text("sources: []\nsources: []\n", encoding="utf-8")
    done = program("ask", "--json", INDIA, TREATYBOT_KNOWLEDGE="knowledge")
    assert (done.returncode, done.stdout) == (2, b"")
    *problems, last = done.stderr.decode().splitlines()
    assert any(problem.startswith("knowledge/sources.yaml:2:1: ") for problem in problems)
    assert last.startswith("treatybot: the knowledge does not load")


def test_a_knowledge_folder_that_is_not_there(program: Program) -> None:
    done = program("ask", INDIA, TREATYBOT_KNOWLEDGE="nowhere")
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode().splitlines() == [
        "treatybot: TREATYBOT_KNOWLEDGE is 'nowhere', and there is no such folder: "
        "set it to a knowledge folder, or unset it"
    ]


def test_ask_needs_no_other_setting_and_leaves_no_file(program: Program, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("nonsense", encoding="utf-8")
    (answer,) = answers(program("ask", "--json", INDIA, TREATYBOT_DISCORD_API="nonsense"))
    assert answer["outcome"] == "answered"
    assert [path.name for path in tmp_path.iterdir()] == [".env"]
