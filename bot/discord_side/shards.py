"""Shards where Discord's answers leave them open: a proxy or a test server may not tell of any.

Discord itself tells: then nothing here changes anything.
"""

from typing import Any

import discord
from discord.state import AutoShardedConnectionState


class ShardedState(AutoShardedConnectionState[Any]):
    """discord.py's state, for a Ready event without the optional field ``shard`` too.

    https://discord.com/developers/docs/events/gateway-events#ready-ready-event-fields
    """

    def parse_ready(self, data: Any) -> None:  # noqa: ANN401 - the event as it came, which discord.py types privately
        """Take the only shard where the event names none."""
        data.setdefault("shard", [0, self.shard_count or 1])
        super().parse_ready(data)


async def shard_count(client: discord.AutoShardedClient) -> int:
    """How many shards Discord recommends; one where nobody can tell."""
    try:
        count, _url, _limit = await client.http.get_bot_gateway()
    except discord.GatewayNotFound:
        return 1
    return count
