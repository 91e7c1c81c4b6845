"""Names found in a question: exact ones first, longest first; a near one only for a misspelling.

States of the whole world are known, so that a State without a record is never taken for a
neighbour in spelling (DESIGN, principle 7).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from bot.knowledge.model import Knowledge
from bot.knowledge.names import all_names, name_key
from bot.matching.meeting_names import YEAR, MeetingName, MeetingNames
from bot.matching.reading import EntityKind, Mention
from bot.matching.tokens import Token, tokenise
from bot.matching.words import Vocabulary, stem
from bot.similarity import nearest

NEAR_ENOUGH = 0.74
"""similarity of a misspelt name from which it counts; one edit in four letters is 0.75"""
NEAR_LONG_NAME = 0.88
"""similarity from which a misspelt name of several words wins over a State's name within it"""
_JOINING = frozenset({"and", "or", "vs", "not", "did", "does", "said", "say"})
NEAR_MARGIN = 0.06
"""a second State this close makes a misspelling ambiguous"""
LIKELIER_A_WORD = 0.05
"""how much likelier a known word must be than a State for a misspelling to be that word"""
FIRST_LETTER = 0.05
"""taken off when the first letter differs: people rarely mistype it"""
SHORTEST_NEAR = 4
"""letters of the shortest word that is looked up as a misspelling"""
_BEFORE_US = frozenset("the did does has is was will should would could why how".split())
_SHORT_CODE = 2
"""letters of codes that are understood for States with a record only"""
_POSSESSED = frozenset({"short", "aliases", "capitals", "former"})
_WORDS_LIKE_CODES = frozenset({"us", "car", "can", "ton", "gab"})
"""codes that are plain words in small letters"""


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: EntityKind
    id: str
    capitals_only: bool
    derived: bool = False
    """a form made by us, which misspellings are not compared with"""


@dataclass(frozen=True, slots=True)
class NamesFound:
    """The names of a question, in order, and misspellings that could be several States."""

    mentions: tuple[Mention, ...]
    series: tuple[MeetingName, ...]
    """meetings named by their series alone ("the intersessionals"), or that do not exist"""
    unclear: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(slots=True)
class _Index:
    """Names by their first word, the longest first."""

    by_first: dict[str, dict[tuple[str, ...], _Entry]] = field(default_factory=dict)

    def add(self, words: Sequence[str], entry: _Entry) -> None:
        if words:
            names = self.by_first.setdefault(words[0], {})
            if (first := names.get(tuple(words))) is None or first.capitals_only:
                names[tuple(words)] = entry

    def sort(self) -> None:
        for first, names in self.by_first.items():
            self.by_first[first] = dict(sorted(names.items(), key=lambda item: -len(item[0])))

    def entries(self) -> Iterable[tuple[tuple[str, ...], _Entry]]:
        return (item for names in self.by_first.values() for item in names.items())

    def at(self, words: Sequence[str], start: int) -> Iterable[tuple[int, _Entry]]:
        """Names that begin at a word: their length and entry, the longest first."""
        for name, entry in self.by_first.get(words[start], {}).items():
            if tuple(words[start : start + len(name)]) == name:
                yield len(name), entry


