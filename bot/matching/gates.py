"""Which kinds of question fit the names that a question has.

What a kind needs is read off its phrasings: one whose phrasings all have ``{state}`` needs a State,
one whose phrasings never have it is about no single State. An FAQ entry speaks only of the States,
years and meetings that its own phrasings and claims name.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.matching.denial import ABSENT, DENYING
from bot.matching.reading import DECLINE_PREFIX, UNHELD_PREFIX, Entities
from bot.matching.words import FUNCTION_WORDS

UNFITTING = 0.5
"""factor of a kind that needs a meeting when none is named, and of an FAQ entry that names another"""
UNMET = 0.8
"""factor of a kind none of whose phrasings has a meeting or a year, when a meeting is named"""
RIGHT_SOURCE = 1.2
"""factor of an FAQ entry that cites the document named"""
OF_DOCUMENT = 0.75
"""factor of an FAQ entry when the year named is that of its document, which it tells nothing of"""
UNNAMED_STATE = 0.85
"""factor of an FAQ entry on one State when the question does not name it"""
UNCUED = 0.6
"""factor of a kind when none of the words stands there that a question of it has"""
_CUES = {
    "topic-states": frozenset(
        """
        which who whose anyone somebody anybody states state countries country nations governments say says said
        saying mention mentions mentioned speak speaks spoke speaking refer refers referred raise raises raised cite
        cites cited name names list talk talks talked statements statement
        """.split()
    ),
    "count-stockpiled-mines-destroyed": frozenset(
        """
        destroy destroyed destroying destruction eliminate eliminated elimination gone rid scrapped removed dismantled
        demolished blown crushed
        """.split()
    ),
    "silence": frozenset(
        """
        quote quoted quotes quoting quotation quotations silent silence silently quiet quietly mute say says said saying
        speak spoke spoken speaking speech statement statements word words intervene intervened intervention
        interventions record recorded mouth mouths floor voice heard mum talk talked talking utter uttered remark
        remarks spectators comment comments commented tongue deliver delivered contribute contributed watched wordless
        listen listened
        """.split()
    ),
    "absentees": ABSENT | DENYING | frozenset("misses skips failed empty nonattendance".split()),
    "attendance": frozenset(
        """
        {meeting} {year} attend attends attended attendance attending took take takes part participate participated
        participates participation came come comes coming present presence absent there go goes went show showed shows
        shown turn turned turns been was were seen sit sat join joined visit visited visits appear appeared observer
        observe observed meeting meetings msp intersessional reviewconference conference record ticks tick ticked table
        grid row room delegation where miss missed skip skipped regular regularly often send sent track guest
        """.split()
    ),
}
"""words of which a question of these kinds has at least one: "who mentions assistance", not "assisting victims" """
CCW = "ccw"
"""the topic that is a treaty of its own: an entry that tells nothing of it does not answer a question that names it"""
UNNAMED = 0.0
"""factor of an FAQ entry that names no State when a question asks which States (or groups) they are"""
_WHICH = frozenset("which what name names list".split())
_NAMED = frozenset("countries country states nations governments groups companies militaries armies".split())
_BETWEEN = frozenset("the of those these other".split())
_WITHIN = 3
"""words after "which" in which what is asked for stands: "which of the 40 States" """
_BARE = 3
"""words of a question that is hardly more than a name"""
ALWAYS_OPEN = (DECLINE_PREFIX, UNHELD_PREFIX, "help", "opinion")
"""beginnings of the kinds that are meant whatever is named"""


@dataclass(frozen=True, slots=True)
class KindGate:
    """What a kind of question needs and has, by its phrasings."""

    least_states: int
    most_states: int
    needs_meeting: bool
    has_meeting: bool

    def factor(self, named: Entities) -> float:
        """1 when the names fit, 0 when the kind cannot be meant."""
        states = named.states
        if len(states) < self.least_states or (states and self.most_states == 0):
            return 0.0
        if named.meetings:
            return 1.0 if self.has_meeting else UNMET
        return UNFITTING if self.needs_meeting and not named.years else 1.0


@dataclass(frozen=True, slots=True)
class EntryGate:
    """What an FAQ entry speaks of, by its phrasings, claims and quotes."""

    states: frozenset[str]
    asked_states: frozenset[str]
    """the States that its phrasings name"""
    meetings: frozenset[str]
    years: frozenset[int]
    document_years: frozenset[int]
    """the years of the documents that its claims cite"""
    sources: frozenset[str]
    """the documents that its claims cite"""
    others: frozenset[str]
    """the other treaties that it speaks of"""
    tells_of_ccw: bool
    asks_names: bool
    """its phrasings ask which States they are"""
    names_state: bool
    """nearly all of its phrasings name a State"""

    def factor(self, named: Entities) -> float:
        """1 when the names fit, more when it cites the document named, 0 when it cannot be meant."""
        # Most questions name little, and this is asked of many entries.
        if named.other_treaties and not self.others.issuperset(named.other_treaties):
            return 0.0
        if named.topics and CCW in named.topics and not self.tells_of_ccw:
            return 0.0
        factor = 1.0
        if named.states:
            if not self.states.issuperset(named.states):
                return 0.0
            if not self.asked_states.issuperset(named.states):
                factor = UNFITTING
        elif self.names_state:
            factor = UNNAMED_STATE
        if named.meetings and not self.meetings.issuperset(named.meetings):
            factor *= UNFITTING
        if named.years and (unfit := set(named.years) - self.years):
            factor *= OF_DOCUMENT if unfit <= self.document_years else UNFITTING
        if named.sources:
            factor *= UNFITTING if self.sources.isdisjoint(named.sources) else RIGHT_SOURCE
        return factor


Gate = KindGate | EntryGate


def gate_of(phrasings: Sequence[Sequence[str]]) -> KindGate:
    """The gate of a kind of question, from its phrasings as words."""
    states = [list(words).count("{state}") for words in phrasings]
    meetings = ["{meeting}" in words or "{year}" in words for words in phrasings]
    return KindGate(
        least_states=min(states, default=0),
        most_states=max(states, default=0),
        needs_meeting=all(meetings),
        has_meeting=any(meetings),
    )


OPEN = KindGate(0, 99, needs_meeting=False, has_meeting=True)


def asks_names(words: Sequence[str]) -> bool:
    """Whether a question asks which States or groups they are: "which countries supply dogs"."""
    if _WHICH.isdisjoint(words) or _NAMED.isdisjoint(words) or "about" in words:
        return False
    return any(
        word in _WHICH and _stands_first(words[place + 1 : place + 1 + _WITHIN]) for place, word in enumerate(words)
    )


def _stands_first(words: Sequence[str]) -> bool:
    """Whether "States" or the like comes before any verb: not in "what do States pledge"."""
    for word in words:
        if word in _NAMED:
            return True
        if word in FUNCTION_WORDS and word not in _BETWEEN:
            return False
    return False


class Fitting:
    """How well the names and the words of one question fit kinds of question.

    ``gates`` makes the gate of an FAQ entry when it is first asked for one: it is read by ``[]`` only.
    """

    def __init__(self, words: Sequence[str], named: Entities, gates: Mapping[str, Gate]) -> None:
        self._words = words
        self._named = named
        self._gates = gates
        self._asks_names = asks_names(words)
        self.most_factor = RIGHT_SOURCE if named.sources else 1.0
        """the highest factor that a kind may have"""

    def factor(self, kind: str) -> float:
        """1 when both fit, more for an entry that cites the document named, 0 for what cannot be meant."""
        gate = self._gates[kind]
        factor = gate.factor(self._named)
        if not factor:
            return factor
        if isinstance(gate, KindGate):
            return factor * UNCUED if lacks_cue(kind, self._words) else factor
        if self._asks_names and not gate.asks_names and gate.states.issubset(self._named.states):
            return UNNAMED  # the States that the question names are not what it asks for
        return factor


def lacks_cue(kind: str, words: Sequence[str]) -> bool:
    """Whether a question has none of the words that a kind's questions have."""
    cues = _CUES.get(kind)
    return cues is not None and len(words) > _BARE and cues.isdisjoint(words)
