"""All commands at once: ``python -m tests.benchmarks.at_once [BURSTS]``.

``treatybot run`` runs as a process of its own, with a database, against the server on loopback of the tests. In each
burst 200 people send one interaction each, all kinds of commands mixed; what they ask differs from burst to burst, so
that the first burst finds nothing ready. Timed at Discord's end is the first answer to each, from the sending of the
burst. Prints the figures of each burst and the slowest commands; returns 1 when one is answered after a second, twice
or never.
"""

import asyncio
import os
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from bot.knowledge.loading import default_folder, load_knowledge
from tests.discord_side.loopback import TOKEN, Loopback, in_a_group_chat, serve

AT_ONCE: Final = 200
AIM_SECONDS: Final = 1.0
_LONGEST_WAIT: Final = 60.0


def _text(name: str, value: str) -> dict[str, Any]:
    return {"name": name, "type": 3, "value": value}


def _within(name: str, *options: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "type": 1, "options": list(options)}


def commands(round_: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Commands without end, each kind in turn, with other names each time."""
    knowledge = load_knowledge(default_folder())
    states = [state.id for state in knowledge.listed]
    meetings, topics, faq = list(knowledge.meetings), list(knowledge.topics), list(knowledge.faq)
    number = round_ * AT_ONCE
    while True:
        number += 1
        state, other = states[number % len(states)], states[(number + 7) % len(states)]
        meeting, topic = meetings[number % len(meetings)], topics[number % len(topics)]
        yield "ask", [_text("question", f"what did {knowledge.states[state].title} say about {topic}?")]
        yield "state", [_text("state", state)]
        yield "said", [_text("state", state), _text("meeting", meeting)]
        yield "vote", [_text("state", state)]
        yield "attendance", [_text("meeting", meeting)]
        yield "compare", [_text("state", state), _text("state2", other)]
        yield "topic", [_text("topic", topic)]
        yield "meeting", [_text("meeting", meeting)]
        yield "faq", [_text("entry", faq[number % len(faq)])]
        yield "search", [_text("text", f"{topic} {number}")]
        yield from ((name, []) for name in ("sources", "help", "about", "following"))
        yield "follow", [_within("state", _text("state", state))]
        yield "privacy", [_within("about")]
        yield "privacy", [_within("delete")]


async def measure(bursts: int) -> int:
    """Run the bot through the bursts; returns the exit code."""
    async with serve(Loopback(endings=[])) as server:
        with tempfile.TemporaryDirectory() as folder:
            environment = {
                **os.environ,
                "DISCORD_TOKEN": TOKEN,
                "TREATYBOT_DISCORD_API": server.api,
                "TREATYBOT_DISCORD_GATEWAY": server.gateway,
                "TREATYBOT_DATABASE": str(Path(folder) / "treatybot.sqlite3"),
            }
            bot = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "bot", "run", env=environment, stderr=asyncio.subprocess.DEVNULL
            )
            try:
                await asyncio.wait_for(server.resumed.wait(), _LONGEST_WAIT)
                results = [await _burst(server, round_) for round_ in range(bursts)]
            finally:
                bot.send_signal(signal.SIGTERM)
                await bot.wait()
    return 0 if all(results) else 1


async def _burst(server: Loopback, round_: int) -> bool:
    """One burst; whether each was answered once and in time."""
    kinds: dict[str, str] = {}
    took: dict[str, float] = {}
    interactions = []
    for number, (name, options) in zip(range(AT_ONCE), commands(round_), strict=False):
        person = round_ * AT_ONCE + number + 1000
        kinds[str(person)] = name
        interactions.append(in_a_group_chat(str(person), 2, name, options, person=person))
    answered = asyncio.Event()
    posted = len(_callbacks(server))

    def note(token: str) -> None:
        took[token] = time.perf_counter() - begun
        if len(took) == AT_ONCE:
            answered.set()

    server.on_callback = note
    begun = time.perf_counter()
    await server.send(interactions)
    try:
        await asyncio.wait_for(answered.wait(), _LONGEST_WAIT)
    except TimeoutError:
        print(f"burst {round_ + 1}: never answered: {sorted({kinds[one] for one in kinds.keys() - took.keys()})}")
        return False
    await asyncio.sleep(0.5)  # an answer too many would come now
    twice = len(_callbacks(server)) - posted - AT_ONCE
    times = sorted(took.values())
    slowest = sorted(took, key=lambda token: took[token])[-5:]
    print(
        f"burst {round_ + 1}: {AT_ONCE} answered, {twice} twice; median {statistics.median(times) * 1000:.0f} ms, "
        f"p95 {times[int(AT_ONCE * 0.95)] * 1000:.0f} ms, worst {times[-1] * 1000:.0f} ms; "
        f"last: {', '.join(kinds[token] for token in slowest)}"
    )
    return twice == 0 and times[-1] <= AIM_SECONDS


def _callbacks(server: Loopback) -> list[str]:
    return [call for call in server.calls if call.endswith("/callback")]


if __name__ == "__main__":
    sys.exit(asyncio.run(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 3)))
