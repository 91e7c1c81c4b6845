"""Forged and other people's buttons and forms, as Discord would send them (``tests/fuzzing`` makes many more)."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.answering.engine import Engine
from bot.discord_side.answer_keys import AnswerKey, Words
from bot.discord_side.buttons import NOT_YOURS
from bot.discord_side.cards import Card, compose
from bot.discord_side.desk import Desk
from bot.discord_side.maintaining import NOT_A_MAINTAINER
from bot.discord_side.modals import FURTHER
from bot.discord_side.pressing import STALE
from tests.discord_side.conftest import INDIA
from tests.fuzzing.wire import (
    BOT,
    COMMAND,
    COMPONENT,
    EPHEMERAL,
    FORM,
    MANAGER,
    OTHER,
    OWNER,
    Wire,
    interaction_data,
    message_data,
    unwired,
    wired,
)

BUTTON, SELECT = 2, 3
TYPED = {"type": 18, "id": 1, "component": {"type": 4, "id": 2, "custom_id": "text", "value": "and Pakistan?"}}


@pytest.fixture
async def wire(real_engine: Engine, tmp_path: Path) -> AsyncIterator[Wire]:
    wire = await wired(real_engine, tmp_path / "treatybot.sqlite3")
    yield wire
    errors = wire.taken_errors()
    await unwired(wire)
    assert errors == []


def private_answer(engine: Engine) -> dict[str, Any]:
    """The message of an answer that ``OWNER`` asked for privately."""
    composed = compose(Card(Desk(engine).question(INDIA), OWNER, private=True), engine)
    assert composed.view is not None
    return message_data(composed.texts[0], str(BOT), composed.view.to_components(), flags=EPHEMERAL)


def listing(custom_id: str, kind: int) -> dict[str, Any]:
    """A message with one component."""
    one: dict[str, Any] = {"type": kind, "custom_id": custom_id}
    one |= {"style": 2, "label": "x"} if kind == BUTTON else {"options": [{"label": "x", "value": "x"}]}
    return message_data("x", str(BOT), [{"type": 1, "components": [one]}])


async def said(wire: Wire, kind: int, person: int, data: dict[str, Any], message: dict[str, Any] | None) -> str:
    """The one private message that the bot answers with."""
    (sent,) = await wire.interaction(interaction_data(kind, person, data) | ({"message": message} if message else {}))
    assert sent.is_private
    assert not sent.files
    return sent.content


async def test_a_form_under_an_answer_is_taken_from_its_owner_only(wire: Wire, real_engine: Engine) -> None:
    data, message = {"custom_id": FURTHER, "components": [TYPED]}, private_answer(real_engine)
    assert await said(wire, FORM, OTHER, data, message) == NOT_YOURS
    assert (await said(wire, FORM, OWNER, data, message)).startswith("**Pakistan at 16MSP (2017)")


async def test_one_private_button_makes_the_whole_message_private(wire: Wire, real_engine: Engine) -> None:
    message = private_answer(real_engine)
    pressed = message["components"][-1]["components"][0]
    pressed["custom_id"] = pressed["custom_id"].replace(".a1.", ".a0.")
    data = {"custom_id": pressed["custom_id"], "component_type": BUTTON}
    assert await said(wire, COMPONENT, OTHER, data, message) == NOT_YOURS


@pytest.mark.parametrize(
    ("custom_id", "kind", "answer"),
    [
        ("t1.sources.a0.7.0.ksources.", SELECT, "**Sources: "),
        ("t1.ask.a0.7.0.ksources.", BUTTON, STALE),
        ("r1.gaps.resolve.1", BUTTON, NOT_A_MAINTAINER),
        ("r1.gaps.resolve.1", SELECT, NOT_A_MAINTAINER),
    ],
)
async def test_the_id_of_a_button_on_a_menu_and_the_other_way_round(
    wire: Wire, custom_id: str, kind: int, answer: str
) -> None:
    data = {"custom_id": custom_id, "component_type": kind, "values": ["x"]}
    assert (await said(wire, COMPONENT, OTHER, data, listing(custom_id, kind))).startswith(answer)


@pytest.mark.parametrize("value", ["x", "-1", "9" * 30, "٣"])
async def test_an_entry_that_is_no_number_is_gone(wire: Wire, value: str) -> None:
    store = wire.bot.service.store
    assert store is not None
    named = {"type": 1, "name": "maintainers", "options": [{"type": 6, "name": "person", "value": str(MANAGER)}]}
    data = {"id": "5", "name": "settings", "type": 1, "options": [named], "resolved": {}}
    user = {"id": str(MANAGER), "username": "manager", "discriminator": "0", "avatar": None}
    member: dict[str, Any] = {"roles": [], "joined_at": None, "permissions": "0", "flags": 0}
    data["resolved"] = {"users": {str(MANAGER): user}, "members": {str(MANAGER): member}}
    assert f"<@{MANAGER}>" in await said(wire, COMMAND, MANAGER, data, None)
    pressed = {"custom_id": "r1.gaps.resolve.1", "component_type": SELECT, "values": [value]}
    message = listing("r1.gaps.resolve.1", SELECT)
    assert await said(wire, COMPONENT, MANAGER, pressed, message) == "That is resolved already, or gone."


async def test_a_channel_that_cannot_be_found_is_asked_for_again(wire: Wire) -> None:
    named = {"type": 1, "name": "channels", "options": [{"type": 7, "name": "channel", "value": "999"}]}
    channel = {"id": "999", "type": 0, "name": "gone", "permissions": "0"}
    data = {"id": "5", "name": "settings", "type": 1, "options": [named], "resolved": {"channels": {"999": channel}}}
    assert (await said(wire, COMMAND, MANAGER, data, None)).startswith("I could not make out one of the options")


def test_the_longest_key_that_is_made_is_read() -> None:
    key = AnswerKey(Words(INDIA))
    for number in range(9):
        key = key.followed(f"and Pakistan{number}?")
    packed = key.pack(10_000)
    assert packed is not None
    assert AnswerKey.unpack(packed) == key
