"""Whether the check reads all phrasings that need reading: ``python -m tests.benchmarks.phrasings``.

The check reads the phrasings that ``bot.checking.suspects`` names. Here all are read, and those that the matcher gives
to another kind are compared with what the check would have read. Prints one table, and what the check misses.
"""

import sys
import time

from bot.checking.phrasings import Filling, read_elsewhere
from bot.checking.suspects import all_phrased, suspects
from bot.knowledge.loading import default_folder, load_knowledge
from bot.matching.matcher import Matcher


def main() -> int:
    """Read every phrasing; 1 when the check would miss one."""
    knowledge = load_knowledge(default_folder())
    matcher, fill = Matcher(knowledge), Filling.of(knowledge)
    assert fill is not None
    started = time.perf_counter()
    few = {(item.kind, item.text) for item in suspects(knowledge)}
    looking = time.perf_counter() - started
    phrased = all_phrased(knowledge)
    times: dict[bool, float] = {True: 0.0, False: 0.0}
    elsewhere: dict[bool, list[str]] = {True: [], False: []}
    for item in phrased:
        suspect = (item.kind, item.text) in few
        started = time.perf_counter()
        reading = matcher.read(fill.into(item.text))
        times[suspect] += time.perf_counter() - started
        if told := read_elsewhere(reading, item.kind):
            elsewhere[suspect].append(f"{item.kind}: {item.text!r}: {told}")
    print(f"{'phrasings':20} {'number':>7} {'seconds':>8} {'elsewhere':>10}")
    for name, suspect in (("read by the check", True), ("not read", False)):
        number = sum(((item.kind, item.text) in few) is suspect for item in phrased)
        print(f"{name:20} {number:7} {times[suspect]:8.2f} {len(elsewhere[suspect]):10}")
    print(f"looking which to read took {looking:.2f} s")
    for line in elsewhere[False]:
        print(f"missed: {line}")
    return 1 if elsewhere[False] else 0


if __name__ == "__main__":
    sys.exit(main())
