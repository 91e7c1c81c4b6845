"""YAML content checked against the schema, every problem with its place and what to do."""

import typing
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from bot.knowledge.problems import Problem
from bot.knowledge.yaml_files import KeyPath, YamlFile
from bot.similarity import nearest

RecordT = TypeVar("RecordT", bound=BaseModel)

_DID_YOU_MEAN = 0.6
"""similarity from which a misspelt key is likely meant"""


def validate(file: YamlFile, model: type[RecordT]) -> tuple[RecordT | None, list[Problem]]:
    """The file's content as a record; or None and every schema problem."""
    try:
        return model.model_validate(file.content), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=False)
        return None, [
            _problem(file, model, detail["type"], tuple(detail["loc"]), detail["msg"], detail.get("input"))
            for detail in details
        ]


def _problem(file: YamlFile, model: type[BaseModel], kind: str, path: KeyPath, message: str, value: object) -> Problem:
    if not path:
        return file.problem(
            path, "shape", "the file does not hold a record", "begin with `id:` or as the other files do"
        )
    key = path[-1]
    if kind == "extra_forbidden":
        return file.problem(path, "unknown-key", f'unknown key "{key}"', _hint(str(key), _keys_at(model, path[:-1])))
    if kind == "missing":
        return file.problem(path, "missing-key", f'the key "{key}" is missing', "add it")
    shown = "nothing" if value is None else f'"{value}"' if isinstance(value, str) else "a list or mapping"
    text = message.removeprefix("Value error, ")
    text = text[:1].lower() + text[1:]
    named = f"item {key + 1} of {path[-2]}" if isinstance(key, int) and len(path) > 1 else f'"{key}"'
    return file.problem(path, "value", f"{named} has {shown}: {text}", "correct the value")


def _hint(word: str, known: tuple[str, ...]) -> str:
    near = nearest(word, known, at_least=_DID_YOU_MEAN, limit=1)
    if near:
        return f'did you mean "{near[0][0]}"?'
    return "remove it; known keys here: " + ", ".join(known)


def _keys_at(model: type[BaseModel], path: KeyPath) -> tuple[str, ...]:
    """The keys that the schema knows where ``path`` leads."""
    for step in path:
        if isinstance(step, int):
            continue
        field = model.model_fields.get(step)
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            return ()
        model = inner
    return tuple(model.model_fields)


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The record type inside ``tuple[X, ...]``, ``X | None`` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for argument in typing.get_args(annotation):
        if found := _model_in(argument):
            return found
    return None
