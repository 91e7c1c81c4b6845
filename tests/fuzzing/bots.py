"""The bots that bad interactions go to, one with a database and one without, and what must hold of what they send."""

import asyncio
import csv
import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from bot.discord_side.limits import QUESTION
from bot.discord_side.maintaining import NO_STORE, NOT_A_MAINTAINER, NOT_A_MANAGER
from bot.discord_side.tree import _UNREADABLE
from bot.store.records import NewFeedback, NewGap
from tests.fuzzing import shown
from tests.fuzzing.texts import Chance, typed
from tests.fuzzing.wire import (
    CHOICES,
    DEFER,
    GUILD,
    MAINTAINER,
    MESSAGE,
    MODAL,
    OTHER,
    UPDATE,
    Sent,
    Wire,
    unwired,
    wired,
)
from tests.question_files import engine

REFUSALS: Final = frozenset({NO_STORE, NOT_A_MAINTAINER, NOT_A_MANAGER, _UNREADABLE})
_OWN_TEXTS: Final = ("**What you can ask**", "**About", "**Privacy**", "**You follow**", "**Status**")
"""texts of ours, with Markdown of ours, that hold nothing a person typed"""
_SETTINGS: Final = "**Settings of this server**"
_REVIEWED: Final = ("**Questions not answered well**", "**Feedback**")
_KEPT: Final = 40
"""questions, and as many remarks, that a database holds before the first case"""
_FORMULA: Final = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Event:
    """What Discord sends."""

    data: dict[str, Any]
    person: int
    keeps: bool
    """whether it goes to the bot with a database"""
    is_message: bool = False
    what: str = ""
    """of what a case is about, for its check"""


@dataclass(frozen=True, slots=True)
class Answered:
    """What the bot sent, and what it logged as an error."""

    sent: tuple[Sent, ...]
    errors: tuple[str, ...]
    maintainers: frozenset[int] = frozenset()
    """who may review, when the event came"""


class Bots:
    """Both bots in an event loop of their own."""

    def __init__(self) -> None:
        self._runner = asyncio.Runner()
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / "treatybot.sqlite3"
        self._wires = {keeps: self._runner.run(wired(engine(), path if keeps else None)) for keeps in (False, True)}
        self._runner.run(self._fill())

    async def _fill(self) -> None:
        """Name a maintainer, who has bad questions and remarks to review."""
        service = self._wires[True].bot.service
        store, chance = service.store, Chance(0)
        assert store is not None
        for _ in range(_KEPT):
            asked = typed(chance)[:QUESTION]
            await store.note_gap(NewGap(asked, "no_record", "", 0.0), service.now())
            remark = NewFeedback(OTHER, GUILD, asked, asked, "answered", "wrong", typed(chance)[:QUESTION])
            await store.add_feedback(remark, service.now())
        named = frozenset({MAINTAINER})
        await store.change_guild_settings(GUILD, lambda now: replace(now, maintainer_users=named))

    def send(self, event: Event) -> Answered:
        """Send an event and wait until nothing is done about it any more."""
        return self._runner.run(self._send(self._wires[event.keeps], event))

    async def _send(self, wire: Wire, event: Event) -> Answered:
        store = wire.bot.service.store
        may = (await store.guild_settings(GUILD)).maintainer_users if store is not None else frozenset[int]()
        sent = await (wire.message if event.is_message else wire.interaction)(event.data)
        return Answered(sent, tuple(wire.taken_errors()), may)

    def forget(self) -> None:
        """Forget what was answered and completed, so that it is worked out again."""
        for wire in self._wires.values():
            wire.bot.service.desk._answered.clear()
            wire.bot.service.desk._completed.clear()

    @property
    def commands(self) -> list[dict[str, Any]]:
        """All commands as Discord is told them."""
        tree = self._wires[False].bot.tree
        return [command.to_dict(tree) for command in tree.get_commands()]

    def close(self) -> None:
        """Let go of the database."""
        for wire in self._wires.values():
            self._runner.run(unwired(wire))
        self._runner.close()
        self._folder.cleanup()


@cache
def bots() -> Bots:
    """Made once, until :func:`close`."""
    return Bots()


def close() -> None:
    """Let go of what :func:`bots` made; a database left open keeps its thread, and the process would not end."""
    if bots.cache_info().currsize:
        bots().close()
        bots.cache_clear()


def check(answered: Answered) -> Iterator[str]:
    """What must hold of whatever the bot sends."""
    yield from (f"logged: {error}" for error in answered.errors)
    for sent in answered.sent:
        if sent.kind in (MESSAGE, UPDATE):
            yield from _message(sent)
        elif sent.kind == CHOICES:
            yield from shown.choices(sent.message["choices"])
        elif sent.kind not in (MODAL, DEFER):
            yield f"a response of kind {sent.kind}"
        for text in sent.files:
            yield from _file(text)


def _message(sent: Sent) -> Iterator[str]:
    if sent.path.endswith("/users/@me/channels"):
        return
    if not sent.mentions_nobody:
        yield "the message may ping"
    yield from shown.components(sent.message.get("components", []))
    text = sent.content
    if text.startswith(_SETTINGS):
        yield from shown.unseen(text)
    elif text.startswith(_OWN_TEXTS):
        yield from shown.message_text(text)
    elif text.startswith(_REVIEWED):
        yield from shown.message_text(text)
        for line in text.split("\n")[1:]:
            yield from shown.formats(line.removeprefix("- ").strip())
    else:
        yield from shown.page(text)


def _file(text: str) -> Iterator[str]:
    yield from shown.unseen(text.removeprefix("\ufeff"), allowed="\r\n\t")
    if text.startswith("id,"):
        for row in csv.reader(io.StringIO(text)):
            yield from (f"a spreadsheet computes {cell[:40]!r}" for cell in row if cell.startswith(_FORMULA))
