"""Texts beside what an answer has room for."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.answering.engine import LONGEST_QUESTION
from bot.knowledge.files import Folder
from bot.knowledge.problems import Problem
from bot.knowledge.yaml_files import KeyPath, YamlFile
from bot.rendering.markdown import escape, size
from bot.rendering.messages import MESSAGE_LIMIT

LABEL_LIMIT: Final = 100
"""characters of a choice that Discord offers,
https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure"""
NAME_LIMIT: Final = 280
"""characters of title, issuer and date of a document together"""
ATTRIBUTION_LIMIT: Final = 300
"""characters of an attribution. It stands with two documents under each piece of a passage: together half a message,
beyond which they are cut in their middle"""
SENTENCE_LIMIT: Final = MESSAGE_LIMIT // 2
"""characters of one of our own sentences in a list"""


def length_problems(folder: Folder) -> Iterator[Problem]:
    """Texts that are longer than the place where they are shown."""
    for file, path, text, limit, why in _texts(folder):
        if size(text) > limit:
            message = f"the text has {size(text):,} characters, {why} has room for {limit:,}"
            yield file.problem(path, "too-long", message, "say it in fewer words")
    yield from _answers(folder)


_Text = tuple[YamlFile, KeyPath, str, int, str]
"""file, place, text, limit, and what has the limit"""
_CHOICE: Final = "a choice that is offered"
_ROW: Final = "a row of an answer"


def _texts(folder: Folder) -> Iterator[_Text]:
    for kind in folder.questions:
        yield kind.file, ("about",), kind.record.about, LABEL_LIMIT, _CHOICE
        yield from _phrasings(kind.file, kind.record.phrasings)
    for entry in folder.faq:
        yield entry.file, ("question",), entry.record.question, LABEL_LIMIT, _CHOICE
        yield from _phrasings(entry.file, entry.record.phrasings)
    for state in folder.states:
        yield state.file, ("names", "short"), state.record.names.short, LABEL_LIMIT, _CHOICE
        for index, fact in enumerate(state.record.facts):
            yield state.file, ("facts", index, "says"), escape(fact.says), SENTENCE_LIMIT, _ROW
        for index, statement in enumerate(state.record.statements):
            for position, wording in enumerate(statement.wordings):
                path = ("statements", index, "wordings", position, "attribution")
                yield state.file, path, escape(wording.attribution), ATTRIBUTION_LIMIT, "an attribution"
    yield from _of_single_files(folder)


def _phrasings(file: YamlFile, phrasings: Sequence[str]) -> Iterator[_Text]:
    for index, phrasing in enumerate(phrasings):
        yield file, ("phrasings", index), phrasing, LONGEST_QUESTION, "a question"


def _of_single_files(folder: Folder) -> Iterator[_Text]:
    if folder.sources is not None:
        for index, source in enumerate(folder.sources.record.sources):
            name = escape(f"{source.title}, {source.issuer}, {source.date_label}")
            yield folder.sources.file, ("sources", index, "title"), name, NAME_LIMIT, "a document's name"
    if folder.meetings is not None:
        for index, meeting in enumerate(folder.meetings.record.meetings):
            yield folder.meetings.file, ("meetings", index, "short"), meeting.short, LABEL_LIMIT, _CHOICE
    if folder.topics is not None:
        for index, topic in enumerate(folder.topics.record.topics):
            yield folder.topics.file, ("topics", index, "name"), topic.name, LABEL_LIMIT, _CHOICE
    if folder.treaty is not None:
        file = folder.treaty.file
        for index, count in enumerate(folder.treaty.record.counts):
            yield file, ("counts", index, "name"), count.name, LABEL_LIMIT, "a title"
            for position, figure in enumerate(count.figures):
                path = ("counts", index, "figures", position, "says")
                yield file, path, escape(figure.says), SENTENCE_LIMIT, _ROW


def _answers(folder: Folder) -> Iterator[Problem]:
    """FAQ answers: their title and our own words stand in one message."""
    for entry in folder.faq:
        text = " ".join(claim.says for claim in entry.record.answer)
        length = size(f"**{escape(entry.record.question)}**\n{escape(text)}")
        if length > MESSAGE_LIMIT:
            message = f"question and answer have {length:,} characters, a message has room for {MESSAGE_LIMIT:,}"
            yield entry.file.problem(
                ("answer",), "too-long", message, "say it in fewer words, or make two entries of it"
            )
