import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.times import Times, times_in
from bot.matching.tokens import tokenise


def times(text: str, *taken: int) -> Times:
    return times_in(tokenise(text), frozenset(taken))


@pytest.mark.parametrize(
    ("text", "years", "bounds"),
    [
        ("what did India say in 2014", (2014,), None),
        ("2014 and 2016", (2014, 2016), None),
        ("2014, 2014", (2014,), None),
        ("since 2014", (2014,), (2014, None)),
        ("from 2014 on", (2014,), (2014, None)),
        ("after 2014", (2014,), (2015, None)),
        ("before 2010", (2010,), (None, 2009)),
        ("until 2010", (2010,), (None, 2010)),
        ("between 2010 and 2014", (2010, 2014), (2010, 2014)),
        ("between 2014 and 2010", (2014, 2010), (2010, 2014)),
        ("from 2010 to 2014", (2010, 2014), (2010, 2014)),
        ("in the year 2014", (2014,), None),
        ("1997", (1997,), None),
        # no years
        ("16 mines in 50 States", (), None),
        ("20171", (), None),
        ("1897 and 2100", (), None),
        ("", (), None),
    ],
)
def test_years_and_ranges(text: str, years: tuple[int, ...], bounds: tuple[int | None, int | None] | None) -> None:
    assert (times(text).years, times(text).bounds) == (years, bounds)


def test_a_year_that_a_name_took_is_no_year_of_the_question() -> None:
    assert times("the 2017 MSP", 1, 2).years == ()
    assert times("since the 2017 MSP", 2, 3).bounds is None


@pytest.mark.parametrize("text", ["latest words", "the most recent statement", "last words", "newest"])
def test_the_latest_is_wanted(text: str) -> None:
    assert times(text).latest
    assert not times(text).first


def test_a_span_of_years_is_not_the_latest() -> None:
    assert not times("mines destroyed in the last 10 yrs").latest


@pytest.mark.parametrize("text", ["the first statement", "earliest words", "oldest statement"])
def test_the_first_is_wanted(text: str) -> None:
    assert times(text).first
    assert not times(text).latest


def test_the_first_of_a_name_is_not_the_first_of_statements() -> None:
    assert not times("India at the First Committee", 3, 4).first


@pytest.mark.parametrize(
    "text", ["is it still a party", "how many now", "today", "currently", "this year", "these days", "right now"]
)
def test_the_present_is_asked(text: str) -> None:
    assert times(text).present


@pytest.mark.parametrize("text", ["what did India say in 2014", "the right to say", "this treaty", "year"])
def test_the_present_is_not_asked(text: str) -> None:
    assert not times(text).present


@given(st.lists(st.sampled_from("from between since before after until 1999 2014 2017 India the and".split())))
def test_a_range_has_an_end_and_is_in_order(words: list[str]) -> None:
    found = times(" ".join(words))
    if found.bounds is not None:
        first, last = found.bounds
        assert first is not None or last is not None
        assert first is None or last is None or first <= last
    assert len(set(found.years)) == len(found.years)
