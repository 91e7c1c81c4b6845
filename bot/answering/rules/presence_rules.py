"""Rules for ``rerouting`` on who was where: there, not there, last, silent, or party at all."""

from bot.answering.asking import (
    OF_EXPLANATIONS,
    OF_PRESENCE,
    OF_VOTES,
    OF_WORDS,
    asks_around_meeting,
    asks_for_absence,
    asks_for_presence,
    asks_of_parties,
    asks_who_never_returned,
)
from bot.answering.draft import Asked
from bot.answering.families.attendance import ticks_after
from bot.answering.rules.ruling import Rule, on, seconds
from bot.answering.rules.shared import LAST_MEETING, Rerouted, as_kind
from bot.answering.time_limits import is_of_whole_table
from bot.matching.denial import OF_SPEAKING, denied
from bot.matching.words import ABSTAINING

_OF_STANDING = frozenset("party parties member members joined signed ratified acceded".split())
_OF_CONVENTION = {("participation", "in"), ("participate", "in")}
_LAST_WORDS = {
    (last, said)
    for last in ("last", "latest")
    for said in ("statement", "statements", "said", "say", "spoke", "speak", "spoken", "words", "speech")
}
_IN_IT = {("in", "convention"), ("in", "the"), ("outside", "the"), ("out", "of")}


@on("attendees", "absentees")
def _absent(asked: Asked, intent: str) -> Rerouted | None:
    """Who was there and who was not are asked in nearly the same words."""
    if asked.states:
        return None
    if asks_for_absence(asked) and (asked.at_committee or asked.asks_any(OF_VOTES)):
        entities = asked.reading.entities._replace(votes=("not_present",))
        return asked.reading._replace(intent="vote-list", entities=entities), "it asks who was absent from the vote"
    if intent == "absentees" and not asks_for_absence(asked):
        return as_kind(asked, "attendees", "it asks who was there")
    if intent == "attendees" and len(asked.meetings) == 1 and asks_for_absence(asked) and not asks_of_parties(asked):
        return as_kind(asked, "absentees", "it asks who was not there")
    return None


@on("attendees", "absentees", "attendance-totals")
def _never_back(asked: Asked, _intent: str) -> Rerouted | None:
    """Who came to a meeting and never again is asked of those whose last participation it was."""
    asks = len(asked.meetings) == 1 and not asked.states and asks_who_never_returned(asked)
    asks = asks and bool(asked.of_convention) and not (asked.years or asks_of_parties(asked))
    edition = asked.editions[0].id
    came_back = asks and any(
        ticks_after(asked.knowledge, entry)
        for entry in asked.knowledge.not_party(edition).values()
        if entry.last_meeting == asked.meetings[0].id
    )
    asks = asks and not came_back  # the tables tick some of them later than their last participation
    return as_kind(asked, "last-at", "it asks who came there and not again") if asks else None


@on("attendees", "last-at", words={"since"})
def _since_the_tables(asked: Asked, _intent: str) -> Rerouted | None:
    """Who took part since the meeting with which the participation tables begin is told by their totals."""
    first, _ = asked.knowledge.tabled_years
    begins = len(asked.meetings) == 1 and asked.meetings[0].year == first and not asks_for_absence(asked)
    begins = begins and not asks_who_never_returned(asked)
    asks = begins and not asked.states and asks_around_meeting(asked)
    asks = asks and not asked.asks_any(_OF_STANDING)
    return as_kind(asked, "attendance-totals", "it asks since the tables begin") if asks else None


@on("position")
def _at_a_meeting(asked: Asked, _intent: str) -> Rerouted | None:
    """A position at a meeting is what was said there."""
    there = len(asked.states) == 1 and bool(asked.of_convention)
    return as_kind(asked, "statement", "it asks for a position at a meeting") if there else None


@on("attendance", "last-participation", words={"participation", "participate"})
def _in_convention(asked: Asked, _intent: str) -> Rerouted | None:
    """Participation in the Convention is being a party to it, and no attendance."""
    in_it = "convention" in asked.words and not asked.pairs.isdisjoint(_OF_CONVENTION)
    if in_it and not asked.meetings and not asked.asks("meeting", "meetings"):
        return as_kind(asked, "position", "it asks for participation in the Convention")
    return None


