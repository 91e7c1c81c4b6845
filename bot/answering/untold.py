"""Details that an FAQ entry does not tell though it is on the subject: rules for ``withholding``.

An entry tells of a letter, and its full text is asked for; of a working group, and its members; of two meetings, and
the days on which they were held. What an entry tells is read off its claims and quotes.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from bot.answering.asking import OF_REASONS
from bot.answering.by_states import goes_by_states
from bot.answering.draft import Asked
from bot.answering.rules import MEASURES
from bot.answering.ruling import Rules, firsts, on, seconds
from bot.knowledge.model import State
from bot.knowledge.names import name_key
from bot.matching.coverage import texts_of
from bot.matching.denial import DENYING
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
from bot.matching.words import FUNCTION_WORDS, stem

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
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_WHICH_DAY = (
    {(which, when) for which in ("which", "what") for when in ("day", "days")}
    | {("exact", when) for when in ("day", "days", "date", "dates")}
    | {("date", "exactly"), ("day", "month"), ("day", "and")}
)
_WHICH_DATE = {(which, when) for which in ("which", "what") for when in ("date", "dates")} | {("dates", "of")}
_BODIES = frozenset("group panel committee board team delegation".split())
_OF_MEMBERS = {
    ("members", "of"),
    ("members", "list"),
    ("the", "members"),
    ("of", "members"),
    ("is", "on"),
    ("sits", "on"),
}
_OFFICES = {
    ("prime", "minister"),
    ("foreign", "minister"),
    ("defence", "minister"),
    ("secretary", "general"),
    ("press", "secretary"),
    ("vice", "president"),
}
_WHO_IT_WAS = {("who", "will"), ("who", "is"), ("who", "was"), ("who", "were"), ("was", "it"), ("name", "of")}
REGIONS = {
    word: frozenset(words.split())
    for words in (
        "pacific oceania melanesia",
        "africa african",
        "asia asian asean",
        "europe european",
        "nordic scandinavian scandinavia",
        "latin caribbean",
        "arab arabic",
        "balkans balkan",
        "gulf",
        "soviet",
    )
    for word in words.split()
}
"""words for parts of the world, each with the words of which a text on it has one"""
_DOING_NOW = {
    ("doing", "now"),
    ("doing", "today"),
    ("doing", "nowadays"),
    ("do", "after"),
    ("he", "does"),
    ("she", "does"),
}
_NO_PERSON = frozenset("{state} states countries un icbl president campaign government governments".split())
_WHICH_STATES = {(which, all_) for which in ("which", "what", "list") for all_ in ("states", "countries", "nations")}
_NORTH = frozenset({"nordic", "scandinavian", "scandinavia"})
_DETAILS = DETAILS - set("type types name names person people minister ambassador".split())
_TRENDS = frozenset("up down growing rising falling shrinking".split())
_TOTALS = {("total", "number"), ("exact", "number"), ("precise", "number")}
_WHAT_NUMBER = {(which, "number") for which in ("what", "which")} | {("what", "figure"), ("which", "figure")}
_DENIED_WITHIN = 4
"""words after a denial in which what it denies stands: "not want to join" """
_ORDINAL = re.compile(r"^(\d+)(?:st|nd|rd|th)$")
_ORDINALS = frozenset("third fourth fifth sixth seventh eighth ninth tenth".split())
_NOT_PARTY = (("party",), ("parties",), ("members",), ("in",))
_REFUSING = frozenset("refuse refuses refused refusing rule rules exclude excludes".split())
_OF_EVERY_ENTRY = frozenset("states state party convention treaty mines".split())


def _texts(asked: Asked, intent: str) -> tuple[str, ...]:
    return tuple(texts_of(asked.entry_of(intent)))


@on(words=OF_HOW_MANY | seconds(_TOTALS | _WHAT_NUMBER) | MEASURES)
def number(asked: Asked, intent: str) -> str | None:
    """How many of something, when the entry has no number of it."""
    total = not asked.pairs.isdisjoint(_TOTALS) and not asked.asks_any(_TRENDS)
    of_any = not asked.pairs.isdisjoint(_WHAT_NUMBER)
    if of_any and not any(tells_number(text, ()) for text in _texts(asked, intent)):
        return "it asks for a number, and the entry tells none"
    of_number = total or asks_how_many(asked.reading.words)
    nouns = counted(asked.reading.words) if of_number else ()
    nouns = nouns or tuple(sorted(asked.words & MEASURES))
    if not nouns or any(tells_number(text, nouns) for text in _texts(asked, intent)):
        return None
    return f"it asks for a number of {' '.join(nouns)}, and the entry tells none"


@on()
def ordinal(asked: Asked, intent: str) -> str | None:
    """Which one in a row: "the 40th ratification", when the entry has no such number."""
    wanted = [found[1] for word in asked.reading.words if word[0].isdigit() and (found := _ORDINAL.match(word))]
    wanted += sorted(asked.words & _ORDINALS)
    if (
        not wanted
        or asked.reading.month is not None
        or any(item in " ".join(_texts(asked, intent)).casefold() for item in wanted)
    ):
        return None
    return f"it asks for number {wanted[0]} in a row, and the entry does not tell it"


@on(words={"day", "days", "date", "dates"})
def day(asked: Asked, intent: str) -> str | None:
    """On which day or date, when the entry tells none, or none of the year named."""
    on_days = "dates" in asked.words and not asked.pairs.isdisjoint({("on", "what"), ("on", "which")})
    if on_days or not asked.pairs.isdisjoint(_WHICH_DAY):
        texts = _texts(asked, intent)
        of_week = asked.asks("week") and any(map(_WEEKDAY.search, texts))
        if not of_week and not any(tells_day(text, asked.years) for text in texts):
            return "it asks for a day, and the entry tells none"
    if not asked.pairs.isdisjoint(_WHICH_DATE) and not any(map(tells_time, _texts(asked, intent))):
        return "it asks for a date, and the entry tells none"
    return None


@on(words=seconds(_EXACT_WORDS) | firsts(_QUOTE_FROM))
def exact_words(asked: Asked, intent: str) -> str | None:
    """Somebody's own words, when the entry quotes none."""
    asks = not asked.pairs.isdisjoint(_EXACT_WORDS) or _quotes_somebody(asked.reading.words)
    asks = asks or (asked.asks("words") and not asked.pairs.isdisjoint(_OWN))
    if not asks or any(map(_QUOTATION.search, _texts(asked, intent))):
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
    begins = begins and not (intent.startswith(FAQ_PREFIX) and any(map(_QUOTATION.search, _texts(asked, intent))))
    asks = begins or any(first in _WHOLE and second in _TEXTS for first, second in asked.pairs)
    return "it asks for a whole text, and the entry only tells of it" if asks else None


