"""Files that no person writes: each is told in a clear line, and costs little time and memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.checking import check
from bot.knowledge.documents import read_document

ROOT = Path(__file__).parent.parent.parent
MOST_SECONDS = 1.0
MOST_MEMORY = 200_000_000
"""bytes of the whole process"""
FILE = "knowledge/states/mongolia.yaml"

TOLD = {
    "alias-bomb": "1:4: alias: anchors and aliases (& and *) are not used here (write the text out)",
    "many-aliases": "1:4: alias: anchors and aliases (& and *) are not used here (write the text out)",
    "anchor": "1:5: alias: anchors and aliases (& and *) are not used here (write the text out)",
    "nested-flow": "1:21: nesting: more than 20 levels of nesting (check the indentation)",
    "nested-flow-open": "1:21: nesting: more than 20 levels of nesting (check the indentation)",
    "nested-maps": "1:81: nesting: more than 20 levels of nesting (check the indentation)",
    "nested-block": "21:21: nesting: more than 20 levels of nesting (check the indentation)",
    "nested-dashes": "1:41: nesting: more than 20 levels of nesting (check the indentation)",
    "nested-keys": "1:3: key: a key must be a word (check the indentation and the colon)",
    "ten-megabytes": "1:1: too-large: the file has 10,000,015 bytes (split it; 1,000,000 is the limit)",
    "many-values": "1:100000: too-large: the file has more than 50,000 values (split it)",
    "unknown-keys": "1:1: more: the file has 23,902 more problems (mend the others first)",
    "equal-keys": "1:1: more: the file has 23,900 more problems (mend the others first)",
    "wrong-items": "1:1: more: the file has 19,901 more problems (mend the others first)",
    "long-text": "4:13: too-large: a text of 900,000 characters begins here (split it; 20,000 is the limit)",
    "long-key": "1:1: too-large: a text of 900,000 characters begins here (split it; 20,000 is the limit)",
    "unclosed": "4:800014: syntax: this is not valid YAML: found unexpected end of stream (check indentation, colons "
    'and quotation marks near here; text with ": " in it goes in "...")',
    "comments": "1:1: empty: the file is empty (write the record, or delete the file)",
    "line-breaks": "1:1: empty: the file is empty (write the record, or delete the file)",
    "colons": "1:1: syntax: this is not valid YAML: did not find expected key (check indentation, colons "
    'and quotation marks near here; text with ": " in it goes in "...")',
    "documents": "2:1: documents: a second document begins here (---) (keep one per file)",
    "tab": "4:1: tab: a line is indented with a tab (indent with spaces)",
    "nul": "4:14: control-character: an invisible control character (U+0000) stands here (remove it)",
    "escape": "4:14: control-character: an invisible control character (U+001B) stands here (remove it)",
    "empty": "1:1: empty: the file is empty (write the record, or delete the file)",
    "blank": "1:1: empty: the file is empty (write the record, or delete the file)",
    "byte-order-mark": "1:1: byte-order-mark: the file begins with a byte-order mark (save it as UTF-8 without BOM)",
    "utf-16": "1:1: not-utf8: the file is not UTF-8 text (save it as UTF-8)",
    "latin-1": "4:1: not-utf8: the file is not UTF-8 text (save it as UTF-8)",
    "half-a-character": "4:1: not-utf8: the file is not UTF-8 text (save it as UTF-8)",
    "random": "2:1: not-utf8: the file is not UTF-8 text (save it as UTF-8)",
}


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc, and sets limits that only Linux keeps")
def test_hostile_files_are_told_and_cost_little(tiny: Path) -> None:
    done = subprocess.run(
        [sys.executable, Path(__file__).with_name("hostile_files.py"), tiny],
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=50,
        check=True,
    )
    found = json.loads(done.stdout)
    assert found.keys() == TOLD.keys()
    for name, cost in found.items():
        assert f"{FILE}:{TOLD[name]}" in cost["told"], name
        assert len(cost["told"]) <= 102, name
        assert cost["seconds"] <= MOST_SECONDS, name
        assert cost["memory"] <= MOST_MEMORY, name


def test_line_ends_of_windows_are_read_and_places_stay_right(tiny: Path) -> None:
    for path in (tiny / "knowledge").rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert check(tiny / "knowledge") == ()
    india = tiny / "knowledge/states/india.yaml"
    india.write_bytes(india.read_bytes().replace(b"form: quoted", b"form: qouted"))
    assert [(problem.line, problem.column, problem.code) for problem in check(tiny / "knowledge")] == [
        (1, 1, "not-checked"),
        (16, 5, "value"),
        (27, 5, "value"),
    ]


def test_a_document_with_line_ends_of_windows_is_the_same_document(tiny: Path) -> None:
    for path in (tiny / "seeds").iterdir():
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert check(tiny / "knowledge") == ()
    assert read_document(tiny / "seeds/faq.txt", "seeds/faq.txt").paragraphs[1].text.lines == (3, 3)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"Frequently Asked Questions: \xff", 'the document "seeds/faq.txt" is not UTF-8 text (line 1)'),
        (b"x" * 5_000_001, 'the document "seeds/faq.txt" has 5,000,001 bytes; 5,000,000 is the limit'),
    ],
)
def test_a_document_that_cannot_be_read_is_told_once(tiny: Path, content: bytes, told: str) -> None:
    (tiny / "seeds/faq.txt").write_bytes(content)
    assert [problem.message for problem in check(tiny / "knowledge")] == [told]
