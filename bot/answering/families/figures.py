"""Counts with their dates: each document's figure by itself, never merged."""

import re

from bot.answering.answer import Item, Listing, Part, Text
from bot.answering.draft import Asked, Draft
from bot.answering.wording import CHECK_WITH_ISU, and_list, capital
from bot.knowledge.model import Figure
from bot.matching.reading import COUNT_PREFIX, LEAVING_COUNT

_BESIDE = {"states-parties": "states-not-party", "states-not-party": "states-parties"}
"""counts that one question asks for together"""
_MILLION = 1_000_000
_NUMBER = re.compile(r"(?i)([0-9][0-9,]{0,14}(?:\.[0-9]{1,3})?)\s*(million|mln|m\b)?")
_NOT_EXACT = re.compile(r"(?i)\b(over|more than|about|around|some|nearly|almost|at least)\s+[0-9]")
_ASKS = ("which States are not party?", "how many States are not party?")


def count(asked: Asked) -> Draft:
    """Every figure that the documents give; those of the year or document asked for first."""
    found = asked.knowledge.counts[asked.reading.intent.removeprefix(COUNT_PREFIX)]
    wanted = [figure for figure in found.figures if _asked_for(asked, figure)]
    meant = wanted or [figure for figure in found.figures if _meant(asked, figure)]
    rest = [figure for figure in found.figures if figure not in meant]
    first = meant or list(found.figures)
    parts: list[Part] = [Listing(f"{capital(found.name)}:", tuple(_item(figure) for figure in first))]
    if meant and rest:
        parts.append(Listing("Other documents or dates:", tuple(_item(figure) for figure in rest)))
    if (other := _BESIDE.get(found.id)) and asked.reading.words.count("many") > 1 and other in asked.knowledge.counts:
        beside = asked.knowledge.counts[other]
        parts.append(Listing(f"{capital(beside.name)}:", tuple(_item(figure) for figure in beside.figures)))
    if len({figure.value for figure in found.figures}) > 1:
        parts.append(Text("The documents differ by their dates or sources; each figure stands by itself."))
    if found.states and (listed := asked.knowledge.lists.get(found.states)):
        items = tuple(Item(asked.knowledge.states[state].title, listed.citations) for state in listed.states)
        parts.append(Listing("They are:", items))
    parts.append(Text(CHECK_WITH_ISU))
    head = first[0]
    dated = head.citation.source.date_label if head.as_of is None else f"{head.as_of[:4]}"
    title = f"{capital(found.name)}: {_rounded(head)}{head.value:,} ({dated})"
    by_the_un = bool(meant) and all("(UNODA)" in (figure.citation.quote or "") for figure in meant)
    if asked.sources and not wanted and not by_the_un:
        named = and_list(f"the {source.short}" for source in asked.sources)
        parts.insert(0, Text(f"{capital(named)} gives no such figure. Other documents do:"))
        return Draft("no_record", f"{capital(found.name)}: no figure there", tuple(parts), (), _ASKS)
    if asked.reading.intent == LEAVING_COUNT and asked.asks("withdrawn", "left", "withdrew", "gone"):
        parts.insert(0, Text("No document says that a State has left. One tells of announcements:"))
    if asked.years and not wanted:
        when = and_list(str(year) for year in asked.years)
        parts.insert(0, Text(f"The documents give no such figure for {when}. They give:"))
        return Draft("no_record", f"{capital(found.name)}: no figure for {when}", tuple(parts), (), _ASKS)
    return Draft("answered", title, tuple(parts), (), _ASKS)


def _rounded(figure: Figure) -> str:
    """The word by which a source says that its figure is not exact, and a space: "over "."""
    found = _NOT_EXACT.search(figure.citation.quote or "")
    return f"{found[1].lower()} " if found else ""


def _asked_for(asked: Asked, figure: Figure) -> bool:
    if asked.sources:
        return figure.citation.source in asked.sources
    if asked.years:
        return figure.as_of is not None and asked.in_years((int(figure.as_of[:4]),))
    return False


def _meant(asked: Asked, figure: Figure) -> bool:
    """Whether the question names the figure itself, or the UN, by which the source has it."""
    numbers = {_value(number) for number in _NUMBER.findall(asked.reading.question)}
    by_the_un = asked.asks("unoda", "un") and "(UNODA)" in (figure.citation.quote or "")
    return figure.value in numbers or by_the_un


def _value(number: tuple[str, str]) -> int:
    digits, million = number
    return round(float(digits.replace(",", "")) * (_MILLION if million else 1))


def _item(figure: Figure) -> Item:
    source = figure.citation.source
    return Item(f"{figure.says} ({source.short}, {source.date_label})", (figure.citation,))
