"""Who or which ones is asked, and an FAQ entry does not tell it: rules for ``untold``.

An entry names one State, and all are asked for; it tells of a group, and its members are asked for; it tells who does a
thing, and those are asked for that do not.
"""

from bot.answering.asking import OF_REASONS
from bot.answering.draft import Asked
from bot.answering.families.by_states import goes_by_states
from bot.answering.rules.ruling import Rule, on, seconds
from bot.knowledge.model import State
from bot.matching.denial import DENYING
from bot.matching.tokens import tokenise
from bot.matching.words import FUNCTION_WORDS, stem

_BODIES = frozenset("group panel committee board team delegation".split())
_OF_MEMBERS = {
    ("members", "of"),
    ("members", "list"),
    ("the", "members"),
    ("of", "members"),
    ("is", "on"),
    ("is", "in"),
    ("sits", "on"),
}
REGIONS = {
    word: frozenset(words.split())
    for words in (
        "pacific oceania melanesia",
        "africa african",
        "asia asian asean",
        "europe european",
        "nordic scandinavian scandinavia",
        "latin caribbean americas",
        "arab arabic",
        "balkans balkan",
        "gulf",
        "soviet",
    )
    for word in words.split()
}
"""words for parts of the world, each with the words of which a text on it has one"""
_NORTH = frozenset({"nordic", "scandinavian", "scandinavia"})
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
_DENIED_WITHIN = 4
"""words after a denial in which what it denies stands: "not want to join" """
_NOT_PARTY = (("party",), ("parties",), ("members",), ("in",))
_REFUSING = frozenset("refuse refuses refused refusing rule rules exclude excludes".split())
_OF_EVERY_ENTRY = frozenset("states state party convention treaty mines".split())


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


@on(words=_BODIES)
def members(asked: Asked, _intent: str) -> str | None:
    """Who the members of a group are: no entry names them."""
    asks = not asked.pairs.isdisjoint(_OF_MEMBERS)
    begins = asked.reading.words[:1] == ("members",)
    asks = asks and (begins or asked.asks("who", "which", "list", "names", "name"))
    return "it asks for members, and the entry names none" if asks else None


@on(words=REGIONS.keys())
def region(asked: Asked, intent: str) -> str | None:
    """Of one part of the world, which the entry does not name."""
    named = [words for word, words in REGIONS.items() if word in asked.words]
    if not named:
        return None
    asks = asked.asks("region", "regions", "continent") or any(("in", word) in asked.pairs for word in REGIONS)
    if not (asks or asked.asks_any(_NORTH)):
        return None
    told = {token.key for text in asked.entry_of(intent).texts for token in tokenise(text)}
    return None if any(words & told for words in named) else "it asks of a part of the world, and the entry names none"


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
    texts = " ".join(asked.entry_of(intent).texts)
    others = (state for state in asked.knowledge.states.values() if state not in asked.states)
    return None if any(state.names.short in texts for state in others) else "it asks which they are, and none is named"


@on(words=DENYING | _REFUSING)
def the_contrary(asked: Asked, intent: str) -> str | None:
    """Who does not do what an entry tells of State by State: "which holdouts won't join"."""
    denying = not DENYING.isdisjoint(asked.words) or asked.asks_any(_REFUSING)
    if asked.states or not denying or not goes_by_states(asked.knowledge, asked.entry_of(intent)):
        return None
    question = tokenise(asked.entry_of(intent).record.question).keys
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


@on(words={"do", "does", "doing"})
def doing_now(asked: Asked, _intent: str) -> str | None:
    """What a person is doing now: no document follows anybody."""
    asks = not asked.pairs.isdisjoint(_DOING_NOW) and not asked.asks_any(_NO_PERSON)
    return "it asks what a person does today, and no document tells it" if asks else None


@on(words={"them"})
def of_them(asked: Asked, _intent: str) -> str | None:
    """Which of those in an answer before, of which an entry knows nothing."""
    asks = asked.reading.words[:3] in (("which", "of", "them"), ("who", "of", "them")) and not asked.states
    return "it asks of those listed before" if asks else None


ON_NAMES: tuple[Rule[str], ...] = (
    of_one_state,
    members,
    region,
    signer,
    which_ones,
    the_contrary,
    doing_now,
    of_them,
)
"""in the order in which they are asked"""
