"""Garbage collection when nobody waits: a full walk through all objects stops everybody for as long as it takes.

Measured by ``tests/benchmarks/discord_load.py``: 60 ms and more in the middle of a burst of questions, before this.
"""

import asyncio
import gc
from typing import Final

from bot.discord_side.under_way import UnderWay

_THRESHOLDS: Final = (700, 5, 200)
"""Python's own are 700, 10, 10: small walks are made smaller, and full ones left to quiet moments, unless none comes"""
_EVERY_SECONDS: Final = 1.0
"""often, since a walk takes as long as there is much that is new since the last one"""


def set_aside() -> None:
    """Collect what is garbage, and let no later walk go through what is left.

    It is freed all the same when nothing refers to it: neither knowledge nor answers have cycles.
    """
    gc.collect()
    gc.freeze()


async def collect_when_idle(under_way: UnderWay) -> None:
    """Do so again and again when nobody waits for an answer, until cancelled."""
    before = gc.get_threshold()
    gc.set_threshold(*_THRESHOLDS)
    try:
        while True:
            await asyncio.sleep(_EVERY_SECONDS)
            while under_way.anything:
                await under_way.finished(_EVERY_SECONDS)
            set_aside()
    finally:
        gc.set_threshold(*before)
