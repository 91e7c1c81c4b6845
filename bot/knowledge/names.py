"""Names: which record claims which, in the form in which names are compared."""

import re
import unicodedata
from collections.abc import Iterator

from bot.knowledge.files import Folder
from bot.knowledge.problems import Problem
from bot.knowledge.schema import Names
from bot.knowledge.yaml_files import KeyPath, YamlFile

_NOT_A_WORD = re.compile(r"[^\w]+|_")
_DOTTED = re.compile(r"\b[A-Za-z](?:\.[A-Za-z])+\b\.?")
_POSSESSIVE = re.compile(r"['’`]s?\b")
_FIELDS = ("sources", "aliases", "iso", "demonyms", "capitals", "former", "misspellings")


def name_key(text: str) -> str:
    """The form in which names are compared: no case, accents, punctuation or dots ("U.S." is "us")."""
    text = _DOTTED.sub(lambda found: found[0].replace(".", ""), text)
    text = _POSSESSIVE.sub("", text)
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _NOT_A_WORD.sub(" ", text.casefold()).strip()


def all_names(names: Names) -> Iterator[tuple[KeyPath, str]]:
    """Every name with its place in the record."""
    yield ("short",), names.short
    if names.official:
        yield ("official",), names.official
    for field in _FIELDS:
        for index, name in enumerate(getattr(names, field)):
            yield (field, index), name


def claimed_names(folder: Folder, problems: list[Problem]) -> None:
    """Report names that two records claim."""
    owners: dict[str, str] = {}
    for owner, names, file, path in _records(folder):
        for place, name in all_names(names):
            key = name_key(name)
            first = owners.setdefault(key, owner)
            if first != owner:
                message = f'the name "{name}" belongs to "{first}" already'
                problems.append(file.problem((*path, *place), "duplicate-name", message, "keep it in one record only"))


def _records(folder: Folder) -> Iterator[tuple[str, Names, YamlFile, KeyPath]]:
    for loaded in folder.states:
        yield loaded.record.id, loaded.record.names, loaded.file, ("names",)
    if folder.names is not None:
        for index, record in enumerate(folder.names.record.names):
            yield record.id, record.names, folder.names.file, ("names", index, "names")
