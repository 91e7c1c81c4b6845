"""Details that an FAQ entry does not tell though it is on the subject: rules for ``withholding``.

An entry tells of a letter, and its full text is asked for; of two meetings, and the days on which they were held. What
an entry tells is read off its claims and quotes.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.answering.asking import LATELY, OF_PRESENCE
from bot.answering.draft import Asked
from bot.answering.rules.of_others import OTHER_ACTORS
from bot.answering.rules.ruling import Rules, firsts, on, seconds
from bot.answering.rules.shared import MEASURES
from bot.answering.rules.unasked import unasked
from bot.answering.rules.untold_names import ON_NAMES
from bot.knowledge.names import all_names, name_key
from bot.matching.reading import FAQ_PREFIX
from bot.matching.telling import (
    DETAILS,
    OF_HOW_MANY,
    asks_how_many,
    counted,
    tells_day,
    tells_number,
    tells_time,
    things,
)
from bot.matching.tokens import tokenise
from bot.matching.words import ABSTAINING, stem

_COSTS = frozenset("cost costs price prices".split())
_SUM = re.compile(r"(?i)\$|\b(?:dollars?|euros?|costs?|expensive|cheap|price|money)\b")
_WHOLE = frozenset("full whole entire complete".split())
_TEXTS = frozenset("text wording letter transcript".split())
_EXACT_WORDS = {
    (first, second)
    for first in ("exact", "actual", "precise")
    for second in ("words", "quote", "phrase", "text", "wording")
}
_OWN = {(whose, "own") for whose in ("his", "her", "their")}
_QUOTE_FROM = {(quote, of) for quote in ("quote", "quotes", "quotation") for of in ("from", "by")}
_QUOTATION = re.compile('["“”]')
_VOTED = ABSTAINING | {"voted"}
_VOTING = re.compile(r"(?i)\b(?:vot(?:e|ed|es|ing)\b|abst[ae])")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_WHICH_DAY = (
    {(which, when) for which in ("which", "what") for when in ("day", "days")}
    | {("exact", when) for when in ("day", "days", "date", "dates")}
    | {("date", "exactly"), ("day", "month"), ("day", "and")}
)
_WHICH_DATE = {(which, when) for which in ("which", "what") for when in ("date", "dates")} | {("dates", "of")}
_DETAILS = DETAILS - set("type types name names person people minister ambassador".split())
_TRENDS = frozenset("up down growing rising falling shrinking".split())
_TOTALS = {("total", "number"), ("exact", "number"), ("precise", "number")}
_WHAT_NUMBER = {(which, "number") for which in ("what", "which")} | {("what", "figure"), ("which", "figure")}
_NUMBERED = frozenset({"resolution", "document"})
_TEXT_WITHIN = 4
"""words after "number of" in which the text stands of which it is the number"""
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_ORDINALS = frozenset("third fourth fifth sixth seventh eighth ninth tenth".split())


@on(words=OF_HOW_MANY | seconds(_TOTALS | _WHAT_NUMBER) | MEASURES)
def number(asked: Asked, intent: str) -> str | None:
    """How many of something, when the entry has no number of it."""
    total = not asked.pairs.isdisjoint(_TOTALS) and not asked.asks_any(_TRENDS)
    of_any = not asked.pairs.isdisjoint(_WHAT_NUMBER)
    if of_any and not any(tells_number(text, ()) for text in asked.entry_of(intent).texts):
        return "it asks for a number, and the entry tells none"
    of_number = total or asks_how_many(asked.reading.words)
    nouns = counted(asked.reading.words) if of_number else ()
    nouns = nouns or tuple(sorted(asked.words & MEASURES))
    if not nouns or any(tells_number(text, nouns) for text in _texts(asked, intent)):
        return None
    return f"it asks for a number of {' '.join(nouns)}, and the entry tells none"


def _texts(asked: Asked, intent: str) -> tuple[str, ...]:
    """What an entry tells of the States named, where it names them; what it tells at all otherwise."""
    names = [f" {name_key(name)} " for state in asked.states for _, name in all_names(state.names)]
    texts = asked.entry_of(intent).texts
    return tuple(text for text in texts if any(name in f" {name_key(text)} " for name in names)) or texts


@on()
def ordinal(asked: Asked, intent: str) -> str | None:
    """Which one in a row: "the 40th ratification", when the entry has no such number."""
    wanted = [found[1] for word in asked.reading.words if word[0].isdigit() and (found := _ORDINAL.match(word))]
    wanted += sorted(asked.words & _ORDINALS)
    if (
        not wanted
        or asked.reading.month is not None
        or any(item in " ".join(asked.entry_of(intent).texts).casefold() for item in wanted)
    ):
        return None
    return f"it asks for number {wanted[0]} in a row, and the entry does not tell it"


@on(words={"day", "days", "date", "dates"})
def day(asked: Asked, intent: str) -> str | None:
    """On which day or date, when the entry tells none, or none of the year named."""
    on_days = "dates" in asked.words and not asked.pairs.isdisjoint({("on", "what"), ("on", "which")})
    if on_days or not asked.pairs.isdisjoint(_WHICH_DAY):
        texts = asked.entry_of(intent).texts
        of_week = asked.asks("week") and any(map(_WEEKDAY.search, texts))
        if not of_week and not any(tells_day(text, asked.years) for text in texts):
            return "it asks for a day, and the entry tells none"
    if not asked.pairs.isdisjoint(_WHICH_DATE) and not any(map(tells_time, asked.entry_of(intent).texts)):
        return "it asks for a date, and the entry tells none"
    return None


@on(words=seconds(_EXACT_WORDS) | firsts(_QUOTE_FROM))
def exact_words(asked: Asked, intent: str) -> str | None:
    """Somebody's own words, when the entry quotes none."""
    asks = not asked.pairs.isdisjoint(_EXACT_WORDS) or _quotes_somebody(asked.reading.words)
    asks = asks or (asked.asks("words") and not asked.pairs.isdisjoint(_OWN))
    if not asks or any(map(_QUOTATION.search, asked.entry_of(intent).texts)):
        return None
    return "it asks for somebody's own words, and the entry quotes none"


