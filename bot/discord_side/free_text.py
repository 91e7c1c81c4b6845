"""Questions in plain messages: a mention of the bot, a reply to it, or a direct message.

Discord delivers the text of these without the privileged message-content intent; of a reply that does not ping the
bot it delivers an empty text, and the bot stays silent:
https://discord.com/developers/docs/events/gateway#message-content-intent
"""

import re
import string
from typing import Final

import discord

from bot.discord_side.answer_keys import StaleKeyError
from bot.discord_side.asking import HELP
from bot.discord_side.buttons import key_on, may_see
from bot.discord_side.cards import Card
from bot.discord_side.delivery import NOBODY, answer_in_channel
from bot.discord_side.desk import Found
from bot.discord_side.errors import note_untold
from bot.discord_side.mentions import without_mentions
from bot.discord_side.service import Service
from bot.matching.reading import Entities

_GREETINGS: Final = frozenset({"", "hi", "hello", "hey", "hi there", "hello there", "help"})
_WRITTEN_BY_PEOPLE: Final = (discord.MessageType.default, discord.MessageType.reply)
_CHATTER: Final = "decline-chatter"


async def answer_message(message: discord.Message, me: discord.ClientUser, service: Service) -> None:
    """Answer ``message`` when it asks the bot, which is ``me``, something; else do nothing."""
    question = question_in(message, me)
    if question is None or not await _may_answer(message, service):
        return
    arrived = service.tally.clock()
    server = message.guild.id if message.guild else None
    refusal = service.fair_use.refusal(message.author.id, server)
    if refusal is not None:
        await _refuse(message, refusal, service)
        return
    person, channel = message.author.id, message.channel.id
    if question.strip(string.punctuation + " ").casefold() in _GREETINGS:
        found, instead = service.desk.typed("help", Entities()), HELP
    else:
        found, instead = service.ask(question, person, channel, _replied_to(message, me, service)), None
        if found.answer.reading.intent == _CHATTER and not _is_addressed(message, me):
            return  # "Thank you" under an answer is no question
        service.conversations.remember(person, channel, found.asked)
    card = Card(found, person, feedback=service.store is not None, instead=instead)
    own = message.guild.me if message.guild else me
    may_attach = message.channel.permissions_for(own).attach_files  # type: ignore[arg-type]  # in a server it is a Member
    await answer_in_channel(message, card, service.desk.engine, may_attach=may_attach)
    if instead is None:
        await service.note(found, arrived)


def question_in(message: discord.Message, me: discord.ClientUser) -> str | None:
    """The question that ``message`` puts to the bot; None when it is none.

    Bots, webhooks and Discord's own notices are not answered. In a server, the bot answers when the text mentions
    it, or when it replies to the bot with a text that Discord delivers.
    """
    if message.author.bot or message.webhook_id is not None or message.type not in _WRITTEN_BY_PEOPLE:
        return None
    text = without_mentions(message, me.id)
    if _is_addressed(message, me):
        return text
    return text if text and _is_reply_to(message, me) else None


def _is_addressed(message: discord.Message, me: discord.ClientUser) -> bool:
    return message.guild is None or re.search(rf"<@!?{me.id}>", message.content) is not None


def _is_reply_to(message: discord.Message, me: discord.ClientUser) -> bool:
    answered = message.reference.resolved if message.reference else None
    return isinstance(answered, discord.Message) and answered.author.id == me.id


def _replied_to(message: discord.Message, me: discord.ClientUser, service: Service) -> Found | None:
    """The answer that a reply goes on from."""
    answered = message.reference.resolved if message.reference else None
    if not isinstance(answered, discord.Message) or answered.author.id != me.id:
        return None
    if not may_see(answered, message.author.id):
        return None
    try:
        return service.desk.find(key_on(answered))
    except StaleKeyError:
        return None


async def _may_answer(message: discord.Message, service: Service) -> bool:
    """Whether the server lets the bot answer mentions in this channel, or in the channel of this thread."""
    if message.guild is None:
        return True
    allowed = (await service.guild_settings(message.guild.id)).mention_channels
    here = {message.channel.id, getattr(message.channel, "parent_id", None)}
    return not allowed or bool(allowed & here)


async def _refuse(message: discord.Message, line: str, service: Service) -> None:
    """Say once, and in private, that there were too many questions."""
    if not service.fair_use.is_told_first(message.author.id):
        return
    try:
        await message.author.send(line, allowed_mentions=NOBODY)
    except discord.HTTPException as untold:
        note_untold(untold)
