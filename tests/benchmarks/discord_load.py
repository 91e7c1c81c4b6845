"""How many ask at once, and how soon each is answered: ``python -m tests.benchmarks.discord_load [INTERACTIONS]``.

Discord is a server on loopback (``tests/discord_side/loopback.py``) in this process. Against it run ``treatybot run``
and a bare discord.py bot that answers a constant, each as a process of its own. For every number of people at once the
two take turns, burst by burst, so that what else the machine does hits both alike. In a burst each of so many people
sends one interaction, all at once: of ten, eight are ``/ask``, one is ``/state``, and one the completion of a State's
name as it is typed. In the rows "new" no question was asked before; in the rows "same" people ask each other's
questions, twenty of them, as in a meeting. An acknowledgement is timed at Discord's end, from the sending of the
burst to the arrival of the answer; for Treatybot it holds the whole answer.

Prints one table; the second ratio compares the processor time of the two processes, which other programs hardly change.
Then, of each process, the resident memory and the longest turn of its event loop while somebody waited. Returns 1
when an aim is missed. Speed is measured here and not asserted in the test suite.
"""

import asyncio
import itertools
import json
import os
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bot.discord_side.limits import QUESTION
from bot.knowledge.loading import default_folder, load_knowledge
from bot.settings import API, DATABASE, GATEWAY, PERSON_LIMIT, TOKEN
from tests.benchmarks.watched_bot import Turn
from tests.discord_side.loopback import TOKEN as INVENTED
from tests.discord_side.loopback import Loopback, in_a_group_chat, serve
from tests.question_files import question_files, read_questions

ROOT: Final = Path(__file__).parent.parent.parent
AT_ONCE: Final = (1, 50, 200, 1000)
INTERACTIONS: Final = 1000
"""to each bot for each row; a fifth of it where one person asks at a time"""
NUMBERS: Final = itertools.count(1)
STATES: Final = ("india", "morocco", "pakistan", "finland", "egypt", "china", "lebanon", "vietnam")
LONGEST_WAIT: Final = 60.0

HEAD: Final = (
    f"{'at once':>8}  {'asked':6}{'bot':10}{'answers':>8}{'a second':>10}{'ratio':>7}"
    f"{'median ms':>11}{'p99 ms':>8}{'worst ms':>10}{'CPU ms each':>13}{'ratio':>7}"
)

AIM_RATIO: Final = 0.7
AIM_SECONDS: Final = 2.0
AIM_MEGABYTES: Final = 120.0
AIM_TURN: Final = 0.010


@dataclass
class Measured:
    """One bot under one number of people at once."""

    acknowledged: list[float] = field(default_factory=list)
    """seconds, one for each interaction"""
    bursts: float = 0.0
    """seconds of all bursts together"""
    worked: float = 0.0
    """seconds of processor time of the bot's process, all its threads"""

    @property
    def rate(self) -> float:
        """Interactions a second."""
        return len(self.acknowledged) / self.bursts


@dataclass
class Bot:
    """A bot's process, and the Discord that it is connected to."""

    name: str
    discord: Loopback
    process: asyncio.subprocess.Process
    memory: float = 0.0
    """megabytes resident at the end; 0 where the system does not tell"""
    turns: list[Turn] = field(default_factory=list)
    """of the event loop, those over 2 ms"""
    waited: list[tuple[float, float]] = field(default_factory=list)
    """from when to when somebody waited for an answer"""

    @property
    def turns_while_waited(self) -> list[Turn]:
        """The longest one last."""
        found = [
            turn
            for turn in self.turns
            if any(began <= turn[0] and turn[0] - turn[1] <= ended for began, ended in self.waited)
        ]
        return sorted(found, key=lambda turn: turn[1])

    async def burst(self, interactions: list[dict[str, Any]], measured: Measured) -> None:
        """Send all at once, and wait until each is answered."""
        loop = asyncio.get_running_loop()
        answered: asyncio.Future[None] = loop.create_future()
        took: list[float] = []

        def arrived(_token: str) -> None:
            took.append(time.perf_counter() - began)
            if len(took) == len(interactions):
                answered.set_result(None)

        self.discord.on_callback = arrived
        began = time.perf_counter()
        await self.discord.send(interactions)
        await asyncio.wait_for(answered, LONGEST_WAIT)
        self.waited.append((began, began + max(took)))
        measured.bursts += max(took)
        measured.acknowledged += took


