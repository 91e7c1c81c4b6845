"""``/review``: unanswered questions, feedback, reload and status, for maintainers only."""

import re
from io import BytesIO
from typing import Any, Final, Self, cast

import discord
from discord import app_commands

from bot.discord_side.asking import Commands, Interaction
from bot.discord_side.delivery import NOBODY, tell
from bot.discord_side.maintaining import RefusedError, require_maintainer
from bot.discord_side.review_lists import ReviewList, as_csv, as_yaml_stub, review_page
from bot.discord_side.service import Service, service_of
from bot.discord_side.status import reloaded, status
from bot.store.store import Store

_TEMPLATE: Final = r"r1\.(?P<what>gaps|feedback)\.(?P<action>{actions})\.(?P<page>\d{{1,6}})"
_ENTRY: Final = re.compile(r"\d{1,15}", re.ASCII)
_GONE: Final = "That is resolved already, or gone."


def review_commands(service: Service) -> Commands:
    """The group of commands, for servers only; answers are private."""
    group = app_commands.Group(
        name="review",
        description="For maintainers: unanswered questions, feedback, reload, status",
        guild_only=True,
        allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
    )

    @group.command(name="gaps", description="Questions that were not answered well, the most repeated first")
    async def gaps(interaction: Interaction) -> None:
        await _show(await require_maintainer(service, interaction), interaction, "gaps")

    @group.command(name="feedback", description="What people said of answers, the newest first")
    async def feedback(interaction: Interaction) -> None:
        await _show(await require_maintainer(service, interaction), interaction, "feedback")

    @group.command(name="reload", description="Check the knowledge folder and answer from it when it is sound")
    async def reload(interaction: Interaction) -> None:
        await require_maintainer(service, interaction)
        await interaction.response.defer(ephemeral=True, thinking=True)
        await tell(interaction, await reloaded(service))

    @group.command(name="status", description="What the bot answers from, and what waits to be reviewed")
    async def status_(interaction: Interaction) -> None:
        store = await require_maintainer(service, interaction)
        await tell(interaction, await status(service, store, len(interaction.client.guilds)))

    return [group]


async def _view(store: Store, what: ReviewList, number: int) -> tuple[str, discord.ui.View]:
    page = await review_page(store, what, number)
    view = discord.ui.View(timeout=None)
    if page.entries:
        options = [discord.SelectOption(label=label, value=str(identifier)) for identifier, label in page.entries]
        menu: discord.ui.Select[Any] = discord.ui.Select(
            custom_id=f"r1.{what}.resolve.{page.number}", placeholder="Resolve one of these", options=options, row=0
        )
        view.add_item(ReviewMenu(menu))
    for action, label, disabled in (
        ("prev", "Previous page", page.number == 1),
        ("next", f"Next page (of {page.pages})", page.number == page.pages),
        ("csv", "Export as CSV", False),
        ("yaml", "Export as YAML stub", False),
    ):
        button: discord.ui.Button[Any] = discord.ui.Button(
            label=label, custom_id=f"r1.{what}.{action}.{page.number}", disabled=disabled, row=1
        )
        view.add_item(ReviewButton(button))
    return f"{page.text}\nPage {page.number} of {page.pages}", view


async def _show(store: Store, interaction: discord.Interaction[Any], what: ReviewList) -> None:
    text, view = await _view(store, what, 1)
    await interaction.response.send_message(text, view=view, ephemeral=True, allowed_mentions=NOBODY)


async def _turn(store: Store, interaction: discord.Interaction[Any], what: ReviewList, number: int) -> None:
    text, view = await _view(store, what, number)
    await interaction.response.edit_message(content=text, view=view, allowed_mentions=NOBODY)


async def _send_file(interaction: discord.Interaction[Any], text: str, name: str) -> None:
    await tell(interaction, f"All of it is in {name}.", files=(discord.File(BytesIO(text.encode("utf-8")), name),))


class _ReviewItem:
    """What button and menu share: on every press, the person is checked again."""

    @staticmethod
    async def work(interaction: discord.Interaction[Any], custom_id: str, values: list[str]) -> None:
        async def checked() -> None:
            service = service_of(interaction)
            try:
                store = await require_maintainer(service, interaction)
            except RefusedError as error:
                await tell(interaction, str(error))
                return
            _, what_, action, page = custom_id.split(".")
            what: ReviewList = "gaps" if what_ == "gaps" else "feedback"
            match action:
                case "csv":
                    await _send_file(interaction, await as_csv(store, what), f"{what}.csv")
                case "yaml":
                    await _send_file(interaction, await as_yaml_stub(store, what), f"{what}.yaml")
                case "resolve":
                    resolve = store.resolve_gap if what == "gaps" else store.resolve_feedback
                    # Forged, it may be anything; an entry's number is a small one.
                    number = next((int(value) for value in values if _ENTRY.fullmatch(value)), None)
                    if number is None or not await resolve(number, service.now()):
                        await tell(interaction, _GONE)
                        return
                    await _turn(store, interaction, what, int(page))
                case _:
                    await _turn(store, interaction, what, max(1, int(page) + (1 if action == "next" else -1)))

        await cast("Any", interaction.client).pressing.guarded(interaction, "review", checked)


class ReviewButton(
    discord.ui.DynamicItem[discord.ui.Button[Any]], template=_TEMPLATE.format(actions="prev|next|csv|yaml")
):
    """A button under a list."""

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], _match: re.Match[str], /
    ) -> Self:
        return cls(cast("discord.ui.Button[Any]", item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Turn the page, or export."""
        await _ReviewItem.work(interaction, self.custom_id, [])


class ReviewMenu(discord.ui.DynamicItem[discord.ui.Select[Any]], template=_TEMPLATE.format(actions="resolve")):
    """The menu that resolves an entry."""

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], _match: re.Match[str], /
    ) -> Self:
        return cls(cast("discord.ui.Select[Any]", item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Resolve what was chosen."""
        # Forged, it may be the id of a button, of which nothing can be chosen.
        await _ReviewItem.work(interaction, self.custom_id, list(getattr(self.item, "values", ())))
