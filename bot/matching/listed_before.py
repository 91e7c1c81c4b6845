"""Follow-up questions on those that an answer listed: "which of them abstained?", "is China one of them?"."""

from collections.abc import Mapping, Sequence

from bot.matching.denial import absent
from bot.matching.reading import LEAVING_COUNT, NOT_PARTY_COUNT, Entities, Reading

Carried = tuple[Entities, list[str]]
"""entities and words, completed"""
_LISTED: Mapping[tuple[str, ...], tuple[str, ...]] = {
    ("abstained",): ("abstained",),
    ("in_favour",): ("voted", "in", "favour"),
    ("not_present",): ("were", "absent", "from", "the", "vote"),
}
"""by the votes listed, the words for them"""
_OF_ONE: Mapping[str, tuple[str, ...]] = {
    "vote-list": ("how", "did", "{state}", "vote"),
    "vote": ("how", "did", "{state}", "vote"),
    "attendance": ("did", "{state}", "attend"),
    "attendees": ("did", "{state}", "attend"),
    "absentees": ("did", "{state}", "attend"),
    "silence": ("did", "{state}", "attend"),
    "never-participated": ("when", "did", "{state}", "last", "take", "part"),
    "last-at": ("when", "did", "{state}", "last", "take", "part"),
    "letters": ("has", "{state}", "replied", "to", "the", "president"),
    "article7": ("has", "{state}", "submitted", "an", "article7", "report"),
    "topic-states": ("what", "does", "{state}", "say", "about", "{topic}"),
    LEAVING_COUNT: ("is", "{state}", "leaving", "the", "convention"),
    "bilateral": ("did", "the", "president", "meet", "{state}"),
}
"""by the kind of list, what is asked of one State: whether it is in the list stands in the answer"""
_THERE = frozenset({"attendance", "attendees", "absentees", "silence"})
_BEING = frozenset({"is", "was", "are", "were", "isnt", "wasnt", "and", "does"})
_AMONG = (
    ("one", "of", "them"),
    ("one", "of", "those"),
    ("among", "them"),
    ("among", "those"),
    ("belong", "to", "them"),
    ("on", "the", "list"),
    ("on", "that", "list"),
    ("in", "the", "list"),
)
_ONES = {
    ("list", "them"),
    ("name", "them"),
    ("show", "them"),
    ("who", "are", "they"),
    ("who", "were", "they"),
    ("which", "ones"),
    ("which", "ones", "are", "they"),
    ("which",),
    ("who",),
    ("which", "states"),
    ("which", "countries"),
}
_CONDITIONS = "table-conditions"
"""the kind of question on States that meet several conditions"""
_WHO = frozenset({"who", "which"})
_THEM = frozenset({"them", "these", "those"})
_LONGEST = 6
"""words of such a question"""
_OF_ALL = frozenset({"states-not-party", NOT_PARTY_COUNT})
"""kinds that tell of all States not party: whatever is asked of them is asked of whoever is listed"""
_ABSENT_FROM_VOTE = ("not_present",)
_WHO_NOT_PARTY = ("which", "states", "are", "not", "party")


def one_of_them(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """Whether a State is among those listed before: what is asked of the list is asked of it."""
    asks = len(words) > 1 and words[0] in _BEING and words[1] == "{state}" and tuple(words[2:]) in _AMONG
    if not asks or (of_one := _OF_ONE.get(before.intent)) is None:
        return None
    meetings = before.entities.meetings if before.intent in _THERE else ()
    named = entities._replace(meetings=meetings, years=before.entities.years if not meetings else ())
    if before.intent == LEAVING_COUNT or before.entities.topics:
        named = named._replace(topics=before.entities.topics)
    return named, [*of_one, *["{meeting}"] * len(meetings)]


def listed_again(before: Reading, _: Entities, words: Sequence[str]) -> Carried | None:
    """The names, after their number: "list them", "which ones?"."""
    if tuple(words) not in _ONES or not before.words:
        return None
    if before.intent == NOT_PARTY_COUNT:
        return before.entities, list(_WHO_NOT_PARTY)
    return (before.entities, list(before.words)) if not before.entities.states else None


def of_them_too(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """Another vote of those at a meeting: "and which voted yes?" after "which of them abstained?"."""
    both = before.intent == _CONDITIONS and len(before.entities.meetings) == 1 and bool(before.entities.votes)
    asks = tuple(words[:1]) == ("and",) and len(words) <= _LONGEST
    if not both or not asks or entities != Entities(votes=entities.votes) or not entities.votes:
        return None
    merged = entities._replace(meetings=before.entities.meetings)
    own = words[2:] if not _WHO.isdisjoint(words[1:2]) else words[1:]
    return merged, ["which", "states", "attended", "{meeting}", "and", *own]


def of_them(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """What is asked of those listed before: "which of them abstained?" after who attended, and the other way round."""
    place = next((place for place in (1, 2) if len(words) > place and words[place] == "of"), None)
    if place is None or _THEM.isdisjoint(words[place + 1 : place + 2]):
        return None
    rest = list(words[place + 2 :])
    asks = [word for word in words[: list(words).index("of")] if word != "and"]
    if before.intent in _OF_ALL and not before.entities.states:
        return entities._replace(sources=before.entities.sources), [*asks, "states", *rest]
    votes = before.entities.votes or (_ABSENT_FROM_VOTE if absent(before.words) else ())
    listed = _LISTED.get(votes) if before.intent == "vote-list" else None
    if listed and entities.meetings:
        return entities._replace(votes=votes), [*asks, "states", *listed, "and", *rest]
    one_meeting = before.intent == "attendees" and len(before.entities.meetings) == 1
    if one_meeting and entities.meetings and not entities.votes and rest:
        merged = entities._replace(meetings=(*before.entities.meetings, *entities.meetings))
        return merged, [*asks, "states", "attended", "{meeting}", "and", *(word for word in rest if word != "also")]
    if one_meeting and entities.votes and not entities.meetings:
        merged = entities._replace(meetings=before.entities.meetings)
        return merged, [*asks, "states", "attended", "{meeting}", "and", *rest]
    return None