@on(words=_BODIES)
def members(asked: Asked, _intent: str) -> str | None:
    """Who the members of a group are: no entry names them."""
    asks = not asked.pairs.isdisjoint(_OF_MEMBERS)
    begins = asked.reading.words[:1] == ("members",)
    asks = asks and (begins or asked.asks("who", "which", "list", "names", "name"))
    return "it asks for members, and the entry names none" if asks else None


@on(words=seconds(_OFFICES))
def office(asked: Asked, intent: str) -> str | None:
    """Who holds an office now, or held one that the entry does not speak of."""
    named = asked.pairs & _OFFICES
    begins = tuple(asked.reading.words[:2]) in named or tuple(asked.reading.words[1:3]) in named
    if not named or (asked.pairs.isdisjoint(_WHO_IT_WAS) and not begins):
        return None
    told = any(" ".join(pair) in name_key(text) for text in _texts(asked, intent) for pair in named)
    if told and not asked.reading.asks_present and ("who", "will") not in asked.pairs:
        return None
    return "it asks who held an office, and the entry does not tell it"


@on(words=REGIONS.keys())
def region(asked: Asked, intent: str) -> str | None:
    """Of one part of the world, which the entry does not name."""
    named = [words for word, words in REGIONS.items() if word in asked.words]
    if not named:
        return None
    asks = asked.asks("region", "regions", "continent") or any(("in", word) in asked.pairs for word in REGIONS)
    if not (asks or asked.asks_any(_NORTH)):
        return None
    told = {token.key for text in _texts(asked, intent) for token in tokenise(text)}
    return None if any(words & told for words in named) else "it asks of a part of the world, and the entry names none"


@on()
def another_year(asked: Asked, intent: str) -> str | None:
    """What was so in a year of which the entry tells nothing."""
    if not asked.states or not asked.years or asked.sources or asked.reading.years_range:
        return None
    told = any(str(year) in text for text in _texts(asked, intent) for year in asked.years)
    return None if told else "it asks of a year, and the entry tells nothing of it"


