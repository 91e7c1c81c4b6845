"""Buttons, menus and forms: true ones, forged, stale and cut ones, and other people's."""

import base64
import re
import zlib
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from bot.discord_side.answer_keys import AnswerKey, Search, Words
from bot.discord_side.buttons import NOT_YOURS
from bot.discord_side.cards import Card, compose
from bot.discord_side.custom_ids import TEMPLATE
from bot.discord_side.desk import Desk
from bot.discord_side.limits import CUSTOM_ID
from bot.discord_side.maintaining import NO_STORE
from bot.discord_side.modals import FURTHER, WRONG
from bot.discord_side.pressing import STALE
from tests.fuzzing import bots
from tests.fuzzing.bots import REFUSALS, Answered, Event
from tests.fuzzing.kinds import Kind
from tests.fuzzing.texts import Chance, name, question, typed
from tests.fuzzing.wire import (
    BOT,
    COMPONENT,
    EPHEMERAL,
    FORM,
    MAINTAINER,
    MANAGER,
    MESSAGE,
    OTHER,
    OWNER,
    UPDATE,
    interaction_data,
    message_data,
)
from tests.question_files import engine

_ID: Final = re.compile(TEMPLATE, re.DOTALL)
_ACTIONS: Final = "prev next where sources plain share further helpful wrong read ask explode a".split()
_OWNERS: Final = ("7", "8", "0", "zzzzzzzzzzzzz", "00007")
_PAGES: Final = ("0", "1", "2", "7", "999999", "٣", "000001")
_BUTTON, _SELECT = 2, 3
_MESSAGES: Final = 120
_TYPED: Final = (
    "kstatement|s=india kstatement|s=atlantis kvote|s= kvote|y=2017 kvote|y=99999999999999999999 kstatement|s=india|y="
    + "9" * 60
    + " kno-such kfaq: kfaq:gone kcount- kcount-gone k| k|||| kstatement|s k=| ksources khelp kcompare|s=india,china "
    "kcompare kattendees kmeeting-info|m=16msp kmeeting-info|m=99msp ktopic-state|t=x|s=india kstatement|c=letter "
    "kstatement|c=x|s=india kvote-list|v=abstained kvote-list|v=maybe kstatement|o=status-2018|s=india kstatement|o=x "
    "koverview|s=india,india,india z zzzz q s k"
).split(" ")


def kinds() -> tuple[Kind, ...]:
    """Components and forms."""
    send = lambda event: bots.bots().send(event)  # noqa: E731 - made when first used
    forget = lambda: bots.bots().forget()  # noqa: E731 - as above
    return (
        Kind("buttons and menus", 9_000, _press, send, _check_press, forget=forget),
        Kind("forms", 4_000, _form, send, _check_form, forget=forget),
        Kind("maintainers' buttons", 2_000, _review, send, _check_review, forget=forget),
    )


@cache
def _answers() -> tuple[tuple[str, list[dict[str, Any]], bool], ...]:
    """Messages as the bot sends them: text, rows of components, and whether privately."""
    chance = Chance(0)
    desk = Desk(engine())
    found: list[tuple[str, list[dict[str, Any]], bool]] = []
    while len(found) < _MESSAGES:
        private = chance.random() < 0.5
        asked = chance.choice((question(chance), f"{name(chance)} Nigeri", typed(chance)))
        answer = desk.search(asked) if chance.random() < 0.1 else desk.question(asked)
        card = Card(answer, OWNER, private, page=chance.randint(0, 2), feedback=chance.random() < 0.5)
        composed = compose(card, desk.engine)
        if composed.view:
            found.append((composed.texts[0], composed.view.to_components(), private))
    return tuple(found)


def _copied(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "components": [dict(one) for one in row["components"]]} for row in rows]


def _components(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for row in rows for one in row["components"]]


