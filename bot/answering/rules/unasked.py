"""What nobody asks of a kind of question, by its phrasings: a rule for ``untold`` and ``withholding``.

The phrasings of a kind tell what can be asked of it. An entry that tells who launched the Ottawa Process is like
"where was the Ottawa Process launched", and tells no place; where one is told, a phrasing asks for it.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from weakref import WeakKeyDictionary

from bot.answering.asking import BEGINNING, OF_REASONS, OF_WORDS, WHICH_YEAR
from bot.answering.draft import Asked
from bot.answering.rules.ruling import on
from bot.knowledge.model import Knowledge
from bot.matching.reading import COUNT_PREFIX, FAQ_PREFIX
from bot.matching.tokens import keys_of
from bot.matching.words import AUXILIARIES, OF_DATES

_SITES = frozenset("site sites place places city cities town towns".split())
_WHICH_OF = frozenset({"which", "what"})
_ASKED_BY = {
    "where": frozenset("where city location site venue".split()),
    "why": OF_REASONS | frozenset("purpose grounds because".split()),
    "when": OF_DATES | frozenset("since soon ago".split()),
    "who": frozenset("who whom whose".split()),
    "whom": frozenset("who whom whose".split()),
    "most": frozenset("most biggest largest best".split()),
    "first": frozenset({"first", "earliest"}),
    "last": frozenset("last latest newest".split()),
}
"""what is asked for, each with the words of which one stands in a phrasing that asks for it"""
_MOST = "most"
_IN_A_ROW = frozenset({"first", "last"})
"""words that ask at the end: "which State destroyed its stockpile last" """
_WHICH = frozenset({"who", "which"})
_AUXILIARIES = AUXILIARIES | {"could", "would", "should", "else", "exactly"}
"""what follows a word that asks"""
_HOW = {("how", auxiliary) for auxiliary in _AUXILIARIES | {"to"}}
_HOW_LONG = ("how", "long")
_HAPPENED_TO = ("happened", "to")
"""what became of it; what happened "in" or "at" something is what the list or entry holds"""
_TOLD_OF = frozenset("mines mine landmines trade production".split())
"""what was destroyed or halted, as the entries on it tell"""
_IT = frozenset("it they that this".split())
_ENDING = frozenset("pass succeed fail work finish end".split())
"""after "did it": how it ended"""
_SINCE = BEGINNING | {"since", "declared"}
"""words of phrasings that ask when something began"""
_BEFORE = frozenset("and or but also then so by to from with for since in at".split())
"""what may stand before a word that asks"""
_OF_SAYING = OF_WORDS | frozenset("describe describes described call calls called put".split())
"""where, when, how and by whom something was said is told with every quotation"""
_LISTS = frozenset(
    """
    article7 attendees absentees bilateral letters meeting-info meeting-statements never-participated no-information
    vote-list states-not-party silence
    """.split()
)
_Licences = dict[str, frozenset[str]]
_OF_KINDS: WeakKeyDictionary[Knowledge, _Licences] = WeakKeyDictionary()
"""what the phrasings of each kind ask for, gathered when first looked for"""


@on(*_LISTS, like=(FAQ_PREFIX, COUNT_PREFIX), words=_ENDING.union(_ASKED_BY, {"how", "what", "which", "happened"}))
def unasked(asked: Asked, intent: str) -> str | None:
    """A place, a time, a beginning or an end, a reason, a person, a way, when no phrasing of the kind asks for any."""
    if asked.asks_any(_OF_SAYING):
        return None
    licensed = _asked_of(asked.knowledge, intent)
    wanted = next((word for word in _asking(asked.reading.words) if word not in licensed), None)
    return f'it asks "{wanted}", and no phrasing of that kind does' if wanted else None


def _asking(words: Sequence[str]) -> Iterable[str]:
    """What is asked for: not "when" in "what did it do when others joined"."""
    for before, word, after in zip(("and", *words), words, (*words[1:], "did"), strict=False):
        if word == _MOST:
            asks = (before == "the" or word is words[-1]) and after != "recent"
        elif word in _IN_A_ROW:
            asks = words[0] in _WHICH and (word is words[-1] or words[1:4] == ("was", "the", word))
        else:
            asks = word in _ASKED_BY and (before in _BEFORE or after in _AUXILIARIES)
        if asks:
            yield "since when" if word == "when" and not BEGINNING.isdisjoint(words) else word
        elif (word, after) in _HOW or (word, after) == _HOW_LONG:
            yield "how long" if after == "long" else "how"
        elif (word, after) in WHICH_YEAR:
            yield "since when" if before == "since" or not BEGINNING.isdisjoint(words) else "when"
        elif before in _WHICH_OF and word in _SITES:
            yield "where"
        elif before in _IT and word in _ENDING:
            yield word  # "did it pass"
        elif (word, after) == _HAPPENED_TO and _TOLD_OF.isdisjoint(words):
            yield "what happened"


def _asked_of(knowledge: Knowledge, kind: str) -> frozenset[str]:
    """What the phrasings of a kind ask for."""
    of_kinds = _OF_KINDS.setdefault(knowledge, {})
    if (licensed := of_kinds.get(kind)) is None:
        licensed = of_kinds[kind] = frozenset(_licences(_phrasings(knowledge, kind)))
    return licensed


def _phrasings(knowledge: Knowledge, kind: str) -> tuple[str, ...]:
    if kind.startswith(FAQ_PREFIX):
        record = knowledge.faq[kind.removeprefix(FAQ_PREFIX)].record
        return (record.question, *record.phrasings)
    # A kind may be asked for without a file of phrasings: by a slash command, or after another question.
    return tuple(knowledge.questions[kind].phrasings) if kind in knowledge.questions else ()


def _licences(phrasings: Iterable[str]) -> Iterable[str]:
    for words in (keys_of(phrasing) for phrasing in phrasings):
        yield from (wanted for wanted, by in _ASKED_BY.items() if not by.isdisjoint(words))
        yield from _ENDING.intersection(words)
        pairs = frozenset(pairwise(words))
        if not pairs.isdisjoint(_HOW):
            yield "how"
        if _HOW_LONG in pairs:
            yield "how long"
        if "happened" in words:
            yield "what happened"
        if not _SINCE.isdisjoint(words):
            yield "since when"
