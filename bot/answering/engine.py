"""Question in, answer out: the four outcomes in their order (DESIGN, principle 3)."""

import math
from dataclasses import replace
from functools import cached_property

from bot.answering import declining, faq, membership, overview
from bot.answering.answer import Answer, Part, Passage, Text
from bot.answering.answerers import answered
from bot.answering.asking import OF_VOTES, asks_number
from bot.answering.clauses import decide_by_clause
from bot.answering.decision import OTHER_SUBJECT, OTHER_TREATY, SEARCH, TOO_LONG
from bot.answering.draft import Asked, Draft
from bot.answering.fitting import fitting
from bot.answering.leading import in_other_language
from bot.answering.unclear_names import asked_with
from bot.knowledge.model import Knowledge
from bot.matching.completing import Completer
from bot.matching.languages import ENGLISH
from bot.matching.matcher import Matcher
from bot.matching.reading import DECLINE_PREFIX, FAQ_PREFIX, UNHELD_PREFIX, Candidate, Entities, Reading
from bot.matching.search import Hit, PassageSearch
from bot.matching.thresholds import HALF, HIT_SHARE, LEAST_SCORE, LIKELY, MOST_READINGS
from bot.matching.words import ORGANISATIONS, SUBJECT_WORDS

LONGEST_QUESTION = 1_000
"""characters; a longer text is declined"""
SHORT_FOLLOW_UP = 7
"""words of a question after another that may lean on it in a way that is not understood"""
HITS = 3
SEARCH_HITS = 5
_FOUND = "These passages hold the words, best first:"
_FOUND_NOTHING = "No passage of the documents holds these words."


