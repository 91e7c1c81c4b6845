"""Names found in a question: exact ones first, longest first; a near one only for a misspelling.

States of the whole world are known, so that a State without a record is never taken for a
neighbour in spelling (DESIGN, principle 7).
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple

from bot.knowledge.model import Knowledge
from bot.knowledge.names import all_names, name_key
from bot.matching.meeting_names import MeetingName, MeetingNames
from bot.matching.meeting_series import names_of_series
from bot.matching.mending import Vocabulary
from bot.matching.name_index import US, Entry, NameIndex, may_begin, second_word
from bot.matching.near_names import NearNames, mention_of
from bot.matching.reading import EntityKind, Mention
from bot.matching.tokens import Token, Tokens, keys_of
from bot.matching.words import stems

_BEFORE_US = frozenset("the did does has is was will should would could why how".split())
_BOTH = frozenset({"both", "two"})
_TITLES = frozenset({"sg"})
"""codes of States listed that are titles: the Secretary-General"""
_SHORT_CODE = 2
"""letters of codes that are understood for States with a record only"""
_POSSESSED = frozenset({"short", "official", "sources", "aliases", "demonyms", "capitals", "former"})
"""names that take an s: "russias position"; of demonyms it is the plural too ("the czechs")"""
_WORDS_LIKE_CODES = frozenset({US, "car", "can", "ton", "gab"})
"""codes that are plain words in small letters"""


class NamesFound(NamedTuple):
    """The names of a question, in order, and misspellings that could be several States."""

    mentions: tuple[Mention, ...]
    series: tuple[MeetingName, ...]
    """meetings named by their series alone ("the intersessionals"), or that do not exist"""
    unclear: tuple[tuple[str, tuple[str, ...]], ...]

    def positions(self) -> frozenset[int]:
        """Where names stand, topics left out: a year there is a name's own."""
        spans = [(mention.start, mention.end) for mention in self.mentions if mention.kind != "topic"]
        spans += [(name.start, name.end) for name in self.series]
        return frozenset([place for start, end in spans for place in range(start, end)])


