"""An answer as blocks of lines: the order and the parts of what a person sees (DESIGN, "What an answer looks like").

Plain text and Discord messages differ in how a line looks, never in which lines there are.
"""

from dataclasses import dataclass
from typing import Literal

from bot.answering.answer import Answer, Listing, Part, Passage, Text
from bot.knowledge.model import Citation
from bot.rendering.characters import visible_line, visible_lines
from bot.rendering.citations import evidence_lines, passage_source_lines, source_lines

LineKind = Literal["title", "text", "lead", "quote", "row", "attribution", "source", "evidence", "suggestion"]


@dataclass(frozen=True, slots=True)
class Line:
    """One line, without its mark ("> ", "- ") and without line breaks or control characters."""

    kind: LineKind
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together."""

    head: tuple[Line, ...] = ()
    """a heading of the block's own"""
    body: tuple[Line, ...] = ()
    foot: tuple[Line, ...] = ()
    """attribution and sources of the body; they go wherever a piece of the body goes"""
    apart: bool = False
    """whether a blank line stands before the block"""

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.head + self.body + self.foot


def layout(answer: Answer) -> tuple[Block, ...]:
    """The blocks of an answer in the order shown: title, parts, evidence, what can be asked next."""
    blocks = [Block(body=_lines("title", visible_line(answer.title)))]
    before: Part | None = None
    for part in answer.parts:
        blocks.append(_block(part, apart=_stands_apart(part, before)))
        before = part
    blocks.append(Block(body=_lines("evidence", *evidence_lines(_not_shown(answer))), apart=True))
    suggestions = (f"You can ask: {suggestion}" for suggestion in answer.suggestions)
    blocks.append(Block(body=_lines("suggestion", *suggestions), apart=True))
    return tuple(block for block in blocks if block.lines)


def _block(part: Part, apart: bool) -> Block:
    match part:
        case Text(text=text):
            return Block(body=_lines("text", *visible_lines(text)), apart=apart)
        case Passage(paragraphs=paragraphs, attribution=attribution, citations=citations, lead=lead):
            return Block(
                head=_lines("lead", lead or ""),
                body=_lines("quote", *(line for paragraph in paragraphs for line in visible_lines(paragraph))),
                foot=_lines("attribution", attribution or "") + _lines("source", *passage_source_lines(citations)),
                apart=apart,
            )
        case Listing(heading=heading, items=items):
            cited = [citation for item in items for citation in item.citations]
            return Block(
                head=_lines("lead", heading),
                body=_lines("row", *(item.text for item in items)),
                foot=_lines("source", *source_lines(cited)),
                apart=apart,
            )


def _stands_apart(part: Part, before: Part | None) -> bool:
    """A passage follows the sentence that announces it at once; whatever has a heading stands apart."""
    if before is None:
        return False
    if isinstance(before, Passage | Listing):
        return True
    return isinstance(part, Listing) or (isinstance(part, Passage) and part.lead is not None)


def _not_shown(answer: Answer) -> tuple[Citation, ...]:
    """The further citations, without those whose words or rows a part shows already."""
    shown: set[Citation] = set()
    for part in answer.parts:
        if isinstance(part, Passage):
            shown.update(part.citations)
        elif isinstance(part, Listing):
            shown.update(citation for item in part.items for citation in item.citations)
    return tuple(citation for citation in answer.further if citation not in shown)


def _lines(kind: LineKind, *texts: str) -> tuple[Line, ...]:
    lines = (Line(kind, visible_line(text)) for text in texts)
    return tuple(line for line in lines if line.text)
