"""What lists, figures and tables do not tell of those that they name: rules for ``withholding``.

A list tells who spoke, voted or came, and neither who did not nor who did so first, most or somewhere else; a figure
tells how many, and neither who, when nor why.
"""

import re
from itertools import pairwise

from bot.answering.asking import OF_VOTES, asks_of_parties, asks_who_never_returned, denied_votes
from bot.answering.claims import MORATORIUM, claimed
from bot.answering.draft import Asked
from bot.answering.families.conditions import CONDITIONS
from bot.answering.families.mentions import ORDER, asks_for_order
from bot.answering.rules.ruling import Rules, on
from bot.answering.rules.shared import KINDS_OF_PRESENCE
from bot.answering.rules.untold import whole_text
from bot.answering.rules.untold_names import REGIONS, signer
from bot.matching.denial import COMING, DENYING, OUTSIDE, STAYING_SILENT, VOTING_SO, absent, denied
from bot.matching.gates import asks_names
from bot.matching.reading import COUNT_PREFIX, NOT_PARTY_COUNT, PARTIES_COUNT, SPEAKING
from bot.matching.telling import OF_COUNTING, asks_how_many, counted, things

_STATES = frozenset("states state countries country nations governments parties signatories".split())
_ATTENDING = _STATES | frozenset(
    """
    members meeting meetings times conferences parties observers statements msp attended
    attend came participated took were
    """.split()
)
_MEMBERS = frozenset("party parties joined signed ratified acceded members".split())
_OF_LISTS = frozenset({"vote-list", "attendees", "states-not-party", "meeting-statements"})
_OF_PRESENCE = KINDS_OF_PRESENCE | {CONDITIONS}
_OF_DOERS = frozenset(
    {"topic-states", "article7", "letters", "bilateral", "last-at", "attendees", "meeting-statements"}
)
_TOTALS_OF_STATES = frozenset({PARTIES_COUNT, NOT_PARTY_COUNT})
_COUNTED_STATES = _STATES | frozenset(
    """
    members member party outsiders holdouts joined ratified acceded signed out outside left world
    """.split()
)
_SPOKEN_OF = frozenset("quoted quote quotes statement statements letter letters ratifications".split())
_VOTE_ON_A_THING = {(vote, of) for vote in ("resolution", "ban") for of in ("on", "of", "about")}
_HAVING_ONE = {(have, what) for have in ("have", "has", "had") for what in ("one", "it", "them", "any", "none")}
_EVERYBODY = {("un", "members"), ("all", "members"), ("member", "states"), ("all", "countries")}
_REGIONS = frozenset({*REGIONS, *"neighbour neighbours neighbor neighbors".split()})
_NO_RANK = {("at", "least"), ("at", "most"), ("most", "recently"), ("most", "recent")}
_ORDINAL = re.compile(r"^\d+(?:st|nd|rd|th)$")
_SHARES = frozenset("percent percentage average".split())
_SUPERLATIVES = frozenset("most least biggest largest highest lowest longest shortest worst fewest top".split())

_ASKING_WHICH = frozenset("which who list name what any many".split())
_WHO_WAS = {("who", "was"), ("who", "were")}
_OFFICIALS = frozenset(
    """
    official officials minister ministers ambassador ambassadors delegate delegates diplomat diplomats person persons
    people participants experts journalists
    """.split()
)
_MENTIONING = frozenset(
    """
    speak speaks spoke mention mentions mentioned talk talks refer refers referred cite cites cited raise raises raised
    bring brings brought argument argue argues reason reasons complain complains complained blame blames blaming invoke
    invokes comment comments discuss discussed statement statements link links linking tie ties tying
    point points pointing
    """.split()
)
"""words that ask who speaks of something"""
_SAYING = frozenset("say says said saying".split())
_ABOUT = frozenset("about on regarding concerning of".split())
_OF_ITS_OWN = {
    "own-territory": frozenset("say says calls considers".split()),
    "retained-mines": frozenset("keep keeps kept retain retains".split()),
    "alternatives": frozenset("want wants need needs seek seeks lack lacks looking".split()),
    "war-remnants": frozenset("says".split()),
}
"""by topic, verbs with which it is asked who speaks of it"""


