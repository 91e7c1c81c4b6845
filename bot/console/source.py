"""``treatybot source``: a document around a passage, so that anyone can verify an answer."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.answering.answer import Answer, Listing, Passage
from bot.knowledge.building import build
from bot.knowledge.documents import Document
from bot.knowledge.files import read_folder
from bot.knowledge.model import Citation, Source
from bot.knowledge.problems import KnowledgeError, Problem
from bot.knowledge.sources import read_sources
from bot.maintaining.cited import Cited, cited
from bot.maintaining.passages import NumberedLine, Place, parse_place, runs
from bot.maintaining.refusing import RefusedError
from bot.rendering.characters import visible_line
from bot.rendering.citations import lines_label, source_name
from bot.similarity import nearest

CONTEXT = 2
"""lines shown before and after a passage"""
_GAP = "..."
_CELLS = " | "
"""shown for the tab between two cells of a table"""
_DID_YOU_MEAN = 0.6


def show_sources(folder: Path, places: Sequence[str], context: int) -> None:
    """Print each place with its context. Raises :class:`RefusedError` or ``KnowledgeError``."""
    wanted = [parse_place(text) for text in places]
    read = read_folder(folder)
    if read.sources is None:
        raise KnowledgeError(read.problems)
    problems: list[Problem] = []
    sources, documents = read_sources(read.sources, read.seeds, problems)
    found = [(place, _find(place.source, sources.values())) for place in wanted]
    knowledge, _ = build(read)
    if knowledge is None:
        print("The knowledge has problems (see treatybot check), so no cited line is marked.", file=sys.stderr)
    citations = cited(knowledge) if knowledge is not None else ()
    for index, (place, source) in enumerate(found):
        if index:
            print()
        own = [item for item in citations if item.citation.source.id == source.id]
        for line in _shown(place, source, documents[source.id], own, context):
            print(line)


def verify_hint(answer: Answer) -> str | None:
    """The line that tells how to see the answer's evidence in its document; None when it has none."""
    shown: list[Citation] = []
    for part in answer.parts:
        if isinstance(part, Passage):
            shown += part.citations
        elif isinstance(part, Listing):
            shown += [citation for item in part.items for citation in item.citations]
    spans: dict[str, list[tuple[int, int]]] = {}
    for citation in shown or answer.further:
        spans.setdefault(citation.source.id, []).append(citation.lines)
    if not spans:
        return None
    return "Verify: treatybot source " + " ".join(f"{source}:{_compact(lines)}" for source, lines in spans.items())


def _compact(spans: Iterable[tuple[int, int]]) -> str:
    return lines_label(spans).partition(" ")[2].replace(" ", "")


def _find(name: str, sources: Iterable[Source]) -> Source:
    """The source of an id or of a file name, with or without ``seeds/``."""
    known = {source.id: source for source in sources}
    files = {source.file: source for source in known.values()}
    found = known.get(name) or files.get(name) or files.get(f"seeds/{name}")
    if found is not None:
        return found
    near = nearest(name, list(known), at_least=_DID_YOU_MEAN, limit=1)
    hint = f'did you mean "{near[0][0]}"?' if near else f"the sources are {', '.join(sorted(known))}"
    raise RefusedError(f'there is no source "{name}": {hint}')


def _shown(place: Place, source: Source, document: Document, citations: Sequence[Cited], context: int) -> Iterator[str]:
    yield f"{source.id}: {source_name(source)}"
    yield f"{source.file}, {len(document.line_texts)} lines"
    marked = [item.citation.lines for item in citations]
    spans = place.spans or tuple(marked)
    for run in runs(document, spans, marked, context):
        yield _GAP if run[0].number > 1 else ""
        for line in run:
            yield from _wrapped(line, len(str(len(document.line_texts))))
    yield ""
    if not place.spans:
        yield f"> marks {_compact(marked)}, cited by the knowledge." if marked else "The knowledge cites no line of it."
        return
    for span in place.spans:
        names = dict.fromkeys(item.by for item in citations if _overlap(item.citation.lines, span))
        yield f"{lines_label([span]).capitalize()}: cited by {'; '.join(names) or 'nothing'}."


def _overlap(first: tuple[int, int], second: tuple[int, int]) -> bool:
    return first[0] <= second[1] and second[0] <= first[1]


def _wrapped(line: NumberedLine, width: int) -> Iterator[str]:
    """A line with its mark and number, wrapped to the terminal; in a pipe it stays whole."""
    text = visible_line(_CELLS.join(line.text.split("\t")))
    start = f"{'>' if line.marked else ' '} {line.number:>{width}}  "
    pieces = [text]
    if sys.stdout.isatty():
        room = max(20, shutil.get_terminal_size().columns - len(start))
        pieces = textwrap.wrap(text, room, break_on_hyphens=False) or [""]
    for index, piece in enumerate(pieces):
        yield ((start if index == 0 else start[0] + " " * (len(start) - 1)) + piece).rstrip()
