"""Run by test_hostile_files in a process of its own: what each hostile file costs, as JSON.

Every file takes the place of one file of the tiny knowledge, whose path is the first argument.
"""

import json
import resource
import sys
import time
from itertools import pairwise
from pathlib import Path

from bot.checking import check

MOST_MEMORY = 400_000_000
"""bytes of address space that may be added to what the program has when it begins: a hard stop"""


def files() -> dict[str, bytes]:
    """Contents by name."""
    nested = "\n".join(" " * level + "a:" for level in range(1_000))
    bomb = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    bomb += [f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]" for before, name in pairwise("abcdefg")]
    many_keys = "\n".join(f"key{number}: value" for number in range(24_000))
    record = "id: mongolia\nnames:\n  short: Mongolia\n"
    texts = {
        "alias-bomb": "\n".join(bomb),
        "many-aliases": "a: &a x\nb: [" + "*a, " * 200_000 + "*a]",
        "anchor": "id: &id mongolia\n",
        "nested-flow": "[" * 1_000 + "]" * 1_000,
        "nested-flow-open": "[" * 999_000,
        "nested-maps": "{a: " * 1_000 + "}" * 1_000,
        "nested-block": nested,
        "nested-dashes": "- " * 1_000 + "x",
        "nested-keys": "? " * 1_000 + "x",
        "ten-megabytes": "id: mongolia\n# " + "x" * 10_000_000,
        "many-values": "[" + "x," * 400_000 + "x]",
        "unknown-keys": many_keys,
        "equal-keys": "id: mongolia\n" * 24_000,
        "wrong-items": "id: mongolia\nnames: {short: Mongolia}\neditions: [" + "x, " * 20_000 + "x]",
        "long-text": record + "  official: " + "x" * 900_000,
        "long-key": "x" * 900_000 + ": x",
        "unclosed": record + '  official: "' + "x " * 400_000,
        "comments": "#" * 990_000,
        "line-breaks": "\n" * 990_000,
        "colons": ": " * 400_000,
        "documents": "---\n" * 200_000,
        "tab": record + "\tofficial: x\n",
        "nul": record + "  official: a\0b\n",
        "escape": record + "  official: a\x1b[31mb\n",
        "empty": "",
        "blank": " \n\n",
    }
    contents = {name: text.encode() for name, text in texts.items()}
    contents |= {
        "byte-order-mark": b"\xef\xbb\xbf" + record.encode(),
        "utf-16": record.encode("utf-16"),
        "latin-1": record.encode() + b"  official: M\xf6ngke\n",
        "half-a-character": record.encode() + b"  official: \xe2\x80",
        "random": bytes(range(256)) * 1_000,
    }
    return contents


def main() -> None:
    folder = Path(sys.argv[1])
    target = folder / "knowledge" / "states" / "mongolia.yaml"
    check(folder / "knowledge")  # imports and caches are no file's fault
    size = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (size + MOST_MEMORY, size + MOST_MEMORY))
    found = {}
    for name, content in files().items():
        target.write_bytes(content)
        started = time.process_time()
        problems = check(folder / "knowledge")
        seconds = time.process_time() - started
        told = [str(problem) for problem in problems if problem.file.endswith("mongolia.yaml")]
        found[name] = {"seconds": seconds, "told": told, "memory": _most_memory()}
    json.dump(found, sys.stdout)


def _most_memory() -> int:
    """Bytes of memory at most, so far; ``ru_maxrss`` would begin with those of the process that started this one."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (kibibytes,) = (line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(kibibytes) * 1024


if __name__ == "__main__":
    main()
