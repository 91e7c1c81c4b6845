"""Which States are not party, as the tables of the status documents list them."""

from collections.abc import Sequence

from bot.answering.answer import Item, Listing, Part
from bot.answering.asking import asks_of_parties
from bot.answering.draft import Asked, Draft
from bot.answering.families.membership import OF_SIGNING
from bot.answering.parts import Told, text_of
from bot.answering.wording import CHECK_WITH_ISU, and_list, as_of
from bot.knowledge.model import Knowledge, Source, State
from bot.matching.denial import OUTSIDE
from bot.matching.reading import PARTIES_COUNT

_REMAINING = frozenset("out remaining remain missing never yet not".split())
"""words that ask for those left, beside words on parties"""


def states_not_party(asked: Asked) -> Draft:
    """The States not party of the newest edition, or of the one asked for."""
    if asks_of_parties(asked) and OUTSIDE not in asked.acts and not asked.asks_any(_REMAINING):
        return _no_list_of_parties(asked)
    source = _edition_asked(asked)
    if source is None:
        return _no_list_of_year(asked)
    listed = asked.knowledge.not_party(source.id)
    items = tuple(Item(state.title, (edition.listed,)) for state, edition in listed.items())
    parts: list[Part] = [Listing(f"{len(items)} States not party {as_of(source)} ({source.short}):", items)]
    told = _signed(list(listed)) if asked.asks_any(OF_SIGNING) else []
    for other in asked.knowledge.editions:
        if other is not source:
            told += _difference(asked.knowledge, source, other)
    more, evidence = text_of([*told, Told(CHECK_WITH_ISU, ())])
    asks = ("how did the States not party vote?", "which States have never taken part?")
    return Draft("answered", f"States not party {as_of(source)}", (*parts, *more), evidence, asks)


def _signed(states: Sequence[State]) -> list[Told]:
    """That some States not party did sign the Convention."""
    facts = [fact for state in states for fact in state.facts if fact.kind == "signatory"]
    return [Told(f"Not all of them stayed away from signing: {fact.says}", fact.citations) for fact in facts]


def _no_list_of_parties(asked: Asked) -> Draft:
    """No document names every State Party; the States not party are listed."""
    count = asked.count_of(PARTIES_COUNT)
    beside = ", and give counts:" if count else "."
    told = [Told(f"The documents do not list the States Parties. They list the States not party{beside}", ())]
    if count:
        figure = count.figures[0]
        told.append(Told(f"{figure.says} ({figure.citation.source.short}).", (figure.citation,)))
    parts, evidence = text_of(told)
    asks = ("which States are not party?", "how many States Parties are there?", "is France a party?")
    return Draft("no_record", "No list of States Parties", tuple(parts), evidence, asks)


def _difference(knowledge: Knowledge, shown: Source, other: Source) -> list[Told]:
    """How many States another edition lists, and which of them the one shown does not."""
    here, there = knowledge.not_party(shown.id), knowledge.not_party(other.id)
    gone = {state: edition for state, edition in there.items() if state not in here}
    come = [state.title for state in here if state not in there]
    sentence = f"The {other.short} listed {len(there)} States {as_of(other)}"
    if gone:
        sentence += f", {and_list(state.title for state in gone)} among them"
    if come:
        sentence += f"; it did not list {and_list(come)}"
    cited = gone or dict(list(there.items())[:1])
    return [Told(f"{sentence}.", tuple(edition.listed for edition in cited.values()))]


def _edition_asked(asked: Asked) -> Source | None:
    """The newest edition asked for, by its name or its year; None when there is none of the years asked for."""
    if not asked.years:
        return asked.editions[0]
    return next((source for source in asked.editions if source.year and asked.in_years((source.year,))), None)


def _no_list_of_year(asked: Asked) -> Draft:
    """That no edition is of the year asked for."""
    dates = and_list(as_of(source) for source in reversed(asked.knowledge.editions))
    told = [Told(f"The documents do not list the States not party of that time; they list them {dates}.", ())]
    parts, evidence = text_of(told)
    asks = ("which States are not party?", "how many States are not party?")
    return Draft("no_record", "States not party: no list of that year", tuple(parts), evidence, asks)
