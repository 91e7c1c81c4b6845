"""The bot: a Discord client that hands questions to the engine and sends the answers."""

import asyncio
import logging
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import discord

from bot.discord_side.addresses import use_gateway
from bot.discord_side.asking import asking_commands
from bot.discord_side.buttons import Menu, Pressed
from bot.discord_side.checking_message import message_commands
from bot.discord_side.connecting import connect_patiently, few_connections
from bot.discord_side.delivery import NOBODY, tell
from bot.discord_side.desk import Answering
from bot.discord_side.errors import UNTELLABLE, note_error, note_untold
from bot.discord_side.following import follow_commands
from bot.discord_side.free_text import answer_message
from bot.discord_side.keeping import Keeping
from bot.discord_side.modals import is_ours, submitted
from bot.discord_side.patience import Patience, Pauses, growing
from bot.discord_side.pressing import Pressing
from bot.discord_side.privacy import privacy_commands
from bot.discord_side.reviewing import ReviewButton, ReviewMenu, review_commands
from bot.discord_side.server_settings import settings_commands
from bot.discord_side.service import Clock, make_service
from bot.discord_side.shards import ShardedState, shard_count
from bot.discord_side.states import state_commands
from bot.discord_side.subjects import subject_commands
from bot.discord_side.syncing import log_refused, sync_if_changed
from bot.discord_side.tree import Tree
from bot.log_lines import fields
from bot.reloading.serving import Serving
from bot.settings import Settings

_GOODBYE_SECONDS: Final = 0.5
"""so long it may take to end the connections: what waits to be sent may find no reader"""
_FINISHING_SECONDS: Final = 2.5
"""so long what was begun for people may take when the bot stops"""

_log = logging.getLogger(__name__)


COMMANDS: Final = (
    asking_commands,
    state_commands,
    subject_commands,
    message_commands,
    follow_commands,
    privacy_commands,
    settings_commands,
    review_commands,
)


class TreatyBot(discord.AutoShardedClient):
    """The client; :func:`create_bot` makes it."""

    def __init__(
        self,
        holder: Answering | Serving,
        settings: Settings,
        clock: Clock,
        database: Path | None,
        pauses: Pauses,
    ) -> None:
        # No privileged intent: https://discord.com/developers/docs/events/gateway#privileged-intents
        # Nothing is looked up in past messages, so none are kept.
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=NOBODY,
            max_messages=None,
            shard_connect_timeout=None,  # our own patience has none
        )
        self.service = make_service(holder, settings, clock)
        self.pressing = Pressing(self.service)
        self.keeping = Keeping(self, self.service, database)
        self.patience = Patience(pauses)
        self._gateway = settings.discord_gateway
        self.tree = Tree(self)
        for commands in COMMANDS:
            for command in commands(self.service):
                self.tree.add_command(command)
        self.add_dynamic_items(Pressed, Menu, ReviewButton, ReviewMenu)
        use_gateway(self, settings.discord_gateway)
        connect_patiently(self, self.patience)

    def _get_state(self, **options: Any) -> ShardedState:  # noqa: ANN401 - handed on as they are
        return ShardedState(
            dispatch=self.dispatch, handlers=self._handlers, hooks=self._hooks, http=self.http, **options
        )

    async def login(self, token: str) -> None:
        """Log in, once Discord can be reached. Raises ``discord.LoginFailure`` when it rejects the token."""
        log_in = super().login

        async def attempt() -> None:
            self.http.connector = few_connections()  # that of a failed attempt was closed with it
            try:
                await log_in(token)
            except BaseException:  # cancelled, too: the session that was begun may not stay open
                await self.http.close()
                raise

        await self.patience.until_done(attempt)

    async def setup_hook(self) -> None:
        """Tell Discord the commands. The bot goes on without: mentions and direct messages need none."""
        if self._gateway is not None:
            self.shard_count = await shard_count(self)
        await self.keeping.begin()
        try:
            await sync_if_changed(self.tree, self.service.store)
        except discord.HTTPException as error:
            log_refused(error)

    async def close(self) -> None:
        """Take nothing more, finish what was begun, and let go of the database; within 5 seconds."""
        self.patience.end()
        leaving = asyncio.ensure_future(self._leave())
        await self.service.under_way.finished(_FINISHING_SECONDS)
        await leaving
        await self.keeping.end()
        await super().close()

    async def _leave(self) -> None:
        """Let Discord send no more events."""
        goodbyes = [shard.disconnect() for shard in self.shards.values()]
        with suppress(TimeoutError):
            await asyncio.wait_for(asyncio.gather(*goodbyes, return_exceptions=True), _GOODBYE_SECONDS)

    async def on_ready(self) -> None:
        """Log that the bot is there."""
        _log.info("ready", extra=fields(servers=len(self.guilds), shards=self.shard_count))
        self.keeping.look_for_changes()

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget the settings of a server that removed the bot."""
        await self.keeping.forget(guild.id)

    async def on_message(self, message: discord.Message) -> None:
        """Answer a mention, a reply or a direct message."""
        if self.user is not None:
            with self.service.under_way.work():
                await answer_message(message, self.user, self.service)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Take a form that was sent; commands and buttons find their own way."""
        if is_ours(interaction):
            await self.pressing.guarded(interaction, "form", lambda: submitted(interaction, self.service))

    async def on_error(self, event_method: str, /, *args: object, **_: object) -> None:
        """Log the error of an event, and tell whoever wrote the message that the event was about."""
        error = sys.exception()
        if error is None:
            return
        line = note_error(event_method, error)
        try:
            if args and isinstance(message := args[0], discord.Message):
                await message.channel.send(line, allowed_mentions=NOBODY)
            elif args and isinstance(interaction := args[0], discord.Interaction):
                await tell(interaction, line)
        except UNTELLABLE as untold:
            note_untold(untold)


def create_bot(
    holder: Answering | Serving,
    settings: Settings,
    *,
    clock: Clock = time.monotonic,
    database: Path | None = None,
    pauses: Pauses = growing,
) -> TreatyBot:
    """The bot, ready to be started; ``holder`` is the engine, or holds the one that answers now.

    Without a ``database`` it keeps nothing: no feedback, no follows, no settings of servers. ``pauses`` are made
    between tries to reach Discord.
    """
    return TreatyBot(holder, settings, clock, database, pauses)
