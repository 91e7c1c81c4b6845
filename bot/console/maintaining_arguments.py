"""What can be typed after the commands of maintainers, and their help."""

import argparse
import textwrap
from collections.abc import Callable
from pathlib import Path

from bot.maintaining.fields import FIELDS

_AddCommand = Callable[[str, str, str], argparse.ArgumentParser]
"""name, summary, description"""

DEFAULT_CONTEXT = 2

_SCHEMA = """\
Write the JSON Schemas of all kinds of knowledge file to schemas/ in the knowledge folder, and name them in the
first line of each file. Editors that know yaml-language-server then complete keys, describe them and mark
mistakes. Run it after a change of the file formats."""

_NEW = """\
Write a new record. At a terminal, asks for each fact and says where it is found; otherwise, and for facts given
already, takes --set KEY=VALUE. What it writes has passed the check: when it does not pass, the problems are
printed and nothing is written. The file says in comments what else it can hold.

exit codes: 0 written, 2 nothing was written"""

_IMPORT = """\
Read a "Status of Universalization" document into the records of States: new statements, votes, participation.
Its source must stand in sources.yaml, and the document in seeds/. What is on record already stays; the summary
says what changed and what a person must look at.

exit codes: 0 read, 2 nothing was read"""

_SOURCE = """\
Print a document around a passage, with line numbers. Lines that the knowledge cites are marked with >, and the
tab between two cells of a table is shown as |. Without lines, prints every cited line of the document.

exit codes: 0 printed, 2 there is no such document or line"""

_EXPLAIN = """\
Show how a question is read, step by step: its words, the names found in them, the words that are compared, the
kinds of question with their scores and the words that spoke for them, and why it was answered or declined."""

_STATS = """\
Show what the knowledge holds and where it is thin: States by statements and age of the newest, sources never
cited, FAQ entries with few phrasings, kinds of question, topics never used. The thinnest stands first."""


def add_maintaining_commands(add: _AddCommand) -> None:
    """Add the commands to the command line."""
    new = add("new", "write a new State, FAQ entry, meeting, source or topic", f"{_NEW}\n\n{_fields_help()}")
    new.add_argument("what", choices=tuple(FIELDS), help="kind of record")
    new.add_argument("--id", help="its id (the same as --set id=ID)")
    new.add_argument(
        "--set", action="append", default=[], metavar="KEY=VALUE", help="a fact; repeat it where several may be given"
    )

    read = add("import", "read a status document into the records of States", _IMPORT)
    read.add_argument("file", type=Path, metavar="FILE", help="the document, as UTF-8 text")
    read.add_argument("--source", required=True, metavar="ID", help="its source in sources.yaml")
    read.add_argument("--into", type=Path, metavar="DIR", help="folder of the records (default: states/)")

    source = add("source", "print a document around a passage, to verify an answer", _SOURCE)
    source.add_argument(
        "places", nargs="+", metavar="ID[:LINES]", help="a source or its file, and lines: status-2018:105 or 40,105-106"
    )
    source.add_argument(
        "--context",
        type=_count,
        default=DEFAULT_CONTEXT,
        metavar="N",
        help=f"lines before and after each passage (default {DEFAULT_CONTEXT})",
    )

    explain = add("explain", "show how a question is read", _EXPLAIN)
    explain.add_argument("words", nargs="+", metavar="WORDS", help="the question")

    add("stats", "show what the knowledge holds and where it is thin", _STATS)
    add("schema", "write the JSON Schemas for editors", _SCHEMA)


def _fields_help() -> str:
    lines = ["facts of each kind of record (* needed, + repeat for several):"]
    for what, fields in FIELDS.items():
        lines.append(f"  {what}")
        for field in fields:
            mark = ("*" if field.required else "") + ("+" if field.many else "")
            choices = f" ({', '.join(field.choices)})" if field.choices else ""
            told = f"{field.key}{mark}: {field.about}{choices}"
            lines += textwrap.wrap(told, width=110, initial_indent="    ", subsequent_indent="        ")
    return "\n".join(lines)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 5):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of lines: give 0 or more")
    return int(text)
