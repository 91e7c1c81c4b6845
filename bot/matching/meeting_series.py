"""Series of meetings as people name them, and names with their number or year in one word: "16MSP", "MSP2017"."""

import re
from collections.abc import Iterator, Sequence

from bot.similarity import edits

_FUSED = re.compile(r"^(?:(\d{1,2})(?:st|nd|rd|th)?(msps?|rc|revcon)|(msps?|rc|revcon)(\d{1,2}))$")
_MISTYPED = re.compile(r"^(\d{1,2})([a-z]{2,4})$")
_NOT_MEETINGS = frozenset({"st", "nd", "rd", "th", "am", "pm", "rc"})
_FUSED_YEAR = re.compile(r"^(msps?|im|revcon)((?:19|20)\d\d)$")
NUMBERED = frozenset({"msp", "review_conference"})
"""series whose meetings are counted: "16MSP", "3RC" """

# Names of a series of meetings, longest first; each is one kind of meeting.
SERIES: tuple[tuple[tuple[str, ...], str], ...] = tuple(
    sorted(
        (
            (tuple(words.split()), kind)
            for kind, forms in {
                "msp": "msp|msps|meeting of the states parties|meeting of states parties|meeting of the state parties|"
                "meeting of state parties|states parties meeting|state parties meeting|meeting of the parties|"
                "meetings of the states parties|meetings of states parties",
                "review_conference": "review conference|revcon|rev con|review conf|rc|review conferences|revcons",
                "intersessional": "intersessional meetings|intersessional meeting|intersessionals|intersessional|"
                "inter sessional meetings|inter sessional meeting|inter sessionals|inter sessional|im|ims|ism|"
                "intersessional session|intersessional week",
                "standing_committee": "standing committee on the general status and operation of the convention|"
                "standing committee on general status|standing committee meeting|standing committee meetings|"
                "standing committee|standing committees|standing comm",
                "first_committee": "unga first committee|un first committee|first committee of the un general assembly|"
                "first committee|1st committee|un general assembly|general assembly|unga",
            }.items()
            for words in forms.split("|")
        ),
        key=lambda item: -len(item[0]),
    )
)
SERIES_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _series, _kind in SERIES:
    SERIES_BY_FIRST.setdefault(_series[0], []).append((_series, _kind))


def series_in(words: Sequence[str]) -> list[tuple[int, int, str]]:
    """Where names of series begin and end in some words, and which series each names."""
    found: list[tuple[int, int, str]] = []
    end = 0
    for index in [place for place, word in enumerate(words) if word in SERIES_BY_FIRST or not word.isalpha()]:
        if index < end:
            continue
        word = words[index]
        match = next(
            (
                (len(series), kind)
                for series, kind in SERIES_BY_FIRST.get(word, ())
                if words[index : index + len(series)] == series
            ),
            None,
        )
        if match is None and (fused := _fused_name(word)):
            name = next(group for group in fused.groups() if group and not group.isdigit())
            match = (1, "msp" if name.startswith("msp") else "intersessional" if name == "im" else "review_conference")
        if match is not None:
            end = index + match[0]
            found.append((index, end, match[1]))
    return found


def names_of_series() -> Iterator[tuple[str, ...]]:
    """The words of every name of a series, the bare "meeting" among them, which a number before it makes one."""
    yield ("meeting",)
    yield from (words for words, _ in SERIES)


def _fused_name(word: str) -> re.Match[str] | None:
    """A name with its number or year in one word: "16MSP", "MSP2017"."""
    if not (word[0].isdigit() or word[-1].isdigit()):
        return None
    return _FUSED.match(word) or _FUSED_YEAR.match(word) or _FUSED.match(_mended(word))


def _mended(word: str) -> str:
    """16MPS as 16msp: letters of a numbered meeting mistyped; the number is never mended."""
    found = _MISTYPED.match(word)
    if found is None or found[2] in _NOT_MEETINGS:
        return word
    return f"{found[1]}msp" if edits(found[2], "msp", at_most=1) <= 1 else word


def fused(word: str) -> tuple[int | None, int | None]:
    """The number and the year in a name of one word: (16, None) of "16MSP", (None, 2017) of "MSP2017"."""
    if found := _FUSED.match(word) or _FUSED.match(_mended(word)):
        return int(found[1] or found[4]), None
    if found := _FUSED_YEAR.match(word):
        return None, int(found[2])
    return None, None
