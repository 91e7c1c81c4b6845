"""The console opens no connection and asks for no address: all that it says comes from files."""

import subprocess
import sys
from pathlib import Path

from tests.tiny_knowledge import copy_tiny
from tests.watched_sockets import uses

QUESTION = "what did India say in 16MSP?"


def test_the_console_uses_no_network(environment: dict[str, str], tmp_path: Path) -> None:
    folder = copy_tiny(tmp_path / "tiny") / "knowledge"
    record = tmp_path / "uses"
    commands = [
        f"ask '{QUESTION}'",
        "check",
        f"explain '{QUESTION}'",
        "source status-2018",
        "stats",
        "doctor",
        "connect",
    ]
    token = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs"
    done = subprocess.run(
        [sys.executable, "-m", "tests.watched_sockets", str(record), *commands],
        cwd=tmp_path,
        env={**environment, "TREATYBOT_KNOWLEDGE": str(folder), "DISCORD_TOKEN": token},
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    # What connects in the end is the proof that a connection is seen.
    seen = uses(record)
    assert seen[-1] == "socket.connect ('127.0.0.1', 9)"
    assert all(use.startswith("socket.getaddrinfo '127.0.0.1' 9 ") for use in seen[:-1])
    assert len(seen) == 2
