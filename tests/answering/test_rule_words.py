"""Rules go by words as a question is read: a word that is mended or replaced before could never be met."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator

import bot.answering
from bot.answering.engine import Engine
from bot.matching.denial import COMING, SPEAKING, STAYING_SILENT, VOTING_SO

_NO_RULES = frozenset({"languages", "leading", "wording", "declining", "in_document"})
"""modules with words that are shown, of another language, or places of names in a record"""


def _words_of(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for item in value:
            yield from _words_of(item)


def _rule_words() -> dict[str, str]:
    """Every word of the word sets of the answering side, with one set that has it."""
    stems = VOTING_SO | COMING | SPEAKING | STAYING_SILENT
    found: dict[str, str] = {}
    for module in pkgutil.iter_modules(bot.answering.__path__):
        if module.name in _NO_RULES:
            continue
        for name, value in vars(importlib.import_module(f"bot.answering.{module.name}")).items():
            if name.isupper() and isinstance(value, frozenset | set | tuple):
                words = (word for word in _words_of(value) if word.isascii() and word.isalpha() and word.islower())
                found |= dict.fromkeys((word for word in words if word not in stems), f"{module.name}.{name}")
    return found


_READ_OTHERWISE = frozenset({"im", "ban", "us", "hadnt", "wouldnt"})
"""read as another word, which stands beside it in the same set"""


def test_the_words_of_the_rules_are_read_as_they_stand(engine: Engine) -> None:
    never_met = []
    for word, place in sorted(_rule_words().items()):
        read = engine.matcher.read(f"the {word} of").words
        if word not in _READ_OTHERWISE and word not in read:
            never_met.append(f"{place}: {word} is read as {' '.join(read)}")
    assert not never_met
