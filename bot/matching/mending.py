"""Misspelt words as the known words that were meant."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from bot.matching.english import is_english
from bot.matching.words import FUNCTION_WORDS, LONGEST_WORD
from bot.similarity import Words, edits

MEND_FROM = 4
"""letters of the shortest word that is mended"""
MEND_AT_LEAST = 0.75
"""similarity from which a known word is looked at for an unknown one"""
MEND_LIKENESS = 0.80
"""likeness (similarity and the bonuses below) from which the unknown word is taken for it"""
FIRST_LETTER_HOLDS = 0.06
LETTERS_SWAPPED = 0.08
SAME_LENGTH = 0.01
CHAT_SPELLINGS = dict(
    pair.split("=")
    for pair in """
    govt=government govts=governments gov=government intl=international yr=year yrs=years docs=documents
    ppl=people stmt=statement stmts=statements mtg=meeting mtgs=meetings btwn=between thru=through till=until til=until
    vol=voluntary coz=because cos=because wld=would shld=should cld=could
    wht=what hw=how wen=when wher=where wich=which
    art7=article7
    comm=committee cttee=committee ctte=committee cmte=committee
    apms=mines partys=parties temp=temporary expl=explanation
    """.split()
)
"""words as they are typed in chats, where the knowledge does not have them as words of its own"""
_SHORT_SUBJECTS = frozenset({"vote", "party", "old", "last", "part"})
_SHORT_WORDS = sorted({word for word in FUNCTION_WORDS if 1 < len(word) <= 5} | _SHORT_SUBJECTS)


def _mended_short(word: str) -> str | None:
    """The question word one edit away: "teh", "woh", "dd". A beginning ("wha"), then swapped letters, come first."""
    near = [known for known in _SHORT_WORDS if edits(word, known, at_most=1) == 1]
    near = [known for known in near if len(known) > 2 or sorted(known) == sorted(word) or len(word) > 2]
    return min(
        near,
        key=lambda known: (
            known[0] != word[0] and sorted(known) != sorted(word),
            sorted(known) != sorted(word),
            not known.startswith(word),
            len(known) != len(word),
        ),
        default=None,
    )


class Vocabulary:
    """The known words; an unknown one is mended to its nearest known word, unless it is a word of English itself."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)

    @cached_property
    def _all(self) -> Words:
        # Sorted when the first unknown word comes.
        return Words(word for word in self._words if len(word) >= MEND_FROM - 1)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def mend(self, word: str) -> str | None:
        """The known word that ``word`` is a misspelling of, or None."""
        return self.mended(word)[0]

    def mended(self, word: str) -> tuple[str | None, float]:
        """The known word that ``word`` is a misspelling of, with its likeness; (None, 0) when there is none."""
        if any(char.isdigit() for char in word):
            return None, 0.0
        is_word = word not in self._words and is_english(word)
        # "wire" is typed for "were" more often than it is asked for, but a "ship" is no slip of "skip".
        if len(word) <= MEND_FROM and (short := _mended_short(word)) and not (is_word and short in _SHORT_SUBJECTS):
            return short, MEND_LIKENESS
        if is_word or not MEND_FROM <= len(word) <= LONGEST_WORD:
            return None, 0.0
        near = self._all.nearest(word, at_least=MEND_AT_LEAST, limit=8)
        if not near:
            return None, 0.0
        best, score = max(((known, likeness(word, known, score)) for known, score in near), key=lambda item: item[1])
        return (best, score) if score >= MEND_LIKENESS else (None, 0.0)


def likeness(word: str, known: str, similarity: float) -> float:
    """Similarity, and more where people's slips are likelier: the first letter holds, letters are swapped."""
    score = similarity + (FIRST_LETTER_HOLDS if word[0] == known[0] else 0.0)
    if sorted(word) == sorted(known):
        score += LETTERS_SWAPPED
    return score + (SAME_LENGTH if len(word) == len(known) else 0.0)
