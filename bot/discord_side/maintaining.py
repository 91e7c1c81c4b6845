"""Who may review: the role or the people that ``/settings maintainers`` names; checked at every command and button."""

from typing import Any, Final

import discord
from discord import app_commands

from bot.discord_side.service import Service
from bot.store.store import Store

NOT_A_MAINTAINER: Final = (
    "Only this server's maintainers may do that. Someone with the permission Manage Server names them with "
    "/settings maintainers."
)
NOT_A_MANAGER: Final = "Only people with the permission Manage Server may do that."
NO_STORE: Final = "I keep nothing at present: I run without my database. If that is not meant to be, the log says why."


class RefusedError(app_commands.CheckFailure):
    """The person may not do this, or it cannot be done now; the message is for them."""


async def require_maintainer(service: Service, interaction: discord.Interaction[Any]) -> Store:
    """The store, for a maintainer of this server. Raises :class:`RefusedError` for anybody else."""
    store = require_store(service)
    settings = await service.guild_settings(interaction.guild_id)
    roles = {role.id for role in interaction.user.roles} if isinstance(interaction.user, discord.Member) else set()
    if interaction.guild_id is None or not (
        interaction.user.id in settings.maintainer_users or roles & settings.maintainer_roles
    ):
        raise RefusedError(NOT_A_MAINTAINER)
    return store


def require_manager(service: Service, interaction: discord.Interaction[Any]) -> tuple[Store, int]:
    """The store and the server's id, for who may manage it. Raises :class:`RefusedError` for anybody else.

    Discord tells the person's permissions with each interaction:
    https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-structure
    """
    if interaction.guild_id is None or not interaction.permissions.manage_guild:
        raise RefusedError(NOT_A_MANAGER)
    return require_store(service), interaction.guild_id


def require_store(service: Service) -> Store:
    """The store. Raises :class:`RefusedError` when there is none."""
    if service.store is None:
        raise RefusedError(NO_STORE)
    return service.store
