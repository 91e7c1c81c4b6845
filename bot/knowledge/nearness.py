"""How near a wrong quote comes to its source: what a maintainer needs to correct it."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from bot.knowledge.problems import shown
from bot.knowledge.text import SourceText, fold

_ENOUGH_ALIKE = 0.4
"""share of the quote's words; a passage that has fewer of them is no help"""
_MOST_WORDS = 1_000
"""words of a quote that are compared; the longest real one has about 300"""
_SLACK = 3
"""words of the source before and after the run that lines up with the quote, for words left out or put in"""
_SHOWN_WORDS = 5
_NOTHING_LIKE_IT = "nothing like it stands there"


def difference(quote: str, texts: Sequence[SourceText]) -> str:
    """For an error message: how near the nearest passage is, and the first words that differ."""
    words = fold(quote).split()[:_MOST_WORDS]
    if not words:
        return "no word is left of it when marks are taken away"
    if lines := _lines_over_parts(" ".join(words), texts):
        return f"its words run over several paragraphs or cells there (lines {lines[0]}-{lines[1]})"
    nearest = _nearest(words, texts)
    if nearest is None:
        return _NOTHING_LIKE_IT
    theirs = nearest.folded.split()
    longest = SequenceMatcher(None, words, theirs, autojunk=False).find_longest_match()
    first = max(0, longest.b - longest.a - _SLACK)
    window = theirs[first : first + len(words) + 2 * _SLACK]
    matcher = SequenceMatcher(None, words, window, autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    if same < _ENOUGH_ALIKE * len(words):
        return _NOTHING_LIKE_IT
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal" and code[1] < len(words)]
    # What stands before and after the quote is no change of it.
    change = next((code for code in changes if code[0] != "insert" or code[1] > 0), None)
    if change is None:
        line = _line_of(nearest, theirs, first)
        return f"its words stand there, but not in this place or not as a whole (line {line})"
    _, mine, _, other, _ = change
    has = " ".join(window[other : other + _SHOWN_WORDS])
    wrong = " ".join(words[mine : mine + _SHOWN_WORDS])
    line = _line_of(nearest, theirs, first + other)
    there = f'has "{shown(has)}"' if has else "ends"
    return f'line {line} comes nearest ({same} of {len(words)} words) and {there} where the quote has "{shown(wrong)}"'


def _nearest(words: Sequence[str], texts: Sequence[SourceText]) -> SourceText | None:
    """The text that shares most pairs of words with a quote, or most words when none shares a pair."""
    for parts in (frozenset(pairwise(words)), frozenset(words)):
        shared = [(len(parts & _parts_of(text.folded)), -index) for index, text in enumerate(texts)]
        most, index = max(shared, default=(0, 0))
        if most:
            return texts[-index]
    return None


@lru_cache(maxsize=4096)
def _parts_of(folded: str) -> frozenset[object]:
    words = folded.split()
    return frozenset(words) | frozenset(pairwise(words))


def _lines_over_parts(folded: str, texts: Sequence[SourceText]) -> tuple[int, int] | None:
    """First and last line of words that stand in the document, but run over several of its parts."""
    start = " ".join(text.folded for text in texts).find(folded)
    if start < 0:
        return None
    end, position = start + len(folded), 0
    lines: list[int] = []
    for text in texts:
        after = position + len(text.folded) + 1
        if text.folded and position < end and start < after - 1:
            lines += text.lines_of(max(0, start - position), min(end, after - 1) - max(start, position))
        position = after
    return (min(lines), max(lines)) if lines and len(set(lines)) > 1 else None


def _line_of(text: SourceText, words: Sequence[str], index: int) -> int:
    """The line on which a word of a text stands."""
    before = sum(len(word) + 1 for word in words[:index])
    return text.lines_of(min(before, max(0, len(text.folded) - 1)), 1)[0]
