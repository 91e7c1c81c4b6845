"""Fair use: how much one person and one server may ask in a minute, and the polite line after that."""

from collections import deque
from collections.abc import Callable
from typing import Final

WINDOW_SECONDS: Final = 60.0
_MOST_KEPT: Final = 10_000
"""people and servers counted at once; who was quiet for a minute is forgotten"""


class FairUse:
    """Counts in memory only; ``clock`` tells seconds."""

    def __init__(self, per_person: int, per_server: int, clock: Callable[[], float]) -> None:
        self._most = {"person": per_person, "server": per_server}
        self._clock = clock
        self._asked: dict[tuple[str, int], deque[float]] = {}
        self._told: dict[int, float] = {}

    def refusal(self, person: int, server: int | None) -> str | None:
        """Count one more question; the polite line when it is one too many, None when it is welcome."""
        keys = [("person", person), *([("server", server)] if server is not None else [])]
        now = self._clock()
        for key in keys:
            times = self._recent(key, now)
            if len(times) >= self._most[key[0]]:
                wait = max(1, round(times[0] + WINDOW_SECONDS - now))
                who = "you" if key[0] == "person" else "this server"
                return (
                    f"Many questions came from {who} within a minute. Please ask again in {wait} "
                    f"second{'s' * (wait != 1)}: nothing is lost."
                )
        for key in keys:
            self._recent(key, now).append(now)
        return None

    def is_told_first(self, person: int) -> bool:
        """Whether the person was not told within this minute: where the line is a message, it is sent once."""
        now = self._clock()
        self._told = {told: when for told, when in self._told.items() if now - when < WINDOW_SECONDS}
        first = person not in self._told
        self._told.setdefault(person, now)
        return first

    def _recent(self, key: tuple[str, int], now: float) -> deque[float]:
        if len(self._asked) > _MOST_KEPT:
            self._asked = {
                each: times for each, times in self._asked.items() if times and now - times[-1] < WINDOW_SECONDS
            }
        times = self._asked.get(key)
        if times is None:
            times = self._asked[key] = deque(maxlen=self._most[key[0]])
        while times and now - times[0] >= WINDOW_SECONDS:
            times.popleft()
        return times
