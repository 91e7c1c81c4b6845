import re

import pytest
from hypothesis import given

from bot.rendering.characters import visible_line
from bot.rendering.markdown import escape, size
from tests.rendering.answers import ANY_TEXT

ZERO_WIDTH_SPACE = "\u200b"


@pytest.mark.parametrize(
    ("line", "escaped"),
    [
        ("**bold** and *it*", r"\*\*bold\*\* and \*it\*"),
        ("_it_ and __u__", r"\_it\_ and \_\_u\_\_"),
        ("seeds/002_144bfe5992db99ac.txt", "seeds/002_144bfe5992db99ac.txt"),
        ("~~gone~~ ||spoiler|| `code`", r"\~\~gone\~\~ \|\|spoiler\|\| \`code\`"),
        (r"a\*b", r"a\\\*b"),
        ("# heading", r"\# heading"),
        ("-# small", r"\-# small"),
        ("> quote", r"\> quote"),
        ("- item", r"\- item"),
        ("1. item", r"1\. item"),
        ("1.5 million", "1.5 million"),
        ("a - b > c # d", "a - b > c # d"),
        ("[text](http://x)", r"[text]\(http://x)"),
        ("(...) [sic] (16MSP, 2017)", "(...) [sic] (16MSP, 2017)"),
        ("@everyone @HERE", f"@{ZERO_WIDTH_SPACE}everyone @{ZERO_WIDTH_SPACE}HERE"),
        ("<@123> <@&4>", rf"\<{ZERO_WIDTH_SPACE}@{ZERO_WIDTH_SPACE}123> \<{ZERO_WIDTH_SPACE}@{ZERO_WIDTH_SPACE}&4>"),
        ("<#1> <:a:2>", rf"\<{ZERO_WIDTH_SPACE}#1> \<{ZERO_WIDTH_SPACE}:a:2>"),
        ("<<@1>", rf"\<{ZERO_WIDTH_SPACE}\<{ZERO_WIDTH_SPACE}@{ZERO_WIDTH_SPACE}1>"),
        ("5 < 6", r"5 \< 6"),
        ("India’s “words”", "India’s “words”"),
    ],
)
def test_marks_lose_their_effect(line: str, escaped: str) -> None:
    assert escape(line) == escaped


@given(ANY_TEXT.map(visible_line))
def test_nothing_but_escapes_is_added(line: str) -> None:
    unescaped = re.sub(r"\\([^0-9A-Za-z\s])", r"\1", escape(line))
    assert unescaped.replace(ZERO_WIDTH_SPACE, "") == line.replace(ZERO_WIDTH_SPACE, "")


@given(ANY_TEXT.map(visible_line))
def test_no_mark_that_has_an_effect_is_left(line: str) -> None:
    shown = escape(line)
    bare = re.sub(r"\\[^0-9A-Za-z\s]", "escaped", shown)
    assert not re.search(r"[*~|`<]|@(everyone|here)|\]\(", bare, re.IGNORECASE)
    assert not re.search(r"<@[!&]?\d|<#\d|@everyone|@here", shown, re.IGNORECASE)
    assert not re.match(r"#{1,3}\s|-|\+|>|\d+[.)](\s|$)", shown)


def test_size_counts_utf_16_units_and_so_never_too_few() -> None:
    assert (size("abc"), size("é√"), size("😀")) == (3, 2, 2)
