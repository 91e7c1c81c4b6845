"""Questions near what the documents tell that they do not answer, by what is asked for: rules in their order.

A question may name a State, a topic and a meeting that the documents speak of, and ask for a number, a time, a name
or a reason that no passage tells; the passages near it are then search hits and no answer (DESIGN, principle 3).
"""

import re
from collections.abc import Callable
from itertools import pairwise

from bot.answering.asking import OF_VOTES, OF_WORDS
from bot.answering.draft import Asked
from bot.answering.membership import LEAVING
from bot.answering.mentions import mentioning
from bot.answering.rules import KINDS_OF_PRESENCE, supposed_outside
from bot.answering.statements import fitting, names_state, on_subject, tells_when
from bot.answering.untold import REGIONS, untold, whole_text
from bot.knowledge.model import Statement
from bot.matching.coverage import SPEAKING
from bot.matching.gates import asks_names
from bot.matching.telling import DETAILS, asks_how_many, counted, speaks_of, things
from bot.matching.words import POSITION_WORDS

HELD = 0.5
"""share of the words beside the form of a question that a statement must hold to be what it asks for"""
_WHY = tuple("why reason reasons motive motives justify".split())
_STATES = frozenset("states state countries country nations governments parties signatories".split())
_ATTENDING = _STATES | frozenset("meeting meetings times msps conferences parties observers statements msp".split())
_MEMBERS = tuple("party parties joined signed ratified acceded members".split())
_OUTCOMES = tuple("eventually finally outcome".split())
_OF_LISTS = frozenset({"vote-list", "attendees", "states-not-party", "meeting-statements"})
_OF_DOERS = frozenset(
    {"topic-states", "article7", "letters", "bilateral", "last-at", "attendees", "meeting-statements"}
)
_DENYING = frozenset("not dont doesnt didnt havent hasnt without".split())
_PARTY = frozenset("party parties a joined yet at".split())
_NEGATIONS = frozenset("not didnt never".split())
_DOING = frozenset("abstain support attend participate take absent".split())
_REGIONS = (*REGIONS, *"neighbour neighbours neighbor neighbors".split())
_NO_RANK = {("at", "least"), ("at", "most"), ("most", "recently")}
_EMAIL_ADDRESS = {("email", "address"), ("email", "adress")}
_CONTACTS = tuple("phone telephone website fax".split())
_PAYING = tuple("paid funded financed sponsored".split())
_MONEY = frozenset("cost costs price prices budget paid salary dollars title titles hectares".split())
_ORDINAL = re.compile(r"^\d+(?:st|nd|rd|th)$")
_MONITOR = ("landmine", "monitor")
"""a source of lists that is none of the documents"""
_SHARES = tuple("percent percentage average".split())
_PAIR = 2
_ON_FACTS = frozenset({"statement", "topic-state"})
_AUXILIARIES = frozenset("did does do will was were is are has have had shall can might {state}".split())
_SPEECH = tuple("speak spoke speech explanation eov letter".split())
_WHICH_YEAR = {(which, when) for which in ("what", "which") for when in ("year", "date", "month", "day")}
_BEGINNING = tuple("began begin begun start started starting".split())
_TIMES = frozenset("first last exactly start started starting begin began ago long".split())
_SUPERLATIVES = tuple("most least biggest largest highest lowest longest shortest worst fewest top".split())


def withheld(asked: Asked, intent: str) -> str | None:
    """Why a question is not answered by a kind of question near it; None when it may be."""
    return next((why for rule in _RULES if (why := rule(asked, intent))), None)


def _reasons_for_leaving(asked: Asked, intent: str) -> str | None:
    asks = intent == "membership" and asked.asks(*_WHY) and not supposed_outside(asked)
    return "it asks for reasons, and none are on record" if asks else None


def _reasons_of_presence(asked: Asked, intent: str) -> str | None:
    if intent in KINDS_OF_PRESENCE and asked.asks(*_WHY):
        return "it asks why a State came or stayed away"
    return None


def _most(asked: Asked, intent: str) -> str | None:
    """The statements rank nobody: "which country has the most victims"."""
    of_states = intent in SPEAKING and asked.asks("which") and asked.asks("states", "countries", "nations")
    ranked = asked.asks(*_SUPERLATIVES) and asked.pairs.isdisjoint(_NO_RANK)
    if (intent == "topic-states" or of_states) and ranked:
        return "it asks for the most or the least, and statements rank nobody"
    return None


