"""Words that narrow a question to what a list, a tick or a vote does not tell: rules for ``withholding``.

"Except", "only", "of them" and the like make another question of one that is answered; where no answerer heeds them,
what is shown would be taken for the answer.
"""

from itertools import pairwise

from bot.answering.asking import AROUND, OF_VOTES, asks_around_meeting, asks_of_parties, asks_who_never_returned
from bot.answering.claims import MORATORIUM
from bot.answering.draft import Asked
from bot.answering.families.conditions import ASKED_APART, CONDITIONS, conditions_of
from bot.answering.rules.ruling import Rules, firsts, on, seconds
from bot.answering.rules.shared import KINDS_OF_PRESENCE
from bot.answering.rules.two_at_once import ON_TWO_AT_ONCE
from bot.answering.rules.word_rules_of_lists import OF_LISTS, OF_TABLES
from bot.answering.time_limits import is_bounded_by_meeting, is_of_whole_table
from bot.matching.denial import DENYING
from bot.matching.reading import FAQ_PREFIX, SPEAKING

_EXCEPTING = {(beside, "{state}") for beside in ("without", "minus", "besides")} | {
    ("apart", "from"),
    ("other", "than"),
    ("aside", "from"),
    ("all", "but"),
    ("everyone", "but"),
    ("everybody", "but"),
    ("but", "for"),
}
_OF_WHO_DID = frozenset({"vote-list", "attendees", "absentees"})
"""lists told whole even to who knows one of them: "who else abstained"; that one stands among them"""
_OTHERS = {("who", "else"), ("which", "other"), ("what", "else")}
_EXCEPT = frozenset("except excepting excluding besides".split())
_ONLY = frozenset("only solely exclusively".split())
_OF_THEM = {("of", "them"), ("of", "those"), ("of", "these")}
_OTHER_LISTS = frozenset("report reports stockpile stockpiles stock information moratorium moratoria produce".split())
_DOING = frozenset("produce produces producing using exporting stockpiling".split())
_OF_A_MORATORIUM = frozenset("on and or of against from to for not".split())
"""words between a moratorium and what it covers"""
_YEAR_ONLY = 4
"""letters of a date that has no month"""
_SERIES = frozenset({"msp", "intersessional", "reviewconference"})
_OF_PRESENCE = KINDS_OF_PRESENCE | {"attendance-totals"}
_BOUNDING = AROUND | {"from", "through", "to"}
"""words of which one stands where meetings bound the time asked for"""
_COMPARED = frozenset({"vote", "vote-list", "attendance", "last-participation", "overview", "compare"})
"""kinds near which a question that compares with a State is"""
_BY_MEETINGS = frozenset(
    [*"topic-states meeting-statements attendees absentees silence last-at attendance-totals".split(), CONDITIONS]
)
"""kinds of list that meetings narrow down"""
_LISTED_ALONE = KINDS_OF_PRESENCE | {"vote-list", "article7", "no-information", "letters", "bilateral", CONDITIONS}
"""kinds whose lists have one thing of each State"""
_LACKING = frozenset("lack lacks lacking silent missing empty".split())
_WITHOUT_VOTES = frozenset("never-participated last-at no-information letters bilateral article7".split())
"""lists on which no vote stands"""
_COMING = frozenset("meeting meetings part participated participation attended attend came".split())
_SIGNATORIES = frozenset({"signatory", "signatories", "nonsignatories"})
_THOSE_LISTED = frozenset("states countries state country who".split())
_BEFORE_ONE_LEFT_OUT = _EXCEPT | frozenset("than from but minus without not".split())
_BESIDE_ONE_LEFT_OUT = frozenset("the its for at in".split())
_LEFT_OUT = frozenset("{state} {meeting} explanation letter questionnaire".split())
_NOT_THERE = {("not", "at"), ("not", "in")}


@on()
def narrowed(asked: Asked, intent: str) -> str | None:
    """Why a list or a cell does not answer a question that is narrowed; None when it may."""
    return _RULES.first(asked, intent)


@on(words=_EXCEPT | firsts(_EXCEPTING) | seconds(_OTHERS) | {"not"})
def _exception(asked: Asked, intent: str) -> str | None:
    leaves_out = asked.asks_any(_EXCEPT) or not asked.pairs.isdisjoint(_EXCEPTING)
    leaves_out = leaves_out or (intent not in _OF_WHO_DID and not asked.pairs.isdisjoint(_OTHERS))
    leaves_out = leaves_out or (intent in SPEAKING and not asked.pairs.isdisjoint(_NOT_THERE))
    whole = intent in OF_LISTS or (not intent.startswith(FAQ_PREFIX) and _but_one(asked))
    return "it leaves some out, and lists are told whole" if whole and leaves_out else None


