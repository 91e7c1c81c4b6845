"""Headless Chromium, driven over its DevTools protocol: a page is opened, asked for values, and photographed.

simcord can take pictures itself, with Playwright and a browser that it downloads. aiohttp, which discord.py brings,
speaks the same protocol to the Chromium that a computer has, so that no dependency is needed for three pictures.
https://chromedevtools.github.io/devtools-protocol/
"""

import asyncio
import base64
import json
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from tempfile import TemporaryDirectory
from typing import Any, Final

from aiohttp import ClientSession, ClientWebSocketResponse

NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
_FLAGS: Final = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--remote-debugging-port=0",
)
_LISTENING: Final = "DevTools listening on "
_START_SECONDS: Final = 30.0
_LARGEST_ANSWER: Final = 32 * 1024 * 1024


class ChromiumError(Exception):
    """No Chromium, or one that does not do what it is asked; the message says which and what to do."""


class Page:
    """One page of the browser."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self._session: str | None = None
        self._number = 0

    async def open(self, address: str, width: int, height: int) -> None:
        """Load ``address`` in a window of so many pixels."""
        target = await self._call("Target.createTarget", url="about:blank")
        attached = await self._call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self._session = attached["sessionId"]
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        await self._call("Emulation.setDeviceMetricsOverride", **size)
        await self._call("Page.navigate", url=address)

    async def value(self, script: str) -> Any:  # noqa: ANN401 - whatever the script returns
        """What ``script`` comes to, a promise awaited."""
        answer = await self._call("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if problem := answer.get("exceptionDetails"):
            raise ChromiumError(f"the page failed: {problem.get('exception', problem).get('description', problem)}")
        return answer["result"].get("value")

    async def picture(self, clip: dict[str, float]) -> bytes:
        """A PNG of the part of the page that ``clip`` names: x, y, width and height in pixels."""
        shot = await self._call("Page.captureScreenshot", format="png", clip={**clip, "scale": 1})
        return base64.b64decode(shot["data"])

    async def _call(self, method: str, **params: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
        self._number += 1
        session = {"sessionId": self._session} if self._session else {}
        await self._socket.send_json({"id": self._number, "method": method, "params": params, **session})
        while True:  # events that nobody asked for come in between
            answer = json.loads(await self._socket.receive_str())
            if answer.get("id") == self._number:
                break
        if "error" in answer:
            raise ChromiumError(f"{method}: {answer['error']['message']}")
        return dict(answer["result"])


@asynccontextmanager
async def chromium() -> AsyncIterator[Page]:
    """A Chromium of its own with an empty profile, ended afterwards. Raises :class:`ChromiumError`."""
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        raise ChromiumError(f"no Chromium here: install it, so that one of these commands is there: {', '.join(NAMES)}")
    sandbox = ("--no-sandbox",) if os.name == "posix" and os.geteuid() == 0 else ()  # root has no sandbox
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        running = await asyncio.create_subprocess_exec(
            program, *_FLAGS, *sandbox, f"--user-data-dir={profile}", stderr=asyncio.subprocess.PIPE
        )
        try:
            address = await asyncio.wait_for(_address(running), _START_SECONDS)
            async with ClientSession() as session, session.ws_connect(address, max_msg_size=_LARGEST_ANSWER) as socket:
                yield Page(socket)
        except TimeoutError:
            raise ChromiumError(f"{program} did not start within {_START_SECONDS:.0f} seconds") from None
        finally:
            if running.returncode is None:
                running.terminate()
            await running.communicate()


async def _address(running: asyncio.subprocess.Process) -> str:
    assert running.stderr is not None
    async for line in running.stderr:
        text = line.decode(errors="replace").strip()
        if text.startswith(_LISTENING):
            return text.removeprefix(_LISTENING)
    raise ChromiumError("Chromium ended before it could be spoken to")