def _numbers_of_mines(asked: Asked, intent: str) -> str | None:
    if intent != "topic-states":
        return None
    if _MONITOR in asked.pairs:
        return "it asks for what another source lists"
    if asked.asks(*_SHARES):
        return "it asks for a share, and no statement tells it"
    nouns = counted(asked.reading.words)
    if nouns and asked.asks(*_MEMBERS):
        return "it asks how many are party to what the topic names"
    of_states = not _STATES.isdisjoint(nouns or asked.words) or asks_names(asked.reading.words)
    if of_states or not (nouns or ("how", "many") in asked.pairs):
        return None
    return "it asks how many, and not of States"


def _numbers_there(asked: Asked, intent: str) -> str | None:
    """The tables tell which States came and how often, not how many people."""
    nouns = counted(asked.reading.words) if intent in KINDS_OF_PRESENCE else ()
    if nouns and _ATTENDING.isdisjoint(nouns):
        return "it asks how many, and not of States or meetings"
    return None


def _when(asked: Asked, intent: str) -> str | None:
    """Since when or in which year something is so is told by a sentence that speaks of it and has a year."""
    of_position = intent == "position" and (asked.asks("will", "shall") or not asked.asks(*POSITION_WORDS))
    if (
        not (intent in _ON_FACTS or of_position)
        or not _asks_when(asked)
        or len(asked.states) != 1
        or asked.asks(*OF_WORDS, *_SPEECH)
    ):
        return None
    subject = [word for word in asked.reading.content_words if word not in _TIMES]
    found = fitting(asked, asked.state)
    if asked.asks("will", "shall"):
        found = tuple(item for item in found if asked.search.share(item, on_subject(asked)) >= HELD)
    elif not found:
        return None
    tells = not subject or any(tells_when(item, subject) for item in found)
    return None if tells else "it asks when, and no statement tells it"


def _asks_when(asked: Asked) -> bool:
    begun = "year" in asked.words and asked.asks(*_BEGINNING)
    return (
        begun
        or not asked.pairs.isdisjoint(_WHICH_YEAR)
        or any(first == "when" and (second in _AUXILIARIES or not second) for first, second in asked.pairs)
    )


def _not_listed(asked: Asked, intent: str) -> str | None:
    """The lists tell who did, and neither who did not nor who did two things at once."""
    if intent not in _OF_LISTS or asked.states:
        return None
    negated = any(first in _NEGATIONS and second in _DOING for first, second in asked.pairs)
    negated = negated or (asked.asks("didnt", "did") and ("not", "vote") in asked.pairs and asked.asks("favour"))
    both = asked.asks(*OF_VOTES) and asked.asks("attended", "attend", "took")
    parties = intent == "vote-list" and asked.asks("parties") and not asked.asks("not", "non", "outside")
    if negated or both or parties or asked.asks("neither", *_REGIONS):
        return "it asks for others than the list has"
    return None


def _letter(asked: Asked, intent: str) -> str | None:
    """Replies are reported, and no letter of a President is quoted."""
    return whole_text(asked, intent) if intent == "letters" and not asked.states else None


def _who_did_not(asked: Asked, intent: str) -> str | None:
    """Lists of those who did something do not tell who did not."""
    if intent not in _OF_DOERS or asked.states or not asked.asks("which", "who", "list", "name", "what", "any"):
        return None
    denied = any(first in _DENYING and second not in _PARTY for first, second in asked.pairs)
    return "it asks who did not, and the list has those who did" if denied else None


def _counted_otherwise(asked: Asked, intent: str) -> str | None:
    """A figure tells neither why nor when nor how long."""
    if asked.count_of(intent) is None or asks_how_many(asked.reading.words):
        return None
    first = asked.reading.words[:1]
    other = (
        ("how", "long") in asked.pairs
        or (first == ("why",) and bool(asked.reading.entities.topics))
        or not asked.pairs.isdisjoint(_WHICH_YEAR)
    )
    return "it asks why, when or how long, and only a number is told" if other else None


def _another_process(asked: Asked, intent: str) -> str | None:
    """The Ottawa Process was no meeting of the tables; nor does a table tell who came for the first time."""
    if intent not in KINDS_OF_PRESENCE:
        return None
    if "process" in asked.words:
        return "it asks of the Ottawa Process, which no participation table has"
    firsts = intent == "attendees" and ("first", "time") in asked.pairs
    return "it asks who came for the first time, which no table tells" if firsts else None


def _another_body(asked: Asked, intent: str) -> str | None:
    elsewhere = "ccw" in asked.reading.entities.topics or asked.asks("un", "nato", "eu", "asean")
    member = intent == "membership" and elsewhere
    return "it asks for membership of something else" if member else None


