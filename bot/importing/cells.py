"""A statements cell split into passages, each with the attribution that stands after it.

An attribution is a bracket that names an event or a channel: at the end of a passage, in a
paragraph of its own, or in the footnote that a mark at the end points to. One attribution may
stand for several paragraphs. "(...)" is an ellipsis, and other brackets are text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.importing.attributions import Attribution, channel_of, dates_of, read_attribution
from bot.importing.editions import ImportedStatement
from bot.importing.meetings import MeetingFinder
from bot.knowledge.documents import Document
from bot.knowledge.problems import Problem
from bot.knowledge.schema import Form
from bot.knowledge.text import SUPERSCRIPTS, SourceText, clean, fold

_BLOCK = re.compile(r"</?p\s*>", re.IGNORECASE)
_INLINE = re.compile(r"</?i\s*>", re.IGNORECASE)
_MARK = re.compile(rf"[{SUPERSCRIPTS}]+")
_MARK_AT_END = re.compile(rf"\s*([{SUPERSCRIPTS}]+)\s*$")
_ENDS_SENTENCE = re.compile(rf"""[.:;!?)\]"”'’]\s*[{SUPERSCRIPTS}]*\s*$""")
_BRACKET = re.compile(r"\((?P<inside>[^()]*(?:\([^()]*\)[^()]*)*)\)")
_GOES_ON = re.compile(r"[\s.,;]*(?=[a-z])")
_STOP = re.compile(r"\s*[.;]\s*")
"""after an attribution; it belongs to no passage"""
_OPENS = re.compile(r'^\s*["“„«]')
_CLOSES = re.compile(r'["”»]\s*(?:\(\.\.\.\))?\s*[.]?\s*$')


@dataclass(frozen=True, slots=True)
class CellParagraph:
    text: str
    """without ``<p>`` and ``<i>``, white space folded; footnote marks still there"""
    line: int
    """on which it ends"""


def paragraphs_of(cell: SourceText) -> tuple[CellParagraph, ...]:
    """The paragraphs of a joined cell; the halves of one that a page break cut are joined by a space."""
    found: list[CellParagraph] = []
    closed = False
    for number, raw in cell.pieces:
        tagged = raw.lstrip().lower().startswith("<p")
        for index, part in enumerate(part for part in _BLOCK.split(raw) if part.strip()):
            text = " ".join(_INLINE.sub("", part).split())
            if index == 0 and found and _is_cut(found[-1].text, text, tagged=tagged or closed):
                found[-1] = CellParagraph(f"{found[-1].text} {text}", number)
            else:
                found.append(CellParagraph(text, number))
        closed = raw.rstrip().lower().endswith("</p>")
    return tuple(found)


def _is_cut(before: str, after: str, *, tagged: bool) -> bool:
    """Whether a page break cut one paragraph into these two."""
    if not _ENDS_SENTENCE.search(before) or after[:1].islower():
        return True
    ends_statement = before.endswith((")", ").")) or bool(_MARK_AT_END.search(before))
    return not (tagged or ends_statement or after.startswith("("))


def form_of(passage: tuple[str, ...]) -> Form:
    """``quoted`` when the passage begins or ends with a quotation mark (the source may miss one of them)."""
    return "quoted" if _OPENS.match(passage[0]) or _CLOSES.search(passage[-1]) else "reported"


