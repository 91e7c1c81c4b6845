"""Follow-up questions: "and Pakistan?" keeps the rest of the question before it."""

from collections.abc import Callable, Sequence
from operator import contains

from bot.knowledge.months import NUMBER_OF_MONTH
from bot.matching.denial import absent
from bot.matching.listed_before import Carried, listed_again, of_them, of_them_too, one_of_them
from bot.matching.reading import COUNT_PREFIX, LEAVING_COUNT, SPEAKING, Entities, Reading
from bot.matching.turning import (
    COMPARED,
    and_use,
    compared_too,
    deed_too,
    fact_of_it,
    number_of_it,
    other_article,
    other_topic,
    said_then,
    spoke_there,
    voted_so,
    who_was_there,
)
from bot.matching.words import FUNCTION_WORDS, OF_LEAVING

_OPENINGS = (("and",), ("what", "about"), ("how", "about"), ("but",), ("or",), ("also",), ("same", "for"), ("then",))
_POLITE = frozenset(
    "ok okay thanks thank thx please pls plz hurry quick quickly great good cool nice right so now sorry cheers".split()
)
_PRONOUNS = frozenset({"it", "its", "they", "their", "he", "she", "them", "that", "there"})
_NAMES = frozenset({"{state}", "{meeting}", "{year}", "{source}"})
_CORRECTING = frozenset("meant mean no sorry rather actually i".split())
_BESIDE_OTHER_NAMES = _CORRECTING | {"according", *NUMBER_OF_MONTH}
"""words that may stand beside the name of something else: "and June 2017" """
_BEFORE_NAMES = frozenset({"in", "at", "for", "of", "by", "from", "the"})
_LONGEST_FOLLOW_UP = 6


_ORDINALS = {"first": 0, "former": 0, "1": 0, "1st": 0, "second": 1, "2": 1, "2nd": 1, "third": 2, "3": 2, "3rd": 2}
_LAST = frozenset({"last", "latter"})
_BESIDE_ORDINAL = frozenset({"the", "one", "number", "option", "please", "question", "no", "take", "that"})
_WHY = frozenset({"why", "reason", "reasons"})
_WHY_WORDS = ("why", "has", "{state}", "not", "joined")
_WHY_VOTED = ("why", "did", "{state}", "vote", "so")
_OF_PRESENCE = frozenset({"attendance", "last-participation", "attendees", "absentees"})
_THERE = frozenset({"there", "then"})
_SPOKE = frozenset("speak spoke say said".split())
_BESIDE_LIKEWISE = frozenset("who which states countries else voted vote did so the same way like that it and".split())
_WHO_LIKEWISE = ("who", "voted", "like", "{state}")
_NOT_VOTED = ("who", "did", "not", "vote", "so")
_ABSENT_WORDS = ("who", "was", "absent", "from", "{meeting}")
_HOW_MANY = {
    ("how", "many"),
    ("and", "how", "many"),
    ("how", "many", "are", "they"),
    ("how", "many", "were", "they"),
    ("how", "many", "are", "there"),
    ("how", "many", "were", "there"),
    ("how", "many", "is", "that"),
}
_MERELY_THERE = frozenset("and what about how at in for the ok {meeting}".split())
"""words of a question that only names a meeting"""
_ATTENDED_WORDS = ("who", "attended", "{meeting}")
_WHO_WROTE = (
    frozenset({"who"}),
    frozenset("wrote writes publishes published publish runs makes issued".split()),
    frozenset({"that", "it", "this"}),
)
_DID_IT = {("did", "{state}"), ("was", "{state}"), ("was", "{state}", "there"), ("and", "{state}"), ("{state}",)} | {
    ("{state}", "too"),
    ("did", "{state}", "too"),
    ("was", "{state}", "too"),
    ("did", "{state}", "come"),
    ("did", "{state}", "attend"),
}
_OF_SOURCE = frozenset("what does do did the {source} say says about it that this on and in by".split())
_ITS = frozenset({"it", "that", "this"})
_WHEN = frozenset({"when", "date", "year"})
_BESIDE_WHEN = frozenset(
    "was were is that this it did they say said happen happened and the of what exactly since in which on from".split()
)
_COMPARING = frozenset({"compare", "compared", "versus", "vs", "difference"})
_BESIDE_COMPARING = frozenset(
    "it its that this them to with and how does do the between what is s can could you please pls of".split()
)
_SAID = {(*asking, it) for asking in (("who", "said"), ("who", "says")) for it in ("it", "that", "this")} | {
    ("where", "was", it, "said") for it in ("it", "that", "this")
}
"""ask what stands with every statement"""
_QUOTE = frozenset("full whole complete entire exact very literal quote quotation text words wording the in".split())
"""words that ask for a statement as it stands, which an answer quotes"""
_SOURCE = frozenset(
    {"source", "sources", "evidence", "proof", "citation", "reference", "where", "document", "paper", "true", "sure"}
)
"""words that ask what an answer rests on, or doubt it"""
_BESIDE_SOURCE = frozenset(
    """
    the is that from what which s your for it this of says say does stand in please pls plz and are you really
    still
    """.split()
)


