"""A server on loopback with the few routes of Discord that a start and a resume need, and its faults.

simcord replaces discord.py's network code, so it cannot tell where a connection goes; this server can.
"""

import asyncio
import json
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial
from typing import Any

from aiohttp import WSMsgType, web

TOKEN = "not.a.token"
ELSEWHERE = "wss://gateway.discord.invalid"
"""where Discord's answers say that the gateway is; a bot that believes them reaches nothing"""

PERSON = {"id": "7", "username": "adviser", "discriminator": "0", "global_name": None, "avatar": None}
GROUP_CHAT = {
    "id": "70",
    "type": 3,
    "name": None,
    "icon": None,
    "owner_id": "7",
    "recipients": [],
    "last_message_id": None,
}


def in_a_group_chat(token: str, kind: int, name: str, options: list[dict[str, Any]], person: int = 7) -> dict[str, Any]:
    """An interaction of a person who installed the bot for themselves, in a group chat.

    https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
    """
    return {
        "id": str(1000 + int(token)),
        "application_id": "1",
        "type": kind,
        "token": token,
        "version": 1,
        "channel_id": GROUP_CHAT["id"],
        "channel": GROUP_CHAT,
        "user": {**PERSON, "id": str(person)},
        "context": 2,
        "authorizing_integration_owners": {"1": str(person)},
        "app_permissions": "0",
        "attachment_size_limit": 10_485_760,
        "locale": "en-GB",
        "entitlements": [],
        "data": {"id": "5", "name": name, "type": 1, "options": options},
    }


USER = {"id": "1", "username": "Treatybot", "discriminator": "0", "global_name": None, "avatar": None, "bot": True}


class Op(IntEnum):
    """https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway-gateway-opcodes"""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    RECONNECT = 7
    INVALID_SESSION = 9
    HELLO = 10
    ACKNOWLEDGED = 11


@dataclass(frozen=True, slots=True)
class Fault:
    """One answer to a callback that is not as it should be."""

    status: int | None
    """None: no answer ever comes"""
    body: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    taken: bool = False
    """whether the callback was taken all the same, and only the answer to it is lost"""
    after: float = 0.0
    """seconds until it comes"""


def limited(seconds: float, *, everywhere: bool = False) -> Fault:
    """https://discord.com/developers/docs/topics/rate-limits#exceeding-a-rate-limit"""
    body = {"message": "You are being rate limited.", "retry_after": seconds, "global": everywhere}
    return Fault(429, body, {"Via": "1.1 loopback"} | ({"X-RateLimit-Global": "true"} if everywhere else {}))


def slow(seconds: float) -> Fault:
    """Nothing wrong, but the answer takes a while."""
    return Fault(200, {"interaction": {"id": "1", "type": 2}}, taken=True, after=seconds)


Ending = int | Op
"""how the server ends a connection: a close code, or ``RECONNECT`` or ``INVALID_SESSION`` (not to be resumed)"""


@dataclass
class Loopback:
    """What was asked of the server, and where it is."""

    port: int = 0
    """any free one when it is 0"""
    accepts_token: bool = True
    endings: list[Ending] = field(default_factory=lambda: [4000])
    """how the first connections end, each once it is ready; 4000 asks for a resume, and the last one lasts"""
    refusals: int = 0
    """so many websockets are refused before one is taken"""
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    """by the token of an interaction, what its first callbacks get"""
    knows_shards: bool = True
    """False: no route tells how many shards there are, and the Ready event names none"""
    calls: list[str] = field(default_factory=list)
    queries: list[dict[str, str]] = field(default_factory=list)
    identified: int = 0
    """how many sessions were begun"""
    resumed: asyncio.Event = field(default_factory=asyncio.Event)
    """set when the connection that lasts is there"""
    connected: threading.Event = field(default_factory=threading.Event)
    """as ``resumed``, for other threads"""
    socket: web.WebSocketResponse | None = None
    """the connection that lasts"""
    interactions: list[dict[str, Any]] = field(default_factory=list)
    """sent once the connection lasts, as Discord would send them"""
    on_callback: Callable[[str], None] | None = None
    """told the token of every interaction that is answered"""
    callbacks: dict[str, dict[str, Any]] = field(default_factory=dict)
    """what the bot answered, by the token of the interaction"""
    sent: float = 0.0
    """when the interactions were sent"""
    took: list[float] = field(default_factory=list)
    """seconds from then to each answer"""
    commands: list[dict[str, Any]] = field(default_factory=list)
    """as the bot told them"""
    answered: threading.Event = field(default_factory=threading.Event)
    """set when every interaction has its answer"""
    _sequence: int = 2

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.port}/proxy/v10"

    @property
    def gateway(self) -> str:
        return f"ws://127.0.0.1:{self.port}/websocket"

    async def send(self, interactions: Iterable[dict[str, Any]]) -> None:
        """Send interactions over the connection that lasts."""
        assert self.socket is not None
        for interaction in interactions:
            self._sequence += 1
            event = {"op": Op.DISPATCH, "t": "INTERACTION_CREATE", "s": self._sequence, "d": interaction}
            await self.socket.send_json(event)


