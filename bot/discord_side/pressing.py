"""What the buttons and menus under an answer do."""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any, Final

import discord

from bot.discord_side.answer_keys import StaleKeyError
from bot.discord_side.buttons import NOT_YOURS, key_on, may_see
from bot.discord_side.cards import READINGS, Card
from bot.discord_side.custom_ids import Mark
from bot.discord_side.delivery import reply, tell, turn
from bot.discord_side.desk import Found
from bot.discord_side.errors import UNTELLABLE, note_error, note_untold
from bot.discord_side.feedback import keep_helpful
from bot.discord_side.limits import BUTTON_LABEL, cut
from bot.discord_side.modals import further_modal, wrong_modal
from bot.discord_side.service import Service
from bot.log_lines import fields
from bot.store.records import StoreError

STALE: Final = (
    "This button is from an older answer that I cannot find any more. Please ask again: /ask takes any question."
)

_log = logging.getLogger(__name__)


class Pressing:
    """The buttons of a bot; every one is checked here, whatever the message shows."""

    def __init__(self, service: Service) -> None:
        self._service = service

    async def pressed(self, interaction: discord.Interaction[Any], mark: Mark, label: str) -> None:
        """Do what a button says; the person is told when that fails."""
        await self.guarded(interaction, f"button {mark.action}", lambda: self._press(interaction, mark, label))

    async def chosen(self, interaction: discord.Interaction[Any], mark: Mark, question: str) -> None:
        """Ask the question that was chosen from a menu."""

        async def ask() -> None:
            if not may_see(interaction.message, interaction.user.id):
                await tell(interaction, NOT_YOURS)
                return
            if not question:
                raise StaleKeyError("nothing was chosen")
            await self._answer(interaction, mark, self._service.desk.question(question))

        await self.guarded(interaction, "menu", ask)

    async def guarded(
        self, interaction: discord.Interaction[Any], where: str, work: Callable[[], Awaitable[None]]
    ) -> None:
        """Do ``work`` within fair use; what goes wrong is told in one line."""
        with self._service.under_way.work():
            await self._guarded(interaction, where, work)

    async def _guarded(
        self, interaction: discord.Interaction[Any], where: str, work: Callable[[], Awaitable[None]]
    ) -> None:
        self._service.arrived(interaction)
        try:
            refusal = self._service.fair_use.refusal(interaction.user.id, interaction.guild_id)
            if refusal is not None:
                await tell(interaction, refusal)
            else:
                await work()
        except StaleKeyError as error:
            _log.info("something pressed is too old", extra=fields(where=where, reason=str(error)))
            await _tell_safely(interaction, STALE)
        except StoreError as error:
            await _tell_safely(interaction, str(error))
        except Exception as error:  # noqa: BLE001 - whatever it is, the person is told
            await _tell_safely(interaction, note_error(where, error))

    async def _press(self, interaction: discord.Interaction[Any], mark: Mark, label: str) -> None:
        if not may_see(interaction.message, interaction.user.id):
            await tell(interaction, NOT_YOURS)
            return
        found = self._service.desk.find(key_on(interaction.message))
        match mark.action:
            case "prev" | "next":
                await self._turn(interaction, mark, found, mark.page + (1 if mark.action == "next" else -1))
            case "sources":
                await self._show(interaction, Card(found, interaction.user.id, private=True, aspect="s"))
            case "plain":
                await self._show(interaction, Card(found, interaction.user.id, private=True, aspect="p"))
            case "share":
                await self._show(interaction, self._card(found, interaction.user.id, private=False))
            case "further":
                await interaction.response.send_modal(further_modal())
            case "wrong":
                await interaction.response.send_modal(wrong_modal())
            case "helpful":
                await tell(interaction, await keep_helpful(self._service, interaction, found))
            case "read":
                await self._answer(interaction, mark, self._service.desk.question(_reading(found, mark.page, label)))
            case _:
                raise StaleKeyError(f"no such button: {mark.action}")

    async def _turn(self, interaction: discord.Interaction[Any], mark: Mark, found: Found, page: int) -> None:
        engine = self._service.desk.engine
        card = self._card(found, mark.owner, private=mark.private)
        card = replace(card, aspect=mark.aspect, page=max(0, page))
        if interaction.user.id == mark.owner:
            await turn(interaction, card, engine)
        else:  # Others read on without turning the page under the asker's eyes.
            await reply(interaction, replace(card, owner=interaction.user.id, private=True), engine)

    async def _answer(self, interaction: discord.Interaction[Any], mark: Mark, found: Found) -> None:
        private = mark.private or interaction.user.id != mark.owner
        await self._service.answer(interaction, found, private=private or None)

    async def _show(self, interaction: discord.Interaction[Any], card: Card) -> None:
        await reply(interaction, card, self._service.desk.engine)

    def _card(self, found: Found, owner: int, *, private: bool) -> Card:
        return Card(found, owner, private=private, feedback=self._service.store is not None)


def _reading(found: Found, number: int, label: str) -> str:
    """The question of a button, if the knowledge of now still offers it."""
    offered = found.answer.suggestions[:READINGS]
    if number >= len(offered) or cut(offered[number], BUTTON_LABEL) != label:
        raise StaleKeyError("the readings are others now")
    return offered[number]


async def _tell_safely(interaction: discord.Interaction[Any], line: str) -> None:
    try:
        await tell(interaction, line)
    except UNTELLABLE as untold:
        note_untold(untold)
