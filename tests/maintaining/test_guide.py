"""The guide's recipes, carried out on a copy word for word, so that it cannot go stale."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from bot.console.commands import main
from bot.knowledge.loading import find_problems
from tests import committed

from .conftest import ROOT

GUIDE = (ROOT / "knowledge" / "README.md").read_text(encoding="utf-8")
RECIPES = ("Add a State's statement", "Correct a statement", "Add an FAQ entry", "Add a document")

_STEP = re.compile(
    r"^ *\*\*(?P<what>.+?):\*\*\n\n(?P<text> *```\w+\n.*?^ *```$)|^(?P<command> *```sh\n.*?^ *```$)"
    r"(?:\n\n(?P<output> *```text\n.*?^ *```$))?",
    re.DOTALL | re.MULTILINE,
)
_NEW = re.compile(r"New file `(.+)`")
_END = re.compile(r"At the end of `(.+)`")
_BELOW = re.compile(r"In `(.+)`, below the line `(.+)`")
_REPLACE = re.compile(r"In `(.+)`, replace")
_PLACE = re.compile(r":\d+:\d+:")


@dataclass(frozen=True, slots=True)
class Step:
    what: str
    """the words in bold above a block; "" for a command"""
    text: str
    output: str | None = None
    """what a command prints, among other lines"""


def section(title: str) -> str:
    return GUIDE.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def steps(title: str) -> Iterator[Step]:
    for found in _STEP.finditer(section(title)):
        if found["command"]:
            yield Step("", inside(found["command"]), inside(found["output"]) if found["output"] else None)
        else:
            yield Step(found["what"], inside(found["text"]))


def inside(block: str) -> str:
    """The lines of a fenced block, without the indentation of the list that it stands in."""
    first, *lines, _ = block.split("\n")
    indent = len(first) - len(first.lstrip())
    assert all(not line[:indent].strip() for line in lines)
    return "".join(f"{line[indent:]}\n" for line in lines)


class Maintainer:
    """Follows a recipe in a folder that holds ``knowledge/`` and ``seeds/``."""

    def __init__(self, place: Path, capsys: pytest.CaptureFixture[str], known: frozenset[str]) -> None:
        self.place = place
        self.known = known
        self.capsys = capsys
        self.done = 0

    def follow(self, title: str) -> None:
        todo = list(steps(title))
        self.make_the_mistake(todo)
        while todo:
            step = todo.pop(0)
            if not step.what:
                self.run(step)
            elif found := _REPLACE.fullmatch(step.what):
                self.replace(found[1], step.text, self.replacement(todo.pop(0)))
            else:
                self.edit(step)
            self.done += 1

    def make_the_mistake(self, todo: list[Step]) -> None:
        """A recipe that corrects something needs the mistake first."""
        for step, following in pairwise(todo):
            if found := _REPLACE.fullmatch(step.what):
                self.replace(found[1], self.replacement(following), step.text)

    @staticmethod
    def replacement(step: Step) -> str:
        assert step.what == "by"
        return step.text

    def replace(self, name: str, old: str, new: str) -> None:
        path = self.place / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{name} has no longer the lines that the guide replaces"
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def edit(self, step: Step) -> None:
        if found := _NEW.fullmatch(step.what):
            path = self.place / found[1]
            assert not path.exists()
            path.write_text(step.text, encoding="utf-8", newline="\n")
        elif found := _END.fullmatch(step.what):
            path = self.place / found[1]
            path.write_text(path.read_text(encoding="utf-8") + step.text, encoding="utf-8", newline="\n")
        elif found := _BELOW.fullmatch(step.what):
            self.replace(found[1], f"\n{found[2]}\n", f"\n{found[2]}\n{step.text}")
        else:
            pytest.fail(f"the guide says what this test does not understand: {step.what}")

    def run(self, step: Step) -> None:
        (command,) = step.text.splitlines()
        program, name, *rest = re.findall(r'"[^"]*"|\S+', command)
        assert program == "treatybot"
        self.capsys.readouterr()
        main([name, *(argument.strip('"') for argument in rest)])
        shown = [_PLACE.sub(":", line) for line in self.capsys.readouterr().out.splitlines()]
        if name == "check":
            shown = self.own(shown)
        for line in (step.output or "").splitlines():
            assert _PLACE.sub(":", line) in shown

    def own(self, shown: list[str]) -> list[str]:
        """What a check found, without what it finds in the knowledge as it is committed."""
        found = [line for line in shown[:-1] if line not in self.known and ": warning: " not in line]
        return [*found, "1 problem" if len(found) == 1 else f"{len(found)} problems"]


@pytest.fixture(scope="module")
def known() -> frozenset[str]:
    """What a check finds in the committed knowledge; another test wants that to be nothing."""
    return frozenset(_PLACE.sub(":", str(problem)) for problem in committed.problems())


@pytest.fixture
def maintainer(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], known: frozenset[str]
) -> Maintainer:
    monkeypatch.setenv("TREATYBOT_KNOWLEDGE", str(folder))
    return Maintainer(folder.parent, capsys, known)


@pytest.mark.parametrize("title", RECIPES)
def test_a_recipe_does_what_it_says(maintainer: Maintainer, title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if title == "Correct a statement":
        # It checks twice, and what it shows is found by the rules of loading: the others take a second each time.
        monkeypatch.setattr("bot.console.checking.find_all", find_problems)
    maintainer.follow(title)
    assert maintainer.done >= 4
    assert find_problems(maintainer.place / "knowledge") == ()


def test_every_block_of_the_recipes_is_followed() -> None:
    for title in RECIPES:
        blocks = re.findall(r"^ *```\w+$", section(title), re.MULTILINE)
        followed = sum(1 + (step.output is not None) for step in steps(title))
        assert len(blocks) == followed, title


def test_every_other_command_of_the_guide_exists(capsys: pytest.CaptureFixture[str]) -> None:
    for command in set(re.findall(r"`treatybot ([a-z]+)", GUIDE)):
        with pytest.raises(SystemExit) as left:
            main([command, "--help"])
        assert left.value.code == 0
    capsys.readouterr()


def test_the_invented_documents_are_not_among_the_real_ones() -> None:
    for name in re.findall(r"New file `(seeds/.+)`", GUIDE):
        assert not (ROOT / name).exists()


def test_a_quote_that_is_retyped_is_refused(folder: Path, maintainer: Maintainer) -> None:
    for step in steps("Add a State's statement"):
        if step.what:
            maintainer.edit(step)
    india = folder / "states" / "india.yaml"
    text = india.read_text(encoding="utf-8")
    india.write_text(text.replace("thanks you for the invitation", "thanks you for inviting us"), encoding="utf-8")
    (problem,) = find_problems(folder)
    assert problem.code == "quote"
    assert problem.message.startswith("the quote does not stand in seeds/100_india_99msp.txt: ")
