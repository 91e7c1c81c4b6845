"""Findings that stand: a note in the record says why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.knowledge.files import Folder
from bot.knowledge.problems import Problem, shown
from bot.knowledge.schema import AcceptedContradiction, AcceptedPhrasing
from bot.knowledge.yaml_files import YamlFile

Note = AcceptedContradiction | AcceptedPhrasing


def with_notes(folder: Folder, problems: Sequence[Problem]) -> Iterator[Problem]:
    """The problems, those with a note as accepted ones; a note that accepts nothing is a warning.

    With errors elsewhere nothing is said of notes: what they accept may not have been looked for.
    """
    notes = {
        (file.name, note.code, note.about): (file, index, note)
        for file, records in _noted(folder)
        for index, note in enumerate(records)
    }
    used: set[tuple[str, str, str]] = set()
    errors = False
    for problem in problems:
        key = (problem.file, problem.code, problem.about)
        if key in notes:
            used.add(key)
            problem = replace(problem, hint=notes[key][2].why, severity="accepted")
        errors = errors or problem.severity == "error"
        yield problem
    for key, (file, index, note) in notes.items():
        if key not in used and not errors:
            message = f'the note accepts nothing: there is no finding "{note.code}" about "{shown(note.about)}"'
            found = file.problem(("accepted", index), "unused-note", message, "remove the note, or correct it")
            yield replace(found, severity="warning")


def _noted(folder: Folder) -> Iterable[tuple[YamlFile, Sequence[Note]]]:
    for state in folder.states:
        yield state.file, state.record.accepted
    for entry in folder.faq:
        yield entry.file, entry.record.accepted
    for kind in folder.questions:
        yield kind.file, kind.record.accepted
