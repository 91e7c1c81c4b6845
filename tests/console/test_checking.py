"""What ``treatybot check`` prints; the rules themselves are tested under tests/checking."""

from pathlib import Path

import pytest

from bot.console.checking import annotation
from bot.console.commands import main
from bot.knowledge.problems import Problem
from tests.tiny_knowledge import copy_tiny

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tiny knowledge with an error, a warning and an accepted finding, one level below the working directory."""
    root = copy_tiny(tmp_path / "clone")
    note = "accepted:\n  - {code: duplicate-phrasing, about: hello, why: It opens many a question.}\n"
    for file, old, new in (
        ("questions/help.yaml", "phrasings:\n", f"{note}phrasings:\n  - hello\n"),
        ("treaty.yaml", "value: 164", "value: 165"),
        ("names.yaml", '["NO", NOR]', "[NO, NOR]"),
    ):
        path = root / "knowledge" / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return root


WARNING = (
    "knowledge/names.yaml:12:13: misread-word: warning: other programs read NO without quotation marks as false "
    '(write "NO")'
)
ACCEPTED = (
    'knowledge/questions/help.yaml:6:5: duplicate-phrasing: accepted: the phrasing "hello" stands under '
    '"decline-chatter" too (knowledge/questions/decline-chatter.yaml:4) (It opens many a question.)'
)
ERROR = (
    "knowledge/treaty.yaml:9:9: figure: the value is 165, which its quote and `says` do not name (correct one of them)"
)


def test_problems_warnings_and_their_count(folder: Path, capsys: Capture) -> None:
    assert main(["check", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [WARNING, ERROR, "1 problem, 1 warning"]


def test_verbose_tells_what_was_accepted_and_why(folder: Path, capsys: Capture) -> None:
    assert main(["check", "--verbose", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [WARNING, ACCEPTED, ERROR, "1 problem, 1 warning, 1 accepted"]


def test_warnings_alone_are_no_problem(folder: Path, capsys: Capture) -> None:
    treaty = folder / "knowledge" / "treaty.yaml"
    treaty.write_text(treaty.read_text(encoding="utf-8").replace("value: 165", "value: 164"), encoding="utf-8")
    assert main(["check", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines() == [WARNING, "0 problems, 1 warning"]


def test_annotations_for_github_have_paths_from_the_working_directory(folder: Path, capsys: Capture) -> None:
    assert main(["check", "--format", "github", "--verbose", str(folder)]) == 1
    warning, accepted, error, count = capsys.readouterr().out.splitlines()
    assert warning == (
        "::warning file=clone/knowledge/names.yaml,line=12,col=13,title=misread-word::other programs read NO without "
        'quotation marks as false (write "NO")'
    )
    assert accepted.startswith("::notice file=clone/knowledge/questions/help.yaml,line=6,col=5,title=duplicate-phr")
    assert error == (
        "::error file=clone/knowledge/treaty.yaml,line=9,col=9,title=figure::the value is 165, which its quote and "
        "`says` do not name (correct one of them)"
    )
    assert count == "1 problem, 1 warning, 1 accepted"


def test_an_annotation_keeps_to_its_line_and_fields() -> None:
    problem = Problem("a:b,c.yaml", 1, 2, "value", "100 %\nred", "do: it")
    shown = annotation(problem, Path.cwd())
    assert shown == "::error file=a%3Ab%2Cc.yaml,line=1,col=2,title=value::100 %25 red (do: it)"
