"""What the bot sends, checked against Discord's own description of its API (the path in ``DISCORD_OPENAPI``)."""

import json
import os
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.discord_side.conftest import INDIA, LONGER, Place, answer_to
from tests.discord_side.test_buttons import menus
from tests.discord_side.test_slash import COMMANDS

KEEPS = True
DESCRIPTION = os.environ.get("DISCORD_OPENAPI", "")
pytestmark = [
    pytest.mark.simcord(shard_count=1),
    pytest.mark.skipif(not DESCRIPTION, reason="DISCORD_OPENAPI names no file: set it to Discord's OpenAPI document"),
]


def problems(description: dict[str, Any], method: str, path: str, body: object) -> list[str]:
    """What the description says against a request body."""
    for template, operations in description["paths"].items():
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), path) and method.lower() in operations:
            content = operations[method.lower()].get("requestBody", {}).get("content", {})
            schema = content.get("application/json", {}).get("schema", {})
            validator = jsonschema.Draft202012Validator({**schema, "components": description["components"]})
            return [
                f"{method} {template}: {error.json_path}: {error.message}"[:500]
                for error in validator.iter_errors(body)
            ]
    return [f"Discord has no {method} {path}"]


def with_text_ids(body: object, name: str = "") -> object:
    """Ids as text, as Discord describes them; discord.py writes some as numbers, which Discord takes too."""
    if isinstance(body, dict):
        if name == "attachments":
            body = {**body, "id": str(body["id"])}
        return {key: with_text_ids(value, key) for key, value in body.items()}
    if isinstance(body, list):
        return [with_text_ids(value, name) for value in body]
    return str(body) if isinstance(body, int) and body > 2**53 else body


async def test_every_request_is_as_discord_describes_it(place: Place) -> None:
    for name, options, _ in COMMANDS:
        await place.member.slash(place.channel, name, **options)
    await place.member.autocomplete(place.channel, "state", "state", "ind")
    message = answer_to(await place.member.slash(place.channel, "ask", question=INDIA, private=True)).message
    for label in ("Sources", "Plain text", "Share here", "Ask further", "Helpful", "This is wrong"):
        await place.member.click(message, label=label)
    (menu,) = menus(message)
    await place.member.select(message, [menu.options[0].value], custom_id=menu.custom_id)
    await place.env.advance_time(60)
    long = answer_to(await place.member.slash(place.channel, "ask", question=LONGER)).message
    await place.member.click(long, label="Next page")
    await place.member.slash(place.channel, "ask", question="what did Nigeri say?")
    await place.member.send(place.channel, f"{place.mention} {INDIA}")
    for name in ("follow state", "privacy export", "following"):
        await place.member.slash(place.channel, name, **({"state": "india"} if name == "follow state" else {}))
    description = json.loads(Path(DESCRIPTION).read_text(encoding="utf-8"))
    sent = [entry for entry in place.env.http_requests if entry.json is not None]
    assert len(sent) > 30
    found = [
        each for entry in sent for each in problems(description, entry.method, entry.path, with_text_ids(entry.json))
    ]
    assert found == []
    assert problems(description, "POST", "/channels/1/messages", {"content": "x" * 5000})
