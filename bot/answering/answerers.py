"""What answers each kind of question."""

from collections.abc import Callable

from bot.answering import declining
from bot.answering.answer import Text
from bot.answering.draft import Asked, Draft
from bot.answering.families import (
    absentees,
    attendance,
    attendees,
    comparing,
    conditions,
    documents,
    faq,
    figures,
    in_document,
    meetings,
    membership,
    not_party,
    overview,
    people,
    reports,
    statements,
    topics,
    votes,
)
from bot.answering.left_out import with_left_out
from bot.matching.reading import COUNT_PREFIX, FAQ_PREFIX

_SPOKEN = frozenset({"statement", "position", "attendance", "topic-state", "meeting-statements"})

ANSWERERS: dict[str, Callable[[Asked], Draft]] = {
    "absentees": absentees.absentees,
    "article7": reports.article7,
    "attendance": attendance.attendance,
    "attendance-totals": attendees.attendance_totals,
    "attendees": attendees.attendees,
    "bilateral": reports.bilateral,
    "compare": comparing.compare,
    "edition-changes": comparing.edition_changes,
    "help": declining.helped,
    in_document.KIND: in_document.in_document,
    "last-at": attendees.last_at,
    "last-participation": attendance.last_participation,
    "letters": reports.letters,
    "meeting-info": meetings.meeting_info,
    "meeting-statements": meetings.meeting_statements,
    "membership": membership.membership,
    "never-participated": attendees.never_participated,
    "no-information": reports.no_information_list,
    "opinion": declining.opinion,
    "overview": overview.overview,
    "position": statements.position,
    "silence": attendees.silence,
    "sources": documents.sources,
    "statement": statements.statement,
    "states-not-party": not_party.states_not_party,
    conditions.CONDITIONS: conditions.table_conditions,
    "topic-state": topics.topic_state,
    "topic-states": topics.topic_states,
    "vote": votes.vote,
    "vote-list": votes.vote_list,
}
"""every kind of question in ``knowledge/questions``, but for counts and declines"""
NEEDS_STATE = frozenset("statement position topic-state attendance last-participation overview membership vote".split())
"""kinds that have no answer without a State: each of their phrasings must name one"""
OF_ONE_STATE = (NEEDS_STATE - {"vote"}) | frozenset(
    "letters article7 bilateral no-information edition-changes never-participated".split()
)
"""kinds that are answered State by State when a question names several; votes are at times told side by side"""


def answered(asked: Asked) -> Draft:
    """The answer of the kind of question that was understood, with what it leaves out of what is named."""
    return with_left_out(asked, _answered(asked))


def _answered(asked: Asked) -> Draft:
    intent = asked.reading.intent
    if asked.reading.entities.unknown_meetings:
        return meetings.unknown_meeting(asked)
    if intent in NEEDS_STATE and not asked.states:
        return Draft(
            "no_record", "Which State?", (Text("Which State is meant? Please name it."),), (), declining.EXAMPLES
        )
    spoke = bool(asked.states and asked.state.statements)
    if spoke and (
        people.asks_who_at(asked)
        or (intent in _SPOKEN and people.asks_for_people(asked))
        or (intent.startswith(FAQ_PREFIX) and people.asks_for_office(asked))
    ):
        return people.no_people(asked)
    if intent.startswith(FAQ_PREFIX):
        return faq.faq(asked)
    if intent.startswith(COUNT_PREFIX):
        return figures.count(asked)
    one_by_one = intent in OF_ONE_STATE or (intent == "vote" and votes.is_told_apart(asked))
    if one_by_one and len(asked.states) > 1:
        return comparing.each(asked, ANSWERERS[intent])
    return ANSWERERS[intent](asked)
