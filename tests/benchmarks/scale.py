"""How it grows: ``python -m tests.benchmarks.scale [--quick] [TIMES ...]``.

Asks the questions of ``tests/questions/`` of the real knowledge, and of knowledge with 10 and 100 times the statements,
FAQ entries and phrasings (``tests.benchmarks.bigger``), or as many times as named. Prints one table.

- A question's time is the processor time from its text to the answer, as console and Discord show it not yet. Each is
  asked in three rounds, in a seeded order, of an engine that is warm as a served one is, and its best round counts:
  what else the machine does makes a round slower, never quicker. The row "as first asked" is the first round by the
  clock. Rows are the kinds of question that the files expect; "its own FAQ" asks phrasings of all FAQ entries.
- "loaded" and "reloaded" are seconds by the clock, in a process of its own: from the folder to an engine, and from an
  edit to the new engine's first answer, the check in its own process included.
- "console" is the resident memory of ``treatybot ask`` after it has answered all questions.
- "read as before" is the share of questions that are read as the same kind as with the real knowledge: where it fell,
  times would be those of other questions.
"""

import argparse
import json
import math
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from bot.console.commands import load_engine
from bot.knowledge.loading import default_folder
from bot.knowledge.names import all_names, name_key
from bot.reloading.building import build_warm_engine
from bot.reloading.reloader import Reloader
from bot.reloading.serving import Serving
from bot.rendering.messages import pages
from bot.rendering.plain import plain
from bot.settings import KNOWLEDGE
from tests.benchmarks.bigger import SEED, Size, write_bigger
from tests.question_files import Expected, blind_files, engine, question_files, read_questions
from tests.typos import with_typos

ROOT: Final = Path(__file__).parent.parent.parent
TIMES: Final = (1, 10, 100)
QUICK: Final = (1, 10)
ROUNDS: Final = 3
OWN_FAQ: Final = 300
"""phrasings of FAQ entries that are asked beside the questions of the files"""
TYPOS: Final = 2
"""in each question of the row that has some"""

AIM_QUESTION_MS: Final = {1: 1.0, 100: 5.0}
AIM_LOADED_SECONDS: Final = {100: 15.0}
AIM_CONSOLE_MB: Final = {1: 80.0}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, under the row that it counts for."""

    row: str
    question: str


@dataclass(slots=True)
class Measured:
    """Knowledge of one size."""

    size: Size
    best: dict[str, list[float]] = field(default_factory=dict)
    """milliseconds of the best round, for each question of a row"""
    first: list[float] = field(default_factory=list)
    """milliseconds of the first round by the clock"""
    shown: dict[str, list[float]] = field(default_factory=dict)
    """milliseconds of turning an answer into what a face shows"""
    intents: list[str] = field(default_factory=list)
    """what each question of the files was read as"""
    loaded: float = 0.0
    reloaded: float = 0.0
    refused: str = ""
    """why the edit was not taken"""
    console: float = 0.0
    """megabytes"""


# the questions -------------------------------------------------------------------------------


def questions() -> list[Asked]:
    """Every question of the files, in the order of the files, each once."""
    expected = {each.question: each for path in (*question_files(), *blind_files()) for each in read_questions(path)}
    return [Asked(_row(each), question) for question, each in expected.items()]


def _row(expected: Expected) -> str:
    """The kind of question that is expected, counts and FAQ entries as one each; else what must come of it."""
    if expected.intent:
        return expected.intent[0].partition(":")[0] if ":" in expected.intent[0] else _family(expected.intent[0])
    return "any kind" if "answered" in expected.outcome else "no record, declined"


def _family(intent: str) -> str:
    return next((family for family in ("count", "decline") if intent.startswith(f"{family}-")), intent)


@cache
def _is_name() -> frozenset[str]:
    return frozenset(
        name_key(name) for state in engine().knowledge.states.values() for _, name in all_names(state.names)
    )


def misspelt(asked: Sequence[Asked]) -> Iterator[Asked]:
    for each in asked:
        typed = with_typos(each.question, TYPOS, SEED, lambda word: name_key(word) in _is_name())
        yield Asked(f"with {TYPOS} typos", typed)


# in processes of their own -------------------------------------------------------------------


def measure(folder: Path) -> Measured:
    """Load the knowledge, ask, and reload."""
    measured = Measured(Size.of(folder))
    began = time.perf_counter()
    load_engine(folder)
    measured.loaded = time.perf_counter() - began
    of_files = questions()
    _ask(folder, of_files, measured)
    measured.reloaded, measured.refused = reload(folder)
    return measured


def _ask(folder: Path, of_files: Sequence[Asked], measured: Measured) -> None:
    served = build_warm_engine(folder)
    chance = random.Random(SEED)  # noqa: S311 - an order, no secret
    entries = [text for entry in served.knowledge.faq.values() for text in entry.record.phrasings]
    own = [Asked("its own FAQ", text) for text in chance.sample(entries, min(OWN_FAQ, len(entries)))]
    asked = [*of_files, *misspelt(of_files), *own]
    best = [math.inf] * len(asked)
    order = list(range(len(asked)))
    for number in range(ROUNDS):
        chance.shuffle(order)
        for index in order:
            began, began_clock = time.thread_time(), time.perf_counter()
            served.answer(asked[index].question)
            best[index] = min(best[index], 1000 * (time.thread_time() - began))
            if number == 0:
                measured.first.append(1000 * (time.perf_counter() - began_clock))
    for each, milliseconds in zip(asked, best, strict=True):
        measured.best.setdefault(each.row, []).append(milliseconds)
    for each in of_files:
        answer = served.answer(each.question)
        measured.intents.append(answer.reading.intent)
        for name, show in (("as plain text", plain), ("as Discord messages", pages)):
            began = time.thread_time()
            show(answer)
            measured.shown.setdefault(name, []).append(1000 * (time.thread_time() - began))


def reload(folder: Path) -> tuple[float, str]:
    """Seconds from an edit to the first answer of the new engine; and why the edit was refused, if it was."""
    serving = Serving.load(folder)
    told: list[str] = []
    reloader = Reloader(serving, lambda problems: told.extend(map(str, problems)), lambda: None)
    try:
        reloader.get_ready()
        topics = folder / "topics.yaml"
        topics.write_text(topics.read_text(encoding="utf-8") + "# edited\n", encoding="utf-8")
        began = time.perf_counter()
        reloader.look()
        serving.answer("what did India say in 16MSP?")
        return time.perf_counter() - began, told[0] if told else ""
    finally:
        reloader.close()


def console_memory(folder: Path, asked: Sequence[Asked]) -> float:
    """Resident memory in megabytes of ``treatybot ask --json`` when it has answered and waits for more."""
    command = [sys.executable, "-m", "bot", "ask", "--json"]
    environment = {**os.environ, KNOWLEDGE: str(folder), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder, env=environment
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for each in asked:
            process.stdin.write(each.question.replace("\n", " ").encode() + b"\n")
            process.stdin.flush()
            assert process.stdout.readline()
        return _resident(process.pid)


def _resident(process: int) -> float:
    """Resident megabytes of a process that runs; where the system does not tell, not a number."""
    try:
        status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    except OSError:
        return math.nan
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


# the table -----------------------------------------------------------------------------------


def _measured(times: int) -> Measured:
    """What knowledge of so many times the size takes, in new processes."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = write_bigger(default_folder(), Path(scratch), times)
        command = [sys.executable, "-m", "tests.benchmarks.scale", "--measure", str(folder)]
        done = subprocess.run(command, stdout=subprocess.PIPE, cwd=ROOT, check=True)
        content = json.loads(done.stdout)
        measured = Measured(**{**content, "size": Size(**content["size"])})
        measured.console = console_memory(folder, questions())
        return measured


