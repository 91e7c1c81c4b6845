"""Whether a State said some words: "did India say "a realistic approach"?".

Only its own statements can tell. When another State said them, it is offered to ask who did: an answer on one State
quotes and cites only that State (DESIGN, principle 7).
"""

import re

from bot.answering.answer import Text
from bot.answering.asking import OF_WORDS, asks_whether
from bot.answering.draft import Asked, Draft
from bot.answering.families.membership import listed_nowhere
from bot.answering.families.mentions import has_phrase
from bot.answering.parts import passage_of
from bot.knowledge.model import Knowledge, Statement
from bot.knowledge.names import name_key

_QUOTED = re.compile(r"""["“”„«]([^"“”„«»]+)["“”»]|(?<!\w)['‘]([^'‘’]+)['’](?!\w)""")
_FEWEST_WORDS = 3
"""words in quotation marks that are somebody's words; fewer may be a name, or a word of emphasis"""
_OFFERED_WORDS = 12
"""words of a long quotation by which it is offered to ask who said them"""
_SAYING = OF_WORDS | frozenset("claim claims claimed write wrote declare declared call called".split())


def quotation(asked: Asked) -> str:
    """The words that one State may have said, in the form in which texts are compared; "" when that is not asked.

    Words that stand in a document and in no statement ("our children deserve ...", by a President) are none of these.
    """
    if len(asked.states) != 1 or not asked.asks_any(_SAYING) or not asks_whether(asked):
        return ""
    found = _QUOTED.search(asked.reading.question)
    phrase = name_key(found[1] or found[2]) if found else ""
    if len(phrase.split()) < _FEWEST_WORDS:
        return ""
    elsewhere = not _holding(asked.knowledge, asked.knowledge.statements, phrase) and _stands_in_a_document(
        asked, phrase
    )
    return "" if elsewhere else phrase


def whether_said(asked: Asked, phrase: str) -> Draft:
    """The statements of the State that hold the words; ``no_record`` when none does."""
    knowledge, state = asked.knowledge, asked.state
    own = _holding(knowledge, state.statements, phrase)
    if own:
        lead = Text(f"The words stand in what {state.name} is on record with:")
        title = f'{state.title}: "{phrase}"'
        return Draft("answered", title, (lead, *(passage_of(knowledge, item) for item in own)), (), ())
    denial = f"No statement of {state.name} on record has these words."
    title = f"{state.title}: not in these words"
    if not state.editions:
        return listed_nowhere(asked, state, denial, title)
    begins = " ".join(phrase.split()[:_OFFERED_WORDS])
    who = (f'who said "{begins}"?',) if _holding(knowledge, knowledge.statements, phrase) else ()
    rows = tuple(edition.listed for edition in state.editions)
    return Draft("no_record", title, (Text(denial),), rows, (*who, f"what did {state.name} say?"))


def _stands_in_a_document(asked: Asked, phrase: str) -> bool:
    texts = (text for document in asked.knowledge.documents.values() for text in document.texts)
    return any(f" {phrase} " in f" {name_key(text.folded)} " for text in texts)


def _holding(knowledge: Knowledge, statements: tuple[Statement, ...], phrase: str) -> tuple[Statement, ...]:
    return tuple(item for item in statements if has_phrase(knowledge, item, phrase.split()))
