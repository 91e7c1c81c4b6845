"""Question in, answer out: the four outcomes in their order (DESIGN, principle 3)."""

from dataclasses import replace
from functools import cached_property, partial

from bot.answering import declining
from bot.answering.answer import Answer, Text
from bot.answering.answerers import answered
from bot.answering.choice.clauses import decide_by_clause
from bot.answering.choice.decision import OTHER_TREATY, SEARCH, TOO_LONG, Decision
from bot.answering.choice.excepting import by_exception
from bot.answering.choice.halves import by_halves
from bot.answering.choice.what_about import what_about_another
from bot.answering.draft import Asked, Draft
from bot.answering.families import faq
from bot.answering.leading import in_other_language
from bot.answering.searching import searched
from bot.answering.unclear_names import asked_with
from bot.knowledge.model import Knowledge
from bot.matching.completing import Completer
from bot.matching.languages import ENGLISH
from bot.matching.matcher import Matcher
from bot.matching.reading import FAQ_PREFIX, Candidate, Entities, Reading
from bot.matching.search import Hit, PassageSearch
from bot.matching.thresholds import MOST_READINGS

LONGEST_QUESTION = 1_000
"""characters; a longer text is declined"""
SHORT_FOLLOW_UP = 7
"""words of a question after another that may lean on it in a way that is not understood"""
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
            if draft.suggestions and draft.suggestions != declining.EXAMPLES[: len(draft.suggestions)]:
                reading = reading._replace(offered=draft.suggestions)
            if reading.intent == "last-participation" and len(asked.states) == 1 and draft.outcome == "answered":
                reading = reading._replace(told_of=_last_meetings(asked))
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
        of_one = partial(self._draft_of_one, follows=follows)
        return what_about_another(asked, self.matcher.read, of_one) or of_one(asked)

    def _draft_of_one(self, asked: Asked, *, follows: bool) -> tuple[Reading, Draft]:
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
                return by_halves(asked, self.matcher.read, understood_as=asked.reading.intent) or (
                    decision.reading,
                    answered(asked),
                )
            case "both":
                draft = faq.entries(asked, [item.intent for item in decision.near])
            case "search":
                return self._searched(asked, decision, follows=follows)
        return decision.reading, draft

    def _searched(self, asked: Asked, decision: Decision, *, follows: bool) -> tuple[Reading, Draft]:
        """Two questions in one, or a list that leaves somebody out; else search hits."""
        found = by_halves(asked, self.matcher.read) or by_exception(asked, self.matcher.read)
        return found or (decision.reading, searched(asked, on_subject=decision.on_subject, follows=follows))

    def _declined(self, asked: Asked) -> Draft:
        hits: tuple[Hit, ...] = ()
        several = len(asked.states) > 1  # nobody else's words are shown for them
        if asked.reading.intent == OTHER_TREATY and not several and (names := asked.other_treaty_names):
            state = asked.states[0].id if asked.states else None
            hits = tuple(hit for hit in self.searcher.phrase(names, state=state)[:1])
        return declining.declined(asked, asked.reading.intent, hits)

    def _unclear_name(self, asked: Asked) -> Draft:
        words, states = asked.reading.near_names[0]
        names = [self.knowledge.states[state].name for state in states[:MOST_READINGS]]
        text = f'Which State is "{words}"? It could be {" or ".join(names)}.'
        return Draft("ambiguous", "Which State?", (Text(text),), (), asked_with(asked.reading.question, words, names))

    def _ambiguous(self, near: tuple[Candidate, ...]) -> Draft:
        asks = tuple(self.knowledge.faq[item.intent.removeprefix(FAQ_PREFIX)].record.question for item in near)
        return Draft("ambiguous", "Which do you mean?", (Text("That could be one of these questions:"),), (), asks)


def _last_meetings(asked: Asked) -> tuple[str, ...]:
    """The meeting in which a State last took part, by the newest edition asked for."""
    last = asked.editions_or_all_of(asked.state)[0].last_meeting
    return (last,) if last else ()


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
