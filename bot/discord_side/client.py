"""The bot: a Discord client that hands questions to the engine and sends the answers."""

import logging
import sys
from typing import Any, Protocol

import discord

from bot.answering.answer import Answer
from bot.discord_side.addresses import use_gateway
from bot.discord_side.commands import Tree, ask_command
from bot.discord_side.delivery import NOBODY
from bot.discord_side.errors import note_error, note_untold
from bot.discord_side.free_text import answer_message
from bot.discord_side.shards import ShardedState, shard_count
from bot.settings import Settings

_log = logging.getLogger(__name__)


class Answering(Protocol):
    """What the Discord side needs of the engine."""

    def answer(self, question: str) -> Answer:
        """The answer to any text."""


class TreatyBot(discord.AutoShardedClient):
    """The client; :func:`create_bot` makes it."""

    def __init__(self, engine: Answering, settings: Settings) -> None:
        # No privileged intent: https://discord.com/developers/docs/events/gateway#privileged-intents
        # Nothing is looked up in past messages, so none are kept.
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=NOBODY,
            max_messages=None,
        )
        self.engine = engine
        self._gateway = settings.discord_gateway
        self.tree = Tree(self)
        self.tree.add_command(ask_command(engine))
        use_gateway(self, settings.discord_gateway)

    def _get_state(self, **options: Any) -> ShardedState:  # noqa: ANN401 - handed on as they are
        return ShardedState(
            dispatch=self.dispatch, handlers=self._handlers, hooks=self._hooks, http=self.http, **options
        )

    async def setup_hook(self) -> None:
        """Tell Discord the commands. The bot goes on without: mentions and direct messages need none."""
        if self._gateway is not None:
            self.shard_count = await shard_count(self)
        try:
            await self.tree.sync()
        except discord.HTTPException as error:
            _log.warning("the commands could not be synced: status %s, code %s", error.status, error.code)

    async def on_ready(self) -> None:
        """Log that the bot is there."""
        _log.info("ready in %s servers", len(self.guilds))

    async def on_message(self, message: discord.Message) -> None:
        """Answer a mention or a direct message."""
        if self.user is not None:
            await answer_message(message, self.user, self.engine)

    async def on_error(self, event_method: str, /, *args: object, **_: object) -> None:
        """Log the error of an event, and tell whoever wrote the message that the event was about."""
        error = sys.exception()
        if error is None:
            return
        line = note_error(event_method, error)
        if args and isinstance(message := args[0], discord.Message):
            try:
                await message.channel.send(line, allowed_mentions=NOBODY)
            except discord.HTTPException as untold:
                note_untold(untold)


def create_bot(engine: Answering, settings: Settings) -> TreatyBot:
    """The bot, ready to be started; commands and handlers answer from ``engine``."""
    return TreatyBot(engine, settings)
