"""Sources beside their documents: what dates them, and documents that no source names."""

from collections.abc import Iterator

from bot.checking.dates import missing_part
from bot.knowledge.files import Folder
from bot.knowledge.problems import Problem
from bot.knowledge.schema import SourceRecord
from bot.knowledge.yaml_files import KeyPath, YamlFile


def document_problems(folder: Folder) -> Iterator[Problem]:
    """Sources without what dates them, and files in ``seeds/`` that no source names."""
    if folder.sources is None:
        return
    file, records = folder.sources.file, folder.sources.record.sources
    for index, record in enumerate(records):
        yield from _source_problems(file, ("sources", index), record)
    named = {record.file for record in records}
    for path in sorted(folder.seeds.glob("*")):
        if path.name not in named and not path.name.startswith("."):
            message = "no source names this document"
            hint = f"add it to {folder.path.name}/sources.yaml, or remove it"
            yield Problem(f"seeds/{path.name}", 1, 1, "unused-document", message, hint, "warning")


def _source_problems(file: YamlFile, path: KeyPath, record: SourceRecord) -> Iterator[Problem]:
    if not record.evidence:
        message = f'"{record.id}" has no evidence for its title, issuer and date'
        hint = "add `evidence:` with the document's own words for them"
        yield file.problem(path, "citation-missing", message, hint)
    if record.date is None:
        if record.date_note is None:
            hint = "add `date_note:` with what we take its time from"
            yield file.problem((*path, "date"), "undated", f'"{record.id}" has neither a date nor a date_note', hint)
        return
    if missing := missing_part(record.date, record.evidence):
        message = f'no evidence of "{record.id}" names the date {record.date} ("{missing}" is missing)'
        hint = "add the words of the document that date it, or correct the date"
        yield file.problem((*path, "date"), "date", message, hint)
    if missing := missing_part(record.date, [record.date_label]):
        message = f'date_label is "{record.date_label}" and date is {record.date} ("{missing}" is missing)'
        yield file.problem((*path, "date_label"), "date", message, "let both say the same")
