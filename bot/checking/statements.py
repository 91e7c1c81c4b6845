"""State records beside the attributions and cells that they rest on: channel, meeting and dates."""

from collections.abc import Iterator
from dataclasses import replace

from bot.checking.dates import agree, missing_part
from bot.importing.attributions import meeting_in, read_attribution
from bot.importing.meetings import MeetingFinder
from bot.knowledge.files import Folder
from bot.knowledge.problems import Problem, shown
from bot.knowledge.schema import EditionRecord, SourceRecord, StatementRecord
from bot.knowledge.yaml_files import KeyPath, YamlFile

_NEVER = "never"


def statement_problems(folder: Folder) -> Iterator[Problem]:
    """Statements and last participations whose meeting or dates are not those of the words that they rest on."""
    if folder.meetings is None or folder.sources is None:
        return
    finder = MeetingFinder(folder.meetings.record)
    sources = {record.id: record for record in folder.sources.record.sources}
    meetings = {record.id for record in folder.meetings.record.meetings}
    for loaded in folder.states:
        for index, edition in enumerate(loaded.record.editions):
            yield from _last_participation(loaded.file, ("editions", index, "last_participation"), edition, finder)
        for index, statement in enumerate(loaded.record.statements):
            path = ("statements", index)
            if statement.meeting is None or statement.meeting in meetings:
                yield from _attribution(loaded.file, path, statement, finder)
            yield from _dates(loaded.file, path, statement, sources, finder)


def _last_participation(
    file: YamlFile, path: KeyPath, record: EditionRecord, finder: MeetingFinder
) -> Iterator[Problem]:
    last = record.last_participation
    if _NEVER in last.says.casefold():
        if last.meeting is not None:
            message = f'the cell says "{last.says}" and the record names {last.meeting}'
            yield file.problem((*path, "meeting"), "last-participation", message, "write `meeting: null`")
        return
    found = meeting_in(last.says, finder)
    if found is not None and found.id != last.meeting:
        message = f'"{last.says}" is the meeting {found.id}, the record names {last.meeting or "none"}'
        yield file.problem((*path, "meeting"), "last-participation", message, "correct `meeting`")


def _attribution(file: YamlFile, path: KeyPath, record: StatementRecord, finder: MeetingFinder) -> Iterator[Problem]:
    """The first attribution that reads as another channel, meeting or date than the record has."""
    for index, wording in enumerate(record.wordings):
        known = read_attribution(wording.attribution, finder)
        if known is None:
            continue
        differs = [
            f"{key} {theirs or 'none'}, not {mine or 'none'}"
            for key, mine, theirs in (
                ("channel", record.channel, known.channel),
                ("meeting", record.meeting, known.meeting),
                ("dates", ", ".join(sorted(record.dates)), ", ".join(sorted(known.dates))),
            )
            if mine != theirs
        ]
        if differs:
            message = f'"{shown(wording.attribution)}" reads as {"; ".join(differs)}'
            hint = "correct the statement, or add an `accepted` note with the reason"
            found = file.problem((*path, "wordings", index, "attribution"), "attribution-reads", message, hint)
            yield replace(found, about=record.id)
            return


def _dates(
    file: YamlFile,
    path: KeyPath,
    record: StatementRecord,
    sources: dict[str, SourceRecord],
    finder: MeetingFinder,
) -> Iterator[Problem]:
    """Dates that attributions of no known form do not name, and dates after that of the document."""
    attributions = [wording.attribution for wording in record.wordings]
    documents = [sources[item] for wording in record.wordings for item in wording.sources if item in sources]
    unread = all(read_attribution(text, finder) is None for text in attributions)
    for index, date in enumerate(record.dates if unread else ()):
        if any(document.kind == "statement" and agree(document.date, date) for document in documents):
            continue  # a document that holds one statement has its date
        if missing := missing_part(date, [*attributions, *(document.title for document in documents)]):
            message = f'no attribution of this statement names the date {date} ("{missing}" is missing)'
            yield file.problem((*path, "dates", index), "date", message, "correct the date")
    for position, wording in enumerate(record.wordings):
        for number, identifier in enumerate(wording.sources):
            printed = sources[identifier].date if identifier in sources else None
            later = [date for date in record.dates if printed and date[: len(printed)] > printed[: len(date)]]
            if later:
                message = f"the statement of {later[0]} is later than {identifier} ({printed}), which has it"
                yield file.problem((*path, "wordings", position, "sources", number), "date", message, "correct one")
