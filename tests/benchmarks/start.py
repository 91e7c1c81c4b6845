"""How long a new process takes: ``python -m tests.benchmarks.start [ROUNDS]``.

Each round starts the program anew for every row: its help, one question, a check of its own knowledge, and 1,000
questions through one process. Prints one table, with the best and the worst of the rounds: what else the machine does
makes a round slower, never quicker. Speed is measured here and not asserted in the test suite.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
INDIA = "what did India say in 16MSP?"
QUESTIONS = (INDIA, "why has China not joined?", "who voted how in 2017", "what dose Isreal say in 16MPS", "hi")
ROUNDS = 5
THOUSAND = "".join(f"{question} {number}\n" for number in range(200) for question in QUESTIONS)

ROWS: dict[str, tuple[tuple[str, ...], str, float]] = {
    "help": (("--help",), "", 0.2),
    "one question": (("ask", INDIA), "", 1.0),
    "1,000 questions": (("ask", "--json"), THOUSAND, 10.0),
    "check": (("check",), "", 10.0),
}
"""for each row the command line, standard input, and the seconds that are its limit"""


def seconds(arguments: tuple[str, ...], stdin: str, folder: str) -> float:
    """How long one process takes, in a working directory without settings."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=stdin.encode(),
        capture_output=True,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=True,
    )
    took = time.perf_counter() - started
    if stdin:
        assert len(done.stdout.splitlines()) == len(stdin.splitlines())
    return took


def main(arguments: list[str]) -> int:
    """Measure every row; 1 when the best round of one is over its limit."""
    rounds = int(arguments[0]) if arguments else ROUNDS
    over = False
    print(f"{'process':16} {'best s':>7} {'worst s':>8} {'limit s':>8}")
    with tempfile.TemporaryDirectory() as folder:
        for name, (command, stdin, limit) in ROWS.items():
            took = [seconds(command, stdin, folder) for _ in range(rounds)]
            over |= min(took) > limit
            print(f"{name:16} {min(took):7.2f} {max(took):8.2f} {limit:8.1f}")
    return int(over)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
