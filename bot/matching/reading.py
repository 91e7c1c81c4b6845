"""The reading: what the matcher understood, and why (DESIGN, principle 8)."""

from typing import Literal, NamedTuple

UNHELD_PREFIX = "unheld-"
"""begins the kinds of question on this treaty that the documents do not answer, however near they come"""
COUNT_PREFIX = "count-"
"""begins the kinds of question for a figure, the id of the count follows"""
PARTIES_COUNT = f"{COUNT_PREFIX}states-parties"
NOT_PARTY_COUNT = f"{COUNT_PREFIX}states-not-party"
LEAVING_COUNT = f"{COUNT_PREFIX}countries-withdrawing"
"""the kind that asks how many, or which, States leave"""
DANGEROUS_KIND = "decline-dangerous"
DECLINE_PREFIX = "decline-"
"""begins the kinds of question that are no treaty question"""
FAQ_PREFIX = "faq:"
"""begins the intent of a question for an FAQ entry, its id follows"""
SPEAKING = frozenset({"statement", "position", "topic-state"})
"""the kinds answered by what one State said"""

EntityKind = Literal["state", "meeting", "topic", "source", "treaty", "other_treaty", "term"]


class Mention(NamedTuple):
    """A name found in the question."""

    kind: EntityKind
    id: str
    words: str
    """the words of the question that named it"""
    start: int
    """position of its first word in the question, from 0"""
    end: int
    """position after its last word"""
    exact: bool
    """False when a misspelling was mended"""
    score: float
    """1.0 for an exact name, else the similarity of the name alone, 0 to 1"""


class Candidate(NamedTuple):
    """A kind of question with its score, 0 to 1."""

    intent: str
    """id of a question kind, or ``faq:<id>``"""
    score: float
    coverage: float = 1.0
    """share of the question's content words that this kind of question, its answer or the State's statements know"""
    confidence: float = 0.0
    """0 to 1: how sure the reading is, by score, coverage and its lead over the next kind (``thresholds``)"""


class Entities(NamedTuple):
    """What a question names. A tuple, as the reading is: each question makes several of both."""

    states: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    """States that another State is asked about: "what did Pakistan say about India" """
    unknown_meetings: tuple[str, ...] = ()
    """numbered meetings that do not exist, as typed: "25MSP" """
    other_treaties: tuple[str, ...] = ()
    votes: tuple[str, ...] = ()
    """voting positions named: in_favour, abstained, against, not_present"""


class Reading(NamedTuple):
    """A question as it was understood."""

    question: str
    intent: str
    """a question kind, ``faq:<id>``, or "" when nothing was understood"""
    entities: Entities
    score: float
    """0 to 1; 1 is an exact phrasing with exact names; no probability"""
    mentions: tuple[Mention, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    """best first; the second is what came second"""
    near_names: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """words that could be several names, with the ids they are near to"""
    content_words: tuple[str, ...] = ()
    """words of the question that carry a subject, names left out"""
    unknown_words: tuple[str, ...] = ()
    """words that neither the phrasings nor the documents know"""
    unknown_names: tuple[str, ...] = ()
    """those of them written as names are, with a capital letter within the question"""
    words: tuple[str, ...] = ()
    """the words that were compared, names as ``{state}``, misspellings mended"""
    offered: tuple[str, ...] = ()
    """questions that the answer to this one offered, for "the first one" afterwards"""
    told_of: tuple[str, ...] = ()
    """meetings that the answer to this one told of, for "there" afterwards"""
    years_range: tuple[int | None, int | None] | None = None
    """"since 2014" is (2014, None), "before 2010" is (None, 2009)"""
    wants_latest: bool = False
    wants_first: bool = False
    asks_present: bool = False
    """the question is about the present: "still", "now", "today", "currently" """
    month: tuple[int, int | None] | None = None
    """number of a month named beside a day or a year, and that day if there is one"""
    language: str = "en"
    """ISO 639-1 code of the language of the question"""

    @property
    def names_treaty(self) -> bool:
        """Whether the Convention is named."""
        return any(mention.kind == "treaty" for mention in self.mentions)
