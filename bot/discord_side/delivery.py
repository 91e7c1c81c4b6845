"""A card as the messages that go out, none of which can ping anybody."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final

import discord

from bot.discord_side.cards import Card, Composed, compose
from bot.discord_side.desk import Answering
from bot.discord_side.first_response import taken
from bot.discord_side.limits import FOLLOW_UPS

NOBODY: Final = discord.AllowedMentions.none()
"""https://discord.com/developers/docs/resources/message#allowed-mentions-object"""

WHOLE_ANSWER = "answer.txt"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message."""

    text: str
    view: discord.ui.View | None = None
    whole_answer: str | None = None
    """text of a file that goes with it"""

    def extras(self) -> dict[str, Any]:
        """View and files, where there are any; files are fresh ones each time, since sending uses them up."""
        found: dict[str, Any] = {}
        if self.view is not None:
            found["view"] = self.view
        if self.whole_answer is not None:
            found["files"] = [discord.File(BytesIO(self.whole_answer.encode("utf-8")), WHOLE_ANSWER)]
        return found


def outgoing(composed: Composed, *, may_attach: bool) -> tuple[Outgoing, ...]:
    """The messages of a card: one, unless no button can page; then ``FOLLOW_UPS`` at most, the last with a file."""
    if len(composed.texts) <= FOLLOW_UPS:
        *first, last = composed.texts
        return (*(Outgoing(text) for text in first), Outgoing(last, composed.view))
    shown = tuple(Outgoing(text) for text in composed.texts[: FOLLOW_UPS - 1])
    if may_attach:
        return (*shown, Outgoing("This answer goes on: the attached file has all of it.", None, composed.whole))
    advice = "Ask a shorter question, for one meeting or year, and it is paged here."
    return (*shown, Outgoing(f"This answer goes on, and I may not attach files here. {advice}"))


async def reply(interaction: discord.Interaction[Any], card: Card, engine: Answering) -> None:
    """Answer an interaction with a new message."""
    # An answer takes a few milliseconds: well within the three seconds that Discord allows for the first reply.
    messages = outgoing(compose(card, engine), may_attach=interaction.app_permissions.attach_files)
    first, *others = messages
    if interaction.response.is_done():
        others = list(messages)
    elif not await taken(lambda: _respond(interaction, first, private=card.private)):
        return
    for message in others:
        await interaction.followup.send(
            message.text, ephemeral=card.private, allowed_mentions=NOBODY, suppress_embeds=True, **message.extras()
        )


async def _respond(interaction: discord.Interaction[Any], message: Outgoing, *, private: bool) -> None:
    await interaction.response.send_message(
        message.text, ephemeral=private, allowed_mentions=NOBODY, suppress_embeds=True, **message.extras()
    )


async def turn(interaction: discord.Interaction[Any], card: Card, engine: Answering) -> None:
    """Show another page in the message whose button was pressed."""
    composed = compose(card, engine)

    async def edit() -> None:
        await interaction.response.edit_message(
            content=composed.texts[0], view=composed.view, allowed_mentions=NOBODY, suppress_embeds=True
        )

    await taken(edit)


async def answer_in_channel(message: discord.Message, card: Card, engine: Answering, *, may_attach: bool) -> None:
    """Answer a message with a reply."""
    first, *others = outgoing(compose(card, engine), may_attach=may_attach)
    # The question may be deleted before the answer comes: then the answer stands alone.
    await message.channel.send(
        first.text,
        reference=message.to_reference(fail_if_not_exists=False),
        mention_author=False,
        allowed_mentions=NOBODY,
        suppress_embeds=True,
        **first.extras(),
    )
    for other in others:
        await message.channel.send(other.text, allowed_mentions=NOBODY, suppress_embeds=True, **other.extras())


async def tell(interaction: discord.Interaction[Any], line: str, *, files: tuple[discord.File, ...] = ()) -> None:
    """One line that only the person sees."""
    if interaction.response.is_done():
        await interaction.followup.send(line, ephemeral=True, allowed_mentions=NOBODY, files=list(files))
        return

    async def respond() -> None:
        await interaction.response.send_message(line, ephemeral=True, allowed_mentions=NOBODY, files=list(files))

    if files:  # they are used up by one try
        await respond()
    else:
        await taken(respond)
