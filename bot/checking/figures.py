"""Numbers and years beside the words that they rest on."""

import re
from collections.abc import Iterator, Sequence

from bot.checking.dates import agree, missing_part
from bot.knowledge.files import Folder
from bot.knowledge.model import Knowledge, Source
from bot.knowledge.names import all_names, name_key
from bot.knowledge.problems import Problem
from bot.knowledge.schema import FactRecord, FigureRecord, ListRecord
from bot.knowledge.text import fold
from bot.knowledge.yaml_files import KeyPath, YamlFile

_NUMBER = re.compile(r"(?<![\w.,])(\d{1,3}(?:[, ]\d{3})+|\d+(?:\.\d+)?)(?!\w)(?:\s+(thousand|million|billion))?")
_SCALE = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_WORDS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
}


def numbers_in(text: str) -> set[int]:
    """The whole numbers that a text names, in digits or, up to twenty, in words."""
    found: set[int] = set()
    for number, scale in _NUMBER.findall(text):
        value = float(number.replace(",", "").replace(" ", "")) * _SCALE.get(scale, 1)
        if value.is_integer():
            found.add(int(value))
    return found | {_WORDS[word] for word in re.findall(r"[a-z]+", text.casefold()) if word in _WORDS}


def figure_problems(folder: Folder, knowledge: Knowledge) -> Iterator[Problem]:
    """Figures, dates of figures, States of lists and years of facts that their own evidence does not name."""
    if folder.treaty is not None:
        for index, count in enumerate(folder.treaty.record.counts):
            for position, figure in enumerate(count.figures):
                path: KeyPath = ("counts", index, "figures", position)
                yield from _figure_problems(folder.treaty.file, path, figure, knowledge)
        for index, listed in enumerate(folder.treaty.record.lists):
            yield from _list_problems(folder.treaty.file, ("lists", index, "states"), listed, knowledge)
    for state in folder.states:
        yield from _years(state.file, ("facts",), state.record.facts, knowledge)
    if folder.names is not None:
        for index, record in enumerate(folder.names.record.names):
            yield from _years(folder.names.file, ("names", index, "facts"), record.facts, knowledge)


def _figure_problems(file: YamlFile, path: KeyPath, figure: FigureRecord, knowledge: Knowledge) -> Iterator[Problem]:
    named = (("its quote", figure.evidence.quote), ("`says`", figure.says))
    unnamed = [name for name, text in named if figure.value not in numbers_in(fold(text))]
    if unnamed:
        message = f"the value is {figure.value:,}, which {' and '.join(unnamed)} do not name"
        yield file.problem((*path, "value"), "figure", message, "correct one of them")
    source = knowledge.sources.get(figure.evidence.source)
    if figure.as_of is None or source is None:
        return
    place = (*path, "as_of")
    if source.date and figure.as_of[: len(source.date)] > source.date[: len(figure.as_of)]:
        message = f"as_of is {figure.as_of}, after the date of {source.id} ({source.date})"
        yield file.problem(place, "date", message, "correct the date")
    elif (missing := missing_part(figure.as_of, _around(figure, knowledge))) and not _follows(figure.as_of, source):
        message = (
            f'nothing around the quote names {figure.as_of} ("{missing}" is missing), nor is it the document\'s date'
        )
        yield file.problem(place, "date", message, "correct the date, or write null")


def _around(figure: FigureRecord, knowledge: Knowledge) -> list[str]:
    """The quote, and the paragraph or cell in which it stands."""
    words = fold(figure.evidence.quote)
    texts = (text.folded for text in knowledge.documents[figure.evidence.source].texts)
    return [words, *(text for text in texts if words in text)]


def _follows(as_of: str, source: Source) -> bool:
    """Whether a date follows from that of the document: "last December", said in January 1997, was in 1996."""
    if source.date is None:
        return False
    return agree(source.date, as_of) or (len(as_of) > 4 and int(source.date[:4]) - int(as_of[:4]) == 1)


def _list_problems(file: YamlFile, path: KeyPath, listed: ListRecord, knowledge: Knowledge) -> Iterator[Problem]:
    quotes = [f" {name_key(fold(item.quote))} " for item in listed.evidence]
    for index, identifier in enumerate(listed.states):
        state = knowledge.states.get(identifier)
        if state is None:
            continue
        names = {name_key(name) for _, name in all_names(state.names)}
        if not any(f" {name} " in quote for name in names for quote in quotes):
            message = f"no quote of this list names {state.name}"
            yield file.problem((*path, index), "list", message, "remove the State, or quote the words that name it")


def _years(file: YamlFile, path: KeyPath, facts: Sequence[FactRecord], knowledge: Knowledge) -> Iterator[Problem]:
    """Years that neither a quote of the fact nor the date of its document names."""
    for index, fact in enumerate(facts):
        cited = (knowledge.sources.get(item.source) for item in fact.evidence)
        dated = {(source.date or "")[:4] for source in cited if source is not None}
        for position, year in enumerate(fact.years):
            if str(year) not in dated and not any(year in numbers_in(fold(item.quote)) for item in fact.evidence):
                message = f"the year {year} stands in no quote of this fact"
                hint = "correct the year, or quote the words that name it"
                yield file.problem((*path, index, "years", position), "date", message, hint)
