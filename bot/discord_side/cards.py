"""A card: one message that shows a page of an answer, with the buttons that go with it."""

from dataclasses import dataclass, replace
from typing import Final

import discord

from bot.answering.answer import Answer
from bot.discord_side.buttons import Component, Components, button, menu
from bot.discord_side.custom_ids import MENU, Aspect, Mark, custom_ids
from bot.discord_side.desk import Answering, Found
from bot.discord_side.evidence_shown import in_context, quotes_alone
from bot.discord_side.limits import BUTTON_LABEL, OPTION_TEXT, ROWS, SELECT_OPTIONS, cut
from bot.rendering.messages import pages
from bot.rendering.plain import plain

READINGS: Final = 5
"""offered as buttons, one row of them: https://discord.com/developers/docs/components/reference#action-row"""


@dataclass(frozen=True, slots=True)
class Card:
    """What to show of an answer, and for whom."""

    found: Found
    owner: int
    """id of who asked: others who press get a copy of their own"""
    private: bool = False
    aspect: Aspect = "a"
    page: int = 0
    feedback: bool = False
    """whether there is a store that keeps feedback"""
    instead: str | None = None
    """a text of ours, shown instead of the answer; its suggestions stay"""


@dataclass(frozen=True, slots=True)
class Composed:
    """A card as it goes out."""

    texts: tuple[str, ...]
    """one; several only where buttons have no room for the answer's key"""
    view: Components | None
    shown: Answer

    @property
    def whole(self) -> str:
        """All of it as plain text."""
        return plain(self.shown)


@dataclass(frozen=True, slots=True)
class _Button:
    action: str
    label: str
    row: int
    page: int = 0
    disabled: bool = False
    style: discord.ButtonStyle = discord.ButtonStyle.secondary


def side(card: Card, engine: Answering) -> Answer:
    """The side of the answer that a card shows."""
    match card.aspect:
        case "a":
            return card.found.answer
        case "s":
            return in_context(card.found.answer, engine.knowledge)
        case "p":
            return quotes_alone(card.found.answer)


def compose(card: Card, engine: Answering) -> Composed:
    """The text and buttons of a card; a page past the end is the last one."""
    shown = side(card, engine)
    if card.instead is not None:
        texts: tuple[str, ...] = (card.instead,)
    else:
        texts = card.found.pages if shown is card.found.answer else pages(shown)
    page = min(card.page, len(texts) - 1)
    view = _view(replace(card, page=page), len(texts))
    if view is None:
        return Composed(texts, None, shown)
    return Composed((texts[page],), view or None, shown)


def _view(card: Card, page_count: int) -> Components | None:
    """The components of a card; None when the answer's key has no room in them and they are needed for paging."""
    answer = card.found.answer
    offered = answer.suggestions[:SELECT_OPTIONS] if card.aspect == "a" else ()
    as_buttons = offered[:READINGS] if answer.outcome == "ambiguous" else ()
    # A value that holds the whole question stays right whatever the knowledge is later.
    related = () if as_buttons else tuple(dict.fromkeys(text for text in offered if 0 < len(text) <= OPTION_TEXT))
    buttons = [_Button("read", cut(text, BUTTON_LABEL), 0, number) for number, text in enumerate(as_buttons)]
    if page_count > 1:
        buttons += _paging(card.page, page_count)
    if card.aspect == "a" and card.instead is None:
        buttons += _tools(card)
    marks = [
        Mark(one.action, card.aspect, card.private, card.owner, one.page if one.action == "read" else card.page)
        for one in buttons
    ]
    menu_mark = Mark(MENU, card.aspect, card.private, card.owner, card.page)
    ids = custom_ids([menu_mark, *marks] if related else marks, card.found.key)
    if ids is None:
        return None if page_count > 1 else Components(())
    rows: list[list[Component]] = [[] for _ in range(ROWS)]
    if related:
        rows[0].append(menu(ids.pop(0), related))
    for one, custom_id in zip(buttons, ids, strict=True):
        rows[one.row].append(button(custom_id, one.label, one.style, disabled=one.disabled))
    return Components(rows)


def _paging(page: int, page_count: int) -> list[_Button]:
    return [
        _Button("prev", "Previous page", 1, disabled=page == 0),
        _Button("where", f"Page {page + 1} of {page_count}", 1, disabled=True),
        _Button("next", "Next page", 1, disabled=page == page_count - 1, style=discord.ButtonStyle.primary),
    ]


def _tools(card: Card) -> list[_Button]:
    answer = card.found.answer
    found: list[_Button] = []
    if answer.citations:
        found += [_Button("sources", "Sources", 2), _Button("plain", "Plain text", 2)]
    found.append(_Button("further", "Ask further", 2))
    if card.private:
        found.append(_Button("share", "Share here", 2))
    if card.feedback:
        found += [_Button("helpful", "Helpful", 3), _Button("wrong", "This is wrong", 3)]
    return found
