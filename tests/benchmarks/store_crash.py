"""What a killed process loses: ``python -m tests.benchmarks.store_crash [ROUNDS]``.

In each round a process opens the store and writes 2,000 items, eight at a time, and says of each that the store has
acknowledged it. It is killed (SIGKILL) at a random moment, in some rounds while it is still opening the file. Then
the same file, never a fresh one, is opened again, and every item acknowledged in any round must be there; what was
under way may be there wholly, or not at all. The moments come from a seed, the last fraction of a millisecond from
the machine.

A kill tests the program, not the disk: that a commit outlasts a power cut rests on ``synchronous = FULL``
(https://www.sqlite.org/pragma.html#pragma_synchronous), which tests/store asserts.
"""

import asyncio
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.store.opening import Unavailable, open_store
from bot.store.records import NewFeedback, NewGap, NewNotice
from bot.store.store import Store

SEED = 20180821
ROUNDS = 50
ITEMS = 2000
AT_ONCE = 8
NOW = datetime(2018, 8, 21, tzinfo=UTC)
OPENING_SECONDS = 0.02
"""so long opening takes, tables made and all"""
OPENING = b"opening\n"

KINDS = ("feedback", "gap", "follow", "notice")


@dataclass(frozen=True, slots=True)
class Round:
    acknowledged: int
    under_way: int
    """items that are there though nobody was told so"""
    lost: int
    """items acknowledged in this or an earlier round that are not there"""
    halves: int
    """items that are there in part"""
    opening: float
    """seconds to open the file again"""


async def write(path: Path, number: int) -> None:
    """Write all items of a round, as its process."""
    os.write(1, OPENING)
    store = await open_store(path)
    if isinstance(store, Unavailable):
        raise SystemExit(str(store))

    async def some(first: int) -> None:
        for item in range(first, ITEMS, AT_ONCE):
            kind = KINDS[item // AT_ONCE % len(KINDS)]
            await _write_item(store, f"{number}x{item}", kind, number * ITEMS + item)
            os.write(1, f"{kind} {number}x{item}\n".encode())

    await asyncio.gather(*(some(first) for first in range(AT_ONCE)))
    await store.close()


async def _write_item(store: Store, name: str, kind: str, user_id: int) -> None:
    if kind == "feedback":
        await store.add_feedback(NewFeedback(user_id, None, name, "title", "answered", "wrong", name), NOW)
    elif kind == "gap":
        await store.note_gap(NewGap(f"gap {name}", "no_record"), NOW)
    elif kind == "follow":
        await store.follow(user_id, "state", name, NOW)
    else:
        await store.follow(user_id, "all", "", NOW)
        await store.queue_notices([NewNotice(user_id, "state", "india", name)], {f"notice:{name}": name}, NOW)


def run_round(path: Path, number: int, after: int, delay: float) -> set[str]:
    """Kill a writing process ``delay`` seconds after so many items; returns what it has acknowledged."""
    command = [sys.executable, "-m", "tests.benchmarks.store_crash", "--write", str(path), str(number)]
    root = Path(__file__).parent.parent.parent
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=root) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == OPENING
        lines = [process.stdout.readline() for _ in range(after)]
        time.sleep(delay)
        process.kill()
        lines += process.stdout.readlines()
    return {line.decode().rstrip("\n") for line in lines if line.endswith(b"\n")}


async def examine(path: Path) -> tuple[set[str], int, float]:
    """The items that are there, how many are there in part only, and the seconds that opening took."""
    began = time.perf_counter()
    store = await open_store(path)
    took = time.perf_counter() - began
    if isinstance(store, Unavailable):
        raise SystemExit(str(store))
    found = {f"feedback {one.text}" for one in await store.all_feedback()}
    found |= {f"gap {one.question.removeprefix('gap ')}" for one in await store.all_gaps()}
    notices = {one.text for one in await store.pending_notices()}
    marks = set((await store.values_of("notice:")).values())
    await store.close()
    with closing(sqlite3.connect(path)) as connection:
        found |= {f"follow {row[0]}" for row in connection.execute("SELECT target FROM follows WHERE kind = 'state'")}
    return found | {f"notice {name}" for name in notices & marks}, len(notices ^ marks), took


def run(path: Path, rounds: int, latest: int = ITEMS) -> list[Round]:
    """Kill ``rounds`` processes, each after at most ``latest`` items; every fifth while it opens the file."""
    chance = random.Random(SEED)  # noqa: S311 - moments, no secrets
    results: list[Round] = []
    acknowledged: set[str] = set()
    for number in range(rounds):
        early = number % 5 == 0
        after = 0 if early else chance.randrange(latest)
        new = run_round(path, number, after, chance.uniform(0, OPENING_SECONDS if early else 0.002))
        acknowledged |= new
        found, halves, opening = asyncio.run(examine(path))
        under_way = sum(1 for item in found - acknowledged if item.split()[1].startswith(f"{number}x"))
        results.append(Round(len(new), under_way, len(acknowledged - found), halves, opening))
    return results


def main() -> None:
    """Print the table."""
    if sys.argv[1:2] == ["--write"]:
        asyncio.run(write(Path(sys.argv[2]), int(sys.argv[3])))
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as scratch:
        results = run(Path(scratch, "crash.sqlite3"), rounds)
    print(f"{'round':>5}{'acknowledged':>14}{'under way':>11}{'lost':>6}{'in part':>9}{'opened in, ms':>15}")
    for number, one in enumerate(results, start=1):
        told = f"{number:5}{one.acknowledged:14}{one.under_way:11}{one.lost:6}{one.halves:9}{1000 * one.opening:15.1f}"
        print(told)
    last = results[-1]
    total = sum(one.acknowledged for one in results)
    print(f"{'all':>5}{total:14}{sum(one.under_way for one in results):11}{last.lost:6}{last.halves:9}")
    sys.exit(any(one.lost or one.halves for one in results))


if __name__ == "__main__":
    main()
