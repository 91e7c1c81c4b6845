"""An answer as plain text: what the console prints and the ``text`` of the JSON."""

from collections.abc import Mapping
from typing import Final

from bot.answering.answer import Answer
from bot.rendering.layout import Line, LineKind, layout

MARKS: Final[Mapping[LineKind, str]] = {"quote": "> ", "row": "- ", "attribution": "- "}
"""what stands before a line of this kind"""


def plain(answer: Answer) -> str:
    """All that a person sees of ``answer``, in the answer's own words and without a line break at the end.

    The same answer gives the same text; control characters are gone.
    """
    lines: list[str] = []
    for block in layout(answer):
        if block.apart and lines:
            lines.append("")
        lines.extend(_marked(line) for line in block.lines)
    return "\n".join(lines)


def _marked(line: Line) -> str:
    return MARKS.get(line.kind, "") + line.text
