"""``/settings`` and ``/review``: for whom, and what they do; every button checks again."""

from dataclasses import replace

import discord
import pytest
import yaml

from bot.discord_side.client import TreatyBot, create_bot
from bot.discord_side.maintaining import NOT_A_MAINTAINER, NOT_A_MANAGER
from bot.discord_side.server_settings import described
from bot.rendering.markdown import size
from bot.settings import Settings
from bot.store.records import GuildSettings, NewGap
from tests.discord_side.conftest import Listening, Place, answer_to

KEEPS = True
pytestmark = pytest.mark.simcord(shard_count=1, check_errors=False)


async def maintainer(place: Place, bot: TreatyBot, *, yes: bool = True) -> None:
    assert bot.service.store is not None
    people = frozenset({place.member.id}) if yes else frozenset[int]()
    await bot.service.store.change_guild_settings(place.guild.id, lambda now: replace(now, maintainer_users=people))


async def gaps(place: Place, bot: TreatyBot, count: int) -> None:
    assert bot.service.store is not None
    for number in range(count):
        gap = NewGap(f"what of @everyone number {number} *bold*", "no_record", "statement", 0.5, ("india",))
        await bot.service.store.note_gap(gap, place.env.now())


async def test_only_who_manages_the_server_changes_its_settings(place: Place) -> None:
    manager = place.guild.add_member(
        place.env.create_user("manager"), roles=[place.guild.create_role("M", permissions=discord.Permissions(32))]
    )
    result = await manager.slash(place.channel, "settings visibility", answers="private")
    assert result.ephemeral
    assert "where the person does not say: private" in answer_to(result).content
    assert (await place.member.slash(place.channel, "vote", state="india")).ephemeral
    assert not (await place.member.slash(place.channel, "vote", state="india", private=False)).ephemeral


async def test_channels_for_mentions_maintainers_and_notices_are_set_and_taken_back(place: Place) -> None:
    manager = place.guild.add_member(
        place.env.create_user("manager"), roles=[place.guild.create_role("M", permissions=discord.Permissions(32))]
    )
    role = place.guild.create_role("Advisers")
    other = place.guild.create_text_channel("bot")
    await manager.slash(place.channel, "settings channels", channel=other)
    await place.member.send(place.channel, f"{place.mention} hi")
    assert place.texts() == []
    await place.member.send(other, f"{place.mention} hi")
    assert len(other.history()) == 2
    await manager.slash(place.channel, "settings maintainers", role=role, person=place.member)
    await manager.slash(place.channel, "settings notices", channel=other)
    shown = answer_to(await manager.slash(place.channel, "settings show")).content
    assert f"- Mentions are answered in: {other.mention}\n" in shown
    assert f"{role.mention}, {place.member.mention}" in shown
    assert f"in: {other.mention}" in shown
    await manager.slash(place.channel, "settings channels")
    await manager.slash(place.channel, "settings maintainers", role=role, person=place.member)
    await manager.slash(place.channel, "settings notices")
    shown = answer_to(await manager.slash(place.channel, "settings show")).content
    assert "all channels that the bot can read" in shown
    assert "may use /review: nobody" in shown
    assert "problems in: nowhere" in shown


async def test_settings_of_a_big_server_are_shown_as_far_as_a_message_holds() -> None:
    many = frozenset(range(10**18, 10**18 + 120))
    text = described(GuildSettings(1, mention_channels=many, maintainer_roles=many, maintainer_users=many))
    assert size(text) < 2000
    assert "and 100 more" in text
    assert "and 220 more" in text


async def test_a_server_that_removes_the_bot_leaves_no_settings(place: Place, simcord_bot: TreatyBot) -> None:
    await maintainer(place, simcord_bot)
    store, server = simcord_bot.service.store, simcord_bot.get_guild(place.guild.id)
    assert store is not None
    assert server is not None
    assert (await store.guild_settings(server.id)).maintainer_users
    with place.env._bot_scope():
        await server.leave()
    await place.env.settle()
    assert await store.guild_settings(server.id) == GuildSettings(server.id)


