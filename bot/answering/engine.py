"""Question in, answer out: the four outcomes in their order (DESIGN, principle 3)."""

from collections.abc import Callable

from bot.answering import (
    attendance,
    attendees,
    comparing,
    declining,
    documents,
    faq,
    figures,
    meetings,
    membership,
    overview,
    reports,
    statements,
    topics,
    votes,
)
from bot.answering.answer import Answer, Text
from bot.answering.draft import Asked, Draft
from bot.answering.wording import and_list
from bot.knowledge.model import Knowledge
from bot.matching.matcher import FAQ_PREFIX, Matcher
from bot.matching.reading import Candidate, Reading
from bot.matching.search import Hit, PassageSearch
from bot.matching.thresholds import DECLINED, MOST_READINGS, NEAR, UNDERSTOOD, UNKNOWN_SHARE

LONGEST_QUESTION = 1_000
"""characters; a longer text is declined"""
HITS = 3
_DECLINE = "decline-"

ANSWERERS: dict[str, Callable[[Asked], Draft]] = {
    "article7": reports.article7,
    "attendance": attendance.attendance,
    "attendees": attendees.attendees,
    "bilateral": reports.bilateral,
    "compare": comparing.compare,
    "edition-changes": comparing.edition_changes,
    "help": declining.helped,
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
    "states-not-party": membership.states_not_party,
    "topic-state": topics.topic_state,
    "topic-states": topics.topic_states,
    "vote": votes.vote,
    "vote-list": votes.vote_list,
}
"""every kind of question in ``knowledge/questions``, but for counts and declines"""


class Engine:
    """Answers questions from one snapshot. Pure, deterministic, safe to share between threads."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._matcher = Matcher(knowledge)
        self._search = PassageSearch(knowledge)

    def answer(self, question: str, before: Reading | None = None) -> Answer:
        """The answer to any text; ``before`` is the reading of the previous question, if any."""
        if len(question) > LONGEST_QUESTION:
            reading = Reading(question, "too-long", self._matcher.read("").entities, 0.0)
            text = declining.TOO_LONG.format(limit=f"{LONGEST_QUESTION:,}")
            draft = Draft("declined", "Too long", (Text(text),), (), declining.EXAMPLES)
        else:
            reading = self._matcher.read(question, before)
            draft = self._draft(Asked(self.knowledge, reading))
        return Answer(
            question=question,
            outcome=draft.outcome,
            reading=reading,
            title=draft.title,
            parts=draft.parts,
            further=draft.further,
            suggestions=draft.suggestions,
        )

    def _draft(self, asked: Asked) -> Draft:
        reading = asked.reading
        if not reading.words:
            return declining.helped(asked)
        if reading.intent.startswith(_DECLINE) and reading.score >= DECLINED:
            return self._declined(asked)
        if reading.near_names:
            return self._unclear_name(asked)
        if not self._understood(reading):
            return self._not_understood(asked)
        if near := _near_readings(reading):
            return self._ambiguous(asked, near)
        return self._answered(asked)

    def _answered(self, asked: Asked) -> Draft:
        intent = asked.reading.intent
        if intent.startswith(FAQ_PREFIX):
            return faq.faq(asked)
        if intent.startswith(figures.PREFIX):
            return figures.count(asked)
        return ANSWERERS[intent](asked)

    def _understood(self, reading: Reading) -> bool:
        known, unknown = len(reading.content_words), len(reading.unknown_words)
        if unknown and unknown / (known + unknown) > UNKNOWN_SHARE and reading.score < 2 * UNDERSTOOD:
            return False
        return reading.score >= UNDERSTOOD

    def _declined(self, asked: Asked) -> Draft:
        intent = asked.reading.intent
        hits: tuple[Hit, ...] = ()
        if intent == "decline-other-treaty":
            hits = tuple(hit for hit in self._search.find(asked.reading.words, limit=1) if hit.words_found >= 2)
        return declining.declined(asked, intent, hits)

    def _not_understood(self, asked: Asked) -> Draft:
        """Search hits when a State, meeting, topic or two content words are known; else `declined`."""
        reading = asked.reading
        names = reading.entities.states or reading.entities.meetings or reading.entities.topics
        if not names and len(reading.content_words) < 2:
            return declining.declined(asked, "decline-other-subject")
        state = asked.states[0] if asked.states else None
        hits = tuple(self._search.find(reading.content_words, state=state.id if state else None, limit=HITS))
        lead = "I found no direct answer in the documents."
        if state is not None and not state.statements:
            return (
                membership.listed_nowhere(asked, state, lead, "No direct answer")
                if not state.editions
                else overview.overview(asked)
            )
        if not hits:
            hits = tuple(self._search.find(reading.content_words, limit=HITS)) if state is None else ()
        if not hits:
            return declining.search_hits(asked, (), "No direct answer", lead)
        return declining.search_hits(asked, hits, "No direct answer", f"{lead} These passages mention some of it:")

    def _unclear_name(self, asked: Asked) -> Draft:
        words, states = asked.reading.near_names[0]
        names = [asked.knowledge.states[state].name for state in states[:MOST_READINGS]]
        text = f'Which State is "{words}"? It could be {" or ".join(names)}.'
        asks = tuple(asked.reading.question.replace(words, name) for name in names)
        return Draft("ambiguous", "Which State?", (Text(text),), (), asks)

    def _ambiguous(self, asked: Asked, near: tuple[Candidate, ...]) -> Draft:
        subjects = [self._about(candidate.intent) for candidate in near]
        names = and_list(state.title for state in asked.states)
        text = f"That could be a question about {' or about '.join(subjects)}."
        asks = tuple(f"{names}: {subject}" if names else subject for subject in subjects)
        return Draft("ambiguous", "Which do you mean?", (Text(text),), (), asks)

    def _about(self, intent: str) -> str:
        if intent.startswith(FAQ_PREFIX):
            return self.knowledge.faq[intent.removeprefix(FAQ_PREFIX)].record.question
        return self.knowledge.questions[intent].about


def _near_readings(reading: Reading) -> tuple[Candidate, ...]:
    """The readings really near each other, when the best one does not stand out."""
    if len(reading.candidates) < 2 or reading.score > 1 - 2 * NEAR:
        return ()
    best = reading.candidates[0].score
    near = tuple(item for item in reading.candidates[:MOST_READINGS] if best - item.score < NEAR)
    return near if len(near) > 1 else ()
