"""Slash commands with bad options, completions, the message command, and messages: on every way in."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from bot.discord_side.checking_message import NAME as CHECK
from tests.fuzzing import bots
from tests.fuzzing.bots import REFUSALS, Answered, Event
from tests.fuzzing.kinds import Kind
from tests.fuzzing.presses import bot_message
from tests.fuzzing.texts import Chance, name, typed
from tests.fuzzing.wire import (
    BOT,
    CHANNEL,
    COMMAND,
    COMPLETION,
    GUILD,
    MAINTAINER,
    MANAGER,
    MESSAGE,
    OTHER,
    OWNER,
    ROLE,
    Sent,
    interaction_data,
    member_data,
    message_data,
    role_data,
    user_data,
)
from tests.question_files import engine

_STRING, _INTEGER, _BOOLEAN, _USER, _CHANNEL, _ROLE = 3, 4, 5, 6, 7, 8
"""https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type"""
_INTEGERS: Final = (2017, 2013, 0, -1, 1990, 2100, 2**31, 2**53, -(2**53))
_GUARDED: Final = ("review", "settings")
_PERSONAL: Final = "privacy export"
_MARKS: Final = ("what did India say in 16MSP?", "and Pakistan?", "help", "thank you", "")

Options = list[dict[str, Any]]


def kinds() -> tuple[Kind, ...]:
    """Commands and messages."""
    send = lambda event: bots.bots().send(event)  # noqa: E731 - made when first used
    forget = lambda: bots.bots().forget()  # noqa: E731 - as above
    return (
        Kind("options of commands", 9_000, _command, send, _check, forget=forget),
        Kind("completions", 6_000, _completion, send, _check, forget=forget),
        Kind("check with sources", 2_000, _checked_message, send, _check, forget=forget),
        Kind("messages", 6_000, _written, send, _check, forget=forget),
    )


@cache
def _commands() -> tuple[tuple[str, Options], ...]:
    """Every slash command, "review gaps" too, with its options as Discord knows them."""
    found: list[tuple[str, Options]] = []
    for command in bots.bots().commands:
        if command.get("type", 1) != 1:
            continue
        inner = [option for option in command["options"] if option["type"] == 1]
        found += [(f"{command['name']} {one['name']}", one["options"]) for one in inner]
        found += [] if inner else [(command["name"], command["options"])]
    return tuple(found)


def _value(chance: Chance, option: dict[str, Any]) -> object:
    match option["type"]:
        case 3:
            if offered := option.get("choices"):
                return chance.choice([choice["value"] for choice in offered] + [typed(chance)])
            ids = chance.choice((engine().knowledge.states, engine().knowledge.meetings, engine().knowledge.topics))
            return chance.choice((typed(chance), typed(chance), name(chance), chance.choice(sorted(ids))))
        case 4:
            return chance.choice(_INTEGERS)
        case 5:
            return chance.random() < 0.5
        case 6:
            return str(chance.choice((OWNER, OTHER, MAINTAINER)))
        case 7:
            return str(CHANNEL)
        case _:
            return str(ROLE)


def _resolved() -> dict[str, Any]:
    people = (OWNER, OTHER, MAINTAINER)
    return {
        "users": {str(person): user_data(person) for person in people},
        "members": {str(person): member_data() | {"permissions": "3072"} for person in people},
        "roles": {str(ROLE): role_data(ROLE, "maintainers")},
        "channels": {str(CHANNEL): {"id": str(CHANNEL), "type": 0, "name": "questions", "permissions": "3072"}},
    }


def _invoked(command: str, options: Options) -> dict[str, Any]:
    first, _, inner = command.partition(" ")
    if inner:
        options = [{"type": 1, "name": inner, "options": options}]
    return {"id": "5", "name": first, "type": 1, "options": options, "resolved": _resolved()}


def _person(chance: Chance) -> int:
    return chance.choice((OWNER, OTHER, OTHER, MAINTAINER, MANAGER))


def _command(chance: Chance) -> Event:
    command, known = chance.choice(_commands())
    given = [option for option in known if option.get("required") or chance.random() < 0.5]
    options = [{"type": one["type"], "name": one["name"], "value": _value(chance, one)} for one in given]
    in_server, person = chance.random() < 0.7, _person(chance)
    keeps = command.split()[0] in ("review", "settings", "follow", "following", "unfollow", "privacy")
    data = interaction_data(COMMAND, person, _invoked(command, options), in_server=in_server)
    return Event(data, person, keeps or chance.random() < 0.05, what=command)


def _completion(chance: Chance) -> Event:
    completed = [(each, one) for each, known in _commands() for one in known if one.get("autocomplete")]
    command, option = chance.choice(completed)
    text = chance.choice((typed(chance), name(chance)[: chance.randint(0, 9)]))
    options = [{"type": _STRING, "name": option["name"], "value": text, "focused": True}]
    person = _person(chance)
    return Event(interaction_data(COMPLETION, person, _invoked(command, options)), person, chance.random() < 0.2)


def _checked_message(chance: Chance) -> Event:
    text, person = chance.choice(("", "<@7> <#70> <@&90> ")) + typed(chance), _person(chance)
    message = message_data(text, str(OTHER))
    resolved = {"messages": {message["id"]: message}}
    data = {"id": "6", "name": CHECK, "type": 3, "target_id": message["id"], "resolved": resolved}
    return Event(interaction_data(COMMAND, person, data), person, keeps=False, what=CHECK)


def _written(chance: Chance) -> Event:
    in_server, person = chance.random() < 0.7, _person(chance)
    text = chance.choice((typed(chance), typed(chance), chance.choice(_MARKS)))
    at = chance.randint(0, len(text)) if chance.random() < 0.3 else 0
    addressed = f"{text[:at]}<@{BOT}>{text[at:]}" if chance.random() < 0.9 else text
    message = message_data(addressed, str(person), in_server=in_server)
    if chance.random() < 0.3:
        answered = bot_message(chance, in_server=in_server)
        message["type"] = 19
        message["referenced_message"] = answered
        message["message_reference"] = {"message_id": answered["id"], "channel_id": answered["channel_id"]}
    return Event(message, person, chance.random() < 0.05, is_message=True)


def _check(event: Event, answered: Answered) -> Iterator[str]:
    yield from bots.check(answered)
    shown = [sent for sent in answered.sent if sent.kind == MESSAGE]
    if event.what and not answered.sent:
        yield f"no answer to {event.what}"
    yield from _kept_from_others(event, answered, shown)
    wants_private = any(
        option.get("name") == "private" and option.get("value") is True
        for option in (event.data.get("data") or {}).get("options", ())
    )
    if wants_private and any(not sent.is_private for sent in shown):
        yield "told to all what was asked privately"


def _kept_from_others(event: Event, answered: Answered, shown: list[Sent]) -> Iterator[str]:
    """What is for maintainers, managers, or one person alone."""
    command = event.what
    for sent in shown:
        if command == CHECK and not sent.is_private:
            yield "what was made of another's words was told to all"
        if command == _PERSONAL:
            yield from _others_records(event.person, sent.files)
        if not command.startswith(_GUARDED):
            continue
        if not sent.is_private:
            yield f"{command} was told to all"
        in_server = "guild_id" in event.data
        may = event.person in answered.maintainers if command.startswith("review") else event.person == MANAGER
        if not (may and in_server) and (sent.content not in REFUSALS or sent.files):
            yield f"{command} was done for person {event.person}: {sent.content[:80]!r}"


def _others_records(person: int, exported: tuple[str, ...]) -> Iterator[str]:
    for text in exported:
        kept = json.loads(text)
        if kept["user_id"] != str(person) or set(kept["maintainer_in"]) - {str(GUILD)}:
            yield "the records of another person"
