"""What a document that is no status document says of a State or a subject: the passages that name it.

"What does the FAQ say about Cambodia?" is answered with the very passages, and with nothing from another document.
"""

import re
from collections.abc import Iterable, Iterator
from weakref import WeakKeyDictionary

from bot.answering.answer import Part, Passage, Text
from bot.answering.asking import asks_number
from bot.answering.draft import Asked, Draft
from bot.answering.wording import and_list, capital, editions_named
from bot.knowledge.model import Citation, Knowledge, Source, State
from bot.knowledge.names import all_names
from bot.knowledge.text import clean
from bot.matching.search import SHORTEST
from bot.matching.tokens import keys_of
from bot.matching.words import stems

KIND = "in-document"
_SAYING = frozenset(
    "say says said saying tell tells mention mentions mentioned name names named report reports cover".split()
)
_CODES = frozenset({"US", "UK"})
"""codes that documents use as names"""
_NO_NAMES = frozenset({"iso", "capitals", "misspellings", "former"})
_ENDING = "(?:e?[sd]|ing)?"
"""of a topic's name in a sentence: exports, exported, exporting"""
_DOERS = ("er", "ers")
"""endings of who does a thing, not of what is done"""
_SHORTEST_ROOT = 4
"""letters that two forms of one word begin with"""
PASSAGES = 4
"""passages shown; of more, the number is told"""


def names_document(asked: Asked) -> bool:
    """Whether it is asked what documents say that are no status documents, of a State or of a topic."""
    subject = bool(asked.states) or bool(asked.reading.entities.topics)
    return asked.names_other_documents and subject and asked.asks_any(_SAYING) and not asks_number(asked)


def in_document(asked: Asked) -> Draft:
    """The passages of the documents named that hold the names of the States, or of the topic, as it is called."""
    where = editions_named(asked.sources)
    subjects = _subjects(asked)
    if not asked.sources or not subjects:
        parts = (Text("Which document, and which State or topic in it?"),)
        return Draft("no_record", "Which document?", parts, (), ("what documents do you have?",))
    found = {name: tuple(_naming(asked, asked.sources, pattern)) for name, pattern in subjects.items()}
    named, unnamed = [name for name in found if found[name]], [name for name in found if not found[name]]
    title = f"{capital(and_list(subjects))} in {where}"
    asks = tuple(f"tell me about {state.name}" for state in asked.states[:2]) or ("what documents do you have?",)
    words = and_list(unnamed) if asked.states else and_list(f'the words "{name}"' for name in unnamed)
    verb = "name" if asked.states else "have"
    nowhere = [Text(f"{capital(where)} does not {verb} {words}.")] if unnamed else []
    if not named:
        return Draft("no_record", f"{title}: not named", tuple(nowhere), (), asks)
    passages = list(dict.fromkeys(citation for name in named for citation in found[name]))
    passages.sort(key=lambda citation: (asked.sources.index(citation.source), citation.lines))
    number = "one passage" if len(passages) == 1 else f"{len(passages)} passages"
    parts_: list[Part] = [*nowhere, Text(f"{capital(where)} names {and_list(named)} in {number}:")]
    parts_ += [Passage((item.quote or "",), None, (item,)) for item in passages[:PASSAGES]]
    if rest := passages[PASSAGES:]:
        lines = and_list(f"{item.lines[0]}" for item in rest)
        parts_.append(Text(f"It names {and_list(named)} on these lines too: {lines}."))
    return Draft("answered", title, tuple(parts_), tuple(passages[PASSAGES:]), asks)


def _subjects(asked: Asked) -> dict[str, re.Pattern[str]]:
    """The States named, each by its names as they are written; without one, the topics by the words typed."""
    states = {state.name: _any_of(set(_names(state))) for state in asked.states}
    return states or _topics(asked)


