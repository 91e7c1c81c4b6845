"""All kinds of bad input, run in processes beside one another, and the table of what became of them."""

import cProfile
import pstats
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.fuzzing import bots, commands, files, presses, questions
from tests.fuzzing.kinds import LIMIT, SEED, Kind, Ran, chance_of, run

CHUNK: Final = 500
"""cases that a process runs in one go; a bot and what it keeps last so long"""
_ROOT: Final = Path(__file__).parent.parent.parent
_SHOWN: Final = 20
_WARMING: Final = 3
"""cases before those that count: names and words are indexed when first needed"""


def all_kinds() -> tuple[Kind, ...]:
    """In the order of the table."""
    return (*questions.kinds(), *commands.kinds(), *presses.kinds(), *files.kinds())


@dataclass(slots=True)
class Row:
    """One line of the table."""

    name: str
    times: list[float] = field(default_factory=list)
    """seconds, one for each case"""
    failed: list[Ran] = field(default_factory=list)

    def line(self) -> str:
        times = sorted(self.times)
        shown = (times[len(times) // 2], times[min(len(times) - 1, int(len(times) * 0.99))], times[-1])
        return (
            f"{self.name:34}{len(times):8}" + "".join(f"{one * 1000:11.1f}" for one in shown) + f"{len(self.failed):10}"
        )


HEAD: Final = f"{'kind of input':34}{'cases':>8}{'median ms':>11}{'p99 ms':>11}{'worst ms':>11}{'failures':>10}"


def shares(cases: int) -> dict[str, int]:
    """How many cases of each kind, so that there are at least so many in all."""
    kinds = all_kinds()
    whole = sum(kind.cases for kind in kinds)
    return {kind.name: -(-kind.cases * cases // whole) for kind in kinds}


def run_chunk(name: str, first: int, count: int, seed: int = SEED) -> list[Ran]:
    """Some cases of a kind, with bots of their own."""
    kind = next(kind for kind in all_kinds() if kind.name == name)
    try:
        for number in range(_WARMING):
            kind.work(kind.make(chance_of(kind, -number - 1, seed)))
        return list(run(kind, range(first, first + count), seed))
    finally:
        bots.close()


def rows(pool: Executor, cases: int, seed: int, told: Callable[[str], None]) -> list[Row]:
    """Run the cases of all kinds; ``told`` gets the line of a kind when it is done."""
    found: dict[str, Row] = {}
    left: dict[str, int] = {}
    pending = {}
    for name, count in shares(cases).items():
        found[name], left[name] = Row(name), count
        for first in range(0, count, CHUNK):
            pending[pool.submit(run_chunk, name, first, min(CHUNK, count - first), seed)] = name
    for done in as_completed(pending):
        name, ran = pending[done], done.result()
        found[name].times += [each.seconds for each in ran]
        found[name].failed += [each for each in ran if each.problems]
        slowest_of.setdefault(name, []).extend(sorted(ran, key=lambda each: each.seconds)[-10:])
        left[name] -= len(ran)
        if not left[name]:
            told(found[name].line())
    return list(found.values())


slowest_of: Final[dict[str, list[Ran]]] = {}
"""by kind, filled by :func:`rows`"""


def slowest(seed: int, most: int = 10) -> Iterator[str]:
    """The slowest cases of all that have a limit, each with the function of ours that takes the most time."""
    limited = {kind.name: kind for kind in all_kinds() if kind.limit is not None}
    ranked = [(ran.seconds, name, ran) for name, each in slowest_of.items() if name in limited for ran in each]
    for seconds, name, ran in sorted(ranked, key=lambda each: each[0])[-1 : -most - 1 : -1]:
        kind = limited[name]
        profile = cProfile.Profile()
        kind.forget()
        given = kind.make(chance_of(kind, ran.number, seed))
        profile.runcall(kind.work, given)
        busy = _busiest(profile)
        yield f"{seconds * 1000:6.1f} ms  {name} {ran.number}: most in {busy}\n           {ran.given[:160]}"
    bots.close()


def _busiest(profile: cProfile.Profile) -> str:
    """The functions of the program with the most time of their own, with their share of all."""
    stats = pstats.Stats(profile)
    whole: float = stats.total_tt or 1.0  # type: ignore[attr-defined]  # typeshed has none of it
    places: dict[tuple[str, int, str], tuple[int, int, float]] = stats.stats  # type: ignore[attr-defined]  # typeshed has none of it
    own = [(took[2], place) for place, took in places.items() if str(_ROOT) in place[0]]
    named = sorted(own, reverse=True)[:3]
    return ", ".join(
        f"{Path(file).relative_to(_ROOT)}:{line} {function} ({took / whole:.0%})"
        for took, (file, line, function) in named
    )


def failures(found: list[Row]) -> Iterator[str]:
    """The first failures of each kind, each with how to have it again."""
    for row in found:
        for ran in row.failed[:_SHOWN]:
            yield f"{row.name} {ran.number}: {'; '.join(ran.problems)[:400]}\n    {ran.given}"


LIMIT_TOLD: Final = f"{LIMIT * 1000:.0f} ms"
