"""An edited knowledge folder: who follows what it changes, and maintainers, are told; and a reload on demand."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from bot.discord_side import status
from bot.discord_side.client import TreatyBot, create_bot
from bot.knowledge.problems import Problem
from bot.reloading.serving import Serving
from bot.reloading.watching import watching
from bot.rendering.markdown import size
from bot.rendering.messages import MESSAGE_LIMIT
from bot.settings import Settings
from tests.discord_side.conftest import Place, Seconds, answer_to
from tests.tiny_knowledge import copy_tiny

KEEPS = True
LONG_SECONDS = 20
"""for a machine that does much else"""
OLD = 'India "will work with others."'
NEW = 'India "will work with everybody."'

pytestmark = pytest.mark.simcord(shard_count=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_tiny(tmp_path / "tiny") / "knowledge"


@pytest.fixture
def simcord_bot(folder: Path, clock: Seconds, database: Path) -> TreatyBot:
    return create_bot(Serving.load(folder), Settings(), clock=clock, database=database)


def edit(folder: Path, name: str) -> None:
    file = folder.parent / name
    file.write_text(file.read_text(encoding="utf-8").replace("with others", "with everybody"), encoding="utf-8")


def break_(folder: Path) -> None:
    """The record says what the document does not."""
    edit(folder, "knowledge/states/india.yaml")


def mend(folder: Path) -> None:
    """The document says so too."""
    edit(folder, "seeds/status.txt")


async def maintained(place: Place, bot: TreatyBot) -> None:
    """Let the member maintain the server, whose maintainers are told in the channel."""
    assert bot.service.store is not None
    await bot.service.store.change_guild_settings(
        place.guild.id,
        lambda now: replace(now, maintainer_users=frozenset({place.member.id}), notices_channel=place.channel.id),
    )


def inbox(place: Place) -> list[str]:
    return [message.content for message in place.member.user.dm_channel.history()]


async def until(comes_true: Callable[[], bool]) -> None:
    """What another thread brings about is waited for."""
    async with asyncio.timeout(LONG_SECONDS):
        while not comes_true():
            await asyncio.sleep(0.01)


async def test_an_edit_reaches_the_follower_once_and_the_maintainers(
    place: Place, simcord_bot: TreatyBot, folder: Path
) -> None:
    serving, keeping = simcord_bot.service.serving, simcord_bot.keeping
    assert serving is not None
    await maintained(place, simcord_bot)
    await place.member.slash(place.channel, "follow state", state="india")
    with watching(serving, on_problems=keeping.refused, on_reloaded=keeping.reloaded):
        break_(folder)
        await until(lambda: len(place.texts()) == 1)
        mend(folder)
        await until(lambda: len(place.texts()) == 2 and bool(inbox(place)))
    refused, taken = place.texts()
    assert refused.startswith("The edited knowledge has 1 problem and was not taken; ")
    assert "india.yaml:" in refused
    assert taken == "The edited knowledge is served now: 3 statements, 2 FAQ entries."
    (told,) = inbox(place)
    assert told.startswith(f"**What you follow changed: India**\nOld: {OLD}\nNew: {NEW}")
    with place.env._bot_scope():
        keeping.look_for_changes()
    await place.env.settle()
    assert len(inbox(place)) == 1


async def test_a_maintainer_reloads_when_the_edit_is_sound(place: Place, simcord_bot: TreatyBot, folder: Path) -> None:
    await maintained(place, simcord_bot)
    await place.member.slash(place.channel, "follow state", state="india")
    break_(folder)
    result = await place.member.slash(place.channel, "review reload")
    assert result.ephemeral
    assert answer_to(result).content.startswith("The edited knowledge has 1 problem and was not taken; ")
    assert OLD in answer_to(await place.member.slash(place.channel, "said", state="india", meeting="3rc")).content
    mend(folder)
    result = await place.member.slash(place.channel, "review reload")
    assert answer_to(result).content == "The edited knowledge is served now: 3 statements, 2 FAQ entries."
    said = answer_to(await place.member.slash(place.channel, "said", state="india", meeting="3rc")).content
    assert f"> {NEW}" in said
    assert len(inbox(place)) == 1


@pytest.mark.simcord(shard_count=1, check_errors=False)
async def test_a_channel_that_refuses_notices_does_not_keep_others_from_them(
    place: Place, simcord_bot: TreatyBot
) -> None:
    await maintained(place, simcord_bot)
    elsewhere = place.env.create_guild()
    other = elsewhere.create_text_channel("notices")
    store = simcord_bot.service.store
    assert store is not None
    await store.change_guild_settings(elsewhere.id, lambda now: replace(now, notices_channel=other.id))
    place.env.inject_error("POST", f"/channels/{place.channel.id}/messages", status=403, code=50013, times=None)
    with place.env._bot_scope():
        simcord_bot.keeping.tell_maintainers("A notice")
    await place.env.settle()
    assert place.texts() == []
    assert [message.content for message in other.history()] == ["A notice"]


async def test_a_reload_by_hand_does_not_undo_a_newer_edit(
    place: Place, simcord_bot: TreatyBot, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await maintained(place, simcord_bot)
    serving = simcord_bot.service.serving
    assert serving is not None
    engine, built = serving.engine, status._built

    def built_and_edited(root: Path) -> object:
        result = built(root)
        edit(folder, "seeds/status.txt")  # while it was built
        return result

    monkeypatch.setattr(status, "_built", built_and_edited)
    result = await place.member.slash(place.channel, "review reload")
    assert answer_to(result).content.startswith("The files changed while I read them.")
    assert serving.engine is engine


async def test_what_the_check_alone_finds_is_not_served_on_demand(
    place: Place, simcord_bot: TreatyBot, folder: Path
) -> None:
    """The folder loads: only the check sees that a figure is not in its sentence."""
    await maintained(place, simcord_bot)
    file = folder / "treaty.yaml"
    text = file.read_text(encoding="utf-8")
    says = "says: The Convention has 164"
    assert text.count(says) == 1
    file.write_text(text.replace(says, says.replace("164", "999")), encoding="utf-8")
    told = await place.member.slash(place.channel, "review reload")
    assert "has 1 problem and was not taken" in answer_to(told).content
    assert "999" not in str(simcord_bot.service.desk.engine.answer("how many States Parties are there?"))


def test_problems_full_of_marks_fit_in_one_message() -> None:
    marks = Problem("knowledge/states/india.yaml", 1, 1, "quote", "*_~`|>" * 80, "*_~`|>" * 40)
    told = status.problems_told((marks,) * 7)
    assert size(told) <= MESSAGE_LIMIT
    assert told.startswith("The edited knowledge has 7 problems")
    assert told.endswith("`treatybot check` lists them all.")
