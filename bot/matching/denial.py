"""What a question denies: who did *not* come, vote or write; and "not in the treaty", which denies none of these.

All States of the status documents are outside the Convention, so that "which countries not in the treaty attended"
asks who came. Its words of standing are one word, ``OUTSIDE``, before any denial is looked for.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from bot.matching.words import stem

OUTSIDE = "{outside}"
"""stands for "not party", "outside the Convention", "has not joined" and the like"""
_CONTRACTED = frozenset(
    "isnt arent wasnt werent dont doesnt didnt hasnt havent hadnt wont cant couldnt wouldnt aint".split()
)
DENYING = _CONTRACTED | frozenset("not non never no none nobody nothing without neither nor".split())
"""words that deny what follows"""
_FAILING = frozenset(
    "fail failed fails refuse refused refuses refusing decline declined neglect neglected omitted".split()
)
_DENIALS = DENYING | _FAILING
_BETWEEN = frozenset(
    """
    a an any the of as to be been being have has had yet even ever actually really once still also fully formally
    listed recorded shown marked having do did in
    """.split()
)
"""words that may stand between a denial and what it denies: "isn't listed as having attended" """
_REACH = 4
"""words after a denial in which what it denies stands"""
_OUT = frozenset({"outside", "holdout", "holdouts"})
_OUT_OF = frozenset({"out", "yet"})
_WITHIN = frozenset(
    """
    yet still currently been a an in into within inside part of the it to on be being become becoming state states
    for longer want wanted {state}
    """.split()
)
STANDING = frozenset(
    """
    convention treaty party parties joined join joining signed sign ratified ratify acceded accede accession member
    members signatory signatories
    """.split()
)
"""words for being a party"""
_NUMBER_OF = ("no", "of")
"""short for "number of" """
_LONGEST_STANDING = 7
"""words from "not" to "party" at most"""
_AT = frozenset({"at", "in", "to", "there", "from"})
ABSENT = frozenset("absent absence absentees missing missed miss skipped skip away noshow noshows".split())
"""words that say of themselves that somebody was not there"""
COMING = frozenset(
    map(
        stem,
        """
        attend attendance came come going went take took taken participate participation show shown turn turned tick
        ticks present represented appear appeared joined sit sat
        """.split(),
    )
)
VOTING_SO = frozenset(map(stem, "vote voted support supported favour say yes back abstain abstention".split()))
OF_SPEAKING = frozenset(map(stem, "speak spoke spoken say said quoted quote statement statements".split()))
STAYING_SILENT = frozenset(map(stem, "silent silence quiet stay remain keep".split()))
_NO_MEETING = frozenset({"{meeting}", "{year}", "meeting", "meetings", "any"})


def with_standing(words: Sequence[str]) -> tuple[str, ...]:
    """The words with each run that says that a State is not party as the one word ``OUTSIDE``."""
    if words and _OUT.isdisjoint(words) and _OUT_OF.isdisjoint(words) and not _denies(words):
        return tuple(words)
    found: list[str] = []
    place = 0
    while place < len(words):
        end = _standing_from(words, place)
        found.append(OUTSIDE if end else words[place])
        place = end or place + 1
    return tuple(found)


def denied(words: Sequence[str], acts: AbstractSet[str]) -> bool:
    """Whether one of some acts, as stems, is denied: right after a denying word, or behind words between."""
    return _denies(words) and any(
        _is_denial(word) and _reaches(words[place + 1 : place + 1 + _REACH], acts) for place, word in enumerate(words)
    )


def absent(words: Sequence[str]) -> bool:
    """Whether it is asked who, or when somebody, was not there; "not absent" is there."""
    missing = any(
        word in ABSENT and not _denies(words[max(0, place - _REACH) : place]) for place, word in enumerate(words)
    )
    return missing or denied(words, COMING) or _not_at(words)


def _is_denial(word: str) -> bool:
    return word in _DENIALS


def _denies(words: Sequence[str]) -> bool:
    return not _DENIALS.isdisjoint(words)


def _reaches(words: Sequence[str], acts: AbstractSet[str]) -> bool:
    for word in words:
        if stem(word) in acts:
            return True
        if word not in _BETWEEN:
            return False
    return False


def _not_at(words: Sequence[str]) -> bool:
    """Whether a meeting is named after "not at" or the like."""
    for place, word in enumerate(words):
        if _is_denial(word) and words[place + 1 : place + 2] and words[place + 1] in _AT:
            after = words[place + 1 : place + 1 + _REACH]
            if "there" in after or not _NO_MEETING.isdisjoint(after):
                return True
    return False


def _standing_from(words: Sequence[str], start: int) -> int:
    """Where a run that says "not party" ends which starts at a word; 0 when none does."""
    word = words[start]
    out = word in _OUT
    opened = out or word in _OUT_OF or _is_denial(word)
    if not opened or tuple(words[start : start + 2]) == _NUMBER_OF:
        return 0
    for place in range(start + 1, min(len(words), start + _LONGEST_STANDING)):
        if words[place] in STANDING:
            # "did not join the 16MSP" is no standing.
            after = [item for item in words[place + 1 : place + 3] if item != "the"]
            at_meeting = bool(after) and after[0] in ("{meeting}", "meeting", "meetings")
            return 0 if at_meeting else _whole(words, place + 1)
        if words[place] not in _WITHIN:
            break
    return start + 1 if out else 0


def _whole(words: Sequence[str], end: int) -> int:
    """The end, with "to the convention" after "party"."""
    place = end
    while place < len(words) and words[place] in ("to", "the", "of"):
        place += 1
    return place + 1 if place < len(words) and words[place] in ("convention", "treaty") else end
