"""YAML content checked against the schema, every problem with its place and what to do."""

import typing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.knowledge.problems import MOST_OF_A_FILE, Problem, shown
from bot.knowledge.yaml_files import KeyPath, YamlFile
from bot.similarity import nearest

RecordT = TypeVar("RecordT", bound=BaseModel)

_DID_YOU_MEAN = 0.6
"""similarity from which a misspelt key is likely meant"""
_CITATIONS = frozenset({"evidence", "sources", "wordings", "passage"})
"""keys whose lists are what a claim rests on"""


def validate(file: YamlFile, model: type[RecordT]) -> tuple[RecordT | None, list[Problem]]:
    """The file's content as a record; or None and every schema problem."""
    try:
        return model.model_validate(file.content), []
    except ValidationError as error:
        return None, list(_Reporter(file, model).problems(error))


@dataclass(frozen=True, slots=True)
class _Reporter:
    file: YamlFile
    model: type[BaseModel]

    def problems(self, error: ValidationError) -> Iterator[Problem]:
        details = error.errors(include_url=False, include_context=False)
        known: dict[KeyPath, tuple[str, ...]] = {}
        misspelt: set[KeyPath] = set()
        for number, detail in enumerate(details):
            path = tuple(detail["loc"])
            if detail["type"] != "extra_forbidden":
                continue
            if path[:-1] not in known:
                known[path[:-1]] = _keys_at(self.model, path[:-1])
            # Guessing what was meant takes time, and a long list of guesses helps nobody.
            meant = _meant(str(path[-1]), known[path[:-1]]) if number < MOST_OF_A_FILE else None
            if meant:
                misspelt.add((*path[:-1], meant))
            yield self._unknown_key(path, meant, known[path[:-1]])
        inside = {path[:end] for detail in details for path in (tuple(detail["loc"]),) for end in range(len(path))}
        for detail in details:
            path = tuple(detail["loc"])
            if detail["type"] == "missing":
                if path not in misspelt:  # told as a misspelt key already
                    yield self.file.problem(path, "missing-key", f'the key "{path[-1]}" is missing', _add(path[-1]))
            elif detail["type"] != "extra_forbidden" and not (detail["type"] == "too_short" and path in inside):
                yield self._value(path, detail)

    def _unknown_key(self, path: KeyPath, meant: str | None, known: Sequence[str]) -> Problem:
        key = shown(str(path[-1]))
        hint = f'did you mean "{meant}"?' if meant else f"remove it; known keys here: {', '.join(known)}"
        return self.file.problem(path, "unknown-key", f'unknown key "{key}"', hint)

    def _value(self, path: KeyPath, detail: ErrorDetails) -> Problem:
        if not path:
            hint = "begin with `id:` or as the other files do"
            return self.file.problem(path, "shape", "the file does not hold a record", hint)
        key, value = path[-1], detail.get("input")
        named = f"item {key + 1} of {path[-2]}" if isinstance(key, int) and len(path) > 1 else f'"{key}"'
        if detail["type"] == "too_short" and key in _CITATIONS:
            hint = "add the source and the words that it rests on"
            return self.file.problem(path, "citation-missing", f"{named} is empty", hint)
        told, hint = _expected(detail, value)
        return self.file.problem(path, "value", f"{named} {_is(value)}: {told}", hint)


def _expected(detail: ErrorDetails, value: object) -> tuple[str, str]:
    """What the schema wants here, and what to do."""
    match detail["type"]:
        case "tuple_type":
            return "it must be a list", 'write "- " before each item, on lines of their own, or [one, two]'
        case "string_type" if value is None:
            return "it must be text", "write it, or remove the key"
        case "string_type":
            return "it must be text", 'write it on one line, or in quotation marks when ": " stands in it'
        case "string_too_short":
            return "it must not be empty", "write it, or remove the key"
        case "too_short":
            return "it must have an item", "add one"
        case "model_type":
            return "it must have keys of its own", "write it like the others, with `key: value` on each line"
        case "literal_error":
            return _one_of(detail["msg"], value)
        case "int_parsing" | "int_type" | "int_from_float" | "int_parsing_size":
            return "it must be a whole number", "write digits only"
        case _:
            told = detail["msg"].removeprefix("Value error, ")
            return told[:1].lower() + told[1:], "correct the value"


def _one_of(message: str, value: object) -> tuple[str, str]:
    choices = message.removeprefix("Input should be ").replace(" or ", ", ").replace("'", "").split(", ")
    meant = _meant(value, choices) if isinstance(value, str) else None
    hint = f'did you mean "{meant}"?' if meant else "write one of these"
    return f"it must be {', '.join(choices[:-1]) + ' or ' if choices[1:] else ''}{choices[-1]}", hint


def _is(value: object) -> str:
    if value is None:
        return "is empty"
    if value in ("", [], {}):
        return "is empty"
    if isinstance(value, str):
        return f'is "{shown(value)}"'
    return "is a list" if isinstance(value, list) else "has keys of its own"


def _add(key: str | int) -> str:
    return "add it, with the source and its words" if key in _CITATIONS else "add it"


def _meant(word: str, known: Sequence[str]) -> str | None:
    near = nearest(word, known, at_least=_DID_YOU_MEAN, limit=1)
    return near[0][0] if near else None


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
