"""``treatybot source``: a document around a passage, so that anyone can verify an answer."""

import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from bot.console.verifying import compact
from bot.knowledge.building import build
from bot.knowledge.documents import Document
from bot.knowledge.files import read_folder
from bot.knowledge.model import Source
from bot.knowledge.problems import KnowledgeError, Problem
from bot.knowledge.sources import read_sources
from bot.maintaining.cited import Cited, cited
from bot.maintaining.passages import NumberedLine, Place, line_count, parse_place, runs
from bot.maintaining.refusing import RefusedError
from bot.rendering.characters import visible
from bot.rendering.citations import lines_label, source_name
from bot.similarity import nearest

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
    sources = read_sources(read.sources, read.seeds, problems)
    found = [(place, _find(place.source, sources.by_id.values())) for place in wanted]
    knowledge, found_wrong = build(read)
    if found_wrong:
        print("The knowledge has problems (see treatybot check): what they concern bears no mark.", file=sys.stderr)
    citations = cited(knowledge) if knowledge is not None else ()
    lines: list[str] = []
    for place, source in found:
        own = [item for item in citations if item.citation.source.id == source.id]
        lines += ["", *_shown(place, source, sources.documents[source.id], own, context)]
    print("\n".join(lines[1:]))


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
    yield f"{source.file}, {line_count(document)} lines"
    marked = [item.citation.lines for item in citations]
    spans = place.spans or tuple(marked)
    for run in runs(document, spans, marked, context):
        yield _GAP if run[0].number > 1 else ""
        for line in run:
            yield from _wrapped(line, len(str(line_count(document))))
    yield ""
    if not place.spans:
        yield f"> marks {compact(marked)}, cited by the knowledge." if marked else "The knowledge cites no line of it."
        return
    for span in place.spans:
        names = dict.fromkeys(item.by for item in citations if _overlap(item.citation.lines, span))
        yield f"{lines_label([span]).capitalize()}: cited by {'; '.join(names) or 'nothing'}."


def _overlap(first: tuple[int, int], second: tuple[int, int]) -> bool:
    return first[0] <= second[1] and second[0] <= first[1]


def _wrapped(line: NumberedLine, width: int) -> Iterator[str]:
    """A line with its mark and number, wrapped to the terminal; in a pipe it stays whole."""
    text = visible(_CELLS.join(line.text.split("\t"))).replace("\n", " ").rstrip()
    start = f"{'>' if line.marked else ' '} {line.number:>{width}}  "
    pieces = [text]
    if sys.stdout.isatty():
        room = max(20, shutil.get_terminal_size().columns - len(start))
        pieces = textwrap.wrap(text, room, break_on_hyphens=False) or [""]
    for index, piece in enumerate(pieces):
        yield ((start if index == 0 else start[0] + " " * (len(start) - 1)) + piece).rstrip()
