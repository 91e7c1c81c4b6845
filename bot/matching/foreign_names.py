"""Names in French, Spanish, Russian, Arabic and Chinese, read as their English names.

States' names are those of the Unicode CLDR, through Babel, and those of the UN; they are loaded when a question first
needs them. Words that a name does not explain stay as they are.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from bot.knowledge.model import Knowledge
from bot.matching.foreign_terms import (
    MEETINGS,
    NOT_ALONE,
    ORDINALS,
    ORDINALS_SPLIT,
    PEOPLES,
    SERIES,
    SHARED,
    STATES,
    TERMS,
)
from bot.matching.languages import SPOKEN, elided, own_key
from bot.matching.tokens import Token, Tokens, keys_of, tokenise

LANGUAGES: Final = ("fr", "es", "ru", "ar", "zh")
_ENGLISH_CODE: Final = re.compile(r"[A-Z]{2}")
_BRACKETS: Final = re.compile(r"[(（]([^)）]*)[)）]")
_NUMBERED: Final = re.compile(r"(\d{1,2})(?:e|er|re|eme|ere|a|ra|era|da|ta|va|na|ma|o)?")
_NUMBER_ENDINGS: Final = frozenset("e a eme re er ere е я и м го ое ом ая".split())
"""what a hyphen or dot parts from its number: "16-е", "16.ª" """
_ACRONYMS: Final = frozenset({"rep", "aep"})
"""French for MSP: "16 REP"; without a number a plain word"""
_SERIES_HEADS: Final = frozenset({"msp", "review"})
_PREFIXES: Final = "وفبلك"
"""Arabic words of one letter that are written with the next word"""
_SHORTEST_NAME: Final = 3
_CYRILLIC, _ARABIC, _HAN = (
    re.compile(f"[{letters}]") for letters in ("\u0400-\u04ff", "\u0600-\u06ff", "\u4e00-\u9fff")
)
_RUSSIAN_ENDING: Final = re.compile("[аеиоуыэюяйьм]{1,3}$")
_STEM: Final = "~"
"""before the stem of a Russian word, so that it is no word: "Нигер" is Niger, "Нигер-" may be Nigeria too"""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Foreign words -> English words, by the first foreign word, the longest first."""

    by_first: Mapping[str, Sequence[tuple[Words, Words]]]

    def at(self, keys: Sequence[str], start: int, firsts: Iterable[str]) -> tuple[int, Words] | None:
        for first in firsts:
            for words, english in self.by_first.get(first, ()):
                if tuple(keys[start + 1 : start + len(words)]) == words[1:]:
                    return len(words), english
        return None


@lru_cache(maxsize=len(LANGUAGES))
def territories(language: str) -> Mapping[str, str]:
    """Names of territories by ISO 3166 code, from the CLDR."""
    from babel import Locale  # noqa: PLC0415 - a process that is asked in English never needs it

    return {code: name for code, name in Locale.parse(language).territories.items() if _ENGLISH_CODE.fullmatch(code)}


