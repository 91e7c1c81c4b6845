"""What nobody asks of an FAQ entry: a rule for ``untold``.

The phrasings of an entry tell what can be asked of it. An entry that tells who launched the Ottawa Process is like
"where was the Ottawa Process launched", and tells no place; where one is told, a phrasing asks for it.
"""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from bot.answering.asking import OF_REASONS, OF_WORDS
from bot.answering.draft import Asked
from bot.answering.ruling import on
from bot.knowledge.model import FaqEntry, Knowledge
from bot.matching.telling import tells_time
from bot.matching.tokens import tokenise
from bot.matching.words import OF_DATES

_ASKED_BY = {
    "where": frozenset("where place places city location site venue".split()),
    "why": OF_REASONS | frozenset("purpose grounds because".split()),
    "when": OF_DATES | frozenset("when year since soon ago".split()),
    "who": frozenset("who whom whose".split()),
    "whom": frozenset("who whom whose".split()),
}
"""what is asked for, each with the words of which one stands in a phrasing that asks for it"""
_AUXILIARIES = frozenset("did does do was were is are has have had can could will would should else exactly".split())
_BEFORE = frozenset("and or but also then so by to from with for since in at".split())
"""what may stand before a word that asks"""
_Words = dict[str, frozenset[str]]
_OF_ENTRIES: WeakKeyDictionary[Knowledge, _Words] = WeakKeyDictionary()
"""the words of the phrasings of entries, by their ids, gathered when first looked for"""


@on(words=frozenset(_ASKED_BY))
def unasked(asked: Asked, intent: str) -> str | None:
    """A place, a time, a reason or a person, when no phrasing of the entry asks for any."""
    entry = asked.entry_of(intent)
    # Where, when and by whom something was said is told with every quotation.
    if asked.asks_any(OF_WORDS):
        return None
    for word in _asking(asked.reading.words):
        told = word == "when" and any(map(tells_time, entry.texts))
        if not told and _ASKED_BY[word].isdisjoint(_words_of(asked.knowledge, entry)):
            return f"it asks {word}, and no phrasing of the entry does"
    return None


def _asking(words: Sequence[str]) -> list[str]:
    """The words that ask: not "when" in "what did it do when others joined"."""
    around = zip(("and", *words), words, (*words[1:], "did"), strict=False)
    return [
        word for before, word, after in around if word in _ASKED_BY and (before in _BEFORE or after in _AUXILIARIES)
    ]


def _words_of(knowledge: Knowledge, entry: FaqEntry) -> frozenset[str]:
    """The words of all phrasings of an entry."""
    of_entries = _OF_ENTRIES.setdefault(knowledge, {})
    identifier = entry.record.id
    if (words := of_entries.get(identifier)) is None:
        phrasings = (entry.record.question, *entry.record.phrasings)
        words = of_entries[identifier] = frozenset(token.key for text in phrasings for token in tokenise(text))
    return words
