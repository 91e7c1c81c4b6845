"""The buttons under an answer: for whom, after a restart, and when what they stand for is gone."""

import discord
import pytest

from bot.discord_side.buttons import NOT_YOURS
from bot.discord_side.client import create_bot
from bot.discord_side.desk import Desk
from bot.discord_side.pressing import STALE
from bot.settings import Settings
from tests import question_files
from tests.discord_side.conftest import ECHO, INDIA, INDIA_SAYS, LONGER, Listening, Place, answer_to, log_of

pytestmark = pytest.mark.simcord(shard_count=1)

UNKNOWN_NAME = "what did Nigeri say?"


def labels(message: discord.Message) -> list[str]:
    rows = [row for row in message.components if isinstance(row, discord.ActionRow)]
    return [item.label or "" for row in rows for item in row.children if isinstance(item, discord.Button)]


def menus(message: discord.Message) -> list[discord.SelectMenu]:
    rows = [row for row in message.components if isinstance(row, discord.ActionRow)]
    return [item for row in rows for item in row.children if isinstance(item, discord.SelectMenu)]


async def asked(place: Place, question: str, *, private: bool = False) -> discord.Message:
    return answer_to(await place.member.slash(place.channel, "ask", question=question, private=private)).message


async def restarted(place: Place, engine: Listening) -> None:
    await place.env.restart_bot(create_bot(engine, Settings()))


async def test_every_button_says_in_words_what_it_does(place: Place) -> None:
    message = await asked(place, INDIA, private=True)
    assert labels(message) == ["Sources", "Plain text", "Ask further", "Share here"]
    assert labels(await asked(place, INDIA)) == ["Sources", "Plain text", "Ask further"]


@pytest.mark.parametrize("question", [INDIA, "how did China vote in 2017 and did it explain?", ECHO + "x" * 900])
@pytest.mark.parametrize("private", [True, False])
async def test_sources_after_a_restart_show_the_passage_in_context_privately(
    place: Place, engine: Listening, question: str, private: bool
) -> None:
    message = await asked(place, question, private=private)
    await restarted(place, engine)
    if "Sources" not in labels(message):
        return
    result = await place.member.click(message, label="Sources")
    assert result.ephemeral
    content = answer_to(result).content
    assert content.startswith("**Sources: ")


async def test_the_context_has_the_paragraph_around_and_the_place(place: Place) -> None:
    entry = answer_to(await place.member.slash(place.channel, "faq", entry="can-states-parties-use-mines")).message
    content = answer_to(await place.member.click(entry, label="Sources")).content
    assert "Before it: " in content
    assert "After it: " in content
    assert "The passage:\n> " in content
    assert "seeds/003_73a430c023e5228c.txt, line" in content


async def test_plain_text_is_quote_and_citation_alone(place: Place) -> None:
    result = await place.member.click(await asked(place, INDIA), label="Plain text")
    assert result.ephemeral
    title, quote, attribution, source = answer_to(result).content.split("\n")
    assert title == "**India at 16MSP (2017)**"
    assert quote.startswith(INDIA_SAYS.removeprefix("> "))
    assert attribution == "16MSP, 2017"
    assert source.startswith("Source: Status of Universalization")


async def test_share_posts_a_private_answer_for_all(place: Place) -> None:
    message = await asked(place, INDIA, private=True)
    result = await place.member.click(message, label="Share here")
    assert not result.ephemeral
    assert INDIA_SAYS in answer_to(result).content
    assert "Share here" not in labels(answer_to(result).message)


async def test_related_questions_are_a_menu_that_asks_them(place: Place, engine: Listening) -> None:
    message = await asked(place, INDIA)
    (menu,) = menus(message)
    await restarted(place, engine)
    result = await place.member.select(message, [menu.options[0].value], custom_id=menu.custom_id)
    assert answer_to(result).content.startswith("**India at 3RC (2014)**")
    assert not result.ephemeral


async def test_readings_of_an_unclear_question_are_buttons(place: Place, engine: Listening) -> None:
    message = await asked(place, UNKNOWN_NAME)
    readings = [label for label in labels(message) if label.startswith("what did")]
    assert 2 <= len(readings) <= 5
    await restarted(place, engine)
    result = await place.member.click(message, label=readings[0])
    assert answer_to(result).content.startswith("**Nigeria: ")


@pytest.mark.parametrize("question", ["how do I bake bread?", "what did Atlantis say?", "what did China say at 16MSP?"])
async def test_what_is_declined_or_not_on_record_offers_what_can_be_asked(place: Place, question: str) -> None:
    (menu,) = menus(await asked(place, question))
    assert menu.options


async def test_others_get_a_page_of_their_own(place: Place) -> None:
    message = await asked(place, LONGER)
    other = place.guild.add_member(place.env.create_user("adviser"))
    result = await other.click(message, label="Next page")
    assert result.ephemeral
    assert "Page 2 of " in str(answer_to(result).message.components)
    assert "Page 1 of " in str(place.channel.history()[-1].components)
    again = await other.click(answer_to(result).message, label="Next page")
    assert "Page 3 of " in str(answer_to(again).message.components)


