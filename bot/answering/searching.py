"""What is nearest to a question that no kind of question answers: search hits, and no answer (DESIGN, principle 3)."""

import math
from dataclasses import replace

from bot.answering import declining
from bot.answering.answer import Part, Passage, Text
from bot.answering.asking import OF_REASONS, OF_VOTES, OF_WORDS, asks_number
from bot.answering.choice.decision import OTHER_SUBJECT
from bot.answering.draft import Asked, Draft
from bot.answering.families import membership, overview
from bot.answering.fitting import fitting
from bot.knowledge.model import State
from bot.matching.reading import DECLINE_PREFIX, UNHELD_PREFIX
from bot.matching.search import Hit
from bot.matching.thresholds import HALF, HIT_SHARE, LEAST_SCORE, LIKELY, MOST_READINGS
from bot.matching.words import ORGANISATIONS, SUBJECT_WORDS

_HITS = 3
_LEAD = "I found no direct answer in the documents."
_OF_VIEWS = OF_WORDS | OF_REASONS | {"rationale"}
_FEWEST = 2
"""known words from which a question that names nothing is searched for"""


def searched(asked: Asked, *, on_subject: bool, follows: bool) -> Draft:
    """Search hits when a State, meeting, topic or two content words are known; else `declined`.

    Of what ``follows`` another question nobody can say that it is on another subject.
    """
    known = [word for word in asked.reading.content_words if asked.search.knows(word)]
    on_subject = on_subject or _on_subject(asked) or _is_near(asked)
    state = asked.states[0] if asked.states else None
    # A State alone is enough; one of the tables not for what no document has a word of: "best soup in Hanoi".
    of_else = bool(asked.reading.content_words) and not known and not (asks_number(asked) or asked.asks_any(_OF_VIEWS))
    of_state = state is not None and not (of_else and state.editions)
    if not (on_subject or of_state) and (state or len(known) < _FEWEST):
        return _other_subject(asked, follows=follows)
    if len(asked.states) > 1:
        return _of_each(asked, known)
    if state is not None and not state.statements:
        return _of_silent(asked, state)
    if hits := _hits(asked, known, state):
        return declining.search_hits(asked, hits, "No direct answer", f"{_LEAD} These passages mention some of it:")
    if state is not None:
        nearest = replace(overview.overview(asked), outcome="no_record", title=f"{state.title}: no direct answer")
        return replace(nearest, parts=(Text(f"{_LEAD} What they hold on {state.name}:"), *nearest.parts))
    return (
        declining.search_hits(asked, (), "No direct answer", _LEAD)
        if on_subject
        else _other_subject(asked, follows=follows)
    )


def _is_near(asked: Asked) -> bool:
    """Whether a question is on the subject by what it is like, or by what it names."""
    reading = asked.reading
    if asked.meetings or reading.entities.topics:
        return True
    if not reading.content_words:
        return bool(asked.years)  # a year without any subject: "what happened in 2014"
    # What is near an answer that the documents do not hold; like two kinds that each explain every word; much like one.
    kinds = [item for item in reading.candidates if not item.intent.startswith(DECLINE_PREFIX)]
    alike = sum(item.score >= LEAST_SCORE and item.coverage >= 1 for item in kinds) > 1
    much = any(item.score >= LIKELY and item.coverage >= HALF for item in kinds)
    return reading.intent.startswith(UNHELD_PREFIX) or alike or much


def _other_subject(asked: Asked, *, follows: bool) -> Draft:
    return declining.unclear_follow_up() if follows else declining.declined(asked, OTHER_SUBJECT)


def _of_silent(asked: Asked, state: State) -> Draft:
    """What is known of a State that made no statement on record."""
    title = f"{state.title}: no direct answer"
    if not state.editions:
        return membership.listed_nowhere(asked, state, _LEAD, title)
    return replace(overview.overview(asked), outcome="no_record", title=title)


def _hits(asked: Asked, known: list[str], state: State | None) -> tuple[Hit, ...]:
    """The best passages that hold enough of the words, of the State named if one is."""
    words = asked.reading.content_words
    least = 1 if state or len(known) == len(words) else _FEWEST
    needed = max(least, math.ceil(len(words) * HIT_SHARE))
    found = asked.search.find(known, state=state.id if state else None, limit=_HITS)
    return tuple(hit for hit in found if hit.words_found >= needed)


def _of_each(asked: Asked, words: list[str]) -> Draft:
    """For each of several States a statement on the topic named, or its best passage that fits the rest."""
    topics = set(asked.reading.entities.topics)
    parts: list[Part] = []
    for state in asked.states[:MOST_READINGS]:
        then = fitting(asked, state)
        on_topic = [item for item in then if not topics.isdisjoint(item.topics)][:1]
        hits = [Hit(1.0, 1, item, item.citations[0]) for item in on_topic]
        # All of its statements: the best ones may be of another time than the one asked for.
        found = asked.search.find(words, state=state.id, limit=max(_HITS, len(state.statements)))
        hits = hits or [hit for hit in found if hit.statement in then][:1]
        nothing = Text(f"No statement of {state.name} here holds the words asked for.")
        parts += [declining.as_passage(asked, hit) for hit in hits] or [nothing]
    asks = tuple(f"tell me about {state.name}" for state in asked.states[:MOST_READINGS])
    found_any = any(isinstance(part, Passage) for part in parts)
    lead = f"{_LEAD} These passages of each State mention some of it:" if found_any else _LEAD
    return Draft("no_record", "No direct answer", (Text(lead), *parts), (), asks)


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
