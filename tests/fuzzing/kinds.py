"""A kind of bad input: how a case is made, what the program does with it, and what must hold of that."""

import random
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from tests.fuzzing.texts import Chance

SEED: Final = 20180821
LIMIT: Final = 0.050
"""seconds: no case may take longer"""
_AGAIN: Final = 4
"""times that a slow case is repeated: then the least processor time counts, which other programs do not lengthen"""


@dataclass(frozen=True, slots=True)
class Kind:
    """One row of the table. Only ``work`` is timed."""

    name: str
    cases: int
    """in a full run"""
    make: Callable[[Chance], Any]
    work: Callable[[Any], Any]
    check: Callable[[Any, Any], Iterable[str]]
    """what is wrong with what came out, a line each"""
    limit: float | None = LIMIT
    forget: Callable[[], None] = lambda: None
    """makes the program forget what it worked out for a case, so that the case can be timed again"""


@dataclass(frozen=True, slots=True)
class Ran:
    """One case."""

    number: int
    seconds: float
    problems: tuple[str, ...]
    given: str
    """the input, shortened"""


def chance_of(kind: Kind, number: int, seed: int = SEED) -> Chance:
    """The chance of a case: any can be had again by its kind and number."""
    return random.Random(f"{seed} {kind.name} {number}")  # noqa: S311 - no secret


def run(kind: Kind, numbers: Iterable[int], seed: int = SEED, *, timed: bool = True) -> Iterator[Ran]:
    """The cases with these numbers; a slow one is a problem only when they are timed."""
    for number in numbers:
        given = kind.make(chance_of(kind, number, seed))
        began = time.perf_counter()
        try:
            shown = kind.work(given)
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            problems: tuple[str, ...] = (f"{type(error).__name__}: {str(error)[:300]}",)
            seconds = time.perf_counter() - began
        else:
            seconds = time.perf_counter() - began
            problems = tuple(kind.check(given, shown))
            if timed and kind.limit is not None and seconds > kind.limit:
                seconds = min(_worked(kind, number, seed) for _ in range(_AGAIN))
                if seconds > kind.limit:
                    problems += (f"took {seconds * 1000:.0f} ms",)
        yield Ran(number, seconds, problems, _short(given))


def _worked(kind: Kind, number: int, seed: int) -> float:
    """Seconds of processor time, of all threads."""
    kind.forget()
    given = kind.make(chance_of(kind, number, seed))
    began = time.process_time()
    kind.work(given)
    return time.process_time() - began


def _short(given: object) -> str:
    text = ascii(given)
    return text if len(text) <= 300 else f"{text[:200]} ... {text[-60:]} ({len(text)} characters)"
