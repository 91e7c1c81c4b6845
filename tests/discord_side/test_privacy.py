import json
from datetime import timedelta

import pytest

from bot.discord_side.client import TreatyBot
from bot.discord_side.service import make_service
from bot.settings import Settings
from bot.store.records import NewGap
from tests.discord_side.conftest import INDIA, Place, answer_to

KEEPS = True
pytestmark = pytest.mark.simcord(shard_count=1)


async def test_privacy_says_what_is_kept_and_that_questions_carry_no_person(place: Place) -> None:
    result = await place.member.slash(place.channel, "privacy about", private=True)
    assert result.ephemeral
    text = answer_to(result).content
    assert "Kept without you: questions that I could not answer well" in text
    assert "deleted after 180 days" in text
    assert "log" not in text


async def test_privacy_says_so_when_the_log_bears_questions(place: Place, simcord_bot: TreatyBot) -> None:
    assert make_service(simcord_bot.service.desk.engine, Settings(log_questions=True)).log_questions
    simcord_bot.service.log_questions = True
    text = answer_to(await place.member.slash(place.channel, "privacy about", private=True)).content
    assert "\n- At present the log bears what is asked too, without who asked, to look for a fault.\n" in text


async def test_a_person_gets_all_that_is_kept_as_a_file_and_deletes_it(place: Place) -> None:
    message = answer_to(await place.member.slash(place.channel, "ask", question=INDIA)).message
    await place.member.click(message, label="Helpful")
    await place.member.slash(place.channel, "follow state", state="india")
    result = await place.member.slash(place.channel, "privacy export")
    assert result.ephemeral
    assert answer_to(result).content == "2 records are kept with your id."
    kept = json.loads(await answer_to(result).attachments[0].read())
    assert str(place.member.id) in json.dumps(kept)
    result = await place.member.slash(place.channel, "privacy delete")
    assert result.ephemeral
    assert answer_to(result).content == "2 records were deleted; nothing is kept with your id now."
    result = await place.member.slash(place.channel, "privacy export")
    assert answer_to(result).content == "0 records are kept with your id."


async def test_what_is_too_old_is_deleted_each_day(place: Place, simcord_bot: TreatyBot) -> None:
    store = simcord_bot.service.store
    assert store is not None
    await store.note_gap(NewGap("what of 2016", "no_record"), place.env.now())
    await place.env.advance_time(timedelta(days=1).total_seconds())
    assert (await store.list_gaps()).total == 1
    started = place.env.now()
    simcord_bot.service.now = lambda: started + timedelta(days=181)
    await place.env.advance_time(timedelta(days=1).total_seconds())
    assert (await store.list_gaps()).total == 0