class Gazetteer:
    """All names of a snapshot.

    ``known_words`` are never taken for a misspelt name; nor is a misspelling that is likelier one of the words
    of ``vocabulary``.
    """

    def __init__(self, knowledge: Knowledge, known_words: Iterable[str], vocabulary: Vocabulary) -> None:
        known = set(known_words)
        self._meetings = MeetingNames(knowledge.meetings)
        self._kinds_of_meetings = {meeting.id: meeting.kind for meeting in knowledge.meetings.values()}
        self._index = NameIndex()
        self.only_recognised = frozenset(state.id for state in knowledge.states.values() if state.kind == "other")
        self._add_states(knowledge)
        self._add_all(
            "meeting", {meeting.id: (meeting.name, *meeting.aliases) for meeting in knowledge.meetings.values()}
        )
        self._add_all("source", {source.id: (source.short, *source.aliases) for source in knowledge.sources.values()})
        self._add_all("treaty", {"treaty": (knowledge.treaty_name, *knowledge.treaty_aliases)})
        others = {treaty.id: (treaty.name, *treaty.aliases) for treaty in knowledge.other_treaties}
        self._add_all("other_treaty", others)
        self._add_all("term", {term.id: (term.name, *term.aliases) for term in knowledge.terms})
        self._shared = {name_key(shared.name): shared.states for shared in knowledge.shared_names}
        self._index.sort()
        self._small = self._index.of_small_letters()
        """by the first word of names that small letters may be, their second words"""
        for words in chain(names_of_series(), ((name,) for name in self._shared)):
            self._small.setdefault(words[0], set()).add(second_word(words))
        known.update(word for words, _ in self._index.entries() for word in words)
        self._known = known
        self._topics = NameIndex()
        for topic in knowledge.topics.values():
            for form in topic.names:
                self._topics.add(stems(keys_of(form)), Entry("topic", topic.id, capitals_only=False))
        self._topics.sort()
        names = (
            (" ".join(words), entry.id)
            for words, entry in self._index.entries()
            if entry.kind == "state" and not (entry.capitals_only or entry.derived)
        )
        self._near = NearNames(names, frozenset(known), vocabulary)

    def _add_states(self, knowledge: Knowledge) -> None:
        for state in knowledge.states.values():
            for place, name in all_names(state.names):
                words = keys_of(name)
                code = "".join(words)
                if place[0] == "iso" and len(code) == _SHORT_CODE and (not state.editions or code in _TITLES):
                    continue  # GM, CM, VA ... are more often something else
                capitals_only = place[0] == "iso" or code in _WORDS_LIKE_CODES
                self._index.add(words, Entry("state", state.id, capitals_only))
                if place[0] in _POSSESSED:
                    derived = Entry("state", state.id, capitals_only, derived=True)
                    for form in _derived(words):
                        self._index.add(form, derived)

    def _add_all(self, kind: EntityKind, names: Mapping[str, tuple[str, ...]]) -> None:
        for identifier, forms in names.items():
            for form in forms:
                self._index.add(keys_of(form), Entry(kind, identifier, capitals_only=False))

    def may_name(self, keys: Sequence[str]) -> bool:
        """Whether words without figures and codes may hold an exact name, topics left out."""
        small = self._small
        return not small.keys().isdisjoint(keys) and any(may_begin(small, keys, place) for place in range(len(keys)))

    def find(self, tokens: Tokens, *, misspelt: bool = True) -> NamesFound:
        """Names in the tokens of a question; ``misspelt`` looks for near names too."""
        taken: set[int] = set()
        mentions: list[Mention] = []
        series: list[MeetingName] = []
        self._find_exact(tokens, taken, mentions, series, misspelt=misspelt)
        unclear = self._near.find(tokens, taken, mentions) if misspelt else []
        if not self._shared.keys().isdisjoint(tokens.keys):
            mentions += self._find_both(tokens, taken)
            unclear += self._find_shared(tokens, taken)
        mentions.sort(key=attrgetter("start"))
        return NamesFound(tuple(mentions), tuple(series), tuple(unclear))

    def _find_exact(
        self,
        tokens: Tokens,
        taken: set[int],
        mentions: list[Mention],
        series: list[MeetingName],
        *,
        misspelt: bool,
    ) -> None:
        spans = self._exact_spans(tokens)
        if misspelt:
            spans += self._near.slips_in_long_names(tokens, spans)
        # Longest first; of two as long, a State or meeting before a topic, then the one on the left.
        if len(spans) > 1:
            spans.sort(
                key=lambda span: (span[0] - span[1], isinstance(span[2], Mention) and span[2].kind == "topic", span[0])
            )
        for start, end, found in spans:
            if taken.isdisjoint(range(start, end)):
                taken.update(range(start, end))
                if isinstance(found, Mention):
                    mentions.append(found)
                else:
                    series.append(found)
            elif isinstance(found, Mention) and found.kind == "meeting":
                _widen(mentions, found, taken, tokens)
        series.sort(key=lambda name: name.start)

    def _exact_spans(self, tokens: Tokens) -> list[tuple[int, int, Mention | MeetingName]]:
        """Every exact name with its first and last place, overlapping ones included."""
        spans: list[tuple[int, int, Mention | MeetingName]] = []
        for name in self._meetings.find(tokens):
            if name.meeting is not None:
                mention = mention_of("meeting", name.meeting, tokens, name.start, name.end)
                spans.append((name.start, name.end, mention))
            else:
                spans.append((name.start, name.end, name))
        words = tokens.keys
        names, topics = self._index.seconds, self._topics.seconds
        for start in [place for place, word in enumerate(words) if word in names]:
            for length, entry in self._index.at(words, start):
                if entry.capitals_only and not (_is_code(tokens, start) or _is_us(words, start)):
                    continue
                spans.append((start, start + length, mention_of(entry.kind, entry.id, tokens, start, start + length)))
                break
        # Topics are named by stems: "produced" is production.
        stemmed = stems(words)
        named = not topics.keys().isdisjoint(stemmed)
        for start in [place for place, word in enumerate(stemmed) if word in topics] if named else ():
            for length, entry in self._topics.at(stemmed, start):
                spans.append((start, start + length, mention_of("topic", entry.id, tokens, start, start + length)))
                break
        return spans

    def _find_both(self, tokens: Tokens, taken: set[int]) -> list[Mention]:
        """Every State of a shared name that is asked for as "both": "the two Koreas"."""
        found: list[Mention] = []
        for token in tokens[1:]:
            before = tokens[token.position - 1].key
            if before in _BOTH and token.key in self._shared and token.position not in taken:
                taken.add(token.position)
                states = self._shared[token.key]
                found += (mention_of("state", state, tokens, token.position, token.position + 1) for state in states)
        return found

    def _find_shared(self, tokens: Tokens, taken: set[int]) -> list[tuple[str, tuple[str, ...]]]:
        """Names that several States share, where no longer name explains them."""
        found = [token for token in tokens if token.key in self._shared and token.position not in taken]
        taken.update(token.position for token in found)
        return [(token.text, self._shared[token.key]) for token in found]

    def knows_all(self, tokens: Tokens) -> bool:
        """Whether each word is one that ``knows`` says yes to."""
        return tokens.key_set <= self._known or all(map(self.knows, tokens))

    def knows(self, token: Token) -> bool:
        """Whether a word is one of this side's own, or too short or a number: no name in another language."""
        return token.key in self._known or len(token.key) == 1 or token.key[0].isdigit()

    def knows_form(self, word: str) -> bool:
        """Whether a word or another form of it is known."""
        return self._near.is_known(word)

    def kind_of_meeting(self, identifier: str) -> str:
        """The series that a meeting is of."""
        return self._kinds_of_meetings[identifier]

    def dated_meeting(self, kind: str, year: int) -> str | None:
        """The meeting of a series in a year."""
        return self._meetings.dated(kind, year)


