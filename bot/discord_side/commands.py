"""``/ask``: the slash command only hands the question on and sends what comes back."""

from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.discord_side.delivery import NOBODY, outgoing
from bot.discord_side.errors import note_error, note_untold

if TYPE_CHECKING:
    from bot.discord_side.client import Answering

QUESTION_LENGTH = 1000
"""Our own limit on a question; Discord allows an option 6,000 characters at most:
https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure"""


class Tree(app_commands.CommandTree[discord.Client]):
    """The commands, and what happens when one fails."""

    async def on_error(
        self, interaction: discord.Interaction[discord.Client], error: app_commands.AppCommandError, /
    ) -> None:
        """Log the error and tell the person, in a message that only they see."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        name = interaction.command.qualified_name if interaction.command else "an unknown command"
        line = note_error(f"/{name}", cause)
        try:
            if interaction.response.is_done():
                await interaction.followup.send(line, ephemeral=True, allowed_mentions=NOBODY)
            else:
                await interaction.response.send_message(line, ephemeral=True, allowed_mentions=NOBODY)
        except discord.HTTPException as untold:
            note_untold(untold)


def ask_command(engine: "Answering") -> app_commands.Command[Any, ..., None]:
    """``/ask question: private:``, for servers and for people who install the bot for themselves."""

    @app_commands.command(
        name="ask", description="Ask about the Mine Ban Convention: answers from documents, with their sources"
    )
    @app_commands.describe(
        question="For example: what did India say in 16MSP?",
        private="Whether only you see the answer (default: everybody here does)",
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(
        interaction: discord.Interaction[discord.Client],
        question: app_commands.Range[str, 1, QUESTION_LENGTH],
        private: bool = False,
    ) -> None:
        # An answer takes a few milliseconds: well within the three seconds that Discord allows for the first reply.
        first, *others = outgoing(engine.answer(question), may_attach=interaction.app_permissions.attach_files)
        await interaction.response.send_message(
            first.text, ephemeral=private, allowed_mentions=NOBODY, suppress_embeds=True
        )
        for message in others:
            await interaction.followup.send(
                message.text, files=message.files(), ephemeral=private, allowed_mentions=NOBODY, suppress_embeds=True
            )

    return ask
