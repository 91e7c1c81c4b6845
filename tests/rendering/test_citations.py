from dataclasses import replace

import pytest

from bot.knowledge.model import Citation
from bot.rendering.citations import (
    evidence_lines,
    lines_label,
    passage_source_lines,
    source_lines,
    source_name,
    what_stands_there,
)
from tests.rendering.answers import ALSO_LINE, NEWER, NOT_IN_TABLE, QUOTE, SAME_WORDS, SOURCE_LINE, TICK, UNDATED


@pytest.mark.parametrize(
    ("spans", "label"),
    [
        ([(105, 105)], "line 105"),
        ([(108, 111)], "lines 108-111"),
        ([(90, 90), (81, 81), (82, 83)], "lines 81-83, 90"),
        ([(105, 105), (105, 105)], "line 105"),
        ([(10, 20), (12, 14), (30, 30)], "lines 10-20, 30"),
    ],
)
def test_lines_in_words(spans: list[tuple[int, int]], label: str) -> None:
    assert lines_label(spans) == label


def test_a_source_is_named_with_title_issuer_and_date() -> None:
    assert source_name(UNDATED) == (
        "Mine Ban Treaty: Frequently Asked Questions, International Campaign to Ban Landmines (ICBL), undated"
    )


def test_a_passage_names_the_document_shown_first_and_the_others_after_it() -> None:
    assert passage_source_lines([QUOTE, SAME_WORDS]) == (SOURCE_LINE, ALSO_LINE)


def test_a_passage_from_several_places_of_one_document_names_it_once() -> None:
    (line,) = passage_source_lines([QUOTE, replace(QUOTE, lines=(108, 111))])
    assert line == SOURCE_LINE.replace("line 105", "lines 105, 108-111")


def test_a_list_names_every_document_once_with_all_its_lines() -> None:
    lines = source_lines([TICK, SAME_WORDS, replace(TICK, lines=(79, 79)), replace(TICK, lines=(78, 78)), TICK])
    assert [line.partition("(seeds/")[2] for line in lines] == [
        "002_144bfe5992db99ac.txt, lines 77-79)",
        "001_878b779faf7cd0f7.txt, lines 80-81)",
    ]
    assert all(line.startswith("Source: Status of") for line in lines)


def test_evidence_says_what_stands_where() -> None:
    assert evidence_lines([TICK, NOT_IN_TABLE, Citation(UNDATED, (14, 14), quote="It works.")]) == (
        (
            "Evidence: 2018 status document, information as of 21 August 2018 "
            "(seeds/002_144bfe5992db99ac.txt, line 77): India / 16MSP: √"
        ),
        (
            "Evidence: 2017 status document, 8 December 2017 (seeds/001_878b779faf7cd0f7.txt, lines 60-75): "
            "no row for Finland in the table Participation"
        ),
        "Evidence: treaty FAQ, undated (seeds/003_73a430c023e5228c.txt, line 14): It works.",
    )


def test_evidence_of_one_place_stands_on_one_line() -> None:
    assert TICK.cell is not None
    other = replace(TICK, cell=replace(TICK.cell, column="14MSP"))
    (line,) = evidence_lines([TICK, other, TICK])
    assert line.endswith("line 77): India / 16MSP: √; India / 14MSP: √")


def test_cells_of_one_document_share_a_line_and_quotes_do_not() -> None:
    lines = evidence_lines([TICK, replace(TICK, lines=(40, 40)), QUOTE, replace(QUOTE, lines=(106, 106)), TICK])
    assert [line.partition("_144bfe5992db99ac.txt, ")[2].partition(" supports")[0] for line in lines] == [
        "line 77): India / 16MSP: √; (line 40): India / 16MSP: √",
        "line 105): “India",
        "line 106): “India",
    ]


def test_evidence_names_where_it_was_said() -> None:
    (line,) = evidence_lines([QUOTE])
    assert line.startswith("Evidence: 16MSP, 2017, in 2018 status document, information as of 21 August 2018 (seeds/")


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("a " * 100, "a " * 100),
        ("ab " * 100, "ab " * 66 + "[...]"),
        ("x" * 201, "x" * 200 + " [...]"),
    ],
)
def test_a_long_quote_is_cut_at_a_word_in_evidence(quote: str, shown: str) -> None:
    assert what_stands_there(Citation(NEWER, (1, 1), quote=quote)) == shown
