"""JSON Schemas of the knowledge files, for editors: they complete keys, describe them and mark mistakes.

They come from the models of :mod:`bot.knowledge.schema`, their descriptions from the docstrings there.
"""

import ast
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any, Final

from pydantic import BaseModel

from bot.knowledge import schema

FOLDER: Final = "schemas"
"""in the knowledge folder"""
COMMENT: Final = "# yaml-language-server: $schema="
"""how a YAML file names its schema to an editor; it is the first line of the file"""
_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
"""the newest that yaml-language-server supports"""

SINGLE: Final[Mapping[str, type[BaseModel]]] = {
    "sources": schema.SourcesFile,
    "meetings": schema.MeetingsFile,
    "topics": schema.TopicsFile,
    "treaty": schema.TreatyFile,
    "names": schema.NamesFile,
}
"""files of the knowledge folder, by name"""
MANY: Final[Mapping[str, tuple[str, type[BaseModel]]]] = {
    "states": ("state", schema.StateRecord),
    "faq": ("faq", schema.FaqRecord),
    "questions": ("question", schema.QuestionsRecord),
}
"""folders of the knowledge folder: the name of the schema, and what each file holds"""
STATE_COMMENT: Final = f"{COMMENT}../{FOLDER}/state.json"

_SPACE = re.compile(r"\s+")


def schemas() -> dict[str, str]:
    """The text of every schema by its file name; the same in every run."""
    models = {**SINGLE, **dict(MANY.values())}
    described = dict(_descriptions())
    texts: dict[str, str] = {}
    for name, model in models.items():
        content = model.model_json_schema()
        definitions = content.pop("$defs", {})
        _finish(content, model.__name__, described)
        for definition, inner in definitions.items():
            _finish(inner, definition, described)
        whole = {"$schema": _DRAFT, **content, "definitions": definitions}
        text = json.dumps(whole, indent=2, ensure_ascii=False).replace("#/$defs/", "#/definitions/")
        texts[f"{name}.json"] = text + "\n"
    return texts


def comment_of(file: PurePath) -> str | None:
    """The first line that a YAML file needs; ``file`` is relative to the knowledge folder. None for other files."""
    if file.suffix != ".yaml":
        return None
    if len(file.parts) == 1 and file.stem in SINGLE:
        return f"{COMMENT}{FOLDER}/{file.stem}.json"
    if len(file.parts) == 2 and file.parts[0] in MANY:
        return f"{COMMENT}../{FOLDER}/{MANY[file.parts[0]][0]}.json"
    return None


def with_comment(text: str, comment: str) -> str:
    """The text of a YAML file with ``comment`` as its first line, in place of another such comment."""
    lines = text.split("\n")
    kept = [line for index, line in enumerate(lines) if not (index == 0 and line.startswith(COMMENT))]
    return "\n".join([comment, *kept])


def write(folder: Path) -> list[str]:
    """Write the schemas into a knowledge folder and name them in its files; returns the files that changed."""
    changed: list[str] = []
    (folder / FOLDER).mkdir(exist_ok=True)
    for name, text in schemas().items():
        changed += _write(folder / FOLDER / name, text, folder)
    for path in sorted(folder.rglob("*.yaml")):
        if comment := comment_of(path.relative_to(folder)):
            changed += _write(path, with_comment(path.read_text(encoding="utf-8"), comment), folder)
    return changed


def _write(path: Path, text: str, folder: Path) -> list[str]:
    content = text.encode()
    if path.is_file() and path.read_bytes() == content:
        return []
    path.write_bytes(content)
    return [path.relative_to(folder).as_posix()]


def _finish(content: dict[str, Any], model: str, described: Mapping[tuple[str, str], str]) -> None:
    """Put in what the docstrings say; leave out titles that repeat the key, and defaults that nobody types."""
    content.pop("title", None)
    for key, field in content.get("properties", {}).items():
        field.pop("title", None)
        field.pop("default", None)
        if description := described.get((model, key)):
            field["description"] = description


def _descriptions() -> Iterator[tuple[tuple[str, str], str]]:
    """The docstring under each field, by model and field.

    Pydantic can collect them too (``use_attribute_docstrings``), but would do so at every start of the program.
    """
    modules = sorted(path for folder in schema.__path__ for path in Path(folder).glob("*.py"))
    for node in (node for path in modules for node in ast.parse(path.read_text(encoding="utf-8")).body):
        if not isinstance(node, ast.ClassDef):
            continue
        for field, after in zip(node.body, node.body[1:], strict=False):
            match field, after:
                case ast.AnnAssign(target=ast.Name(id=key)), ast.Expr(value=ast.Constant(value=str(text))):
                    yield (node.name, key), _SPACE.sub(" ", text).strip().replace("``", "`")
                case _:
                    pass
