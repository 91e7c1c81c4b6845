"""Buttons and menus that work after a restart: all they need stands in the message itself.

https://discord.com/developers/docs/components/reference
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, Self, cast

import discord

from bot.discord_side.answer_keys import AnswerKey
from bot.discord_side.custom_ids import BUTTON_TEMPLATE, MENU_TEMPLATE, Mark, key_in

if TYPE_CHECKING:
    from bot.discord_side.client import TreatyBot

MENU_PLACEHOLDER: Final = "Related questions: choose one to ask it"


class Pressed(discord.ui.DynamicItem[discord.ui.Button[Any]], template=BUTTON_TEMPLATE):
    """A button of ours, as sent and as pressed."""

    def __init__(self, item: discord.ui.Button[Any], mark: Mark) -> None:
        super().__init__(item)
        self.mark = mark

    @classmethod
    def made(cls, custom_id: str, label: str, style: discord.ButtonStyle, *, row: int, disabled: bool = False) -> Self:
        """A button to be sent."""
        button: discord.ui.Button[Any] = discord.ui.Button(
            style=style, label=label, disabled=disabled, custom_id=custom_id, row=row
        )
        return cls(button, _mark(custom_id, BUTTON_TEMPLATE))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(cast("discord.ui.Button[Any]", item), Mark.of(match))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the button says."""
        await _bot(interaction).pressing.pressed(interaction, self.mark, self.item.label or "")


class Menu(discord.ui.DynamicItem[discord.ui.Select[Any]], template=MENU_TEMPLATE):
    """The menu of related questions, as sent and as used."""

    def __init__(self, item: discord.ui.Select[Any], mark: Mark) -> None:
        super().__init__(item)
        self.mark = mark

    @classmethod
    def made(cls, custom_id: str, options: list[discord.SelectOption], *, row: int) -> Self:
        """A menu to be sent."""
        menu: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=custom_id, placeholder=MENU_PLACEHOLDER, options=options, row=row
        )
        return cls(menu, _mark(custom_id, MENU_TEMPLATE))

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(cast("discord.ui.Select[Any]", item), Mark.of(match))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Ask the question chosen."""
        await _bot(interaction).pressing.chosen(interaction, self.mark, self.item.values[0])


def key_on(message: discord.Message | None) -> AnswerKey:
    """The key that the components of a message carry. Raises ``StaleKeyError``."""
    return key_in(_custom_ids(message.components if message else ()))


def _custom_ids(components: Sequence[Any]) -> Iterator[str]:
    for component in components:
        if custom_id := getattr(component, "custom_id", None):
            yield custom_id
        yield from _custom_ids(getattr(component, "children", ()))


def _mark(custom_id: str, template: re.Pattern[str]) -> Mark:
    match = template.fullmatch(custom_id)
    if match is None:
        raise ValueError(f"no custom id of ours: {custom_id!r}")
    return Mark.of(match)


def _bot(interaction: discord.Interaction[Any]) -> "TreatyBot":
    return cast("TreatyBot", interaction.client)