def _widen(mentions: list[Mention], found: Mention, taken: set[int], tokens: Tokens) -> None:
    """Make one name of two of a meeting that overlap: "the Maputo review conference", "review conference in 2014"."""
    for number, mention in enumerate(mentions):
        if mention.id == found.id and mention.start < found.end and found.start < mention.end:
            start, end = min(mention.start, found.start), max(mention.end, found.end)
            added = set(range(start, end)) - set(range(mention.start, mention.end))
            if taken.isdisjoint(added):
                taken.update(added)
                mentions[number] = mention_of("meeting", found.id, tokens, start, end)
            return


def _derived(words: Sequence[str]) -> Iterable[Sequence[str]]:
    """How a name is typed in a hurry: "indias position" without the apostrophe, "northkorea" without the space."""
    whole = "".join(words)
    if not whole.endswith("s"):
        yield [*words[:-1], f"{words[-1]}s"]
    if len(words) > 1:
        yield [whole]
        if not whole.endswith("s"):
            yield [f"{whole}s"]


def _is_code(tokens: Tokens, place: int) -> bool:
    """Whether a word is in capitals, and the question is not: there they tell codes from words."""
    if not tokens[place].is_capital:
        return False
    capitals = [token for token in tokens if not token.text.islower() and token.is_capital]
    return len(capitals) <= max(2, len(tokens) // 2)


def _is_us(words: Sequence[str], place: int) -> bool:
    """Whether a small "us" is the State: first of the question, or where a subject stands; "tell us" is not."""
    if words[place] != US or len(words) < 2:
        return False
    return place == 0 or words[place - 1] in _BEFORE_US