@on()
def unlisted(asked: Asked, intent: str) -> str | None:
    """Why a list or a figure is not the answer; None when it may be."""
    return _RULES.first(asked, intent)


@on("topic-states", "last-at", *SPEAKING, words=_SUPERLATIVES)
def _most(asked: Asked, intent: str) -> str | None:
    """The statements rank nobody: "which country has the most victims"."""
    of_states = intent in {"topic-states", "last-at"} or (
        asked.asks("which") and asked.asks("states", "countries", "nations")
    )
    if of_states and asked.pairs.isdisjoint(_NO_RANK):
        return "it asks for the most or the least, and statements rank nobody"
    return None


@on("topic-states")
def _numbers_of_mines(asked: Asked, _intent: str) -> str | None:
    if asked.asks_any(_SHARES):
        return "it asks for a share, and no statement tells it"
    nouns = counted(asked.reading.words)
    if nouns and asked.asks_any(_MEMBERS):
        return "it asks how many are party to what the topic names"
    of_states = not _STATES.isdisjoint(nouns or asked.words) or asks_names(asked.reading.words)
    if of_states or not (nouns or ("how", "many") in asked.pairs):
        return None
    return "it asks how many, and not of States"


@on("meeting-statements", "silence", words=ORDER)
def _order(asked: Asked, _intent: str) -> str | None:
    """Who spoke first or longest: statements are told State by State, in no order of speakers."""
    speaking = asks_for_order(asked) and not asked.states
    return None if not speaking else "it asks who spoke first or longest, and no order of speakers is on record"


@on(*_OF_PRESENCE, words=OF_COUNTING)
def _numbers_there(asked: Asked, _intent: str) -> str | None:
    """The tables tell which States came and how often, not how many people."""
    nouns = counted(asked.reading.words)
    if nouns and (nouns[0] in _OFFICIALS or _ATTENDING.isdisjoint(nouns)):
        return "it asks how many, and not of States or meetings"
    return None


@on("silence", *_OF_LISTS, *_OF_PRESENCE)
def _not_listed(asked: Asked, intent: str) -> str | None:
    """The lists tell who did, and neither who did not nor who did two things at once."""
    stayed_away = intent == "vote-list" and bool(asked.reading.entities.votes) and denied(asked.acts, COMING)
    if stayed_away and asked.asks("without", "never", "ever") and asked.reading.entities.votes != ("not_present",):
        return "it asks for a vote and for attendance at once"
    if intent in _OF_PRESENCE and not asked.states and asked.asks_any(_REGIONS):
        return "it asks of a part of the world, and the tables name none"
    if intent == "silence" and denied(asked.acts, STAYING_SILENT):
        return "it asks who spoke, and the list has the silent"
    if intent not in _OF_LISTS or asked.states:
        return None
    if intent == "vote-list" and denied_votes(asked):
        return None
    if (
        intent == "vote-list"
        and asked.reading.entities.topics
        and (not asked.asks("resolution", "ban") or not asked.pairs.isdisjoint(_VOTE_ON_A_THING))
    ):
        return "it asks for a vote and a topic at once"
    negated = denied(asked.acts, VOTING_SO if intent == "vote-list" else VOTING_SO | COMING)
    both = asked.asks_any(OF_VOTES) and asked.asks("attended", "attend", "took")
    parties = intent == "vote-list" and asks_of_parties(asked)
    of_all = not asked.pairs.isdisjoint(_EVERYBODY) or asked.asks("worldwide", "globally")
    of_all = of_all and not asked.asks("non", "not")
    parties = parties or (intent == "vote-list" and of_all)
    if negated or both or parties or asked.asks("neither", *_REGIONS):
        return "it asks for others than the list has"
    return None


@on("letters")
def _letter(asked: Asked, intent: str) -> str | None:
    """Replies are reported; no letter of a President is quoted, and nobody is named who signed one."""
    return signer(asked, intent) or (None if asked.states else whole_text(asked, intent))


