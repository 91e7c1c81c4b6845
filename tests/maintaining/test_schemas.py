"""The schemas for editors: fresh, named in every file, and of one mind with the loader."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from bot.knowledge.loading import find_problems
from bot.maintaining.schemas import COMMENT, FOLDER, MANY, SINGLE, comment_of, schemas, with_comment, write

from .conftest import ROOT

KNOWLEDGE = ROOT / "knowledge"
FILES = sorted(path.relative_to(KNOWLEDGE) for path in KNOWLEDGE.rglob("*.yaml"))


class EditorLoader(yaml.SafeLoader):
    """Reads a scalar as editors do: by the core schema of YAML 1.2."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  # as PyYAML has it


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), first)


def schema_of(path: Path) -> dict[str, Any]:
    """The committed schema that a knowledge file names."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    named = (path.parent / first.removeprefix(COMMENT)).resolve()
    content: dict[str, Any] = json.loads(named.read_text(encoding="utf-8"))
    return content


def errors(path: Path) -> list[str]:
    content = yaml.load(path.read_text(encoding="utf-8"), EditorLoader)  # noqa: S506  # a SafeLoader
    return [error.message for error in jsonschema.Draft7Validator(schema_of(path)).iter_errors(content)]


def test_the_committed_schemas_are_fresh() -> None:
    """When this fails: run `treatybot schema` and commit what it writes."""
    committed = {path.name: path.read_text(encoding="utf-8") for path in (KNOWLEDGE / FOLDER).iterdir()}
    assert committed == schemas()


def test_every_file_names_its_schema_in_its_first_line() -> None:
    """When this fails: run `treatybot schema` and commit what it writes."""
    for file in FILES:
        assert (KNOWLEDGE / file).read_text(encoding="utf-8").partition("\n")[0] == comment_of(file), file


def test_an_editor_marks_nothing_in_the_committed_files() -> None:
    assert {str(file): found for file in FILES if (found := errors(KNOWLEDGE / file))} == {}


@pytest.mark.parametrize("name", [f"{name}.json" for name in (*SINGLE, *(name for name, _ in MANY.values()))])
def test_a_schema_is_a_schema(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(schemas()[name]))


def test_keys_have_the_descriptions_of_the_models() -> None:
    statement = json.loads(schemas()["state.json"])["definitions"]["StatementRecord"]
    assert statement["description"] == "What a State is on record with at one event, in the wording of each edition."
    assert statement["properties"]["form"]["description"].startswith("`quoted`: the State's words")
    assert statement["additionalProperties"] is False


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("id: india", "ID: india", "Additional properties are not allowed"),
        ("vote: abstained", "vote: absent", "'absent' is not one of"),
        ("dates: [2017]", "dates: [last year]", "'last year' does not match"),
        ("meeting: 16msp", "meeting: 16MSP", "is not valid under any of the given schemas"),
        ("  short: India\n", "", "'short' is a required property"),
    ],
)
def test_an_editor_marks_mistakes(folder: Path, old: str, new: str, marked: str) -> None:
    path = folder / "states" / "india.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(marked in error for error in errors(path))


def test_writing_mends_what_is_stale_and_nothing_else(folder: Path) -> None:
    assert write(folder) == []
    (folder / FOLDER / "faq.json").write_text("{}", encoding="utf-8")
    (folder / FOLDER / "topics.json").unlink()
    india = folder / "states" / "india.yaml"
    text = india.read_text(encoding="utf-8")
    india.write_text(text.partition("\n")[2], encoding="utf-8")
    entry = folder / "faq" / "article-1.yaml"
    old = entry.read_text(encoding="utf-8")
    entry.write_text(with_comment(old, COMMENT + "elsewhere.json"), encoding="utf-8")
    assert write(folder) == ["schemas/topics.json", "schemas/faq.json", "faq/article-1.yaml", "states/india.yaml"]
    assert india.read_text(encoding="utf-8") == text
    assert entry.read_text(encoding="utf-8") == old


def test_schemas_are_no_stray_files(folder: Path) -> None:
    assert (folder / FOLDER).is_dir()
    assert find_problems(folder) == ()
