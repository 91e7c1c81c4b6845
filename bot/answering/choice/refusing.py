"""What is declined: dangerous asks, orders, other subjects and other treaties (DESIGN, principle 3)."""

from collections.abc import Sequence

from bot.answering.asking import OF_WORDS
from bot.answering.choice.choosing import chosen
from bot.answering.choice.decision import INSTRUCTIONS, OTHER_SUBJECT, OTHER_TREATY, Decision, by
from bot.answering.draft import Asked
from bot.answering.fitting import fitting, on_subject
from bot.matching.reading import DANGEROUS_KIND, DECLINE_PREFIX, FAQ_PREFIX, Candidate, Reading
from bot.matching.thresholds import BESIDE_UNHELD, DECLINED, STATEMENT_COVERAGE, SURER, understood
from bot.matching.words import ORGANISATIONS

_TASKS = frozenset(
    """
    write rewrite draft invent email translate compose send sing draw book order post delete forget pretend remind
    hack phish spoof steal
    """.split()
)
_OF_MENTION = frozenset("mention mentions mentioned about too also speak speaks talk talks view position".split())
_OF_PARTIES = frozenset("join joined ratify ratified sign signed accede acceded party member vote voted".split())
_PARTIES_TO = {(first, second) for first in ("party", "parties", "outside") for second in ("to", "the")} | {
    ("members", "of"),
    ("joined", "the"),
    ("ratified", "the"),
}
_SETTING = ("set", "a")
"""a reminder, an alarm; to set out a position is to tell it"""
_CLAIMING = {("write", "that"), ("say", "that")}
"""begin what is to be said, whatever is on record; "can I say that India is a party" asks whether it is"""
_SPEAKERS = frozenset({"i", "we"})
_SENDING = {("send", "me"), ("send", "us")}
"""a way to ask what somebody said"""
_AFTER_NOUN = frozenset("address addresses date dates resolution text up in of from for {year}".split())
_ADDRESSING = frozenset("please pls plz can could would will you now hey hi ok just kindly i want to need u".split())
_INSTRUCTIONS = frozenset(
    """
    instructions instruction recipe diy tutorial homemade household assemble defuse disarm blueprint schematic
    improvised
    """.split()
)
_MAKING = frozenset(
    "lay laying bury hide make making build building produce construct plant explode defuse disarm trigger".split()
)
_HANDLING = frozenset("mark fence clear remove touch move dig dispose neutralise neutralize".split())
"""what nobody is to do with a mine on advice of a bot"""
_WAYS = frozenset("best pattern way ways method place spacing depth".split())
_TO_LAY = {("to", laying) for laying in ("lay", "bury", "hide", "plant", "place")}
_PLACED_ELSEWHERE = frozenset("pressure markers signs emphasis trust".split())
"""what is placed, and is no mine"""
_OTHER_DEEDS = {("build", "support"), ("stop", "using"), ("stop", "laying"), ("are", "cleared"), ("get", "cleared")}
"""deeds of a campaign: "how to make armed groups stop using mines" """
_ONESELF = frozenset("i my me we our".split())
_ANYBODY = frozenset("someone somebody anyone anybody one".split())
_BUYING = frozenset({"buy", "purchase"})
_EVADING = frozenset("past cross lay bury hide".split())
"""what is done with a mine or a minefield in secret"""
_EXPLOSIVES = frozenset(
    """
    mine mines minefield minefields landmine landmines bomb bombs explosive explosives detonator fuse ied booby
    """.split()
)


def refusal(asked: Asked, best: Candidate) -> Decision | None:
    """The decision to decline a question, or to answer what a State said of another treaty; None for neither."""
    reading = asked.reading
    if _asks_for_instructions(asked):
        return Decision("decline", reading._replace(intent=DANGEROUS_KIND), why="it may be a dangerous ask")
    if reading.entities.other_treaties and _told_of_by_the_state(asked):
        told = reading._replace(intent="statement")
        return Decision("answer", told, why="the State's own statement names that treaty")
    if _is_declined(asked, best) and not _said_by_a_state(asked, best):
        return Decision("decline", by(reading, best), why=f"{best.intent} scores {best.score:.2f}, from {DECLINED}")
    of_parties = (bool(asked.states) and asked.asks_any(_OF_PARTIES)) or (
        asked.asks("who", "which", "many") and not asked.pairs.isdisjoint(_PARTIES_TO)
    )
    if reading.entities.other_treaties and (of_parties or not _about_this_treaty(reading)):
        return Decision("decline", reading._replace(intent=OTHER_TREATY), why="it names another treaty")
    if _is_a_task(reading.words):
        work = reading._replace(intent=INSTRUCTIONS)
        return Decision("decline", work, why="it asks for work, not for what is on record")
    return None


