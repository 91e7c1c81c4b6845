"""The engine that answers now."""

from pathlib import Path
from typing import Self

from bot.answering.answer import Answer
from bot.answering.engine import Engine
from bot.knowledge.model import Knowledge
from bot.matching.reading import Reading
from bot.reloading.building import build_engine
from bot.reloading.folder_state import State, folder_state


class Serving:
    """Holds the engine; a reload swaps it whole, so every answer is from one snapshot, the old or the new."""

    def __init__(self, engine: Engine, folder: Path, state: State) -> None:
        self.engine = engine
        """read it once for each answer; it is replaced from another thread"""
        self.folder = folder
        self.state = state
        """of the folder when ``engine`` was built from it"""

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Serve a folder. Raises ``KnowledgeError`` when its knowledge does not load."""
        state = folder_state(folder)  # first: an edit made while loading is then seen as one
        return cls(build_engine(folder), folder, state)

    def answer(self, question: str, before: Reading | None = None) -> Answer:
        """The answer to any text; ``before`` is the reading of the previous question, perhaps of an older snapshot."""
        engine = self.engine
        if before is not None and not _knows(engine.knowledge, before):
            before = None
        return engine.answer(question, before)

    def swap(self, engine: Engine, state: State) -> None:
        """Let ``engine`` answer from now on."""
        self.engine, self.state = engine, state


def _knows(knowledge: Knowledge, reading: Reading) -> bool:
    """Whether everything that a reading names is still there."""
    named = reading.entities
    return (
        knowledge.states.keys() >= set(named.states)
        and knowledge.meetings.keys() >= set(named.meetings)
        and knowledge.topics.keys() >= set(named.topics)
        and knowledge.sources.keys() >= set(named.sources)
    )