class Engine:
    """Answers questions from one snapshot. Pure, deterministic, safe to share between threads."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self.matcher = Matcher(knowledge)
        self.searcher = PassageSearch(knowledge)

    @cached_property
    def completer(self) -> Completer:
        """Completes names as one types; made when first asked for: the console completes nothing."""
        return Completer(self.knowledge)

    def answer(self, question: str, before: Reading | None = None) -> Answer:
        """The answer to any text; ``before`` is the reading of the previous question, if any."""
        if len(question) > LONGEST_QUESTION:
            reading = Reading(question, TOO_LONG, Entities(), 0.0)
            text = declining.TOO_LONG.format(limit=f"{LONGEST_QUESTION:,}")
            draft = Draft("declined", "Too long", (Text(text),), (), declining.EXAMPLES)
        else:
            # What was asked before may be of an older snapshot, or forged: what is unknown is not carried on.
            leans = before is not None and self._knows(before.entities)
            reading = self.matcher.read(question, before if leans else None)
            asked = Asked(self.knowledge, reading, self.searcher)
            reading, draft = self._draft(asked, follows=leans and len(reading.words) <= SHORT_FOLLOW_UP)
            if draft.suggestions:
                reading = reading._replace(offered=draft.suggestions)
        return as_answer(question, reading, draft)

    def ask(self, intent: str, entities: Entities, question: str = "") -> Answer:
        """The answer of one kind of question about named things, as a slash command asks it.

        ``intent`` is a key of ``answerers.ANSWERERS``, ``faq:<id>`` or ``count-<id>``; ids in ``entities`` must be
        known.
        Raises ``KeyError`` for an unknown intent or id.
        """
        reading = Reading(question, intent, entities, 1.0)
        return as_answer(question, reading, answered(Asked(self.knowledge, reading, self.searcher)))

    def search(self, text: str) -> Answer:
        """The best passages for some words, as search hits; ``no_record`` when none holds them."""
        reading = self.matcher.read(text[:LONGEST_QUESTION])._replace(intent=SEARCH)
        hits = tuple(self.searcher.find(reading.content_words, limit=SEARCH_HITS))
        asked = Asked(self.knowledge, reading, self.searcher)
        return as_answer(
            text, reading, declining.search_hits(asked, hits, "Search", _FOUND if hits else _FOUND_NOTHING)
        )

    def _knows(self, named: Entities) -> bool:
        """Whether the snapshot has all that a reading names."""
        knowledge = self.knowledge
        return (
            knowledge.states.keys() >= {*named.states, *named.about}
            and knowledge.meetings.keys() >= set(named.meetings)
            and knowledge.topics.keys() >= set(named.topics)
            and knowledge.sources.keys() >= set(named.sources)
        )

    def _draft(self, asked: Asked, *, follows: bool) -> tuple[Reading, Draft]:
        asked, decision = decide_by_clause(asked, self.matcher.read)
        if decision.reading is not asked.reading:
            asked = replace(asked, reading=decision.reading)
        if asked.reading.language != ENGLISH:
            return decision.reading, in_other_language(asked, decision.step, answered)
        match decision.step:
            case "help":
                draft = declining.helped(asked)
            case "decline":
                draft = self._declined(asked)
            case "which-name":
                draft = self._unclear_name(asked)
            case "ambiguous":
                draft = self._ambiguous(decision.near)
            case "answer":
                draft = answered(asked)
            case "both":
                draft = faq.entries(asked, [item.intent for item in decision.near])
            case "search":
                draft = self._searched(asked, on_subject=decision.on_subject, follows=follows)
        return decision.reading, draft

    def _declined(self, asked: Asked) -> Draft:
        hits: tuple[Hit, ...] = ()
        several = len(asked.states) > 1  # nobody else's words are shown for them
        if asked.reading.intent == OTHER_TREATY and not several and (names := asked.other_treaty_names):
            state = asked.states[0].id if asked.states else None
            hits = tuple(hit for hit in self.searcher.phrase(names, state=state)[:1])
        return declining.declined(asked, asked.reading.intent, hits)

    def _searched(self, asked: Asked, *, on_subject: bool, follows: bool) -> Draft:
        """Search hits when a State, meeting, topic or two content words are known; else `declined`.

        Of what ``follows`` another question nobody can say that it is on another subject.
        """
        reading = asked.reading
        lead = "I found no direct answer in the documents."
        known = [word for word in reading.content_words if self.searcher.knows(word)]
        on_subject = on_subject or _on_subject(asked)
        named = on_subject or bool(asked.meetings or reading.entities.topics)
        # What is near an answer that the documents do not hold is on the subject, whatever its words.
        named = named or (reading.intent.startswith(UNHELD_PREFIX) and bool(reading.content_words))
        # So is a year without any subject: "what happened in 2014".
        named = named or (bool(asked.years) and not reading.content_words)
        # So is what is like two kinds that each explain every word, or much like one.
        kinds = [item for item in reading.candidates if not item.intent.startswith(DECLINE_PREFIX)]
        alike = sum(item.score >= LEAST_SCORE and item.coverage >= 1 for item in kinds) > 1
        much = any(item.score >= LIKELY and item.coverage >= HALF for item in kinds)
        named = named or (bool(reading.content_words) and (alike or much))
        state = asked.states[0] if asked.states else None
        # A State alone is enough; one with statements not for what no document has a word of: "best soup in Hanoi".
        of_else = bool(reading.content_words) and not known and not asks_number(asked)
        of_state = state is not None and not (of_else and state.statements)
        if not (named or of_state) and (state or len(known) < 2):
            return declining.unclear_follow_up() if follows else declining.declined(asked, OTHER_SUBJECT)
        if len(asked.states) > 1:
            return self._searched_each(asked, known, lead)
        if state is not None and not state.statements:
            if not state.editions:
                return membership.listed_nowhere(asked, state, lead, f"{state.title}: no direct answer")
            return replace(overview.overview(asked), outcome="no_record", title=f"{state.title}: no direct answer")
        least = 1 if state or len(known) == len(reading.content_words) else 2
        needed = max(least, math.ceil(len(reading.content_words) * HIT_SHARE))
        found = self.searcher.find(known, state=state.id if state else None, limit=HITS)
        hits = tuple(hit for hit in found if hit.words_found >= needed)
        if hits:
            return declining.search_hits(asked, hits, "No direct answer", f"{lead} These passages mention some of it:")
        if not (named or state):
            return declining.unclear_follow_up() if follows else declining.declined(asked, OTHER_SUBJECT)
        if state is not None:
            nearest = replace(overview.overview(asked), outcome="no_record", title=f"{state.title}: no direct answer")
            return replace(nearest, parts=(Text(f"{lead} What they hold on {state.name}:"), *nearest.parts))
        return declining.search_hits(asked, (), "No direct answer", lead)

    def _searched_each(self, asked: Asked, words: list[str], lead: str) -> Draft:
        """For each of several States a statement on the topic named, or its best passage that fits the rest."""
        topics = set(asked.reading.entities.topics)
        parts: list[Part] = []
        for state in asked.states[:MOST_READINGS]:
            then = fitting(asked, state)
            on_topic = [item for item in then if not topics.isdisjoint(item.topics)][:1]
            hits = [Hit(1.0, 1, item, item.citations[0]) for item in on_topic]
            # All of its statements: the best ones may be of another time than the one asked for.
            found = self.searcher.find(words, state=state.id, limit=max(HITS, len(state.statements)))
            hits = hits or [hit for hit in found if hit.statement in then][:1]
            nothing = Text(f"No statement of {state.name} here holds the words asked for.")
            parts += [declining.as_passage(asked, hit) for hit in hits] or [nothing]
        asks = tuple(f"tell me about {state.name}" for state in asked.states[:MOST_READINGS])
        if any(isinstance(part, Passage) for part in parts):
            lead += " These passages of each State mention some of it:"
        return Draft("no_record", "No direct answer", (Text(lead), *parts), (), asks)

    def _unclear_name(self, asked: Asked) -> Draft:
        words, states = asked.reading.near_names[0]
        names = [self.knowledge.states[state].name for state in states[:MOST_READINGS]]
        text = f'Which State is "{words}"? It could be {" or ".join(names)}.'
        return Draft("ambiguous", "Which State?", (Text(text),), (), asked_with(asked.reading.question, words, names))

    def _ambiguous(self, near: tuple[Candidate, ...]) -> Draft:
        asks = tuple(self.knowledge.faq[item.intent.removeprefix(FAQ_PREFIX)].record.question for item in near)
        return Draft("ambiguous", "Which do you mean?", (Text("That could be one of these questions:"),), (), asks)


def _on_subject(asked: Asked) -> bool:
    """Whether a question names the treaty, mines, votes, a document or an organisation of the field."""
    reading = asked.reading
    return (
        reading.names_treaty
        or any(word.startswith(("article", "action")) for word in reading.words)
        or asked.asks_any(OF_VOTES)
        or asked.asks_any(SUBJECT_WORDS | ORGANISATIONS)
        or bool(reading.entities.channels or reading.entities.sources)
    )


def as_answer(question: str, reading: Reading, draft: Draft) -> Answer:
    """A draft with its question and reading."""
    return Answer(
        question=question,
        outcome=draft.outcome,
        reading=reading,
        title=draft.title,
        parts=draft.parts,
        further=draft.further,
        suggestions=draft.suggestions,
    )
