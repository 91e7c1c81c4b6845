"""Whether a State said some words: "did India say "a realistic approach"?".

Only its own statements can tell. That another State said them is told with where it did, and nothing else of that State
is quoted: an answer on one State quotes only that State.
"""

import re

from bot.answering.answer import Text
from bot.answering.asking import OF_WORDS, asks_whether
from bot.answering.draft import Asked, Draft
from bot.answering.mentions import has_phrase
from bot.answering.parts import passage_of
from bot.answering.wording import and_list, short_label
from bot.knowledge.model import Statement
from bot.knowledge.names import name_key

_QUOTED = re.compile(r"""["“”„«]([^"“”„«»]+)["“”»]|(?<!\w)['‘]([^'‘’]+)['’](?!\w)""")
_FEWEST_WORDS = 3
"""words in quotation marks that are somebody's words; fewer may be a name, or a word of emphasis"""
_SAYING = OF_WORDS | frozenset("claim claims claimed write wrote declare declared call called".split())


def quotation(asked: Asked) -> str:
    """The words that one State may have said, in the form in which texts are compared; "" when that is not asked."""
    if len(asked.states) != 1 or not asked.asks_any(_SAYING) or not asks_whether(asked):
        return ""
    found = _QUOTED.search(asked.reading.question)
    phrase = name_key(found[1] or found[2]) if found else ""
    return phrase if len(phrase.split()) >= _FEWEST_WORDS else ""


def whether_said(asked: Asked, phrase: str) -> Draft:
    """The statements of the State that hold the words; ``no_record`` when none does, and who else said them."""
    knowledge, state = asked.knowledge, asked.state
    own = _holding(state.statements, phrase)
    if own:
        lead = Text(f"The words stand in what {state.name} is on record with:")
        title = f'{state.title}: "{phrase}"'
        return Draft("answered", title, (lead, *(passage_of(knowledge, item) for item in own)), (), ())
    others = _holding(knowledge.statements, phrase)
    told = [f"No statement of {state.name} on record has these words."]
    who = dict.fromkeys(item.state for item in others)
    for other in who:
        where = and_list(short_label(item, knowledge) for item in others if item.state == other)
        told.append(f"They are on record of {knowledge.states[other].name}: {where}.")
    asks = tuple(f"what did {knowledge.states[identifier].name} say?" for identifier in (*who, state.id))
    evidence = tuple(item.citations[0] for item in others)
    return Draft("no_record", f"{state.title}: not in these words", (Text(" ".join(told)),), evidence, asks)


def _holding(statements: tuple[Statement, ...], phrase: str) -> tuple[Statement, ...]:
    return tuple(item for item in statements if has_phrase(item, phrase.split()))
