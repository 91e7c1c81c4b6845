"""One look at the folder at a time, without the watching."""

import weakref
from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.engine import Engine
from bot.knowledge.model import Knowledge
from bot.knowledge.problems import Problem
from bot.reloading.building import build_warm_engine
from bot.reloading.check_process import CheckError, CheckProcess
from bot.reloading.folder_state import folder_state
from bot.reloading.reloader import Reloader

from .conftest import QuickCheck, Watched, india, with_alias

PROBLEM = Problem("knowledge/faq/why.yaml", 3, 1, "rule", "something is wrong", "mend it")


@pytest.fixture
def reloader(unwatched: Watched) -> Iterator[Reloader]:
    reloader = Reloader(unwatched.serving, unwatched.told.put, lambda: unwatched.told.put(None))
    yield reloader
    reloader.close()


def write(folder: Path, text: str) -> None:
    india(folder).write_text(text, encoding="utf-8")


@pytest.fixture
def checked_as(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let the check find these problems, or fail."""

    def check(*found: Problem, fails: bool = False) -> None:
        def problems(_: CheckProcess) -> tuple[Problem, ...]:
            if fails:
                raise CheckError("it ended with code 1")
            return found

        monkeypatch.setattr(QuickCheck, "problems", problems)

    return check


@pytest.mark.usefixtures("quick")
def test_knowledge_that_loads_but_does_not_check_clean_is_not_served(
    unwatched: Watched, reloader: Reloader, checked_as: Callable[..., None]
) -> None:
    before = unwatched.serving.engine
    write(unwatched.folder, with_alias(unwatched.original, "Testland"))
    checked_as(PROBLEM)
    reloader.look()
    assert unwatched.next() == (PROBLEM,)
    assert unwatched.serving.engine is before


@pytest.mark.usefixtures("quick")
def test_the_same_problems_are_told_once(
    unwatched: Watched, reloader: Reloader, checked_as: Callable[..., None], caplog: pytest.LogCaptureFixture
) -> None:
    checked_as(PROBLEM)
    for number in range(2):
        write(unwatched.folder, with_alias(unwatched.original, f"Testland{number}"))
        reloader.look()
    assert unwatched.told.qsize() == 1
    assert len(caplog.records) == 1


@pytest.mark.usefixtures("quick")
def test_an_edit_that_comes_while_the_one_before_is_built_is_what_counts(
    unwatched: Watched, reloader: Reloader, real_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = with_alias(unwatched.original, "Testland"), with_alias(unwatched.original, "Othertestland")
    built: list[Engine] = []

    def build(folder: Path) -> Engine:
        if not built:
            write(folder, second)
        built.append(copy(real_engine))
        return built[-1]

    monkeypatch.setattr("bot.reloading.reloader.build_warm_engine", build)
    write(unwatched.folder, first)
    reloader.look()
    assert unwatched.next() is None
    assert unwatched.told.empty()
    assert unwatched.serving.engine is built[1]
    assert unwatched.serving.state == folder_state(unwatched.folder)


@pytest.mark.usefixtures("quick")
def test_a_check_that_fails_is_told_and_tried_again(
    unwatched: Watched, reloader: Reloader, checked_as: Callable[..., None], caplog: pytest.LogCaptureFixture
) -> None:
    write(unwatched.folder, with_alias(unwatched.original, "Testland"))
    checked_as(fails=True)
    reloader.look()
    problems = unwatched.next()
    assert problems is not None
    assert str(problems[0]) == (
        "knowledge:1:1: check-failed: CheckError: it ended with code 1 "
        "(save once more; if that does not help, tell the developers)"
    )
    assert "CheckError: it ended with code 1" in caplog.text
    checked_as()
    reloader.look()
    assert unwatched.next() is None


def test_a_process_that_was_ready_and_is_gone_is_replaced(unwatched: Watched, reloader: Reloader) -> None:
    reloader.get_ready()
    assert reloader._check is not None
    reloader._check.close()
    write(unwatched.folder, "id: [")
    reloader.look()
    problems = unwatched.next()
    assert problems
    assert {problem.code for problem in problems} == {"syntax"}


@pytest.mark.usefixtures("quick")
def test_a_listener_that_fails_does_no_harm(
    unwatched: Watched, checked_as: Callable[..., None], caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        raise ValueError("nobody listens")

    before = unwatched.serving.engine
    write(unwatched.folder, with_alias(unwatched.original, "Testland"))
    checked_as()
    reloader = Reloader(unwatched.serving, unwatched.told.put, fail)
    reloader.look()
    reloader.close()
    assert unwatched.serving.engine is not before
    assert "nobody listens" in caplog.text


def test_a_mere_touch_is_no_edit(unwatched: Watched, reloader: Reloader, monkeypatch: pytest.MonkeyPatch) -> None:
    def start() -> None:
        raise AssertionError("nothing is to be checked")

    monkeypatch.setattr("bot.reloading.reloader.CheckProcess", start)
    india(unwatched.folder).touch()
    (unwatched.folder / "states" / ".india.yaml.swp").write_bytes(b"\0")
    (unwatched.folder / "states" / "india.yaml~").write_text("id: india", encoding="utf-8")
    reloader.look()
    assert unwatched.told.empty()


@pytest.mark.usefixtures("quick")
def test_the_log_lists_20_problems_at_most(
    unwatched: Watched, reloader: Reloader, caplog: pytest.LogCaptureFixture, checked_as: Callable[..., None]
) -> None:
    checked_as(*(replace(PROBLEM, line=line) for line in range(25)))
    write(unwatched.folder, with_alias(unwatched.original, "Testland"))
    reloader.look()
    lines = caplog.text.strip().split("\n")
    assert len(lines) == 22
    assert lines[-1] == "and 5 more: treatybot check lists them"


def test_an_old_engine_is_freed_without_the_garbage_collector(folder: Path) -> None:
    """What is built is out of the collector's sight (``bot.reloading.building``), so no reference cycle may hold it."""
    engine = build_warm_engine(folder)
    parts: list[weakref.ref[Engine] | weakref.ref[Knowledge]] = [weakref.ref(engine), weakref.ref(engine.knowledge)]
    for question in ("what did India say in 16MSP?", "que dijo India en 16MSP?", "qu'a dit la Chine?"):
        engine.answer(question)
    del engine
    assert not any(part() for part in parts)


def test_a_warm_engine_has_read_every_answer(folder: Path) -> None:
    """What an FAQ entry speaks of is found when one first comes near it, which takes several milliseconds."""
    engine = build_warm_engine(folder)
    assert engine.knowledge.questions.keys() | {f"faq:{entry}" for entry in engine.knowledge.faq} == (
        engine.matcher._gates.keys()
    )
