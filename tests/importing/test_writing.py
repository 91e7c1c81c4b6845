"""What is written reads back as the same record."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.importing.command import comments_of
from bot.importing.writing import emit_state, scalar
from bot.knowledge.schema import Names, Quotation, StatementRecord, StateRecord, Wording
from bot.knowledge.yaml_files import read_yaml


def read_back(text: str, folder: Path) -> StateRecord:
    path = folder / "record.yaml"
    path.write_text(text, encoding="utf-8", newline="\n")
    file, problems = read_yaml(path, path.name)
    assert problems == []
    assert file is not None
    return StateRecord.model_validate(file.content)


def test_every_committed_record_reads_back(records: Mapping[str, StateRecord], tmp_path: Path) -> None:
    for record in records.values():
        assert read_back(emit_state(record), tmp_path) == record


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("16MSP, 2017", "16MSP, 2017"),
        ("“Yes.”", "“Yes.”"),
        ("no", '"no"'),
        ("NO", '"NO"'),
        ("null", '"null"'),
        ('"Yes."', '"\\"Yes.\\""'),
        ("- a", '"- a"'),
        ("a: b", '"a: b"'),
        ("a #b", '"a #b"'),
        ("*a", '"*a"'),
        ("a\\b: c", '"a\\\\b: c"'),
    ],
)
def test_quoted_only_where_yaml_needs_it(text: str, written: str) -> None:
    assert scalar(text) == written


def test_lists_on_one_line_quote_their_own_signs() -> None:
    assert scalar("Korea, DPR of", flow=True) == '"Korea, DPR of"'


AWKWARD = "ab :#-\"“'[]{},&*!|>%@`\\\n?"


@given(st.text(min_size=1).filter(str.strip), st.text(AWKWARD, min_size=1).filter(str.strip))
def test_any_text_reads_back(tmp_path_factory: pytest.TempPathFactory, first: str, second: str) -> None:
    try:
        first.encode()
    except UnicodeEncodeError:
        return
    long = " ".join([second.strip()] * 40)
    record = StateRecord(
        id="x",
        names=Names(short=first.strip(), aliases=(second.strip(), first.strip())),
        statements=(
            StatementRecord(
                id="16msp",
                channel="msp",
                dates=("2017",),
                form="quoted",
                wordings=(Wording(sources=("s",), passage=(first.strip(), long), attribution=second.strip()),),
            ),
        ),
    )
    assert read_back(emit_state(record), tmp_path_factory.getbasetemp()) == record


def test_comments_are_found_and_text_is_not_taken_for_them() -> None:
    text = (
        '# India\n# second line\nid: india  # not indiana\nshort: "a # b"\n# between\n'
        "quote: >-\n  long text\n  # of the text\nlast: x\n"
    )  # fmt: skip
    assert comments_of(text) == (["# India", "# second line"], ["# not indiana", "# between"])


def test_quotation_is_folded_when_long(tmp_path: Path) -> None:
    quotation = Quotation(source="s", quote="word " * 60)
    record = StateRecord.model_validate(
        {"id": "x", "names": {"short": "X"}, "facts": [{"kind": "other", "says": "A.", "evidence": [quotation]}]}
    )
    text = emit_state(record)
    assert max(map(len, text.split("\n"))) <= 110
    assert read_back(text, tmp_path) == record
