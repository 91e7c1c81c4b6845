"""Follows, and the messages owed: told once, ended by what cannot be delivered."""

from pathlib import Path

import pytest

from bot.store.records import EVERYTHING, Follow, NewNotice, StoreError
from bot.store.store import Store
from bot.store.tables import follows
from bot.store.tables.follows import FAILURES

from .conftest import NOW, opened_at


async def test_following_and_unfollowing(store: Store) -> None:
    assert await store.follow(1, "state", "india", NOW)
    assert not await store.follow(1, "state", "india", NOW)
    assert await store.follow(1, "topic", "humanitarian", NOW)
    assert await store.following(1) == (Follow(1, "state", "india", NOW), Follow(1, "topic", "humanitarian", NOW))
    assert await store.unfollow(1, "state", "india")
    assert not await store.unfollow(1, "state", "india")
    assert [one.target for one in await store.following(1)] == ["humanitarian"]


async def test_followers_are_those_of_the_thing_and_of_everything(store: Store) -> None:
    await store.follow(3, "state", "india", NOW)
    await store.follow(1, "all", EVERYTHING, NOW)
    await store.follow(1, "state", "india", NOW)
    await store.follow(2, "meeting", "india", NOW)
    assert await store.followers_of("state", "india") == (1, 3)
    assert await store.followers_of("state", "china") == (1,)
    assert await store.followers_of("all") == (1,)


async def test_nobody_follows_without_end(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(follows, "MOST", 5)
    for number in range(5):
        await store.follow(1, "state", str(number), NOW)
    with pytest.raises(StoreError, match="nobody can follow more than 5 things: stop following something first"):
        await store.follow(1, "state", "one more", NOW)
    assert not await store.follow(1, "state", "0", NOW)
    assert await store.follow(2, "state", "one more", NOW)
    assert len(await store.following(1)) == 5


async def test_a_message_owed_survives_a_restart_and_is_told_once(store: Store, path: Path) -> None:
    await store.follow(1, "state", "india", NOW)
    await store.follow(2, "all", EVERYTHING, NOW)
    told = [NewNotice(user, "state", "india", "India voted") for user in (1, 2, 3)]
    queued = await store.queue_notices(told, {"state:india": "new"}, NOW)
    assert [one.user_id for one in queued] == [1, 2]  # 3 does not follow it any more
    await store.notice_sent(queued[0].id)
    await store.close()
    again = await opened_at(path)
    assert await again.pending_notices() == queued[1:]
    assert await again.value("state:india") == "new"
    await again.notice_sent(queued[1].id)
    assert await again.pending_notices() == ()
    await again.close()


async def test_nothing_is_owed_for_what_is_unfollowed(store: Store) -> None:
    await store.follow(1, "state", "india", NOW)
    await store.follow(1, "state", "china", NOW)
    told = [NewNotice(1, "state", target, target) for target in ("india", "china")]
    await store.queue_notices(told, {}, NOW)
    await store.unfollow(1, "state", "india")
    assert [one.target for one in await store.pending_notices()] == ["china"]


async def test_who_follows_everything_still_is_owed_what_is_unfollowed_by_name(store: Store) -> None:
    await store.follow(1, "all", EVERYTHING, NOW)
    await store.follow(1, "state", "india", NOW)
    await store.queue_notices([NewNotice(1, "state", "india", "India voted")], {}, NOW)
    await store.unfollow(1, "state", "india")
    assert len(await store.pending_notices()) == 1
    await store.unfollow(1, "all", EVERYTHING)
    assert await store.pending_notices() == ()


async def test_the_third_failure_in_a_row_ends_the_following(store: Store) -> None:
    for user in (1, 2):
        await store.follow(user, "state", "india", NOW)
    await store.queue_notices([NewNotice(1, "state", "india", "India voted")], {}, NOW)
    for _ in range(FAILURES - 1):
        assert await store.count_failure(1) == ()
    # What is followed meanwhile ends with the rest.
    await store.follow(1, "state", "china", NOW)
    assert [one.target for one in await store.count_failure(1)] == ["india", "china"]
    assert await store.following(1) == ()
    assert await store.pending_notices() == ()
    assert len(await store.following(2)) == 1
    assert await store.count_failure(1) == ()


async def test_a_message_that_arrives_counts_failures_from_none(store: Store) -> None:
    await store.follow(1, "state", "india", NOW)
    (owed,) = await store.queue_notices([NewNotice(1, "state", "india", "India voted")], {}, NOW)
    for _ in range(FAILURES - 1):
        await store.count_failure(1)
    await store.notice_sent(owed.id)
    assert await store.count_failure(1) == ()
    assert len(await store.following(1)) == 1


async def test_a_failing_step_leaves_nothing_of_the_others(store: Store) -> None:
    await store.follow(1, "state", "india", NOW)
    told = [NewNotice(1, "state", "india", "kept?"), NewNotice(2**63, "state", "india", "too large an id")]
    with pytest.raises(OverflowError):
        await store.queue_notices(told, {"state:india": "new"}, NOW)
    assert await store.pending_notices() == ()
    with pytest.raises(StoreError):
        await store.follow(1, "all", "india", NOW)
    assert await store.follow(1, "all", EVERYTHING, NOW)
