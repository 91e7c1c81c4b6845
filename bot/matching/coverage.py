"""How much of a question a kind of question explains, and how sure the reading is."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.knowledge.model import FaqEntry, Knowledge
from bot.matching.phrasing import PhrasingIndex
from bot.matching.reading import FAQ_PREFIX, UNHELD_PREFIX, Candidate, Entities
from bot.matching.thresholds import Signs, confidence, features
from bot.matching.tokens import tokenise
from bot.matching.words import content_words, stem

SPEAKING = frozenset({"statement", "position", "topic-state"})
"""kinds answered with a State's own statements, whose words they therefore explain"""
ON_TOPICS = SPEAKING | {"topic-states", "compare"}
"""kinds that name a topic, whose names they therefore explain"""
_WHEN = frozenset("when year date day month".split())
_HOW_MANY = frozenset("many much size quantity amount".split())
_ASKING = (
    _WHEN,
    _HOW_MANY,
    *(
        frozenset(words.split())
        for words in (
            "where place city",
            "who whom whose name director president head",
            "which",
            "why reason reasons",
            "long",
            "number",
        )
    ),
)
_HOW_BIG = {("how", "big"), ("how", "large"), ("how", "heavy"), ("how", "high")}
_TELLING = {
    _WHEN: re.compile(r"(?i)\b(?:1[89]|20)\d\d\b|undated|no date|century|\b(?:annual|every year|each year|monthly)"),
    _HOW_MANY: re.compile(
        r"(?i)(?<![\d-])(?!(?:1[89]|20)\d\d\b)\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundreds?"
        r"|thousands?|millions?|half|most|all|every|none|majority|few|handful|per cent|percent|billion)\b"
    ),
}
"""what a text must hold to tell when, and how many; other things asked for are told from the phrasings"""
_DATE = re.compile(
    r"(?i)\b(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"(?: \d{1,2}\b)?,?(?: \d{4})?|#\d+|article \d+"
)
UNTOLD = 0.5
"""factor on the coverage of an FAQ entry for a time or a number asked for that its text does not hold"""
_NUMBERED = re.compile(r"^(?:article|action)\d+$")
OTHER_NUMBER = 0.1
"""factor on the coverage of a kind that tells nothing of the article or action that a question names by its number"""
UNASKED = 0.7
"""factor on the coverage of an FAQ entry for each thing asked for (a time, a place ...) that its phrasings never ask"""


class Coverage:
    """The words that each kind of question explains: those of its phrasings, and of the answer it leads to."""

    def __init__(self, knowledge: Knowledge, index: PhrasingIndex) -> None:
        self._knowledge = knowledge
        self._index = index
        self._explained: dict[str, frozenset[str]] = {}
        self._topic_words = stems_of(
            name for topic in knowledge.topics.values() for name in (topic.name, *topic.aliases)
        )

    def covered(self, candidates: Sequence[Candidate], words: Sequence[str], entities: Entities) -> list[Candidate]:
        """The candidates, each with the share of content words that it explains, weighted by how much they tell."""
        weights = {word: self._index.idf(word) for word in map(stem, content_words(words))}
        asked_for = [group for group in _ASKING if not group.isdisjoint(words)]
        if _HOW_MANY not in asked_for and any(pair in _HOW_BIG for pair in pairwise(words)):
            asked_for.append(_HOW_MANY)
        return [
            replace(candidate, coverage=round(self._coverage(candidate.intent, weights, asked_for, entities), 4))
            for candidate in candidates
        ]

    def _coverage(
        self, kind: str, weights: Mapping[str, float], asked_for: Sequence[frozenset[str]], entities: Entities
    ) -> float:
        known = [self._explained_by(kind)]
        if kind in ON_TOPICS:
            known.append(self._topic_words)
        if kind in SPEAKING:
            known += map(self._said_by, entities.states)
        total = sum(weights.values())
        covered = sum(weight for word, weight in weights.items() if any(word in words for words in known))
        coverage = covered / total if total else 1.0
        if any(_NUMBERED.match(word) and not any(word in words for words in known) for word in weights):
            coverage *= OTHER_NUMBER
        if kind.startswith(FAQ_PREFIX):
            for group in asked_for:
                tells = _TELLING.get(group)
                if tells is None:
                    coverage *= 1 if any(stem(word) in known[0] for word in group) else UNASKED
                elif not any(map(tells.search, self._told(kind) if group is _WHEN else self._undated(kind))):
                    coverage *= UNTOLD
        return coverage

    def _told(self, kind: str) -> Iterable[str]:
        return texts_of(self._knowledge.faq[kind.removeprefix(FAQ_PREFIX)])

    def _undated(self, kind: str) -> Iterable[str]:
        """The texts of an entry without their dates, whose figures tell no number of anything."""
        return (_DATE.sub(" ", text) for text in self._told(kind))

    def _explained_by(self, kind: str) -> frozenset[str]:
        """The stems that a kind of question explains: of its phrasings, and of its answer where that is fixed."""
        # Gathered when the kind is first looked at: stemming every answer would slow the start of a process.
        if kind not in self._explained:
            told: list[str] = []
            if kind.startswith(FAQ_PREFIX):
                told += texts_of(self._knowledge.faq[kind.removeprefix(FAQ_PREFIX)])
            elif count := self._knowledge.counts.get(kind.removeprefix("count-")):
                told += [count.name, *(figure.says for figure in count.figures)]
            self._explained[kind] = self._index.words_of(kind) | stems_of(told)
        return self._explained[kind]

    def _said_by(self, state: str) -> frozenset[str]:
        """The stems of a State's statements."""
        key = f"state:{state}"
        if key not in self._explained:
            statements = self._knowledge.states[state].statements
            quotes = [citation.quote or "" for item in statements for citation in item.citations]
            self._explained[key] = stems_of(quotes)
        return self._explained[key]


def with_confidence(candidates: Sequence[Candidate], *, words: int, names_state: bool, bare: bool) -> list[Candidate]:
    """Candidates with how sure each is beside the best other one."""
    found: list[Candidate] = []
    unheld = max((item.score for item in candidates if item.intent.startswith(UNHELD_PREFIX)), default=0.0)
    for candidate in candidates:
        rival = max((other.score for other in candidates if other is not candidate), default=0.0)
        values = features(Signs(candidate.score, candidate.coverage, rival, words, names_state, bare, unheld))
        sure = 1.0 if candidate.score >= 1 else confidence(candidate.intent.startswith(FAQ_PREFIX), values)
        found.append(replace(candidate, confidence=round(sure, 4)))
    return found


def texts_of(entry: FaqEntry) -> Iterable[str]:
    """The claims of an FAQ entry and the quotes that they rest on."""
    for claim in entry.claims:
        yield claim.says
        yield from (citation.quote or "" for citation in claim.citations)


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """The stems of all words of some texts."""
    return frozenset(stem(token.key) for text in texts for token in tokenise(text))
