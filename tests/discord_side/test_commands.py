import pytest

from bot.rendering.messages import MESSAGE_LIMIT
from tests.discord_side.conftest import (
    ECHO,
    INDIA,
    INDIA_SAYS,
    LONG,
    LONGER,
    Listening,
    Place,
    answer_to,
    log_of,
    posted,
)
from tests.rendering.answers import SOURCE_LINE

EVERYWHERE = {
    *("ask", "state", "said", "vote", "attendance", "compare", "topic", "meeting", "faq", "search"),
    *("sources", "help", "about"),
    (CHECK := "Check with sources"),
}
SERVERS_ONLY = {"settings", "review"}

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


async def test_a_long_answer_is_one_message_whose_pages_all_have_their_citation(place: Place) -> None:
    result = await place.member.slash(place.channel, "ask", question=LONGER)
    assert not result.followups
    for page in range(1, 5):
        message = place.channel.history()[-1]
        assert f"Page {page} of " in str(message.components)
        assert len(message.content) <= MESSAGE_LIMIT
        assert "\nSource: Status of Universalization" in message.content
        assert "(seeds/002_144bfe5992db99ac.txt, line" in message.content
        await place.member.click(message, label="Next page")
    assert len(place.texts()) == 1


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
    assert f" id={error_id} where=/ask error=ValueError " in log_of(caplog)
    assert " in question; " in log_of(caplog)
    assert "secret" not in log_of(caplog) + caplog.text
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
    assert 'where=/ask error="HTTPException, status 400, Discord\'s code 50035" ' in log_of(caplog)
    result = await place.member.slash(place.channel, "ask", question=INDIA)
    assert INDIA_SAYS in answer_to(result).content


async def test_every_command_is_offered_everywhere_with_its_options_described(place: Place) -> None:
    (synced,) = (entry.json for entry in place.env.http_requests if entry.method == "PUT")
    assert isinstance(synced, list)
    open_to_all = {command["name"]: command for command in synced if command["name"] not in SERVERS_ONLY}
    assert set(open_to_all) >= EVERYWHERE
    for command in open_to_all.values():
        # 0 servers, 1 people; contexts: 0 servers, 1 direct messages with the bot, 2 other direct messages
        assert command["integration_types"] == [0, 1]
        assert command["contexts"] == [0, 1, 2]
    for name in EVERYWHERE - {CHECK}:
        command = open_to_all[name]
        assert len(command["description"]) > 20
        options = {option["name"]: option for option in command["options"]}
        assert options["private"]["type"] == 5
        assert not options["private"]["required"]
        assert all(len(option["description"]) >= 10 for option in options.values())
    ask = {option["name"]: option for option in open_to_all["ask"]["options"]}
    assert (ask["question"]["required"], ask["question"]["max_length"]) == (True, 1000)
