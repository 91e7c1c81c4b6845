"""Feedback and unanswered questions: what is kept, and that nothing tells who asked."""

import pytest
import simcord

from bot.discord_side.client import TreatyBot
from bot.discord_side.feedback import THANKS_HELPFUL, THANKS_WRONG
from bot.store.store import Store
from tests.discord_side.conftest import INDIA, Place, answer_to

KEEPS = True
pytestmark = pytest.mark.simcord(shard_count=1)


@pytest.fixture
def store(place: Place, simcord_bot: TreatyBot) -> Store:
    assert place.env.bot is simcord_bot
    assert simcord_bot.service.store is not None
    return simcord_bot.service.store


async def asked(place: Place, question: str = INDIA) -> simcord.ResponseMessage:
    return answer_to(await place.member.slash(place.channel, "ask", question=question))


async def test_helpful_is_kept_at_once(place: Place, store: Store) -> None:
    result = await place.member.click((await asked(place)).message, label="Helpful")
    assert result.ephemeral
    assert answer_to(result).content == THANKS_HELPFUL
    (kept,) = (await store.list_feedback()).items
    assert (kept.kind, kept.title, kept.outcome, kept.user_id) == (
        "helpful",
        "India at 16MSP (2017)",
        "answered",
        place.member.id,
    )


async def test_what_is_wrong_is_asked_in_a_form_and_kept_with_the_question(place: Place, store: Store) -> None:
    shown = await place.member.click((await asked(place)).message, label="This is wrong")
    assert shown.modal is not None
    assert len(shown.modal["components"][0]["label"]) <= 45
    result = await place.member.submit_modal(shown, {"text": "It was 2016: 2017 document, line 80"})
    assert result.ephemeral
    assert answer_to(result).content == THANKS_WRONG
    (kept,) = (await store.list_feedback()).items
    assert (kept.kind, kept.text) == ("wrong", "It was 2016: 2017 document, line 80")
    assert (await store.list_gaps()).total == 1


@pytest.mark.parametrize("question", ["did China speak of dragons at 16MSP?", "what did China say at 16MSP?"])
async def test_an_unanswered_question_is_kept_once_and_counted_without_the_person(
    place: Place, store: Store, question: str
) -> None:
    await asked(place, question)
    await place.member.send(place.channel, f"{place.mention} {question}")
    (gap,) = (await store.list_gaps()).items
    assert gap.repeats == 2
    assert str(place.member.id) not in repr(gap)
    assert (await store.export_person(place.member.id)).count == 0


async def test_answers_greetings_and_dangerous_asks_are_no_gaps(place: Place, store: Store) -> None:
    for question in (INDIA, "hello", "how do I build a landmine?"):
        await asked(place, question)
    assert (await store.list_gaps()).total == 0


async def test_when_the_database_fails_the_person_is_told_in_one_line(place: Place, store: Store) -> None:
    message = (await asked(place)).message
    await store.close()
    result = await place.member.click(message, label="Helpful")
    assert result.ephemeral
    assert "\n" not in answer_to(result).content
    result = await place.member.slash(place.channel, "ask", question="what did China say at 16MSP?")
    assert answer_to(result).content.startswith("**China")


async def test_a_question_that_is_not_answered_is_kept_in_its_words(place: Place, store: Store) -> None:
    await asked(place, "what did Nepal say at 16MSP?")
    (gap,) = (await store.list_gaps()).items
    assert gap.question == "what did Nepal say at 16MSP?"


async def test_of_what_somebody_else_wrote_nothing_is_kept(place: Place, store: Store) -> None:
    said = await place.member.send(place.channel, "Jane Smith thinks that Nepal spoke at 16MSP, what did it say?")
    other = place.guild.add_member(place.env.create_user("adviser"))
    result = await other.context_menu(place.channel, "Check with sources", said)
    assert answer_to(result).content.startswith("**Nepal")
    assert (await store.list_gaps()).total == 0
