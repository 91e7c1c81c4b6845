"""The message command "Check with sources": what the documents hold on what someone else wrote.

https://discord.com/developers/docs/interactions/application-commands#message-commands
"""

from dataclasses import replace
from typing import Any, Final

import discord
from discord import app_commands

from bot.answering.answer import Text
from bot.discord_side.asking import Commands, Interaction
from bot.discord_side.delivery import tell
from bot.discord_side.limits import QUESTION
from bot.discord_side.mentions import without_mentions
from bot.discord_side.options import everywhere
from bot.discord_side.service import Service

NAME: Final = "Check with sources"
NO_TEXT: Final = "That message has no text that I could check."
CUT: Final = f"That message is long: I looked at its first {QUESTION:,} characters only."


def message_commands(service: Service) -> Commands:
    """The command; its answer is private: it is about somebody's words."""

    async def check(interaction: Interaction, message: discord.Message) -> None:
        text = without_mentions(message)
        if not text:
            await tell(interaction, NO_TEXT)
            return
        found = service.desk.question(text[:QUESTION])
        if len(text) > QUESTION:
            found = replace(found, answer=replace(found.answer, parts=(Text(CUT), *found.answer.parts)))
        # Somebody else's words, who did not ask: they are not kept.
        await service.answer(interaction, found, private=True, keep=False)

    menu: Any = app_commands.ContextMenu(name=NAME, callback=check)
    return [everywhere(menu)]