def _quotes_somebody(words: Sequence[str]) -> bool:
    """Whether a quotation is asked for from a person: not from a State, a meeting or a year."""
    places = [place for place, pair in enumerate(pairwise(words)) if pair in _QUOTE_FROM]
    return any(not word.startswith("{") for place in places for word in words[place + 2 : place + 3])


@on(words=_TEXTS)
def whole_text(asked: Asked, intent: str) -> str | None:
    """An entry tells what a text is about; it is not that text, though it may quote from it."""
    begins = asked.reading.words[:1] in (("text",), ("wording",)) and asked.reading.words[1:2] == ("of",)
    begins = begins and not (
        intent.startswith(FAQ_PREFIX) and any(map(_QUOTATION.search, asked.entry_of(intent).texts))
    )
    asks = begins or any(first in _WHOLE and second in _TEXTS for first, second in asked.pairs)
    return "it asks for a whole text, and the entry only tells of it" if asks else None


@on()
def another_year(asked: Asked, intent: str) -> str | None:
    """What was so in a year of which the entry tells nothing."""
    if not asked.years or asked.sources or asked.reading.years_range:
        return None
    told = any(str(year) in text for text in asked.entry_of(intent).texts for year in asked.years)
    return None if told else "it asks of a year, and the entry tells nothing of it"


@on(words=seconds(LATELY))
def lately(asked: Asked, _intent: str) -> str | None:
    """What was so last year; not the last year in which something was so."""
    return "it asks of a time after the documents" if asked.reading.words[-2:] in LATELY else None


@on("vote-list", "vote", like=(FAQ_PREFIX,), words={"number", "symbol"})
def number_of_text(asked: Asked, _intent: str) -> str | None:
    """The number under which a resolution or a document is filed: no document gives one."""
    words = asked.reading.words
    if asked.reading.entities.votes:
        return None  # "resolution: number in favour"
    asks = not asked.pairs.isdisjoint({("resolution", "number"), ("document", "number"), ("symbol", "of")})
    place = next((place for place, pair in enumerate(pairwise(words)) if pair == ("number", "of")), None)
    if place is not None:
        after = words[place + 2 : place + 2 + _TEXT_WITHIN]
        asks = asks or not _NUMBERED.isdisjoint(after)
    return "it asks for the number of a text, and none is given" if asks else None


@on(words=_DETAILS)
def detail(asked: Asked, intent: str) -> str | None:
    """A company, a model or the like, when the entry does not hold that word."""
    wanted = {stem(word) for word in things(asked.reading.words) if word in _DETAILS}
    if not wanted or any(
        stem(token.key) in wanted for text in asked.entry_of(intent).texts for token in tokenise(text)
    ):
        return None
    return "it asks for a detail that the entry does not tell"


@on(words=_COSTS)
def cost(asked: Asked, intent: str) -> str | None:
    """What something cost, when the entry tells no sum and no cost."""
    told = any(map(_SUM.search, asked.entry_of(intent).texts))
    return None if told else "it asks what something cost, and the entry does not tell it"


@on(words=OTHER_ACTORS)
def unnamed_actor(asked: Asked, intent: str) -> str | None:
    """What somebody did whom the entry does not name: "a ceasefire with ISIS"."""
    actors = asked.words & OTHER_ACTORS
    told = not asked.states or any(
        token.key in actors for text in asked.entry_of(intent).texts for token in tokenise(text)
    )
    return None if told else f'it asks of "{min(actors)}", whom the entry does not name'


@on(words={"which", "who", "any", "those"})
def another_condition(asked: Asked, intent: str) -> str | None:
    """Which of those that an entry names voted in some way or came to a meeting: it has them all."""
    if asked.states:
        return None
    texts = asked.entry_of(intent).texts
    votes = asked.asks_any(_VOTED) and not any(_VOTING.search(text) for text in texts)
    came = asked.asks_any(OF_PRESENCE) and bool(asked.of_convention)
    return "it sets a condition that the entry tells nothing of" if votes or came else None


_RULES = Rules[str](
    (
        *ON_NAMES,
        unasked,
        unnamed_actor,
        another_condition,
        number,
        ordinal,
        day,
        exact_words,
        whole_text,
        detail,
        cost,
        another_year,
        lately,
        number_of_text,
    )
)


@on()
def untold(asked: Asked, intent: str) -> str | None:
    """Why an FAQ entry is not the answer; None when it may be. ``intent`` is the kind of an FAQ entry."""
    if asked.reading.score >= 1:
        return None
    return _RULES.first(asked, intent)
