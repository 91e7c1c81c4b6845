"""Garbage collection when nobody waits: a full walk through all objects stops everybody for as long as it takes.

Measured by ``tests/benchmarks/discord_load.py``: 60 ms and more in the middle of a burst of questions, before this.
"""

import asyncio
import gc
from itertools import count
from typing import Final

from bot.discord_side.under_way import UnderWay

_THRESHOLDS: Final = (700, 5, 200)
"""Python's own are 700, 10, 10: small walks are made smaller, and full ones left to quiet moments, unless none comes"""
_EVERY_SECONDS: Final = 1.0
"""often, since a walk takes as long as there is much that is new since the last one"""


_ALL_EVERY: Final = 600
"""walks of which one goes through what was set aside, too: it takes a tenth of a second"""


def set_aside(*, all_of_it: bool = False) -> None:
    """Collect what is garbage, and let no later walk go through what is left.

    That is freed all the same when nothing refers to it: neither knowledge nor answers have cycles. What was under
    way may become one: ``all_of_it`` goes through what was set aside before.
    """
    if all_of_it:
        gc.unfreeze()
    gc.collect()
    gc.freeze()


async def collect_when_idle(under_way: UnderWay) -> None:
    """Do so again and again when nobody waits for an answer, until cancelled."""
    before = gc.get_threshold()
    gc.set_threshold(*_THRESHOLDS)
    try:
        for walk in count(1):
            await asyncio.sleep(_EVERY_SECONDS)
            while under_way.anything:
                await under_way.finished(_EVERY_SECONDS)
            set_aside(all_of_it=walk % _ALL_EVERY == 0)
    finally:
        gc.set_threshold(*before)
