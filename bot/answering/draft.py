"""What an answerer is given and what it gives back."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import pairwise

from bot.answering.answer import Outcome, Part
from bot.knowledge.model import Citation, Count, Edition, FaqEntry, Knowledge, Meeting, Source, State
from bot.matching.denial import with_standing
from bot.matching.reading import COUNT_PREFIX, FAQ_PREFIX, Reading
from bot.matching.search import PassageSearch
from bot.once import Once

_COMMITTEE = "first_committee"


@dataclass(frozen=True)
class Asked:
    """A question as read, with its names looked up; what many rules ask of it is found once."""

    knowledge: Knowledge
    reading: Reading
    search: PassageSearch

    @Once
    def states(self) -> tuple[State, ...]:
        return tuple(self.knowledge.states[identifier] for identifier in self.reading.entities.states)

    @property
    def state(self) -> State:
        """The first State named; questions about one State have one."""
        return self.states[0]

    @Once
    def meetings(self) -> tuple[Meeting, ...]:
        return tuple(self.knowledge.meetings[identifier] for identifier in self.reading.entities.meetings)

    @Once
    def of_convention(self) -> tuple[Meeting, ...]:
        """The meetings named, without those of the UNGA First Committee: there votes are cast."""
        return tuple(meeting for meeting in self.meetings if meeting.kind != _COMMITTEE)

    @property
    def at_committee(self) -> bool:
        """Whether a meeting of the UNGA First Committee is named."""
        return len(self.of_convention) < len(self.meetings)

    @property
    def years(self) -> tuple[int, ...]:
        return self.reading.entities.years

    @Once
    def sources(self) -> tuple[Source, ...]:
        return tuple(self.knowledge.sources[identifier] for identifier in self.reading.entities.sources)

    @property
    def other_treaty_names(self) -> tuple[str, ...]:
        """Every name of the other treaties that the question names."""
        wanted = self.reading.entities.other_treaties
        named = (treaty for treaty in self.knowledge.other_treaties if treaty.id in wanted)
        return tuple(name for treaty in named for name in (treaty.name, *treaty.aliases))

    @property
    def names_other_documents(self) -> bool:
        """Whether documents are named, and no status document among them."""
        return bool(self.sources) and not any(source in self.knowledge.editions for source in self.sources)

    @property
    def editions(self) -> tuple[Source, ...]:
        """The status documents asked for by name, else all, newest first."""
        named = tuple(source for source in self.knowledge.editions if source in self.sources)
        return named or self.knowledge.editions

    def editions_of(self, state: State) -> tuple[Edition, ...]:
        """What the editions asked for say of a State, newest first."""
        return tuple(edition for edition in state.editions if edition.source in self.editions)

    def editions_or_all_of(self, state: State) -> tuple[Edition, ...]:
        """What the editions asked for say of a State; what all say, when those do not list it."""
        return self.editions_of(state) or state.editions

    @Once
    def words(self) -> frozenset[str]:
        """The words of the question, in no order."""
        return frozenset(self.reading.words)

    @Once
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Words and what follows each; nothing, written as "", follows the last."""
        return frozenset(pairwise((*self.reading.words, "")))

    @Once
    def acts(self) -> tuple[str, ...]:
        """The words in order, with those that say that a State is not party as one: denials are looked for here."""
        return with_standing(self.reading.words)

    def count_of(self, intent: str) -> Count | None:
        """The figure that a kind of question asks for; None for other kinds."""
        identifier = intent.removeprefix(COUNT_PREFIX)
        return self.knowledge.counts.get(identifier) if identifier != intent else None

    def entry_of(self, intent: str) -> FaqEntry:
        """The FAQ entry of a kind of question ``faq:<id>``; raises ``KeyError`` for others."""
        return self.knowledge.faq[intent.removeprefix(FAQ_PREFIX)]

    def asks(self, *words: str) -> bool:
        """Whether one of some words stands in the question."""
        return not self.words.isdisjoint(words)

    def asks_any(self, words: AbstractSet[str]) -> bool:
        """Whether one of some words, which stand together as a set, stands in the question."""
        return not self.words.isdisjoint(words)

    def in_years(self, years: tuple[int, ...]) -> bool:
        """Whether something of these years is asked for; always when no year is named."""
        if bounds := self.reading.years_range:
            first, last = bounds
            return any((first is None or year >= first) and (last is None or year <= last) for year in years)
        return not self.years or bool(set(years) & set(self.years))


@dataclass(frozen=True, slots=True)
class Draft:
    """An answer without its question and reading."""

    outcome: Outcome
    title: str
    parts: tuple[Part, ...]
    further: tuple[Citation, ...] = ()
    suggestions: tuple[str, ...] = field(default=())
