"""Names that two records claim: meetings by their grammar too, topics, sources, treaties, and States beside them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.knowledge.files import Folder
from bot.knowledge.model import Knowledge
from bot.knowledge.names import all_names
from bot.knowledge.problems import Problem, shown
from bot.knowledge.text import fold
from bot.knowledge.yaml_files import KeyPath, YamlFile
from bot.matching.meeting_names import MeetingNames
from bot.matching.tokens import Tokens, tokenise


@dataclass(frozen=True, slots=True)
class _Name:
    owner: str
    """kind and id, such as ``meeting "16msp"``"""
    text: str
    file: YamlFile
    path: KeyPath


def name_problems(folder: Folder, knowledge: Knowledge) -> Iterator[Problem]:
    """Each name that a record claims after another one; two States with one name are found when loading."""
    grammar = MeetingNames(knowledge.meetings)
    owners: dict[str, str] = {}
    for name in (*_state_names(folder), *_other_names(folder)):
        tokens = tokenise(name.text)
        first = owners.setdefault(" ".join(tokens.keys), name.owner)
        if first.startswith('State "') and name.owner.startswith('State "'):
            continue
        by_grammar = _meeting_of(tokens, grammar)
        if first != name.owner:
            message = f'the name "{shown(name.text)}" belongs to the {first} already'
        elif by_grammar not in (None, name.owner):
            message = f'the name "{shown(name.text)}" is that of the {by_grammar}, by its number or year'
        else:
            continue
        yield name.file.problem(name.path, "duplicate-name", message, "keep it in one record only")
    yield from _of_no_document(folder, knowledge)


def _of_no_document(folder: Folder, knowledge: Knowledge) -> Iterator[Problem]:
    """Names said to be the documents' that none of them has."""
    texts = [text for document in knowledge.documents.values() for text in document.texts]
    for name in _state_names(folder):
        words = fold(name.text)
        if name.path[-2] == "sources" and not any(text.find_words(words) >= 0 for text in texts):
            message = f'no document has the name "{shown(name.text)}"'
            yield name.file.problem(name.path, "unmentioned", message, "copy it from there, or move it to `aliases`")


def _meeting_of(tokens: Tokens, grammar: MeetingNames) -> str | None:
    """The meeting that a whole name is by number or year."""
    for found in grammar.find(tokens):
        if found.meeting is not None and found.start == 0 and found.end == len(tokens):
            return f'meeting "{found.meeting}"'
    return None


def _state_names(folder: Folder) -> Iterator[_Name]:
    records = [(loaded.record.id, loaded.record.names, loaded.file, ("names",)) for loaded in folder.states]
    for identifier, names, file, path in records:
        for place, text in all_names(names):
            if place[0] != "iso":  # understood in capitals only
                yield _Name(f'State "{identifier}"', text, file, (*path, *place))
    if folder.names is not None:
        for index, record in enumerate(folder.names.record.names):
            for place, text in all_names(record.names):
                if place[0] != "iso":
                    yield _Name(f'State "{record.id}"', text, folder.names.file, ("names", index, "names", *place))
        for index, shared in enumerate(folder.names.record.shared):
            yield _Name("States that share it", shared.name, folder.names.file, ("shared", index, "name"))


def _other_names(folder: Folder) -> Iterator[_Name]:
    if folder.meetings is not None:
        file = folder.meetings.file
        for index, meeting in enumerate(folder.meetings.record.meetings):
            base: KeyPath = ("meetings", index)
            named = {"name": meeting.name, "short": meeting.short}
            yield from _names(f'meeting "{meeting.id}"', file, base, named, meeting.aliases)
    if folder.topics is not None:
        file = folder.topics.file
        for index, topic in enumerate(folder.topics.record.topics):
            yield from _names(f'topic "{topic.id}"', file, ("topics", index), {"name": topic.name}, topic.names[1:])
    if folder.sources is not None:
        file = folder.sources.file
        for index, source in enumerate(folder.sources.record.sources):
            yield from _names(
                f'source "{source.id}"', file, ("sources", index), {"short": source.short}, source.aliases
            )
    if folder.treaty is not None:
        file, treaty = folder.treaty.file, folder.treaty.record
        yield from _names(f'treaty "{treaty.name}"', file, (), {"name": treaty.name}, treaty.aliases)
        for index, other in enumerate(treaty.others):
            yield from _names(f'treaty "{other.id}"', file, ("others", index), {"name": other.name}, other.aliases)
        for index, term in enumerate(treaty.terms):
            yield from _names(f'term "{term.id}"', file, ("terms", index), {"name": term.name}, term.aliases)


def _names(
    owner: str, file: YamlFile, path: KeyPath, names: Mapping[str, str], aliases: Sequence[str]
) -> Iterator[_Name]:
    for key, text in names.items():
        yield _Name(owner, text, file, (*path, key))
    for index, text in enumerate(aliases):
        yield _Name(owner, text, file, (*path, "aliases", index))
