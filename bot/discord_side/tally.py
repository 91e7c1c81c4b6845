"""What the bot has done since it started: how long it runs, questions by outcome, and how long answers took.

In memory only, numbers only: no question, no person, no server.
"""

import math
from collections import Counter, deque
from collections.abc import Callable, Sequence
from typing import Final, get_args

from bot.answering.answer import Outcome

WINDOW: Final = 1_000
"""questions, the last ones, of which the time is kept"""


class Tally:
    """One for a bot; ``clock`` tells seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock: Final = clock
        self._began = clock()
        self._outcomes: Counter[str] = Counter()
        self._took: deque[float] = deque(maxlen=WINDOW)

    def count(self, outcome: Outcome, began: float | None) -> float | None:
        """Count an answer that Discord has taken; returns the seconds since ``began``, when that is known."""
        self._outcomes[outcome] += 1
        if began is None:
            return None
        took = self.clock() - began
        self._took.append(took)
        return took

    def lines(self) -> tuple[str, ...]:
        """What there is to tell, for people."""
        total = self._outcomes.total()
        by_outcome = ", ".join(f"{self._outcomes[each]:,} {each.replace('_', ' ')}" for each in get_args(Outcome))
        told = [f"Up {duration(self.clock() - self._began)}; questions since the start: {total:,} ({by_outcome})"]
        if self._took:
            ordered = sorted(self._took)
            told.append(
                f"From a question's arrival until Discord took the answer, last {len(ordered):,} questions: median "
                f"{_milliseconds(_within(ordered, 50))}, 99 of 100 within {_milliseconds(_within(ordered, 99))}"
            )
        return tuple(told)


def duration(seconds: float) -> str:
    """Such as "3 days 4 h", "4 h 5 min" or "5 min"."""
    minutes = int(seconds // 60)
    days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
    if days:
        return f"{days} {'day' if days == 1 else 'days'} {hours} h"
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def _within(ordered: Sequence[float], percent: int) -> float:
    """The least of the times within which so many of 100 were."""
    return ordered[math.ceil(len(ordered) * percent / 100) - 1]


def _milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms"
