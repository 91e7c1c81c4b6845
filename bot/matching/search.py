"""Full-text search over every paragraph and statement, ranked by rare words (BM25)."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.knowledge.model import Citation, Knowledge, Statement
from bot.knowledge.names import name_key
from bot.knowledge.text import clean
from bot.matching.tokens import tokenise
from bot.matching.words import content_words, stem

_K1, _B = 1.2, 0.75
UNSEEN = 0.5
"""weight of a word that no passage has: people put things in words of their own"""
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
        self.postings: dict[str, list[tuple[int, int]]] = {}
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
            self.postings.setdefault(word, []).append((len(self.passages), count))
        self.passages.append((statement, citation))
        self.lengths.append(sum(counts.values()))


class PassageSearch:
    """Full text search over all passages of a snapshot."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

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
        wanted = [f" {name_key(name)} " for name in names]
        return [
            Hit(1.0, 1, statement, citation)
            for (statement, citation), text in zip(self._index.passages, self._keyed, strict=True)
            if (state is None or (statement is not None and statement.state == state))
            and any(name in text for name in wanted)
        ]

    @cached_property
    def _keyed(self) -> list[str]:
        # Made when another treaty is first named: 90 kB of text cost a twentieth of a second.
        return [f" {name_key(citation.quote or '')} " for _, citation in self._index.passages]

    def knows(self, word: str) -> bool:
        """Whether a word stands in any passage."""
        return stem(word) in self._index.postings

    def _idf(self, word: str) -> float:
        found = len(self._index.postings.get(word, ()))
        return math.log(1 + (len(self._index.passages) - found + 0.5) / (found + 0.5))

    def find(self, words: Sequence[str], *, state: str | None = None, limit: int = 3) -> list[Hit]:
        """The best passages for some words; ``state`` keeps to statements of one State."""
        scores: dict[int, float] = {}
        found: Counter[int] = Counter()
        for word in dict.fromkeys(stem(word) for word in content_words(words)):
            postings = self._index.postings.get(word, ())
            idf = self._idf(word)
            for index, count in postings:
                length = self._index.lengths[index] / self._index.average
                scores[index] = scores.get(index, 0.0) + idf * count * (_K1 + 1) / (
                    count + _K1 * (1 - _B + _B * length)
                )
                found[index] += 1
        hits = [
            Hit(score, found[index], *self._index.passages[index])
            for index, score in scores.items()
            if state is None or ((statement := self._index.passages[index][0]) is not None and statement.state == state)
        ]
        hits.sort(key=lambda hit: (-hit.score, hit.citation.source.id, hit.citation.lines))
        return hits[:limit]


def _stems(text: str) -> list[str]:
    return [stem(word) for word in content_words([token.key for token in tokenise(text)])]