class CellReader:
    """Reads the statements cells of one document."""

    def __init__(self, document: Document, meetings: MeetingFinder) -> None:
        self._document = document
        self._meetings = meetings

    def footnote(self, mark: str, line: int) -> str | None:
        """The folded footnote of a mark that stands in ``line``: marks may begin anew on each page."""
        notes = [note for note in self._document.footnotes if note.mark == mark]
        below = [note for note in notes if note.text.lines[0] > line]
        note = below[0] if below else notes[-1] if notes else None
        return note.text.folded if note else None

    def read(self, cell: SourceText, label: str) -> tuple[tuple[ImportedStatement, ...], tuple[Problem, ...]]:
        """The statements of the State ``label``, and what could not be read."""
        statements: list[ImportedStatement] = []
        findings: list[Problem] = []
        passage: list[str] = []
        line = cell.lines[0]
        for line, item in self._items(cell):
            if isinstance(item, str):
                passage += [clean(item)] if clean(item) else []
                for mark in _MARK.findall(item):
                    note = self.footnote(mark, line) or "which is not there"
                    message = f"{label}: a footnote stands within a statement: {mark} {note}"
                    findings.append(self._finding(line, "footnote", message, "see whether it belongs in the record"))
                continue
            known = item.known
            if known is None:
                words = shortened(" ".join(passage)) or "nothing"
                message = f"{label}: “{item.text}” names no known channel and date; it stands after “{words}”"
                hint = "add the statement by hand, or teach bot/importing/attributions.py the channel"
                findings.append(self._finding(line, "attribution", message, hint))
            elif not passage:
                message = f"{label}: the attribution “{item.text}” has no passage before it"
                findings.append(self._finding(line, "attribution", message, "look it up in the document"))
            else:
                found = tuple(passage)
                statements.append(
                    ImportedStatement(
                        known.channel, known.meeting, known.dates, form_of(found), found, known.text, line
                    )
                )
                findings += [
                    self._finding(line, "attribution", f"{label}: {doubt}", "correct the record or meetings.yaml")
                    for doubt in known.doubts
                ]
            passage = []
        if passage:
            message = f"{label}: text without an attribution: “{shortened(' '.join(passage))}”"
            hint = "add the statement by hand, with where and when it was said"
            findings.append(self._finding(line, "left-over", message, hint))
        return tuple(statements), tuple(findings)

    def _items(self, cell: SourceText) -> Iterator[tuple[int, "str | _Mentioned"]]:
        """Text and attributions in their order, each with its line."""
        for paragraph in paragraphs_of(cell):
            start = 0
            for bracket in _BRACKET.finditer(paragraph.text):
                mentioned = self._mentioned(paragraph.text, bracket)
                if mentioned is None:
                    continue
                if before := paragraph.text[start : bracket.start()].strip():
                    yield paragraph.line, before
                yield paragraph.line, mentioned
                stop = _STOP.match(paragraph.text, bracket.end())
                start = stop.end() if stop else bracket.end()
            rest = paragraph.text[start:].strip()
            if not rest:
                continue
            mark = _MARK_AT_END.search(rest)
            note = self.footnote(mark[1], paragraph.line) if mark else None
            if mark and note and channel_of(note):
                text = note.removesuffix(".")
                if before := rest[: mark.start()].strip():
                    yield paragraph.line, before
                yield paragraph.line, _Mentioned(text, read_attribution(text, self._meetings))
            else:
                yield paragraph.line, rest

    def _mentioned(self, text: str, bracket: re.Match[str]) -> "_Mentioned | None":
        """The attribution in a bracket; None when the bracket is text."""
        inside = clean(bracket["inside"])
        at_end = not text[bracket.end() :].strip(f" .{SUPERSCRIPTS}")
        if fold(inside) in {"...", "…"} or (not at_end and _GOES_ON.match(text, bracket.end())):
            return None
        known = read_attribution(inside, self._meetings)
        if known and (at_end or dates_of(inside)):
            return _Mentioned(inside, known)
        if at_end and (dates_of(inside) or channel_of(inside)):
            return _Mentioned(inside, None)
        return None

    def _finding(self, line: int, code: str, message: str, hint: str) -> Problem:
        return Problem(self._document.file, line, 1, code, message, hint)


@dataclass(frozen=True, slots=True)
class _Mentioned:
    """An attribution where it stands; ``known`` is None when it could not be read."""

    text: str
    known: Attribution | None


def shortened(text: str, limit: int = 120) -> str:
    """``text`` for a message: its beginning and its end."""
    if len(text) <= limit:
        return text
    return f"{text[: limit * 2 // 3].rstrip()} [...] {text[-limit // 3 :].lstrip()}"