def _forged(chance: Chance, custom_id: str) -> str:
    """A custom id that is nearly one."""
    match = _ID.fullmatch(custom_id)
    if match is None or chance.random() < 0.15:
        at = chance.randrange(len(custom_id) + 1)
        odd = chance.choice(("", typed(chance)[:9], "\x00", ".", custom_id))
        return (custom_id[:at] + odd + custom_id[at + chance.randint(0, 3) :])[:CUSTOM_ID] or "x"
    parts = match.groupdict()
    for _ in range(chance.randint(1, 3)):
        match chance.randrange(6):
            case 0:
                parts["action"] = chance.choice(_ACTIONS)
            case 1:
                parts["aspect"] = chance.choice("asp")
            case 2:
                parts["private"] = chance.choice("01")
            case 3:
                parts["owner"] = chance.choice(_OWNERS)
            case 4:
                parts["page"] = chance.choice(_PAGES)
            case _:
                parts["piece"] = _piece(chance)
    head = "t1.{action}.{aspect}{private}.{owner}.{page}.".format(**parts)
    return f"{head}{parts['piece']}."


def _piece(chance: Chance) -> str:
    """A key that nobody wrote."""
    match chance.randrange(5):
        case 0:
            return chance.choice(_TYPED)
        case 1:
            return chance.choice("qs") + typed(chance)[:200]
        case 2:
            many = "⏎".join(
                chance.choice(("and Pakistan?", question(chance), "")) for _ in range(chance.randint(2, 900))
            )
            return _packed("q" + many)
        case 3:
            states = ",".join(chance.choice(sorted(engine().knowledge.states)) for _ in range(chance.randint(1, 900)))
            intent = chance.choice(("compare", "overview", "statement", "vote", "attendance", "membership"))
            return _packed(f"k{intent}|s={states}")
        case _:
            long = (AnswerKey(Words("a" * 300_000)), AnswerKey(Search(question(chance) * 50)))
            return chance.choice(long).pack(100_000) or ""


def _packed(text: str) -> str:
    return "z" + base64.b85encode(zlib.compress(text.encode(), 9)).decode("ascii")


def bot_message(chance: Chance, *, in_server: bool) -> dict[str, Any]:
    """A message of the bot with components, sometimes damaged."""
    text, rows, private = chance.choice(_answers())
    rows = _copied(rows)
    match chance.randrange(6):
        case 0:  # one of them
            one = chance.choice(_components(rows))
            one["custom_id"] = _forged(chance, one["custom_id"])
        case 1:  # the key in another way, the rest as it was
            for one in _components(rows):
                one["custom_id"] = _forged(chance, one["custom_id"])
        case 2:  # cut
            rows = chance.sample(rows, chance.randint(1, len(rows)))
        case 3:  # pieces of another message
            rows = [*rows[:2], *_copied(chance.choice(_answers())[1])][:5]
        case _:
            pass
    flags = EPHEMERAL if private and chance.random() < 0.5 else 0
    return message_data(text, str(BOT), rows, flags=flags, in_server=in_server)


def _person(chance: Chance) -> int:
    return chance.choice((OWNER, OWNER, OTHER, OTHER, MAINTAINER, MANAGER))


def _press(chance: Chance) -> Event:
    in_server, person = chance.random() < 0.7, _person(chance)
    message = bot_message(chance, in_server=in_server)
    pressed = chance.choice(_components(message["components"]))
    data: dict[str, Any] = {"custom_id": pressed["custom_id"], "component_type": pressed["type"]}
    if chance.random() < 0.05:  # not one of the message's
        data["custom_id"] = _forged(chance, pressed["custom_id"])
    if pressed["type"] == _SELECT:
        offered = [option["value"] for option in pressed["options"]]
        data["values"] = [chance.choice((*offered, typed(chance), ""))]
    sent = interaction_data(COMPONENT, person, data, in_server=in_server)
    return Event(sent | {"message": message}, person, chance.random() < 0.1)


def _marks(event: Event) -> list[re.Match[str]]:
    ids = [one["custom_id"] for one in _components(event.data["message"]["components"])]
    return [match for text in ids if (match := _ID.fullmatch(text))]


def _is_hidden(event: Event) -> bool:
    """Whether the message is somebody else's private answer."""
    return any(mark["private"] == "1" and int(mark["owner"], 36) != event.person for mark in _marks(event))


