"""A knowledge folder becomes a snapshot, or a list of problems."""

from pathlib import Path

from bot.knowledge.building import build
from bot.knowledge.files import read_folder
from bot.knowledge.model import Knowledge
from bot.knowledge.problems import KnowledgeError, Problem


def default_folder() -> Path:
    """The knowledge that comes with the program: of the source tree, else of the installed package."""
    package = Path(__file__).resolve().parent.parent
    beside = package.parent / "knowledge"
    return beside if (beside / "sources.yaml").is_file() else package / "_data" / "knowledge"


def load_knowledge(folder: Path) -> Knowledge:
    """The verified snapshot of a folder.

    Raises :class:`KnowledgeError` with every problem; knowledge with a citation that does not
    verify does not load (DESIGN, principle 1).
    """
    knowledge, problems = build(read_folder(folder))
    if knowledge is None or problems:
        raise KnowledgeError(problems)
    return knowledge


def find_problems(folder: Path) -> tuple[Problem, ...]:
    """Every problem of a folder, sorted by place."""
    return tuple(sorted(build(read_folder(folder))[1]))
