"""Kinds of questions beside what answers them."""

from collections.abc import Iterator

from bot.answering.answerers import ANSWERERS
from bot.knowledge.files import Folder
from bot.knowledge.model import Knowledge
from bot.knowledge.problems import Problem
from bot.matching.reading import COUNT_PREFIX as COUNT
from bot.matching.reading import DECLINE_PREFIX, UNHELD_PREFIX
from bot.similarity import nearest

_DID_YOU_MEAN = 0.6


def kind_problems(folder: Folder, knowledge: Knowledge) -> Iterator[Problem]:
    """Kinds that nothing answers, and answers that no kind leads to."""
    counts = {f"{COUNT}{identifier}" for identifier in knowledge.counts}
    answered = sorted(ANSWERERS.keys() | counts)
    for loaded in folder.questions:
        kind = loaded.record.id
        if kind in answered or kind.startswith((DECLINE_PREFIX, UNHELD_PREFIX)):
            continue
        near = nearest(kind, answered, at_least=_DID_YOU_MEAN, limit=1)
        hint = "name the file after what answers it, or ask the developers for an answer"
        if kind.startswith(COUNT):
            hint = f'add a count "{kind.removeprefix(COUNT)}" to treaty.yaml'
        hint = f'did you mean "{near[0][0]}"?' if near else hint
        yield loaded.file.problem(("id",), "no-answer", f'nothing answers questions of the kind "{kind}"', hint)
    asked = {loaded.record.id for loaded in folder.questions}
    if "questions" not in folder.broken:
        for kind in sorted(ANSWERERS.keys() - asked):
            message = f'no question leads to the answer "{kind}"'
            name = f"{folder.path.name}/questions/{kind}.yaml"
            yield Problem(name, 1, 1, "no-question", message, "add this file with its phrasings")
