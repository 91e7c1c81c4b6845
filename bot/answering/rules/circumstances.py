"""When, how long, where, why and how it ended: rules for ``withholding`` on what a State's statements tell of a deed.

A statement may speak of the very thing asked about, and tell no year, place or reason of it.
"""

import re

from bot.answering.asking import BEGINNING, OF_WORDS, WHICH_DAY, WHICH_YEAR
from bot.answering.claims import claims, deeds_asked, gave_up
from bot.answering.draft import Asked
from bot.answering.fitting import HELD, fitting, on_subject
from bot.answering.rules.ruling import on, seconds
from bot.answering.rules.topic_ids import ACCESSION, DESTRUCTION
from bot.answering.sentences import tells_duration, tells_when
from bot.knowledge.model import Statement
from bot.matching.reading import SPEAKING
from bot.matching.words import AUXILIARIES, OF_DATES, POSITION_WORDS

_OUTCOMES = frozenset("eventually finally outcome finish finished".split())
_DONE = {(fully, done) for fully in ("fully", "all") for done in ("destroyed", "cleared")} | {("by", "now")}
"""words that ask how something went on"""
_ON_FACTS = frozenset({"statement", "topic-state"})
_PLANNING = frozenset("plan plans planned planning".split())
_TO_COME = _PLANNING | {"will", "shall"}
"""words on what a State means to do"""
_PROMISED = frozenset("promise promised pledge pledged announce announced commit committed decide decided".split())
_PROMISING = ("promise", "pledge", "announce", "commit", "decide", "approve", "aspiration")
"""words of a sentence that tells when a State promised to join"""
_OF_JOINING = frozenset("join joining accede ratify sign".split())
_JOINING = ("accede", "accession", "join", "party", "ratify")
"""words of a sentence that tells when a State joins"""
_DENIED = frozenset("export import produce make manufacture sell transfer".split())
"""what States say that they do not do, or no longer"""
_TURNS = frozenset("ban stop cease resume lay withdraw leave start begin end lift halt renounce".split())
"""what a State is asked why it did, as if it had"""
_SAYING = OF_WORDS | frozenset(
    """
    speak spoke talk talked mention mentioned announce announced declare declared explain explained reason reasons vote
    voted discuss seminar meeting conference delivered made position find read stand stands stood info
    information letter
    """.split()
)
"""words by which a question asks where something was said, or where a State wants it discussed"""
_COMING_FROM = frozenset("from come comes came get got originate origin originally".split())
_PLACES = re.compile(r"(?i)\b(?:borders?|frontiers?|defence lines|on its territories|peninsula|training centres)\b")
"""what a statement calls a place of mines"""
_ORIGINS = re.compile(r"(?i)\b(?:were left|planted by|placed by)\b")
"""words of a statement on where mines come from"""
_DECREEING = frozenset("announced declared imposed ordered proposed decided approved introduced wrote promised".split())
"""what a person or an office does for a State"""
_OFFICES = re.compile(r"\b(?:President|Minister|Ministry|Cabinet|Congress|Parliament|Hural|King|Prime)\b")
"""persons and offices that a statement names"""
_AFTER_WHEN = AUXILIARIES | {"{state}", ""}
"""what follows a "when" that asks; "when the conflict is over" does not"""
_SPEECH = frozenset(
    """
    speak spoke speech explanation explain explained eov letter info information isu ask asked deny denied respond
    response write wrote written talk talked mention mentioned complain complained criticise criticised oppose opposed
    claim claimed invoke invoked admit admitted reply replied
    """.split()
)
"""words on where something was said, which has its date"""
_ENDED = frozenset("ended expired lapsed lifted".split())
_ENDING = _ENDED | frozenset("end ends ending expire expires lapse lift lifts".split())
_CEASING = frozenset("stop stopped cease ceased halt halted".split())
"""words on what a State gave up"""
_CEASED = (*_CEASING, "moratorium")
"""words of a statement for that: a moratorium is the end of what it is on"""
_RUN_OUT = {("run", "out"), ("runs", "out"), ("ran", "out")}
"""ends too, in two words"""
_STOPPING = ("stopped", "ceased", "halted", "expires")
"""words of a statement for an end, beside those of the question"""
_TIMES = frozenset("first last exactly start started starting begin began ago long".split())
"""words on the time asked for, not on the thing"""


@on("position", *_ON_FACTS, words=OF_DATES)
def _when(asked: Asked, intent: str) -> str | None:
    """Since when or in which year something is so is told by a sentence that speaks of it and has a year."""
    if len(asked.states) != 1 or not _asks_when(asked) or asked.asks(*OF_WORDS, *_SPEECH):
        return None
    promised = asked.asks_any(_PROMISED) and (ACCESSION in asked.reading.entities.topics or asked.asks_any(_OF_JOINING))
    of_position = asked.asks_any(POSITION_WORDS - _TO_COME) and asked.pairs.isdisjoint(WHICH_YEAR)
    if intent == "position" and of_position and not (promised or asked.asks_any(_TO_COME)):
        return None
    found, subject = fitting(asked, asked.state), _subject(asked)
    if promised:
        subject = _PROMISING
    elif asked.asks_any(_PLANNING):
        subject = _JOINING
    elif asked.asks_any(_TO_COME):
        found = tuple(item for item in found if asked.search.share(item, on_subject(asked)) >= HELD)
    elif not found:
        return None
    if asked.asks_any(_CEASING) and deeds_asked(asked):
        if any(claims(asked, item) for item in found):
            return None  # it never did
        found = tuple(item for item in found if gave_up(asked, item))
    tells = not subject or any(tells_when(item, subject) for item in found)
    return None if tells else "it asks when, and no statement tells it"


