"""``/settings``: what the managers of a server set. Every change is checked here, whatever Discord shows to whom."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import discord
from discord import app_commands

from bot.discord_side.asking import Commands, Interaction
from bot.discord_side.delivery import tell
from bot.discord_side.maintaining import require_manager
from bot.discord_side.service import Service
from bot.store.records import GuildSettings

_MANAGERS: Final = discord.Permissions(manage_guild=True)
_EVERYWHERE: Final = "all channels that the bot can read"
_MOST_LISTED: Final = 20
"""channels, or roles and people, shown: a mention has up to 24 characters, a message 2,000"""

Change = Callable[[GuildSettings], GuildSettings]


def settings_commands(service: Service) -> Commands:
    """The group of commands, for servers only; answers are private."""
    group = app_commands.Group(
        name="settings",
        description="What Treatybot does in this server (permission Manage Server)",
        guild_only=True,
        default_permissions=_MANAGERS,
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )

    @group.command(name="show", description="Show all settings of this server")
    async def show(interaction: Interaction) -> None:
        store, guild = require_manager(service, interaction)
        await tell(interaction, described(await store.guild_settings(guild)))

    @group.command(name="visibility", description="Whether answers to slash commands are public or private by default")
    @app_commands.describe(answers="public: everybody in the channel sees them; private: only who asked")
    @app_commands.choices(
        answers=[
            app_commands.Choice(name="public", value="public"),
            app_commands.Choice(name="private", value="private"),
        ]
    )
    async def visibility(interaction: Interaction, answers: str) -> None:
        await _change(
            service, interaction, lambda now: replace(now, visibility="private" if answers == "private" else "public")
        )

    @group.command(name="channels", description="Add or remove a channel in which mentions are answered (none: all)")
    @app_commands.describe(channel="A channel of this server; once more removes it; without one, all are open again")
    async def channels(interaction: Interaction, channel: discord.TextChannel | None = None) -> None:
        await _change(
            service,
            interaction,
            lambda now: replace(
                now, mention_channels=now.mention_channels ^ {channel.id} if channel else frozenset[int]()
            ),
        )

    @group.command(name="maintainers", description="Add or remove a role or a person that may use /review")
    @app_commands.describe(
        role="A role whose members may review; once more removes it", person="A person; once more removes them"
    )
    async def maintainers(
        interaction: Interaction, role: discord.Role | None = None, person: discord.Member | None = None
    ) -> None:
        await _change(
            service,
            interaction,
            lambda now: replace(
                now,
                maintainer_roles=now.maintainer_roles ^ ({role.id} if role else set()),
                maintainer_users=now.maintainer_users ^ ({person.id} if person else set()),
            ),
        )

    @group.command(
        name="notices", description="Channel in which maintainers are told of reloads and problems (none: nowhere)"
    )
    @app_commands.describe(channel="A channel of this server; without one, nothing is told")
    async def notices(interaction: Interaction, channel: discord.TextChannel | None = None) -> None:
        await _change(service, interaction, lambda now: replace(now, notices_channel=channel.id if channel else None))

    return [group]


async def _change(service: Service, interaction: discord.Interaction[Any], change: Change) -> None:
    store, guild = require_manager(service, interaction)
    changed = await store.change_guild_settings(guild, change)
    await tell(interaction, described(changed))


def described(settings: GuildSettings) -> str:
    """All settings in words; mentions in it ping nobody."""
    channels = _some([f"<#{channel}>" for channel in sorted(settings.mention_channels)]) or _EVERYWHERE
    people = [f"<@&{role}>" for role in sorted(settings.maintainer_roles)]
    people += [f"<@{user}>" for user in sorted(settings.maintainer_users)]
    where = f"<#{settings.notices_channel}>" if settings.notices_channel else "nowhere"
    return (
        "**Settings of this server**\n"
        f"- Answers to slash commands, where the person does not say: {settings.visibility}\n"
        f"- Mentions are answered in: {channels}\n"
        f"- Maintainers, who may use /review: {_some(people) or 'nobody'}\n"
        f"- Maintainers are told of reloads and problems in: {where}"
    )


def _some(names: list[str]) -> str:
    """As many names as a message has room for, and how many more there are."""
    more = len(names) - _MOST_LISTED
    return ", ".join(names) if more <= 0 else f"{', '.join(names[:_MOST_LISTED])} and {more} more"
