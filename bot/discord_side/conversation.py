"""What was answered last, for each person in each channel: "and Pakistan?" keeps the rest of the question."""

from collections.abc import Callable
from typing import Final

from bot.discord_side.desk import Asked

REMEMBERED_SECONDS: Final = 600.0
_MOST: Final = 5_000
"""conversations kept in memory; the oldest is forgotten first"""


class Conversations:
    """The last answer of each conversation, in memory only; ``clock`` tells seconds."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._last: dict[tuple[int, int], tuple[float, Asked]] = {}

    def recall(self, person: int, channel: int) -> Asked | None:
        """What was answered last, unless it is too long ago."""
        when, asked = self._last.get((person, channel), (0.0, None))
        return asked if asked is not None and self._clock() - when <= REMEMBERED_SECONDS else None

    def remember(self, person: int, channel: int, asked: Asked) -> None:
        """Keep ``asked`` as the last answer of a conversation."""
        now = self._clock()
        self._last.pop((person, channel), None)
        self._last[person, channel] = (now, asked)
        while self._last:
            oldest = next(iter(self._last))
            if len(self._last) <= _MOST and now - self._last[oldest][0] <= REMEMBERED_SECONDS:
                break
            del self._last[oldest]

    def forget(self, person: int) -> None:
        """Forget all conversations of a person."""
        for key in [key for key in self._last if key[0] == person]:
            del self._last[key]
