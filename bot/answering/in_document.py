"""What a document that is no status document says of a State or a subject: the passages that name it.

"What does the FAQ say about Cambodia?" is answered with the very passages, and with nothing from another document.
"""

import re
from collections.abc import Iterator

from bot.answering.answer import Part, Passage, Text
from bot.answering.asking import asks_number
from bot.answering.draft import Asked, Draft
from bot.answering.wording import and_list, capital, editions_named
from bot.knowledge.model import Citation, Source, State
from bot.knowledge.names import all_names
from bot.knowledge.text import clean
from bot.matching.search import SHORTEST

KIND = "in-document"
_SAYING = tuple(
    "say says said saying tell tells mention mentions mentioned name names named report reports cover".split()
)
_CODES = frozenset({"US", "UK"})
"""codes that documents use as names"""
_NO_NAMES = frozenset({"iso", "capitals", "misspellings", "former"})
PASSAGES = 4
"""passages shown; of more, the number is told"""


def names_document(asked: Asked) -> bool:
    """Whether it is asked what documents say that are no status documents, of a State or of a topic."""
    of_others = bool(asked.sources) and not any(source in asked.knowledge.editions for source in asked.sources)
    subject = bool(asked.states) or bool(asked.reading.entities.topics)
    return of_others and subject and asked.asks(*_SAYING) and not asks_number(asked)


def in_document(asked: Asked) -> Draft:
    """The passages of the documents named that hold the names of the States or topics named."""
    where = editions_named(asked.sources)
    subject = _subject(asked)
    if not asked.sources or not subject:
        parts = (Text("Which document, and which State or topic in it?"),)
        return Draft("no_record", "Which document?", parts, (), ("what documents do you have?",))
    found = [citation for source in asked.sources for citation in _naming(asked, source)]
    title = f"{capital(subject)} in {where}"
    asks = tuple(f"tell me about {state.name}" for state in asked.states[:2]) or ("what documents do you have?",)
    if not found:
        nowhere = Text(f"{capital(where)} does not name {subject}.")
        return Draft("no_record", f"{title}: not named", (nowhere,), (), asks)
    number = "one passage" if len(found) == 1 else f"{len(found)} passages"
    parts_: list[Part] = [Text(f"{capital(where)} names {subject} in {number}:")]
    parts_ += [Passage((item.quote or "",), None, (item,)) for item in found[:PASSAGES]]
    if rest := found[PASSAGES:]:
        lines = and_list(f"{item.lines[0]}" for item in rest)
        parts_.append(Text(f"It names {subject} on these lines too: {lines}."))
    return Draft("answered", title, tuple(parts_), tuple(found[PASSAGES:]), asks)


def _subject(asked: Asked) -> str:
    topics = (asked.knowledge.topics[topic].name for topic in asked.reading.entities.topics)
    return and_list(state.name for state in asked.states) or and_list(topics)


def _naming(asked: Asked, source: Source) -> Iterator[Citation]:
    pattern = _pattern(asked)
    for paragraph in asked.knowledge.documents[source.id].paragraphs:
        text = clean(paragraph.text.raw)
        if len(text) >= SHORTEST and pattern.search(text):
            yield Citation(source, paragraph.text.lines, quote=text)


def _pattern(asked: Asked) -> re.Pattern[str]:
    """Any of the names: those of States as they are written, those of topics in capitals or not."""
    if asked.states:
        return _any_of({name for state in asked.states for name in _names(state)})
    topics = [asked.knowledge.topics[topic] for topic in asked.reading.entities.topics]
    return _any_of({name for topic in topics for name in (topic.name, *topic.aliases)}, flags=re.IGNORECASE)


def _any_of(names: set[str], flags: int = 0) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", flags)


def _names(state: State) -> Iterator[str]:
    for place, name in all_names(state.names):
        if place[0] not in _NO_NAMES or name in _CODES:
            yield name
