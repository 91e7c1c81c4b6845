"""The files ``faq/<id>.yaml`` and ``questions/<intent>.yaml``: what may be asked, in which words."""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, WithJsonSchema

from bot.knowledge.schema.values import Identifier, Line, Quotation, Record


class Claim(Record):
    """One claim of an FAQ answer, in our own words, with the passages that it rests on."""

    says: Line
    """one sentence in our own words"""
    evidence: Annotated[tuple[Quotation, ...], Field(min_length=1)]
    """the passages that it rests on"""


class AcceptedPhrasing(Record):
    """A phrasing that the matcher gives to another question, and why it stands."""

    code: Literal["read-elsewhere", "duplicate-phrasing"]
    about: Line
    """the phrasing, as it stands in this file"""
    why: Line


_WORDS = re.compile(r"(?:\{[a-z]+\}|[a-z0-9]+)(?: (?:\{[a-z]+\}|[a-z0-9]+))*")


def _words(text: str) -> str:
    if not _WORDS.fullmatch(text):
        raise ValueError('words of a question are written in small letters, without punctuation, such as "no longer"')
    return text


_WORDS_SCHEMA = {"type": "string", "pattern": f"^{_WORDS.pattern}$"}
Words = Annotated[str, AfterValidator(_words), WithJsonSchema(_WORDS_SCHEMA)]
"""a word of a question, or some in a row: ``signed``, ``no longer``; ``{state}`` is any State's name"""


class Untold(Record):
    """What is asked in like words and not told: a question with these words is not answered by the entry."""

    why: Line
    """what is asked for, and what is told: "it asks for methods given up, and those in use are told\" """
    words: Annotated[tuple[Words, ...], Field(min_length=1)]
    """of which one stands in the question"""
    beside: tuple[Words, ...] = ()
    """of which one stands there too, if there are any"""
    unless: tuple[Words, ...] = ()
    """of which none stands there"""
    also: tuple[Identifier, ...] = ()
    """ids of counts, from ``treaty.yaml``, that do not answer such a question either"""
    example: Line
    """a question of that sort"""


class FaqRecord(Record):
    id: Identifier
    """the name of this file"""
    question: Line
    """the title of the answer: a whole question"""
    phrasings: Annotated[tuple[Line, ...], Field(min_length=1)]
    """other ways in which people put it; ten are good"""
    answer: Annotated[tuple[Claim, ...], Field(min_length=1)]
    """sentence by sentence, each with its evidence"""
    topics: tuple[Identifier, ...] = ()
    """ids of what it is about, from ``topics.yaml``"""
    related: tuple[Identifier, ...] = ()
    """ids of FAQ entries that a reader may want next"""
    untold: tuple[Untold, ...] = ()
    """what is asked in like words and not told here"""
    accepted: tuple[AcceptedPhrasing, ...] = ()
    """findings of ``treatybot check`` that stand, each with its reason"""


class QuestionsRecord(Record):
    """The phrasings of one kind of question; names stand as ``{state}``, ``{meeting}`` ..."""

    id: Identifier
    """the name of this file: the kind of question"""
    about: Line
    """what is asked, for maintainers and for ``ambiguous`` answers"""
    phrasings: Annotated[tuple[Line, ...], Field(min_length=1)]
    """ways to put it, names as ``{state}``, ``{meeting}``, ``{year}``, ``{source}`` or ``{topic}``"""
    phrasings_fr: tuple[Line, ...] = ()
    """the same in French; without them the kind is not understood in French"""
    phrasings_es: tuple[Line, ...] = ()
    """the same in Spanish"""
    accepted: tuple[AcceptedPhrasing, ...] = ()
    """findings of ``treatybot check`` that stand, each with its reason"""
