"""When votes are asked for, whatever kind of question it looks like: rules for ``rerouting``."""

from bot.answering.asking import (
    OF_EXPLANATIONS,
    OF_REASONS,
    OF_VOTES,
    OF_WORDS,
    asks_for_votes,
    asks_how_voted,
    asks_of_parties,
)
from bot.answering.draft import Asked
from bot.answering.rules.ruling import Rule, on
from bot.answering.rules.shared import Rerouted, as_kind
from bot.answering.rules.together import several_facts
from bot.knowledge.status_tables import VOTE_YEAR
from bot.matching.reading import SPEAKING

_LIKE = frozenset("with like alongside besides same else other others together apart too also".split())
"""words that ask who voted as a State did"""
_OF_STATES = frozenset(
    """
    count-states-not-party count-states-parties states-not-party meeting-statements meeting-info attendees last-at
    attendance-totals topic-states silence table-conditions
    """.split()
)
"""kinds of question on several States, none of them named"""
_ON_RESOLUTION = frozenset("resolution against yes committee".split())


@on("vote", *SPEAKING, words=OF_REASONS | OF_EXPLANATIONS)
def reasons_of_a_vote(asked: Asked, intent: str) -> Rerouted | None:
    """The explanation of a vote, when its reasons are asked for."""
    of_vote = intent == "vote" or (asked.asks_any(OF_VOTES) and asked.asks("explain", "explained"))
    if not of_vote or asks_how_voted(asked) or not asked.states:
        return None
    of_recorded = not asked.asks(*OF_EXPLANATIONS, "explain", "explained", "explains")
    if of_recorded and intent == "vote" and _of_recorded_year(asked):
        return None  # why it voted as the table has it is told by an explanation of that vote, or by none
    wrong = asked.reading.entities.votes
    if wrong and not any(edition.vote in wrong for state in asked.states for edition in state.editions):
        return None  # why it did what it did not do: how it voted is the answer
    years = asked.years or tuple(meeting.year for meeting in asked.meetings if meeting.year)
    entities = asked.reading.entities._replace(channels=("explanation_of_vote",), meetings=(), years=years)
    return asked.reading._replace(intent="statement", entities=entities), "it asks for the reasons of a vote"


def _of_recorded_year(asked: Asked) -> bool:
    """Whether the vote asked for is the one on record, or none of another year."""
    years = {*asked.years, *(meeting.year for meeting in asked.meetings if meeting.year)}
    return years <= {VOTE_YEAR}


@on("attendance", *SPEAKING)
def vote_of(asked: Asked, intent: str) -> Rerouted | None:
    """The vote of the States named."""
    against = "against" in asked.reading.entities.votes
    if not asked.states or not (against or asked.asks_any(OF_VOTES)):
        return None
    if intent == "topic-state" and (votes_and_words := several_facts(asked)) and votes_and_words[0].intent == intent:
        return None  # its vote is told beside its words
    in_vote = intent == "attendance" and asked.asks("vote", "ballot") and not asked.of_convention
    committee = (
        asked.at_committee
        or in_vote
        or "first_committee" in asked.reading.entities.channels
        or asked.asks("resolution")
    )
    for_or_against = committee and against and not asked.asks_any(OF_WORDS)
    if (intent != "attendance" or committee) and (for_or_against or asks_for_votes(asked) or asks_how_voted(asked)):
        return as_kind(asked, "vote", "it asks for the vote")
    return None


@on("vote", words={"who", "which"})
def likewise(asked: Asked, _intent: str) -> Rerouted | None:
    """Who voted as a State did, or several: the list of their votes."""
    if not asked.states or not (asked.asks_any(_LIKE) or ("voted", "as") in asked.pairs):
        return None
    voted = (edition.vote for state in asked.states for edition in state.editions[:1] if edition.vote != "none")
    votes = tuple(dict.fromkeys(voted))
    supposed = asked.reading.entities.votes
    if supposed and not set(votes) & set(supposed):
        return None  # it did not vote so: how it voted is the answer
    votes = tuple(vote for vote in votes if not supposed or vote in supposed)
    entities = asked.reading.entities._replace(states=(), votes=votes)
    return (
        (asked.reading._replace(intent="vote-list", entities=entities), "it asks who voted likewise") if votes else None
    )


@on(*_OF_STATES)
def votes_of_all(asked: Asked, _intent: str) -> Rerouted | None:
    """The list of votes, when no State is named."""
    if asked.states:
        return None
    asks = asks_for_votes(asked) or (bool(asked.reading.entities.votes) and asked.asks_any(_ON_RESOLUTION))
    if asks and not asked.of_convention and not asks_of_parties(asked):
        return as_kind(asked, "vote-list", "it asks how States voted")
    return None


@on("vote", words={"oppose", "opposes", "opposed", "opposing"})
def opposed(asked: Asked, _intent: str) -> Rerouted | None:
    """Whether a State opposes the treaty itself is told by its words, not by its vote on a resolution."""
    of_vote = asked.asks_any(OF_VOTES) or asked.asks("resolution", "assembly", "un", "often")
    of_vote = of_vote or asked.at_committee or VOTE_YEAR in asked.years
    of_treaty = asked.asks("treaty", "convention", "ban")
    return as_kind(asked, "position", "it asks whether it opposes the treaty") if of_treaty and not of_vote else None


ON_VOTES: tuple[Rule[Rerouted], ...] = (reasons_of_a_vote, opposed, vote_of, likewise)
