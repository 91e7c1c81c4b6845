"""``/follow``, ``/following``, ``/unfollow``: a direct message when something changes."""

from typing import Any, Final

import discord
from discord import app_commands

from bot.discord_side.asking import Commands, Interaction
from bot.discord_side.changes import followed_name, followed_text
from bot.discord_side.delivery import tell
from bot.discord_side.limits import CHOICE_TEXT, CHOICES, cut
from bot.discord_side.maintaining import require_store
from bot.discord_side.notifying import seen_key
from bot.discord_side.options import (
    MEETING,
    STATE,
    TOPIC,
    Name,
    NameOption,
    everywhere,
    named,
    options,
)
from bot.discord_side.service import Service, service_of
from bot.rendering.markdown import escape, size
from bot.rendering.messages import MESSAGE_LIMIT
from bot.store.records import Follow, FollowKind

_NOTHING: Final = "You follow nothing. /follow state, /follow topic and /follow meeting begin it."
_KIND_NAMES: Final[dict[FollowKind, str]] = {"state": "State", "topic": "topic", "meeting": "meeting", "all": "all"}


def follow_commands(service: Service) -> Commands:
    """The commands; their answers are private."""
    group: app_commands.Group = everywhere(
        app_commands.Group(
            name="follow", description="Get a direct message when what the documents hold on something changes"
        )
    )

    @group.command(name="state", description="Follow a State. Example: India")
    @options(state=STATE)
    async def state_(interaction: Interaction, state: Name) -> None:
        await _follow(service, interaction, "state", named(interaction, "state", state))

    @group.command(name="topic", description="Follow a topic. Example: stockpiles")
    @options(topic=TOPIC)
    async def topic_(interaction: Interaction, topic: Name) -> None:
        await _follow(service, interaction, "topic", named(interaction, "topic", topic))

    @group.command(name="meeting", description="Follow a meeting. Example: 17MSP")
    @options(meeting=MEETING)
    async def meeting_(interaction: Interaction, meeting: Name) -> None:
        await _follow(service, interaction, "meeting", named(interaction, "meeting", meeting))

    @everywhere
    @app_commands.command(name="following", description="What you follow")
    async def following(interaction: Interaction) -> None:
        follows = await require_store(service).following(interaction.user.id)
        await tell(interaction, _listed([_label(service, follow) for follow in follows]) if follows else _NOTHING)

    @everywhere
    @app_commands.command(name="unfollow", description="Follow something no more")
    @options(followed=NameOption("One of the things that you follow", _own_follows))
    async def unfollow(interaction: Interaction, followed: app_commands.Range[str, 1, 100]) -> None:
        store = require_store(service)
        for follow in await store.following(interaction.user.id):
            if followed.casefold() in (
                _value(follow),
                followed_name(service.desk, follow.kind, follow.target).casefold(),
            ):
                await store.unfollow(interaction.user.id, follow.kind, follow.target)
                await tell(interaction, f"You follow {_label(service, follow)} no more.")
                return
        await tell(interaction, "You do not follow that. /following says what you follow.")

    return [group, following, unfollow]


def _listed(labels: list[str]) -> str:
    """What is followed, as much of it as a message holds."""
    lines = ["**You follow**"]
    for number, label in enumerate(labels):
        left = f"and {len(labels) - number} more: /unfollow completes their names as you type"
        if size("\n".join([*lines, f"- {label}", left])) > MESSAGE_LIMIT:
            return "\n".join([*lines, left])
        lines.append(f"- {label}")
    return "\n".join(lines)


async def _follow(service: Service, interaction: Interaction, kind: FollowKind, target: str) -> None:
    store = require_store(service)
    # What it says now is what the first change is told against; it stands before the follow does.
    key = seen_key(kind, target)
    if await store.value(key) is None or not await store.followers_of(kind, target):
        await store.set_values({key: followed_text(service.desk, kind, target) or ""})
    new = await store.follow(interaction.user.id, kind, target, service.now())
    name = escape(followed_name(service.desk, kind, target))
    await tell(
        interaction,
        f"You follow {name}: when what the documents hold on it changes, I write to you directly. /unfollow ends it."
        if new
        else f"You follow {name} already.",
    )


async def _own_follows(interaction: discord.Interaction[Any], current: str) -> list[app_commands.Choice[str]]:
    service = service_of(interaction)
    if service.store is None:
        return []
    follows = await service.store.following(interaction.user.id)
    labels = [
        (cut(f"{followed_name(service.desk, one.kind, one.target)}", CHOICE_TEXT), _value(one)) for one in follows
    ]
    found = [(label, value) for label, value in labels if current.casefold() in label.casefold()]
    return [app_commands.Choice(name=label, value=value) for label, value in found[:CHOICES]]


def _value(follow: Follow) -> str:
    return f"{follow.kind}:{follow.target}"


def _label(service: Service, follow: Follow) -> str:
    return f"{escape(followed_name(service.desk, follow.kind, follow.target))} ({_KIND_NAMES[follow.kind]})"
