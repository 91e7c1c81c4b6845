"""Which phrasings are worth reading: a cheap look, so that a check need not read thousands of them.

The matcher gives a phrasing of its own the full score, unless the same words stand under another kind once names
are taken for what they are, a placeholder turns into other words when a name is put in, one of several States is
taken for something spoken about, or the words ask for less than the kind needs. A phrasing of which none of that can
be said is not read, unless it is short: few words tell little (``python -m tests.benchmarks.phrasings`` reads all of
them and compares).
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bot.knowledge.model import Knowledge
from bot.knowledge.names import all_names
from bot.matching.gates import lacks_cue
from bot.matching.meeting_figures import YEAR
from bot.matching.reading import FAQ_PREFIX
from bot.matching.tokens import keys_of
from bot.matching.words import stem

SHORT: Final = 2
"""words of a phrasing that is always read"""
_RUNS_INTO_A_WORD = re.compile(r"\}\w|\}\s*(?:(?:of|in|on|the|from|for)\s+)*\{|\d\s*\{")
_YEAR_OF_A_SERIES = re.compile(r"(?i)(?:committee|session|conference|meeting|seminar)\w*\W+(?:\w+\s)?\{year\}")
_STATE: Final = "{state}"
_SOURCE: Final = "{source}"


@dataclass(frozen=True, slots=True)
class Phrased:
    """A phrasing with its kind (``faq:<id>`` for FAQ entries) and its words, names taken for what they are."""

    kind: str
    text: str
    words: tuple[str, ...]


class NameWords:
    """The words of a text with each name as its placeholder."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._names: dict[tuple[str, ...], str] = {}
        for state in knowledge.states.values():
            self._add(_STATE, (name for place, name in all_names(state.names) if place[0] != "iso"))
        for meeting in knowledge.meetings.values():
            self._add("{meeting}", (meeting.name, meeting.short, *meeting.aliases))
        for source in knowledge.sources.values():
            self._add(_SOURCE, (source.short, *source.aliases))
        self._add("convention", (knowledge.treaty_name, *knowledge.treaty_aliases))
        self._longest: dict[str, int] = {}
        """by the first word of names, how many words the longest has"""
        for words in self._names:
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))

    def _add(self, placeholder: str, names: Iterable[str]) -> None:
        for name in names:
            if words := keys_of(name):
                self._names.setdefault(words, placeholder)

    def of(self, text: str) -> tuple[str, ...]:
        """Stems and placeholders in their order."""
        keys = keys_of(text)
        found: list[str] = []
        index = 0
        while index < len(keys):
            longest = min(self._longest.get(keys[index], 0), len(keys) - index)
            for length in range(longest, 0, -1):
                if placeholder := self._names.get(tuple(keys[index : index + length])):
                    found.append(placeholder)
                    index += length
                    break
            else:
                found.append("{year}" if YEAR.match(keys[index]) else stem(keys[index]))
                index += 1
        return tuple(found)


def all_phrased(knowledge: Knowledge) -> list[Phrased]:
    """Every phrasing, those of FAQ entries after those of questions."""
    names = NameWords(knowledge)
    phrased = [
        Phrased(record.id, text, names.of(text)) for record in knowledge.questions.values() for text in record.phrasings
    ]
    phrased += [
        Phrased(FAQ_PREFIX + entry.id, text, names.of(text))
        for entry in knowledge.faq.values()
        for text in (entry.record.question, *entry.record.phrasings)
    ]
    return phrased


def suspects(knowledge: Knowledge) -> list[Phrased]:
    """The phrasings to read."""
    phrased = all_phrased(knowledge)
    kinds_of: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for item in phrased:
        kinds_of[item.words].add(item.kind)
    return [
        item
        for item in phrased
        if len(kinds_of[item.words]) > 1
        or _RUNS_INTO_A_WORD.search(item.text)
        or item.text.count(_STATE) > 1
        or (item.kind.startswith(FAQ_PREFIX) and _SOURCE in item.words)
        or _YEAR_OF_A_SERIES.search(item.text)
        or len(item.words) <= SHORT
        or lacks_cue(item.kind, keys_of(item.text))
    ]