class Translator:
    """Names of one snapshot in other languages."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._loaded: dict[str, _Phrases] = {}

    @cached_property
    def _english(self) -> Mapping[str, Words]:
        """The words of a State's English name, by its ISO 3166 code."""
        return {
            code: keys_of(state.names.short)
            for state in self._knowledge.states.values()
            for code in (*state.names.iso, *state.names.aliases)
            if _ENGLISH_CODE.fullmatch(code)
        }

    def names_in(self, tokens: Sequence[Token], is_known: Callable[[Token], bool]) -> Tokens:
        """The words of a question with the names that it has in other languages in English; known words stay."""
        return self._translated(tokens, ("names",), is_known)

    def translated(self, question: str, language: str) -> Tokens:
        """A question in one of ``SPOKEN`` with its names, and words of time, vote and channel, in English."""
        return self._translated(_tokens(question, language), (language,), lambda _: False)

    def _translated(self, tokens: Sequence[Token], tables: Sequence[str], is_known: Callable[[Token], bool]) -> Tokens:
        tokens = self._cut(tokens)
        found: list[tuple[str, str]] = []
        read = [_table_of(token) for token in tokens]
        keys = [key for _, key in read]
        index = 0
        while index < len(tokens):
            table, key = read[index]
            phrases = [self._phrases(name) for name in ([table] if table else tables)]
            firsts = tuple(_firsts(table, key, tokens[index].key)) if table else (key,)
            match = next((match for each in phrases if (match := each.at(keys, index, firsts))), None)
            if match and not all(is_known(token) for token in tokens[index : index + match[0]]):
                length, english = match
                typed = [token.text for token in tokens[index : index + length]]
                found += zip(english, _shared_out(typed, len(english)), strict=True)
                index += length
                continue
            token = tokens[index]
            acronym = token.key in _ACRONYMS and (tables != ("names",) or (found and _NUMBERED.fullmatch(found[-1][0])))
            found.append(("msp" if acronym else token.key, token.text))
            index += 1
        return Tokens(Token(key, text, position) for position, (key, text) in enumerate(_numbered(found)))

    def _cut(self, tokens: Sequence[Token]) -> Sequence[Token]:
        """Chinese, which has no spaces, cut at the names that it holds."""
        if not any(_HAN.search(token.key) for token in tokens):
            return tokens
        names = self._phrases("zh").by_first
        longest = max(map(len, names))
        pieces: list[str] = []
        for token in tokens:
            start = end = 0
            while end < len(token.text) and _HAN.search(token.key):
                sizes = range(min(longest, len(token.text) - end), 1, -1)
                size = next((size for size in sizes if token.text[end : end + size] in names), 0)
                if size:
                    pieces += [token.text[start:end], token.text[end : end + size]]
                    start = end = end + size
                else:
                    end += 1
            pieces.append(token.text[start:])
        return [token for piece in pieces for token in tokenise(piece)]

    def _phrases(self, table: str) -> _Phrases:
        if table not in self._loaded:
            match table:
                case "names":
                    pairs = [pair for language in SPOKEN for pair in self._names(language)]
                    pairs = [(words, english) for words, english in pairs if " ".join(words) not in NOT_ALONE]
                case "fr" | "es":
                    pairs = [*self._names(table), *self._peoples(table), *_forms(TERMS[table], table)]
                case _:
                    pairs = list(self._names(table))
            self._loaded[table] = _by_first(pairs)
        return self._loaded[table]

    def _names(self, language: str) -> Iterator[tuple[Words, Words]]:
        """Names of States and of meetings."""
        own = STATES[language]
        for code, english in self._english.items():
            names = [*own.get(code, "").split("|"), *_forms_of(territories(language).get(code, ""))]
            for name in names:
                words = _words(name, language)
                if language == "ru" and words:
                    yield (tokenise(name)[0].key, *words[1:]), english
                if len("".join(words).removeprefix(_STEM)) >= (2 if language == "zh" else _SHORTEST_NAME):
                    yield words, english
        for english_name, name in SHARED[language].items():
            yield _words(name, language), _english_words(english_name)
        yield from _forms(SERIES[language], language)
        yield from _forms(MEETINGS[language], language)
        yield from _numbered_series(language)

    def _peoples(self, language: str) -> Iterator[tuple[Words, Words]]:
        for code, forms in PEOPLES[language].items():
            for form in forms.split("|"):
                yield _words(form, language), self._english.get(code, ())


def is_foreign(token: Token) -> bool:
    """Whether a word is written in another script."""
    return _table_of(token)[0] is not None


def _table_of(token: Token) -> tuple[str | None, str]:
    """The language that a word's script tells, and the form in which the word is compared."""
    if token.key.isascii():
        return None, token.key
    if _CYRILLIC.search(token.key):
        return "ru", _russian(token.text)
    if _ARABIC.search(token.key):
        return "ar", token.key
    return ("zh", token.key) if _HAN.search(token.key) else (None, token.key)


