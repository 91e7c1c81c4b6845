"""``treatybot preview``, driven over HTTP as its page does; with simcord alone it says what is missing."""

import importlib.util
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest

from bot.discord_side import preview
from tests.discord_side.conftest import INDIA, INDIA_SAYS, Listening
from tests.watched_sockets import uses

with_extra = pytest.mark.skipif(
    any(importlib.util.find_spec(module) is None for module in ("linkify_it", "PIL", "regex")),
    reason='needs the extra "preview"',
)


@pytest.mark.parametrize("missing", ["simcord", "PIL"])
def test_without_the_extra_one_line_names_it(
    engine: Listening, missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(preview, "find_spec", lambda name: None if name == missing else importlib.util.find_spec(name))
    assert preview.run_preview(engine) == 2
    assert capsys.readouterr().err == (
        'treatybot: the preview needs the extra "preview": pip install "treatybot[preview]"\n'
    )


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of every use of the network."""
    return tmp_path_factory.mktemp("preview") / "uses"


@pytest.fixture(scope="module")
def address(record: Path) -> Iterator[str]:
    """The address that ``treatybot preview`` prints."""
    command = [sys.executable, "-m", "tests.watched_sockets", str(record), "preview --port 0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        try:
            yield running.stdout.readline().removeprefix("Treatybot preview: ").strip()
        finally:
            running.send_signal(signal.SIGINT)
            assert running.wait(10) == 0


@with_extra
async def test_the_page_has_the_command_shows_its_answer_and_is_all_that_the_network_is_used_for(
    address: str, record: Path
) -> None:
    base, _, secret = address.partition("/#")
    assert base.startswith("http://127.0.0.1:")
    async with aiohttp.ClientSession(base, headers={"X-Simcord-Capability": secret, "Origin": base}) as page:
        state = await (await page.post("/api/pages", json={})).json()
        assert [message["excerpt"].partition(" Type /ask")[0] for message in state["messageIndex"]] == [
            "@Treatybot hi",
            "What you can ask",
        ]
        page.headers["X-Simcord-Context"] = state["context"]["id"]
        commands = (await (await page.get("/api/commands")).json())["entries"]
        command = next(entry for entry in commands if "ask" in entry["path"])
        action = {
            "kind": "run_command",
            "command_id": command["commandId"],
            "path": command["path"],
            "schema_fingerprint": command["schemaFingerprint"],
            "options": {"question": INDIA},
            "protocol_version": 3,
            "sequence": 1,
            "request_id": "preview-request-1",
            "generation": state["context"]["generation"],
            "bot_generation": state["botGeneration"],
            "published_revision": state["publishedRevision"],
        }
        receipt = await (await page.post("/api/action", json=action)).json()
        assert receipt["diagnostics"] == []
        shown = await (await page.get("/api/state")).text()
        assert INDIA_SAYS.removeprefix("> “") in shown
    assert uses(record) == ["socket.bind ('127.0.0.1', 0)"]


@with_extra
def test_a_port_in_use_is_one_line(engine: Listening, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    port = int(address.partition("/#")[0].rpartition(":")[2])
    assert preview.run_preview(engine, port=port) == 2
    assert capsys.readouterr().err == (
        f"treatybot: port {port} is in use: give another one with --port, or 0 for any free one\n"
    )
