"""The gates of the FAQ entries: what each entry's own phrasings, claims and quotes name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.knowledge.model import Knowledge
from bot.matching.gates import CCW, EntryGate, Gate, asks_names
from bot.matching.gazetteer import Gazetteer, NamesFound
from bot.matching.meeting_figures import YEAR
from bot.matching.reading import FAQ_PREFIX, Mention
from bot.matching.tokens import Tokens, tokenise

ALWAYS_NAMED = 0.8
"""share of an FAQ entry's phrasings that name a State, from which a question for it must name one"""


class Gates(dict[str, Gate]):
    """Gates by kind of question.

    An FAQ entry's is finished when the entry is first near a question, as its answer has to be read for it: to be
    read by ``[]`` only.
    """

    def __init__(self, knowledge: Knowledge, gazetteer: Gazetteer) -> None:
        super().__init__()
        self._knowledge = knowledge
        self._gazetteer = gazetteer
        self._asked: dict[str, _Asked] = {}

    def add_entry(self, kind: str, found: Iterable[tuple[Tokens, NamesFound]], worded: Sequence[Sequence[str]]) -> None:
        """What the phrasings of an FAQ entry name, its question among them.

        ``worded`` are all of them as they are compared, ``found`` those that may name something.
        """
        named = [frozenset(names.mentions) for _, names in found]
        self._asked[kind] = _Asked(
            mentions=frozenset().union(*named),
            years=frozenset().union(*(_years(tokens) for tokens, _ in found)),
            asks_names=any(map(asks_names, worded)),
            names_state=sum(any(map(_is_state, mentions)) for mentions in named) >= ALWAYS_NAMED * len(worded),
        )

    def __missing__(self, kind: str) -> Gate:
        asked = self._asked[kind]
        entry = self._knowledge.faq[kind.removeprefix(FAQ_PREFIX)]
        told = tokenise("; ".join(entry.texts))
        mentions = {*asked.mentions, *self._gazetteer.find(told, misspelt=False).mentions}
        cited = [citation.source for claim in entry.claims for citation in claim.citations]
        gate = self[kind] = EntryGate(
            states=_ids(mentions, "state"),
            asked_states=_ids(asked.mentions, "state"),
            meetings=_ids(mentions, "meeting"),
            years=asked.years | _years(told),
            document_years=frozenset(source.year for source in cited if source.year),
            sources=frozenset(source.id for source in cited),
            others=_ids(mentions, "other_treaty"),
            tells_of_ccw=any(mention.id == CCW for mention in mentions),
            asks_names=asked.asks_names,
            names_state=asked.names_state,
        )
        return gate


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the phrasings of an FAQ entry name."""

    mentions: frozenset[Mention]
    years: frozenset[int]
    asks_names: bool
    names_state: bool
    """nearly all of them name one"""


def _is_state(mention: Mention) -> bool:
    return mention.kind == "state"


def _ids(mentions: Iterable[Mention], kind: str) -> frozenset[str]:
    return frozenset(mention.id for mention in mentions if mention.kind == kind)


def _years(tokens: Tokens) -> frozenset[int]:
    return frozenset(int(token.key) for token in tokens if YEAR.match(token.key))
