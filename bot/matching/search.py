"""Full-text search over every paragraph and statement, ranked by rare words (BM25)."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest

from bot.knowledge.model import Citation, Knowledge, Statement
from bot.knowledge.names import name_key
from bot.knowledge.text import clean
from bot.matching.tokens import keys_of
from bot.matching.words import content_words, stem

_K1, _B = 1.2, 0.75
UNSEEN = 0.5
"""weight of a word that no passage has: people put things in words of their own"""
LOOKED_AT_MOST = 6_000
"""entries of the lists of a question's words that are looked at in full; the real knowledge has no longer ones"""
SHORTEST = 30
"""characters of the shortest paragraph that is a hit: headings are none"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement, or a paragraph of a document."""

    score: float
    words_found: int
    """how many of the query's content words stand in it"""
    statement: Statement | None
    citation: Citation


class _Index:
    """Every passage with the stems of its words."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.passages: list[tuple[Statement | None, Citation]] = []
        self.postings: dict[str, dict[int, int]] = {}
        """for each stem the passages that hold it, by number, and how often"""
        self.lengths: list[int] = []
        for statement in knowledge.statements:
            self._add(statement, statement.citations[0])
        for source in knowledge.sources.values():
            for paragraph in knowledge.documents[source.id].paragraphs:
                if len(paragraph.text.folded) >= SHORTEST:
                    self._add(None, Citation(source, paragraph.text.lines, quote=clean(paragraph.text.raw)))
        self.words = {
            (item.state, item.id): frozenset(
                _stems(" ".join(f"{citation.quote} {citation.attribution}" for citation in item.citations))
            )
            for item in knowledge.statements
        }
        self.average = sum(self.lengths) / max(1, len(self.lengths))

    def _add(self, statement: Statement | None, citation: Citation) -> None:
        counts = Counter(_stems(citation.quote or ""))
        for word, count in counts.items():
            self.postings.setdefault(word, {})[len(self.passages)] = count
        self.passages.append((statement, citation))
        self.lengths.append(sum(counts.values()))

    def is_of(self, number: int, state: str) -> bool:
        """Whether a passage is a statement of a State."""
        statement = self.passages[number][0]
        return statement is not None and statement.state == state

    def place(self, number: int) -> tuple[str, tuple[int, int]]:
        """Where a passage stands: its source's id, and its lines."""
        citation = self.passages[number][1]
        return citation.source.id, citation.lines


class PassageSearch:
    """Full text search over all passages of a snapshot."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._keys: dict[int, str] = {}

    @cached_property
    def _index(self) -> _Index:
        # Made when first needed: most questions have a known form, and the start of a process must be quick.
        return _Index(self._knowledge)

    def share(self, statement: Statement, words: Sequence[str]) -> float:
        """The share of some content words, weighted by rarity, that a statement holds."""
        wanted = {word: self._idf(word) * (1 if word in self._index.postings else UNSEEN) for word in map(stem, words)}
        total = sum(wanted.values())
        held = sum(
            weight for word, weight in wanted.items() if word in self._index.words[statement.state, statement.id]
        )
        return held / total if total else 0.0

    def phrase(self, names: Sequence[str], *, state: str | None = None) -> list[Hit]:
        """Passages that hold one of some names word for word; ``state`` keeps to one State's statements."""
        found = {number for name in names for number in self._holding(name_key(name))}
        passages = (self._index.passages[number] for number in sorted(found))
        return [
            Hit(1.0, 1, statement, citation)
            for statement, citation in passages
            if state is None or (statement is not None and statement.state == state)
        ]

    def _holding(self, name: str) -> Iterable[int]:
        """The numbers of the passages that hold a name word for word; only those that hold its rarest word are read."""
        lists = [self._index.postings.get(word, {}) for word in _stems(name)]
        numbers = min(lists, key=len) if lists else range(len(self._index.passages))
        return (number for number in numbers if f" {name} " in self._keyed(number))

    def _keyed(self, number: int) -> str:
        # Made when another treaty is first looked for in a passage: all of them would take a twentieth of a second.
        if (text := self._keys.get(number)) is None:
            text = self._keys[number] = f" {name_key(self._index.passages[number][1].quote or '')} "
        return text

    def knows(self, word: str) -> bool:
        """Whether a word stands in any passage."""
        return stem(word) in self._index.postings

    def _idf(self, word: str) -> float:
        found = len(self._index.postings.get(word, ()))
        return math.log(1 + (len(self._index.passages) - found + 0.5) / (found + 0.5))

    def find(self, words: Sequence[str], *, state: str | None = None, limit: int = 3) -> list[Hit]:
        """The best passages for some words; ``state`` keeps to statements of one State."""
        index = self._index
        stems = dict.fromkeys(stem(word) for word in content_words(words))
        # The rarest first: when their lists are long together, the commonest only add to what the rarer have found.
        known = sorted((word for word in stems if word in index.postings), key=lambda word: len(index.postings[word]))
        scores: dict[int, float] = {}
        found: Counter[int] = Counter()
        looked_at = 0
        for word in known:
            postings, idf = index.postings[word], self._idf(word)
            looked_at += len(postings)
            numbers = postings if looked_at <= LOOKED_AT_MOST or not scores else [n for n in scores if n in postings]
            for number in numbers:
                if state is not None and not index.is_of(number, state):
                    continue
                count = postings[number]
                length = index.lengths[number] / index.average
                scores[number] = scores.get(number, 0.0) + idf * count * (_K1 + 1) / (
                    count + _K1 * (1 - _B + _B * length)
                )
                found[number] += 1
        best = nsmallest(limit, scores, key=lambda number: (-scores[number], *index.place(number)))
        return [Hit(scores[number], found[number], *index.passages[number]) for number in best]


def _stems(text: str) -> list[str]:
    return [stem(word) for word in content_words(keys_of(text))]
