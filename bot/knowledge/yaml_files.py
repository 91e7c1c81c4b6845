"""YAML files read with the position of every value.

PyYAML's constructors turn ``no`` into False and drop duplicate keys in silence. Here the parser's
events are walked instead: scalars stay text, duplicate keys, anchors and aliases are problems,
nesting is bounded before anything is built, and every key and value keeps its line and column.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from bot.knowledge.problems import Problem, shown

MAX_BYTES = 1_000_000
"""a knowledge file larger than this is refused unread; the largest real one is below 100 kB"""
MAX_DEPTH = 20
"""levels of nesting; the schema needs 6"""
MAX_VALUES = 50_000
"""keys and values of one file; the largest real one has below 6,000"""
MAX_TEXT = 20_000
"""characters of one key or value; the longest real one has 2,000"""

Plain = dict[str, "Plain"] | list["Plain"] | str | None
KeyPath = tuple[str | int, ...]
_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_MISREAD_STARTS = frozenset("yYnNoOtTfF0123456789+-.=<")
_MISREAD = re.compile(
    # https://yaml.org/type/: bool, int, float, merge and value, as YAML 1.1 readers take plain words. Years, other
    # plain numbers and dates are left out: they come back as they were written.
    r"y|Y|n|N|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|true|True|TRUE|false|False|FALSE|=|<<"
    r"|[-+]?0[0-7_]+|[-+]?0[bx][0-9a-fA-F_]+|\+\d+|[-+]?\d[\d_]*_[\d_]*"
    r"|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|[-+]?(?:\d[\d_]*)?\.\d+(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_INDENTING_TAB = re.compile("^ *\t", re.MULTILINE)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A parsed file; ``positions`` maps the path of each key or item to its (line, column)."""

    name: str
    content: Plain
    positions: dict[KeyPath, tuple[int, int]] = field(repr=False)
    misread: tuple[tuple[str, int, int], ...] = ()
    """unquoted words that other YAML readers take for something else (``NO``, ``010``), with line and column"""

    def problem(self, path: KeyPath, code: str, message: str, hint: str) -> Problem:
        """A problem at ``path``, or at the nearest parent that has a position."""
        line, column = self.position(path)
        return Problem(self.name, line, column, code, message, hint)

    def position(self, path: KeyPath) -> tuple[int, int]:
        """Line and column from 1 of ``path`` or of its nearest parent."""
        while path and path not in self.positions:
            path = path[:-1]
        return self.positions.get(path, (1, 1))


