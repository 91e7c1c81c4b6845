"""Which phrasings are worth reading: a cheap look, so that a check need not read thousands of them.

The matcher gives a phrasing of its own the full score, unless the same words stand under another kind once names
are taken for what they are, other kinds are nearer by their phrasings as a whole, or a placeholder turns into other
words when a name is put in. A phrasing of which none of that can be said is not read, unless it is short: few words
tell little (``python -m tests.benchmarks.phrasings`` reads all of them and compares).
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from bot.knowledge.model import Knowledge
from bot.knowledge.names import all_names
from bot.matching.meeting_names import YEAR
from bot.matching.reading import FAQ_PREFIX
from bot.matching.tokens import tokenise
from bot.matching.words import stem

SHORT: Final = 2
"""words of a phrasing that is always read"""
_PAIR_WEIGHT: Final = 0.6
_ROUNDING: Final = 1e-9
"""by which sums of the same numbers in another order differ at most"""
_RUNS_INTO_A_WORD = re.compile(r"\}\w|\}\s*\{")
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
            self._add("{state}", (name for place, name in all_names(state.names) if place[0] != "iso"))
        for meeting in knowledge.meetings.values():
            self._add("{meeting}", (meeting.name, meeting.short, *meeting.aliases))
        for source in knowledge.sources.values():
            self._add(_SOURCE, (source.short, *source.aliases))
        self._add("convention", (knowledge.treaty_name, *knowledge.treaty_aliases))
        self._longest = {first: max(len(name) for name in self._names if name[0] == first) for first in self._firsts()}

    def _add(self, placeholder: str, names: Iterable[str]) -> None:
        for name in names:
            if words := tuple(token.key for token in tokenise(name)):
                self._names.setdefault(words, placeholder)

    def _firsts(self) -> set[str]:
        return {name[0] for name in self._names}

    def of(self, text: str) -> tuple[str, ...]:
        """Stems and placeholders in their order."""
        keys = [token.key for token in tokenise(text)]
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
    centroids = _Centroids(phrased)
    return [
        item
        for item in phrased
        if len(kinds_of[item.words]) > 1
        or _RUNS_INTO_A_WORD.search(item.text)
        or (item.kind.startswith(FAQ_PREFIX) and _SOURCE in item.words)
        or len(item.words) <= SHORT
        or centroids.is_nearer_to_another(item)
    ]


class _Centroids:
    """The phrasings of each kind as a whole, by rare words and pairs of words."""

    def __init__(self, phrased: Sequence[Phrased]) -> None:
        kinds: dict[str, set[str]] = defaultdict(set)
        for item in phrased:
            for feature in _features(item.words):
                kinds[feature].add(item.kind)
        total = len({item.kind for item in phrased})
        self._weights = {
            feature: math.log((1 + total) / (0.5 + len(having))) * (_PAIR_WEIGHT if " " in feature else 1)
            for feature, having in kinds.items()
        }
        sums: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for item in phrased:
            vector = self._vector(item)
            norm = _norm(vector)
            for feature, weight in vector.items():
                sums[item.kind][feature] += weight / norm
        self._shares: dict[str, list[tuple[str, float]]] = defaultdict(list)
        self._centroids: dict[str, dict[str, float]] = {}
        self._most: dict[str, float] = defaultdict(float)
        """of each feature, the greatest share that it has in any centroid"""
        for kind, centroid in sums.items():
            norm = _norm(centroid)
            shares = self._centroids[kind] = {feature: weight / norm for feature, weight in centroid.items()}
            for feature, share in shares.items():
                self._most[feature] = max(self._most[feature], share)
                self._shares[feature].append((kind, share))

    def _vector(self, item: Phrased) -> dict[str, float]:
        return {feature: self._weights[feature] for feature in _features(item.words)}

    def is_nearer_to_another(self, item: Phrased) -> bool:
        """Whether another kind is nearer to a phrasing than its own."""
        vector = self._vector(item)
        own = self._score(item.kind, vector)
        found: dict[str, float] = {}
        left = sum(weight * self._most[feature] for feature, weight in vector.items())
        # The rarest features first: soon the others together cannot make a kind nearer that has none of these.
        for feature in sorted(vector, key=lambda feature: len(self._shares[feature])):
            if left < own - _ROUNDING:
                break
            weight = vector[feature]
            left -= weight * self._most[feature]
            for kind, share in self._shares[feature]:
                found[kind] = found.get(kind, 0.0) + weight * share
        least = own - left - _ROUNDING
        return any(score > least and self._score(kind, vector) > own for kind, score in found.items())

    def _score(self, kind: str, vector: Mapping[str, float]) -> float:
        centroid = self._centroids[kind]
        return sum(weight * centroid[feature] for feature, weight in vector.items() if feature in centroid)


def _features(words: Sequence[str]) -> list[str]:
    return [*words, *(f"{first} {second}" for first, second in pairwise(words))]


def _norm(vector: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