def _check_press(event: Event, answered: Answered) -> Iterator[str]:
    yield from bots.check(answered)
    pressed = _ID.fullmatch(event.data["data"]["custom_id"])
    for sent in answered.sent:
        if sent.kind not in (MESSAGE, UPDATE):
            continue
        if _is_hidden(event) and not (sent.is_private and sent.content in (NOT_YOURS, STALE)):
            yield f"shown to person {event.person}, whose answer it is not: {sent.content[:80]!r}"
        if pressed is None:
            yield f"an answer to what is no button: {sent.content[:80]!r}"
            continue
        owner = int(pressed["owner"], 36)
        if sent.kind == UPDATE and event.person != owner:
            yield "the page was turned for another person"
        if sent.kind == MESSAGE and not sent.is_private and pressed["private"] == "1" and pressed["action"] != "share":
            yield "a private answer was told to all"


def _form(chance: Chance) -> Event:
    in_server, person = chance.random() < 0.7, _person(chance)
    text: object = chance.choice((typed(chance), "and Pakistan?", "", " "))
    field = {"type": 4, "custom_id": chance.choice(("text", "text", "text", "x")), "value": text, "id": 2}
    components: list[dict[str, Any]] = [{"type": 18, "id": 1, "component": field}]
    if chance.random() < 0.2:
        components = [{"type": 1, "components": [field]}] * chance.randint(0, 3)
    data = {
        "custom_id": chance.choice((FURTHER, WRONG, FURTHER, WRONG, "t1m.", "t1m.explode")),
        "components": components,
    }
    sent = interaction_data(FORM, person, data, in_server=in_server)
    if chance.random() < 0.95:
        sent["message"] = bot_message(chance, in_server=in_server)
    return Event(sent, person, chance.random() < 0.3)


def _check_form(event: Event, answered: Answered) -> Iterator[str]:
    yield from bots.check(answered)
    if "message" not in event.data:
        return
    for sent in answered.sent:
        if _is_hidden(event) and not (sent.is_private and sent.content in (NOT_YOURS, STALE)):
            yield f"a form under another person's answer got: {sent.content[:80]!r}"


def _review(chance: Chance) -> Event:
    in_server, person = chance.random() < 0.8, _person(chance)
    page = chance.choice(_PAGES)
    ids = [f"r1.{what}.{action}.{page}" for what in ("gaps", "feedback") for action in ("prev", "next", "csv", "yaml")]
    rows: list[dict[str, Any]] = [
        {"type": 1, "components": [{"type": _BUTTON, "style": 2, "label": "x", "custom_id": text} for text in ids[:4]]},
        {"type": 1, "components": [{"type": _BUTTON, "style": 2, "label": "x", "custom_id": text} for text in ids[4:]]},
    ]
    menus = [f"r1.{what}.resolve.{page}" for what in ("gaps", "feedback")]
    rows += [
        {"type": 1, "components": [{"type": _SELECT, "custom_id": text, "options": [{"label": "1", "value": "1"}]}]}
        for text in menus
    ]
    pressed = chance.choice(_components(rows))
    if chance.random() < 0.2:
        pressed["custom_id"] = _forged(chance, pressed["custom_id"])
    data: dict[str, Any] = {"custom_id": pressed["custom_id"], "component_type": pressed["type"]}
    if pressed["type"] == _SELECT:
        data["values"] = chance.choice(
            (["1"], ["2"], [str(chance.randint(1, 400))], ["-1"], ["x"], ["9" * 30], [], ["1", "2"], ["٣"])
        )
    sent = interaction_data(COMPONENT, person, data, in_server=in_server)
    message = message_data("a list", str(BOT), rows, flags=EPHEMERAL, in_server=in_server)
    return Event(sent | {"message": message}, person, chance.random() < 0.9)


def _check_review(event: Event, answered: Answered) -> Iterator[str]:
    yield from bots.check(answered)
    may = event.person in answered.maintainers and "guild_id" in event.data
    for sent in answered.sent:
        if sent.kind != UPDATE and not sent.is_private:
            yield "a list of maintainers was told to all"
        if not may and (sent.content not in REFUSALS or sent.files):
            yield f"shown to person {event.person}, who is no maintainer: {sent.content[:80]!r}"
        if may and event.keeps and sent.content == NO_STORE:
            yield "there is a database"
