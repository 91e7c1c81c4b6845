"""A server on loopback with the few routes of Discord that a start and a resume need.

simcord replaces discord.py's network code, so it cannot tell where a connection goes; this server can.
"""

import asyncio
import json
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from enum import IntEnum
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
    HELLO = 10
    ACKNOWLEDGED = 11


@dataclass
class Loopback:
    """What was asked of the server, and where it is."""

    port: int = 0
    accepts_token: bool = True
    close_code: int = 4000
    """code with which the first connection is closed; 4000 asks for a resume"""
    knows_shards: bool = True
    """False: no route tells how many shards there are, and the Ready event names none"""
    calls: list[str] = field(default_factory=list)
    queries: list[dict[str, str]] = field(default_factory=list)
    resumed: asyncio.Event = field(default_factory=asyncio.Event)
    connected: threading.Event = field(default_factory=threading.Event)
    """as ``resumed``, for other threads"""
    interactions: list[dict[str, Any]] = field(default_factory=list)
    """sent once the connection is resumed, as Discord would send them"""
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

    @property
    def api(self) -> str:
        return f"http://127.0.0.1:{self.port}/proxy/v10"

    @property
    def gateway(self) -> str:
        return f"ws://127.0.0.1:{self.port}/websocket"


@asynccontextmanager
async def serve(loopback: Loopback) -> AsyncIterator[Loopback]:
    """Run the server on any free port."""

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

    async def websocket(request: web.Request) -> web.WebSocketResponse:
        loopback.queries.append(dict(request.query))
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": Op.HELLO, "d": {"heartbeat_interval": 45000}})
        async for message in socket:
            if message.type is WSMsgType.TEXT:
                await _gateway_answer(json.loads(message.data), socket, loopback)
        return socket

    app = web.Application()
    app.router.add_get("/websocket", websocket)
    app.router.add_route("*", "/{path:.*}", rest)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    loopback.port = runner.addresses[0][1]
    try:
        yield loopback
    finally:
        await runner.cleanup()


async def _callback(request: web.Request, loopback: Loopback) -> web.Response:
    """https://discord.com/developers/docs/interactions/receiving-and-responding#create-interaction-response"""
    identifier, token = request.path.split("/")[-3:-1]
    if token in loopback.callbacks:
        return _json({"message": "Interaction has already been acknowledged.", "code": 40060}, status=400)
    loopback.callbacks[token] = await request.json()
    loopback.took.append(time.perf_counter() - loopback.sent)
    if len(loopback.callbacks) == len(loopback.interactions):
        loopback.answered.set()
    return _json({"interaction": {"id": identifier, "type": 2, "response_message_id": None}})


def _json(body: object, status: int = 200) -> web.Response:
    # discord.py takes a body for JSON only when the content type names no character set, as Discord's does not.
    return web.Response(body=json.dumps(body).encode(), content_type="application/json", status=status)


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
            ready: dict[str, Any] = {
                "v": 10,
                "user": USER,
                "guilds": [],
                "session_id": "session",
                "resume_gateway_url": ELSEWHERE,
                "application": {"id": "1", "flags": 0},
            }
            if loopback.knows_shards:
                ready["shard"] = payload["d"]["shard"]
            await socket.send_json({"op": Op.DISPATCH, "t": "READY", "s": 1, "d": ready})
            await socket.close(code=loopback.close_code)
        case Op.RESUME:
            await socket.send_json({"op": Op.DISPATCH, "t": "RESUMED", "s": 2, "d": {}})
            loopback.resumed.set()
            loopback.connected.set()
            loopback.sent = time.perf_counter()
            for number, interaction in enumerate(loopback.interactions, start=3):
                event = {"op": Op.DISPATCH, "t": "INTERACTION_CREATE", "s": number, "d": interaction}
                await socket.send_json(event)
        case Op.HEARTBEAT:
            await socket.send_json({"op": Op.ACKNOWLEDGED})
