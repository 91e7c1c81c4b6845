"""Every rule has a file under ``tests/bad_knowledge`` that it rejects, with the exact lines that are printed.

A file breaks the tiny knowledge in one way: under ``change``, each path has the text of a new file, a list of
``[old, new]`` pairs, or null for a file that is removed. ``expected`` are the lines, in their order.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

import bot
from bot.checking import check

CASES = sorted((Path(__file__).parent.parent / "bad_knowledge").glob("*.yaml"))
_CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TELLING = {"Problem", "problem", "report", "_report", "_RefusedError", "_at"}
"""functions that are given the code of a rule"""
_GENERATED = {"too-large", "control-character", "not-utf8", "byte-order-mark", "more"}
"""rules whose bad file is made by test_hostile_files, for no editor would keep it as it is"""

_OF_ALL_KNOWLEDGE = {"relied-on"}
"""rules for which the tiny knowledge is too small: test_relied_on"""


def change(folder: Path, case: dict[str, object]) -> None:
    changes = case["change"]
    assert isinstance(changes, dict)
    for name, how in changes.items():
        path = folder / name
        if how is None:
            path.unlink()
        elif isinstance(how, str):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(how, encoding="utf-8")
        else:
            text = path.read_text(encoding="utf-8")
            for old, new in how:
                assert text.count(old) == 1, f"{name} has {old!r} {text.count(old)} times"
                text = text.replace(old, new)
            path.write_text(text, encoding="utf-8")


def test_the_tiny_knowledge_has_no_problem(tiny: Path) -> None:
    assert [str(problem) for problem in check(tiny / "knowledge")] == []


@pytest.mark.parametrize("file", CASES, ids=[case.stem for case in CASES])
def test_a_rule_tells_exactly_this(tiny: Path, file: Path) -> None:
    case = yaml.safe_load(file.read_text(encoding="utf-8"))
    change(tiny, case)
    assert [str(problem) for problem in check(tiny / "knowledge")] == case["expected"]


def test_every_rule_has_a_file() -> None:
    expected = "\n".join(
        line for case in CASES for line in yaml.safe_load(case.read_text(encoding="utf-8"))["expected"]
    )
    shown = set(re.findall(r"^[^:]+:\d+:\d+: ([a-z0-9-]+):", expected, re.MULTILINE))
    assert codes() - shown - _GENERATED - _OF_ALL_KNOWLEDGE == set()


def codes() -> set[str]:
    """The codes that the program can tell, read off its own text."""
    package = Path(bot.__file__).parent
    files = [*(package / "knowledge").glob("*.py"), *(package / "checking").glob("*.py")]
    return {code for file in files for code in _codes_in(ast.parse(file.read_text(encoding="utf-8")))}


def _codes_in(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        if name in _TELLING and texts and _CODE.fullmatch(texts[0]):
            yield texts[0]
