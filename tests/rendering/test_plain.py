import unicodedata

from hypothesis import given

from bot.answering.answer import Answer, Item, Listing, Text
from bot.rendering.plain import plain
from tests.rendering.answers import (
    ALSO_LINE,
    ANSWERS,
    NEWER,
    NOT_IN_TABLE,
    QUOTE,
    SAME_WORDS,
    SOURCE_LINE,
    TICK,
    WORDS,
    answer,
    passage,
)


def test_an_answer_shows_all_its_parts_in_order() -> None:
    shown = plain(
        answer(
            Text("The 2018 status document quotes India's statement:"),
            passage(),
            Listing("Took part in:", (Item("14MSP", (TICK,)), Item("16MSP", (TICK,)))),
            Text("India is not in the table of 2017."),
            further=(NOT_IN_TABLE, TICK),
            suggestions=("what did India say at the Third Review Conference?", "how did India vote?"),
        )
    )
    assert shown.split("\n") == [
        "India at 16MSP (2017)",
        "The 2018 status document quotes India's statement:",
        f"> {WORDS}",
        "- 16MSP, 2017",
        SOURCE_LINE,
        "",
        "Took part in:",
        "- 14MSP",
        "- 16MSP",
        SOURCE_LINE.replace("line 105", "line 77"),
        "",
        "India is not in the table of 2017.",
        "",
        (
            "Evidence: 2017 status document, 8 December 2017 (seeds/001_878b779faf7cd0f7.txt, lines 60-75): "
            "no row for Finland in the table Participation"
        ),
        "",
        "You can ask: what did India say at the Third Review Conference?",
        "You can ask: how did India vote?",
    ]


def test_every_paragraph_and_line_of_a_passage_is_quoted() -> None:
    shown = plain(answer(passage("First.\nStill the first.", "Second.", lead="Morocco's letter")))
    assert "Morocco's letter\n> First.\n> Still the first.\n> Second.\n- 16MSP, 2017\nSource: " in shown


def test_other_editions_of_the_same_words_are_named() -> None:
    shown = plain(answer(type(passage())((WORDS,), "16MSP, 2017", (QUOTE, SAME_WORDS))))
    assert shown.endswith(f"- 16MSP, 2017\n{SOURCE_LINE}\n{ALSO_LINE}")


def test_words_are_not_escaped() -> None:
    assert plain(answer(Text("*Not* _escaped_ # [1](x) <@1> @everyone"))).endswith(
        "\n*Not* _escaped_ # [1](x) <@1> @everyone"
    )


def test_what_a_part_shows_is_not_shown_again_as_evidence() -> None:
    assert "Evidence" not in plain(answer(passage(), further=(QUOTE,)))


@given(ANSWERS)
def test_no_control_character_comes_through(any_answer: Answer) -> None:
    shown = plain(any_answer)
    assert {character for character in shown if unicodedata.category(character) in {"Cc", "Cs"}} <= {"\n"}
    assert plain(any_answer) == shown


@given(ANSWERS)
def test_no_citation_is_lost(any_answer: Answer) -> None:
    shown = plain(any_answer)
    assert all(citation.source.file in shown for citation in any_answer.citations)
    assert NEWER.file in plain(answer(passage(), *any_answer.parts))
