"""State records as YAML text, the way a careful person writes it.

Long text is folded (``>-``), short lists stand on one line, statements are a blank line apart.
What is written here reads back as the same record.
"""

import re
import textwrap
from collections.abc import Iterable, Sequence

from bot.knowledge.schema import (
    EditionRecord,
    FactRecord,
    Names,
    StatementRecord,
    StateRecord,
    Wording,
)
from bot.maintaining.schemas import STATE_COMMENT

WIDTH = 110
"""columns of folded text, indentation included"""
_MAX_PLAIN = 120
_NAME_LISTS = ("sources", "aliases", "iso", "demonyms", "capitals", "former", "misspellings")
_STARTS_OTHERWISE = re.compile(r"""^[\s\-?:,\[\]{}#&*!|>'"%@`=~<]""")
_MEANS_OTHERWISE = re.compile(r"(?i)(?:yes|no|on|off|y|n|true|false|null|\.nan|[-+]?\.inf)?$")
_FLOW = re.compile(r"[\[\]{},]")
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


def emit_state(record: StateRecord, comment: Iterable[str] = ()) -> str:
    """The text of a record's file; ``comment`` are the lines at the top, ``#`` included."""
    lines = list(comment) or [STATE_COMMENT, f"# {_UNPRINTABLE.sub(' ', record.names.short)}"]
    lines += [f"id: {record.id}", "names:", *_names(record.names)]
    if record.editions:
        lines.append("editions:")
        for edition in record.editions:
            lines += _edition(edition)
    if record.statements:
        lines.append("statements:")
        for index, statement in enumerate(record.statements):
            lines += ([""] if index else []) + _statement(statement)
    if record.facts:
        lines.append("facts:")
        for fact in record.facts:
            lines += _fact(fact)
    if record.accepted:
        lines.append("accepted:")
        for note in record.accepted:
            lines += [
                f"  - code: {note.code}",
                f"    about: {scalar(note.about)}",
                *text_lines("    why: ", note.why, 6),
            ]
    return "\n".join(lines) + "\n"


def _names(names: Names) -> list[str]:
    lines = [f"  short: {scalar(names.short)}"]
    if names.article:
        lines.append(f"  article: {names.article}")
    if names.official:
        lines.append(f"  official: {scalar(names.official)}")
    for field in _NAME_LISTS:
        if values := getattr(names, field):
            lines += flow_lines(f"  {field}: ", values)
    return lines


def _edition(edition: EditionRecord) -> list[str]:
    last = edition.last_participation
    lines = [
        f"  - source: {edition.source}",
        f"    information: {edition.information}",
        f"    last_participation: {{says: {scalar(last.says, flow=True)}, meeting: {last.meeting or 'null'}}}",
    ]
    if edition.attended:
        lines += flow_lines("    attended: ", edition.attended)
    return [*lines, f"    vote: {scalar(edition.vote)}"]


def _statement(statement: StatementRecord) -> list[str]:
    lines = [f"  - id: {scalar(statement.id)}", f"    channel: {statement.channel}"]
    if statement.meeting:
        lines.append(f"    meeting: {scalar(statement.meeting)}")
    lines += flow_lines("    dates: ", statement.dates)
    lines.append(f"    form: {statement.form}")
    if statement.topics:
        lines += flow_lines("    topics: ", statement.topics)
    lines.append("    wordings:")
    for wording in statement.wordings:
        lines += _wording(wording)
    return lines


def _wording(wording: Wording) -> list[str]:
    lines = [*flow_lines("      - sources: ", wording.sources), "        passage:"]
    for paragraph in wording.passage:
        lines += text_lines("          - ", paragraph, 12)
    return lines + text_lines("        attribution: ", wording.attribution, 10)


def _fact(fact: FactRecord) -> list[str]:
    lines = [f"  - kind: {fact.kind}"]
    if fact.years:
        lines.append(f"    years: [{', '.join(str(year) for year in fact.years)}]")
    lines += text_lines("    says: ", fact.says, 6)
    lines.append("    evidence:")
    for quotation in fact.evidence:
        lines.append(f"      - source: {quotation.source}")
        lines += text_lines("        quote: ", quotation.quote, 10)
    return lines


def scalar(text: str, *, flow: bool = False) -> str:
    """``text`` on one line: plain where YAML takes it as it is, else in double quotation marks."""
    plain = not (
        _STARTS_OTHERWISE.match(text)
        or _MEANS_OTHERWISE.fullmatch(text)
        or _UNPRINTABLE.search(text)
        or text != text.strip()
        or ": " in text
        or " #" in text
        or text.endswith(":")
        or (flow and _FLOW.search(text))
    )
    if plain:
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped) + '"'


def text_lines(start: str, text: str, indent: int) -> list[str]:
    """A key or dash with its text, folded over several lines when it is long."""
    line = start + scalar(text)
    foldable = text == " ".join(text.split()) and not _UNPRINTABLE.search(text)
    if len(line) <= WIDTH or not foldable:
        return [line]
    folded = textwrap.wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False)
    return [f"{start}>-", *(" " * indent + part for part in folded)]


def flow_lines(start: str, values: Sequence[str]) -> list[str]:
    """``start: [a, b, c]``, on as many lines as it needs."""
    lines = [f"{start}["]
    indent = " " * len(lines[0])
    for index, value in enumerate(values):
        piece = scalar(value, flow=True) + ("]" if index == len(values) - 1 else ", ")
        if len(lines[-1]) + len(piece.rstrip()) > _MAX_PLAIN and lines[-1].strip():
            lines[-1] = lines[-1].rstrip()
            lines.append(indent)
        lines[-1] += piece
    return lines