def _is_declined(asked: Asked, best: Candidate) -> bool:
    """Whether a question is likest to what is no treaty question."""
    if not best.intent.startswith(DECLINE_PREFIX) or best.score < DECLINED:
        return False
    if best.intent.startswith(OTHER_SUBJECT) and asked.reading.entities.topics:
        # A subject of this treaty is named: a kind of question that is as near and explains every word is meant.
        rival = chosen(asked)
        return rival is None or best.score - rival.score > SURER or rival.coverage < 1
    if best.intent == OTHER_TREATY and not asked.reading.entities.other_treaties:
        # No other treaty is named: a kind of question that is as near and explains every word is meant.
        rival = chosen(asked)
        return rival is None or best.score - rival.score > BESIDE_UNHELD or rival.coverage < 1
    return not best.intent.startswith(OTHER_SUBJECT) or not asked.asks_any(ORGANISATIONS)


def _asks_for_instructions(asked: Asked) -> bool:
    """Whether it is asked how to make, buy or handle a mine or a bomb, or to get past one, in whatever words."""
    if not asked.asks_any(_EXPLOSIVES):
        return False
    if asked.asks_any(_BUYING) and asked.asks("where", "how") and asked.asks_any(_ONESELF | _ANYBODY):
        return True  # whatever State is named
    if ("where", "to") in asked.pairs and asked.asks_any(_BUYING) and not asked.states:
        return True
    if ("way", "to") in asked.pairs and asked.asks_any(_EVADING):
        return True
    told = ("how", "did") in asked.pairs and not asked.asks_any(
        _ONESELF | {"you", "one"}
    )  # what others did is no advice
    by_what_means = asked.asks("how") and not (told or asked.asks("many", "much", "long", "ban"))
    by_what_means = by_what_means and asked.pairs.isdisjoint(_OTHER_DEEDS)
    how = by_what_means and (asked.asks_any(_MAKING) or (asked.asks_any(_HANDLING) and asked.asks_any(_ONESELF)))
    to_lay = not asked.pairs.isdisjoint(_TO_LAY) and not asked.asks_any(_PLACED_ELSEWHERE)
    how = how or (asked.asks_any(_WAYS) and to_lay)
    of_states = asked.states or asked.asks("which", "who", "states", "countries", "treaty", "convention")
    return (how or asked.asks_any(_INSTRUCTIONS)) and not of_states


def _told_of_by_the_state(asked: Asked) -> bool:
    """Whether a statement of the one State named, that fits the rest of the question, names the other treaty."""
    speaks = asked.asks(*OF_WORDS, *_OF_MENTION) or asked.meetings or asked.years or asked.reading.entities.channels
    if len(asked.states) != 1 or not speaks or asked.asks_any(_OF_PARTIES):
        return False
    fits = fitting(asked, asked.state)
    return any(hit.statement in fits for hit in asked.search.phrase(asked.other_treaty_names, state=asked.state.id))


def _is_a_task(words: Sequence[str]) -> bool:
    """Whether a question begins as an order: "draft an email ...", "can you translate ..."."""
    asked_for = [word for word in words if word not in _ADDRESSING]
    if tuple(asked_for[:2]) in _CLAIMING:
        before = words[: words.index(asked_for[0])]
        return _SPEAKERS.isdisjoint(before) or "you" in before
    if tuple(asked_for[:2]) == _SETTING:
        return True
    if _TASKS.isdisjoint(words):
        return False
    # "email address of the ISU" is no order.
    if tuple(asked_for[:2]) in _SENDING:
        return False
    return bool(asked_for) and asked_for[0] in _TASKS and not (set(asked_for[1:2]) & _AFTER_NOUN)


def _said_by_a_state(asked: Asked, best: Candidate) -> bool:
    """Whether what looks like another subject stands in a statement of the year or meeting that is named."""
    if not best.intent.startswith(OTHER_SUBJECT) or not (asked.meetings or asked.years):
        return False
    subject = on_subject(asked)
    return bool(subject) and any(
        asked.search.share(item, subject) >= STATEMENT_COVERAGE
        for state in asked.states
        for item in fitting(asked, state)
    )


def _about_this_treaty(reading: Reading) -> bool:
    """Whether the question is on this treaty though it names another one too."""
    best = reading.candidates[0] if reading.candidates else None
    named = reading.names_treaty
    return named or (best is not None and best.intent.startswith(FAQ_PREFIX) and understood(best))