def _topics(asked: Asked) -> dict[str, re.Pattern[str]]:
    """The topics by the words typed, each with what finds it and its other forms.

    A topic in several words that the documents do not have is looked for by all its names: "uses mines".
    """
    topics: dict[str, re.Pattern[str]] = {}
    for mention in (mention for mention in asked.reading.mentions if mention.kind == "topic"):
        pattern = _any_of(_forms(asked, mention.words), ending=_ENDING, flags=re.IGNORECASE)
        named, topic = mention.words, asked.knowledge.topics[mention.id]
        if " " in named and not any(_naming(asked, asked.sources, pattern)):
            of_all = _any_of(set(topic.names), flags=re.IGNORECASE)
            if any(_naming(asked, asked.sources, of_all)):
                named, pattern = topic.name, of_all
        topics[named] = pattern
    return topics


def _forms(asked: Asked, typed: str) -> set[str]:
    """What was typed and the names of topics that are other forms of it: "moratoria", "clearance" for "clearing"."""
    stemmed = stems(keys_of(typed))
    topics = (asked.knowledge.topics[topic] for topic in asked.reading.entities.topics)
    names = (name for topic in topics for name in topic.names)
    same = {name for name in names if stems(keys_of(name)) == stemmed or _is_form(name, typed)}
    return {name.removesuffix("s") for name in (typed, *same)}


def _is_form(name: str, typed: str) -> bool:
    """Whether two names of one topic are one word in two forms."""
    whole = " " in name + typed or name.endswith(_DOERS) or typed.endswith(_DOERS)
    return not whole and name[:_SHORTEST_ROOT] == typed[:_SHORTEST_ROOT].casefold()


_NAMED: WeakKeyDictionary[Knowledge, dict[str, tuple[Citation, ...]]] = WeakKeyDictionary()
"""by snapshot and State, the passages that name it; looking for them takes a millisecond"""


def named_elsewhere(asked: Asked, state: State) -> list[Part]:
    """The passages of the documents without tables that name a State, for one that no table lists."""
    of_states = _NAMED.setdefault(asked.knowledge, {})
    if state.id not in of_states:
        others = [source for source in asked.knowledge.sources.values() if source not in asked.knowledge.editions]
        of_states[state.id] = tuple(_naming(asked, others, _any_of(set(_names(state)))))
    found = [item for item in of_states[state.id] if not asked.sources or item.source in asked.sources]
    if not found:
        return []
    where = and_list(dict.fromkeys(f"the {item.source.short}" for item in found))
    lead = Text(f"It is named in {where}:")
    return [lead, *(Passage((item.quote or "",), None, (item,)) for item in found[:PASSAGES])]


_PARAGRAPHS: WeakKeyDictionary[Knowledge, dict[str, tuple[tuple[str, Citation], ...]]] = WeakKeyDictionary()
"""by snapshot and document, its paragraphs as they are shown; to clean them takes longer than to look through them"""


def _paragraphs(knowledge: Knowledge, source: Source) -> tuple[tuple[str, Citation], ...]:
    of_sources = _PARAGRAPHS.setdefault(knowledge, {})
    if source.id not in of_sources:
        texts = ((clean(item.text.raw), item.text.lines) for item in knowledge.documents[source.id].paragraphs)
        of_sources[source.id] = tuple(
            (text, Citation(source, lines, quote=text)) for text, lines in texts if len(text) >= SHORTEST
        )
    return of_sources[source.id]


def _naming(asked: Asked, sources: Iterable[Source], pattern: re.Pattern[str]) -> Iterator[Citation]:
    for source in sources:
        yield from (citation for text, citation in _paragraphs(asked.knowledge, source) if pattern.search(text))


def _any_of(names: set[str], ending: str = "", flags: int = 0) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))}){ending}(?!\w)", flags)


def _names(state: State) -> Iterator[str]:
    for place, name in all_names(state.names):
        if place[0] not in _NO_NAMES or name in _CODES:
            yield name