def new_questions() -> Iterator[str]:
    """Some thousands of questions, each once: those of ``tests/questions/``, then kinds of question by State."""
    written = [one.question for path in question_files() for one in read_questions(path)]
    knowledge = load_knowledge(default_folder())
    meetings = [meeting.short for meeting in knowledge.meetings.values()]
    states = [state.title for state in knowledge.listed]
    made = [
        *(f"what did {state} say in {meeting}?" for meeting in meetings for state in states),
        *(f"when did {state} last take part?" for state in states),
        *(f"how did {state} vote in 2017?" for state in states),
        *(f"is {state.title} a State Party?" for state in knowledge.states.values()),
        *(f"did {state} take part in {meeting}?" for meeting in meetings for state in states),
        *(f"when did {state.title} join the treaty?" for state in knowledge.states.values()),
        *(f"has {state.title} destroyed its stockpile?" for state in knowledge.states.values()),
        *(f"what do you know about {state.title}?" for state in knowledge.states.values()),
    ]
    yield from dict.fromkeys(text for text in (*written, *made) if 0 < len(text) <= QUESTION)


def asked(questions: Iterator[str]) -> Iterator[dict[str, Any]]:
    """Interactions as long as there are questions, each of another person."""
    states = itertools.cycle(STATES)
    for number in NUMBERS:
        token, person = str(number), 1_000_000 + number
        match number % 10:
            case 0:
                yield in_a_group_chat(token, 2, "state", [_string("state", next(states))], person)
            case 5:
                typed = _string("state", next(states)[:4]) | {"focused": True}
                yield in_a_group_chat(token, 4, "state", [typed], person)
            case _:
                yield in_a_group_chat(token, 2, "ask", [_string("question", next(questions))], person)


def _string(name: str, value: str) -> dict[str, Any]:
    return {"name": name, "type": 3, "value": value}


@asynccontextmanager
async def connected(name: str, folder: Path) -> AsyncIterator[Bot]:
    """The bot of that name, ready; stopped at the end, and then ``turns`` are there."""
    async with serve(Loopback(endings=[])) as discord:
        environment = {
            **os.environ,
            TOKEN: INVENTED,
            API: discord.api,
            GATEWAY: discord.gateway,
            DATABASE: str(folder / f"{name}.sqlite3"),
            PERSON_LIMIT: "100000",
        }
        with (folder / f"{name}.log").open("wb") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                *("-m", "tests.benchmarks.watched_bot", name),
                cwd=ROOT,
                env=environment,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
            )
        bot = Bot(name, discord, process)
        try:
            await asyncio.wait_for(discord.resumed.wait(), LONGEST_WAIT)
            yield bot
            bot.memory = resident_megabytes(process.pid)
        finally:
            with suppress(ProcessLookupError):  # it may have ended by itself: its log says why
                process.send_signal(signal.SIGTERM)
            told, _ = await process.communicate()
            if process.returncode != 0:
                print((folder / f"{name}.log").read_text(encoding="utf-8"), file=sys.stderr)
        bot.turns = [(*turn,) for turn in json.loads(told)]


