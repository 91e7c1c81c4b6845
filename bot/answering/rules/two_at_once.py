"""Lists asked for with more than one condition, of which they would meet one: rules for ``narrowed``.

"Who spoke at 16MSP but abstained", "who came to every MSP but abstained", "who attended 3RC but not since": a list that
leaves a condition out without a word is a wrong answer. (What the tables can tell together is ``conditions``.)
"""

from bot.answering.asking import OF_EXPLANATIONS, OF_WORDS, asks_for_absence, asks_of_parties, asks_who_never_returned
from bot.answering.draft import Asked
from bot.answering.families.conditions import CONDITIONS
from bot.answering.rules.ruling import on, seconds
from bot.answering.rules.word_rules_of_lists import OF_LISTS
from bot.matching.denial import COMING, DENYING, OUTSIDE, denied
from bot.matching.reading import COUNT_PREFIX
from bot.matching.words import stem

_SPEAKERS = OF_WORDS | OF_EXPLANATIONS | frozenset("speak speaks spoke spoken speaker speakers".split())
_SAYING_YES = {(said, vote) for said in ("said", "say", "says", "saying") for vote in ("yes", "no")}
_AT_BOTH = frozenset({"both", "also", "again"})
_SERIES = frozenset("msp intersessional reviewconference meeting meetings".split())
_THEN = frozenset("since before after again later earlier previously {year}".split())
_AND_WHAT = {("and", "what"), ("and", "why")}
_OF_PRESENCE = ("attendees", "absentees", "attendance-totals", "last-at")
_POINTING = frozenset("they them these those it two".split())
_TWO = "two"
_OWN = frozenset("who that which not outside listed states countries with in voting attending having left".split())
"""what says who "those" are"""
_OPENERS = frozenset(
    """
    how did do does what when where why and so but were was are is have has will about then of which who many often
    """.split()
)
"""words before "they" that name nobody"""
_BEING_THERE = COMING | frozenset(map(stem, "been part meeting".split()))
_OPENED = 1997
"""year in which the Convention was opened: who never came since then never came"""


@on("vote-list", "meeting-statements", "attendees", "topic-states", CONDITIONS, words=_SPEAKERS)
def _spoke_and_voted(asked: Asked, intent: str) -> str | None:
    """Who spoke, and voted so: no list has both, and who was there is not who spoke."""
    voted = bool(set(asked.reading.entities.votes) - {"against"}) and asked.pairs.isdisjoint(_SAYING_YES)
    both = not asked.states and (voted or intent == CONDITIONS) and not asked.sources
    return "it asks who spoke and voted so, or came and spoke, and no list tells both" if both else None


@on("meeting-statements", words=_AT_BOTH)
def _spoke_at_both(asked: Asked, _intent: str) -> str | None:
    """Who spoke at two meetings: the statements of each are told, and not who stands under both."""
    both = not asked.states and len(asked.of_convention) > 1
    return "it asks who spoke at both, and those are listed that spoke at either" if both else None


@on("attendees", "vote-list", words={"all", "every", "each"})
def _at_every_one(asked: Asked, intent: str) -> str | None:
    """Who came to every meeting of a series or a time: the list is that of one meeting, or of a vote."""
    every = (
        not asked.states
        and (asked.asks_any(_SERIES) or ("all", "the", "{meeting}") in _runs(asked))
        and (intent == "vote-list" or not asked.asks("one", "list"))
    )
    return "it asks who came to every one, and the list is that of one" if every else None


def _runs(asked: Asked) -> frozenset[tuple[str, ...]]:
    """Three words that follow one another."""
    words = asked.reading.words
    return frozenset(zip(words, words[1:], words[2:], strict=False))


@on(*_OF_PRESENCE)
def _then_not(asked: Asked, _intent: str) -> str | None:
    """Who came to a meeting and not at another time: "attended 16MSP but have not attended before"."""
    words = asked.reading.words
    no = next((place for place, word in enumerate(words) if word in DENYING), None)
    if no is None or asked.states or OUTSIDE in asked.acts or asks_who_never_returned(asked):
        return None
    came_first = not {"{meeting}", "{year}", *_SERIES}.isdisjoint(words[:no]) and not _THEN.isdisjoint(words[no:])
    joined = not {"but", "and", "yet", "though"}.isdisjoint(words[:no])
    return "it asks who came at one time and not at another" if came_first and joined else None


@on("attendance-totals")
def _at_none(asked: Asked, _intent: str) -> str | None:
    """Who came to none of the meetings: those are counted that came."""
    came_not = asks_for_absence(asked) or denied(asked.acts, _BEING_THERE)
    none = not asked.states and came_not and not asks_of_parties(asked)
    return "it asks who came to no meeting of a time, and those are told that came" if none else None


@on("never-participated")
def _never_since(asked: Asked, _intent: str) -> str | None:
    """Who did not come since a year: those are listed that never came at all."""
    since = asked.reading.years_range
    later = since is not None and (since[0] or 0) > _OPENED
    later = later or bool(asked.meetings)
    return "it asks who did not come since some time, and those are listed that never came" if later else None


@on("last-at")
def _lately(asked: Asked, _intent: str) -> str | None:
    """Whose participation is the most recent: those are listed whose last one was at a meeting named."""
    named = asked.meetings or asked.years or asked.asks("msp", "reviewconference", "intersessional")
    return (
        None if named or not DENYING.isdisjoint(asked.words) else "it asks who took part last, and lists go by meetings"
    )


@on("vote-list", *_OF_PRESENCE, words={"neither"})
def _neither(asked: Asked, _intent: str) -> str | None:
    """Who did neither of two things: one of them would be told."""
    return None if asked.states else "it asks who did neither, and lists tell of one"


@on("vote-list", "article7", "letters", *_OF_PRESENCE, words=seconds(_AND_WHAT))
def _and_what(asked: Asked, _intent: str) -> str | None:
    """A list and something else: "who attended 16MSP and what did they say"."""
    return None if asked.states or asked.pairs.isdisjoint(_AND_WHAT) else "it asks for a list and for something else"


@on("no-information")
def _no_statement_since(asked: Asked, _intent: str) -> str | None:
    """Who said nothing in some years: those are listed that never submitted anything."""
    of_years = asked.reading.years_range is not None and not asked.states
    return (
        "it asks who said nothing in some years, and those are listed that never submitted anything"
        if of_years
        else None
    )


@on(*OF_LISTS, like=(COUNT_PREFIX,), words=_POINTING)
def _those_before(asked: Asked, intent: str) -> str | None:
    """Those listed before, of which nothing is kept: "how did they vote", "and who abstained of them"."""
    words = asked.reading.words
    place = next((place for place, word in enumerate(words) if word in _POINTING and word != _TWO), len(words))
    own = place + 1 < len(words) and words[place + 1] in _OWN
    there = place < len(words)
    first = there and not intent.startswith(COUNT_PREFIX) and _OPENERS.issuperset(words[:place]) and not own
    picked = there and words[place - 1] == "of" and words[place - 2 : place - 1] != ("all",)
    picked = picked and (not own or words[0] in ("and", "of"))
    of_two = ("of", "the", "two") in _runs(asked)
    asks = not asked.states and (first or picked or of_two)
    return "it asks of those listed before" if asks else None


ON_TWO_AT_ONCE = (
    _those_before,
    _spoke_and_voted,
    _spoke_at_both,
    _at_every_one,
    _then_not,
    _at_none,
    _never_since,
    _lately,
    _neither,
    _and_what,
    _no_statement_since,
)
"""in the order in which they are asked"""
