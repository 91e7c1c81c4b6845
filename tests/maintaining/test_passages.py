"""Lines of documents: what was asked for, with their neighbours and marks."""

import pytest

from bot.knowledge.documents import parse_document
from bot.knowledge.model import Knowledge
from bot.maintaining.cited import cited
from bot.maintaining.passages import Place, line_count, parse_place, runs
from bot.maintaining.refusing import RefusedError

DOCUMENT = parse_document("".join(f"line {number}\n" for number in range(1, 11)), "seeds/ten.txt")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("status-2018", Place("status-2018", ())),
        ("status-2018:105", Place("status-2018", ((105, 105),))),
        ("a:40,105-106", Place("a", ((40, 40), (105, 106)))),
        ("seeds/002_x.txt:7", Place("seeds/002_x.txt", ((7, 7),))),
    ],
)
def test_a_place_is_a_source_and_lines(text: str, place: Place) -> None:
    assert parse_place(text) == place


@pytest.mark.parametrize("text", ["", "a:0", "a:5-3", "a:1,", "a:-", "a:1--2"])
def test_what_is_no_place(text: str) -> None:
    with pytest.raises(RefusedError):
        parse_place(text)


def test_runs_join_and_mark() -> None:
    found = runs(DOCUMENT, [(2, 2), (4, 4), (9, 10)], [(4, 5)], context=1)
    assert [[line.number for line in run] for run in found] == [[1, 2, 3, 4, 5], [8, 9, 10]]
    assert [line.number for run in found for line in run if line.marked] == [4, 5]
    assert found[0][1].text == "line 2"


def test_a_line_break_at_the_end_begins_no_line() -> None:
    assert line_count(DOCUMENT) == 10
    assert line_count(parse_document("a\nb", "seeds/two.txt")) == 2
    with pytest.raises(RefusedError, match=r"seeds/ten\.txt has 10 lines, none numbered 11"):
        runs(DOCUMENT, [(11, 11)], [], 0)


def test_every_statement_claim_and_cell_is_cited_by_its_record(knowledge: Knowledge) -> None:
    by = {item.by for item in cited(knowledge)}
    assert {"India: statement 16msp", "India: vote", "India: took part in 16msp", "FAQ entry land-cleared"} <= by
    assert {"meeting 16msp", "figures: states-parties", "description of status-2018"} <= by
    assert not any(item.citation.absence for item in cited(knowledge))
    lines = {item.citation.lines for item in cited(knowledge) if item.by == "India: statement 16msp"}
    assert lines == {(105, 105)}
