"""How much of a question a kind of question explains, and how sure the reading is."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from bot.knowledge.model import Knowledge
from bot.matching.phrasing import PhrasingIndex
from bot.matching.reading import COUNT_PREFIX, FAQ_PREFIX, SPEAKING, UNHELD_PREFIX, Candidate, Entities
from bot.matching.telling import asks_how_many, asks_time, counted, role_asked, tells_number, tells_time
from bot.matching.thresholds import AHEAD, LIKE, UNDERSTOOD, Asking, confidence
from bot.matching.tokens import tokenise
from bot.matching.words import stem, stems

ON_TOPICS = SPEAKING | {"topic-states", "compare"}
"""kinds that name a topic, whose names they therefore explain"""
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
_STEMS_ASKING = {group: frozenset(map(stem, group)) for group in _ASKING}
_ASKS = frozenset().union(*_ASKING)
_ANY_ASKING = frozenset().union(*_STEMS_ASKING.values())
UNTOLD = 0.3
"""factor on the coverage of an FAQ entry for a time or a number asked for that its text does not hold"""
_NUMBERED = re.compile(r"^(?:article|action)\d+$")
OTHER_NUMBER = 0.1
"""factor on the coverage of a kind that tells nothing of the article or action that a question names by its number"""
UNASKED = 0.5
"""factor on the coverage of an FAQ entry for each thing asked for (a time, a place ...) that its phrasings never ask"""
Covered = tuple[str, float, float]
"""a kind of question, its score, and the share of the question's content words that it explains"""


@dataclass(frozen=True, slots=True)
class _Told:
    """What the answer of an FAQ entry tells."""

    texts: tuple[str, ...]
    stems: frozenset[str]
    has_time: bool


class _Subject:
    """What a question is about: the stems of its content words, by how much they tell, and what it asks for."""

    def __init__(self, words: Sequence[str], content: Sequence[str], index: PhrasingIndex) -> None:
        self.weights = {word: index.idf(word) for word in stems(content)}
        self.stems = frozenset(self.weights)
        self.total = sum(self.weights.values())
        self.numbered = [word for word in self.weights if word[-1].isdigit() and _NUMBERED.match(word)]
        """the article or action named"""
        asks = not _ASKS.isdisjoint(words)
        self.asking = [_STEMS_ASKING[group] for group in _ASKING if not group.isdisjoint(words)] if asks else []
        self.counted = counted(words) if asks_how_many(words) else None
        """what is counted, where a number is asked for"""
        self.role = role_asked(words)
        self.when = asks_time(words)


class Coverage:
    """The words that each kind of question explains: those of its phrasings, and of the answer it leads to."""

    def __init__(self, knowledge: Knowledge, index: PhrasingIndex) -> None:
        self._knowledge = knowledge
        self._index = index
        # What a kind explains is gathered when it is first looked at: stemming every answer would slow the start.
        self._explained: dict[str, frozenset[str]] = {}
        self._asking: dict[str, frozenset[str]] = {}
        self._told: dict[str, _Told] = {}
        self._topic_words = stems_of(name for topic in knowledge.topics.values() for name in topic.names)

    def share_of(self, words: Sequence[str], content: Sequence[str], entities: Entities) -> Callable[[str], float]:
        """What tells the share of a question's content words that a kind explains, weighted by how much they tell."""
        subject = _Subject(words, content, self._index)

        def share_of(kind: str) -> float:
            coverage = self._coverage(kind, subject, entities)
            if kind.startswith(FAQ_PREFIX):
                coverage *= self._asked(kind, subject)
            return coverage

        return share_of

    def _coverage(self, kind: str, subject: _Subject, entities: Entities) -> float:
        left = subject.stems - self._explained_by(kind)
        if left and kind in SPEAKING:
            left = left.difference(*map(self._said_by, entities.states))
        if not left:
            return 1.0
        # Summed over what is covered, not over what is left: nothing covered must give 0 and not nearly 0.
        coverage = sum([weight for word, weight in subject.weights.items() if word not in left]) / subject.total
        return coverage if left.isdisjoint(subject.numbered) else coverage * OTHER_NUMBER

    def _asked(self, kind: str, subject: _Subject) -> float:
        """The factor on the coverage of an FAQ entry by what is asked for: a number, a time, a place, a person ..."""
        factor = 1.0
        if subject.asking:
            if (asked := self._asking.get(kind)) is None:
                asked = self._asking[kind] = self._index.words_of(kind) & _ANY_ASKING
            for group in subject.asking:
                if group.isdisjoint(asked):
                    factor *= UNASKED
        if subject.counted is None and subject.role is None and not subject.when:
            return factor
        told = self._told_by(kind)
        if subject.counted is not None and not any(tells_number(text, subject.counted) for text in told.texts):
            factor *= UNTOLD
        if subject.role is not None and stem(subject.role) not in told.stems:
            factor *= UNTOLD
        return factor * UNTOLD if subject.when and not told.has_time else factor

    def _told_by(self, kind: str) -> _Told:
        """What the answer of an FAQ entry tells."""
        if (told := self._told.get(kind)) is None:
            texts = self._knowledge.faq[kind.removeprefix(FAQ_PREFIX)].texts
            told = self._told[kind] = _Told(texts, stems_of(texts), any(map(tells_time, texts)))
        return told

    def _explained_by(self, kind: str) -> frozenset[str]:
        """The stems that a kind of question explains: of its phrasings, of topics, of an answer that is fixed."""
        if (explained := self._explained.get(kind)) is None:
            explained = self._index.words_of(kind)
            if kind.startswith(FAQ_PREFIX):
                explained |= self._told_by(kind).stems
            elif count := self._knowledge.counts.get(kind.removeprefix(COUNT_PREFIX)):
                explained |= stems_of([count.name, *(figure.says for figure in count.figures)])
            if kind in ON_TOPICS:
                explained |= self._topic_words
            self._explained[kind] = explained
        return explained

    def _said_by(self, state: str) -> frozenset[str]:
        """The stems of a State's statements."""
        key = f"state:{state}"
        if (said := self._explained.get(key)) is None:
            statements = self._knowledge.states[state].statements
            said = stems_of(citation.quote or "" for item in statements for citation in item.citations)
            self._explained[key] = said
        return said


def with_confidence(covered: Sequence[Covered], *, words: int, names_state: bool, bare: bool) -> list[Candidate]:
    """The kinds, which must be given best first, with how sure each is beside the best other one."""
    best, second = (*[score for _, score, _ in covered[:2]], 0.0, 0.0)[:2]
    unheld = next((score for kind, score, _ in covered if kind.startswith(UNHELD_PREFIX)), 0.0)
    sure_of = confidence(Asking(words, names_state, bare, unheld))
    found: list[Candidate] = []
    for kind, score, coverage in covered:
        # The best other score: the second when it is the best itself.
        rival = best if score < best else second
        sure = 1.0 if score >= 1 else sure_of(kind, score, coverage, rival)
        if bare and score >= LIKE and score - rival >= AHEAD:
            sure = max(sure, UNDERSTOOD)
        found.append(Candidate(kind, score, coverage, sure))
    return found


def stems_of(texts: Iterable[str]) -> frozenset[str]:
    """The stems of all words of some texts."""
    return frozenset(stem(token.key) for text in texts for token in tokenise(text))
