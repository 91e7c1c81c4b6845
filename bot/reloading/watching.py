"""The thread that watches a knowledge folder and the seeds beside it."""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from watchfiles import watch

from bot.reloading.reloader import OnProblems, OnReloaded, Reloader
from bot.reloading.serving import Serving

STEP_MS: Final = 50
"""changes are handed on when none came for so long"""
DEBOUNCE_MS: Final = 400
"""or, while they keep coming, after so long; the reloader waits until the folder is quiet in any case"""
_LOOK_ROUND_MS: Final = 500
"""when nothing changes, so often the watcher sees whether a folder was deleted, or another one put in its place"""
_UNWATCHABLE_SECONDS: Final = 1.0
"""without a folder, or with too many watched on this computer already, the files are read so often instead"""

_log = logging.getLogger(__name__)
logging.getLogger("watchfiles").setLevel(logging.WARNING)  # that a file changed is no news; what came of it is


@contextmanager
def watching(
    serving: Serving, *, on_problems: OnProblems | None = None, on_reloaded: OnReloaded | None = None
) -> Iterator[None]:
    """Keep ``serving`` as its folder is, in a thread of its own, as long as the context lasts.

    Every reload and every refusal is logged, problems with file and line. ``on_reloaded`` is called after a swap;
    ``on_problems`` when a broken edit was not taken, once for each set of problems, and with none when the edit was
    taken back. Both are called in the watcher's thread: what belongs to an event loop goes there with
    ``call_soon_threadsafe``.
    """
    reloader = Reloader(serving, on_problems or _nothing, on_reloaded or _nothing)
    over = threading.Event()
    thread = threading.Thread(target=_run, args=[serving.folder, reloader, over], name="knowledge watcher")
    thread.start()
    try:
        yield
    finally:
        over.set()
        reloader.stop()
        # A build under way is waited for, a second at most: Python ends badly around a thread in the middle of work.
        thread.join()
        reloader.close()


def _nothing(*_: object) -> None:
    """Who is told of nothing."""


def _run(folder: Path, reloader: Reloader, over: threading.Event) -> None:
    warned = False
    while not over.is_set():
        roots = _roots(folder)
        try:
            _watch(folder, roots, reloader, over)
        except (OSError, RuntimeError) as error:  # how watchfiles says that it cannot watch
            if roots and roots == _roots(folder) and not warned:
                _log.warning("the knowledge cannot be watched and is read every second instead: %s", error)
                warned = True
            reloader.look()
            over.wait(_UNWATCHABLE_SECONDS)


def _roots(folder: Path) -> dict[Path, tuple[int, int]]:
    """The folders to watch that are there, with what tells them from others of the same name."""
    found: dict[Path, tuple[int, int]] = {}
    for path in (folder, folder.parent / "seeds"):
        with suppress(OSError):
            there = path.stat()
            found[path] = (there.st_dev, there.st_ino)
    return found


def _watch(folder: Path, roots: dict[Path, tuple[int, int]], reloader: Reloader, over: threading.Event) -> None:
    """Look after each change, until it is over or other folders are there. Raises what watchfiles raises."""
    if not roots:
        raise FileNotFoundError(f"there is no folder {folder}")
    first = True  # an edit may have come before the watch began
    for changes in watch(
        *roots,
        watch_filter=None,  # the default one passes over everything that is installed in a folder ".venv"
        step=STEP_MS,
        debounce=DEBOUNCE_MS,
        stop_event=over,
        rust_timeout=_LOOK_ROUND_MS,
        yield_on_timeout=True,
        raise_interrupt=False,
    ):
        others = _roots(folder) != roots
        if changes or first or others:
            reloader.look()
        else:
            reloader.get_ready()
        first = False
        if others:
            return