async def test_without_the_permission_settings_are_refused_by_the_bot_itself(
    place: Place, simcord_bot: TreatyBot
) -> None:
    # Discord hides the commands from others; a server may have opened them to all.
    (settings,) = [each for each in await simcord_bot.tree.fetch_commands() if each.name == "settings"]
    place.guild.set_command_permissions(settings.id, {place.member: True})
    result = await place.member.slash(place.channel, "settings show")
    assert result.ephemeral
    assert answer_to(result).content == NOT_A_MANAGER


@pytest.mark.parametrize("name", ["gaps", "feedback", "reload", "status"])
async def test_review_is_for_maintainers_only(place: Place, simcord_bot: TreatyBot, name: str) -> None:
    result = await place.member.slash(place.channel, f"review {name}")
    assert result.ephemeral
    assert answer_to(result).content == NOT_A_MAINTAINER
    await maintainer(place, simcord_bot)
    result = await place.member.slash(place.channel, f"review {name}")
    assert result.ephemeral
    texts = [answer_to(result).content, *(message.content for message in result.followups)]
    assert NOT_A_MAINTAINER not in texts


async def test_a_role_makes_a_maintainer(place: Place, simcord_bot: TreatyBot) -> None:
    role = place.guild.create_role("Maintainers")
    keeper = place.guild.add_member(place.env.create_user("keeper"), roles=[role])
    assert simcord_bot.service.store is not None
    await simcord_bot.service.store.change_guild_settings(
        place.guild.id, lambda now: replace(now, maintainer_roles=frozenset({role.id}))
    )
    result = await keeper.slash(place.channel, "review status")
    assert answer_to(result).content.startswith("**Status**")


async def test_gaps_are_paged_resolved_and_exported_after_a_restart_too(
    place: Place, simcord_bot: TreatyBot, engine: Listening
) -> None:
    await maintainer(place, simcord_bot)
    await gaps(place, simcord_bot, 7)
    message = answer_to(await place.member.slash(place.channel, "review gaps")).message
    assert "7 open" in message.content
    assert "@everyone" not in message.content.replace("@\u200b", "")
    assert "*bold*" not in message.content.replace("\\*", "")
    database = simcord_bot.keeping._database
    await simcord_bot.keeping.end()
    again = create_bot(engine, Settings(), database=database)
    again.service.now = place.env.now
    await place.env.restart_bot(again)
    await place.member.click(message, label="Next page (of 2)")
    message = place.channel.history(viewer=place.member)[-1]
    assert "Page 2 of 2" in message.content
    resolved = str(next(iter(menu_values(message))))
    await place.member.select(message, [resolved])
    assert "6 open" in place.channel.history(viewer=place.member)[-1].content
    csv = answer_to(await place.member.click(message, label="Export as CSV"))
    assert (await csv.attachments[0].read()).decode("utf-8-sig").count("what of") == 7
    stub = answer_to(await place.member.click(message, label="Export as YAML stub"))
    text = (await stub.attachments[0].read()).decode()
    assert text.count("- what of") >= 6
    assert all(yaml.safe_load(part) is not None for part in text.split("# a FAQ entry\n"))


async def test_every_button_of_a_list_checks_again(place: Place, simcord_bot: TreatyBot) -> None:
    await maintainer(place, simcord_bot)
    await gaps(place, simcord_bot, 1)
    message = answer_to(await place.member.slash(place.channel, "review gaps")).message
    await maintainer(place, simcord_bot, yes=False)
    for label in ("Export as CSV", "Export as YAML stub"):
        result = await place.member.click(message, label=label)
        assert answer_to(result).content == NOT_A_MAINTAINER
        assert not answer_to(result).attachments
    result = await place.member.select(message, [str(next(iter(menu_values(message))))])
    assert answer_to(result).content == NOT_A_MAINTAINER
    assert simcord_bot.service.store is not None
    assert (await simcord_bot.service.store.list_gaps()).total == 1


def menu_values(message: discord.Message) -> list[str]:
    rows = [row for row in message.components if isinstance(row, discord.ActionRow)]
    return [
        option.value
        for row in rows
        for item in row.children
        if isinstance(item, discord.SelectMenu)
        for option in item.options
    ]
