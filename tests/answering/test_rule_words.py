"""Rules go by words as a question is read: a word that is mended or replaced before could never be met."""

import ast
import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

import pytest

import bot.answering
from bot.answering.engine import Engine
from bot.answering.rules.word_rule import WordRule
from bot.matching.denial import COMING, OF_SPEAKING, STAYING_SILENT, VOTING_SO

_NO_RULES = frozenset({"languages", "leading", "wording", "declining", "in_document"})
"""modules with words that are shown, of another language, or places of names in a record"""
_MODULES = tuple(
    importlib.import_module(module.name)
    for module in pkgutil.walk_packages(bot.answering.__path__, "bot.answering.")
    if module.name.rpartition(".")[2] not in _NO_RULES
)
_STEMS = VOTING_SO | COMING | OF_SPEAKING | STAYING_SILENT
_FRAMES = ("the {} of", "how to {} mines")
"""a word is read in each, and met if one of them leaves it: "the ban" is the Convention, "to ban" is no name"""
_READ_OTHERWISE = frozenset({"im", "hadnt", "wouldnt"})
"""read as another word, which stands beside it in the same set"""


def _words_of(value: object) -> Iterator[str]:
    """The words of a word set, of the values of a dictionary of such sets, or of a row of rules."""
    match value:
        case str():
            yield value
        case WordRule():
            yield from _words_of((value.words, value.pairs, value.beside, value.unless))
        case Mapping():
            yield from _words_of(value.values())
        case Iterable():
            for item in value:
                yield from _words_of(item)


def _words_of_sets(module: ModuleType) -> Iterator[tuple[str, str]]:
    for name, value in vars(module).items():
        if name.isupper() and isinstance(value, frozenset | set | tuple | dict):
            yield from ((word, name) for word in _words_of(value))


def _words_asked_for(module: ModuleType) -> Iterator[tuple[str, str]]:
    """The words written out in ``asked.asks("...")`` and ``@on(words={"..."})``, each with its line."""
    assert module.__file__
    for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8"))):
        match node:
            case ast.Call(func=ast.Attribute(attr="asks"), args=words):
                pass
            case ast.keyword(arg="words", value=ast.Set(elts=words)):
                pass
            case _:
                continue
        for word in words:
            if isinstance(word, ast.Constant) and isinstance(word.value, str):
                yield word.value, f"line {word.lineno}"


def _rule_words() -> dict[str, str]:
    """Every word that the answering side looks for, with one place that has it."""
    return {
        word: f"{module.__name__.rpartition('.')[2]}, {place}"
        for module in _MODULES
        for word, place in (*_words_of_sets(module), *_words_asked_for(module))
        if word.isascii() and word.isalpha() and word.islower() and word not in _STEMS
    }


@pytest.mark.parametrize(
    "word",
    [
        pytest.param("parliaments", id="of a row of rules"),
        pytest.param("showed", id="of a dictionary"),
        pytest.param("timetable", id="of a call"),
        pytest.param("holds", id="of a rule"),
        pytest.param("excepting", id="of a set"),
    ],
)
def test_words_are_found_wherever_rules_have_them(word: str) -> None:
    assert word in _rule_words()


def test_the_words_of_the_rules_are_read_as_they_stand(engine: Engine) -> None:
    never_met = {
        word: place
        for word, place in _rule_words().items()
        if not any(word in engine.matcher.read(frame.format(word)).words for frame in _FRAMES)
    }
    assert never_met.keys() == _READ_OTHERWISE, never_met
