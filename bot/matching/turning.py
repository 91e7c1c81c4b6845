"""Follow-up questions that turn to something else of the same subject: another topic, article, meeting or State."""

from collections.abc import Sequence
from itertools import pairwise

from bot.matching.denial import DENYING, absent
from bot.matching.listed_before import Carried
from bot.matching.reading import FAQ_PREFIX, SPEAKING, Entities, Reading
from bot.matching.words import FUNCTION_WORDS

_ARTICLE = "article"
_SPOKE = frozenset("speak spoke speaking said say".split())
_BESIDE_SPOKE = frozenset("and who which states countries there did".split())
_BESIDE_TOPIC = frozenset("what about how and on regarding do does they it say".split())
_OF_WHOEVER = "topic-states"
_LONGEST = 6
_BEING_THERE = frozenset("are were is there they it that of".split())
_OF_STATES = frozenset(
    """
    states countries state country governments who voted abstained attended joined signed ratified acceded party parties
    signatories members outside them
    """.split()
)
"""words of a number of States"""
_OPENING = 4
"""words in which what is asked for begins: "and which of them", "so how many" """
_FACTS = frozenset(
    "attendance vote votes position stance statement statements quote quotes reasons overview participation".split()
)
_BESIDE_FACT = frozenset("and the its their what about how please pls is was a".split())
_OF_ATTENDANCE = frozenset({"attendance", "attendees"})
_CAME = (("attended",), ("came",), ("there",), ("took", "part"))
_WHO_CAME = {("who", *came) for came in _CAME} | {("who", "else", *came) for came in (*_CAME, ())}
_OF_ALL_SAID = frozenset({"overview", "letters"})
"""kinds whose own words do not ask what was said somewhere else"""
_USE = frozenset({"use", "using"})
"""a topic that its word names only beside another: "does it have a moratorium", "and on use?" """
_USE_TOPIC = "use"
"""id of that topic"""
_COVERED = frozenset(
    """
    export exports exported use used using production producing produced stockpiling stockpiled transfer transfers
    transferred
    """.split()
)
"""words for what a moratorium covers"""
_NARROWED = frozenset({"attendees", "absentees", "vote-list", "table-conditions"})
"""lists that a further condition makes shorter"""
_TRANSFER_TOPIC = "transfer"
"""id of the topic that moratoria belong to"""
COMPARED = ("compare", "{state}", "and", "{state}")
_BESIDE_ONE_MORE = frozenset("{state} and the with what about how also plus".split())
_TIMES = {
    "before": frozenset("before earlier previously".split()),
    "after": frozenset("after afterwards later since".split()),
}
_NEVER = {("never",), ("and", "never"), ("never", "ever")}
_DID = frozenset("attended abstained voted came spoke".split())
"""what those listed before may have done too: "and abstained?" """
_BESIDE_TIME = frozenset("and what about did it they say said anything that then the".split())
_BY_WHOM = frozenset({"how", "whom", "who"})
"""after "by": who did what the answer before tells of"""
_ONES = frozenset("first last second third fourth one ones latter former".split())
_BESIDE_ONES = frozenset("the and what did does say says said about of no number that".split())


