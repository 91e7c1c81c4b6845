"""Which States' statements hold some words: "who cites Article 51", "which State speaks of a noble goal"."""

import re
from collections.abc import Sequence

from bot.answering.answer import Listing
from bot.answering.draft import Asked, Draft
from bot.answering.parts import Told, by_states, passage_of, text_of
from bot.answering.sentences import holds_together, names_state
from bot.answering.wording import and_list, capital
from bot.knowledge.model import Knowledge, State, Statement
from bot.knowledge.names import name_key
from bot.matching.denial import DENYING, STANDING
from bot.matching.telling import counted
from bot.matching.tokens import keys_of

_PERSONS = frozenset("president minister ambassador official king pope person leader".split())
"""who is no State: "which President called for a ban" """
_ASKING = frozenset("who which whose anyone anybody somebody someone any name list state country".split())
_MENTIONING = frozenset(
    """
    mention mentions mentioned mentioning cite cites cited citing invoke invokes invoked invoking quote quotes quoted
    refer refers referred referring say says said saying speak speaks spoke speaking talk talks talked talking
    raise raises raised call calls called describe describes described words phrase bring brings brought claim claims
    claimed
    """.split()
)
_STATEMENTS = ("statement", "statements")
_DENYING = DENYING | frozenset("oppose opposes against other".split())
_QUOTING = frozenset(
    """
    mention mentions mentioned cite cites cited invoke invokes invoked refer refers referred raise raises raised
    """.split()
)
"""verbs that single words go with; what somebody says is a phrase"""
_ON_OTHERS = frozenset("blame blames blamed accuse accuses accused name names named criticise criticises".split())
_ABOUT = frozenset("about of on to that the".split())
_SUBJECTS = frozenset("who which whose state states country countries nation nations anyone".split())
_QUOTED = re.compile('["“”]([^"“”]+)["“”]')
_WHO = frozenset({("who",), ("which",), ("whose",)})
_FEWEST_QUOTED = 2
"""words in quotation marks that are somebody's words; one alone may be a name"""
_VERBS = {*_QUOTING, *_ON_OTHERS, *"say says said speak speaks spoke talk talks talked complain complains".split()}
ORDER = frozenset("first last longest shortest second third".split())
"""words for the order of speakers, or the length of what they said, which no document tells"""
_SPEAKING = frozenset("speak spoke speaking speaker talk talked".split())
_COUNTED_IN_ORDER = frozenset(
    "meeting meetings msp conference reviewconference intersessional session half {meeting}".split()
)
"""what is itself the first or the last where such a word stands before it"""
ALL = 0.999
"""share of the words asked for that a statement must hold: all, but for rounding"""
IN_FULL = 2
"""statements shown in full; more are listed with where they stand"""


def mentioning(asked: Asked) -> tuple[Statement, ...]:
    """The statements of States not party that hold every word asked for; none when no such thing is asked.

    Of a State named the statements of others that name it are meant. What somebody says ("who said noble goal")
    must stand there as one phrase: single words of a claim may stand in its denial.
    """
    if verbatim := _holding_quoted(asked):
        return verbatim
    if asks_for_order(asked):
        return ()
    others, of_others = _others(asked), asks_of_others(asked)
    asks = asked.asks_any(_MENTIONING) and asked.asks_any(_ASKING)
    asks = asks and not (asked.asks_any(_DENYING) or counted(asked.reading.words))
    asks = asks and not (asked.reading.words[:1] == ("which",) and not _PERSONS.isdisjoint(asked.reading.words[1:2]))
    if others and not (asked.asks("who", "which", "whose") and asked.asks_any(_QUOTING)):
        asks = False
    if not (of_others or asks):
        return ()
    wanted = [] if of_others else _wanted(asked)
    if set(wanted) <= STANDING or (len(wanted) == 1 and asked.asks("are", "is") and not asked.asks_any(_QUOTING)):
        wanted = []  # "who said it would join", "who says mines are legitimate": a word is no claim
    if not (of_others or wanted or others):
        return ()
    own = {state.id for state in others}
    return tuple(
        item
        for item in asked.knowledge.statements
        if item.state not in own
        and asked.in_years(item.years)
        and (not asked.meetings or any(item.at(meeting) for meeting in asked.meetings))
        and (not wanted or (asked.search.share(item, wanted) >= ALL and holds_together(item, wanted)))
        and (not wanted or asked.asks_any(_QUOTING) or has_phrase(asked.knowledge, item, wanted))
        and all(names_state(asked, item, state.id) for state in others)
    )


