"""Whether a State has a moratorium, on what, and that it tells of none on what else was asked."""

from collections.abc import Sequence

from bot.answering.answer import Text
from bot.answering.asking import asks_whether
from bot.answering.claims import MORATORIUM, claims, deeds_asked, on_moratorium
from bot.answering.draft import Asked, Draft
from bot.answering.families.statements import on_record
from bot.answering.parts import NOT_ASKED, passage_of
from bot.answering.wording import and_list, capital
from bot.knowledge.model import Statement

_DEED_NAMES = {"production": "production", "use": "use", "stockpile": "stockpiling", "transfer": "export"}


def asks_for_moratorium(asked: Asked) -> bool:
    """Whether it is asked if a State has a moratorium, or since which year."""
    return asked.asks_any(MORATORIUM) and (asks_whether(asked) or asked.asks("year"))


def moratorium_left_open(asked: Asked, about: Sequence[Statement]) -> Draft | None:
    """What is said when statements on moratoria tell of none of the State's own, or not on all that is asked for."""
    if any(claims(asked, item) for item in about):
        return None
    told = on_moratorium(asked, about)
    return _on_part(asked, about, told) if told else _none(asked, about)


def _none(asked: Asked, about: Sequence[Statement]) -> Draft:
    """That a State which speaks of moratoria, or of exports, tells of none of its own."""
    state = asked.state
    none = f"No statement by {state.name}{on_record(asked)} tells of such a moratorium of its own."
    lead = Text(f"{none} What comes nearest:")
    nearest = [passage_of(asked.knowledge, item, marked=NOT_ASKED) for item in about[:1]]
    title = f"{state.title}: no such moratorium on record"
    return Draft("no_record", title, (lead, *nearest), (), ("which States have a moratorium?",))


def _on_part(asked: Asked, about: Sequence[Statement], told: frozenset[str]) -> Draft:
    """That a State tells of a moratorium on one of the deeds asked for, and of none on the other."""
    state = asked.state
    covered, rest = (
        and_list(map(_DEED_NAMES.__getitem__, sorted(deeds))) for deeds in (told, deeds_asked(asked) - told)
    )
    none = f"no statement{on_record(asked)} tells of one on {rest}"
    lead = f"{capital(state.name)} tells of a moratorium on {covered}; {none}."
    passages = [passage_of(asked.knowledge, item) for item in about if told & on_moratorium(asked, [item])]
    title = f"{state.title}: a moratorium on {covered}, none on record on {rest}"
    return Draft("answered", title, (Text(lead), *passages), (), ("which States have a moratorium?",))
