"""``treatybot preview``: the same bot in a browser page with Discord's look, on this computer, without a token.

simcord (extra ``preview``) runs the real client against a Discord in memory and serves the page on loopback:
https://simcord.readthedocs.io/en/latest/guides/preview/
"""

import asyncio
import sys
from importlib.util import find_spec
from typing import Final

from bot.discord_side.client import create_bot
from bot.discord_side.desk import Answering
from bot.reloading.serving import Serving
from bot.settings import Settings

STOPPED: Final = 0
UNUSABLE: Final = 2

_NAME = "Treatybot"
_MODULES_OF_THE_EXTRA = ("simcord", "linkify_it", "markdown_it", "PIL", "regex")
_NO_EXTRA = 'the preview needs the extra "preview": pip install "treatybot[preview]"'


def run_preview(engine: Answering | Serving, *, port: int = 0) -> int:
    """Serve the page on 127.0.0.1, on ``port`` (0: any free one), until Ctrl-C; returns the exit code."""
    if any(find_spec(module) is None for module in _MODULES_OF_THE_EXTRA):
        return _fail(_NO_EXTRA)
    import simcord  # noqa: PLC0415 - only here is the extra needed

    try:
        asyncio.run(_serve(engine, port))
    except KeyboardInterrupt:
        return STOPPED
    except simcord.SetupError as error:
        if "could not bind" in str(error):
            return _fail(f"port {port} is in use: give another one with --port, or 0 for any free one")
        return _fail(str(error))
    return STOPPED


async def _serve(engine: Answering | Serving, port: int) -> None:
    import simcord  # noqa: PLC0415 - as above

    bot = create_bot(engine, Settings())
    # An error in a handler is shown as Discord would show it; it does not end the preview.
    async with simcord.run(bot, shard_count=1, check_errors=False) as world:
        channel = world.create_guild("Meeting room").create_text_channel("questions")
        delegate = world.guild.add_member(world.create_user("delegate"))
        if bot.user is not None:
            await bot.user.edit(username=_NAME)
            # The page begins with the bot's help.
            await delegate.send(channel, f"{bot.user.mention} hi")
        async with world.preview(channel, viewers=[delegate], layout="channel", port=port) as page:
            sys.stdout.write(f"Treatybot preview: {page.url}\nOnly this computer can open it. Ctrl-C ends it.\n")
            sys.stdout.flush()
            await page.wait_closed()


def _fail(message: str) -> int:
    sys.stderr.write(f"treatybot: {message}\n")
    return UNUSABLE
