"""``/privacy``: what is kept, and how a person gets or deletes it."""

from io import BytesIO
from typing import Final

import discord
from discord import app_commands

from bot.discord_side.asking import Commands, Interaction
from bot.discord_side.conversation import REMEMBERED_SECONDS
from bot.discord_side.delivery import tell
from bot.discord_side.desk import MOST_ANSWERED
from bot.discord_side.maintaining import require_store
from bot.discord_side.options import PRIVATE, everywhere
from bot.discord_side.service import Service
from bot.store.sheets import person_json

EXPORT_FILE: Final = "treatybot-my-data.json"


def privacy_text(keep_days: int, *, log_questions: bool) -> str:
    """What is kept, for how long, and of what nothing is kept."""
    minutes = round(REMEMBERED_SECONDS / 60)
    log = "- At present the log bears what is asked too, without who asked, to look for a fault.\n"
    return (
        "**Privacy**\n"
        "I read only what is sent to me: slash commands, messages that mention me or reply to me, direct messages, and "
        "a message on which somebody uses Check with sources, of which nothing is kept unless they give feedback on "
        "the answer. No other service is asked.\n"
        "- Kept with your id: feedback that you give (Helpful, This is wrong), what you follow, and that you are a "
        "maintainer, if a server names you. The maintainers of every server can read feedback, without who wrote it.\n"
        "- Kept without you: questions that I could not answer well, with how often they came and on which days. "
        "Nothing tells who asked, so they cannot be deleted by person.\n"
        f"- Feedback and such questions are deleted after {keep_days} days.\n"
        "- Kept of a server: its settings.\n"
        f"{log if log_questions else ''}"
        f"- In memory only: the last question of a conversation, for {minutes} minutes; the last {MOST_ANSWERED} "
        "questions with their answers, without who asked, until the knowledge changes or I am started anew; and how "
        "many questions came within a minute.\n"
        "The buttons under an answer carry the question in themselves; that is kept by Discord with the message, "
        "not by me.\n"
        "/privacy export sends you all that is kept with your id as a file; /privacy delete deletes it."
    )


def privacy_commands(service: Service) -> Commands:
    """The group of commands."""
    group: app_commands.Group = everywhere(
        app_commands.Group(name="privacy", description="What is kept of you, and how to get or delete it")
    )

    @group.command(name="about", description="What is kept, for how long, and of what nothing is kept")
    @app_commands.describe(private=PRIVATE)
    async def about(interaction: Interaction, private: bool | None = None) -> None:
        await service.say(
            interaction, privacy_text(service.keep_days, log_questions=service.log_questions), private=private
        )

    @group.command(name="export", description="Get all that is kept with your id, as a file that only you see")
    async def export(interaction: Interaction) -> None:
        records = await require_store(service).export_person(interaction.user.id)
        file = discord.File(BytesIO(person_json(records).encode("utf-8")), EXPORT_FILE)
        await tell(interaction, _counted(records.count, "are kept with your id"), files=(file,))

    @group.command(name="delete", description="Delete all that is kept with your id: feedback, follows, maintainer")
    async def delete(interaction: Interaction) -> None:
        deleted = await require_store(service).delete_person(interaction.user.id)
        service.conversations.forget(interaction.user.id)
        await tell(interaction, _counted(deleted.count, "were deleted; nothing is kept with your id now"))

    return [group]


def _counted(count: int, what: str) -> str:
    return f"{count} record{'s' * (count != 1)} {what}."
