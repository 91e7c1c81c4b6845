"""What a question asks a text to tell (a number of something, a time, a thing), and whether a text tells it."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from bot.knowledge.months import MONTHS
from bot.matching.words import FUNCTION_WORDS, OF_DATES, SUBJECT_WORDS, content_words, stem

DETAILS = frozenset(
    """
    type types model models brand brands company companies firm firms manufacturer manufacturers factory
    factories supplier suppliers name names person people minister ambassador province provinces region regions district
    districts hectares price prices cost costs budget contractor contractors ngo ngos statute statutes ministry
    ministries base bases village villages
    """.split()
)
"""things asked for after "which" that a text tells only when it holds the very word"""
_INTERROGATIVES = frozenset("what which who whose whom where why how when".split())
_ASKING = frozenset("which what whose".split())
_ROLES = frozenset("members member participants founders founder directors director chairs chair delegates".split())
_BEING = frozenset("is are was were".split())
_COUNTING = frozenset("number numbers quantity amount".split())
OF_COUNTING = _COUNTING | {"many"}
"""words of which one stands in every question of which ``counted`` finds something"""
_LINKING = frozenset("of the un other exact a an s".split())
_MOST_NOUNS = 3
_ALIKE = tuple(
    frozenset(words.split())
    for words in (
        "state states country countries nation nations government governments party parties signatory signatories "
        "member members capital capitals outsider outsiders holdout holdouts",
        "people person persons victim victims casualty casualties civilian civilians survivor survivors innocents "
        "lives deaths killed wounded injured hurt maimed die died children",
        "mine mines landmine landmines stockpile stockpiles stockpiled stock stocks apm apms aplm aplms antipersonnel",
        "dollar dollars money fund funds funding million contribution",
        "year years decade decades",
        "vote votes voted voting favour abstain abstained abstentions",
        "group groups army armies militia militias faction factions",
    )
)
"""nouns that count the same things"""
_STEMS_ALIKE = tuple(frozenset(map(stem, words)) for words in _ALIKE)
_MONTH = "|".join(MONTHS)
_DATE = re.compile(
    rf"(?i)\b(?:\d{{1,2}} )?(?:{_MONTH})\b(?: \d{{1,2}}\b)?,?(?: \d{{4}})?|#\d+|\b(?:article|protocol|action) \d+"
    r"|\b(?:1[89]|20)\d\d\b"
)
_NUMBER = re.compile(
    r"(?i)\b(?:\d[\d,.]*(?![\d,.]*\))|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?"
    r"|millions?|half|none|majority|few)\b"
)
_WORD = re.compile(r"[^\W\d_]+")
_AFTER, _BEFORE = 7, 4
"""words after and before a number among which the thing counted stands"""
_TIME = re.compile(
    r"(?i)\b(?:1[89]|20)\d\ds?\b|undated|no date|century|\b(?:annual|annually|every year|each year|monthly)\b"
)
_DAY = re.compile(rf"(?i)\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTH})\b|\b(?:{_MONTH}) \d{{1,2}}\b")
_HOW_BIG = {("how", "big"), ("how", "large"), ("how", "heavy"), ("how", "high")}
_HOW_MANY = frozenset("many much size quantity amount".split())
OF_HOW_MANY = _HOW_MANY | {"how"}
"""words of which one stands in every question that ``asks_how_many``"""


def things(words: Sequence[str]) -> tuple[str, ...]:
    """The content words between "which" or "what" and the verb: "which forum does India prefer" asks for a forum."""
    for place, (word, following) in enumerate(pairwise((*words, ""))):
        if word in _ASKING:
            if nouns := tuple(noun for noun in _nouns(words[place + 1 :]) if noun not in SUBJECT_WORDS):
                return nouns
        elif following == "of" and word in DETAILS:
            return (word,)
    return ()


def asks_time(words: Sequence[str]) -> bool:
    """Whether a question asks when something was; "what part did it play when ..." does not."""
    named = OF_DATES.intersection(words)
    if named != {"when"}:
        return bool(named)
    asking = [word for word in words if word in _INTERROGATIVES]
    return asking[0] == "when" or ("and", "when") in pairwise(words)


def role_asked(words: Sequence[str]) -> str | None:
    """What somebody is or was whose name is asked for: "who are the members of the working group" asks for members."""
    for place, word in enumerate(words[:-3]) if "who" in words else ():
        if word == "who" and words[place + 1] in _BEING and words[place + 2] == "the":
            return next((noun for noun in _nouns(words[place + 3 :]) if noun in _ROLES), None)
    return None


def counted(words: Sequence[str]) -> tuple[str, ...]:
    """The words after "how many" or "number of": "how many armed groups signed" counts armed groups."""
    before = ""
    for place, word in enumerate(words):
        if (word == "many" and before == "how") or (word == "of" and before in _COUNTING):
            return _nouns(words[place + 1 :])
        before = word
    return ()


def _nouns(words: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = []
    for word in words:
        if word in _LINKING or (word == "{state}" and not found):
            continue
        if word in FUNCTION_WORDS or word.startswith("{") or len(found) == _MOST_NOUNS:
            break
        found.append(word)
    return tuple(word for word in found if word in SUBJECT_WORDS or content_words([word]) or word in DETAILS)


def asks_how_many(words: Sequence[str]) -> bool:
    """Whether a question asks how many or how much."""
    return not _HOW_MANY.isdisjoint(words) or ("how" in words and not _HOW_BIG.isdisjoint(pairwise(words)))


def tells_number(text: str, nouns: Sequence[str]) -> bool:
    """Whether a text has a number of one of some things; a number of anything when none is named. Dates are none."""
    wanted = _alike(nouns)
    return any(not wanted or not wanted.isdisjoint(around) for around in _beside_numbers(text))


@lru_cache(maxsize=2_000)
def _beside_numbers(text: str) -> tuple[frozenset[str], ...]:
    """For each number in a text the stems of the words around it."""
    without_dates = _DATE.sub(" ", text)
    around: list[frozenset[str]] = []
    for found in _NUMBER.finditer(without_dates):
        after = _WORD.findall(without_dates[found.end() : found.end() + 100])[:_AFTER]
        before = _WORD.findall(without_dates[max(0, found.start() - 60) : found.start()])[-_BEFORE:]
        around.append(frozenset(stem(word.casefold()) for word in (*before, *after)))
    return tuple(around)


def tells_day(text: str, years: Sequence[int] = ()) -> bool:
    """Whether a text has a day of a month, in one of some years if any is named."""
    days = _DAY.findall(text)
    return bool(days) and (not years or any(str(year) in text for year in years))


def tells_time(text: str) -> bool:
    """Whether a text has a year, or says how often."""
    return _TIME.search(text) is not None


def _alike(nouns: Sequence[str]) -> frozenset[str]:
    """The stems of some nouns, and of all that count the same."""
    stems = frozenset(map(stem, nouns))
    return stems.union(*(alike for alike in _STEMS_ALIKE if not alike.isdisjoint(stems)))
