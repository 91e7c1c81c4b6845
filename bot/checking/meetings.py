"""Meetings beside the words that name and date them."""

from collections.abc import Iterator
from dataclasses import replace

from bot.checking.dates import missing_part
from bot.knowledge.files import Folder
from bot.knowledge.model import Knowledge
from bot.knowledge.names import name_key
from bot.knowledge.problems import Problem
from bot.knowledge.schema import MeetingRecord
from bot.knowledge.yaml_files import KeyPath, YamlFile
from bot.matching.meeting_names import MeetingNames
from bot.matching.tokens import tokenise


def meeting_problems(folder: Folder, knowledge: Knowledge) -> Iterator[Problem]:
    """Meetings whose evidence does not name or date them, and used ones that no document mentions."""
    if folder.meetings is None:
        return
    grammar = MeetingNames(knowledge.meetings)
    used = _used(folder)
    for index, record in enumerate(folder.meetings.record.meetings):
        yield from _problems(folder.meetings.file, ("meetings", index), record, grammar, used=record.id in used)


def _problems(
    file: YamlFile, path: KeyPath, record: MeetingRecord, grammar: MeetingNames, *, used: bool
) -> Iterator[Problem]:
    quotes = [item.quote for item in record.evidence]
    headings = [column.column for column in record.columns]
    if not quotes and not headings:
        hint = "add `evidence:` with a source and its words for the meeting"
        if record.date is not None:
            message = f'"{record.id}" has a date and nothing that it rests on'
            yield file.problem((*path, "date"), "citation-missing", message, hint)
        elif used:
            message = f'no document mentions "{record.id}", which State records name'
            yield replace(file.problem(path, "unmentioned", message, hint), severity="warning")
        return
    if record.date is not None and (missing := missing_part(record.date, [*quotes, *headings])):
        message = f'neither evidence nor column of "{record.id}" names the date {record.date} ("{missing}" is missing)'
        yield file.problem((*path, "date"), "date", message, "correct the date, or quote the words that name it")
    for position, quote in enumerate(quotes):
        if not _mentions(record, quote, grammar):
            message = f'the quote does not mention "{record.id}" by any of its names'
            hint = "quote words that name the meeting, or add its name there to `aliases`"
            yield file.problem((*path, "evidence", position, "quote"), "unmentioned", message, hint)


def _mentions(record: MeetingRecord, quote: str, grammar: MeetingNames) -> bool:
    tokens = tokenise(quote)
    found = grammar.find(tokens)
    if any(name.meeting == record.id for name in found):
        return True
    # "Explanation of vote, UNGA First Committee resolution on ..., 2009": the series here, the year there.
    year = (record.date or "")[:4]
    if any(name.kind == record.kind for name in found) and any(token.key == year for token in tokens):
        return True
    words = f" {' '.join(tokens.keys)} "
    names = (name_key(name) for name in (record.name, record.short, *record.aliases))
    return any(f" {name} " in words for name in names if name)


def _used(folder: Folder) -> set[str]:
    """Ids of meetings that State records name."""
    found: set[str] = set()
    for state in folder.states:
        found.update(item.meeting for item in state.record.statements if item.meeting)
        for edition in state.record.editions:
            found.update(edition.attended)
            if edition.last_participation.meeting:
                found.add(edition.last_participation.meeting)
    return found