def picked(before: Reading, words: Sequence[str]) -> str | None:
    """The question offered before that "the first one", "2" or "the last one" picks, if any."""
    ordinals = [word for word in words if word in _ORDINALS or word in _LAST]
    if len(ordinals) != 1 or not before.offered or set(words) - _BESIDE_ORDINAL - set(ordinals):
        return None
    place = len(before.offered) - 1 if ordinals[0] in _LAST else _ORDINALS[ordinals[0]]
    return before.offered[place] if place < len(before.offered) else None


def carried_on(before: Reading, entities: Entities, words: Sequence[str]) -> tuple[Entities, list[str]]:
    """Entities and words of a question, completed from the one before where it leans on it."""
    meant = _without_politeness(words)
    leaning = (rule(before, entities, meant) for rule in _LEANING)
    if found := next((found for found in leaning if found), None):
        return found
    # "According to the 2017 paper, who abstained?", "and who voted in favour?"
    of_document = meant[:1] == ["and"] and bool(before.entities.sources) and not entities.sources
    return (entities._replace(sources=before.entities.sources) if of_document else entities), list(words)


def _without_politeness(words: Sequence[str]) -> Sequence[str]:
    """The words without what is said before or after a question: "ok thanks, and Pakistan?"."""
    first = next((place for place, word in enumerate(words) if word not in _POLITE), 0)
    end = next((place for place in range(len(words), first, -1) if words[place - 1] not in _POLITE), len(words))
    return words[first:end]