def _contact(asked: Asked, _intent: str) -> str | None:
    asks = asked.asks(*_CONTACTS) or not asked.pairs.isdisjoint(_EMAIL_ADDRESS)
    return "it asks how to reach somebody" if asks else None


def _payer(asked: Asked, intent: str) -> str | None:
    asks = intent in SPEAKING and asked.asks("who") and asked.asks(*_PAYING)
    return "it asks who paid, which no statement tells" if asks else None


def _all_names(asked: Asked, intent: str) -> str | None:
    """A count without the names of those counted does not answer who they are."""
    count = asked.count_of(intent)
    if count is not None and not count.states and asked.asks("who", "which") and asked.reading.wants_first:
        return "it asks who was first, and only a number is told"
    if count is None or count.states or asks_how_many(asked.reading.words) or not asked.asks("names", "name", "list"):
        return None
    return "it asks who they are, and only their number is told"


def _count_of_another(asked: Asked, intent: str) -> str | None:
    """A figure of one thing does not answer how many there are of another."""
    count = asked.count_of(intent)
    nouns = counted(asked.reading.words)
    if count is None or not nouns:
        return None
    asked_so = asked.knowledge.questions[intent].phrasings
    if any(speaks_of(text, nouns) for text in (count.name, *(figure.says for figure in count.figures), *asked_so)):
        return None
    return f"it asks for a number of {nouns[0]}, and the figure is none of that"


def _ranked(asked: Asked, intent: str) -> str | None:
    """The statements tell nobody's place in a row: "which State was the 40th to ratify"."""
    ranked = intent == "topic-states" and any(_ORDINAL.match(word) for word in asked.words)
    return "it asks for one by its place in a row" if ranked else None


def _in_another(asked: Asked, intent: str) -> str | None:
    """What one State does in another is told only by its statements that name it."""
    if intent not in SPEAKING or len(asked.states) != _PAIR:
        return None
    words = asked.reading.words
    places = [place for place, pair in enumerate(pairwise(words)) if pair == ("in", "{state}")]
    if not any("{state}" in words[:place] for place in places):
        return None
    speaker, other = asked.states
    told = any(names_state(asked, item, other.id) for item in fitting(asked, speaker))
    return None if told else f"no statement of {speaker.name} names {other.name}"


def _outcome(asked: Asked, intent: str) -> str | None:
    ended = ("the", "end") in asked.pairs or asked.asks(*_OUTCOMES)
    if intent not in SPEAKING or not ended or asked.meetings:
        return None
    return "it asks how it went on, which a statement does not tell"


def _on_leaving(asked: Asked, intent: str) -> str | None:
    """What a State says of those that leave is told only by a statement on that."""
    if intent not in ("position", "statement") or not asked.asks(
        "withdrawal", "withdrawals", "withdraw", "withdrew", "withdrawing"
    ):
        return None
    told = any(LEAVING in item.topics for state in asked.states for item in fitting(asked, state))
    return None if told else "it asks for words on leaving, and no statement speaks of it"


def _detail(asked: Asked, intent: str) -> str | None:
    """A name, type or company that no statement of the State holds is not answered by its statements."""
    if intent not in SPEAKING or not asked.states:
        return None
    wanted = [word for word in things(asked.reading.words) if word in DETAILS]
    wanted += [word for word in asked.reading.words if word in _MONEY]
    if not wanted or holding(asked, wanted):
        return None
    return f"it asks for {wanted[0]}, and no statement holds any"


def holding(asked: Asked, nouns: list[str]) -> tuple[Statement, ...]:
    """The statements of the States named that hold most of some words."""
    found = (item for state in asked.states for item in fitting(asked, state))
    return tuple(item for item in found if asked.search.share(item, nouns) >= HELD)


def _mentioned(asked: Asked, intent: str) -> str | None:
    named = asked.reading.entities.topics or not asked.reading.content_words
    if intent == "topic-states" and not named and not mentioning(asked):
        return "no topic is named, and no statement holds the words"
    return None


_RULES: tuple[Callable[[Asked, str], str | None], ...] = (
    untold,
    _reasons_of_presence,
    _reasons_for_leaving,
    _most,
    _numbers_of_mines,
    _numbers_there,
    _when,
    _not_listed,
    _letter,
    _who_did_not,
    _counted_otherwise,
    _another_process,
    _another_body,
    _contact,
    _payer,
    _all_names,
    _count_of_another,
    _ranked,
    _in_another,
    _outcome,
    _on_leaving,
    _detail,
    _mentioned,
)
