"""What is denied, and what only says that a State is not party."""

import pytest

from bot.matching.denial import COMING, OF_SPEAKING, OUTSIDE, VOTING_SO, absent, denied, with_standing


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("which countries not in the convention attended {meeting}", "which countries {outside} attended {meeting}"),
        ("which states not yet party attended {meeting}", "which states {outside} attended {meeting}"),
        ("how did states that arent parties vote", "how did states that {outside} vote"),
        ("who has yet to accede to the convention", "who has {outside}"),
        ("states outside the convention that missed {meeting}", "states {outside} that missed {meeting}"),
        ("why has {state} not signed the convention", "why has {state} {outside}"),
        ("which holdouts came", "which {outside} came"),
    ],
)
def test_words_of_standing_are_one_word(text: str, left: str) -> None:
    assert with_standing(words(text)) == words(left)
    assert not denied(words(left), COMING | VOTING_SO)


@pytest.mark.parametrize(
    "text",
    [
        "which states parties attended {meeting}",
        "who did not attend {meeting}",
        "did {state} not join the {meeting}",
        "",
    ],
)
def test_other_words_stay(text: str) -> None:
    assert OUTSIDE not in with_standing(words(text))


@pytest.mark.parametrize(
    "text",
    [
        "who was absent from {meeting}",
        "who isnt listed as having attended {meeting}",
        "which states have no ticks for {meeting}",
        "who were the no shows at {meeting}",
        "who was not at {meeting}",
        "who did not take part in {meeting}",
        "who failed to attend {meeting}",
    ],
)
def test_absence(text: str) -> None:
    assert absent(words(text))


@pytest.mark.parametrize(
    "text",
    ["who attended {meeting}", "who was not absent from {meeting}", "who spoke in {meeting}", "who did not vote"],
)
def test_no_absence(text: str) -> None:
    assert not absent(words(text))


def test_acts_are_compared_by_their_stems() -> None:
    assert denied(words("who never abstained"), VOTING_SO)
    assert denied(words("who is not quoted"), OF_SPEAKING)
    assert not denied(words("who was not there and spoke"), OF_SPEAKING)