def _subject(asked: Asked) -> tuple[str, ...]:
    """The words of which a sentence has one that tells when: those of an end, or of what is asked about."""
    ending = [word for word in asked.reading.words if word in _ENDING]
    if ending or not asked.pairs.isdisjoint(_RUN_OUT):
        return (*ending, *_STOPPING)
    if asked.asks_any(_CEASING):
        return _CEASED
    return tuple(word for word in asked.reading.content_words if word not in _TIMES)


def _asks_when(asked: Asked) -> bool:
    begun = asked.asks("year", "date") and asked.asks_any(BEGINNING | _ENDED)
    return (
        begun
        or not asked.pairs.isdisjoint(WHICH_YEAR)
        or ("year", "of") in asked.pairs
        or any(first == "when" and second in _AFTER_WHEN for first, second in asked.pairs)
    )


@on(*SPEAKING, words={"long"})
def _how_long(asked: Asked, _intent: str) -> str | None:
    """How long something lasts is told by a sentence that speaks of it and has a time."""
    if ("how", "long") not in asked.pairs or len(asked.states) != 1 or asked.asks("what", *OF_WORDS):
        return None
    found = fitting(asked, asked.state)
    subject = [word for word in asked.reading.content_words if word not in _TIMES]
    told = not subject or any(tells_duration(item, subject) for item in found)
    return None if told else "it asks how long, and no statement tells it"


@on(*SPEAKING, words={"day"})
def _which_day(asked: Asked, _intent: str) -> str | None:
    """On which day something was said is told of statements whose date has one."""
    asks = not asked.pairs.isdisjoint(WHICH_DAY) and bool(asked.states)
    dates = (date for state in asked.states for item in fitting(asked, state) for date in item.dates)
    told = not asks or any(len(date) > len("2017-10") for date in dates)
    return None if told else "it asks for a day, and statements are told with their year"


@on(*SPEAKING, words={"where"})
def _place(asked: Asked, _intent: str) -> str | None:
    """Where mines are, or come from, is told by few; where something was said, of every statement."""
    if asked.asks_any(_SAYING) or asked.reading.words[-2:] == ("where", "{state}"):
        return None
    of_origin = asked.asks_any(_COMING_FROM)
    told = _ORIGINS if of_origin else _PLACES
    found = _on_record(asked)
    if DESTRUCTION in asked.reading.entities.topics:
        found = tuple(item for item in found if DESTRUCTION in item.topics)
    if any(told.search(citation.quote or "") for item in found for citation in item.citations):
        return None
    return f"it asks where mines {'come from' if of_origin else 'are'}, and no statement tells it"


@on(*SPEAKING, words=_DECREEING)
def _by_whom(asked: Asked, _intent: str) -> str | None:
    """Who announced or ordered something is told by a statement that names a person or an office."""
    who = any(first == "who" and second in _DECREEING for first, second in asked.pairs)
    if not who or len(asked.states) != 1 or not asked.state.statements:
        return None
    told = any(
        _OFFICES.search(citation.quote or "") for item in fitting(asked, asked.state) for citation in item.citations
    )
    return None if told else "it asks who announced or ordered it, and no statement tells it"


@on(*SPEAKING, words={"why"})
def _why_it_did(asked: Asked, _intent: str) -> str | None:
    """Why a State did what no statement of it says that it did: "why did Cuba stop using mines"."""
    words = asked.reading.words
    place = words.index("why")
    if words[place + 1 : place + 3] != ("did", "{state}"):
        return None
    verbs = words[place + 3 : place + 5]  # a noun may stand before it: "why did its moratorium end"
    turns = [verb for verb in verbs if verb in _TURNS]
    told = any(asked.search.share(item, turns) for item in _on_record(asked))
    if _DENIED.isdisjoint(verbs[:1]) and (told or not turns):
        return None
    return f"it asks why a State did something ({' '.join(verbs)}), and no statement says that it did"


def _on_record(asked: Asked) -> tuple[Statement, ...]:
    """All statements of the States named."""
    return tuple(item for state in asked.states for item in state.statements)


@on(*SPEAKING, words=_OUTCOMES | {"end"} | seconds(_DONE))
def _outcome(asked: Asked, _intent: str) -> str | None:
    ended = ("the", "end") in asked.pairs or asked.asks_any(_OUTCOMES) or not asked.pairs.isdisjoint(_DONE)
    if not ended or asked.meetings:
        return None
    return "it asks how it went on, which a statement does not tell"


ON_CIRCUMSTANCES = (_when, _which_day, _how_long, _place, _by_whom, _why_it_did, _outcome)
"""in the order in which they are asked"""
