"""Forms: what they ask, and what is done with what was typed.

A form is answered by its fixed custom id, so that one that was open while the bot restarted works too.
https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal
"""

from collections.abc import Iterator
from typing import Any, Final

import discord

from bot.discord_side.answer_keys import StaleKeyError
from bot.discord_side.buttons import NOT_YOURS, is_owner, key_on, may_see
from bot.discord_side.delivery import tell
from bot.discord_side.desk import Found
from bot.discord_side.feedback import keep_wrong
from bot.discord_side.limits import QUESTION
from bot.discord_side.service import Service

FURTHER: Final = "t1m.further"
WRONG: Final = "t1m.wrong"
_TEXT: Final = "text"
_OPEN_SECONDS: Final = 900.0
"""after which an interaction's token ends:
https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages"""
_LONGEST_FEEDBACK: Final = 1500


def further_modal() -> discord.ui.Modal:
    """Ask further: what was answered before is kept in mind."""
    return _modal(FURTHER, "Ask further", "Your question", "For example: and Pakistan?", QUESTION, long=False)


def wrong_modal() -> discord.ui.Modal:
    """What is wrong with an answer."""
    label = "What is wrong? Where did you see it right?"
    example = "For example: the statement is of 2016; it stands in the 2017 status document, line 80"
    return _modal(WRONG, "This is wrong", label, example, _LONGEST_FEEDBACK, long=True)


def _modal(custom_id: str, title: str, label: str, placeholder: str, most: int, *, long: bool) -> discord.ui.Modal:
    modal = discord.ui.Modal(title=title, custom_id=custom_id, timeout=_OPEN_SECONDS)
    style = discord.TextStyle.paragraph if long else discord.TextStyle.short
    field: discord.ui.TextInput[Any] = discord.ui.TextInput(
        style=style, placeholder=placeholder, max_length=most, custom_id=_TEXT
    )
    modal.add_item(discord.ui.Label(text=label, component=field))
    return modal


def is_ours(interaction: discord.Interaction[Any]) -> bool:
    """Whether a form of ours was sent."""
    data: Any = interaction.data or {}
    return interaction.type is discord.InteractionType.modal_submit and data.get("custom_id") in (FURTHER, WRONG)


async def submitted(interaction: discord.Interaction[Any], service: Service) -> None:
    """Do what a form asks for. Raises ``StaleKeyError`` when the answer under which it stood cannot be found."""
    if not may_see(interaction.message, interaction.user.id):
        await tell(interaction, NOT_YOURS)
        return
    data: Any = interaction.data or {}
    text = " ".join(next(_typed(data.get("components", ())), "").split())
    before = _before(interaction, service)
    if data.get("custom_id") == WRONG:
        if before is None:
            raise StaleKeyError("no answer to this form")
        await tell(interaction, await keep_wrong(service, interaction, before, text))
    elif text:
        found = service.ask(text, interaction.user.id, interaction.channel_id, before)
        # As with the buttons: who goes on from somebody else's answer is answered alone.
        private = bool(interaction.message and interaction.message.flags.ephemeral)
        private = private or not is_owner(interaction.message, interaction.user.id)
        await service.answer(interaction, found, private=private or None)
    else:
        await tell(interaction, "There was no question in it.")


def _before(interaction: discord.Interaction[Any], service: Service) -> Found | None:
    """The answer whose button opened the form."""
    try:
        return service.desk.find(key_on(interaction.message))
    except StaleKeyError:
        return None


def _typed(components: Any) -> Iterator[str]:  # noqa: ANN401 - the form as it came
    for component in components:
        if component.get("custom_id") == _TEXT:
            yield str(component.get("value", ""))
        yield from _typed(component.get("components", ()))
        if inner := component.get("component"):
            yield from _typed([inner])
