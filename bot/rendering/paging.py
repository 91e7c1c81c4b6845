"""Putting blocks of lines on pages: no page too long, and no piece of a passage without its attribution and source."""

from dataclasses import replace

from bot.rendering.layout import Block, Line, LineKind
from bot.rendering.markdown import escape, size

GOES_ON = "*(goes on)*"
CONTINUED = "*(continued)*"
SHORTEST_LIMIT = 200
"""A shorter page has no room for a citation beside its passage."""

_SENTENCE_ENDS = (". ", "? ", "! ", "; ", ".” ", '." ', "(...) ")
_SHORTEST_SOURCE = 80
_LONGEST_ESCAPE = 3
"""units that one character takes at most: "<" becomes a backslash, itself and a zero-width space"""
_MARKS: dict[LineKind, tuple[str, str]] = {
    "title": ("**", "**"),
    "quote": ("> ", ""),
    "row": ("- ", ""),
    "attribution": ("- ", ""),
}


class Pages:
    """Pages being filled; each holds at most ``limit`` UTF-16 units."""

    def __init__(self, limit: int) -> None:
        if limit < SHORTEST_LIMIT:
            raise ValueError(f"a page needs room for {SHORTEST_LIMIT} characters at least, not {limit}")
        self.limit = limit
        self._done: list[str] = []
        self._page: list[str] = []

    @property
    def room(self) -> int:
        """Units left on this page for one more line."""
        return self.limit - (size("\n".join(self._page)) + 1 if self._page else 0)

    @property
    def begun(self) -> bool:
        """Whether something stands on this page."""
        return bool(self._page)

    def put(self, *lines: str) -> None:
        """Write lines, ready to be shown, on this page."""
        self._page += lines

    def turn(self) -> None:
        """Begin the next page."""
        page = "\n".join(self._page).strip()
        if page:
            self._done.append(page)
        self._page = []

    def finished(self) -> tuple[str, ...]:
        """All pages, the last one too."""
        self.turn()
        return tuple(self._done)

    def add(self, block: Block) -> None:
        """Put ``block`` on this page where it fits, else on the next if this one is half full, else on several."""
        blank = [""] if block.apart and self.begun else []
        lines = [_show(line) for line in block.lines]
        length = size("\n".join(lines))
        if length + len(blank) <= self.room:
            self.put(*blank, *lines)
        elif self.room < self.limit // 2 and length <= self.limit:
            self.turn()
            self.put(*lines)
        else:
            if self.room > self.limit // 4:
                self.put(*blank)
            _spread(self, block)


def _spread(pages: Pages, block: Block) -> None:
    """Write a block that one page cannot hold."""
    foot = _short_foot(block.foot, pages.limit // 2) if block.body else []
    spread = _Spread(pages, foot)
    for line in (*block.head, *block.body):
        spread.write(line)
    spread.close()
    if foot != [_show(line) for line in block.foot]:
        whole_foot = _Spread(pages, [])
        for line in block.foot:
            whole_foot.write(line)


class _Spread:
    """A block being written over several pages, its foot beneath every piece of its body."""

    def __init__(self, pages: Pages, foot: list[str]) -> None:
        self._pages = pages
        self._foot = foot
        self._kept = sum(size(line) + 1 for line in [*foot, GOES_ON]) if foot else 0
        """units that the foot and the mark above it will take"""
        self._pending = False
        """whether this page shows a piece of the body whose foot is not written yet"""

    def write(self, line: Line) -> None:
        shortest = self._pages.limit // 8
        if line.kind == "lead" and self._pages.begun and self._room < size(_show(line)) + shortest:
            self._pages.turn()
        text = line.text
        while text:
            room = self._room
            # A text never gets shorter by escaping: one that is too long before need not be escaped whole.
            if len(text) <= room and size(shown := _show(replace(line, text=text))) <= room:
                text = ""
            elif room < shortest:
                self._go_on()
                continue
            else:
                shown, text = _cut(line, text, room)
            self._pages.put(shown)
            self._pending = line.kind != "lead" and bool(self._foot)
            if text:
                self._go_on()

    def close(self) -> None:
        """Write the foot under the last piece."""
        if self._pending:
            self._pages.put(*self._foot)
            self._pending = False

    @property
    def _room(self) -> int:
        return self._pages.room - self._kept

    def _go_on(self) -> None:
        goes_on = self._pending
        if goes_on:
            self._pages.put(GOES_ON)
            self.close()
        self._pages.turn()
        if goes_on:
            self._pages.put(CONTINUED)


def _show(line: Line) -> str:
    before, after = _MARKS.get(line.kind, ("", ""))
    return f"{before}{escape(line.text)}{after}"


def _cut(line: Line, text: str, room: int) -> tuple[str, str]:
    """A first piece of ``text``, shown in at most ``room`` units, and the rest; at a sentence or word where it can."""
    length = min(len(text), room)
    while length > 1 and (over := size(_show(replace(line, text=text[:length]))) - room) > 0:
        length = max(1, length - max(1, over // _LONGEST_ESCAPE))
    for ends in (_SENTENCE_ENDS, (" ",)):
        places = (text.rfind(end, length // 2, length) + len(end) for end in ends if end in text[length // 2 : length])
        if (place := max(places, default=0)) > 0:
            length = place
            break
    return _show(replace(line, text=text[:length].rstrip())), text[length:].lstrip()


def _short_foot(foot: tuple[Line, ...], room: int) -> list[str]:
    """The foot as shown; lines cut in their middle, the last ones left out, when it takes more than ``room``."""
    lines = [_show(line) for line in foot]
    if sum(size(line) + 1 for line in lines) <= room:
        return lines
    kept = foot[: max(1, room // _SHORTEST_SOURCE)]
    return [_shorten(line, room // len(kept) - 1) for line in kept]


def _shorten(line: Line, room: int) -> str:
    """``line`` as shown, its middle left out when it takes more than ``room``: the file and lines stand at its end."""
    shown, half = _show(line), room // 2
    while size(shown) > room:
        shown = _show(replace(line, text=f"{line.text[:half].rstrip()} [...] {line.text[-half:].lstrip()}"))
        half -= max(1, (size(shown) - room) // (2 * _LONGEST_ESCAPE))
    return shown
