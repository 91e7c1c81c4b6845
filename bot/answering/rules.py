"""What the rules on the words of a question share."""

from dataclasses import replace

from bot.answering.draft import Asked
from bot.matching.reading import Reading

KINDS_OF_PRESENCE = frozenset({"attendance", "last-participation", "attendees", "last-at", "never-participated"})
"""kinds of question on who took part"""
Rerouted = tuple[Reading, str]
"""the reading with the kind that is answered, and why"""


def as_kind(asked: Asked, intent: str, why: str) -> Rerouted:
    """The reading as a question of another kind, and why."""
    return replace(asked.reading, intent=intent), why
