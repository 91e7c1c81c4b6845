"""A seeded typo generator: what a phone and a hurry do to a question.

Never in a digit, and never turning one exact name into another ("Iran" must not become "Iraq").
"""

import random
from collections.abc import Callable

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHORTEST = 3
"""letters of the shortest word that gets a typo"""


def _neighbours() -> dict[str, str]:
    near: dict[str, str] = {}
    for number, row in enumerate(_ROWS):
        for column, letter in enumerate(row):
            beside = row[max(0, column - 1) : column] + row[column + 1 : column + 2]
            below = _ROWS[number + 1][max(0, column - 1) : column + 1] if number + 1 < len(_ROWS) else ""
            near[letter] = beside + below
    return near


_NEAR = _neighbours()


def with_typos(question: str, number: int, seed: int, is_name: Callable[[str], bool]) -> str:
    """The question with ``number`` typos: a neighbouring key, a swap, a drop or a doubling each.

    ``is_name`` tells whether a word is an exact name; a typo that makes one is not made.
    """
    chance = random.Random(f"{seed}:{number}:{question}")  # noqa: S311  (a reproducible choice, no secret)
    words = question.split(" ")
    for _ in range(number):
        places = [index for index, word in enumerate(words) if sum(char.isalpha() for char in word) >= _SHORTEST]
        for index in chance.sample(places, len(places)):
            changed = _changed(words[index], chance)
            if changed != words[index] and not is_name(changed):
                words[index] = changed
                break
    return " ".join(words)


def _changed(word: str, chance: random.Random) -> str:
    letters = [place for place, char in enumerate(word) if char.isalpha()]
    place = chance.choice(letters)
    match chance.choice(("neighbour", "swap", "drop", "double")):
        case "neighbour":
            near = _NEAR.get(word[place].lower(), "")
            return word[:place] + chance.choice(near) + word[place + 1 :] if near else word
        case "swap" if place + 1 in letters:
            return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        case "drop":
            return word[:place] + word[place + 1 :]
        case _:
            return word[: place + 1] + word[place:]
