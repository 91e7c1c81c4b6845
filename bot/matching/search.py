"""Full-text search over every paragraph and statement, ranked by rare words (BM25)."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.knowledge.model import Citation, Knowledge, Statement
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
        self._average = sum(self._lengths) / max(1, len(self._lengths))

    def _add(self, statement: Statement | None, citation: Citation) -> None:
        text = citation.quote or ""
        counts = Counter(stem(word) for word in content_words([token.key for token in tokenise(text)]))
        for word, count in counts.items():
            self._postings.setdefault(word, []).append((len(self._passages), count))
        self._passages.append((statement, citation))
        self._lengths.append(sum(counts.values()))

    def find(self, words: Sequence[str], *, state: str | None = None, limit: int = 3) -> list[Hit]:
        """The best passages for some words; ``state`` keeps to statements of one State."""
        scores: dict[int, float] = {}
        found: Counter[int] = Counter()
        total = len(self._passages)
        for word in dict.fromkeys(stem(word) for word in content_words(words)):
            postings = self._postings.get(word, ())
            idf = math.log(1 + (total - len(postings) + 0.5) / (len(postings) + 0.5))
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
