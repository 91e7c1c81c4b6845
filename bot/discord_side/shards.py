"""Shards where Discord's answers leave them open: a proxy or a test server may not tell of any.

Discord itself tells: then nothing here changes anything.
"""

import logging
from collections.abc import Callable
from typing import Any, Final

import discord
from discord.state import AutoShardedConnectionState

from bot.log_lines import fields, trace_of

_MUST_BE_READ: Final = frozenset({"READY", "RESUMED"})
"""without them there is no connection"""

_log = logging.getLogger(__name__)


class ShardedState(AutoShardedConnectionState[Any]):
    """discord.py's state, for a Ready event without the optional field ``shard`` too.

    https://discord.com/developers/docs/events/gateway-events#ready-ready-event-fields

    An event that cannot be read ends discord.py's client; here it is logged, and the next one is read.
    """

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - handed on as they are
        super().__init__(**options)
        self.parsers = {
            name: parse if name in _MUST_BE_READ else _guarded(name, parse) for name, parse in self.parsers.items()
        }

    def parse_ready(self, data: Any) -> None:  # noqa: ANN401 - the event as it came, which discord.py types privately
        """Take the only shard where the event names none."""
        data.setdefault("shard", [0, self.shard_count or 1])
        super().parse_ready(data)


def _guarded(name: str, parse: Callable[[Any], None]) -> Callable[[Any], None]:
    def guarded(data: Any) -> None:  # noqa: ANN401 - the event as it came
        try:
            parse(data)
        except Exception as error:  # noqa: BLE001 - whatever one event bears, the others are read
            bears = fields(name=name, error=type(error).__name__, trace=trace_of(error))
            _log.error("an event could not be read", extra=bears)

    return guarded


async def shard_count(client: discord.AutoShardedClient) -> int:
    """How many shards Discord recommends; one where nobody can tell."""
    try:
        count, _url, _limit = await client.http.get_bot_gateway()
    except discord.GatewayNotFound:
        return 1
    return count
