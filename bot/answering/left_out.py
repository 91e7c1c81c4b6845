"""What a question names beside others, and its answer does not tell of.

"How did India vote in 2016 and 2017" is answered by the one vote on record, of 2017: without a word on 2016 the
answer would seem to be of both.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from bot.answering.answer import Listing, Part, Passage, Text
from bot.answering.draft import Asked, Draft
from bot.answering.wording import and_list, as_of, capital, the

_OF_DOCUMENTS = frozenset("paper papers document documents edition editions report reports".split())
"""words by which a year may be that of an edition"""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OF_MEETINGS = frozenset("statement attendance attendees absentees meeting-statements meeting-info".split())
Named = tuple[str, tuple[str, ...]]
"""what a question names, as a sentence has it, and the words that tell of it"""


def with_left_out(asked: Asked, draft: Draft) -> Draft:
    """An answer with a sentence on the years and meetings that the question names and the answer leaves out."""
    if draft.outcome != "answered":
        return draft
    if dated := _of_another_year(asked):
        draft = replace(draft, parts=(Text(dated), *draft.parts))
    named = [*_years(asked), *_meetings(asked)]
    if len(named) < 2:
        return draft  # what tells nothing of the only one is another kind's matter
    text = _text(asked, draft)
    left = [name for name, words in named if not any(word in text for word in words)]
    if not left or len(left) == len(named):
        return draft
    return replace(draft, parts=(*draft.parts, Text(f"This answer tells nothing of {and_list(left)}.")))


def _of_another_year(asked: Asked) -> str | None:
    """When the only meeting named was, where the question has it in another year: "who attended 15MSP in 2017"."""
    if asked.reading.intent not in _OF_MEETINGS or len(asked.of_convention) != 1 or asked.reading.years_range:
        return None
    mentions = [mention for mention in asked.reading.mentions if mention.kind == "meeting"]
    if len(mentions) != 1 or asked.sources:
        return None
    meeting = asked.of_convention[0]
    typed = {int(year) for year in _YEAR.findall(mentions[0].words)}.union(asked.years)
    if len(typed) != 1 or meeting.year in (None, *typed):
        return None
    return f"{capital(the(meeting))} was not in {typed.pop()}."


def _years(asked: Asked) -> Iterator[Named]:
    of_editions = asked.sources or asked.reading.intent == "edition-changes" or asked.asks_any(_OF_DOCUMENTS)
    if asked.reading.years_range is None and not of_editions:
        for year in asked.years:
            yield str(year), (str(year),)


def _meetings(asked: Asked) -> Iterator[Named]:
    if asked.asks("president", "presidents"):
        return  # "the 16MSP President" is a person
    for meeting in asked.of_convention:
        yield the(meeting), (meeting.short, meeting.name)


def _text(asked: Asked, draft: Draft) -> str:
    """All that an answer says, without the names and dates of the documents themselves."""
    text = "\n".join(chain([draft.title], *map(_words, draft.parts)))
    for source in asked.knowledge.editions:
        text = text.replace(source.short, "").replace(as_of(source), "")
    return text


def _words(part: Part) -> Iterator[str]:
    match part:
        case Text(text=text):
            yield text
        case Passage(paragraphs=paragraphs, attribution=attribution, lead=lead):
            yield from (*paragraphs, attribution or "", lead or "")
        case Listing(heading=heading, items=items):
            yield heading
            yield from (item.text for item in items)
