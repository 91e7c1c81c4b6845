"""Who spoke for a State: the documents name States, and offices only in an attribution."""

import re
from dataclasses import replace

from bot.answering.draft import Asked, Draft
from bot.answering.families.statements import asks_next, shown
from bot.answering.fitting import fitting
from bot.answering.parts import Told, passage_of, text_of

_SPEAKER = re.compile(r"(?i)\bstatement by\b")
_PEOPLE = frozenset(
    """
    represented ambassador delegate speaker minister head heads headed leads leader general commander commands
    official officer
    """.split()
)
_LED = "led"
"""asks for a person after "who" or "whom" only: what led to something is no person"""
_SPOKE = tuple("spoke spoken speak said say delivered read made gave talking talked speaking represents".split())
_WHO = frozenset("who whom whose name names which".split())
_NAMING = frozenset("name names called".split())


def asks_for_people(asked: Asked) -> bool:
    """Whether a question asks who spoke for a State: "who spoke for Kazakhstan"; "who planted the mines" does not."""
    words = asked.reading.words
    after_who = (words[place + 1] for place, word in enumerate(words[:-1]) if word in ("who", "whom"))
    return asks_for_office(asked) or any(word in _SPOKE for word in after_who)


def asks_for_office(asked: Asked) -> bool:
    """Whether a question asks which official it was: "which minister", "name of the general"."""
    head_of_state = asked.asks("president") and asked.asks_any(_NAMING)
    leader = asked.asks(_LED) and asked.asks("who", "whom")
    return head_of_state or leader or (asked.asks_any(_PEOPLE) and asked.asks_any(_WHO))


def asks_who_at(asked: Asked) -> bool:
    """Whether a question asks for a person of a State: "who at the US mission wrote the email"."""
    return not asked.pairs.isdisjoint({("who", "at"), ("who", "from")})


def no_people(asked: Asked) -> Draft:
    """The documents name States, not the people who spoke for them, but for an office in an attribution."""
    state = asked.state
    named = tuple(
        item
        for item in fitting(asked, state)
        if any(_SPEAKER.search(citation.attribution or "") for citation in item.citations)
    )
    if named:
        given = shown(asked, state, named, f"{state.title}: speaker as the document gives it")
        # An office is given, and no name.
        return replace(given, outcome="no_record") if asked.asks("name", "names", "called") else given
    told = [Told("The documents do not name who it was; they give the words of the State.", ())]
    parts, evidence = text_of(told)
    found = fitting(asked, state)[:1]
    passages = [passage_of(asked.knowledge, item, marked="On record. ") for item in found]
    return Draft(
        "no_record",
        f"{state.title}: speaker not in the documents",
        (*parts, *passages),
        evidence,
        asks_next(asked, state, found),
    )
