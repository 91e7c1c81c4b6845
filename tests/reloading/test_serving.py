from copy import copy

import pytest
import simcord

from bot.discord_side.client import create_bot
from bot.matching.reading import Entities
from bot.reloading.building import build_engine
from bot.settings import Settings

from .conftest import Watched, india, with_alias

INDIA = "what did India say in 16MSP?"


def test_a_conversation_goes_on_over_a_reload(unwatched: Watched) -> None:
    serving = unwatched.serving
    reading = serving.answer(INDIA).reading
    serving.swap(copy(serving.engine), serving.state)
    assert serving.answer("and China?", reading).title.startswith("China at 16MSP (2017)")


@pytest.mark.parametrize(
    "entities",
    [Entities(states=("gone",)), Entities(meetings=("gone",)), Entities(topics=("gone",)), Entities(sources=("gone",))],
)
def test_a_reading_that_names_what_is_gone_is_left_aside(unwatched: Watched, entities: Entities) -> None:
    gone = unwatched.serving.answer(INDIA).reading._replace(entities=entities)
    assert unwatched.serving.answer("and China?", gone) == unwatched.serving.answer("and China?")


async def test_the_bot_answers_from_the_newest_snapshot(unwatched: Watched) -> None:
    question = "what did Testland say in 16MSP?"
    env = simcord.Env(create_bot(unwatched.serving, Settings()), shard_count=1)
    await env.start()
    try:
        adviser = env.create_user("adviser")

        async def told() -> list[bool]:
            """Whether the command, and the bot in a direct message, know of Testland."""
            result = await adviser.slash("ask", question=question)
            await adviser.send_dm(question)
            texts = (result.response.content, adviser.dm_channel.history()[-1].content)
            return ["India at 16MSP (2017)" in text.split("\n")[0] for text in texts]

        assert await told() == [False, False]
        india(unwatched.folder).write_text(with_alias(unwatched.original, "Testland"), encoding="utf-8")
        unwatched.serving.swap(build_engine(unwatched.folder), b"")
        assert await told() == [True, True]
    finally:
        await env.shutdown()
