import json

import discord
import pytest

from tests.discord_side.conftest import ECHO, INDIA, INDIA_SAYS, LONG, LONGER, Listening, Place, posted
from tests.rendering.answers import SOURCE_LINE

pytestmark = pytest.mark.simcord(shard_count=1)

HELP_TITLE = "**What you can ask**\n"


async def test_a_mention_is_answered_as_a_reply(place: Place, engine: Listening) -> None:
    asked = await place.member.send(place.channel, f"{place.mention} {INDIA}")
    reply = place.channel.last_message
    assert reply is not None
    assert INDIA_SAYS in reply.content
    assert SOURCE_LINE in reply.content
    assert reply.reference is not None
    assert reply.reference.message_id == asked.id
    # When the question is deleted meanwhile, the answer stands alone.
    assert '"fail_if_not_exists": false' in json.dumps(posted(place))
    assert engine.asked == [INDIA]


async def test_a_mention_may_stand_anywhere_in_the_text(place: Place, engine: Listening) -> None:
    nickname_form = place.mention.replace("@", "@!")
    await place.member.send(place.channel, f"what did India say {nickname_form}\nin 16MSP?")
    assert engine.asked == [INDIA]


async def test_a_direct_message_needs_no_mention(place: Place, engine: Listening) -> None:
    adviser = place.env.create_user("adviser")
    await adviser.send_dm(INDIA)
    assert engine.asked == [INDIA]
    assert INDIA_SAYS in adviser.dm_channel.history()[-1].content


@pytest.mark.parametrize("text", ["", " ", "hi", "Hi!", "hello there."])
async def test_a_mention_that_asks_nothing_gets_help(place: Place, engine: Listening, text: str) -> None:
    await place.member.send(place.channel, f"{place.mention} {text}")
    (shown,) = place.texts()
    assert shown.startswith(HELP_TITLE)
    assert engine.asked == ["help"]


async def test_a_direct_hi_gets_help(place: Place) -> None:
    adviser = place.env.create_user("adviser")
    await adviser.send_dm("hi")
    assert adviser.dm_channel.history()[-1].content.startswith(HELP_TITLE)


async def test_talk_among_people_is_left_alone(place: Place, engine: Listening) -> None:
    await place.member.send(place.channel, INDIA)
    await place.member.send(place.channel, f"@everyone {INDIA}")
    await place.member.send(place.channel, f"{place.member.mention} {INDIA}")
    assert engine.asked == []
    assert place.texts() == []


async def test_a_reply_to_the_bot_that_does_not_mention_it_is_left_alone(place: Place, engine: Listening) -> None:
    await place.member.send(place.channel, f"{place.mention} {INDIA}")
    await place.member.send(place.channel, "Thank you", reply_to=place.channel.last_message)
    assert engine.asked == [INDIA]


async def test_bots_and_webhooks_are_not_answered(place: Place, engine: Listening) -> None:
    other_bot = place.guild.add_member(place.env.create_user("other", bot=True))
    await other_bot.send(place.channel, f"{place.mention} {INDIA}")
    await place.guild.create_webhook(place.channel).send(f"{place.mention} {INDIA}")
    assert engine.asked == []


async def test_other_mentions_become_plain_names(place: Place, engine: Listening) -> None:
    role = place.guild.create_role("Advisers")
    names = f"{place.member.mention} {role.mention} {place.channel.mention} <@1> who is it?"
    await place.member.send(place.channel, f"{place.mention} {names}")
    assert engine.asked == ["volunteer Advisers questions who is it?"]


@pytest.mark.parametrize("question", ["@everyone", "@here hello", "<@&1> <@2>"])
async def test_no_answer_pings_anybody(place: Place, question: str) -> None:
    await place.member.send(place.channel, f"{place.mention} {ECHO}{question} {place.member.mention}")
    reply = place.channel.last_message
    assert reply is not None
    assert reply.content.startswith("**echo: ")
    assert not reply.mention_everyone
    assert not reply.mentions
    assert not reply.role_mentions
    assert posted(place)[0]["allowed_mentions"] == {"parse": [], "replied_user": False}


async def test_a_long_answer_has_its_citation_on_every_message(place: Place) -> None:
    await place.member.send(place.channel, f"{place.mention} {LONG}")
    quoting = [text for text in place.texts() if "\n> " in text]
    assert len(quoting) > 1
    assert all("\nSource: Status of Universalization" in text for text in quoting)
    assert [message["allowed_mentions"] for message in posted(place)][1:] == [{"parse": []}] * (len(place.texts()) - 1)


async def test_where_files_are_forbidden_a_very_long_answer_says_how_to_go_on(place: Place) -> None:
    forbidden = discord.PermissionOverwrite(attach_files=False)
    quiet = place.guild.create_text_channel("quiet", overwrites={place.guild.default_role: forbidden})
    await place.member.send(quiet, f"{place.mention} {LONGER}")
    last = quiet.last_message
    assert last is not None
    assert last.content.startswith("This answer goes on, and I may not attach files here.")
    assert len(quiet.history()) == 1 + 5


@pytest.mark.simcord(shard_count=1, check_errors=False)
async def test_a_failing_answer_is_told_with_an_id_that_the_log_has(
    place: Place, engine: Listening, caplog: pytest.LogCaptureFixture
) -> None:
    engine.fail = True
    await place.member.send(place.channel, f"{place.mention} a secret question")
    (told,) = place.texts()
    error_id = told.partition("(error ")[2][:8]
    assert f"error {error_id} in on_message: ValueError\n" in caplog.text
    assert "secret" not in caplog.text


@pytest.mark.simcord(shard_count=1, check_errors=False)
@pytest.mark.parametrize("status", [400, 403, 500])
async def test_the_bot_goes_on_answering_after_discord_refused_a_message(
    place: Place, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    place.env.inject_error("POST", "/channels/*/messages", status=status, times=None)
    await place.member.send(place.channel, f"{place.mention} {INDIA}")
    assert place.texts() == []
    assert f", status {status}, Discord's code 0" in caplog.text
    assert "the person could not be told of it" in caplog.text
    place.env.backend.faults.clear()
    await place.member.send(place.channel, f"{place.mention} {INDIA}")
    assert INDIA_SAYS in place.texts()[0]
