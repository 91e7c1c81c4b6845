"""The check on the knowledge that comes with the program, and what its rules lean on."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from bot.checking import check
from bot.checking.dates import missing_part
from bot.checking.figures import numbers_in
from bot.checking.phrasings import Filling, read_elsewhere
from bot.checking.suspects import all_phrased, suspects
from bot.knowledge.loading import find_problems
from bot.knowledge.model import Knowledge
from bot.knowledge.nearness import difference
from bot.knowledge.problems import LONGEST_SHOWN, Problem, shown
from bot.knowledge.text import SourceText
from tests import committed, question_files


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return question_files.engine().knowledge


def test_the_knowledge_has_no_problem_and_each_accepted_finding_its_reason() -> None:
    problems = committed.problems()
    assert [str(problem) for problem in problems if problem.severity != "accepted"] == []
    assert all(problem.hint.endswith(".") for problem in problems)
    (lebanon,) = (problem for problem in problems if problem.code == "participation")
    assert lebanon.file == "knowledge/states/lebanon.yaml"
    assert "14MSP, 15MSP" in lebanon.message


def test_loading_tells_nothing_that_only_the_check_looks_for(tiny: Path) -> None:
    (tiny / "seeds" / "other.txt").write_text("Nobody names this.\n", encoding="utf-8")
    assert find_problems(tiny / "knowledge") == ()
    assert [problem.code for problem in check(tiny / "knowledge")] == ["unused-document"]


def test_a_phrasing_that_the_check_does_not_read_leads_to_its_own_kind(knowledge: Knowledge) -> None:
    matcher, fill = question_files.engine().matcher, Filling.of(knowledge)
    assert fill is not None
    few = {(item.kind, item.text) for item in suspects(knowledge)}
    others = [item for item in all_phrased(knowledge) if (item.kind, item.text) not in few]
    assert len(few) < len(others)
    # With a topic's name put in, a phrasing may be the very words of an FAQ entry, which is then meant.
    others = [item for item in others if "{topic}" not in item.text]
    for item in random.Random(1).sample(others, 100):  # noqa: S311 - no secret
        assert read_elsewhere(matcher.read(fill.into(item.text)), item.kind) is None, item


def test_each_state_placeholder_gets_another_state(knowledge: Knowledge) -> None:
    fill = Filling.of(knowledge)
    assert fill is not None
    assert fill.into("did {state} or {state} speak at {meeting}") == "did India or Pakistan speak at 16MSP"


@pytest.mark.parametrize(
    ("date", "texts", "missing"),
    [
        ("2017-12-08", ["8 December 2017"], None),
        ("2017-12-08", ["December 8, 2017"], None),
        ("2017-12-08", ["18 December 2017"], "8"),
        ("2017-12", ["in December 2016", "in 2017"], "2017"),
        ("2017", ["20177"], "2017"),
        ("2014", ["the 2014 Third Review Conference"], None),
        ("2017", [], "2017"),
    ],
)
def test_a_date_is_found_in_words(date: str, texts: list[str], missing: str | None) -> None:
    assert missing_part(date, texts) == missing


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("over 40 million stockpiled mines", {40_000_000}),
        ("25,000 civilians in 2014", {25_000, 2014}),
        ("five European nations", {5}),
        ("1.5 million", {1_500_000}),
        ("voted 155-0", {155, 0}),
        ("16MSP", set()),
    ],
)
def test_numbers_are_found_in_digits_and_words(text: str, numbers: set[int]) -> None:
    assert numbers_in(text) == numbers


SOURCE = tuple(
    SourceText(((line, text),))
    for line, text in (
        (4, "We have always supported the humanitarian aims of the Convention, and we shall go on."),
        (9, "The weather was fine, and the aims of the Convention were not discussed at all on that day."),
    )
)


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        (
            "We have never supported the humanitarian aims of the Convention",
            'line 4 comes nearest (8 of 10 words) and has "always supported the humanitarian aims" '
            'where the quote has "never supported the humanitarian aims"',
        ),
        (
            "the aims of the Convention were discussed at all on that day",
            'line 9 comes nearest (11 of 12 words) and has "not discussed at all on" '
            'where the quote has "discussed at all on that"',
        ),
        ("we shall go on. The weather was fine", "its words run over several paragraphs or cells there (lines 4-9)"),
        ("Mines are weapons", "nothing like it stands there"),
        ("¹ ²", "no word is left of it when marks are taken away"),
    ],
)
def test_how_near_a_quote_comes(quote: str, told: str) -> None:
    assert difference(quote, SOURCE) == told


def test_a_problem_is_one_line_whatever_stands_in_the_file() -> None:
    problem = Problem("a.yaml", 1, 1, "value", "it is \x1b[31m\nred\u202e", "write\u2028it")
    assert str(problem) == "a.yaml:1:1: value: it is  [31m red  (write it)"
    assert str(replace(problem, severity="warning")) == "a.yaml:1:1: value: warning: it is  [31m red  (write it)"
    assert len(shown("x" * 1_000)) < LONGEST_SHOWN + 10
