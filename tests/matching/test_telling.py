"""What the words of a question ask for."""

import pytest

from bot.matching.telling import counted, things
from bot.matching.tokens import tokenise


def words(question: str) -> tuple[str, ...]:
    return tuple(token.key for token in tokenise(question))


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("which forum does {state} prefer", ("forum",)),
        ("Which article of the UN Charter does {state} invoke?", ("article", "charter")),
        ("what compact does {state} have", ("compact",)),
        ("which types of mine does {state} make", ("types",)),
        ("names of the groups that signed", ("names",)),
        ("what does {state} say", ()),
        ("is {state} a party", ()),
        ("{state} relationship w {state} which compact", ("compact",)),
    ],
)
def test_the_things_asked_for_stand_after_which(question: str, expected: tuple[str, ...]) -> None:
    assert things(words(question)) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("how many armed groups signed the ceasefire", ("armed", "groups", "signed")),
        ("how many mines does {state} keep", ("mines",)),
        ("number of victims in {state}", ("victims",)),
        ("quantity of mines stockpiled", ("mines", "stockpiled")),
        ("the number one reason", ()),
        ("what does {state} say", ()),
    ],
)
def test_what_is_counted_stands_after_how_many(question: str, expected: tuple[str, ...]) -> None:
    assert counted(words(question)) == expected