def _but_one(asked: Asked) -> bool:
    """Whether what is named is left out: "everybody except India", "other than at 16MSP"."""
    words = [word for word in asked.reading.words if word not in _BESIDE_ONE_LEFT_OUT]
    return any(second in _LEFT_OUT and first in _BEFORE_ONE_LEFT_OUT for first, second in pairwise(words))


@on(words=_ONLY)
def _only(asked: Asked, intent: str) -> str | None:
    only_it = {("the", "only"), ("only", "{state}")}
    the_only = not asked.pairs.isdisjoint(only_it) or asked.reading.words[1:2] == ("only",)
    of_one = the_only and len(asked.states) == 1 and not intent.startswith((FAQ_PREFIX, "count", "attendance"))
    whether = asked.reading.words[:1] in (("is",), ("was",), ("did",), ("does",))
    of_one = of_one and whether and not asked.asks("every", "all")
    when = bool(asked.meetings) or (bool(asked.years) and not asked.states)
    asks = intent in OF_TABLES and intent != CONDITIONS and when and not asked.sources
    asks = asks or of_one
    return "it asks for the only one, and the tables are not searched for that" if asks else None


@on("never-participated")
def _never_there(asked: Asked, _intent: str) -> str | None:
    """The four that never took part in any meeting are not all that never came to one series of meetings."""
    if asked.states:
        return None
    series = asked.asks("intersessional", "msp", "reviewconference", "{meeting}")
    came = not asked.asks("never", "no", "none", "not", "zero", "without")
    return "it asks of one series of meetings, or who did come" if series or came else None


@on("no-information")
def _informed(asked: Asked, _intent: str) -> str | None:
    """Who submitted information is not who submitted none."""
    denied = bool(asked.states) or not DENYING.isdisjoint(asked.acts) or asked.asks_any(_LACKING)
    return None if denied else "it asks who submitted information, and those are listed that did not"


@on("never-participated", words={"said", "say", "spoke", "spoken", "speak"})
def _never_spoke(asked: Asked, _intent: str) -> str | None:
    """Who said nothing is not who never came."""
    came = asked.asks_any(_COMING) and not asked.asks("and", "nor", "or")
    return None if came else "it asks who never said anything, and those are listed that never came"


@on("membership", words=seconds(_OF_THEM))
def _of_a_list_before(asked: Asked, _intent: str) -> str | None:
    """Whether a State is "one of them": of an answer before, of which nothing is kept."""
    one = not asked.pairs.isdisjoint({("of", "them"), ("among", "them")})
    return "it asks of those listed before" if one else None


@on(CONDITIONS)
def _unread_conditions(asked: Asked, _intent: str) -> str | None:
    return None if conditions_of(asked) else "it sets conditions that are not found in the tables"


@on(*_LISTED_ALONE)
def _another_condition(asked: Asked, intent: str) -> str | None:
    """A vote and a report, a stockpile or information at once: no list has both."""
    if asked.states:
        return None
    votes = bool(set(asked.reading.entities.votes) - {"against"})
    joined = asked.asks("and", "but", "also", "with", "without", "that")
    of_lists = intent in ("vote-list", "article7", "no-information", "attendees") and votes
    of_lists = of_lists and joined and (asked.asks_any(_OTHER_LISTS) or bool(asked.reading.entities.topics))
    elsewhere = intent in _WITHOUT_VOTES and votes
    there = intent == "no-information" and bool(asked.of_convention)
    signed = intent in ("vote-list", "attendees", CONDITIONS) and asked.asks_any(_SIGNATORIES)
    on_topic = intent in KINDS_OF_PRESENCE and bool(asked.reading.entities.topics) and joined
    came_too = intent in ("article7", "letters", "bilateral") and bool(asked.of_convention) and asked.asks("attended")
    both = of_lists or elsewhere or there or signed or on_topic or came_too
    return "it sets two conditions at once" if both else None


@on("topic-states", words=MORATORIUM)
def _producing_under_a_moratorium(asked: Asked, _intent: str) -> str | None:
    """Who does a thing and has a moratorium: the list has those with a moratorium on that very thing."""
    doing = any(second in _DOING and first not in _OF_A_MORATORIUM for first, second in asked.pairs)
    return "it asks who does a thing under a moratorium, and who has one on it is listed" if doing else None


@on(*_COMPARED, words={"like", "same", "as"})
def _like_another(asked: Asked, _intent: str) -> str | None:
    """Who did as a State did, and something else besides."""
    words = asked.reading.words
    joined = sum(run == ("{state}", "and", "{state}") for run in zip(words, words[1:], words[2:], strict=False))
    besides = _asks_which_do(asked) and (asked.asks("but", "also") or words.count("and") > joined)
    return "it sets two conditions at once" if besides else None


