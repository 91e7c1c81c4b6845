"""What a sentence of a statement tells: since when, when, how long, and which other State it names."""

import re
from collections.abc import Iterable, Sequence

from bot.answering.draft import Asked
from bot.knowledge.model import Statement
from bot.knowledge.names import name_key
from bot.matching.tokens import keys_of
from bot.matching.words import stems

_WHEN = re.compile(r"(?i)\b(?:(?:19|20)\d\ds?|when|once|as soon as|until)\b")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\(\.\.\.\)")
_HOW_LONG = re.compile(
    r"(?i)\b(?:years?|months?|decades?|since|until|indefinite(?:ly)?|near future|always|Second World War)\b"
    r"|\b(?:19|20)\d\ds?\b"
)
_SINCE = re.compile(r"(?i)\bsince (?:[a-z]+ )?(?:19|20)\d\d")


def since(item: Statement, words: Sequence[str] = ()) -> bool:
    """Whether a sentence of a statement tells since which year something is so that some words speak of."""
    wanted = set(stems(words))
    return any(
        _SINCE.search(sentence) and not (wanted and wanted.isdisjoint(stems(keys_of(sentence))))
        for citation in item.citations
        for sentence in _SENTENCE_END.split(citation.quote or "")
    )


def tells_when(item: Statement, words: Sequence[str]) -> bool:
    """Whether a sentence of a statement that holds one of some words has a year, or a condition."""
    return _tells(item, words, _WHEN)


def tells_duration(item: Statement, words: Sequence[str]) -> bool:
    """Whether a sentence of a statement that holds one of some words says how long."""
    return _tells(item, words, _HOW_LONG)


def _tells(item: Statement, words: Sequence[str], pattern: re.Pattern[str]) -> bool:
    wanted = set(stems(words))
    return any(
        pattern.search(sentence) and not wanted.isdisjoint(stems(keys_of(sentence))) for sentence in _sentences(item)
    )


def holds_together(item: Statement, words: Sequence[str]) -> bool:
    """Whether a sentence of a statement holds all of some words, "terrorist" for "terrorism"."""
    wanted = stems(words)
    return any(
        all(any(word.startswith(stem) for word in held) for stem in wanted)
        for held in (stems(keys_of(sentence)) for sentence in _sentences(item))
    )


def _sentences(item: Statement) -> Iterable[str]:
    for citation in item.citations:
        yield from _SENTENCE_END.split(citation.quote or "")


def names_state(asked: Asked, item: Statement, other: str) -> bool:
    """Whether a statement's own words name another State."""
    return any(other in _named_in(asked, quote) for quote in asked.knowledge.compared_quotes[item.state, item.id])


def names_another(asked: Asked, item: Statement, words: Sequence[str]) -> bool:
    """Whether a sentence of a statement that holds one of some words names any State but those of the question."""
    wanted = set(stems(words))
    return any(
        not _named_in(asked, name_key(sentence)) <= set(asked.reading.entities.states)
        for sentence in _sentences(item)
        if not wanted or not wanted.isdisjoint(stems(keys_of(sentence)))
    )


def _named_in(asked: Asked, text: str) -> set[str]:
    """The States that a text, which is a name key, names."""
    words = text.split()
    # Who speaks of the Soviet Union speaks of Russia only to who asks for it by that name.
    typed = {name_key(mention.words) for mention in asked.reading.mentions}
    names, longest = asked.knowledge.names_in_texts
    forms = (
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, min(start + longest, len(words)) + 1)
    )
    return {
        state for form in forms if form in names for state, is_former in [names[form]] if not is_former or form in typed
    }
