"""All benchmarks, one after another: ``python -m tests.benchmarks [--quick] [NAME ...]``.

Each runs in a process of its own and prints its table; ``python -m tests.benchmarks.NAME`` runs one with its own
options. At the end, one line for each says how long it took and whether all its aims were met.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A module of this folder."""

    name: str
    quick: tuple[str, ...] = ()
    """its options in a quick run"""


BENCHMARKS: Final = (
    Benchmark("start", ("1",)),
    Benchmark("scale", ("--quick",)),
    Benchmark("comparison", ("--quick",)),
    Benchmark("reload"),
    Benchmark("discord_load", ("400",)),
    Benchmark("at_once", ("1",)),
    Benchmark("store_crash", ("5",)),
    Benchmark("fuzz", ("--quick",)),
    Benchmark("mutations", ("--each", "2")),
    Benchmark("phrasings"),
)
"""in the order in which they run: speed, load, trust"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run them; 1 when one of them ended with anything but 0."""
    names = [benchmark.name for benchmark in BENCHMARKS]
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Run every benchmark.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"only these (of {', '.join(names)})")
    parser.add_argument("--quick", action="store_true", help="fewer rounds: some minutes in all")
    parsed = parser.parse_args(arguments)
    if unknown := sorted(set(parsed.names) - set(names)):
        parser.error(f"there is no benchmark {unknown[0]!r}: choose from {', '.join(names)}")
    ended: list[str] = []
    failed = False
    for benchmark in BENCHMARKS:
        if parsed.names and benchmark.name not in parsed.names:
            continue
        print(f"\n=== {benchmark.name} ===\n", flush=True)
        options = benchmark.quick if parsed.quick else ()
        began = time.perf_counter()
        code = subprocess.run(
            [sys.executable, "-m", f"tests.benchmarks.{benchmark.name}", *options], cwd=ROOT, check=False
        ).returncode
        failed |= code != 0
        told = "all met" if code == 0 else f"missed or failed (exit code {code})"
        ended.append(f"{benchmark.name:14}{time.perf_counter() - began:8.0f} s  {told}")
    print("\n=== all ===\n", *ended, sep="\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