def other_topic(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """What the State before, or whoever, says of a topic: "and on stockpiles?"."""
    alone = entities == Entities(topics=entities.topics) and bool(entities.topics)
    if not alone or len(words) > _LONGEST or not (_opens(words) or len(words) == 1):
        return None
    own = [word for word in words if word not in _BESIDE_TOPIC and word not in FUNCTION_WORDS]
    if own and before.intent == _OF_WHOEVER and not before.entities.states:
        return entities._replace(sources=before.entities.sources), ["which", "states", "speak", "of", *own]
    if not own or len(before.entities.states) != 1:
        return None
    kept = entities._replace(states=before.entities.states, sources=before.entities.sources)
    return kept, ["what", "does", "{state}", "say", "about", *own]


def and_use(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """A moratorium on use, or what the State before says of use: "and on use?"."""
    own = [word for word in words if word not in _BESIDE_TOPIC and word not in FUNCTION_WORDS]
    of_one = len(before.entities.states) == 1 and before.intent in SPEAKING
    if entities != Entities() or len(own) != 1 or own[0] not in _USE or not of_one or len(words) > _LONGEST:
        return None
    kept = Entities(states=before.entities.states, sources=before.entities.sources, topics=(_USE_TOPIC,))
    return kept, ["does", "{state}", "use", "mines"]


def deed_too(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """A moratorium on something else, or who never did something else: "and on production?", "and produced?"."""
    own = [word for word in words if word not in _BESIDE_TOPIC and word not in FUNCTION_WORDS and word != "or"]
    alone = entities == Entities(topics=entities.topics) and len(words) <= _LONGEST
    if not alone or len(own) != 1 or own[0] not in _COVERED or len(before.entities.states) > 1:
        return None
    named = before.entities._replace(topics=tuple(dict.fromkeys((*entities.topics, _TRANSFER_TOPIC))), years=())
    who = ["does", "{state}"] if before.entities.states else ["which", "states"]
    if "moratorium" in before.words:
        return named, [*who, "have", "a", "moratorium", "on", *own]
    if "never" in before.words:
        has = ["has", "{state}"] if before.entities.states else ["which", "states"]
        return named._replace(topics=entities.topics or (_USE_TOPIC,)), [*has, "never", *own, "mines"]
    return None


def other_article(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """The same of another article: "and article 5?", "and 7?"."""
    places = [place for place, word in enumerate(before.words) if word.startswith(_ARTICLE) and word[-1].isdigit()]
    own = [word for word in words if word not in _BESIDE_TOPIC]
    if entities != Entities() or len(places) != 1 or len(own) != 1:
        return None
    number = own[0].removeprefix(_ARTICLE)
    if not number.isdigit():
        return None
    return entities, [*before.words[: places[0]], f"{_ARTICLE}{number}", *before.words[places[0] + 1 :]]


def spoke_there(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """Who spoke at the meeting before: "and who spoke?"."""
    asks = "who" in words and not _SPOKE.isdisjoint(words) and not set(words) - _SPOKE - _BESIDE_SPOKE
    if entities != Entities() or not asks or len(before.entities.meetings) != 1 or before.entities.states:
        return None
    return Entities(meetings=before.entities.meetings), ["who", "spoke", "at", "{meeting}"]


def said_then(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """What the State said at a meeting or in a year, after all that is on record of it, or its letter: "and 16MSP?"."""
    when = [word for word in words if word in {"{meeting}", "{year}"}]
    alone = entities == Entities(meetings=entities.meetings, years=entities.years)
    if before.intent not in _OF_ALL_SAID or len(before.entities.states) != 1 or len(when) != 1 or not alone:
        return None
    if not set(words) <= {*when, *_BESIDE_TOPIC, "in", "at", "the"}:
        return None
    named = entities._replace(states=before.entities.states)
    return named, ["what", "did", "{state}", "say", "in" if when == ["{year}"] else "at", *when]


def fact_of_it(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """Another fact of the State before, asked for by its name alone: "attendance?", "quote please"."""
    own = [word for word in words if word not in _BESIDE_FACT]
    asks = len(own) == 1 and own[0] in _FACTS and len(words) <= _LONGEST
    if entities != Entities() or not asks or len(before.entities.states) != 1:
        return None
    return Entities(states=before.entities.states, sources=before.entities.sources), ["{state}", *own]


def who_was_there(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """Who was at the meeting before: "who attended?"."""
    own = tuple(word for word in words if word not in _BESIDE_FACT)
    if entities != Entities() or own not in _WHO_CAME or len(before.entities.meetings) != 1:
        return None
    if "else" in own and (before.intent not in _OF_ATTENDANCE or absent(before.words)):
        return None
    return Entities(meetings=before.entities.meetings), ["who", "attended", "{meeting}"]


def voted_so(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """Whether the State before voted so: "so in favour?"."""
    alone = entities == Entities(votes=entities.votes) and bool(entities.votes)
    of_one = before.intent == "vote" and len(before.entities.states) == 1
    if not alone or not of_one or len(words) > _OPENING or not _OF_STATES.difference(_DID).isdisjoint(words):
        return None
    return entities._replace(states=before.entities.states), ["did", "{state}", "vote", *words]


def compared_too(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """One State more beside those compared: "and Pakistan?"."""
    alone = entities == Entities(states=entities.states) and len(entities.states) == 1
    if before.intent != "compare" or not alone or set(words) - _BESIDE_ONE_MORE:
        return None
    states = tuple(dict.fromkeys((*before.entities.states, *entities.states)))
    return before.entities._replace(states=states), [*COMPARED, *["and", "{state}"] * (len(states) - 2)]


def number_of_it(before: Reading, entities: Entities, words: Sequence[str]) -> Carried | None:
    """How many of something a State has or did, after its words: "how many?", "how many destroyed?"."""
    of_one = len(before.entities.states) == 1 and before.intent.startswith((*SPEAKING, FAQ_PREFIX))
    asks = ("how", "many") in pairwise(words[:_OPENING]) and len(words) <= _LONGEST and _OF_STATES.isdisjoint(words)
    if not of_one or not asks or entities != Entities(topics=entities.topics):
        return None
    named = entities._replace(states=before.entities.states, topics=entities.topics or before.entities.topics)
    place = words.index("many") + 1
    own = [word for word in words[place:] if word not in _BEING_THERE]
    return named, ["how", "many", *(own or ["mines"]), "does", "{state}", "have"]


def narrows(before: Reading, entities: Entities, words: Sequence[str]) -> bool:
    """Whether a question narrows the list before it: "but not 15MSP?", "and did not attend 16MSP?"."""
    of_list = before.intent in _NARROWED and not before.entities.states and not entities.states
    denies = not DENYING.isdisjoint(words) or (absent(words) and "who" not in words)
    narrowing = words[:1] == ["but"] or (
        words[:1] == ["and"] and (denies or words[1:2] in (["attended"], ["abstained"]))
    )
    named = bool(entities.meetings or entities.votes) and not (before.entities.votes and entities.votes)
    return of_list and narrowing and named and "who" not in words and len(words) <= _LONGEST + 2


def other_time(words: Sequence[str]) -> str | None:
    """Which way from the time of the question before its State's words are asked for: "and before that?"."""
    own = [word for word in words if word not in _BESIDE_TIME]
    if len(own) != 1 or len(words) > _LONGEST:
        return None
    return next((time for time, said in _TIMES.items() if own[0] in said), None)


def points_nowhere(before: Reading, words: Sequence[str]) -> bool:
    """Whether a question points to one of several that the answer before does not offer: "and the last one"."""
    ones = not _ONES.isdisjoint(words) and "one" in words and not set(words) - _ONES - _BESIDE_ONES
    of_one_state = len(before.entities.states) == 1 and before.intent in {"vote", "attendance", "statement", "overview"}
    of_them = len(words) <= _LONGEST + 1 and ("of", "them") in pairwise(words[: _OPENING + 1])
    of_time = bool(other_time(words)) or tuple(words) in _NEVER
    of_list = before.intent in _NARROWED and not before.entities.states
    of_some = words[:1] == ("and",) and not _DID.isdisjoint(words[1:2]) and not of_list
    by_whom = words[:1] == ("by",) and bool(_BY_WHOM.intersection(words[1:2])) and len(words) <= _LONGEST
    bare = not before.intent and tuple(words[-2:]) == ("how", "many") and len(words) <= _OPENING - 1
    return ones or by_whom or bare or (of_one_state and of_them) or of_time or (of_some and not before.entities.states)


def _opens(words: Sequence[str]) -> bool:
    return bool(words) and words[0] in {"and", "what", "how", "on", "also", "but"} and "who" not in words