@asynccontextmanager
async def serve(loopback: Loopback) -> AsyncIterator[Loopback]:
    """Run the server."""

    async def rest(request: web.Request) -> web.Response:
        loopback.calls.append(f"{request.method} {request.path}")
        if request.path.endswith("/callback"):  # its token is authorisation enough
            return await _callback(request, loopback)
        if not loopback.accepts_token or request.headers.get("Authorization") != f"Bot {TOKEN}":
            return _json({"message": "401: Unauthorized", "code": 0}, status=401)
        if request.method == "PUT" and request.path.endswith("/commands"):
            loopback.commands = await request.json()
            return _json([])
        if request.path.endswith("/gateway/bot") and not loopback.knows_shards:
            return _json({"message": "404: Not Found", "code": 0}, status=404)
        return _json(_rest_answer(request.path.removeprefix("/proxy/v10")))

    app = web.Application()
    app.router.add_get("/websocket", partial(_websocket, loopback=loopback))
    app.router.add_route("*", "/{path:.*}", rest)
    runner = web.AppRunner(app, shutdown_timeout=0.05)  # an answer that never comes is not waited for
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", loopback.port)
    await site.start()
    loopback.port = runner.addresses[0][1]
    try:
        yield loopback
    finally:
        await runner.cleanup()


async def _websocket(request: web.Request, loopback: Loopback) -> web.WebSocketResponse:
    if loopback.refusals:
        loopback.refusals -= 1
        raise web.HTTPServiceUnavailable
    loopback.queries.append(dict(request.query))
    socket = web.WebSocketResponse()
    await socket.prepare(request)
    await socket.send_json({"op": Op.HELLO, "d": {"heartbeat_interval": 45000}})
    async for message in socket:
        if message.type is WSMsgType.TEXT:
            await _gateway_answer(json.loads(message.data), socket, loopback)
    return socket


async def _callback(request: web.Request, loopback: Loopback) -> web.Response:
    """https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response"""
    identifier, token = request.path.split("/")[-3:-1]
    fault = faults.pop(0) if (faults := loopback.faults.get(token)) else None
    if fault is not None and not fault.taken:
        return await _faulty(fault)
    if token in loopback.callbacks:
        return _json({"message": "Interaction has already been acknowledged.", "code": 40060}, status=400)
    loopback.callbacks[token] = await request.json()
    loopback.took.append(time.perf_counter() - loopback.sent)
    if len(loopback.callbacks) == len(loopback.interactions):
        loopback.answered.set()
    if loopback.on_callback is not None:
        loopback.on_callback(token)
    if fault is not None:
        return await _faulty(fault)
    return _json({"interaction": {"id": identifier, "type": 2, "response_message_id": None}})


async def _faulty(fault: Fault) -> web.Response:
    await asyncio.sleep(fault.after)
    if fault.status is None:
        await asyncio.Event().wait()
        raise AssertionError("nobody sets it")
    return _json(fault.body, fault.status, fault.headers)


def _json(body: object, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    # discord.py takes a body for JSON only when the content type names no character set, as Discord's does not.
    return web.Response(body=json.dumps(body).encode(), content_type="application/json", status=status, headers=headers)


def _rest_answer(path: str) -> object:
    match path:
        case "/users/@me":
            return USER
        case "/oauth2/applications/@me":
            words = {"id": "1", "name": "Treatybot", "description": "", "verify_key": "", "icon": None, "summary": ""}
            return {**words, "bot_public": True, "bot_require_code_grant": False, "flags": 0, "owner": USER}
        case "/gateway/bot":
            limit = {"total": 1, "remaining": 1, "reset_after": 0, "max_concurrency": 1}
            return {"url": ELSEWHERE, "shards": 1, "session_start_limit": limit}
        case _:
            return []


async def _gateway_answer(payload: dict[str, Any], socket: web.WebSocketResponse, loopback: Loopback) -> None:
    match payload["op"]:
        case Op.IDENTIFY:
            loopback.identified += 1
            ready: dict[str, Any] = {
                "v": 10,
                "user": USER,
                "guilds": [],
                "session_id": "session",
                "resume_gateway_url": ELSEWHERE,
                "application": {"id": "1", "flags": 0},
            }
            if loopback.knows_shards:
                ready["shard"] = payload["d"].get("shard", [0, 1])
            await socket.send_json({"op": Op.DISPATCH, "t": "READY", "s": 1, "d": ready})
            await _go_on(socket, loopback)
        case Op.RESUME:
            await socket.send_json({"op": Op.DISPATCH, "t": "RESUMED", "s": 2, "d": {}})
            await _go_on(socket, loopback)
        case Op.HEARTBEAT:
            await socket.send_json({"op": Op.ACKNOWLEDGED})


async def _go_on(socket: web.WebSocketResponse, loopback: Loopback) -> None:
    """End a connection that is ready now, or send what waits for the one that lasts."""
    if loopback.endings:
        match loopback.endings.pop(0):
            case Op() as op:
                await socket.send_json({"op": op, "d": False if op is Op.INVALID_SESSION else None})
            case code:
                await socket.close(code=code)
        return
    loopback.socket = socket
    loopback.resumed.set()
    loopback.connected.set()
    loopback.sent = time.perf_counter()
    await loopback.send(loopback.interactions)
