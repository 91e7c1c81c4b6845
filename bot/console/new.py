"""``treatybot new``: a new record of the knowledge, asked for at a terminal or given as options."""

import shlex
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from bot.maintaining.adding import add, known_name
from bot.maintaining.fields import FIELDS, NAMES, NO_VALUE, Field, fields_of
from bot.maintaining.refusing import RefusedError
from bot.similarity import nearest

_DID_YOU_MEAN = 0.6


def new(folder: Path, what: str, settings: Sequence[str]) -> None:
    """Write a new record; ``settings`` are KEY=VALUE. What they lack is asked for at a terminal.

    Raises :class:`RefusedError` or ``KnowledgeError``; nothing is written then.
    """
    values = _given(what, settings)
    asked = sys.stdin is not None and sys.stdin.isatty()
    if asked:
        _ask_for_the_rest(folder, what, values)
    try:
        added = add(folder, what, values)
    except RefusedError as error:
        if not asked:
            raise
        raise RefusedError(f"{error}\nWhat you typed, to mend and run again:\n  {_command(what, values)}") from error
    for name in added.files:
        print(f"written: {folder.name}/{name}")
    for warning in added.warnings:
        print(warning)
    print("Look at it once more: the comments say what else it can hold.")


def _given(what: str, settings: Iterable[str]) -> dict[str, list[str]]:
    fields = {field.key: field for field in FIELDS[what]}
    values: dict[str, list[str]] = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals:
            raise RefusedError(f"--set {setting!r} has no '=': write --set KEY=VALUE")
        if key not in fields:
            near = nearest(key, list(fields), at_least=_DID_YOU_MEAN, limit=1)
            hint = f'did you mean "{near[0][0]}"?' if near else f"it has {', '.join(fields)}"
            raise RefusedError(f'a new {NAMES[what]} has no "{key}": {hint}')
        _put(fields[key], value.strip(), values)
    return values


def _put(field: Field, value: str, values: dict[str, list[str]]) -> None:
    if value in ("", NO_VALUE) and not field.required:
        values.setdefault(field.key, [])
        return
    if field.choices and value not in field.choices:
        raise RefusedError(f'{field.key} is "{value}": it is one of {", ".join(field.choices)}')
    if values.get(field.key) and not field.many:
        raise RefusedError(f"{field.key} is given twice: a record has one")
    values.setdefault(field.key, []).append(value)


def _ask_for_the_rest(folder: Path, what: str, values: dict[str, list[str]]) -> None:
    print(
        f'A new {NAMES[what]}. Leave blank, or type "{NO_VALUE}", where there is nothing to say; Ctrl-C writes nothing.'
    )
    for field in FIELDS[what]:
        if what == "state" and field.key != "id" and known_name(folder, values["id"][0]):
            return
        if field.key not in values and field in fields_of(what, next(iter(values.get("kind", ())), None)):
            # A State that stands nowhere yet needs a name; one of names.yaml has it.
            _ask(replace(field, required=field.required or field.key == "short"), values)


def _ask(field: Field, values: dict[str, list[str]]) -> None:
    print(f"\n{field.key}: {field.about}")
    if field.choices:
        print(f"  one of {', '.join(field.choices)}")
    if field.many:
        print("  one a line; a blank line ends")
    while True:
        try:
            value = input("> ").strip()
        except EOFError:
            raise RefusedError(f"nothing was written: {field.key} was left open") from None
        if not value and values.get(field.key):
            return
        if not value and field.required:
            print("  This is needed.")
            continue
        try:
            _put(field, value, values)
        except RefusedError as error:
            print(f"  {error}")
            continue
        if not (field.many and values.get(field.key)):
            return


def _command(what: str, values: Mapping[str, Sequence[str]]) -> str:
    settings = [f"{key}={value}" for key, several in values.items() for value in several]
    return " ".join(["treatybot", "new", what, *(f"--set {shlex.quote(setting)}" for setting in settings)])