def _russian(word: str) -> str:
    """A Russian word without its ending, in all cases alike."""
    return _STEM + _RUSSIAN_ENDING.sub("", word.casefold().replace("ё", "е"))


def _tokens(text: str, language: str) -> Tokens:
    return Tokens(token._replace(key=own_key(token)) for token in tokenise(elided(text, language)))


def _words(name: str, language: str) -> Words:
    """A name in the form in which it is compared."""
    tokens = _tokens(name, language)
    if language == "ru":
        return tuple(_russian(token.text) for token in tokens)
    if language == "zh":
        return ("".join(tokens.keys),)
    return tokens.keys


def _english_words(text: str) -> Words:
    return keys_of(text)


def _firsts(table: str | None, key: str, whole: str) -> Iterator[str]:
    """The forms in which a word may begin a name: in Arabic without what is written together with it."""
    if key != whole:
        yield whole
    forms = [key]
    if table == "ar" and key[0] in _PREFIXES:
        forms.append(key[1:])
    for form in forms:
        yield form
        if table == "ar" and form.startswith("لل"):
            yield f"ال{form[2:]}"


def _forms_of(name: str) -> Iterator[str]:
    """A CLDR name, and what it has in brackets by itself."""
    yield _BRACKETS.sub("", name)
    yield from (found for found in _BRACKETS.findall(name) if len(found) > 2)


def _forms(terms: Mapping[str, str], language: str) -> Iterator[tuple[Words, Words]]:
    for english, forms in terms.items():
        for form in forms.split("|"):
            yield _words(form, language), _english_words(english)


def _numbered_series(language: str) -> Iterator[tuple[Words, Words]]:
    """Meetings by number, such as "Seizième Réunion des États parties", in the order of words of each language."""
    numbers = [(word, number) for number, word in enumerate(ORDINALS[language].split("|"), start=1)]
    if language == "es":
        numbers += ORDINALS_SPLIT.items()
    for english, forms in SERIES[language].items():
        for form in forms.split("|"):
            for word, number in numbers:
                read = (str(number), *_english_words(english))
                for ordered in _in_order(language, word, number, form):
                    yield _words(ordered, language), read


def _in_order(language: str, ordinal: str, number: int, series: str) -> tuple[str, ...]:
    if language == "zh":
        return tuple(f"第{count}{unit}{series}" for count in (ordinal, number) for unit in ("次", "届"))
    if language == "ar":
        return (f"الاجتماع {ordinal} {series}",) if series.startswith("لل") else (f"{series} {ordinal}",)
    return (f"{ordinal} {series}",)


def _by_first(pairs: Iterable[tuple[Words, Words]]) -> _Phrases:
    """Phrases by first word; words that would be two different names are none."""
    read: dict[Words, set[Words]] = {}
    for words, english in pairs:
        if words:
            read.setdefault(words, set()).add(english)
    by_first: dict[str, list[tuple[Words, Words]]] = {}
    for words, meanings in read.items():
        if len(meanings) == 1:
            by_first.setdefault(words[0], []).append((words, next(iter(meanings))))
    for names in by_first.values():
        names.sort(key=lambda item: -len(item[0]))
    return _Phrases(by_first)


def _shared_out(typed: Sequence[str], number: int) -> list[str]:
    """The words as typed, given to as many English words; the last gets what is left."""
    if number == 1:
        return [" ".join(typed)]
    first = [*typed[: number - 1], *[""] * (number - 1 - len(typed))]
    return [*first, " ".join(typed[number - 1 :])]


def _numbered(found: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Numbers before a series as plain digits: "16e" and "16-е" are 16."""
    result: list[tuple[str, str]] = []
    for key, text in found:
        if key in _SERIES_HEADS and result:
            if len(result) > 1 and result[-1][0] in _NUMBER_ENDINGS and result[-2][0].isdigit():
                result.pop()
            if number := _NUMBERED.fullmatch(result[-1][0]):
                result[-1] = number[1], result[-1][1]
        result.append((key, text))
    return result
