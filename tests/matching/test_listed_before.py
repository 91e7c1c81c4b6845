"""Follow-ups on a list or a meeting before: "which of them abstained?", "who was absent?"."""

import pytest

from bot.rendering.plain import plain

from .conversations import conversation

FIRST = "what did India say in 16MSP?"


@pytest.mark.parametrize(
    ("questions", "intent", "meetings"),
    [
        (("who attended 14MSP?", "and 15MSP?", "and who was absent?"), "absentees", ("15msp",)),
        (("who attended 16MSP?", "and who did not?"), "absentees", ("16msp",)),
        (("who attended 16MSP?", "and who did not?", "how many?"), "absentees", ("16msp",)),
        ((FIRST, "who was absent?"), "absentees", ("16msp",)),
        (("who attended 16MSP?", "who was not there?"), "absentees", ("16msp",)),
        (("who attended 16MSP?", "who missed it?"), "absentees", ("16msp",)),
        (("how did the States not party vote?", "what about 15MSP"), "attendees", ("15msp",)),
        (("why has Pakistan not joined", "what about 15MSP"), "statement", ("15msp",)),
    ],
)
def test_a_follow_up_leans_on_the_meeting_and_the_list_before(
    questions: tuple[str, ...], intent: str, meetings: tuple[str, ...]
) -> None:
    reading = conversation(*questions).reading
    assert (reading.intent, reading.entities.meetings) == (intent, meetings)


@pytest.mark.parametrize(
    ("before", "follow_up"),
    [
        ("who attended 16MSP?", "how many of them abstained?"),
        ("who attended 16MSP?", "which of them abstained?"),
        ("which States abstained?", "which of them attended 16MSP?"),
    ],
)
def test_which_of_them_asks_for_both_at_once(before: str, follow_up: str) -> None:
    answer = conversation(before, follow_up)
    assert (answer.outcome, answer.reading.intent) == ("answered", "table-conditions")
    assert "6 States not party found" in plain(answer)


def test_which_of_them_is_not_answered_with_a_whole_list() -> None:
    assert conversation("who attended 16MSP?", "which of them have a stockpile?").outcome != "answered"


def test_who_did_not_after_a_vote_asks_for_the_other_votes() -> None:
    shown = plain(conversation("who voted in favour?", "and who did not?"))
    assert "Abstained (16)" in shown
    assert "In favour (14)" not in shown


@pytest.mark.parametrize(
    ("first", "second", "intent", "says"),
    [
        ("who abstained?", "is China one of them?", "vote", "China voted in favour"),
        ("how did Russia vote?", "who voted the same?", "vote-list", "Abstained (16)"),
        ("who never came?", "is China one of them?", "last-participation", "16MSP in 2017"),
        ("who attended 3RC?", "was Pakistan among them?", "attendance", "does not tick it"),
        ("who attended 3RC?", "did Pakistan too?", "attendance", "does not tick it"),
        ("which countries are leaving?", "is Norway one of them?", "membership", "Norway is not among them"),
        ("who mentions borders?", "is Iran one of them?", "topic-state", "long land borders"),
        ("how many States are not party?", "list them", "states-not-party", "Armenia"),
        ("who attended 16MSP?", "how many were they?", "attendees", "13 States not party"),
        ("who attended the June 2018 meeting?", "and June 2017?", "attendees", "2017 intersessional"),
        ("what did Pakistan say in 2016?", "which document is that from?", "statement", "explanation of vote"),
    ],
)
def test_a_list_before_is_pointed_back_to(first: str, second: str, intent: str, says: str) -> None:
    answer = conversation(first, second)
    assert (answer.reading.intent, answer.outcome) == (intent, "answered")
    assert says in plain(answer)


@pytest.mark.parametrize("second", ["did any of them vote in favour?", "which of them wrote a letter?"])
def test_what_no_list_before_tells_is_not_told_of_all_states(second: str) -> None:
    assert conversation("who never came?", second).outcome != "answered"
