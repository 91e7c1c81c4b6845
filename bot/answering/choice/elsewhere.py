"""Kinds of question that tell of something else than what is asked: of another year, vote, document or State.

However like its phrasings a question is, such a kind is not meant, and is no rival of the others.
"""

from collections.abc import Callable, Mapping

from bot.answering.asking import OF_WORDS
from bot.answering.draft import Asked
from bot.answering.families.conditions import CONDITIONS
from bot.answering.families.in_document import KIND as IN_DOCUMENT
from bot.answering.families.in_document import names_document
from bot.answering.fitting import fitting, names_years
from bot.answering.rules.shared import DEEDS
from bot.answering.rules.topic_ids import LEAVING
from bot.knowledge.status_tables import VOTE_YEAR
from bot.matching.reading import COUNT_PREFIX, FAQ_PREFIX, LEAVING_COUNT, SPEAKING
from bot.matching.telling import asks_how_many
from bot.matching.thresholds import LEAST_SCORE
from bot.matching.words import ORGANISATIONS
from bot.once import Once

SPEAKERS = ORGANISATIONS - {"isu"}
"""who speaks in no statement of a State; information is sent to the ISU"""
_MONITOR = ("landmine", "monitor")
_ALLOWED = frozenset({"can", "may", "must", "should"})
_FEWEST = 2
"""conditions that are several"""


class Elsewhere:
    """What one question asks of something else; each thing is looked for when a kind is near that it rules out."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked

    def tells(self, kind: str) -> bool:
        """Whether a kind of question tells of something else."""
        if kind.startswith(COUNT_PREFIX):
            return self._of_a_state(kind)
        rules = _RULED_OUT.get(kind)
        return rules is not None and any(rule(self) for rule in rules)

    @Once
    def _on_year(self) -> bool:
        """Whether an FAQ entry near the question has a year that it names."""
        asked = self._asked
        return bool(asked.years) and any(
            item.intent.startswith(FAQ_PREFIX) and item.score >= LEAST_SCORE and _names_year(asked, item.intent)
            for item in asked.reading.candidates
        )

    def nothing_then(self) -> bool:
        """Whether a State said nothing in the year that an FAQ entry tells of."""
        asked = self._asked
        if not self._on_year or len(asked.states) != 1 or asked.meetings or fitting(asked, asked.state):
            return False
        return not any(names_years(asked, item) for item in asked.state.statements)

    def another_vote(self) -> bool:
        """Whether the vote is of a year that an FAQ entry tells of."""
        return self._on_year and VOTE_YEAR not in self._asked.years

    def off_topic(self) -> bool:
        """Whether an FAQ entry explains every word, and no statement of the State is on the topic."""
        asked, topics = self._asked, set(self._asked.reading.entities.topics)
        return (
            bool(topics)
            and len(asked.states) == 1
            and any(
                item.intent.startswith(FAQ_PREFIX) and item.score >= LEAST_SCORE and item.coverage >= 1
                for item in asked.reading.candidates
            )
            and not any(topics & set(item.topics) for item in fitting(asked, asked.state))
        )

    def by_the_treaty(self) -> bool:
        """Whether it asks what States may do, or how something is done: no statement of a State tells that."""
        asked, words = self._asked, self._asked.reading.words
        how = words[:1] == ("how",) and words[1:2] != ("many",)
        return how or bool(_ALLOWED.intersection(words[:1])) or asked.asks("allowed", "permitted")

    def of_others(self) -> bool:
        """Whether it asks of another document or speaker: statements of States stand in the status documents only."""
        asked = self._asked
        return asked.names_other_documents or asked.asks_any(SPEAKERS) or _MONITOR in asked.pairs

    def of_doers(self) -> bool:
        """Whether it asks how many make or lay mines: who speaks of it is not how many do so."""
        asked = self._asked
        counting = asks_how_many(asked.reading.words) or asked.asks("producers", "manufacturers", "users")
        deeds = bool(DEEDS.intersection(asked.reading.entities.topics))
        return deeds and counting and not asked.asks(*OF_WORDS, "speak", "mention")

    def of_one_condition(self) -> bool:
        """Whether fewer than two conditions are set."""
        asked = self._asked
        tabled = len(asked.of_convention)
        conditions = tabled + len(asked.reading.entities.votes) + (len(asked.years) if tabled else 0)
        return conditions < _FEWEST and ("but", "not") not in asked.pairs

    def of_no_document(self) -> bool:
        """Whether no document is asked what it says."""
        return not names_document(self._asked)

    def of_votes(self) -> bool:
        """Whether votes are named: "did both abstain" is no comparison."""
        return bool(self._asked.reading.entities.votes)

    def _of_a_state(self, kind: str) -> bool:
        """Whether a State is named: a figure for the world is none for it, but that of those that leave."""
        asked = self._asked
        leaving = kind == LEAVING_COUNT and LEAVING in asked.reading.entities.topics and len(asked.states) == 1
        return bool(asked.states) and not (leaving and not asked.asks_any(OF_WORDS))


def _names_year(asked: Asked, intent: str) -> bool:
    """Whether an FAQ entry's answer has a year that is asked for."""
    texts = asked.entry_of(intent).texts
    return any(str(year) in text for text in texts for year in asked.years)


_SPOKEN = (Elsewhere.of_others, Elsewhere.nothing_then)
_RULED_OUT: Mapping[str, tuple[Callable[[Elsewhere], bool], ...]] = {
    **dict.fromkeys(SPEAKING, _SPOKEN),
    "topic-state": (*_SPOKEN, Elsewhere.off_topic),
    "overview": (Elsewhere.of_others,),
    "edition-changes": (Elsewhere.of_others,),
    "compare": (Elsewhere.of_others, Elsewhere.of_votes),
    "topic-states": (Elsewhere.by_the_treaty, Elsewhere.of_others, Elsewhere.of_doers),
    "vote": (Elsewhere.another_vote,),
    "vote-list": (Elsewhere.another_vote,),
    CONDITIONS: (Elsewhere.of_one_condition,),
    IN_DOCUMENT: (Elsewhere.of_no_document,),
}
"""by kind, what rules it out"""
