"""Questions unanswered or badly answered: counted, and nothing of the person."""

from dataclasses import fields
from datetime import datetime, timedelta, timezone

import pytest

from bot.store.questions import BLOTTED, LONGEST, kept
from bot.store.records import Gap, NewGap
from bot.store.store import Store

from .conftest import NOW, unanswered


async def test_a_question_is_kept_with_its_reading(store: Store) -> None:
    number = await store.note_gap(unanswered("What did India say at 16MSP?"), NOW)
    day = NOW.date()
    (gap,) = await store.all_gaps()
    assert gap == Gap(
        *(number, "What did India say at 16MSP?", "no_record", "statement", 0.5, ("india", "16msp")),
        repeats=1,
        first_seen=day,
        last_seen=day,
        resolved=None,
    )


async def test_the_same_question_in_another_dress_is_counted(store: Store) -> None:
    first = await store.note_gap(unanswered("What did India say at 16MSP?"), NOW)
    later = NOW + timedelta(days=3)
    again = await store.note_gap(NewGap("  what did INDIA say, at 16MSP??", "declined", "", 0.1), later)
    assert again == first
    (gap,) = await store.all_gaps()
    assert (gap.question, gap.repeats) == ("What did India say at 16MSP?", 2)
    assert (gap.outcome, gap.intent, gap.score, gap.entities) == ("declined", "", 0.1, ())
    assert (gap.first_seen, gap.last_seen) == (NOW.date(), later.date())
    assert await store.note_gap(unanswered("What did India say at 15MSP?"), NOW) != first


async def test_a_day_is_a_day_in_utc(store: Store) -> None:
    evening = datetime(2018, 8, 21, 23, tzinfo=timezone(timedelta(hours=-5)))
    await store.note_gap(unanswered("why"), evening)
    (gap,) = await store.all_gaps()
    assert gap.last_seen.isoformat() == "2018-08-22"


async def test_a_time_without_a_zone_is_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="pass an aware datetime"):
        await store.note_gap(unanswered("why"), NOW.replace(tzinfo=None))


async def test_the_most_repeated_stand_first(store: Store) -> None:
    for question in ("rare", "frequent", "newer", "frequent"):
        await store.note_gap(unanswered(question), NOW + timedelta(days=question == "newer"))
    assert [gap.question for gap in (await store.list_gaps()).items] == ["frequent", "newer", "rare"]
    assert await store.all_gaps() == (await store.list_gaps()).items


async def test_a_resolved_gap_that_is_asked_again_is_open_again(store: Store) -> None:
    number = await store.note_gap(unanswered("why"), NOW)
    assert await store.resolve_gap(number, NOW)
    assert not await store.resolve_gap(number, NOW)
    assert [gap.id for gap in (await store.list_gaps(resolved=True)).items] == [number]
    await store.note_gap(unanswered("why?"), NOW)
    assert [gap.id for gap in (await store.list_gaps()).items] == [number]


@pytest.mark.parametrize("question", ["", "???", " \u202e ", "<@123456789012345678>"])
async def test_a_question_without_a_word_is_no_gap(store: Store, question: str) -> None:
    assert await store.note_gap(unanswered(question), NOW) == 0
    assert (await store.list_gaps()).total == 0


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("what does <@123456789012345678> say", f"what does {BLOTTED} say"),
        ("tell <@!12345> and <@&678> in <#90>", f"tell {BLOTTED} and {BLOTTED} in {BLOTTED}"),
        ("write to ann.lee@example.org about India", f"write to {BLOTTED} about India"),
        ("ask @ann_lee about 16MSP", f"ask {BLOTTED} about 16MSP"),
        ("see https://example.org/ann?id=1 now", f"see {BLOTTED} now"),
        ("call +41 22 730 93 50 today", f"call {BLOTTED} today"),
        ("who is 123456789012345678", f"who is {BLOTTED}"),
        ("votes from 2010 to 2017, 40,000,000 mines", "votes from 2010 to 2017, 40,000,000 mines"),
        ("line\none\t\x00two \u202e three", "line one two three"),
    ],
)
def test_what_leads_to_a_person_is_blotted_out(typed: str, expected: str) -> None:
    assert kept(typed) == expected


def test_a_long_question_is_cut() -> None:
    assert len(kept(100_000 * "long ")) == LONGEST
    assert kept("a@" * 50_000)


def test_a_gap_has_no_place_for_a_person_or_a_server() -> None:
    assert not {field.name for field in fields(Gap)} & {"user_id", "guild_id", "channel_id", "created"}
