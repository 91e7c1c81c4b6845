"""A question behind a preamble: "I'm doing a school project: is Brazil in the treaty?"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice
from typing import Protocol

from bot.answering.choice.deciding import decide
from bot.answering.choice.decision import Decision
from bot.answering.choice.framing import unframed
from bot.answering.draft import Asked
from bot.matching.languages import ENGLISH
from bot.matching.reading import Reading
from bot.matching.tokens import keys_of, tokenise


class Read(Protocol):
    """Reads a question, beside the reading of one before."""

    def __call__(self, question: str, before: Reading | None = None, /) -> Reading: ...


_ENDS = re.compile(r"(?<=[.!?:;])\s+|\s+[-–—]\s+|,\s+")
_OF_ONESELF = frozenset(
    "i im ive my we our hi hello hey hiya sorry morning evening thanks quick newbie dear bot".split()
)
_IN_A_HURRY = frozenset("asking friend urgent asap hurry notes boss".split())
_INTERROGATIVES = frozenset("what which where when who whose why how".split())
"""words that no preamble has: what stands before the comma is the question itself"""
_FROM = re.compile(
    r"^\W*(?:\w+\W+){0,3}?"
    r"(?:(?:i['’]?m|i am|we['’]?re|we are)\s+(?:(?:an?\s+\w+\s+)?from|(?:living|working|studying)\s+in)"
    r"|(?:i|we)\s+(?:live|work|study)\s+in|as\s+an?)"
    r"\s+(?P<place>[^:,;.!?]{2,40})[:,;.!?]\s+(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""where the asker is from: "I'm from Israel: who abstained?" asks nothing of Israel"""
_ASKERS = (
    "delegation office team colleague colleagues friend friends ambassador journalist ngo mission tv reporter".split()
)
_BY_ASKER = re.compile(
    rf"^\W*(?P<place>[^:,;.!?]{{0,40}}?\b(?:{'|'.join(_ASKERS)})\b[^:,;.!?]{{0,25}}?)"
    r"(?:[:,;.!]\s+|\s+(?:asks?|asked|wants?|needs?|wonders?|is asking|are asking|would like)\b"
    r"(?:\s+(?:to know|for))?[:,]?\s+)"
    r"(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
"""who asks: "the Indian delegation asks who attended 16MSP", "our office in Kenya needs the list ..." """
_SPEAKERS = frozenset({"i", "we", "were", "as"})
"""words that ``_FROM`` begins with, "we're" as it is compared"""
_ASKING_FOR_OTHERS = frozenset(_ASKERS)
_LEANING = frozenset("we our us ours my i me it its they their them there he she home country".split())
"""words that lean on what stands before"""
_OF_OTHERS = frozenset("who which many list".split())
"""words that ask of other States than one's own"""
_GREETINGS = frozenset({"decline-chatter", "help"})
MOST_CLAUSES = 6
"""clauses that are read: a long text has hundreds"""
_FEWEST_WORDS = 3
"""words of a clause that may be the question"""


def decide_by_clause(asked: Asked, read: Read) -> tuple[Asked, Decision]:
    """The decision for a question; when it is not understood, for what follows words on the asker, with all names."""
    of_rest = _without_origin(asked, read) if asked.reading.language == ENGLISH else None
    if of_rest and (by_rest := decide(of_rest)).step == "answer":
        return of_rest, by_rest
    decision = decide(asked)
    greeted = decision.reading.intent in _GREETINGS
    if not (decision.step == "search" or greeted) or asked.reading.language != ENGLISH:
        return asked, decision
    question = asked.reading.question
    clauses = dict.fromkeys(chain([unframed(question)], _after_preamble(question)))
    for clause in islice(clauses, MOST_CLAUSES):
        if clause == question:
            continue
        reading = read(clause)
        if not _asks_something(reading):
            continue
        if not _LEANING.isdisjoint(reading.words) and not reading.entities.states:
            reading = read(clause, asked.reading)  # "... meet the Tongan delegation. did they vote?"
        if not _named(asked.reading) <= _named(reading):
            continue
        of_clause = replace(asked, reading=reading._replace(question=asked.reading.question))
        by_clause = decide(of_clause)
        if by_clause.step == "answer" and by_clause.reading.intent not in _GREETINGS:
            return of_clause, by_clause
    return asked, decision


def _asks_something(reading: Reading) -> bool:
    """Whether there is a subject, or a name with words on it: "how r u" and "from Kathmandu" ask nothing."""
    return bool(reading.content_words) or (bool(reading.mentions) and len(reading.words) >= _FEWEST_WORDS)


def _without_origin(asked: Asked, read: Read) -> Asked | None:
    """The question without words on the State where the asker is from, when it asks of others; None otherwise."""
    question = asked.reading.question
    found = None if asked.words.isdisjoint(_SPEAKERS) else _FROM.match(question)
    if found is None and not asked.words.isdisjoint(_ASKING_FOR_OTHERS):
        found = _BY_ASKER.match(question)
    if found is None:
        return None
    place, rest = read(found["place"]), read(unframed(found["rest"]))
    # "As a deminer" names a topic, and asks nothing of it.
    named = _named(place).difference(place.entities.topics)
    only_a_state = named == frozenset(place.entities.states) and bool(place.entities.states)
    of_others = bool(rest.entities.states) or not _OF_OTHERS.isdisjoint(rest.words)
    if not only_a_state or not of_others or not _LEANING.isdisjoint(rest.words):
        return None
    return replace(asked, reading=rest._replace(question=asked.reading.question))


def _after_preamble(question: str) -> Iterator[str]:
    """What follows a clause that tells of the asker, or stands before one."""
    for found in _ENDS.finditer(question):
        before = tokenise(question[: found.start()]).key_set
        after = question[found.end() :]
        if (
            not _OF_ONESELF.isdisjoint(before)
            and _INTERROGATIVES.isdisjoint(before)
            and len(after.split()) >= _FEWEST_WORDS
        ):
            yield after
        if not _OF_ONESELF.union(_IN_A_HURRY).isdisjoint(keys_of(after)):
            yield question[: found.start()]


def _named(reading: Reading) -> frozenset[str]:
    """All that a reading names, carried on from the question before or not."""
    entities = reading.entities
    carried = {*entities.states, *entities.meetings, *entities.topics, *map(str, entities.years)}
    # Every question is on the treaty, whether it is named or not.
    return frozenset({mention.id for mention in reading.mentions if mention.kind != "treaty"} | carried)
