"""Questions in plain messages: a mention of the bot, or a direct message to it.

Discord delivers the text of both without the privileged message-content intent:
https://discord.com/developers/docs/events/gateway#message-content-intent
"""

import re
import string
from typing import TYPE_CHECKING

import discord

from bot.discord_side.delivery import NOBODY, outgoing

if TYPE_CHECKING:
    from bot.discord_side.client import Answering

HELP = "help"
"""the question that an empty message or a greeting stands for"""

_GREETINGS = frozenset({"", "hi", "hello", "hey", "hi there", "hello there"})
_WRITTEN_BY_PEOPLE = (discord.MessageType.default, discord.MessageType.reply)
_MENTION = re.compile(r"<(?P<kind>@!?|@&|#)(?P<id>\d+)>")


async def answer_message(message: discord.Message, me: discord.ClientUser, engine: "Answering") -> None:
    """Answer ``message`` when it asks the bot, which is ``me``, something; else do nothing."""
    question = question_in(message, me)
    if question is None:
        return
    own = message.guild.me if message.guild else me
    may_attach = message.channel.permissions_for(own).attach_files  # type: ignore[arg-type]
    first, *others = outgoing(engine.answer(question), may_attach=may_attach)
    # The question may be deleted before the answer comes: then the answer stands alone.
    reference = message.to_reference(fail_if_not_exists=False)
    await message.channel.send(
        first.text, reference=reference, mention_author=False, allowed_mentions=NOBODY, suppress_embeds=True
    )
    for other in others:
        await message.channel.send(other.text, files=other.files(), allowed_mentions=NOBODY, suppress_embeds=True)


def question_in(message: discord.Message, me: discord.ClientUser) -> str | None:
    """The question that ``message`` puts to the bot; None when it is none.

    Bots, webhooks and Discord's own notices are not answered. In a server the bot answers when the text
    mentions it; a mere reply to one of its messages is talk among people.
    """
    if message.author.bot or message.webhook_id is not None or message.type not in _WRITTEN_BY_PEOPLE:
        return None
    mention = re.compile(rf"<@!?{me.id}>")
    if message.guild is not None and not mention.search(message.content):
        return None
    text = _MENTION.sub(lambda found: _name(found, message), mention.sub(" ", message.content))
    question = " ".join(text.split())
    return HELP if question.strip(string.punctuation + " ").casefold() in _GREETINGS else question


def _name(found: re.Match[str], message: discord.Message) -> str:
    """The plain name of whoever or whatever a mention names, or nothing when Discord did not tell."""
    named: list[discord.abc.Snowflake] = [*message.mentions, *message.role_mentions, *message.channel_mentions]
    for one in named:
        if one.id == int(found["id"]):
            return str(getattr(one, "display_name", None) or getattr(one, "name", ""))
    return " "
