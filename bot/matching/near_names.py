"""Misspelt names of States: a near one counts only where no exact name and no known word explains it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from bot.matching.english import is_english
from bot.matching.meeting_figures import YEAR
from bot.matching.mending import Vocabulary
from bot.matching.reading import EntityKind, Mention
from bot.matching.tokens import Token, Tokens
from bot.matching.words import stem
from bot.similarity import Words

NEAR_ENOUGH = 0.74
"""similarity of a misspelt name from which it counts; one edit in four letters is 0.75"""
NEAR_LONG_NAME = 0.88
"""similarity from which a misspelt name of several words wins over a State's name within it"""
_SLIPS = 2
"""edits within which a word of a longer name may be meant by a State's name"""
_JOINING = frozenset({"and", "or", "vs", "not", "did", "does", "said", "say"})
_FIRST_NAMES = frozenset("imran malik tonya indira iris malia nigel sonia susan lydia tarik ghani marta".split())
"""names of people that are like those of States"""
_LINKING = frozenset({"of", "the", "and", "to"})
NEAR_MARGIN = 0.06
"""a second State this close makes a misspelling ambiguous"""
LIKELIER_A_WORD = 0.05
"""how much likelier a known word must be than a State for a misspelling to be that word"""
FIRST_LETTER = 0.05
"""taken off when the first letter differs: people rarely mistype it"""
SHORTEST_NEAR = 4
"""letters of the shortest word that is looked up as a misspelling"""


class _Longer(NamedTuple):
    """Names of several words that hold another name."""

    states: Mapping[str, str]
    """State by name"""
    words: frozenset[str]
    """that tell them: one stands beside the name that they hold, if not misspelt"""


