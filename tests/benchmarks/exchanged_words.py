"""The words of ``tests.benchmarks.bigger``: content words that give way to others of about the same frequency."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from bot.knowledge.files import Folder
from bot.knowledge.names import all_names
from bot.knowledge.text import SUPERSCRIPTS
from bot.matching.words import CUES, FORM_WORDS, FUNCTION_WORDS, SUBJECT_WORDS

KEPT: Final = 0.3
"""share of the content words that a round leaves as they are"""
NEW: Final = 0.15
"""share of the rare words that give way to one that no document had"""
RARE: Final = 3
"""a word that stands in the documents no oftener is rare"""
NEIGHBOURS: Final = 40
"""words of about the same frequency, among which one is exchanged for another"""
SHORTEST: Final = 4
"""letters of the shortest word that gives way"""
_WORD: Final = re.compile(rf"[^\W\d_{SUPERSCRIPTS}]+")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_PLACEHOLDERS: Final = frozenset({"state", "meeting", "year", "source", "topic"})

Exchange = Callable[[str], str]
"""puts the words of a round into a text"""


class Words:
    """The content words of the documents and of what is asked, and the words that take their place."""

    def __init__(self, texts: Iterable[str], protected: frozenset[str], chance: random.Random) -> None:
        self._chance = chance
        counted = Counter(word.lower() for text in texts for word in _WORD.findall(text))
        ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        self.all = [word for word, _ in ordered if len(word) >= SHORTEST and word not in protected]
        self._rare = frozenset(word for word in self.all if counted[word] <= RARE)
        self._known = set(counted) | protected

    def round(self) -> Exchange:
        """The words of one more round."""
        chance, words = self._chance, self.all
        others = list(words)
        for start in range(0, len(others), NEIGHBOURS):
            near = others[start : start + NEIGHBOURS]
            chance.shuffle(near)
            others[start : start + NEIGHBOURS] = near
        changed: dict[str, str] = {}
        for word, other in zip(words, others, strict=True):
            if word in self._rare and chance.random() < NEW:
                changed[word] = self._coined()
            elif chance.random() >= KEPT:
                changed[word] = other
        return _exchange(changed)

    def _coined(self) -> str:
        """A word that nobody had: the first half of one and the second of another."""
        while (word := self._half(0) + self._half(1)) in self._known or len(word) < SHORTEST:
            pass
        self._known.add(word)
        return word

    def _half(self, which: int) -> str:
        word: str = self._chance.choice(self.all)
        places = [found.end() for found in _VOWELS.finditer(word)] or [len(word) // 2]
        cut = places[len(places) // 2]
        return word[cut:] if which else word[:cut]


def _exchange(changed: Mapping[str, str]) -> Exchange:
    def other(found: re.Match[str]) -> str:
        word = found[0]
        new = changed.get(word.lower())
        if new is None or (word.isupper() and len(word) > 1):
            return word
        return new.capitalize() if word[0].isupper() else new

    return lambda text: _WORD.sub(other, text)


def protected(folder: Folder) -> frozenset[str]:
    """Words that stay: of names, and those that a question is understood by."""
    return frozenset(
        {word for name in _names(folder) for word in _WORD.findall(name.lower())}
        | _PLACEHOLDERS
        | FUNCTION_WORDS
        | FORM_WORDS
        | SUBJECT_WORDS
        | CUES
    )


def _names(folder: Folder) -> Iterator[str]:
    assert folder.names is not None
    assert folder.meetings is not None
    assert folder.treaty is not None
    assert folder.sources is not None
    named = [*(loaded.record.names for loaded in folder.states), *(one.names for one in folder.names.record.names)]
    yield from (name for names in named for _, name in all_names(names))
    for meeting in folder.meetings.record.meetings:
        yield from (meeting.name, meeting.short, *meeting.aliases)
    treaty = folder.treaty.record
    yield from (treaty.name, *treaty.aliases)
    for other in treaty.others:
        yield from (other.name, *other.aliases)
    for source in folder.sources.record.sources:
        yield from (source.short, *source.aliases)
