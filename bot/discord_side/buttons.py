"""Buttons and menus that work after a restart: all they need stands in the message itself.

https://discord.com/developers/docs/components/reference
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final, Self, cast

import discord

from bot.discord_side.answer_keys import AnswerKey
from bot.discord_side.custom_ids import BUTTON_TEMPLATE, MENU_TEMPLATE, Mark, key_in, marks_in

if TYPE_CHECKING:
    from bot.discord_side.client import TreatyBot

NOT_YOURS: Final = "This answer is private to the person who asked. Ask the same with /ask."
MENU_PLACEHOLDER: Final = "Related questions: choose one to ask it"

_ROW, _BUTTON, _SELECT = 1, 2, 3
"""https://discord.com/developers/docs/components/reference#component-object-component-types"""


Component = dict[str, Any]
"""as Discord takes it"""


class Components(discord.ui.View):
    """Components on their way out, by rows: what is pressed finds :class:`Pressed` and :class:`Menu` without them.

    discord.py's own view and items are made, checked and kept to listen, which takes as long as all the rest of an
    answer. This one has nothing but what sending asks of it.
    """

    timeout = None

    def __init__(self, rows: Sequence[Sequence[Component]]) -> None:
        self._rows = [{"type": _ROW, "components": list(row)} for row in rows if row]

    def __bool__(self) -> bool:
        return bool(self._rows)

    def to_components(self) -> list[Component]:
        """The rows."""
        return self._rows

    def has_components_v2(self) -> bool:
        """Rows are of the first kind."""
        return False

    def is_dispatchable(self) -> bool:
        """Nothing listens here."""
        return False

    def is_finished(self) -> bool:
        """Nothing listens here."""
        return True


def button(custom_id: str, label: str, style: discord.ButtonStyle, *, disabled: bool = False) -> Component:
    """A button to be sent."""
    return {"type": _BUTTON, "style": style.value, "label": label, "custom_id": custom_id, "disabled": disabled}


def menu(custom_id: str, questions: Sequence[str]) -> Component:
    """A menu of questions to be sent."""
    options = [{"label": question, "value": question} for question in questions]
    return {"type": _SELECT, "custom_id": custom_id, "placeholder": MENU_PLACEHOLDER, "options": options}


class Pressed(discord.ui.DynamicItem[discord.ui.Button[Any]], template=BUTTON_TEMPLATE):
    """A button of ours that was pressed."""

    def __init__(self, item: discord.ui.Button[Any], mark: Mark) -> None:
        super().__init__(item)
        self.mark = mark

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(cast("discord.ui.Button[Any]", item), Mark.of(match))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what the button says."""
        # Forged, it may be the id of a menu, which has no label.
        label = getattr(self.item, "label", None) or ""
        await _bot(interaction).pressing.pressed(interaction, self.mark, label)


class Menu(discord.ui.DynamicItem[discord.ui.Select[Any]], template=MENU_TEMPLATE):
    """The menu of related questions, from which one was chosen."""

    def __init__(self, item: discord.ui.Select[Any], mark: Mark) -> None:
        super().__init__(item)
        self.mark = mark

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        return cls(cast("discord.ui.Select[Any]", item), Mark.of(match))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Ask the question chosen."""
        # Forged, it may be the id of a button, of which nothing can be chosen.
        chosen = next(iter(getattr(self.item, "values", ())), "")
        await _bot(interaction).pressing.chosen(interaction, self.mark, chosen)


def key_on(message: discord.Message | None) -> AnswerKey:
    """The key that the components of a message carry. Raises ``StaleKeyError``."""
    return key_in(_custom_ids(message.components if message else ()))


def may_see(message: discord.Message | None, person: int) -> bool:
    """Whether a person may see more of the answer of a message: a private one is for its owner alone."""
    marks = marks_in(_custom_ids(message.components if message else ()))
    return all(not mark.private or mark.owner == person for mark in marks)


def is_owner(message: discord.Message | None, person: int) -> bool:
    """Whether the answer of a message is one that this person asked for."""
    return any(mark.owner == person for mark in marks_in(_custom_ids(message.components if message else ())))


def _custom_ids(components: Sequence[Any]) -> Iterator[str]:
    for component in components:
        if custom_id := getattr(component, "custom_id", None):
            yield custom_id
        yield from _custom_ids(getattr(component, "children", ()))


def _bot(interaction: discord.Interaction[Any]) -> "TreatyBot":
    return cast("TreatyBot", interaction.client)
