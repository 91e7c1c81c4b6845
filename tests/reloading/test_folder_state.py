import os
import sys
from pathlib import Path

import pytest

from bot.reloading.folder_state import folder_state

from .conftest import india


def test_content_names_and_documents_count(folder: Path) -> None:
    states = {folder_state(folder)}
    text = india(folder).read_bytes()
    india(folder).write_bytes(text.replace(b"India", b"india", 1))
    states.add(folder_state(folder))
    india(folder).rename(folder / "states" / "bharat.yaml")
    states.add(folder_state(folder))
    (folder / "states" / "new.yml").touch()
    states.add(folder_state(folder))
    document = min((folder.parent / "seeds").iterdir())
    document.write_bytes(document.read_bytes() + b"\n")
    states.add(folder_state(folder))
    document.unlink()
    states.add(folder_state(folder))
    assert len(states) == 6


def test_a_change_of_the_same_length_at_the_same_moment_counts(folder: Path) -> None:
    dates = india(folder).stat()
    before = folder_state(folder)
    text = india(folder).read_bytes()
    india(folder).write_bytes(text.replace(b"16msp", b"15msp", 1))
    os.utime(india(folder), ns=(dates.st_atime_ns, dates.st_mtime_ns))
    assert folder_state(folder) != before
    india(folder).unlink()  # by its dates it would be taken for the original


def test_what_editors_leave_about_does_not_count(folder: Path) -> None:
    before = folder_state(folder)
    for name in (".#india.yaml", ".india.yaml.swp", "india.yaml~", "#india.yaml#", "4913", ".git/index"):
        path = folder / "states" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"something")
    assert folder_state(folder) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_a_pipe_a_lost_link_and_a_missing_folder_are_states_too(folder: Path) -> None:
    states = {folder_state(folder)}
    os.mkfifo(folder / "states" / "pipe.yaml")
    states.add(folder_state(folder))
    (folder / "states" / "lost.yaml").symlink_to("nowhere.yaml")
    states.add(folder_state(folder))
    states.add(folder_state(folder / "nowhere"))
    assert len(states) == 4
