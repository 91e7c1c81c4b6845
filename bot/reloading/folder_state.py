"""What the files of a knowledge folder say, as one value that changes when they do."""

import os
import stat
from hashlib import blake2b, file_digest
from pathlib import Path

State = bytes

_YAML = (".yaml", ".yml")


def folder_state(folder: Path) -> State:
    """The state of a knowledge folder and of the ``seeds`` beside it: of names and bytes, not of dates.

    Two equal states have the same content, so a snapshot is of one moment when the state before it was
    read is the state after. Hidden files and editors' copies (names that end neither in ``.yaml`` nor in
    ``.yml``) are left out. What is missing or cannot be read has a state too; nothing is raised.
    """
    digest = blake2b()
    for root, suffixes in ((folder, _YAML), (folder.parent / "seeds", ())):
        for path in _files(root, suffixes):
            digest.update(path.encode(errors="surrogateescape") + b"\0" + _content(path))
    return digest.digest()


def _files(root: Path, suffixes: tuple[str, ...]) -> list[str]:
    found: list[str] = []
    for directory, folders, names in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [
            str(Path(directory, name))
            for name in names
            if not name.startswith(".") and (not suffixes or name.lower().endswith(suffixes))
        ]
    return sorted(found)


def _content(path: str) -> bytes:
    """A digest of what the file holds."""
    try:
        # Opening a pipe or a device would wait for whoever writes to it.
        if not stat.S_ISREG(Path(path).stat().st_mode):
            return b"no file"
        with Path(path).open("rb") as file:
            return file_digest(file, blake2b).digest()
    except OSError as error:
        return f"error {error.errno}".encode()
