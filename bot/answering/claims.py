"""What a State claims of itself in so many words: that it never did something, that it keeps a moratorium.

A statement marked with a topic speaks of it, whatever it says. Who "has never used mines" or "has a moratorium on use"
is told only by a sentence that says just that of just that deed.
"""

import re
from collections.abc import Iterable, Iterator

from bot.answering.draft import Asked
from bot.knowledge.model import Statement

_DEEDS = {
    "production": re.compile(r"(?i)\bproduc|\bmanufactur"),
    "use": re.compile(r"(?i)\bus(?:e|ed|es|ing)\b"),
    "stockpile": re.compile(r"(?i)\bstockpil|\bsupplies\b|\bstocks\b"),
    "transfer": re.compile(r"(?i)\bexport|\btransfer"),
}
"""by topic, the words of the deed in a statement"""
_LAYING = re.compile(r"(?i)\b(?:laid|laying|deploy|plant|placed)")
"""words of a statement for use, beside that word"""
_ASKED_DEEDS = {
    "production": frozenset("produce produced produces producing production make made makes manufacture".split()),
    "use": frozenset("use used uses using laid lay lays planted deployed".split()),
    "stockpile": frozenset("stockpile stockpiled stockpiles stockpiling stocks".split()),
    "transfer": frozenset(
        """
        export exports exported exporting transfer transferred transfers transferring trade traded trading sold sell
        selling
        """.split()
    ),
}
"""by topic, the words of the deed in a question"""
_NEVER = re.compile(r"(?i)\bnever\b")
_CLAIM_ENDS = re.compile(r"(?i)\band (?:does|do|did|is|are|has|have|destroy|enforc)|\bhowever\b|;")
"""where a claim is over: "never produced ... and doesn't retain the option" """
_NOR = re.compile(r"(?i)\bnor\b")
_MORATORIUM = re.compile(r"(?i)\bmoratori")
_GIVEN_UP = re.compile(r"(?i)\bmoratori|\bstopped\b|\bceas|\bhalted\b|\bno longer\b")
_OF_OTHERS = re.compile(r"(?i)\bwelcom")
"""a sentence on moratoria that other States declared"""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\(\.\.\.\)")
MORATORIUM = frozenset({"moratorium", "moratoria", "moratoriums"})


def claimed(asked: Asked) -> bool:
    """Whether a claim is asked for: "who has never used mines", "which States have a moratorium"."""
    return "never" in asked.words or asked.asks_any(MORATORIUM)


def deeds_asked(asked: Asked) -> frozenset[str]:
    """The deeds, by the topics that they are, which the words of a question name."""
    return frozenset(topic for topic, words in _ASKED_DEEDS.items() if not asked.words.isdisjoint(words))


def speaks_of_deeds(asked: Asked, items: Iterable[Statement]) -> bool:
    """Whether one of some statements has a word of each deed asked for; a topic is wider than that."""
    deeds = deeds_asked(asked).intersection(asked.reading.entities.topics)
    quotes = [citation.quote or "" for item in items for citation in item.citations]
    return all(
        any(_DEEDS[deed].search(quote) or (deed == "use" and _LAYING.search(quote)) for quote in quotes)
        for deed in deeds
    )


def told_in_editions(asked: Asked, item: Statement) -> bool:
    """Whether the wordings of the editions asked for speak of each deed that is a topic of the question.

    A statement is marked with a topic whichever edition has the words on it.
    """
    told = list(_sentences(asked, item))
    deeds = [_DEEDS[topic] for topic in asked.reading.entities.topics if topic in _DEEDS]
    return all(any(deed.search(text) for text in told) for deed in deeds)


def of_that_time(asked: Asked, item: Statement) -> bool:
    """Whether a moratorium is of the years asked for, by the years in the sentences that tell of it."""
    told = (text for text in _sentences(asked, item) if _MORATORIUM.search(text))
    years = tuple(int(year) for text in told for year in _YEAR.findall(text))
    return bool(years) and asked.in_years(years)


def claims(asked: Asked, item: Statement) -> bool:
    """Whether a statement claims what is asked for, of each deed asked for."""
    deeds = deeds_asked(asked)
    if asked.asks_any(MORATORIUM):
        of_them = any if "or" in asked.words else all
        return any(
            not deeds or of_them(_DEEDS[deed].search(text) for deed in deeds) for text in _moratoria(asked, item)
        )
    never = list(_never(_sentences(asked, item)))
    return bool(deeds) and all(any(_DEEDS[deed].search(text) for text in never) for deed in deeds)


def on_moratorium(asked: Asked, items: Iterable[Statement]) -> frozenset[str]:
    """The deeds asked for on which some statements tell of a moratorium, be it not on all of them."""
    told = [text for item in items for text in _moratoria(asked, item)]
    return frozenset(deed for deed in deeds_asked(asked) if any(_DEEDS[deed].search(text) for text in told))


def _moratoria(asked: Asked, item: Statement) -> Iterator[str]:
    """The clauses of a statement that tell of a moratorium of the speaker's own."""
    for text in _sentences(asked, item):
        for clause in _CLAIM_ENDS.split(text):
            if _MORATORIUM.search(clause) and not _OF_OTHERS.search(clause):
                yield clause


def gave_up(asked: Asked, item: Statement) -> bool:
    """Whether a sentence tells of an end of, or a moratorium on, each deed asked for."""
    told = [text for text in _sentences(asked, item) if _GIVEN_UP.search(text)]
    return any(all(_DEEDS[deed].search(text) for deed in deeds_asked(asked)) for text in told)


def _never(sentences: Iterable[str]) -> Iterator[str]:
    """What some sentences say was never done."""
    for text in sentences:
        if found := _NEVER.search(text):
            after = text[found.start() :]
            end = _CLAIM_ENDS.search(after)
            denied = after[: end.start()] if end else after
            before = text[: found.start()]
            # "Such mines have never been transferred"; "never used mines, nor has produced them".
            yield f"{before} {denied}" if "been" in denied[:12] else denied
            if end and (nor := _NOR.search(after, end.end())):
                yield after[nor.start() :]


def _sentences(asked: Asked, item: Statement) -> Iterator[str]:
    """The sentences of a statement, in the wordings of the editions asked for."""
    for wording in item.wordings:
        if not any(citation.source in asked.editions for citation in wording.citations):
            continue
        for paragraph in wording.paragraphs:
            yield from _SENTENCE_END.split(paragraph)
