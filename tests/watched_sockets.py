"""The program, with every use of the network written down: ``python -m tests.watched_sockets FILE [COMMAND ...] ...``.

Each COMMAND is one argument, split as a shell does; all run in this process, one after the other. The last one,
``connect``, proves that a connection would have been written down. https://docs.python.org/3/library/audit_events.html
"""

import shlex
import socket
import sys
from contextlib import suppress
from pathlib import Path

WATCHED = frozenset(
    f"socket.{name}"
    for name in ("bind", "connect", "getaddrinfo", "gethostbyaddr", "gethostbyname", "getnameinfo", "sendmsg", "sendto")
)


def uses(file: Path) -> list[str]:
    """What was written down: such as ``socket.connect ('127.0.0.1', 9)``."""
    return file.read_text(encoding="utf-8").splitlines()


def main(file: str, *commands: str) -> None:
    with Path(file).open("a", encoding="utf-8", buffering=1) as record:

        def note(event: str, arguments: tuple[object, ...]) -> None:
            if event in WATCHED and not record.closed:
                told = [argument for argument in arguments if not isinstance(argument, socket.socket)]
                record.write(f"{event} {' '.join(map(repr, told))}\n")

        sys.addaudithook(note)
        from bot.console.commands import main as program  # noqa: PLC0415 - whatever its imports do is written down too

        for command in commands:
            if command == "connect":
                with suppress(OSError):
                    socket.create_connection(("127.0.0.1", 9), timeout=0.1)
            elif program(shlex.split(command)) != 0:
                sys.exit(f"{command} has failed")


if __name__ == "__main__":
    main(*sys.argv[1:])
