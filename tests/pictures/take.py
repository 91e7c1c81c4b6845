"""Three pictures of real answers for the README: ``python -m tests.pictures.take``.

The bot runs as in ``treatybot preview`` (extra ``preview``): the real client and knowledge against simcord's Discord
in memory, shown on a page that Chromium photographs. Run it again when the answers or their buttons change.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import discord
import simcord
from PIL import Image

from bot.answering.engine import Engine
from bot.discord_side.client import create_bot
from bot.knowledge.loading import default_folder, load_knowledge
from bot.settings import Settings
from tests.pictures.chromium import ChromiumError, Page, chromium

FOLDER: Final = Path(__file__).parent
WIDTH: Final = 900
"""pixels of the channel shown"""
_WINDOW: Final = (WIDTH + 600, 2400)
"""pixels of the browser's window: the longest message fits, and the page's own tools beside the channel"""
_COLOURS: Final = 64
"""of a picture: text on one background needs no more, and the file stays small"""
_MARGIN: Final = 4
"""pixels above and below what is shown"""
_READY_SECONDS: Final = 20

_BOXES_WHEN_READY: Final = f"""
(async () => {{
  for (const end = Date.now() + {_READY_SECONDS * 1000}; Date.now() < end; await new Promise(r => setTimeout(r, 50))) {{
    const shown = document.querySelectorAll('#channel-layout .channel-message[data-message-id]');
    if (window.simcordPreview?.ready && shown.length)
      return [...shown].map(element => element.getBoundingClientRect().toJSON());
  }}
  return [];
}})()
"""


@dataclass(frozen=True, slots=True)
class Scene:
    """A channel in which an adviser asks."""

    channel: simcord.ChannelHandle
    adviser: simcord.MemberActor
    me: discord.ClientUser

    async def said(self) -> None:
        await self.adviser.slash(self.channel, "said", state="india", meeting="16msp")

    async def nothing(self) -> None:
        await self.adviser.slash(self.channel, "ask", question="what did Nepal say in 16MSP?")

    async def unclear(self) -> None:
        await self.adviser.send(self.channel, f"{self.me.mention} how did Korea vote?")


SCENES: Final[dict[str, Callable[[Scene], Awaitable[None]]]] = {
    "said": Scene.said,
    "nothing-on-record": Scene.nothing,
    "which-state": Scene.unclear,
}


async def take() -> None:
    """Write a picture of each scene to this folder."""
    engine = Engine(load_knowledge(default_folder()))
    with TemporaryDirectory() as folder:
        bot = create_bot(engine, Settings(), database=Path(folder) / "treatybot.sqlite3")
        try:
            async with simcord.run(bot, shard_count=1) as world, chromium() as page:
                assert bot.user is not None
                await bot.user.edit(username="Treatybot")
                await _take_all(world, bot.user, page)
        finally:
            await bot.keeping.end()


async def _take_all(world: simcord.Env, me: discord.ClientUser, page: Page) -> None:
    guild = world.create_guild("Meeting room")
    adviser = guild.add_member(world.create_user("adviser"))
    for name, happens in SCENES.items():
        channel = guild.create_text_channel(name)
        await happens(Scene(channel, adviser, me))
        picture = await _photographed(world, channel, adviser, page)
        (FOLDER / f"{name}.png").write_bytes(picture)
        print(f"{name}.png: {len(picture)} bytes")


async def _photographed(
    world: simcord.Env, channel: simcord.ChannelHandle, viewer: simcord.MemberActor, page: Page
) -> bytes:
    look: dict[str, Any] = {"layout": "channel", "display": "fixed", "width": WIDTH, "height": _WINDOW[1] - 200}
    async with world.preview(channel, viewers=[viewer], port=0, **look) as preview:
        await page.open(preview.url, *_WINDOW)
        boxes = await page.value(_BOXES_WHEN_READY)
        if not boxes:
            raise ChromiumError(f"simcord's preview showed no message within {_READY_SECONDS} seconds")
        return _small(await page.picture(_around(boxes)))


def _around(boxes: list[dict[str, float]]) -> dict[str, float]:
    """The rectangle that holds all messages."""
    top = min(box["y"] for box in boxes) - _MARGIN
    bottom = max(box["y"] + box["height"] for box in boxes) + _MARGIN
    return {"x": boxes[0]["x"], "y": top, "width": boxes[0]["width"], "height": bottom - top}


def _small(png: bytes) -> bytes:
    with Image.open(BytesIO(png)) as image, BytesIO() as written:
        few = image.convert("RGB").quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(written, "PNG", optimize=True)
        return written.getvalue()


if __name__ == "__main__":
    try:
        asyncio.run(take())
    except ChromiumError as problem:
        sys.exit(str(problem))