def asks_for_order(asked: Asked) -> bool:
    """Whether it is asked who spoke first, last or longest: not who spoke "at the third MSP"."""
    of_meeting = any(first in ORDER and second in _COUNTED_IN_ORDER for first, second in asked.pairs)
    # A series of meetings is all of them: "the last MSP" is one only where it is known which.
    return asked.asks_any(ORDER) and asked.asks_any(_SPEAKING) and not (of_meeting and asked.meetings)


def asks_for_mention(asked: Asked) -> bool:
    """Whether it is asked who said words in quotation marks that a statement holds, or who speaks of a State named."""
    return bool(_holding_quoted(asked)) or asks_of_others(asked)


def _holding_quoted(asked: Asked) -> tuple[Statement, ...]:
    """The statements that hold the words in quotation marks of a question for whoever said them."""
    if not (phrase := _quoted(asked)):
        return ()
    words = phrase.split()
    return tuple(item for item in asked.knowledge.statements if has_phrase(asked.knowledge, item, words))


def _quoted(asked: Asked) -> str:
    """The words in quotation marks, in the form that texts are compared in; none where nobody is asked for."""
    if asked.states or not (found := _QUOTED.search(asked.reading.question)):
        return ""
    if not asked.asks_any(_MENTIONING) or not asked.asks_any(_ASKING):
        return ""
    if not DENYING.isdisjoint(keys_of(asked.reading.question[: found.start()])):
        return ""  # "who never said ..."
    phrase = name_key(found[1])
    return phrase if len(phrase.split()) >= _FEWEST_QUOTED else ""


def asks_of_others(asked: Asked) -> bool:
    """Whether others than the State named are asked for: "who blames Israel", "which State talks about India"."""
    words = asked.reading.words
    if words[:1] not in _WHO or asked.meetings or len(_others(asked)) != 1:
        return False
    place = next((place for place, word in enumerate(words) if word in _VERBS), len(words))
    after = [word for word in words[place + 1 :] if word not in _ABOUT]
    return set(words[:place]) <= _SUBJECTS and after[:1] == ["{state}"] and words[place + 1 : place + 2] != ("to",)


def _others(asked: Asked) -> tuple[State, ...]:
    """The States that others are asked to mention; a decision for it has them as ``about``."""
    return (*asked.states, *(asked.knowledge.states[state] for state in asked.reading.entities.about))


def _named(asked: Asked, state: State) -> str:
    """A State by its former name, when it was asked for by that; else by its own."""
    typed = {name_key(mention.words) for mention in asked.reading.mentions if mention.id == state.id}
    return next((name for name in state.names.former if name_key(name) in typed), state.title)


def _wanted(asked: Asked) -> list[str]:
    """The words that a statement must hold, figures among them, in their order."""
    content = asked.reading.content_words
    words = [word for word in asked.reading.words if word in content or word.isdigit()]
    return [word for word in words if word not in _MENTIONING and word not in _STATEMENTS]


def has_phrase(knowledge: Knowledge, item: Statement, words: Sequence[str]) -> bool:
    """Whether a statement holds some words, in the form in which texts are compared, one after another."""
    phrase = f" {' '.join(words)} "
    return any(phrase in f" {quote} " for quote in knowledge.compared_quotes[item.state, item.id])


def _nobody(asked: Asked) -> Draft:
    """That no statement on record names the State asked about."""
    said = and_list(state.name for state in _others(asked))
    parts, _ = text_of([Told(f"No statement of another State on record names {said}.", ())])
    asks = tuple(f"what did {state.name} say?" for state in _others(asked))
    return Draft("no_record", f"{capital(said)}: named by no other State on record", tuple(parts), (), asks)


def mentions(asked: Asked) -> Draft:
    """The statements that hold the words asked for: a few in full, more as a list."""
    found = mentioning(asked)
    if not found:
        return _nobody(asked)
    named = [_named(asked, state) for state in _others(asked)]
    wanted = [_quoted(asked)] if _holding_quoted(asked) else [] if asks_of_others(asked) else _wanted(asked)
    words = ", ".join([*(f'"{word}"' for word in wanted), *named])
    verb = "hold" if wanted else "name"
    states = tuple(dict.fromkeys(item.state for item in found))
    title = f"Whose statements {verb} {words}"
    first = asked.knowledge.states[states[0]].name
    asks = (f"what did {first} say?",)
    if len(found) <= IN_FULL:
        return Draft("answered", title, tuple(passage_of(asked.knowledge, item) for item in found), (), asks)
    items = by_states(asked.knowledge, found)
    heading = f"Statements of {len(items)} States {verb} {words}:"
    return Draft("answered", title, (Listing(heading, items),), (), asks)