class Gazetteer:
    """All names of a snapshot.

    ``known_words`` are never taken for a misspelt name; nor is a misspelling that is likelier one of the words
    of ``vocabulary``.
    """

    def __init__(self, knowledge: Knowledge, known_words: Iterable[str], vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        known = set(known_words)
        self._meetings = MeetingNames(knowledge.meetings)
        self._index = _Index()
        self.only_recognised = frozenset(state.id for state in knowledge.states.values() if state.kind == "other")
        self._add_states(knowledge)
        self._add_all(
            "meeting", {meeting.id: (meeting.name, *meeting.aliases) for meeting in knowledge.meetings.values()}
        )
        self._add_all("source", {source.id: (source.short, *source.aliases) for source in knowledge.sources.values()})
        self._add_all("treaty", {"treaty": (knowledge.treaty_name, *knowledge.treaty_aliases)})
        others = {treaty.id: (treaty.name, *treaty.aliases) for treaty in knowledge.other_treaties}
        self._add_all("other_treaty", others)
        self._shared = {name_key(shared.name): shared.states for shared in knowledge.shared_names}
        self._index.sort()
        known.update(word for words, _ in self._index.entries() for word in words)
        self._known = frozenset(known)
        self._topics = _Index()
        for topic in knowledge.topics.values():
            for form in (topic.name, *topic.aliases):
                stems = [stem(token.key) for token in tokenise(form)]
                self._topics.add(stems, _Entry("topic", topic.id, capitals_only=False))
        self._topics.sort()
        self._near: dict[int, dict[str, str]] = {}
        for words, entry in self._index.entries():
            if (
                entry.kind == "state"
                and not (entry.capitals_only or entry.derived)
                and len(" ".join(words)) >= SHORTEST_NEAR
            ):
                self._near.setdefault(len(words), {})[" ".join(words)] = entry.id

    def _add_states(self, knowledge: Knowledge) -> None:
        for state in knowledge.states.values():
            for place, name in all_names(state.names):
                words = [token.key for token in tokenise(name)]
                code = "".join(words)
                if place[0] == "iso" and len(code) == _SHORT_CODE and not state.editions:
                    continue  # GM, CM, VA ... are more often something else
                capitals_only = place[0] == "iso" or code in _WORDS_LIKE_CODES
                self._index.add(words, _Entry("state", state.id, capitals_only))
                if place[0] in _POSSESSED and not code.endswith("s"):
                    # "indias position": on a phone the apostrophe is left out.
                    self._index.add(
                        [*words[:-1], f"{words[-1]}s"], _Entry("state", state.id, capitals_only, derived=True)
                    )

    def _add_all(self, kind: EntityKind, names: Mapping[str, tuple[str, ...]]) -> None:
        for identifier, forms in names.items():
            for form in forms:
                self._index.add([token.key for token in tokenise(form)], _Entry(kind, identifier, capitals_only=False))

    def find(self, tokens: Sequence[Token], *, misspelt: bool = True) -> NamesFound:
        """Names in the tokens of a question; ``misspelt`` looks for near names too."""
        taken: set[int] = set()
        mentions: list[Mention] = []
        series: list[MeetingName] = []
        shouting = sum(token.is_capital for token in tokens) > max(2, len(tokens) // 2)
        self._find_exact(tokens, taken, mentions, series, shouting=shouting, misspelt=misspelt)
        unclear = self._find_near(tokens, taken, mentions) if misspelt else []
        unclear += self._find_shared(tokens, taken)
        mentions.sort(key=lambda mention: mention.start)
        return NamesFound(tuple(mentions), tuple(series), tuple(unclear))

    def _find_exact(
        self,
        tokens: Sequence[Token],
        taken: set[int],
        mentions: list[Mention],
        series: list[MeetingName],
        *,
        shouting: bool,
        misspelt: bool,
    ) -> None:
        spans = self._exact_spans(tokens, shouting=shouting)
        if misspelt:
            spans += self._slips_in_long_names(tokens, spans)
        # Longest first; of two as long, a State or meeting before a topic, then the one on the left.
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
        series.sort(key=lambda name: name.start)

    def _exact_spans(self, tokens: Sequence[Token], *, shouting: bool) -> list[tuple[int, int, Mention | MeetingName]]:
        """Every exact name with its first and last place, overlapping ones included."""
        spans: list[tuple[int, int, Mention | MeetingName]] = []
        for name in self._meetings.find(tokens):
            if name.meeting is not None:
                mention = _mention("meeting", name.meeting, tokens, name.start, name.end)
                spans.append((name.start, name.end, mention))
            else:
                spans.append((name.start, name.end, name))
        words = [token.key for token in tokens]
        stems = [stem(word) for word in words]
        for start in range(len(tokens)):
            for length, entry in self._index.at(words, start):
                if entry.capitals_only and (shouting or not tokens[start].is_capital) and not _is_us(words, start):
                    continue
                spans.append((start, start + length, _mention(entry.kind, entry.id, tokens, start, start + length)))
                break
            # Topics are named by stems: "produced" is production.
            for length, entry in self._topics.at(stems, start):
                spans.append((start, start + length, _mention("topic", entry.id, tokens, start, start + length)))
                break
        return spans

    def _slips_in_long_names(
        self, tokens: Sequence[Token], spans: Sequence[tuple[int, int, Mention | MeetingName]]
    ) -> list[tuple[int, int, Mention | MeetingName]]:
        """Misspelt names of several words that hold another State's name: "Equatoral Guinea" is not Guinea."""
        exact = [(start, end) for start, end, found in spans if isinstance(found, Mention) and found.kind == "state"]
        slips: list[tuple[int, int, Mention | MeetingName]] = []
        for length in sorted(self._near, reverse=True):
            for start in range(len(tokens) - length + 1):
                end = start + length
                if length < 2 or not any(
                    start <= first and last <= end and last - first < length for first, last in exact
                ):
                    continue
                words = " ".join(token.key for token in tokens[start:end])
                if words in self._near[length]:
                    continue
                near = self._near_states(words, self._near[length])
                if (
                    near
                    and near[0][1] >= NEAR_LONG_NAME
                    and not any(token.key in _JOINING for token in tokens[start:end])
                ):
                    slips.append((start, end, _mention("state", near[0][0], tokens, start, end, score=near[0][1])))
        return slips

    def _find_shared(self, tokens: Sequence[Token], taken: set[int]) -> list[tuple[str, tuple[str, ...]]]:
        """Names that several States share, where no longer name explains them."""
        found = [token for token in tokens if token.key in self._shared and token.position not in taken]
        taken.update(token.position for token in found)
        return [(token.text, self._shared[token.key]) for token in found]

    def _find_near(
        self, tokens: Sequence[Token], taken: set[int], mentions: list[Mention]
    ) -> list[tuple[str, tuple[str, ...]]]:
        """States for words that no exact name and no known word explains."""
        unclear: list[tuple[str, tuple[str, ...]]] = []
        if all(self._is_known(token) or token.position in taken for token in tokens):
            return unclear
        for length in sorted(self._near, reverse=True):
            for start in range(len(tokens) - length + 1):
                window = tokens[start : start + length]
                if any(token.position in taken or YEAR.match(token.key) for token in window):
                    continue
                if all(self._is_known(token) for token in window) or len(window[0].key) < 2:
                    continue
                words = " ".join(token.key for token in window)
                if len(words) < SHORTEST_NEAR or any(char.isdigit() for char in words):
                    continue
                states = self._near_states(words, self._near[length])
                if not states or (length == 1 and self._is_rather_a_word(words, states[0][1])):
                    continue
                taken.update(range(start, start + length))
                best, score = states[0]
                close = tuple(state for state, other in states if score - other <= NEAR_MARGIN)
                if len(close) > 1:
                    unclear.append((" ".join(token.text for token in window), close))
                else:
                    mentions.append(_mention("state", best, tokens, start, start + length, score=score))
        return unclear

    def _is_rather_a_word(self, word: str, score: float) -> bool:
        """Whether a misspelling is likelier a known word than a State: "ffrom" is no FYROM."""
        return self._vocabulary.mended(word)[1] > score + LIKELIER_A_WORD

    def _is_known(self, token: Token) -> bool:
        return token.key in self._known or stem(token.key) in self._known_stems

    @cached_property
    def _known_stems(self) -> frozenset[str]:
        # Made when the first unknown word comes: stemming every known word costs a tenth of a second.
        return frozenset(stem(word) for word in self._known)

    def _near_states(self, words: str, names: Mapping[str, str]) -> list[tuple[str, float]]:
        """States whose name is near enough, best first, each once."""
        best: dict[str, float] = {}
        for name, similarity in nearest(words, list(names), at_least=NEAR_ENOUGH, limit=6):
            score = similarity - (FIRST_LETTER if name[0] != words[0] else 0.0)
            swapped = sorted(name) == sorted(words)
            # Four letters are near many words: only a swap or a dropped letter counts.
            if score >= NEAR_ENOUGH and (len(words) > SHORTEST_NEAR or swapped or len(name) > len(words)):
                best[names[name]] = max(score, best.get(names[name], 0.0))
        return sorted(best.items(), key=lambda item: -item[1])

    def knows(self, token: Token) -> bool:
        """Whether a word is one of this side's own, or too short or a number: no name in another language."""
        return token.key in self._known or len(token.key) == 1 or token.key[0].isdigit()

    def dated_meeting(self, kind: str, year: int) -> str | None:
        """The meeting of a series in a year."""
        return self._meetings.dated(kind, year)


def _is_us(words: Sequence[str], place: int) -> bool:
    """Whether a small "us" is the State: first of the question, or where a subject stands; "tell us" is not."""
    if words[place] != "us" or len(words) < 2:
        return False
    return place == 0 or words[place - 1] in _BEFORE_US


def _mention(
    kind: EntityKind, identifier: str, tokens: Sequence[Token], start: int, end: int, *, score: float = 1.0
) -> Mention:
    words = " ".join(token.text for token in tokens[start:end]).strip()
    return Mention(kind, identifier, words, start, end, exact=score == 1.0, score=score)
