import json

import pytest

from tests.discord_side.conftest import ECHO, INDIA, INDIA_SAYS, Listening, Place, log_of, posted
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
    assert engine.asked == []
    assert "/ask: any question, for example" in shown


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


async def test_thanks_in_a_reply_to_the_bot_are_left_alone(place: Place) -> None:
    await place.member.send(place.channel, f"{place.mention} {INDIA}")
    await place.member.send(place.channel, "Thank you", reply_to=place.channel.last_message)
    assert len(place.texts()) == 1


async def test_a_reply_to_an_answer_goes_on_from_it_whoever_writes_it(place: Place) -> None:
    await place.member.send(place.channel, f"{place.mention} {INDIA}")
    other = place.guild.add_member(place.env.create_user("adviser"))
    await other.send(place.channel, "and Pakistan?", reply_to=place.channel.last_message)
    assert place.texts()[-1].startswith("**Pakistan at 16MSP (2017)")


async def test_a_reply_without_text_is_left_alone(place: Place, engine: Listening) -> None:
    await place.member.send(place.channel, f"{place.mention} {INDIA}")
    # So does a reply look that does not ping the bot: Discord keeps its text back.
    picture = [("mine.png", b"picture")]
    await place.member.send(place.channel, "", reply_to=place.channel.last_message, attachments=picture)
    assert engine.asked == [INDIA]
    assert len(place.texts()) == 1


async def test_a_reply_to_somebody_else_is_left_alone(place: Place, engine: Listening) -> None:
    said = await place.member.send(place.channel, "I wonder")
    await place.member.send(place.channel, INDIA, reply_to=said)
    assert engine.asked == []


async def test_and_pakistan_keeps_the_rest_of_the_question_for_ten_minutes(place: Place) -> None:
    await place.member.send(place.channel, f"{place.mention} {INDIA}")
    await place.env.advance_time(599)
    await place.member.send(place.channel, f"{place.mention} and Pakistan?")
    assert place.texts()[-1].startswith("**Pakistan at 16MSP (2017)")
    await place.env.advance_time(601)
    await place.member.send(place.channel, f"{place.mention} and China?")
    assert "16MSP" not in place.texts()[-1].split("\n")[0]


async def test_a_conversation_is_of_one_person_in_one_channel(place: Place) -> None:
    await place.member.send(place.channel, f"{place.mention} {INDIA}")
    other = place.guild.add_member(place.env.create_user("adviser"))
    await other.send(place.channel, f"{place.mention} and Pakistan?")
    assert "16MSP" not in place.texts()[-1].split("\n")[0]
    elsewhere = place.guild.create_text_channel("elsewhere")
    await place.member.send(elsewhere, f"{place.mention} and Pakistan?")
    last = elsewhere.last_message
    assert last is not None
    assert "16MSP" not in last.content.split("\n")[0]


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


@pytest.mark.simcord(shard_count=1, check_errors=False)
async def test_a_failing_answer_is_told_with_an_id_that_the_log_has(
    place: Place, engine: Listening, caplog: pytest.LogCaptureFixture
) -> None:
    engine.fail = True
    await place.member.send(place.channel, f"{place.mention} a secret question")
    (told,) = place.texts()
    error_id = told.partition("(error ")[2][:8]
    assert f" id={error_id} where=on_message error=ValueError " in log_of(caplog)
    assert "secret" not in log_of(caplog) + caplog.text


@pytest.mark.simcord(shard_count=1, check_errors=False)
@pytest.mark.parametrize("status", [400, 403, 429, 500])
async def test_the_bot_goes_on_answering_after_discord_refused_a_message(
    place: Place, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    place.env.inject_error("POST", "/channels/*/messages", status=status, times=None)
    await place.member.send(place.channel, f"{place.mention} {INDIA}")
    assert place.texts() == []
    assert f", status {status}, Discord's code 0" in log_of(caplog)
    assert "the person could not be told of it" in caplog.text
    place.env.backend.faults.clear()
    await place.member.send(place.channel, f"{place.mention} {INDIA}")
    assert INDIA_SAYS in place.texts()[0]
