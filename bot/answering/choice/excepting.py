"""Lists that leave out a State: "who abstained besides India".

The list is told whole, as the document has it, with a sentence on the State left out.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.answering.answer import Item, Listing, Text
from bot.answering.answerers import answered
from bot.answering.asking import OF_EXPLANATIONS
from bot.answering.choice.clauses import Read
from bot.answering.choice.deciding import decide
from bot.answering.draft import Asked, Draft
from bot.answering.rules.ruling import firsts
from bot.answering.rules.shared import ASKING_WHO
from bot.answering.wording import and_list, capital
from bot.knowledge.model import State
from bot.matching.languages import ENGLISH
from bot.matching.reading import Mention, Reading
from bot.matching.tokens import Tokens, tokenise

_LISTS = frozenset("vote-list attendees absentees last-at no-information".split())
"""kinds that are a list with one row a State, which begins with its title: letters and reports may be several of one"""
_EXCEPT = frozenset("besides beside except excepting excluding".split())
_FROM = {("apart", "from"), ("aside", "from"), ("other", "than"), ("except", "for")}
_WORDS = _EXCEPT | firsts(_FROM)
_BETWEEN = frozenset({"and", "or", "the"})
"""words between States that are left out together"""
_EXPLAINED = frozenset({"explain", "explained", "explains"})
"""the vote is listed, and its explanations are not"""
_OTHERS = frozenset({"else", "other"})
"""words that say once more that some are left out"""


def by_exception(asked: Asked, read: Read) -> tuple[Reading, Draft] | None:
    """The list asked for, and what it has of the States left out; None when that is not what is asked."""
    reading = asked.reading
    if reading.language != ENGLISH or not asked.states or not asked.asks_any(_WORDS):
        return None
    tokens = tokenise(reading.question)
    places = _left_out(tokens, [mention for mention in reading.mentions if mention.kind == "state"])
    if not places:
        return None
    rest = [token.text for token in tokens if token.position not in places and token.key not in _OTHERS]
    of_rest = replace(asked, reading=read(" ".join(rest)))
    decision = decide(of_rest)
    asks_who = asked.asks_any(ASKING_WHO) and decision.step == "answer" and not decision.reading.entities.states
    if not asks_who or decision.reading.intent not in _LISTS or asked.asks_any(OF_EXPLANATIONS | _EXPLAINED):
        return None
    draft = answered(replace(asked, reading=decision.reading))
    lists = [part for part in draft.parts if isinstance(part, Listing)]
    if draft.outcome != "answered" or len(lists) != 1:
        return None
    told = Text(_told(asked.states, lists[0].items))
    return decision.reading._replace(question=reading.question), replace(draft, parts=(*draft.parts, told))


def _left_out(tokens: Tokens, states: list[Mention]) -> frozenset[int]:
    """Where "besides India and Pakistan" stands, when every State named stands there; nothing otherwise."""
    if not states:
        return frozenset()
    first, last = states[0].start, states[-1].end
    named = {place for state in states for place in range(state.start, state.end)}
    keys = tokens.keys
    if any(place not in named and keys[place] not in _BETWEEN for place in range(first, last)):
        return frozenset()
    first -= keys[first - 1 : first] == ("the",)
    for length, begins in ((2, keys[first - 2 : first] in _FROM), (1, not _EXCEPT.isdisjoint(keys[first - 1 : first]))):
        if begins and first >= length:
            return frozenset(range(first - length, last))
    return frozenset()


def _told(states: tuple[State, ...], items: tuple[Item, ...]) -> str:
    """Which of the States left out stand in the list, and how many others."""
    there = [state for state in states if any(_is_of(state, item) for item in items)]
    sentences = list(_on_absent([state for state in states if state not in there]))
    if there:
        names = and_list(state.title for state in there)
        stand = "stands" if len(there) == 1 else "stand"
        sentences.append(f"Without {names}, which {stand} in the list, it has {len(items) - len(there)}.")
    return " ".join(sentences)


def _on_absent(states: list[State]) -> Iterator[str]:
    if states:
        names = and_list(state.title for state in states)
        yield f"{capital(names)} {'is' if len(states) == 1 else 'are'} not in the list."


def _is_of(state: State, item: Item) -> bool:
    """Whether a row is a State's: "India", "United States of America (USA)", "India: 16MSP in 2017"."""
    return item.text == state.title or item.text.startswith((f"{state.title} (", f"{state.title}:"))
