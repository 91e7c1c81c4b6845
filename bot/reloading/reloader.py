"""One look at the folder: when its files say something new, they are checked, built and swapped in, or refused."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

from bot.answering.engine import Engine
from bot.knowledge.problems import KnowledgeError, Problem
from bot.reloading.building import build_warm_engine
from bot.reloading.check_process import CheckProcess
from bot.reloading.folder_state import State, folder_state
from bot.reloading.serving import Serving

QUIET_SECONDS: Final = 0.1
"""for so long no byte may change before the check begins: a burst of files, or a file half written, is one edit"""
_MOST_LOGGED: Final = 20

OnProblems = Callable[[tuple[Problem, ...]], None]
OnReloaded = Callable[[], None]

_log = logging.getLogger(__name__)


class Reloader:
    """Keeps ``serving`` as its folder is; what it tells, and when, :func:`bot.reloading.watching.watching` says."""

    def __init__(self, serving: Serving, on_problems: OnProblems, on_reloaded: OnReloaded) -> None:
        self._serving = serving
        self._on_problems = on_problems
        self._on_reloaded = on_reloaded
        self._judged = serving.state
        """the last state of the folder that was taken or refused"""
        self._served = serving.state
        """the last state that this was known to be served, whoever swapped it in"""
        self._told: tuple[Problem, ...] = ()
        """the problems that were told last and are still there"""
        self._check: CheckProcess | None = None
        self._over = threading.Event()

    def stop(self) -> None:
        """End a look under way early, and do nothing from now on; for another thread."""
        self._over.set()
        if check := self._check:
            check.stop()

    def close(self) -> None:
        """Leave no process behind; when nobody looks any more."""
        self.stop()
        if check := self._check:
            check.close()

    def get_ready(self) -> None:
        """Have the check wait for the next edit, its imports done (0.3 s, 45 MB); when there is time."""
        if self._check is None:
            with suppress(OSError):  # told when the check is needed
                self._check = CheckProcess()

    def look(self) -> None:
        """Take the folder as it is, or refuse it, once it is quiet. Raises nothing."""
        try:
            while self._is_to_be_judged_again():
                pass
        except Exception as error:  # noqa: BLE001 - whatever an edit brings about, the bot goes on
            if self._over.is_set():
                return
            # Nothing was judged: the next event tries again, though the files may say the same.
            _log.exception("the check of an edit failed, the bot goes on with the knowledge it has")
            hint = "save once more; if that does not help, tell the developers"
            failure = Problem(self._serving.folder.name, 1, 1, "check-failed", f"{type(error).__name__}: {error}", hint)
            self._call(self._on_problems, (failure,))

    def _is_to_be_judged_again(self) -> bool:
        """Check and build once; True when an edit came in between, so that neither result counts."""
        state = folder_state(self._serving.folder)
        if state == self._judged:
            return False
        check = self._check = self._waiting_check()
        state = self._when_quiet(state)
        if self._over.is_set() or state == self._judged:
            return False
        if state == self._serving.state:
            self._judged = state
            if state == self._served:
                self._refuse(())
            else:  # a maintainer had it served, and told so
                self._served, self._told = state, ()
            return False
        started = time.perf_counter()
        try:
            check.begin(self._serving.folder)
            engine, problems = self._built()  # meanwhile, for speed
            while not check.ends_within(QUIET_SECONDS):
                if folder_state(self._serving.folder) != state:
                    return True
            problems = check.problems() or problems
        finally:
            self._check = None
            check.close()
        if folder_state(self._serving.folder) != state:
            return True
        self._judged = state
        if engine is None or problems:
            self._refuse(problems)
        else:
            self._take(engine, state, time.perf_counter() - started)
        return False

    def _waiting_check(self) -> CheckProcess:
        """The one that is ready, or one that gets ready until the folder is quiet."""
        if self._check is not None:
            if self._check.waits:
                return self._check
            self._check.close()
        return CheckProcess()

    def _when_quiet(self, state: State) -> State:
        """The state of the folder once it stays the same."""
        while not self._over.wait(QUIET_SECONDS):
            now = folder_state(self._serving.folder)
            if now == state:
                break
            state = now
        return state

    def _built(self) -> tuple[Engine | None, tuple[Problem, ...]]:
        """The engine on the folder as it is, or None and what keeps it from loading."""
        try:
            return build_warm_engine(self._serving.folder), ()
        except KnowledgeError as error:
            return None, error.problems

    def _take(self, engine: Engine, state: State, seconds: float) -> None:
        self._serving.swap(engine, state)
        self._served, self._told = state, ()
        _log.info("the knowledge was reloaded: checked and built in %.1f s", seconds)
        self._call(self._on_reloaded)

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        if problems == self._told:
            return
        self._told = problems
        if problems:
            _log.error("an edit was not taken, the bot goes on with the knowledge it has: %s", _listed(problems))
        else:
            _log.info("the broken edit was taken back")
        self._call(self._on_problems, problems)

    def _call(self, callback: Callable[..., None], *arguments: object) -> None:
        try:
            callback(*arguments)
        except Exception:  # noqa: BLE001 - the watching goes on whoever fails to listen
            _log.exception("of a reload, this could not be told")


def _listed(problems: Sequence[Problem]) -> str:
    """The problems, one a line."""
    lines = [str(problem) for problem in problems[:_MOST_LOGGED]]
    if len(problems) > _MOST_LOGGED:
        lines.append(f"and {len(problems) - _MOST_LOGGED} more: treatybot check lists them")
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return "\n".join([count, *lines])