async def test_pages_are_turned_back_and_after_a_restart(place: Place, engine: Listening) -> None:
    await asked(place, LONGER)
    for label, page in [("Next page", 2), ("Next page", 3), ("Previous page", 2)]:
        await restarted(place, engine)
        await place.member.click(place.channel.history()[-1], label=label)
        assert f"Page {page} of " in str(place.channel.history()[-1].components)


async def test_asking_further_keeps_what_was_answered(place: Place) -> None:
    message = await asked(place, INDIA)
    other = place.guild.add_member(place.env.create_user("adviser"))
    shown = await other.click(message, label="Ask further")
    assert shown.modal is not None
    assert shown.modal["title"] == "Ask further"
    result = await other.submit_modal(shown, {"text": "and Pakistan?"})
    assert answer_to(result).content.startswith("**Pakistan at 16MSP (2017)")


async def test_a_form_that_was_open_during_a_restart_is_taken(place: Place, engine: Listening) -> None:
    shown = await place.member.click(await asked(place, INDIA), label="Ask further")
    await restarted(place, engine)
    result = await place.member.submit_modal(shown, {"text": "and Pakistan?"})
    assert answer_to(result).content.startswith("**Pakistan at 16MSP (2017)")


def forged(place: Place, message: discord.Message, old: str, new: str) -> None:
    """Change the custom ids of a message as Discord stores it."""
    stored = place.env.backend.get_message(message.channel.id, message.id)
    for row in stored.components:
        for item in row["components"]:
            item["custom_id"] = item["custom_id"].replace(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kstatement|s=india", "kstatement|s=atlantis"),
        ("kstatement|", "kno-such-kind|"),
        ("kstatement|s=india|m=16msp", ""),
        ("kstatement|s=india", "kstatement|x=1"),
        ("kstatement|s=india|m=16msp", "kstatement"),
        ("kstatement|s=india|m=16msp", "znot base85"),
        ("kstatement|s=india|m=16msp", "kfaq:gone"),
        ("m=16msp", "y=twenty"),
        ("t1.sources.", "t1.explode."),
    ],
)
async def test_a_stale_or_forged_button_gets_one_polite_private_line(place: Place, old: str, new: str) -> None:
    message = await asked(place, INDIA)
    forged(place, message, old, new)
    result = await place.member.click(message, label="Sources")
    assert result.ephemeral
    assert answer_to(result).content == STALE


async def test_a_private_answer_is_not_shown_to_others(place: Place) -> None:
    message = await asked(place, INDIA)
    forged(place, message, ".a0.", ".a1.")
    other = place.guild.add_member(place.env.create_user("adviser"))
    result = await other.click(message, label="Sources")
    assert answer_to(result).content == NOT_YOURS
    (menu,) = menus(place.channel.history()[-1])
    result = await other.select(message, [menu.options[0].value], custom_id=menu.custom_id)
    assert answer_to(result).content == NOT_YOURS


@pytest.mark.simcord(shard_count=1, check_errors=False)
@pytest.mark.parametrize(("status", "code"), [(403, 50001), (404, 10062), (429, 0), (500, 0)])
async def test_a_button_that_discord_refuses_does_not_end_the_bot(
    place: Place, status: int, code: int, caplog: pytest.LogCaptureFixture
) -> None:
    message = await asked(place, INDIA)
    place.env.inject_error("POST", "/interactions/*/callback", status=status, code=code)
    await place.member.click(message, label="Sources")
    assert f'where="button sources" error="{"Forbidden" if status == 403 else ""}' in log_of(caplog)
    assert f"status {status}, Discord's code {code}" in log_of(caplog)
    result = await place.member.click(message, label="Sources")
    assert answer_to(result).content.startswith("**Sources: ")


@pytest.mark.simcord(shard_count=1, check_errors=False)
async def test_a_button_that_fails_tells_an_id_that_the_log_has(
    place: Place, engine: Listening, caplog: pytest.LogCaptureFixture
) -> None:
    message = await asked(place, INDIA)
    engine.fail = True
    simple = await place.member.select(
        message, [menus(message)[0].options[0].value], custom_id=menus(message)[0].custom_id
    )
    error_id = answer_to(simple).content.partition("(error ")[2][:8]
    assert f" id={error_id} where=menu error=ValueError " in log_of(caplog)


@pytest.mark.parametrize(
    "questions",
    [
        ("India attendance", "who was absent?", "and Pakistan?"),
        ("is Finland leaving?", "why?"),
        ("how did India vote", "why?", "and Pakistan?"),
        ("stockpiles", "and of borders?"),
        ("georgia moratorium", "when?"),
    ],
)
def test_the_key_of_a_follow_up_finds_the_same_answer(questions: tuple[str, ...]) -> None:
    desk, found = Desk(question_files.engine()), None
    for question in questions:
        found = desk.question(question, found.asked if found else None)
        again = desk.find(found.key).answer
        assert (again.title, again.parts) == (found.answer.title, found.answer.parts)