def _why(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """Why it is as the answer before says; after words of a State, why it has not joined."""
    if not before.entities.states or not set(words) & _WHY or set(words) - _WHY - _BESIDE_SOURCE - {"not"}:
        return None
    if before.intent == "vote":
        return before.entities._replace(topics=()), list(_WHY_VOTED)
    if before.intent in _OF_PRESENCE or before.entities.topics or not OF_LEAVING.isdisjoint(before.words):
        return before.entities, ["why", *before.words]
    return entities._replace(states=before.entities.states), list(_WHY_WORDS)


def _same(before: Reading, _: Entities, words: Sequence[str]) -> Carried | None:
    """The source, who wrote it, the very words, or how many they are: that stands in the answer before."""
    of_source = bool(set(words) & _SOURCE) and not set(words) - _SOURCE - _BESIDE_SOURCE
    who_wrote = len(words) == len(_WHO_WROTE) and all(map(contains, _WHO_WROTE, words))
    how_many = tuple(words) in _HOW_MANY
    said = before.intent in SPEAKING and (tuple(words) in _SAID or _QUOTE.issuperset(words))
    asks = bool(before.words) and bool(before.intent) and (of_source or who_wrote or how_many or said)
    return (before.entities, list(before.words)) if asks else None


def _when(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """When it was: what is told of a State or of presence bears dates; of an entry it is asked anew.

    A day ("on which date", "since when") stands only beside statements, presence and figures.
    """
    if entities != Entities() or not before.words or not set(words) & _WHEN or set(words) - _WHEN - _BESIDE_WHEN:
        return None
    dated = _OF_PRESENCE | {"statement"}
    bears_dates = before.intent in dated or (bool(before.entities.states) and before.intent != "membership")
    if not {"since", "date"}.isdisjoint(words):
        of_figure = before.intent.startswith(COUNT_PREFIX) and before.intent != LEAVING_COUNT
        bears_dates = before.intent in dated or of_figure
    asked = ["on", "which", "date"] if "date" in words else ["when"]
    return before.entities, list(before.words) if bears_dates else [*asked, *before.words]


def _compared(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """The State before beside another one: "compare it with Pakistan"."""
    asks = bool(set(words) & _COMPARING) and words.count("{state}") == 1
    if not asks or len(before.entities.states) != 1 or set(words) - _COMPARING - _BESIDE_COMPARING - {"{state}"}:
        return None
    if entities.states == before.entities.states:
        return None
    return entities._replace(states=(*before.entities.states, *entities.states)), list(COMPARED)


def _by_source(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """What another document says of it."""
    asks = bool(before.words) and "{source}" in words and not entities.states and not set(words) - _OF_SOURCE
    asks = asks and (bool(before.entities.states) or not _ITS.isdisjoint(words))
    return (before.entities._replace(sources=entities.sources), list(before.words)) if asks else None


def _voted_likewise(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """Who voted as the State before: "who voted the same?", "who else?"; not who voted as the question itself says."""
    asks = words[:1] in (["who"], ["which"]) and bool({"same", "else"} & set(words))
    asks = asks and entities == Entities() and not set(words) - _BESIDE_LIKEWISE
    if before.intent != "vote" or len(before.entities.states) != 1 or not asks:
        return None
    return before.entities._replace(votes=()), list(_WHO_LIKEWISE)


def _other_names(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """The same of other names: "and Pakistan?"."""
    own = [word for word in words if word not in FUNCTION_WORDS and word not in _BESIDE_OTHER_NAMES]
    opened = any(tuple(words[: len(opening)]) == opening for opening in _OPENINGS)
    opened = opened or not _CORRECTING.isdisjoint(words[:1])  # "no, I meant Iran"
    names_only = bool(own) and all(word in _NAMES for word in own)
    leans = names_only and (opened or not set(words) - _NAMES - _BEFORE_NAMES)
    if len(words) > _LONGEST_FOLLOW_UP or not leans or not before.intent:
        return None
    return _merged(before.entities, entities), list(before.words)


def _pronoun(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """The State before for "it" or "they", and the meeting for "there"."""
    if entities.states or not before.entities.states or not _PRONOUNS & set(words):
        return None
    place = next(index for index, word in enumerate(words) if word in _PRONOUNS)
    completed = [*words[:place], "{state}", *words[place + 1 :]]
    named = entities._replace(states=before.entities.states)
    if completed[-1] == "then" and before.entities.years and not entities.years:
        return named._replace(years=before.entities.years), [*completed[:-1], "in", "{year}"]
    meetings = before.entities.meetings or before.told_of
    if not meetings or entities.meetings or entities.years:
        return named, completed
    if completed[-1] in _THERE:
        return named._replace(meetings=meetings[-1:]), [*completed[:-1], "at", "{meeting}"]
    if before.intent in _OF_PRESENCE and not _SPOKE.isdisjoint(words):
        return named._replace(meetings=meetings), [*completed, "at", *["{meeting}"] * len(meetings)]
    return named, completed


def _on_presence(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """What leans on a meeting before: "and who was absent?"; or on a list of votes: "what about 15MSP?"."""
    if before.intent == "attendees" and before.entities.meetings and tuple(words) in _DID_IT:
        named = entities._replace(meetings=before.entities.meetings)
        return named, ["did", "{state}", "attend", *["{meeting}"] * len(named.meetings)]
    if entities.states or len(words) > _LONGEST_FOLLOW_UP:
        return None
    who_did_not = list(words[-3:]) == ["who", "did", "not"]
    if who_did_not and before.intent == "vote-list":
        return before.entities, list(_NOT_VOTED)
    if before.intent == "absentees" and before.entities.meetings and list(words[-2:]) == ["who", "did"]:
        return before.entities, ["who", "attended", *["{meeting}"] * len(before.entities.meetings)]
    asks_absence = (absent(words) and "never" not in words) or who_did_not
    if before.entities.meetings and asks_absence and "{meeting}" not in words:
        return Entities(meetings=before.entities.meetings[-1:]), list(_ABSENT_WORDS)
    vote_taken = any(meeting.startswith("first-committee") for meeting in entities.meetings)
    if before.intent == "vote-list" and entities.meetings and _MERELY_THERE.issuperset(words) and not vote_taken:
        return entities, list(_ATTENDED_WORDS)
    return None


def _merged(before: Entities, now: Entities) -> Entities:
    when = bool(now.meetings or now.years or now.unknown_meetings)
    return before._replace(
        states=now.states or before.states,
        meetings=now.meetings if when else before.meetings,
        years=now.years if when else before.years,
        topics=now.topics or before.topics,
        unknown_meetings=now.unknown_meetings if when else before.unknown_meetings,
        sources=now.sources or before.sources,
        channels=now.channels or (() if now.meetings else before.channels),
        votes=now.votes or before.votes,
    )


_LEANING: tuple[Callable[[Reading, Entities, Sequence[str]], Carried | None], ...] = (
    _why,
    number_of_it,
    _same,
    _when,
    _compared,
    compared_too,
    fact_of_it,
    voted_so,
    who_was_there,
    deed_too,
    and_use,
    other_article,
    spoke_there,
    said_then,
    _on_presence,
    _by_source,
    of_them,
    of_them_too,
    one_of_them,
    listed_again,
    _voted_likewise,
    _other_names,
    other_topic,
    _pronoun,
)
"""how a question may lean on the one before, in the order in which they are tried"""