@on(*KINDS_OF_PRESENCE, words={"same", "than", "like"})
def _there_as_another(asked: Asked, _intent: str) -> str | None:
    """Who came more often than a State, or to the same meetings."""
    compares = bool(asked.states) and _asks_which_do(asked)
    return "it asks who came as often as a State or more, and that is not listed" if compares else None


def _asks_which_do(asked: Asked) -> bool:
    """Whether it is asked which States did something."""
    return asked.reading.words[:1] in (("who",), ("which",), ("states",), ("countries",))


@on(*OF_LISTS)
def _around_a_month(asked: Asked, _intent: str) -> str | None:
    """Before or since a month: lists go by years."""
    bounds = asked.reading.years_range or (0, 0)
    asks = asked.reading.month is not None and None in bounds
    return "it asks for a time before or since a month, and lists go by years" if asks else None


@on(*KINDS_OF_PRESENCE, "vote-list", words=firsts(ASKED_APART))
def _two_lists(asked: Asked, _intent: str) -> str | None:
    """Two lists at once, of which one would be told: "who was at 16MSP and who voted in favour"."""
    lists = len(asked.of_convention) + (asked.at_committee or asked.asks_any(OF_VOTES))
    both = not asked.states and not asked.pairs.isdisjoint(ASKED_APART) and lists > 1
    return "it asks for two lists at once" if both else None


@on("attendance-totals")
def _before_the_tables(asked: Asked, _intent: str) -> str | None:
    """Who came most often before the first meeting of the tables, or to every meeting since a year before it."""
    since, last = asked.reading.years_range or (None, None)
    first, _ = asked.knowledge.tabled_years
    before = (last is not None and last < first) or (since is not None and since < first and asked.asks("every", "all"))
    return "it asks of a time before the participation tables" if before else None


@on(*SPEAKING, *_BY_MEETINGS, words=_BOUNDING)
def _around_a_meeting(asked: Asked, intent: str) -> str | None:
    """Before, since or between meetings: statements and lists go by years, and by meetings as they stand."""
    of_whole_tables = intent == "attendance-totals" and (asked.asks("since") or is_of_whole_table(asked))
    not_since = intent == "last-at" and asks_who_never_returned(asked) and not asks_of_parties(asked)
    told = of_whole_tables or not_since
    around = asks_around_meeting(asked) or (intent in _BY_MEETINGS and is_bounded_by_meeting(asked))
    return "it asks for a time before or since a meeting" if around and not told else None


@on("statement")
def _of_a_month(asked: Asked, _intent: str) -> str | None:
    """Statements of a year are not those of one month of it, or of another day."""
    if not asked.years or asked.meetings:
        return None
    if (found := asked.reading.month) is None:
        return None
    month, day = f"{found[0]:02}", found[1]
    items = [item for state in asked.states for item in state.statements]
    dates = [date for item in items for date in item.dates if int(date[:4]) in asked.years]
    exact = [date for date in dates if len(date) > _YEAR_ONLY]
    missed = bool(exact) and len(exact) == len(dates) and not any(date[5:7] == month for date in exact)
    missed = missed or bool(day and exact and not any(date[5:] == f"{month}-{day:02}" for date in exact))
    return "it asks for another day or month than that of what was said" if missed else None


@on(*_OF_PRESENCE)
def _in_a_table(asked: Asked, intent: str) -> str | None:
    """How many meetings or States a table has, and which meeting had the most, is told by no list."""
    of_table = asked.asks("table") and asked.asks("many")
    of_table = of_table and not (asked.meetings and asked.asks_any(_THOSE_LISTED))
    of_table = of_table or (intent == "attendees" and ("in", "total") in asked.pairs)
    of_series = asked.asks("all", "every") and asked.asks_any(_SERIES)
    of_meeting = of_series or not asked.pairs.isdisjoint({("which", "meeting"), ("every", "msp")})
    of_meeting = intent == "attendance-totals" and of_meeting
    return "it asks what a table has, and lists tell of States" if of_table or of_meeting else None


@on(*OF_LISTS, words={"all"})
def _every_state(asked: Asked, _intent: str) -> str | None:
    """Whether all of them do something is told by no list of some."""
    asks = asked.reading.words[:2] in (("did", "all"), ("do", "all"))
    return "it asks whether all do" if asks else None


_RULES = Rules[str](
    (
        _exception,
        _only,
        _never_there,
        _informed,
        _never_spoke,
        _of_a_list_before,
        _unread_conditions,
        _another_condition,
        _producing_under_a_moratorium,
        _like_another,
        _there_as_another,
        _around_a_month,
        _around_a_meeting,
        _two_lists,
        _before_the_tables,
        _of_a_month,
        _in_a_table,
        _every_state,
        *ON_TWO_AT_ONCE,
    )
)
