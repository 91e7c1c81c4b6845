"""What people think of an answer, kept for the maintainers."""

from typing import Any, Final

import discord

from bot.discord_side.desk import Found
from bot.discord_side.service import Service
from bot.store.records import FeedbackKind, NewFeedback, NewGap, StoreError

THANKS_HELPFUL: Final = "Thank you: noted as helpful."
THANKS_WRONG: Final = "Thank you. A maintainer will read it. /privacy says what is kept, and deletes it."
_OFF: Final = "Feedback cannot be kept at present."


async def keep_helpful(service: Service, interaction: discord.Interaction[Any], found: Found) -> str:
    """Keep that an answer was helpful; returns the line for the person."""
    return await _keep(service, interaction, found, "helpful", "") or THANKS_HELPFUL


async def keep_wrong(service: Service, interaction: discord.Interaction[Any], found: Found, text: str) -> str:
    """Keep what is wrong with an answer, and its question as badly answered; returns the line for the person."""
    if problem := await _keep(service, interaction, found, "wrong", text):
        return problem
    if service.store is not None:
        answer = found.answer
        gap = NewGap(found.words, answer.outcome, answer.reading.intent, answer.reading.score)
        await service.store.note_gap(gap, service.now())
    return THANKS_WRONG


async def _keep(
    service: Service, interaction: discord.Interaction[Any], found: Found, kind: FeedbackKind, text: str
) -> str | None:
    """Keep it; returns why not, in a line, when that fails."""
    if service.store is None:
        return _OFF
    answer = found.answer
    new = NewFeedback(interaction.user.id, interaction.guild_id, found.words, answer.title, answer.outcome, kind, text)
    try:
        await service.store.add_feedback(new, service.now())
    except StoreError as error:
        return str(error)
    return None
