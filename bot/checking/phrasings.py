"""Phrasings beside each other, and beside what the matcher makes of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.answering.answerers import NEEDS_STATE
from bot.checking.suspects import suspects
from bot.knowledge.files import Folder
from bot.knowledge.model import Knowledge
from bot.knowledge.problems import Problem, shown
from bot.knowledge.yaml_files import KeyPath, YamlFile
from bot.matching.matcher import Matcher
from bot.matching.reading import FAQ_PREFIX, Reading
from bot.matching.tokens import keys_of
from bot.similarity import nearest

PLACEHOLDERS = ("state", "meeting", "year", "topic", "source")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_BRACE = re.compile(r"[{}]")
_DID_YOU_MEAN = 0.5
_STATES = ("india", "pakistan", "china", "cuba")
"""States that stand for ``{state}`` when phrasings are read, when they are there"""
_MEETING, _TOPIC, _YEAR = "16msp", "stockpile", "2017"


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    kind: str
    file: YamlFile
    path: KeyPath
    text: str


def phrasing_problems(folder: Folder) -> Iterator[Problem]:
    """Phrasings that stand twice, and placeholders that are none."""
    for place in _places(folder):
        yield from _placeholder_problems(place)
    for place, before in _repeated(folder):
        if before.kind != place.kind:
            where = f"{before.file.name}:{before.file.position(before.path)[0]}"
            message = f'the phrasing "{shown(place.text)}" stands under "{before.kind}" too ({where})'
            found = place.file.problem(place.path, "duplicate-phrasing", message, "keep it in one of them")
            yield replace(found, about=place.text)


def _repeated(folder: Folder) -> Iterator[tuple[_Place, _Place]]:
    """Each phrasing whose words stood before, with the place where they stood."""
    first: dict[str, _Place] = {}
    for place in _places(folder):
        before = first.setdefault(_key(place.text), place)
        if before is not place:
            yield place, before


@lru_cache(maxsize=20_000)
def _key(text: str) -> str:
    return " ".join(keys_of(text))


def _placeholder_problems(place: _Place) -> Iterator[Problem]:
    is_faq = place.kind.startswith(FAQ_PREFIX)
    for name in dict.fromkeys(_PLACEHOLDER.findall(place.text)):
        if is_faq:
            message = f"an FAQ entry has no placeholders, and {{{shown(name)}}} stands here"
            yield place.file.problem(place.path, "placeholder", message, "write the question out")
        elif name not in PLACEHOLDERS:
            near = nearest(name, PLACEHOLDERS, at_least=_DID_YOU_MEAN, limit=1)
            known = ", ".join(f"{{{known}}}" for known in PLACEHOLDERS)
            hint = f"did you mean {{{near[0][0]}}}?" if near else f"the known ones are: {known}"
            message = f"there is no placeholder {{{shown(name)}}}"
            yield place.file.problem(place.path, "placeholder", message, hint)
    if _BRACE.search(_PLACEHOLDER.sub("", place.text)):
        message = f'a brace of "{shown(place.text)}" belongs to no placeholder'
        yield place.file.problem(place.path, "placeholder", message, "write {state} and the like, without spaces")


def reading_problems(folder: Folder, knowledge: Knowledge, matcher: Matcher) -> Iterator[Problem]:
    """Phrasings that the matcher gives to another kind, and FAQ entries that none of their own leads to."""
    fill = Filling.of(knowledge)
    if fill is None:
        return
    lost: dict[str, dict[str, str]] = {}
    for item in suspects(knowledge):
        if elsewhere := read_elsewhere(matcher.read(fill.into(item.text)), item.kind):
            lost.setdefault(item.kind, {})[item.text] = elsewhere
    pairs = [pair for pair in _repeated(folder) if pair[0].kind != pair[1].kind]
    repeated = {(place.kind, place.text) for pair in pairs for place in pair}  # told as duplicates already
    for place in _places(folder):
        told = lost.get(place.kind, {}).get(place.text)
        if told and (place.kind, place.text) not in repeated:
            hint = "reword or move it, or add an `accepted` note with the reason"
            message = f'"{shown(place.text)}": {told}'
            yield replace(place.file.problem(place.path, "read-elsewhere", message, hint), about=place.text)
    yield from _without_state(folder, matcher, fill)
    for entry in folder.faq:
        texts = (entry.record.question, *entry.record.phrasings)
        if all(text in lost.get(FAQ_PREFIX + entry.record.id, {}) for text in texts):
            message = "none of the entry's own phrasings leads to it"
            hint = "give it phrasings in words that no other entry has"
            yield entry.file.problem(("phrasings",), "unreachable", message, hint)


def _without_state(folder: Folder, matcher: Matcher, fill: "Filling") -> Iterator[Problem]:
    """Phrasings that name no State under kinds that have no answer without one."""
    for place in _places(folder):
        named = set(_PLACEHOLDER.findall(place.text))
        broken = not named <= set(PLACEHOLDERS) or _BRACE.search(_PLACEHOLDER.sub("", place.text))
        if place.kind not in NEEDS_STATE or "state" in named or broken:
            continue
        if matcher.read(fill.into(place.text)).entities.states:
            continue  # it names one by itself
        message = f'questions of the kind "{place.kind}" are about a State, and "{shown(place.text)}" names none'
        yield place.file.problem(place.path, "no-state", message, "write {state} where its name would stand")


def read_elsewhere(reading: Reading, kind: str) -> str | None:
    """What a phrasing of ``kind`` is read as, when that is another kind."""
    if reading.intent == kind:
        return None
    own = next((found.score for found in reading.candidates if found.intent == kind), 0.0)
    return f'the matcher reads it as "{reading.intent or "nothing"}" ({reading.score:.2f}; {own:.2f} for its own)'


@dataclass(frozen=True, slots=True)
class Filling:
    """Names that stand for placeholders."""

    states: Sequence[str]
    names: dict[str, str]

    @classmethod
    def of(cls, knowledge: Knowledge) -> "Filling | None":
        """None when the knowledge lacks names of some kind."""
        states = [knowledge.states[item].names.short for item in _STATES if item in knowledge.states]
        states += [state.names.short for state in knowledge.listed if state.names.short not in states]
        if not (states and knowledge.meetings and knowledge.topics and knowledge.editions):
            return None
        meeting = knowledge.meetings.get(_MEETING) or next(iter(knowledge.meetings.values()))
        topic = knowledge.topics.get(_TOPIC) or next(iter(knowledge.topics.values()))
        named = {
            "meeting": meeting.short,
            "year": _YEAR,
            "topic": topic.aliases[0] if topic.aliases else topic.name,
            "source": knowledge.editions[0].short,
        }
        return cls(states, named)

    def into(self, phrasing: str) -> str:
        """The phrasing with a name for each placeholder, each ``{state}`` another State."""
        number = -1

        def name(found: re.Match[str]) -> str:
            nonlocal number
            if found[1] != "state":
                return self.names.get(found[1], found[0])
            number += 1
            return self.states[number % len(self.states)]

        return _PLACEHOLDER.sub(name, phrasing)


def _places(folder: Folder) -> Iterator[_Place]:
    for kind in folder.questions:
        for index, text in enumerate(kind.record.phrasings):
            yield _Place(kind.record.id, kind.file, ("phrasings", index), text)
    for entry in folder.faq:
        identifier = FAQ_PREFIX + entry.record.id
        yield _Place(identifier, entry.file, ("question",), entry.record.question)
        for index, text in enumerate(entry.record.phrasings):
            yield _Place(identifier, entry.file, ("phrasings", index), text)
