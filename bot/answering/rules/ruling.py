"""Rules on a question of an understood kind, by its words: each for some kinds, asked in their order.

Most questions have none of the words that most rules go by, and there are a hundred rules: one says for which kinds
it is, and which words it goes by, and is not asked about anything else.
"""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Generic, TypeVar

from bot.answering.draft import Asked

FoundT = TypeVar("FoundT")
Ask = Callable[[Asked, str], FoundT | None]
"""what a rule finds in a question of some kind; None when it does not apply"""
_EVERY_KIND = ("",)


@dataclass(frozen=True, slots=True)
class Rule(Generic[FoundT]):
    """A rule with what it is for."""

    ask: Ask[FoundT]
    """only asked of such kinds and words: it need not look at them again"""
    kinds: frozenset[str]
    like: tuple[str, ...]
    """beginnings of further kinds"""
    words: frozenset[str] | None
    """of which one stands in every question that the rule applies to; None when it goes by something else"""

    @property
    def name(self) -> str:
        return self.ask.__name__

    def is_for(self, intent: str) -> bool:
        """Whether it is a rule for a kind of question."""
        return intent in self.kinds or intent.startswith(self.like)

    def __call__(self, asked: Asked, intent: str) -> FoundT | None:
        """What the rule finds; None when it does not apply."""
        heard = self.words is None or asked.asks_any(self.words)
        return self.ask(asked, intent) if heard and self.is_for(intent) else None


def on(
    *kinds: str, like: tuple[str, ...] = (), words: AbstractSet[str] | None = None
) -> Callable[[Ask[FoundT]], Rule[FoundT]]:
    """Make a function a rule for some kinds of question, and kinds that begin in some way; for all when none is given.

    ``words`` are those of which one must stand in the question.
    """

    def rule(ask: Ask[FoundT]) -> Rule[FoundT]:
        beginnings = like if kinds or like else _EVERY_KIND
        return Rule(ask, frozenset(kinds), beginnings, None if words is None else frozenset(words))

    return rule


def firsts(pairs: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The first words of some pairs of words."""
    return frozenset(first for first, _ in pairs)


def seconds(pairs: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The second words of some pairs of words."""
    return frozenset(second for _, second in pairs)


class Rules(Generic[FoundT]):
    """Rules in their order: the first that applies is the one that counts."""

    def __init__(self, rules: Iterable[Rule[FoundT]]) -> None:
        self._rules = tuple(rules)
        self._asks = tuple(rule.ask for rule in self._rules)
        self._of_word: dict[str, list[int]] = {}
        """by a word, the places of the rules that go by it: most words of a question are none of them"""
        for place, rule in enumerate(self._rules):
            for word in rule.words or ():
                self._of_word.setdefault(word, []).append(place)
        self._words = frozenset(self._of_word)
        self._of_kind: dict[str, tuple[tuple[int, ...], frozenset[int]]] = {}
        """by kind of question, the places of its rules that go by no word, and of those that do"""

    def __iter__(self) -> Iterator[Rule[FoundT]]:
        return iter(self._rules)

    def first(self, asked: Asked, intent: str) -> FoundT | None:
        """What the first rule finds that applies to a question of a kind; None when none does."""
        unheard, of_kind = self._of_kind.get(intent) or self._rules_of(intent)
        heard = {place for word in self._words & asked.words for place in self._of_word[word] if place in of_kind}
        for place in sorted(heard.union(unheard)) if heard else unheard:
            if found := self._asks[place](asked, intent):
                return found
        return None

    def _rules_of(self, intent: str) -> tuple[tuple[int, ...], frozenset[int]]:
        """The places of the rules of a kind of question, found when it is first asked for."""
        places = [place for place, rule in enumerate(self._rules) if rule.is_for(intent)]
        unheard = tuple(place for place in places if self._rules[place].words is None)
        self._of_kind[intent] = unheard, frozenset(places).difference(unheard)
        return self._of_kind[intent]
