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


class PassageSearch:
    """An inverted index over all passages of a snapshot."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._passages: list[tuple[Statement | None, Citation]] = []
        self._postings: dict[str, list[tuple[int, int]]] = {}
        self._lengths: list[int] = []
        for statement in knowledge.statements:
            self._add(statement, statement.citations[0])
        for source in knowledge.sources.values():
            for paragraph in knowledge.documents[source.id].paragraphs:
                if len(paragraph.text.folded) >= SHORTEST:
                    self._add(None, Citation(source, paragraph.text.lines, quote=clean(paragraph.text.raw)))
        self._words = {
            (item.state, item.id): frozenset(
                _stems(" ".join(f"{citation.quote} {citation.attribution}" for citation in item.citations))
            )
            for item in knowledge.statements
        }
        self._average = sum(self._lengths) / max(1, len(self._lengths))

    def _add(self, statement: Statement | None, citation: Citation) -> None:
        text = citation.quote or ""
        counts = Counter(_stems(text))
        for word, count in counts.items():
            self._postings.setdefault(word, []).append((len(self._passages), count))
        self._passages.append((statement, citation))
        self._lengths.append(sum(counts.values()))

    def share(self, statement: Statement, words: Sequence[str]) -> float:
        """The share of some content words, weighted by rarity, that a statement holds."""
        wanted = {word: self._idf(word) for word in map(stem, words)}
        total = sum(wanted.values())
        held = sum(weight for word, weight in wanted.items() if word in self._words[statement.state, statement.id])
        return held / total if total else 0.0

    def phrase(self, names: Sequence[str], *, state: str | None = None) -> list[Hit]:
        """Passages that hold one of some names word for word; ``state`` keeps to one State's statements."""
        wanted = [f" {name_key(name)} " for name in names]
        return [
            Hit(1.0, 1, statement, citation)
            for (statement, citation), text in zip(self._passages, self._keyed, strict=True)
            if (state is None or (statement is not None and statement.state == state))
            and any(name in text for name in wanted)
        ]

    @cached_property
    def _keyed(self) -> list[str]:
        # Made when another treaty is first named: 90 kB of text cost a twentieth of a second.
        return [f" {name_key(citation.quote or '')} " for _, citation in self._passages]

    def knows(self, word: str) -> bool:
        """Whether a word stands in any passage."""
        return stem(word) in self._postings

    def _idf(self, word: str) -> float:
        found = len(self._postings.get(word, ()))
        return math.log(1 + (len(self._passages) - found + 0.5) / (found + 0.5))

    def find(self, words: Sequence[str], *, state: str | None = None, limit: int = 3) -> list[Hit]:
        """The best passages for some words; ``state`` keeps to statements of one State."""
        scores: dict[int, float] = {}
        found: Counter[int] = Counter()
        for word in dict.fromkeys(stem(word) for word in content_words(words)):
            postings = self._postings.get(word, ())
            idf = self._idf(word)
            for index, count in postings:
                length = self._lengths[index] / self._average
                scores[index] = scores.get(index, 0.0) + idf * count * (_K1 + 1) / (
                    count + _K1 * (1 - _B + _B * length)
                )
                found[index] += 1
        hits = [
            Hit(score, found[index], *self._passages[index])
            for index, score in scores.items()
            if state is None or ((statement := self._passages[index][0]) is not None and statement.state == state)
        ]
        hits.sort(key=lambda hit: (-hit.score, hit.citation.source.id, hit.citation.lines))
        return hits[:limit]


def _stems(text: str) -> list[str]:
    return [stem(word) for word in content_words([token.key for token in tokenise(text)])]
