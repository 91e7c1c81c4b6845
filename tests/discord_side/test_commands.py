import pytest

from bot.rendering.messages import MESSAGE_LIMIT
from tests.discord_side.conftest import ECHO, INDIA, INDIA_SAYS, LONG, LONGER, Listening, Place, answer_to, posted
from tests.rendering.answers import SOURCE_LINE

pytestmark = pytest.mark.simcord(shard_count=1)


async def test_the_answer_is_message_text_with_quote_attribution_and_source(place: Place) -> None:
    result = await place.member.slash(place.channel, "ask", question=INDIA)
    message = answer_to(result)
    title, lead, quote, attribution, source, *_ = message.content.split("\n")
    assert title == "**India at 16MSP (2017)**"
    assert lead.startswith("The 2018 status document quotes India's statement")
    assert quote.startswith(INDIA_SAYS)
    assert quote.endswith("an integral part of India’s efforts to avoid civilian casualties.”")
    assert (attribution, source) == ("- 16MSP, 2017", SOURCE_LINE)
    assert not message.embeds
    assert not result.ephemeral
    assert not result.deferred


async def test_a_private_answer_is_seen_by_the_asker_alone(place: Place) -> None:
    result = await place.member.slash(place.channel, "ask", question=LONG, private=True)
    assert result.ephemeral
    assert result.followups
    assert all(message.ephemeral for message in result.followups)


async def test_a_long_answer_has_its_citation_on_every_message(place: Place) -> None:
    result = await place.member.slash(place.channel, "ask", question=LONG)
    texts = [answer_to(result).content, *(message.content for message in result.followups)]
    quoting = [text for text in texts if "\n> " in text]
    assert len(quoting) > 1
    for text in quoting:
        assert len(text) <= MESSAGE_LIMIT
        assert "\nSource: Status of Universalization" in text
        assert "(seeds/002_144bfe5992db99ac.txt, line" in text


async def test_an_answer_longer_than_five_messages_ends_with_the_whole_of_it_as_a_file(place: Place) -> None:
    result = await place.member.slash(place.channel, "ask", question=LONGER)
    assert [len(message.attachments) for message in result.followups] == [0, 0, 0, 1]
    file = await result.followups[-1].attachments[0].read()
    assert file.decode("utf-8").count("India supports the vision") == 300
    assert result.followups[-1].content == "This answer goes on: the attached file has all of it."


async def test_an_unknown_question_is_told_what_can_be_asked(place: Place) -> None:
    result = await place.member.slash(place.channel, "ask", question="how do I bake bread?")
    assert "You can ask: " in answer_to(result).content
    assert "\n> " not in answer_to(result).content


async def test_a_direct_message_channel_has_the_command(place: Place) -> None:
    result = await place.env.create_user("adviser").slash("ask", question=INDIA)
    assert INDIA_SAYS in result.response.content


@pytest.mark.parametrize(
    "question",
    ["@everyone and @here", "<@1456074443980800007>", "<@&1456074443980800003>", "[a](http://b.c) *b* ||c||"],
)
async def test_a_question_that_an_answer_repeats_pings_nobody_and_formats_nothing(place: Place, question: str) -> None:
    result = await place.member.slash(place.channel, "ask", question=ECHO + question)
    message = answer_to(result).message
    assert message.content.startswith("**echo: ")
    assert question not in message.content
    assert not message.mention_everyone
    assert not message.mentions
    assert not message.role_mentions


@pytest.mark.parametrize("question", [INDIA, LONG, LONGER, "@everyone"])
async def test_every_message_may_ping_nobody_and_shows_no_link_preview(place: Place, question: str) -> None:
    await place.member.slash(place.channel, "ask", question=question)
    suppress_embeds = 1 << 2
    assert [message["allowed_mentions"] for message in posted(place)] == [{"parse": []}] * len(posted(place))
    assert all(message["flags"] == suppress_embeds for message in posted(place))


@pytest.mark.simcord(shard_count=1, check_errors=False)
async def test_a_failing_command_tells_the_asker_an_id_that_the_log_has_and_the_question_not(
    place: Place, engine: Listening, caplog: pytest.LogCaptureFixture
) -> None:
    engine.fail = True
    result = await place.member.slash(place.channel, "ask", question="a secret question")
    assert result.ephemeral
    error_id = answer_to(result).content.partition("(error ")[2][:8]
    assert f"error {error_id} in /ask: ValueError\n" in caplog.text
    assert "engine.answer(question)" in caplog.text
    assert "secret" not in caplog.text
    engine.fail = False
    result = await place.member.slash(place.channel, "ask", question=INDIA)
    assert INDIA_SAYS in answer_to(result).content


@pytest.mark.simcord(shard_count=1, check_errors=False)
async def test_the_bot_goes_on_answering_after_discord_refused_a_message(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    place.env.inject_error("POST", "/interactions/*/callback", status=400, code=50035)
    result = await place.member.slash(place.channel, "ask", question=INDIA)
    assert answer_to(result).content.startswith("Something went wrong here (error ")
    assert "in /ask: HTTPException, status 400, Discord's code 50035\n" in caplog.text
    result = await place.member.slash(place.channel, "ask", question=INDIA)
    assert INDIA_SAYS in answer_to(result).content


@pytest.mark.simcord(shard_count=1, check_errors=False)
async def test_a_failing_follow_up_is_told_to_the_asker(place: Place) -> None:
    place.env.inject_error("POST", "/webhooks/*", status=400, code=50035)
    result = await place.member.slash(place.channel, "ask", question=LONG)
    (told,) = result.followups
    assert told.ephemeral
    assert told.content.startswith("Something went wrong here (error ")


async def test_the_command_is_offered_everywhere_and_the_question_is_limited(place: Place) -> None:
    (synced,) = (entry.json for entry in place.env.http_requests if entry.method == "PUT")
    assert isinstance(synced, list)
    (ask,) = synced
    question, private = ask["options"]
    assert (ask["name"], question["name"], private["name"]) == ("ask", "question", "private")
    assert (question["required"], question["max_length"], private["required"]) == (True, 1000, False)
    # 0 servers, 1 people; contexts: 0 servers, 1 direct messages with the bot, 2 other direct messages
    assert ask["integration_types"] == [0, 1]
    assert ask["contexts"] == [0, 1, 2]
