"""Following: what changed is told once, old and new, in a direct message; also what changed while the bot was away."""

from copy import copy
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answering.engine import Engine
from bot.discord_side.client import TreatyBot, create_bot
from bot.discord_side.notifying import seen_key
from bot.knowledge.model import Knowledge
from bot.rendering.messages import MESSAGE_LIMIT
from bot.settings import Settings
from tests.discord_side.conftest import Listening, Place, Seconds, answer_to

KEEPS = True
pytestmark = pytest.mark.simcord(shard_count=1)


def changed(knowledge: Knowledge) -> Knowledge:
    """The same knowledge, in which India said something else at 16MSP."""
    india = knowledge.states["india"]
    statements = []
    for statement in india.statements:
        if statement.meeting == "16msp":
            wordings = tuple(
                replace(wording, paragraphs=("“India joins.”", *wording.paragraphs[1:]))
                for wording in statement.wordings
            )
            statement = replace(statement, wordings=wordings)
        statements.append(statement)
    states = {**knowledge.states, "india": replace(india, statements=tuple(statements))}
    return replace(knowledge, states=states)


def answering_from(knowledge: Knowledge, engine: Engine) -> Engine:
    """The engine, with other knowledge to answer from where things are asked for by their ids.

    A matcher for words that nobody asks here would take most of the time of these tests.
    """
    other = copy(engine)
    other.knowledge = knowledge
    return other


@pytest.fixture(scope="module")
def other_engine(real_engine: Engine) -> Engine:
    return answering_from(changed(real_engine.knowledge), real_engine)


def inbox(place: Place) -> list[str]:
    return [message.content for message in place.member.user.dm_channel.history()]


async def reloaded(place: Place, bot: TreatyBot, engine: Listening, new: Engine) -> None:
    engine.engine = new
    with place.env._bot_scope():  # as the event loop would call it: simcord then waits for what it begins
        bot.keeping.look_for_changes()
    await place.env.settle()


async def test_a_change_is_told_once_old_and_new(
    place: Place, simcord_bot: TreatyBot, engine: Listening, other_engine: Engine
) -> None:
    result = await place.member.slash(place.channel, "follow state", state="india")
    assert result.ephemeral
    assert answer_to(result).content.startswith("You follow India: ")
    await place.member.slash(place.channel, "follow state", state="pakistan")
    await reloaded(place, simcord_bot, engine, engine.engine)
    assert inbox(place) == []
    await reloaded(place, simcord_bot, engine, other_engine)
    (told,) = inbox(place)
    assert told.startswith("**What you follow changed: India**\nOld: ")
    assert "supports the vision" in told
    assert "New: “India joins.”" in told
    await reloaded(place, simcord_bot, engine, other_engine)
    assert len(inbox(place)) == 1


async def test_what_changed_while_the_bot_was_away_is_told_at_its_start(
    place: Place, simcord_bot: TreatyBot, engine: Listening, other_engine: Engine, database: Path | None, clock: Seconds
) -> None:
    await place.member.slash(place.channel, "follow meeting", meeting="16msp")
    engine.engine = other_engine
    await simcord_bot.keeping.end()
    await place.env.restart_bot(create_bot(engine, Settings(), clock=clock, database=database))
    await place.env.settle()
    (told,) = inbox(place)
    assert told.startswith("**What you follow changed: 16MSP (2017)**")


@pytest.mark.simcord(shard_count=1, check_errors=False)
@pytest.mark.parametrize(("status", "code"), [(403, 50007), (400, 50035)])
async def test_refused_messages_end_the_following_after_three_failures(
    place: Place,
    simcord_bot: TreatyBot,
    engine: Listening,
    other_engine: Engine,
    real_engine: Engine,
    status: int,
    code: int,
) -> None:
    store = simcord_bot.service.store
    assert store is not None
    await place.member.slash(place.channel, "follow state", state="india")
    place.env.inject_error("POST", "/channels/*/messages", status=status, code=code, times=None)
    for number in range(3):
        assert len(await store.following(place.member.id)) == 1
        await reloaded(place, simcord_bot, engine, real_engine if number % 2 else other_engine)
    assert await store.following(place.member.id) == ()
    assert await store.pending_notices() == ()


@pytest.mark.simcord(shard_count=1, check_errors=False)
async def test_a_message_that_discord_could_not_take_arrives_at_the_next_run(
    place: Place, simcord_bot: TreatyBot, engine: Listening, other_engine: Engine
) -> None:
    await place.member.slash(place.channel, "follow state", state="india")
    place.env.inject_error("POST", "/channels/*/messages", status=503)
    await reloaded(place, simcord_bot, engine, other_engine)
    assert inbox(place) == []
    await reloaded(place, simcord_bot, engine, other_engine)
    assert len(inbox(place)) == 1


async def test_what_is_followed_is_listed_and_ended(place: Place, simcord_bot: TreatyBot) -> None:
    result = await place.member.slash(place.channel, "following")
    assert answer_to(result).content.startswith("You follow nothing.")
    for kind, target in (("state", "india"), ("topic", "stockpile"), ("meeting", "16msp")):
        result = await place.member.slash(place.channel, f"follow {kind}", **{kind: target})
        assert answer_to(result).content.startswith("You follow ")
    again = await place.member.slash(place.channel, "follow state", state="India")
    assert answer_to(again).content == "You follow India already."
    listed = answer_to(await place.member.slash(place.channel, "following")).content
    assert listed.split("\n") == [
        "**You follow**",
        "- India (State)",
        "- stockpiles of mines (topic)",
        "- 16MSP (2017) (meeting)",
    ]
    (choice,) = await place.member.autocomplete(place.channel, "unfollow", "followed", "ind")
    assert choice == {"name": "India", "value": "state:india"}
    result = await place.member.slash(place.channel, "unfollow", followed="state:india")
    assert answer_to(result).content == "You follow India (State) no more."
    result = await place.member.slash(place.channel, "unfollow", followed="state:india")
    assert answer_to(result).content.startswith("You do not follow that.")
    store = simcord_bot.service.store
    assert store is not None
    assert await store.value(seen_key("topic", "stockpile"))


async def test_a_list_longer_than_a_message_says_how_many_more_there_are(place: Place, simcord_bot: TreatyBot) -> None:
    store = simcord_bot.service.store
    assert store is not None
    for number in range(100):
        await store.follow(place.member.id, "topic", f"a_topic_that_is_no_more_{number}", place.env.now())
    listed = answer_to(await place.member.slash(place.channel, "following")).content
    assert len(listed) <= MESSAGE_LIMIT
    *_, last = lines = listed.split("\n")
    assert last == f"and {100 - (len(lines) - 2)} more: /unfollow completes their names as you type"


async def test_something_that_is_no_more_is_told_too(place: Place, simcord_bot: TreatyBot, engine: Listening) -> None:
    await place.member.slash(place.channel, "follow topic", topic="stockpile")
    knowledge = engine.knowledge
    topics = {name: topic for name, topic in knowledge.topics.items() if name != "stockpile"}
    await reloaded(place, simcord_bot, engine, answering_from(replace(knowledge, topics=topics), engine.engine))
    (told,) = inbox(place)
    assert told.endswith("The documents that I answer from hold it no more.")
