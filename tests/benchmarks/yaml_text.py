"""Plain data as YAML text."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

Plain = dict[str, Any] | list[Any] | str | int | None
"""what a YAML file may hold"""


def as_written(record: BaseModel) -> dict[str, Any]:
    """A record as it was written."""
    content: dict[str, Any] = record.model_dump(mode="json", exclude_unset=True)
    return content


def write_yaml(path: Path, content: Plain) -> None:
    path.write_text("\n".join(_block(content, "")) + "\n", encoding="utf-8", newline="")


def _block(content: Plain, indent: str) -> Iterator[str]:
    """Block style, each scalar as JSON has it, which is YAML too."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from _item(f"{indent}{key}:", value, f"{indent}  ")
    elif isinstance(content, list):
        for value in content:
            if isinstance(value, dict | list):
                first, *rest = _block(value, f"{indent}  ")
                yield f"{indent}- {first.strip()}"
                yield from rest
            else:
                yield f"{indent}- {_scalar(value)}"


def _item(key: str, value: Plain, indent: str) -> Iterator[str]:
    if isinstance(value, dict | list) and value:
        yield key
        yield from _block(value, indent)
    else:
        yield f"{key} {_scalar(value)}"


def _scalar(value: Plain) -> str:
    return json.dumps(value, ensure_ascii=False)