@on(*_OF_DOERS, words=_ASKING_WHICH)
def _who_did_not(asked: Asked, intent: str) -> str | None:
    """Lists of those who did something do not tell who did not."""
    if asked.states or (intent == "last-at" and asks_who_never_returned(asked)):
        return None
    denying = DENYING if intent != "topic-states" else DENYING - {"never"}
    asks = not denying.isdisjoint(asked.acts) or asked.asks("failed", "refused") or absent(asked.acts)
    return "it asks who did not, and the list has those who did" if asks else None


@on("states-not-party", "membership", *_TOTALS_OF_STATES, words=DENYING)
def _not_outside(asked: Asked, _intent: str) -> str | None:
    """Who is not outside is inside: no list or figure of those outside tells it."""
    denied_outside = any(first in DENYING and second == OUTSIDE for first, second in pairwise(asked.acts))
    return "it asks who is not outside" if denied_outside and not asked.states else None


@on(*_TOTALS_OF_STATES)
def _counts_something_else(asked: Asked, _intent: str) -> str | None:
    """The totals are of States: neither of statements nor of letters."""
    nouns = counted(asked.reading.words)
    other = bool(nouns) and not any(noun in _COUNTED_STATES for noun in nouns)
    spoken_of = ("how", "many") in asked.pairs and asked.asks_any(_SPOKEN_OF)
    have_it = not asked.pairs.isdisjoint(_HAVING_ONE)
    told = not (other or spoken_of or have_it)
    return None if told else "it asks how many of something else there are, and States are counted"


@on(like=(COUNT_PREFIX,))
def _all_names(asked: Asked, intent: str) -> str | None:
    """A count without the names of those counted does not answer who they are."""
    count = asked.count_of(intent)
    if count is not None and not count.states and asked.asks("who", "which") and asked.reading.wants_first:
        return "it asks who was first, and only a number is told"
    if count is None or count.states or asks_how_many(asked.reading.words) or not asked.asks("names", "name", "list"):
        return None
    return "it asks who they are, and only their number is told"


@on("topic-states", "states-not-party")
def _ranked(asked: Asked, _intent: str) -> str | None:
    """The statements tell nobody's place in a row: "which State was the 40th to ratify"."""
    ranked = any(map(_ORDINAL.match, asked.words))
    ranked = ranked and asked.reading.month is None
    return "it asks for one by its place in a row" if ranked else None


@on("bilateral", "letters")
def _persons(asked: Asked, intent: str) -> str | None:
    """Who met or wrote for a State: meetings and letters are told of States, and name nobody."""
    asks = not _OFFICIALS.isdisjoint(things(asked.reading.words))
    asks = asks or (("name", "of") in asked.pairs and asked.asks_any(_OFFICIALS))
    in_the_room = intent == "bilateral" and bool(asked.states) and not asked.pairs.isdisjoint(_WHO_WAS)
    asks = asks or in_the_room
    return "it asks for a person, and only States are named" if asks else None


@on("topic-states")
def _doers(asked: Asked, _intent: str) -> str | None:
    """Statements are marked with what they speak of, not with what they say of it: who does it, or wants it."""
    topics = asked.reading.entities.topics
    if not topics or [mention.words for mention in asked.reading.mentions] == [asked.reading.question.strip(" ?!.")]:
        return None  # none, or nothing but the name of one
    mentions = asked.asks_any(_MENTIONING) or (asked.asks_any(_SAYING) and asked.asks_any(_ABOUT))
    if "never" in asked.words and (mentions or asked.asks_any(MORATORIUM)):
        return "it asks who does not speak of it, and the list has those who do"
    own = any(asked.asks_any(_OF_ITS_OWN.get(topic, frozenset())) for topic in topics)
    if mentions or own or claimed(asked):
        return None
    return "it asks who does or wants something, and statements are marked with what they speak of"


_RULES = Rules[str](
    (
        _most,
        _numbers_of_mines,
        _order,
        _numbers_there,
        _not_listed,
        _letter,
        _not_outside,
        _who_did_not,
        _counts_something_else,
        _all_names,
        _ranked,
        _doers,
        _persons,
    )
)