class _RefusedError(Exception):
    def __init__(self, code: str, message: str, hint: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.code, self.hint, self.line, self.column = code, hint, line, column


def read_yaml(path: Path, name: str) -> tuple[YamlFile | None, list[Problem]]:
    """Parse one file. Returns the file, or None when it cannot be read, and the problems found."""
    try:
        builder = _Builder(name)
        content = builder.build(_text(path))
    except _RefusedError as error:
        return None, [Problem(name, error.line, error.column, error.code, str(error), error.hint)]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        message = f"this is not valid YAML: {error.problem or error.context}"
        hint = 'check indentation, colons and quotation marks near here; text with ": " in it goes in "..."'
        return None, [Problem(name, line, column, "syntax", message, hint)]
    except yaml.YAMLError as error:
        first_line = str(error).partition("\n")[0]
        message = f"this is not valid YAML: {first_line}"
        return None, [Problem(name, 1, 1, "syntax", message, "correct the file, or write it anew")]
    return YamlFile(name, content, builder.positions, tuple(builder.misread)), builder.problems


def _text(path: Path) -> str:
    try:
        if path.exists() and not path.is_file():
            raise _RefusedError("unreadable", "this is no file", "remove it, or give it another name")
        if path.stat().st_size > MAX_BYTES:
            size = path.stat().st_size
            raise _RefusedError("too-large", f"the file has {size:,} bytes", f"split it; {MAX_BYTES:,} is the limit")
        raw = path.read_bytes()
    except FileNotFoundError as error:
        raise _RefusedError("unreadable", "there is no such file", "add it: the others lean on it") from error
    except OSError as error:
        hint = "check that it exists and may be read"
        raise _RefusedError("unreadable", f"the file cannot be read: {error.strerror}", hint) from error
    if raw.startswith(b"\xef\xbb\xbf"):
        raise _RefusedError("byte-order-mark", "the file begins with a byte-order mark", "save it as UTF-8 without BOM")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _RefusedError("not-utf8", "the file is not UTF-8 text", "save it as UTF-8", line) from error
    if "\t" in text and (found := _INDENTING_TAB.search(text)):
        place = _place_in(text, found.end() - 1)
        raise _RefusedError("tab", "a line is indented with a tab", "indent with spaces", *place)
    if found := _UNPRINTABLE.search(text):
        message = f"an invisible control character (U+{ord(found[0]):04X}) stands here"
        raise _RefusedError("control-character", message, "remove it", *_place_in(text, found.start()))
    return text


def _place_in(text: str, offset: int) -> tuple[int, int]:
    """Line and column from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


class _Builder:
    """Builds plain data from parser events, iteratively (no depth of input can exhaust the stack)."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.positions: dict[KeyPath, tuple[int, int]] = {}
        self.problems: list[Problem] = []
        self.misread: list[tuple[str, int, int]] = []
        self._values = 0

    def build(self, text: str) -> Plain:
        root: list[Plain] = []
        stack: list[_Level] = [_Level((), root, is_root=True)]
        documents = 0
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.NodeEvent):
                self._node(stack, event)
            elif isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _at(event, "documents", "a second document begins here (---)", "keep one per file")
        if not root or root[0] is None:
            raise _RefusedError("empty", "the file is empty", "write the record, or delete the file")
        return root[0]

    def _node(self, stack: list["_Level"], event: yaml.NodeEvent) -> None:
        if event.anchor is not None:  # an alias has one too
            raise _at(event, "alias", "anchors and aliases (& and *) are not used here", "write the text out")
        if tag := getattr(event, "tag", None):
            raise _at(event, "tag", f'the tag "{shown(tag)}" is not used here', "remove it")
        self._values += 1
        if self._values > MAX_VALUES:
            raise _at(event, "too-large", f"the file has more than {MAX_VALUES:,} values", "split it")
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(stack[-1], event)
        else:
            self._open(stack, event)

    def _open(self, stack: list["_Level"], event: yaml.Event) -> None:
        level = stack[-1]
        if len(stack) > MAX_DEPTH:
            raise _at(event, "nesting", f"more than {MAX_DEPTH} levels of nesting", "check the indentation")
        if level.awaits_key:
            raise _at(event, "key", "a key must be a word", "check the indentation and the colon")
        path = level.path_of_next()
        self.positions.setdefault(path, _place(event))
        inner: dict[str, Plain] | list[Plain] = {} if isinstance(event, yaml.MappingStartEvent) else []
        level.put(inner)
        stack.append(_Level(path, inner))

    def _scalar(self, level: "_Level", event: yaml.ScalarEvent) -> None:
        text = str(event.value)
        if len(text) > MAX_TEXT:
            message = f"a text of {len(text):,} characters begins here"
            raise _at(event, "too-large", message, f"split it; {MAX_TEXT:,} is the limit")
        if event.implicit[0] and text[:1] in _MISREAD_STARTS and _MISREAD.fullmatch(text):
            self.misread.append((text, *_place(event)))
        if not level.awaits_key:
            self.positions.setdefault(level.path_of_next(), _place(event))
            level.put(None if event.implicit[0] and text in _NULLS else text)
            return
        path = (*level.path, text)
        if isinstance(level.into, dict) and text in level.into:
            first = self.positions[path][0]
            message = f'"{shown(text)}" stands twice, first in line {first}'
            self.problems.append(Problem(self.name, *_place(event), "duplicate-key", message, "keep one"))
            text = f"{text} (again)"  # its value is read and left aside
            level.repeated = True
        else:
            self.positions[path] = _place(event)
        level.key = text


@dataclass(slots=True)
class _Level:
    path: KeyPath
    into: dict[str, Plain] | list[Plain]
    key: str | None = None
    repeated: bool = False
    """whether ``key`` stood in the mapping before, so that its value is left aside"""
    is_root: bool = False

    @property
    def awaits_key(self) -> bool:
        return isinstance(self.into, dict) and self.key is None

    def path_of_next(self) -> KeyPath:
        if self.is_root:
            return ()
        if isinstance(self.into, list):
            return (*self.path, len(self.into))
        return (*self.path, self.key or "")

    def put(self, value: Plain) -> None:
        if isinstance(self.into, list):
            self.into.append(value)
            return
        if self.key is not None and not self.repeated:
            self.into[self.key] = value
        self.key, self.repeated = None, False


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark is not None else (1, 1)


def _at(event: yaml.Event, code: str, message: str, hint: str) -> _RefusedError:
    return _RefusedError(code, message, hint, *_place(event))