@on(words={"number", "symbol"})
def number_of_text(asked: Asked, _intent: str) -> str | None:
    """The number under which a resolution or a document is filed: no document gives one."""
    asks = not asked.pairs.isdisjoint({("resolution", "number"), ("document", "number"), ("symbol", "of")})
    return "it asks for the number of a text, and the entry gives none" if asks else None


@on(words={"signed"})
def signer(asked: Asked, _intent: str) -> str | None:
    """Who put a name under a letter: no document tells it."""
    asks = ("who", "signed") in asked.pairs and asked.asks("email", "letter", "letters", "reply", "mail")
    return "it asks who signed a letter, and the entry names nobody" if asks else None


@on(words={"ones"})
def which_ones(asked: Asked, intent: str) -> str | None:
    """Which ones they are, when the entry names no States but those in the question."""
    if ("which", "ones") not in asked.pairs or not asked.asks("countries", "states", "nations"):
        return None
    texts = " ".join(_texts(asked, intent))
    others = (state for state in asked.knowledge.states.values() if state not in asked.states)
    return None if any(state.names.short in texts for state in others) else "it asks which they are, and none is named"


@on(words=_DETAILS)
def detail(asked: Asked, intent: str) -> str | None:
    """A company, a model or the like, when the entry does not hold that word."""
    wanted = {stem(word) for word in things(asked.reading.words) if word in _DETAILS}
    if not wanted or any(stem(token.key) in wanted for text in _texts(asked, intent) for token in tokenise(text)):
        return None
    return "it asks for a detail that the entry does not tell"


@on(words=seconds(_WHICH_STATES))
def of_one_state(asked: Asked, intent: str) -> str | None:
    """Which States, when the entry tells of the one that its question names: others may be on record too."""
    if asked.states or asked.pairs.isdisjoint(_WHICH_STATES):
        return None
    question = asked.entry_of(intent).record.question
    named = [state for state in asked.knowledge.listed if any(name in question for name in _written(state))]
    return "it asks which States, and the entry tells of one" if len(named) == 1 else None


def _written(state: State) -> tuple[str, ...]:
    return (state.names.short, *state.names.sources)


@on(words=DENYING | _REFUSING)
def the_contrary(asked: Asked, intent: str) -> str | None:
    """Who does not do what an entry tells of State by State: "which holdouts won't join"."""
    denying = not DENYING.isdisjoint(asked.words) or asked.asks_any(_REFUSING)
    if asked.states or not denying or not goes_by_states(asked.knowledge, asked.entry_of(intent)):
        return None
    question = [token.key for token in tokenise(asked.entry_of(intent).record.question)]
    if "none" in question or asked.asks_any(OF_REASONS):
        return None  # it tells of both; "reasons for not joining" deny nothing
    told = {stem(word) for word in question if word not in FUNCTION_WORDS | _OF_EVERY_ENTRY}
    words = asked.reading.words
    denies = any(
        word in DENYING
        and words[place + 1 : place + 2] not in _NOT_PARTY
        and not told.isdisjoint(map(stem, words[place + 1 : place + 1 + _DENIED_WITHIN]))
        for place, word in enumerate(words)
    )
    # "Does not exclude joining" is no denial, and "rules out joining" is one.
    asks = denies != asked.asks_any(_REFUSING)
    return "it asks who does not, and the entry tells who does" if asks else None


@on(words={"doing", "does"})
def doing_now(asked: Asked, _intent: str) -> str | None:
    """What a person is doing now: no document follows anybody."""
    asks = not asked.pairs.isdisjoint(_DOING_NOW) and not asked.asks_any(_NO_PERSON)
    return "it asks what a person does today, and no document tells it" if asks else None


@on(words={"them"})
def of_them(asked: Asked, _intent: str) -> str | None:
    """Which of those in an answer before, of which an entry knows nothing."""
    asks = asked.reading.words[:3] in (("which", "of", "them"), ("who", "of", "them")) and not asked.states
    return "it asks of those listed before" if asks else None


_RULES = Rules[str](
    (
        of_one_state,
        number,
        ordinal,
        day,
        exact_words,
        whole_text,
        members,
        office,
        region,
        detail,
        another_year,
        number_of_text,
        signer,
        which_ones,
        the_contrary,
        doing_now,
        of_them,
    )
)


@on()
def untold(asked: Asked, intent: str) -> str | None:
    """Why an FAQ entry is not the answer; None when it may be. ``intent`` is the kind of an FAQ entry."""
    if asked.reading.score >= 1:
        return None
    return _RULES.first(asked, intent)
