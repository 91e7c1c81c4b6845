"""The commands as a whole: fair use before each, and what happens when one fails."""

from typing import Any

import discord
from discord import app_commands

from bot.discord_side.answer_keys import StaleKeyError
from bot.discord_side.delivery import tell
from bot.discord_side.errors import UNTELLABLE, note_error, note_untold
from bot.discord_side.options import UnclearNameError
from bot.discord_side.service import service_of
from bot.store.records import StoreError

_GONE = "The documents hold no such thing any more. Please choose again from the list."

_UNREADABLE = "I could not make out one of the options of this command. Please choose it again from the list."


class Tree(app_commands.CommandTree[Any]):
    """The commands."""

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Whether the person and the server have asked little enough; completions are not counted."""
        if interaction.type is discord.InteractionType.autocomplete:
            return True
        service = service_of(interaction)
        service.arrived(interaction)
        refusal = service.fair_use.refusal(interaction.user.id, interaction.guild_id)
        if refusal is not None:
            await tell(interaction, refusal)
        return refusal is None

    async def _call(self, interaction: discord.Interaction[Any]) -> None:
        # All of a command, its check and its error included; discord.py has no public place around it.
        with service_of(interaction).under_way.work():
            await super()._call(interaction)

    async def on_error(self, interaction: discord.Interaction[Any], error: app_commands.AppCommandError, /) -> None:
        """Log the error and tell the person, in a message that only they see."""
        cause = error.original if isinstance(error, app_commands.CommandInvokeError) else error
        name = interaction.command.qualified_name if interaction.command else "an unknown command"
        try:
            await tell(interaction, _line(f"/{name}", cause))
        except UNTELLABLE as untold:
            note_untold(untold)


def _line(where: str, cause: Exception) -> str:
    if isinstance(cause, UnclearNameError):
        return str(cause)
    if isinstance(cause, StaleKeyError):
        return _GONE
    if isinstance(cause, app_commands.TransformerError):
        return _UNREADABLE
    if isinstance(cause, StoreError):
        return str(cause)
    if isinstance(cause, app_commands.CheckFailure):
        return str(cause) or "You may not use this command here."
    return note_error(where, cause)
