"""What a rule gives that says which kind of question is asked for after all."""

from dataclasses import replace

from bot.answering.draft import Asked
from bot.matching.reading import Reading

Rerouted = tuple[Reading, str]
"""the reading with the kind that is answered, and why"""


def as_kind(asked: Asked, intent: str, why: str) -> Rerouted:
    """The reading as a question of another kind, and why."""
    return replace(asked.reading, intent=intent), why
