"""Answers on a terminal: wrapped to its width, set off, coloured where colours are wanted."""

import io

import pytest
from rich.console import Console

from bot.answering.answer import Answer, Item, Listing, Passage, Text
from bot.console.display import show
from bot.knowledge.model import CellRef, Citation, Source
from bot.matching.reading import Entities, Reading
from bot.rendering.plain import plain

SOURCE = Source(
    id="status-2018",
    file="seeds/002.txt",
    kind="status",
    series=None,
    title="Status",
    short="2018 status document",
    issuer="the President",
    date="2018-08-21",
    date_label="information as of 21 August 2018",
    date_note=None,
    aliases=(),
)
QUOTE = "“The quick [bold]brown[/bold] fox supports the vision of a world free of anti-personnel mines.”"
ANSWER = Answer(
    question="what did the fox say?",
    outcome="answered",
    reading=Reading("what did the fox say?", "statement", Entities(), 1.0),
    title="The fox at 16MSP (2017)",
    parts=(
        Text("The document quotes the fox:"),
        Passage((QUOTE,), "16MSP, 2017", (Citation(SOURCE, (105, 105), "16MSP, 2017", quote=QUOTE),)),
        Listing(
            "Meetings",
            (
                Item(
                    "a row that is longer than one line can hold",
                    (Citation(SOURCE, (7, 7), cell=CellRef("a", "b", "√")),),
                ),
            ),
        ),
    ),
    suggestions=("and the hen?", "who did not join the foxes in all these many years?"),
)


def shown(width: int, *, colour: bool = False, encoding: str = "utf-8") -> str:
    file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="replace")
    console = Console(
        file=file,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
    )
    show(ANSWER, console)
    file.flush()
    assert isinstance(file.buffer, io.BytesIO)
    return file.buffer.getvalue().decode(encoding)


def test_an_answer_at_forty_columns() -> None:
    assert shown(40).splitlines() == [
        "The fox at 16MSP (2017)",
        "The document quotes the fox:",
        "▌ “The quick [bold]brown[/bold] fox",
        "▌ supports the vision of a world free of",
        "▌ anti-personnel mines.”",
        "- 16MSP, 2017",
        "Source: Status, the President,",
        "information as of 21 August 2018",
        "(seeds/002.txt, line 105)",
        "",
        "Meetings",
        "- a row that is longer than one line can",
        "  hold",
        "Source: Status, the President,",
        "information as of 21 August 2018",
        "(seeds/002.txt, line 7)",
        "",
        "You can ask:",
        "1. and the hen?",
        "2. who did not join the foxes in all",
        "   these many years?",
    ]


@pytest.mark.parametrize("width", [1, 2, 3, 10, 40, 79, 200])
def test_nothing_is_lost_and_no_line_is_too_long(width: int) -> None:
    text = shown(width)
    assert all(len(line) <= max(width, 4) for line in text.splitlines())
    told = "".join(text.split()).replace("▌", "").replace("Youcanask:1.", "").replace("2.who", "who")
    expected = plain(ANSWER).replace("\n> ", "\n").replace("You can ask: ", "")
    if width > 3:
        assert told == "".join(expected.split())


def test_a_wide_terminal_shows_one_line_a_line() -> None:
    assert f"▌ {QUOTE}" in shown(200).splitlines()


def test_colours_set_the_parts_apart() -> None:
    lines = shown(200, colour=True).splitlines()
    assert lines[0] == "\x1b[1;32mThe fox at 16MSP (2017)\x1b[0m"
    assert f"▌ \x1b[36m{QUOTE}\x1b[0m" in lines


def test_a_terminal_without_unicode_gets_a_plain_bar() -> None:
    assert "| ?The quick [bold]brown[/bold] fox" in shown(40, encoding="ascii")
