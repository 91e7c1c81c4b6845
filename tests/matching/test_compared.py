"""The words that are compared: a name counts as its kind, an office as one name whichever was typed."""

import pytest

from bot.matching.matcher import Matcher


@pytest.mark.parametrize(
    "typed",
    ["the SG", "the sec gen", "the UN Secretary-General", "Secretary General Guterres", "antonio guterres", "Gutteres"],
)
def test_an_office_is_compared_as_one_name_whichever_is_typed(matcher: Matcher, typed: str) -> None:
    reading = matcher.read(f"what did {typed} say about withdrawals")
    assert [word for word in reading.words if word != "the"] == "what did guterres say about withdrawals".split()


def test_the_head_of_another_organisation_is_not_the_one_of_the_united_nations(matcher: Matcher) -> None:
    assert "guterres" not in matcher.read("what did the Secretary General of NATO say").words


def test_states_not_party_are_compared_as_one_name_too(matcher: Matcher) -> None:
    assert (
        matcher.read("how many non-members abstained").words
        == matcher.read("how many States not party abstained").words
    )


def test_names_of_states_and_meetings_count_as_their_kind(matcher: Matcher) -> None:
    assert matcher.read("what did India say at 16MSP and in 2014").words == (
        *"what did {state} say at {meeting} and in {year}".split(),
    )