def _at(values: Sequence[float], share: float) -> float:
    """The value that so large a share of all does not exceed."""
    return sorted(values)[min(len(values) - 1, math.ceil(share * len(values)) - 1)]


def _print(found: dict[int, Measured]) -> None:
    first = next(iter(found.values()))
    print(f"{'milliseconds a question':27}{'number':>7}" + "".join(f"{f'{times}x':>9}{'99 %':>8}" for times in found))
    for row in sorted(first.best, key=lambda row: (row in _LAST, row)):
        _row_of(row, len(first.best[row]), [each.best[row] for each in found.values()])
    everything = [[time for times in each.best.values() for time in times] for each in found.values()]
    _row_of("all", len(everything[0]), everything)
    _row_of("all, as first asked", len(first.first), [each.first for each in found.values()])
    for row in first.shown:
        _row_of(row, len(first.shown[row]), [each.shown[row] for each in found.values()])
    for name in ("statements", "faq", "phrasings", "documents"):
        _line({"faq": "FAQ entries"}.get(name, name), [f"{getattr(each.size, name):,}" for each in found.values()])
    for name, unit, digits in (("loaded", "s", 2), ("reloaded", "s", 2), ("console", "MB", 0)):
        _line(f"{name}, {unit}", [f"{getattr(each, name):.{digits}f}" for each in found.values()])
    alike = [
        sum(a == b for a, b in zip(each.intents, first.intents, strict=True)) / len(first.intents)
        for each in found.values()
    ]
    _line("read as before, %", [f"{100 * share:.1f}" for share in alike])


_LAST: Final = (f"with {TYPOS} typos", "its own FAQ")


def _row_of(name: str, number: int, values: Sequence[Sequence[float]]) -> None:
    cells = "".join(f"{_at(each, 0.5):9.2f}{_at(each, 0.99):8.2f}" for each in values)
    print(f"{name:27}{number:7}{cells}")


def _line(name: str, cells: Sequence[str]) -> None:
    print(f"{name:27}{'':7}" + "".join(f"{cell:>17}" for cell in cells))


def _missed(found: dict[int, Measured]) -> Iterator[str]:
    """The aims that are missed, by how much."""
    for times, measured in found.items():
        everything = [milliseconds for row in measured.best.values() for milliseconds in row]
        for name, value, aim in (
            ("99 % of the questions, ms", _at(everything, 0.99), AIM_QUESTION_MS.get(times)),
            ("loaded, s", measured.loaded, AIM_LOADED_SECONDS.get(times)),
            ("console, MB", measured.console, AIM_CONSOLE_MB.get(times)),
        ):
            if aim is not None and not value <= aim:
                yield f"missed at {times}x: {name}: {value:.2f}, the aim is {aim:g}"
        if measured.refused:
            yield f"at {times}x the edit was not taken: {measured.refused[:200]}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 1 when an aim is missed."""
    parser = argparse.ArgumentParser(description="How times and memory grow with the knowledge.")
    parser.add_argument("times", nargs="*", type=int, metavar="TIMES", help="sizes (default: 1 10 100)")
    parser.add_argument("--quick", action="store_true", help="1 and 10 only")
    parser.add_argument("--measure", type=Path, metavar="FOLDER", help=argparse.SUPPRESS)
    parsed = parser.parse_args(arguments)
    if parsed.measure:
        json.dump(asdict(measure(parsed.measure)), sys.stdout)
        return 0
    sizes = parsed.times or (QUICK if parsed.quick else TIMES)
    found = {times: _measured(times) for times in sizes}
    print(f"{os.cpu_count()} processors, Python {sys.version.split()[0]}\n")
    _print(found)
    missed = list(_missed(found))
    print("\n" + ("\n".join(missed) or "every aim is met"))
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