class NearNames:
    """The names of States, as misspellings are compared with them.

    ``known`` words are never taken for a misspelt name; nor is a misspelling that is likelier one of the words of
    ``vocabulary``.
    """

    def __init__(self, names: Iterable[tuple[str, str]], known: frozenset[str], vocabulary: Vocabulary) -> None:
        self._known = known
        self._vocabulary = vocabulary
        self._around: dict[str, Mapping[int, _Longer]] = {}
        self._near: dict[int, dict[str, str]] = {}
        self._sorted: dict[int, Words] = {}
        """the names of a mapping, sorted when first compared with; mappings live as long as this object"""
        for name, state in names:
            if len(name) >= SHORTEST_NEAR:
                self._near.setdefault(len(name.split()), {})[name] = state
        self._of_word: dict[str, list[str]] = {}
        """names of several words by each of these"""
        for length, named in self._near.items():
            for name in named if length > 1 else ():
                for word in name.split():
                    self._of_word.setdefault(word, []).append(name)
        self._long_words = Words(self._of_word)
        self._words_of_names = {
            length: frozenset(word for name in named for word in name.split()) for length, named in self._near.items()
        }

    def slips_in_long_names(
        self, tokens: Tokens, spans: Iterable[tuple[int, int, object]]
    ) -> list[tuple[int, int, Mention]]:
        """Misspelt names of several words that hold another State's name: "Equatoral Guinea" is not Guinea."""
        slips: list[tuple[int, int, Mention]] = []
        for first, last, found in spans:
            if not isinstance(found, Mention) or found.kind != "state":
                continue
            inner = " ".join(tokens.keys[first:last])
            for length, (names, beside) in self._names_around(inner).items():
                around = (*tokens.keys[max(0, last - length) : first], *tokens.keys[last : first + length])
                if not any(key in beside or not self.is_known(key) for key in around):
                    continue  # words that no such name has: "Palestine date" is not "Palestine State"
                for start in range(max(0, last - length), min(first, len(tokens) - length) + 1):
                    window = tokens.keys[start : start + length]
                    words = " ".join(window)
                    if words in names or not _JOINING.isdisjoint(window):
                        continue
                    near = self._near_states(words, names)
                    if near and near[0][1] >= NEAR_LONG_NAME:
                        mention = mention_of("state", near[0][0], tokens, start, start + length, score=near[0][1])
                        slips.append((start, start + length, mention))
        return slips

    def _names_around(self, inner: str) -> Mapping[int, _Longer]:
        """Longer names that hold a name or nearly so, by their number of words: "equatorial guinea" for "guinea"."""
        if inner not in self._around:
            holding: dict[int, dict[str, str]] = {}
            for name in self._holding(inner):
                length = len(name.split())
                holding.setdefault(length, {})[name] = self._near[length][name]
            self._around[inner] = {
                length: _Longer(names, frozenset(word for name in names for word in name.split()) - _LINKING)
                for length, names in sorted(holding.items())
            }
        return self._around[inner]

    def _holding(self, inner: str) -> Iterable[str]:
        """Names of several words that hold a name, if with a slip: "dominica" for the first of "dominican republic"."""
        if " " in inner:
            return [name for names in self._of_word.values() for name in names if f" {inner} " in f" {name} "]
        return [name for word in self._long_words.within(inner, at_most=_SLIPS) for name in self._of_word[word]]

    def find(self, tokens: Tokens, taken: set[int], mentions: list[Mention]) -> list[tuple[str, tuple[str, ...]]]:
        """States for words that no exact name and no known word explains."""
        unclear: list[tuple[str, tuple[str, ...]]] = []
        known = self._known
        if tokens.key_set <= known:
            return unclear  # as most words are as they stand; the others may be forms of known ones
        places = [
            place
            for place, token in enumerate(tokens)
            if token.key not in known and token.position not in taken and not self.is_known(token.key)
        ]
        for length in sorted(self._near, reverse=True):
            for start in _windows(places, length, len(tokens)):
                window = tokens[start : start + length]
                if any(token.position in taken or YEAR.match(token.key) for token in window):
                    continue
                if len(window[0].key) < 2 or (length == 1 and self._names_a_person(tokens, start)):
                    continue
                if length > 1 and self._words_of_names[length].isdisjoint(token.key for token in window):
                    continue  # of a name of several words, one at least is typed right
                words = " ".join(token.key for token in window)
                if len(words) < SHORTEST_NEAR or any(char.isdigit() for char in words):
                    continue
                states = self._near_states(words, self._near[length])
                if not states or (length == 1 and self._is_rather_a_word(window[0], states[0][1])):
                    continue
                taken.update(range(start, start + length))
                best, score = states[0]
                close = tuple(state for state, other in states if score - other <= NEAR_MARGIN)
                if len(close) > 1:
                    unclear.append((" ".join(token.text for token in window), close))
                else:
                    mentions.append(mention_of("state", best, tokens, start, start + length, score=score))
        return unclear

    def _names_a_person(self, tokens: Tokens, start: int) -> bool:
        """Whether a first name stands before a word that nobody knows: "Imran Khan" is not Iran."""
        # As typed: an unknown word is mended, "khan" to "than".
        after = [token.text.casefold() for token in tokens[start + 1 : start + 2]]
        return tokens.keys[start] in _FIRST_NAMES and not all(map(self.is_known, after))

    def _is_rather_a_word(self, token: Token, score: float) -> bool:
        """Whether a misspelling is likelier a word than a State: "ffrom" is no FYROM, and "green" not Greece."""
        if token.text[:1].islower() and is_english(token.key):
            return True
        return self._vocabulary.mended(token.key)[1] > score + LIKELIER_A_WORD

    def is_known(self, word: str) -> bool:
        """Whether a word or another form of it is known: "binds" is, where "bind" is."""
        return word in self._known or stem(word) in self._known_stems

    @cached_property
    def _known_stems(self) -> frozenset[str]:
        # Made when the first unknown word comes: stemming every known word costs a tenth of a second.
        return frozenset(stem(word) for word in self._known)

    def _compared(self, names: Mapping[str, str]) -> Words:
        if (found := self._sorted.get(id(names))) is None:
            found = self._sorted[id(names)] = Words(names)
        return found

    def _near_states(self, words: str, names: Mapping[str, str]) -> list[tuple[str, float]]:
        """States whose name is near enough, best first, each once."""
        best: dict[str, float] = {}
        for name, similarity in self._compared(names).nearest(words, at_least=NEAR_ENOUGH, limit=6):
            score = similarity - (FIRST_LETTER if name[0] != words[0] else 0.0)
            swapped = sorted(name) == sorted(words)
            # Four letters are near many words: only a swap or a dropped letter counts.
            if score >= NEAR_ENOUGH and (len(words) > SHORTEST_NEAR or swapped or len(name) > len(words)):
                best[names[name]] = max(score, best.get(names[name], 0.0))
        return sorted(best.items(), key=lambda item: -item[1])


def _windows(places: Sequence[int], length: int, end: int) -> list[int]:
    """Where each run of so many tokens starts that holds one of some places."""
    starts = {start for place in places for start in range(place - length + 1, place + 1)}
    return sorted(start for start in starts if 0 <= start <= end - length)


def mention_of(
    kind: EntityKind, identifier: str, tokens: Sequence[Token], start: int, end: int, *, score: float = 1.0
) -> Mention:
    """A name found at some tokens of a question; ``score`` is 1 for an exact one."""
    words = " ".join(token.text for token in tokens[start:end]).strip()
    return Mention(kind, identifier, words, start, end, exact=score == 1.0, score=score)
