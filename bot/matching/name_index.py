"""Names by their first words, so that most words of a question are passed over at once."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from bot.matching.reading import EntityKind

US: Final = "us"
"""the one code that is also read in small letters"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a name stands for."""

    kind: EntityKind
    id: str
    capitals_only: bool
    derived: bool = False
    """a form made by us, which misspellings are not compared with"""


@dataclass(slots=True)
class NameIndex:
    """Names by their first word, the longest first."""

    by_first: dict[str, dict[tuple[str, ...], Entry]] = field(default_factory=dict)
    seconds: dict[str, set[str]] = field(default_factory=dict)
    """by the first word of names, their second words, "" for a name of one word: many names begin with "the" """

    def add(self, words: Sequence[str], entry: Entry) -> None:
        if words:
            self.seconds.setdefault(words[0], set()).add(second_word(words))
            names = self.by_first.setdefault(words[0], {})
            if (first := names.get(tuple(words))) is None or first.capitals_only:
                names[tuple(words)] = entry

    def sort(self) -> None:
        for first, names in self.by_first.items():
            self.by_first[first] = dict(sorted(names.items(), key=lambda item: -len(item[0])))

    def of_small_letters(self) -> dict[str, set[str]]:
        """``seconds`` of the names only that words in small letters may be."""
        small: dict[str, set[str]] = {}
        for words, entry in self.entries():
            if not entry.capitals_only or words[0] == US:
                small.setdefault(words[0], set()).add(second_word(words))
        return small

    def entries(self) -> Iterable[tuple[tuple[str, ...], Entry]]:
        return (item for names in self.by_first.values() for item in names.items())

    def at(self, words: Sequence[str], start: int) -> Iterable[tuple[int, Entry]]:
        """Names that begin at a word: their length and entry, the longest first."""
        if may_begin(self.seconds, words, start):
            for name, entry in self.by_first[words[start]].items():
                if tuple(words[start : start + len(name)]) == name:
                    yield len(name), entry


def second_word(words: Sequence[str]) -> str:
    """The second word of a name, "" of one that has none."""
    return words[1] if len(words) > 1 else ""


def may_begin(seconds: Mapping[str, AbstractSet[str]], words: Sequence[str], start: int) -> bool:
    """Whether a name may begin at a word, by it and the next."""
    after = seconds.get(words[start])
    return after is not None and ("" in after or (start + 1 < len(words) and words[start + 1] in after))
