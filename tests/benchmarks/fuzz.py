"""Bad input to all that takes input: ``python -m tests.benchmarks.fuzz [--quick] [--cases N] [--seed N]``.

At least 100,000 cases in a full run (2,000 in a quick one), each made from a seed that its kind and number complete
(``tests/fuzzing/``), so that any can be had again: ``--kind KIND --number N`` runs the cases up to that one as the
full run does, and prints what is wrong with it. Questions go through the engine and every way in which an answer is
shown; commands, completions, buttons, menus, forms and messages go to the real client as Discord sends them, and what
it would send is looked at; settings, ``.env`` and YAML files are read.

In no case may there be an error that nobody expects, a message that can ping, Markdown or terminal codes that a
person typed, a control or bidirectional character shown, a part over Discord's limits, an answer shown to somebody it
is not for, or a case of over 50 ms. A slow case is run four times more, and then its least processor time counts,
which other programs do not lengthen. Prints one table and the ten slowest cases; returns 1 when a case failed.
"""

import argparse
import logging
import multiprocessing
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from typing import Final

from tests.fuzzing.kinds import SEED
from tests.fuzzing.table import CHUNK, HEAD, LIMIT_TOLD, all_kinds, failures, rows, run_chunk, slowest

CASES: Final = 100_000
QUICK: Final = 2_000
_PROCESSES: Final = 2


def main() -> int:
    """Run it; 1 when a case failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK:,} cases")
    parser.add_argument("--cases", type=int, help=f"how many in all (default {CASES:,})")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument(
        "--kind", choices=[kind.name for kind in all_kinds()], metavar="KIND", help="one case: its kind"
    )
    parser.add_argument("--number", type=int, default=0, help="and its number")
    given = parser.parse_args()
    _quiet()
    if given.kind:
        return _one(given.kind, given.number, given.seed)
    cases = given.cases or (QUICK if given.quick else CASES)
    print(HEAD, flush=True)
    began = time.perf_counter()
    processes = min(_PROCESSES, os.cpu_count() or 1)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_quiet) as pool:
        found = rows(pool, cases, given.seed, lambda line: print(line, flush=True))
    seconds = time.perf_counter() - began
    failed = sum(len(row.failed) for row in found)
    run_in_all = sum(len(row.times) for row in found)
    print(f"{'all':34}{run_in_all:8}{failed:43}\n\n{seconds:.0f} s in {processes} processes, seed {given.seed}")
    print(f"\nThe slowest cases (the limit is {LIMIT_TOLD}, and none for damaged knowledge):")
    print(*slowest(given.seed), sep="\n")
    if failed:
        print("\nFailures:", *failures(found), sep="\n")
    return int(failed > 0)


def _one(kind: str, number: int, seed: int) -> int:
    first = number // CHUNK * CHUNK
    ran = run_chunk(kind, first, number - first + 1, seed)[-1]
    print(f"{ran.seconds * 1000:.1f} ms", *(ran.problems or ("nothing wrong",)), ran.given, sep="\n")
    return int(bool(ran.problems))


def _quiet() -> None:
    """What is logged is looked at, and not printed."""
    logging.lastResort = None


if __name__ == "__main__":
    sys.exit(main())
