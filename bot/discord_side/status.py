"""What the bot answers from now, and a reload on demand."""

import asyncio
import logging
from pathlib import Path
from typing import Final

from bot import __version__
from bot.answering.engine import Engine
from bot.answering.wording import as_of
from bot.discord_side.limits import cut
from bot.discord_side.service import Service
from bot.knowledge.model import Knowledge
from bot.knowledge.problems import KnowledgeError, Problem
from bot.reloading.building import build_warm_engine
from bot.reloading.check_process import find_errors
from bot.reloading.folder_state import State, folder_state
from bot.rendering.characters import visible_line
from bot.rendering.markdown import escape, size
from bot.rendering.messages import MESSAGE_LIMIT
from bot.store.store import Store

TAKEN_BACK: Final = "The edit that was not taken was taken back."
_SHOWN: Final = 5
_LONGEST_PROBLEM: Final = 600
"""characters of one problem that are shown"""
_LISTED: Final = "`treatybot check` lists them all."
_FIXED: Final = "The knowledge cannot be reloaded here: it is not read from a folder."
_CHANGED: Final = "The files changed while I read them. Try once more; or wait: edits are looked at by themselves."
_log = logging.getLogger(__name__)


async def status(service: Service, store: Store, servers: int) -> str:
    """What a maintainer wants to know first."""
    knowledge = service.desk.engine.knowledge
    gaps, feedback = await store.list_gaps(size=1), await store.list_feedback(size=1)
    newest, edition = next(iter(knowledge.sources.values())), knowledge.editions[0]
    done = "".join(f"- {line}\n" for line in service.tally.lines())
    return (
        f"**Status** (version {__version__})\n"
        f"{done}"
        f"- Knowledge: {len(knowledge.sources)} documents, the newest {escape(newest.short)} "
        f"({escape(newest.date_label)}); {len(knowledge.not_party(edition.id))} States not party {as_of(edition)}, "
        f"{len(knowledge.statements)} statements, {len(knowledge.faq)} FAQ entries, "
        f"{len(knowledge.questions)} kinds of question\n"
        f"- To review: {gaps.total} questions not answered well, {feedback.total} remarks\n"
        f"- In {servers} servers; feedback and questions are kept {service.keep_days} days"
    )


async def reloaded(service: Service) -> str:
    """Check and build the knowledge in a thread, and answer from it when it is sound; returns the line to tell."""
    serving = service.serving
    if serving is None:
        return _FIXED
    engine, problems, state = await asyncio.to_thread(_built, serving.folder)
    if engine is None or problems:
        return problems_told(problems)
    if folder_state(serving.folder) != state:
        return _CHANGED  # what watches the folder may serve a newer edit already
    serving.swap(engine, state)
    _log.info("the knowledge was reloaded by a maintainer")
    if service.on_reloaded is not None:
        service.on_reloaded()
    return served_told(engine.knowledge)


def _built(folder: Path) -> tuple[Engine | None, tuple[Problem, ...], State]:
    state = folder_state(folder)
    if problems := find_errors(folder):
        return None, problems, state
    try:
        return build_warm_engine(folder), (), state
    except KnowledgeError as error:
        return None, error.problems, state


def served_told(knowledge: Knowledge) -> str:
    """That an edit was taken, and how much there is now."""
    return (
        f"The edited knowledge is served now: {len(knowledge.statements)} statements, {len(knowledge.faq)} FAQ entries."
    )


def problems_told(problems: tuple[Problem, ...]) -> str:
    """That an edit was not taken, and its first problems."""
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    lines = [f"The edited knowledge has {count} and was not taken; I answer from the knowledge before it."]
    for problem in problems[:_SHOWN]:
        # Escaping may make a line twice as long: what has no room is left to the check.
        line = f"- {cut(escape(visible_line(str(problem))), _LONGEST_PROBLEM)}"
        if size("\n".join([*lines, line, _LISTED])) > MESSAGE_LIMIT:
            break
        lines.append(line)
    if len(lines) <= len(problems):
        lines.append(_LISTED)
    return "\n".join(lines)
