"""A row of ``word_rules``: kinds of question that some words withhold."""

from dataclasses import dataclass

from bot.answering.draft import Asked
from bot.answering.rules.ruling import Rule, firsts


def words_of(text: str) -> frozenset[str]:
    """Words in a row as a set."""
    return frozenset(text.split())


def pairs_of(*texts: str) -> frozenset[tuple[str, str]]:
    """Words that follow one another, two in each text."""
    return frozenset((first, second) for first, second in (text.split() for text in texts))


@dataclass(frozen=True, slots=True)
class WordRule:
    """Kinds of question that are not answered when some words stand in the question."""

    why: str
    """what the question asks for, and that this is not told"""
    kinds: frozenset[str] = frozenset()
    like: tuple[str, ...] = ()
    """beginnings of further kinds; "" for all"""
    words: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()
    """one of ``words`` or one of ``pairs`` stands there"""
    beside: frozenset[str] = frozenset()
    """words of which one stands there too, if there are any"""
    unless: frozenset[str] = frozenset()
    """words of which none stands there"""
    of_a_year: bool = False
    """whether a year is named too"""

    def holds(self, asked: Asked) -> bool:
        """Whether the words are there."""
        words = asked.words
        if words.isdisjoint(self.words) and (not self.pairs or asked.pairs.isdisjoint(self.pairs)):
            return False
        if not words.isdisjoint(self.unless) or (self.of_a_year and not asked.years):
            return False
        return not self.beside or not words.isdisjoint(self.beside)

    def as_rule(self) -> Rule[str]:
        """The rule that tells why, where the words are there."""
        return Rule(
            lambda asked, _intent: self.why if self.holds(asked) else None,
            self.kinds,
            self.like,
            self.words | firsts(self.pairs),
        )
