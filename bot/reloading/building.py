"""A new engine, built beside an event loop that must go on acknowledging."""

import gc
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from bot.answering.engine import Engine
from bot.knowledge.loading import load_knowledge

_SWITCH_SECONDS: Final = 0.001
"""After so long another thread gets its turn; Python's own 5 ms add up over the waits of one acknowledgement."""

_ONE_AT_A_TIME: Final = threading.Lock()
"""A second build meanwhile would take for the usual what the first one set for a while, and restore that."""

_FIRST_QUESTIONS: Final = (
    "wat did Inda say in 16MPS?",
    "what is the Geneva Convention on chess?",
    "qu'a dit l'Inde à la 16MSP ?",
    "¿qué dijo la India en la 16MSP?",
)
"""A misspelt one, one on another treaty, other languages: an engine makes some of its tables when first needed."""


def build_engine(folder: Path) -> Engine:
    """The engine on a folder. Raises ``KnowledgeError`` with every problem that keeps it from loading."""
    with _letting_others_go_first():
        return Engine(load_knowledge(folder))


def build_warm_engine(folder: Path) -> Engine:
    """The same, ready to answer its first question as fast as any other."""
    with _letting_others_go_first():
        engine = Engine(load_knowledge(folder))
        warm(engine)
    return engine


def warm(engine: Engine) -> None:
    """Let an engine make the tables that it makes when they are first needed: one of each kind is asked."""
    entries = (entry.record.question for entry in engine.knowledge.faq.values())
    kinds = (phrasing for kind in engine.knowledge.questions.values() for phrasing in kind.phrasings[:1])
    for question in (*_FIRST_QUESTIONS, *entries, *kinds):
        engine.answer(question)
    engine.completer.complete("state", "inda", limit=1)


@contextmanager
def _letting_others_go_first() -> Iterator[None]:
    """Build without the two things that make other threads wait (measured: ``tests/benchmarks/reload.py``).

    A full garbage collection stops every thread for as long as it walks through the snapshot's 100,000 objects
    (60 to 100 ms), so none happens meanwhile. Nor later: what was built is set aside for good. Snapshots have no
    reference cycles, so an old one is freed all the same when its last answer is given (a test holds that).
    """
    with _ONE_AT_A_TIME:
        interval, collecting = sys.getswitchinterval(), gc.isenabled()
        sys.setswitchinterval(_SWITCH_SECONDS)
        gc.disable()
        try:
            yield
            gc.freeze()
        finally:
            if collecting:
                gc.enable()
            sys.setswitchinterval(interval)
