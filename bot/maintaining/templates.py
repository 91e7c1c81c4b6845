"""New records as YAML text: what was given, and above each key a comment that says where the fact is found."""

import textwrap
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Final

from bot.importing.writing import WIDTH, flow_lines, scalar, text_lines
from bot.maintaining.fields import FIELDS, Field
from bot.maintaining.schemas import STATE_COMMENT, comment_of

Values = Mapping[str, Sequence[str]]
"""what was given for each key; none for a fact that the documents do not give"""

STATEMENTS: Final = """\
# What it said, the newest first; knowledge/README.md has an example of each.
# statements:
"""


def faq_file(values: Values) -> str:
    """The text of a new file in ``faq/``."""
    fields = _by_key("faq")
    lines = [
        comment_of(PurePath("faq", "new.yaml")) or "",
        f"id: {values['id'][0]}",
        *_key(fields["question"], values, 0),
        *_key(fields["phrasings"], values, 0, block=True),
        "# each claim: one sentence of our own words, and the passages that it rests on",
        "answer:",
        *text_lines("  - says: ", values["says"][0], 6),
        "    evidence:",
        f"      - source: {scalar(values['source'][0])}",
        *text_lines("        quote: ", values["quote"][0], 10),
        *_key(fields["topics"], values, 0),
        *_key(fields["related"], values, 0),
    ]
    return "\n".join(lines) + "\n"


def state_file(values: Values) -> str:
    """The text of a new file in ``states/`` for a State that stands nowhere yet."""
    lines = [STATE_COMMENT, f"# {values['short'][0]}", f"id: {values['id'][0]}", "names:"]
    for field in FIELDS["state"][1:]:
        lines += _key(field, values, 2)
    return "\n".join(lines) + "\n" + STATEMENTS


def moved_state_file(name: str, entry: str) -> str:
    """The text of a new file in ``states/`` from an entry of ``names.yaml``, its lines as they stand there."""
    lines = textwrap.dedent(entry.replace("- ", "  ", 1)).splitlines()
    kept = [line for line in lines if not line.startswith("kind:")]
    return "\n".join([STATE_COMMENT, f"# {name}", *kept]) + "\n" + STATEMENTS


def topic_entry(values: Values) -> list[str]:
    """The lines of a new entry of ``topics.yaml``."""
    aliases = ", ".join(scalar(alias, flow=True) for alias in values["aliases"])
    name = scalar(values["name"][0], flow=True)
    return [f"  - {{id: {values['id'][0]}, name: {name}, aliases: [{aliases}]}}"]


def meeting_entry(values: Values) -> list[str]:
    """The lines of a new entry of ``meetings.yaml``."""
    fields = _by_key("meeting")
    lines = [f"  - id: {values['id'][0]}"]
    for key in ("kind", "name", "short", "date", "aliases"):
        lines += _key(fields[key], values, 4, only_missing=True)
    if values.get("quote"):
        lines += ["    evidence:", f"      - source: {scalar(values['source'][0])}"]
        lines += text_lines("        quote: ", values["quote"][0], 10)
    else:
        lines += ["    # the words of a document that name it with its date", "    # evidence:"]
    return lines


def source_entry(values: Values) -> list[str]:
    """The lines of a new entry of ``sources.yaml``."""
    kind = values["kind"][0]
    lines = [f"  - id: {values['id'][0]}"]
    for field in FIELDS["source"][1:]:
        if field.only_for in (None, kind) and not (field.key == "date_note" and values.get("date")):
            lines += _key(field, values, 4, block=field.key == "evidence", only_missing=True)
    return lines


def _by_key(what: str) -> dict[str, Field]:
    return {field.key: field for field in FIELDS[what]}


def _key(field: Field, values: Values, indent: int, *, block: bool = False, only_missing: bool = False) -> list[str]:
    """A key with its comment; a key that nothing was given for stands commented out.

    ``only_missing`` leaves the comment out where something was given: in a file of many entries it would repeat.
    """
    given = values.get(field.key, ())
    pad = " " * indent
    comment = textwrap.wrap(field.about, WIDTH, initial_indent=f"{pad}# ", subsequent_indent=f"{pad}# ")
    if not given and field.key != "date":
        return [*comment, f"{pad}# {field.key}: {'[]' if field.many else ''}".rstrip()]
    lines = [] if only_missing and given else comment
    if not given:
        return [*lines, f"{pad}{field.key}: null"]
    if not field.many:
        return [*lines, *text_lines(f"{pad}{field.key}: ", given[0], indent + 2)]
    if not block:
        return [*lines, *flow_lines(f"{pad}{field.key}: ", given)]
    lines.append(f"{pad}{field.key}:")
    for value in given:
        lines += text_lines(f"{pad}  - ", value, indent + 4)
    return lines
