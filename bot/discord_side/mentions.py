"""The text of a message with plain names where it mentions somebody or something."""

import re
from typing import Final

import discord

_MENTION: Final = re.compile(r"<(?P<kind>@!?|@&|#)(?P<id>\d+)>")


def without_mentions(message: discord.Message, me: int | None = None) -> str:
    """The text on one line; a mention of the bot, whose id is ``me``, is left out."""
    named = {one.id: one for one in (*message.mentions, *message.role_mentions, *message.channel_mentions)}

    def name(found: re.Match[str]) -> str:
        identifier = int(found["id"])
        if identifier == me and not found["kind"].endswith("&"):
            return " "
        one = named.get(identifier)
        return str(getattr(one, "display_name", None) or getattr(one, "name", "")) if one else " "

    return " ".join(_MENTION.sub(name, message.content).split())
