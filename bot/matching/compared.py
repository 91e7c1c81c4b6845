"""The words of a question as they are compared with phrasings: names replaced by their kind."""

from collections.abc import Callable, Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet
from operator import attrgetter
from typing import Final

from bot.matching.gazetteer import NamesFound
from bot.matching.meeting_figures import YEAR
from bot.matching.meeting_names import MeetingName
from bot.matching.reading import Mention
from bot.matching.tokens import Tokens

TOPIC: Final = "{topic}"
_PLACEHOLDERS: Final = {"state": "{state}", "meeting": "{meeting}", "source": "{source}", "treaty": "convention"}
"""by kind of name, the word that it becomes, so that all names of a kind match alike"""
_REPLACED: Final = _PLACEHOLDERS.keys() | {"term"}
_START: Final = attrgetter("start")


class ComparedWords:
    """Finds the words that are compared, beside what is known.

    ``known`` are the known words; ``knows_form`` tells of any other word whether it is a form of one; ``terms``
    has the words as which an office or the like is compared, by its id, whichever of its names was typed.
    """

    def __init__(
        self, known: AbstractSet[str], knows_form: Callable[[str], bool], terms: Mapping[str, Sequence[str]]
    ) -> None:
        self._known = known
        self._terms = terms
        self._knows_form = knows_form
        self._plain = frozenset(word for word in known if word.isalpha())
        """known words that cannot be years"""

    def of(self, tokens: Tokens, names: NamesFound) -> tuple[list[str], list[str]]:
        """The words that are compared, and those of them that nobody knows."""
        keys = tokens.keys
        named = [mention for mention in names.mentions if mention.kind in _REPLACED]
        spans: list[Mention | MeetingName] = sorted((*named, *names.series), key=_START) if names.series else [*named]
        words: list[str] = []
        unknown: list[str] = []
        end = 0
        last: Mention | None = None
        for span in spans:
            if span.start < end:
                continue
            self._add(keys[end : span.start], words, unknown)
            end = span.end
            if not isinstance(span, Mention):
                words += [span.kind.replace("_", ""), *(["{year}"] if span.year else [])]
                continue
            if span.kind == "term":
                words += self._terms[span.id]
                continue
            # "the Third Review Conference in Maputo" names one meeting, not two.
            if not (last and last.id == span.id and last.end == span.start):
                words.append(_PLACEHOLDERS[span.kind])
            last = span
        self._add(keys[end:], words, unknown)
        return words, unknown

    def _add(self, keys: Sequence[str], words: list[str], unknown: list[str]) -> None:
        """Add words outside names to those that are compared, years as such; and to the unknown those nobody knows."""
        plain = self._plain
        if plain.issuperset(keys):
            words += keys  # as nearly all are
            return
        for key in keys:
            if key in plain:
                words.append(key)
            elif key[0].isdigit() and YEAR.match(key):
                words.append("{year}")
            else:
                words.append(key)
                if key not in self._known and not key.isdigit() and not self._knows_form(key):
                    unknown.append(key)


def topics_named(names: NamesFound, tokens: Tokens) -> list[tuple[str, ...]]:
    """The words of each topic that some tokens name."""
    return [tokens.keys[mention.start : mention.end] for mention in names.mentions if mention.kind == "topic"]


def with_topics(words: Sequence[str], topics: Collection[Sequence[str]]) -> list[str] | None:
    """The words that are compared, with the name of each topic as ``{topic}``; None when none of them names one."""
    if not topics:
        return None
    result = list(words)
    for named in map(list, topics):
        for start in range(len(result) - len(named) + 1):
            if result[start : start + len(named)] == named:
                result[start : start + len(named)] = [TOPIC]
                break
    return result if TOPIC in result else None