@on("attendance-totals")
def _of_years(asked: Asked, _intent: str) -> Rerouted | None:
    """Who attended in a year is asked of its meetings; how often somebody did, of all."""
    first, last = asked.knowledge.tabled_years
    since, until = asked.reading.years_range or (min(asked.years, default=first), max(asked.years, default=last))
    whole = asked.reading.years_range is not None or asked.asks("every", "all", "each")
    to_last = (until or last) >= last or bool(asked.sources)  # "in the 2014-2018 table"
    from_first = whole and (since or 0) <= first and to_last
    of_years = bool(asked.years) and not (from_first or is_of_whole_table(asked))
    return as_kind(asked, "attendees", "it asks who attended in that year") if of_years else None


@on("compare")
def _standing_of_each(asked: Asked, _intent: str) -> Rerouted | None:
    """Whether several States are in the treaty is no comparison of all that they are on record with."""
    asks = asked.asks_any(_OF_STANDING) or not asked.pairs.isdisjoint(_IN_IT)
    asks = asks and not asked.asks(*OF_VOTES, *OF_WORDS, "position", "positions", "compare")
    return as_kind(asked, "membership", "it asks whether they are party") if asks else None


@on("meeting-statements", "vote-list")
def _explained(asked: Asked, intent: str) -> Rerouted | None:
    """Who explained a vote is asked of explanations of vote, and not of all statements of the year."""
    votes = asked.asks("vote", "votes", *ABSTAINING) and asked.asks("explained", "explain", *OF_EXPLANATIONS)
    all_votes = intent == "vote-list" and not asked.reading.entities.votes
    if not (intent == "meeting-statements" or all_votes) or asked.reading.entities.channels or not votes:
        return None
    entities = asked.reading.entities._replace(channels=("explanation_of_vote",))
    asked_for = asked.reading._replace(entities=entities, intent="meeting-statements")
    return asked_for, "it asks for explanations of vote"


@on("last-participation", "never-participated")
def _missed_years(asked: Asked, _intent: str) -> Rerouted | None:
    missed = bool(asked.states) and "never" not in asked.words and asks_for_absence(asked)
    return as_kind(asked, "attendance", "it asks when it was not there") if missed else None


@on("attendees", words={"said", "spoke"})
def _spoke_there(asked: Asked, _intent: str) -> Rerouted | None:
    """Who came and spoke is asked of those who spoke."""
    spoke = bool(asked.meetings) and "and" in asked.words
    spoke = spoke and not asked.states and not denied(asked.acts, OF_SPEAKING)
    return as_kind(asked, "meeting-statements", "it asks who came and spoke") if spoke else None


@on("meeting-statements", "attendees")
def _silent(asked: Asked, _intent: str) -> Rerouted | None:
    """Who made no statement at a meeting, or is not quoted there, is asked of those who came."""
    if asked.states or not asked.meetings or not denied(asked.acts, OF_SPEAKING):
        return None
    return as_kind(asked, "silence", "it asks who came and said nothing that is on record")


@on("attendance", words=seconds(LAST_MEETING))
def _last_of_all(asked: Asked, _intent: str) -> Rerouted | None:
    """Whether a meeting is the last that a State attended is told by its last participation."""
    asks = bool(asked.meetings) and not asked.pairs.isdisjoint(LAST_MEETING)
    return as_kind(asked, "last-participation", "it asks for the last meeting") if asks else None


@on("last-participation", words=seconds(_LAST_WORDS))
def _last_words(asked: Asked, _intent: str) -> Rerouted | None:
    """The last statement of a State is what it said last, not when it came last."""
    asks = bool(asked.states) and not asked.asks_any(OF_PRESENCE)
    if not asks or asked.pairs.isdisjoint(_LAST_WORDS):
        return None
    return asked.reading._replace(intent="statement", wants_latest=True), "it asks for the last statement"


@on("statement", words=OF_PRESENCE)
def _presence(asked: Asked, _intent: str) -> Rerouted | None:
    if asked.states and asked.meetings and asks_for_presence(asked):
        return as_kind(asked, "attendance", "it asks for attendance")
    return None


ON_PRESENCE: tuple[Rule[Rerouted], ...] = (
    _never_back,
    _since_the_tables,
    _absent,
    _at_a_meeting,
    _in_convention,
    _of_years,
    _standing_of_each,
    _explained,
    _missed_years,
    _spoke_there,
    _silent,
    _last_of_all,
    _last_words,
    _presence,
)
"""in the order in which they are asked"""
