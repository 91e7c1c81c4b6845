"""How much of a question a kind of question explains, and how sure the reading is."""

import re
from collections.abc import Iterable, Mapping, Sequence

from bot.knowledge.model import FaqEntry, Knowledge
from bot.matching.phrasing import PhrasingIndex
from bot.matching.reading import FAQ_PREFIX, UNHELD_PREFIX, Candidate, Entities
from bot.matching.telling import asks_how_many, counted, role_asked, tells_number, tells_time
from bot.matching.thresholds import AHEAD, LIKE, UNDERSTOOD, Signs, confidence, features
from bot.matching.tokens import tokenise
from bot.matching.words import content_words, stem

SPEAKING = frozenset({"statement", "position", "topic-state"})
"""kinds answered with a State's own statements, whose words they therefore explain"""
ON_TOPICS = SPEAKING | {"topic-states", "compare"}
"""kinds that name a topic, whose names they therefore explain"""
_WHEN = frozenset("when year date day month".split())
_ASKING = tuple(
    frozenset(words.split())
    for words in (
        "where place city",
        "who whom whose name director president head",
        "which",
        "why reason reasons",
        "long",
        "number",
    )
)
UNTOLD = 0.3
"""factor on the coverage of an FAQ entry for a time or a number asked for that its text does not hold"""
_NUMBERED = re.compile(r"^(?:article|action)\d+$")
OTHER_NUMBER = 0.1
"""factor on the coverage of a kind that tells nothing of the article or action that a question names by its number"""
UNASKED = 0.5
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
        found: list[Candidate] = []
        for candidate in candidates:
            coverage = self._coverage(candidate.intent, weights, entities)
            if candidate.intent.startswith(FAQ_PREFIX):
                coverage *= self._asked(candidate.intent, words, asked_for)
            found.append(Candidate(candidate.intent, candidate.score, round(coverage, 4)))
        return found

    def _coverage(self, kind: str, weights: Mapping[str, float], entities: Entities) -> float:
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
        return coverage

    def _asked(self, kind: str, words: Sequence[str], asked_for: Sequence[frozenset[str]]) -> float:
        """The factor on the coverage of an FAQ entry by what is asked for: a number, a time, a place, a person ..."""
        asked = self._index.words_of(kind)
        factor = 1.0
        for group in asked_for:
            factor *= 1 if any(stem(word) in asked for word in group) else UNASKED
        told = tuple(texts_of(self._knowledge.faq[kind.removeprefix(FAQ_PREFIX)]))
        if asks_how_many(words) and not any(tells_number(text, counted(words)) for text in told):
            factor *= UNTOLD
        if (role := role_asked(words)) and not any(stem(role) in stems_of([text]) for text in told):
            factor *= UNTOLD
        if not _WHEN.isdisjoint(words) and not any(map(tells_time, told)):
            factor *= UNTOLD
        return factor

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
    scores = sorted((item.score for item in candidates), reverse=True)
    for candidate in candidates:
        # The best other score: the second when it is the best itself.
        rival = scores[0] if candidate.score < scores[0] else scores[1] if len(scores) > 1 else 0.0
        values = features(Signs(candidate.score, candidate.coverage, rival, words, names_state, bare, unheld))
        sure = 1.0 if candidate.score >= 1 else confidence(candidate.intent.startswith(FAQ_PREFIX), values)
        if bare and candidate.score >= LIKE and candidate.score - rival >= AHEAD:
            sure = max(sure, UNDERSTOOD)
        found.append(Candidate(candidate.intent, candidate.score, candidate.coverage, round(sure, 4)))
    return found


def texts_of(entry: FaqEntry) -> Iterable[str]:
    """The claims of an FAQ entry and the quotes that they rest on."""
    for claim in entry.claims:
        yield claim.says
        yield from (citation.quote or "" for citation in claim.citations)


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """The stems of all words of some texts."""
    return frozenset(stem(token.key) for text in texts for token in tokenise(text))
