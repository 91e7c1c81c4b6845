"""Citations in words: which document, of what date, in which file and on which lines.

Every renderer takes its citation texts from here, so that console, Discord and JSON cite alike.
No quotation marks are put around a document's words (DESIGN, principle 2).
"""

from collections.abc import Iterable

from bot.knowledge.model import Citation, Source

EMPTY_CELL = "(empty)"
"""how an unticked cell is told"""
EVIDENCE_LENGTH = 200
"""Characters of a quote that an "Evidence" line shows; passages are always shown in full."""

CUT = "[...]"
"""Marks our own cut; "(...)" is the documents' own mark."""

Span = tuple[int, int]


def source_name(source: Source) -> str:
    """Title, issuer and date of a document: "Status of ..., President of ..., 8 December 2017"."""
    return ", ".join(word for word in (source.title, source.issuer, source.date_label) if word)


def lines_label(spans: Iterable[Span]) -> str:
    """Lines in words: "line 105", "lines 108-111", "lines 81-83, 90"; neighbouring lines are joined."""
    joined: list[Span] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    labels = [str(first) if first == last else f"{first}-{last}" for first, last in joined]
    one_line = len(joined) == 1 and joined[0][0] == joined[0][1]
    return f"{'line' if one_line else 'lines'} {', '.join(labels)}"


def source_lines(citations: Iterable[Citation]) -> tuple[str, ...]:
    """One "Source: ..." line a document, in the order of first mention, with all lines cited in it."""
    return tuple(f"Source: {place}" for place in _places(citations))


def passage_source_lines(citations: Iterable[Citation]) -> tuple[str, ...]:
    """The "Source: ..." line of the document shown and one "Also in: ..." line for others with the same words."""
    places = _places(citations)
    if len(places) < 2:
        return tuple(f"Source: {place}" for place in places)
    return f"Source: {places[0]}", f"Also in: {'; '.join(places[1:])}"


def evidence_lines(citations: Iterable[Citation]) -> tuple[str, ...]:
    """Say where something stands and what stands there, in lines "Evidence: ...".

    One line a quote; the cells and absences of one document share a line.
    """
    found: dict[tuple[str, str | None], dict[str, list[str]]] = {}
    for citation in citations:
        said = f"{citation.attribution}, in " if citation.attribution else ""
        document = f"{said}{citation.source.short}, {citation.source.date_label} ({citation.source.file}, "
        lines, what = lines_label([citation.lines]), what_stands_there(citation)
        told = found.setdefault((document, citation.quote and lines), {}).setdefault(lines, [])
        if what not in told:
            told.append(what)
    return tuple(
        f"Evidence: {document}" + "; (".join(f"{lines}): {'; '.join(whats)}" for lines, whats in places.items())
        for (document, _), places in found.items()
    )


def what_stands_there(citation: Citation) -> str:
    """A cell as "row / column: value", an absence in words, a quote up to ``EVIDENCE_LENGTH`` characters."""
    if citation.cell is not None:
        return f"{citation.cell.row} / {citation.cell.column}: {citation.cell.value or EMPTY_CELL}"
    if citation.absence is not None:
        return f"no row for {citation.absence.row} in the table {citation.absence.table}"
    quote = citation.quote or ""
    if len(quote) <= EVIDENCE_LENGTH:
        return quote
    kept = quote[:EVIDENCE_LENGTH]
    return f"{kept.rsplit(' ', 1)[0] if ' ' in kept else kept} {CUT}"


def _places(citations: Iterable[Citation]) -> tuple[str, ...]:
    spans: dict[Source, list[Span]] = {}
    for citation in citations:
        spans.setdefault(citation.source, []).append(citation.lines)
    return tuple(f"{source_name(source)} ({source.file}, {lines_label(lines)})" for source, lines in spans.items())