def resident_megabytes(pid: int) -> float:
    """Memory that a process has in use; 0 where there is no ``/proc``."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    except FileNotFoundError:
        return 0.0
    return next(int(line.split()[1]) / 1000 * 1.024 for line in lines if line.startswith("VmRSS:"))


def processor_seconds(pid: int) -> float:
    """Processor time that a process has taken; 0 where there is no ``/proc``."""
    try:
        told = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except FileNotFoundError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")  # man 5 proc: utime and stime


async def measure(bots: list[Bot], source: Iterator[dict[str, Any]], at_once: int, interactions: int) -> list[Measured]:
    """Bursts to each bot in turn."""
    results = [Measured() for _ in bots]
    before = [processor_seconds(bot.process.pid) for bot in bots]
    for _ in range(max(1, interactions // at_once)):
        burst = list(itertools.islice(source, at_once))
        for bot, measured in zip(bots, results, strict=True):
            bot.discord.callbacks.clear()
            await bot.burst(burst, measured)
    for bot, measured, worked in zip(bots, results, before, strict=True):
        measured.worked = processor_seconds(bot.process.pid) - worked
    return results


def row(at_once: int, kind: str, name: str, one: Measured, beside: Measured | None = None) -> str:
    """A line of the table."""
    took = sorted(one.acknowledged)
    p99 = took[max(0, round(len(took) * 0.99) - 1)]
    work = one.worked / len(took)
    ratios = ("", "")
    if beside is not None and work:
        ratios = (f"{one.rate / beside.rate:.2f}", f"{beside.worked / len(beside.acknowledged) / work:.2f}")
    median, p99, worst, work = (1000 * seconds for seconds in (statistics.median(took), p99, took[-1], work))
    return (
        f"{at_once:8}  {kind:6}{name:10}{len(took):8}{one.rate:10.0f}{ratios[0]:>7}"
        f"{median:11.1f}{p99:8.1f}{worst:10.1f}{work:13.2f}{ratios[1]:>7}"
    )


async def run(interactions: int, folder: Path) -> int:
    """Measure and print all; 1 when an aim is missed."""
    missed: list[str] = []
    new = new_questions()
    same = list(itertools.islice(new, 0, 600, 30))
    sources = {"new": asked(new), "same": asked(itertools.cycle(same))}
    async with AsyncExitStack() as stack:
        ours = await stack.enter_async_context(connected("treatybot", folder))
        bare = await stack.enter_async_context(connected("bare", folder))
        await measure([ours, bare], sources["same"], 50, 500)  # what is imported and made at first use is there then
        for bot in (ours, bare):
            bot.waited.clear()
        print(HEAD)
        for at_once, (kind, source) in itertools.product(AT_ONCE, sources.items()):
            count = interactions if at_once > 1 else interactions // 5
            mine, theirs = await measure([ours, bare], source, at_once, count)
            ratio = mine.rate / theirs.rate
            print(row(at_once, kind, "treatybot", mine, theirs))
            print(row(at_once, kind, "bare", theirs), flush=True)
            if ratio < AIM_RATIO:
                missed.append(f"{ratio:.2f} of the bare bot's throughput at {at_once} at once ({kind} questions)")
            if max(mine.acknowledged) > AIM_SECONDS:
                missed.append(f"an acknowledgement after {max(mine.acknowledged):.1f} s at {at_once} at once")
    print(f"\n{'bot':10}{'resident MB':>12}{'longest turn ms':>17}{'of it working':>15}{'over 10 ms':>12}  what ran")
    for bot in (ours, bare):
        turns = bot.turns_while_waited
        longest = turns[-1] if turns else (0.0, 0.0, 0.0, "")
        over = sum(1 for turn in turns if turn[1] > AIM_TURN)
        times = f"{1000 * longest[1]:17.1f}{1000 * longest[2]:15.1f}"
        print(f"{bot.name:10}{bot.memory:12.0f}{times}{over:12}  {longest[3]}")
        if bot is ours and longest[2] > AIM_TURN:
            missed.append(f"the event loop was blocked for {1000 * longest[2]:.1f} ms")
    if ours.memory > AIM_MEGABYTES:
        missed.append(f"{ours.memory:.0f} MB resident")
    print(f"\n{os.cpu_count()} processors; " + ("every aim is met" if not missed else "missed: " + "; ".join(missed)))
    return int(bool(missed))


def main(arguments: list[str]) -> int:
    """Run with so many interactions."""
    interactions = int(arguments[0]) if arguments else INTERACTIONS
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(run(interactions, Path(folder)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
