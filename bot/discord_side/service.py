"""What all commands, buttons and messages share: the desk, what it remembers, fair use, and the store if any."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, cast

import discord

from bot.discord_side.cards import Card
from bot.discord_side.conversation import Conversations
from bot.discord_side.delivery import reply
from bot.discord_side.desk import Answering, Desk, Found
from bot.discord_side.fair_use import FairUse
from bot.discord_side.tally import Tally
from bot.discord_side.under_way import UnderWay
from bot.log_lines import fields
from bot.matching.reading import Entities
from bot.reloading.serving import Serving
from bot.settings import DEFAULT_KEEP_DAYS, Settings
from bot.store.records import GuildSettings, NewGap, StoreError
from bot.store.store import Store

_log = logging.getLogger(__name__)
_NO_GAP = frozenset({"help", "decline-chatter", "decline-dangerous", "decline-instructions", "too-long"})
"""kinds of question that nobody misses an answer to"""

_ARRIVED = "arrived"
"""key in an interaction's ``extras``: seconds of the clock"""

Clock = Callable[[], float]


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Service:
    """Made once for a bot (:func:`make_service`)."""

    desk: Desk
    conversations: Conversations
    fair_use: FairUse
    tally: Tally
    serving: Serving | None = None
    """None where the knowledge cannot change"""
    store: Store | None = None
    keep_days: int = DEFAULT_KEEP_DAYS
    log_questions: bool = False
    """whether the log bears what people ask, which they are told then"""
    now: Callable[[], datetime] = field(default=_now)
    on_reloaded: Callable[[], None] | None = None
    """to be called in the event loop when other knowledge is served"""
    under_way: UnderWay = field(default_factory=UnderWay)

    def ask(self, question: str, person: int, channel: int | None, before: Found | None = None) -> Found:
        """The answer to free words; "and Pakistan?" leans on what was asked last here."""
        last = before.asked if before else (self.conversations.recall(person, channel) if channel else None)
        return self.desk.question(question, last)

    def arrived(self, interaction: discord.Interaction[Any]) -> None:
        """Keep in mind when it came, for the time that its answer takes."""
        interaction.extras[_ARRIVED] = self.tally.clock()

    async def guild_settings(self, guild_id: int | None) -> GuildSettings:
        """What the server has set; the defaults without a store or outside servers."""
        if self.store is None or guild_id is None:
            return GuildSettings(guild_id or 0)
        return await self.store.guild_settings(guild_id)

    async def answer(
        self, interaction: discord.Interaction[Any], found: Found, *, private: bool | None = None, keep: bool = True
    ) -> None:
        """Answer an interaction; without a wish of the person, the server's setting says whether privately.

        ``keep`` says whether the question may be kept, without its asker, when it is not answered well.
        """
        private = await self._is_private(interaction, private)
        if interaction.channel_id is not None:
            self.conversations.remember(interaction.user.id, interaction.channel_id, found.asked)
        card = Card(found, interaction.user.id, private=private, feedback=self.store is not None)
        await reply(interaction, card, self.desk.engine)
        await self.note(found, interaction.extras.get(_ARRIVED), keep=keep)

    async def say(self, interaction: discord.Interaction[Any], text: str, *, private: bool | None = None) -> None:
        """Answer an interaction with a text of ours; below it, examples of questions."""
        found = self.desk.typed("help", Entities())
        private = await self._is_private(interaction, private)
        await reply(interaction, Card(found, interaction.user.id, private=private, instead=text), self.desk.engine)

    async def _is_private(self, interaction: discord.Interaction[Any], wish: bool | None) -> bool:
        if wish is not None:
            return wish
        return (await self.guild_settings(interaction.guild_id)).visibility == "private"

    async def note(self, found: Found, arrived: float | None, *, keep: bool = True) -> None:
        """Count and log a question whose answer went out, and keep it when it was not answered and may be kept."""
        answer = found.answer
        took = self.tally.count(answer.outcome, arrived)
        milliseconds = None if took is None else round(took * 1000, 1)
        bears = fields(
            outcome=answer.outcome,
            intent=answer.reading.intent,
            took_ms=milliseconds,
            question=found.words if keep else None,
        )
        _log.info("a question", extra=bears)
        if keep:
            await self._note_gap(found)

    async def _note_gap(self, found: Found) -> None:
        """Keep a question that was not answered, without its asker; that it cannot be kept troubles nobody."""
        answer = found.answer
        if self.store is None or answer.outcome in ("answered", "ambiguous") or answer.reading.intent in _NO_GAP:
            return
        entities = answer.reading.entities
        named = (*entities.states, *entities.meetings, *entities.topics, *map(str, entities.years))
        gap = NewGap(found.words, answer.outcome, answer.reading.intent, answer.reading.score, named)
        try:
            await self.store.note_gap(gap, self.now())
        except StoreError as error:
            _log.warning("an unanswered question could not be kept", extra=fields(reason=str(error)))


def make_service(holder: Answering | Serving, settings: Settings, clock: Clock = time.monotonic) -> Service:
    """The service of a bot that answers from ``holder``; ``clock`` tells seconds."""
    return Service(
        Desk(holder),
        Conversations(clock),
        FairUse(settings.person_limit, settings.server_limit, clock),
        Tally(clock),
        holder if isinstance(holder, Serving) else None,
        keep_days=settings.keep_days,
        log_questions=settings.log_questions,
    )


def service_of(interaction: discord.Interaction[Any]) -> Service:
    """The service of the bot that got an interaction."""
    return cast("Service", interaction.client.service)
