"""New records: what is written passes the check, or nothing is written."""

import typing
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from bot.checking import check
from bot.knowledge import schema
from bot.knowledge.loading import find_problems, load_knowledge
from bot.knowledge.problems import KnowledgeError
from bot.maintaining import adding
from bot.maintaining.fields import FIELDS, NAMES
from bot.maintaining.refusing import RefusedError
from bot.maintaining.schemas import comment_of
from tests.tiny_knowledge import copy_tiny

Values = Mapping[str, Sequence[str]]

GIVEN: Mapping[str, Values] = {
    "state": {"id": ["bougainville"], "short": ["Bougainville"], "iso": ["BVX"], "aliases": ["Republic: Bougainville"]},
    "faq": {
        "id": ["later-destruction"],
        "question": ["When were more destroyed: in 2014?"],
        "phrasings": ["did destruction go on in 2014", "in 2014: was there more destruction"],
        "says": ["By the undated FAQ, more were destroyed in 2014."],
        "source": ["treaty-faq"],
        "quote": ["and more were destroyed in 2014"],
        "topics": ["stockpile"],
    },
    "meeting": {
        "id": ["99msp"],
        "kind": ["msp"],
        "name": ["Ninety-ninth Meeting of the States Parties"],
        "short": ["99MSP"],
    },
    "source": {
        "id": ["notes"],
        "file": ["notes.txt"],
        "kind": ["press_release"],
        "title": ["Notes: a test made them up"],
        "short": ["made-up notes"],
        "issuer": ["nobody"],
        "date": ["2099-04"],
        "date_label": ["April 2099"],
        "evidence": ["Notes of April 2099"],
    },
    "topic": {"id": ["robots"], "name": ["demining robots"], "aliases": ["robots", "deminers, of steel"]},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tiny knowledge, in which the whole check is quick."""
    return copy_tiny(tmp_path / "tiny") / "knowledge"


def add(folder: Path, what: str, values: Values) -> tuple[str, ...]:
    """Add a record; the files written."""
    return adding.add(folder, what, values).files


@pytest.fixture(autouse=True)
def notes(folder: Path) -> None:
    """A document that no record describes."""
    (folder.parent / "seeds" / "notes.txt").write_text("Notes of April 2099\n", encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("what", list(GIVEN))
def test_what_is_written_passes_the_check_and_changes_nothing_else(folder: Path, what: str) -> None:
    before = files(folder)
    (written,) = add(folder, what, GIVEN[what])
    assert [str(problem) for problem in check(folder) if problem.code != "unused-document"] == []
    after = files(folder)
    assert {name for name in after if after[name] != before.get(name)} == {written}
    old, new = before.get(written, b"").decode().splitlines(), after[written].decode().splitlines()
    rest = list(new)
    for line in old:
        rest.remove(line)
    assert any(GIVEN[what]["id"][0] in line for line in rest)
    assert [line for line in new if line in old] == old or [line for line in new if line.strip()][:1] == old[:1]


@pytest.mark.parametrize("what", list(GIVEN))
def test_what_does_not_pass_the_check_leaves_nothing_behind(folder: Path, what: str) -> None:
    before = files(folder)
    wrong = {**GIVEN[what], "id": ["No Id"]}
    with pytest.raises(RefusedError):
        add(folder, what, wrong)
    assert files(folder) == before


@pytest.mark.parametrize(
    ("what", "key", "value", "told"),
    [
        ("faq", "quote", "more were destroyed in 2015", "faq/later-destruction.yaml:"),
        ("faq", "source", "treaty-fak", 'there is no source "treaty-fak" (did you mean "treaty-faq"?)'),
        ("faq", "topics", "weapons", 'there is no topic "weapons"'),
        ("topic", "id", "use", '"use" stands twice'),
        ("source", "file", "nothing.txt", "seeds/nothing.txt"),
        ("source", "evidence", "Notes of May 2099", "the quote does not stand in seeds/notes.txt"),
        ("meeting", "date", "2099-13", "there is no month 13"),
        ("state", "iso", "FI", 'the name "FI" belongs to'),
    ],
)
def test_the_problems_are_told(folder: Path, what: str, key: str, value: str, told: str) -> None:
    with pytest.raises(
        RefusedError, match=r"^nothing was written, for the knowledge would have problems:\n"
    ) as refused:
        add(folder, what, {**GIVEN[what], key: [value]})
    assert told in str(refused.value)


def test_what_is_missing_is_told(folder: Path) -> None:
    with pytest.raises(RefusedError, match=r"^a new FAQ entry needs question, phrasings, says, source, quote "):
        add(folder, "faq", {"id": ["empty"]})
    with pytest.raises(RefusedError, match=r"^a new source needs .*evidence"):
        add(folder, "source", {"id": ["empty"], "kind": ["faq"]})
    with pytest.raises(RefusedError, match=r"^a new source needs .*state"):
        add(folder, "source", {"id": ["empty"], "kind": ["statement"]})
    with pytest.raises(RefusedError, match=r"^a new State needs short "):
        add(folder, "state", {"id": ["nowhere"]})
    with pytest.raises(RefusedError, match=r"^a new meeting needs both source and quote, or neither"):
        add(folder, "meeting", {**GIVEN["meeting"], "source": ["treaty-faq"]})


def test_the_whole_check_decides(folder: Path) -> None:
    before = files(folder)
    with pytest.raises(RefusedError, match="duplicate-phrasing: "):
        adding.add(folder, "faq", {**GIVEN["faq"], "phrasings": ["number of mines destroyed"]})
    assert files(folder) == before


def test_problems_that_were_there_before_do_not_count(folder: Path) -> None:
    entry = folder / "faq" / "mines-destroyed.yaml"
    entry.write_text(entry.read_text(encoding="utf-8").replace("quote: Over", "quote: Under"), encoding="utf-8")
    add(folder, "topic", GIVEN["topic"])
    assert {problem.file for problem in find_problems(folder)} == {"knowledge/faq/mines-destroyed.yaml"}


def test_a_file_that_cannot_be_read_is_mended_first(folder: Path) -> None:
    (folder / "topics.yaml").write_text("topics: [\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"topics\.yaml"):
        add(folder, "topic", GIVEN["topic"])


def test_a_file_that_is_there_is_not_overwritten(folder: Path) -> None:
    for what, identifier in (("faq", "mines-destroyed"), ("state", "india")):
        with pytest.raises(RefusedError, match="is there already: edit it, or choose another id"):
            add(folder, what, {**GIVEN[what], "id": [identifier]})


def test_a_meeting_stands_after_the_others_of_its_kind(folder: Path) -> None:
    add(folder, "meeting", GIVEN["meeting"])
    text = (folder / "meetings.yaml").read_text(encoding="utf-8")
    entry = text.partition("  - id: 99msp\n")
    assert entry[0].rpartition("  - id: ")[2].startswith("16msp\n")
    assert "\n\n\n" not in text
    (folder / "meetings.yaml").write_text(text.replace("\n  - id: 16msp", "\n\n  # MSPs\n  - id: 16msp"), "utf-8")
    conference = {"id": ["4rc"], "kind": ["review_conference"], "name": ["Fourth one"], "short": ["4RC"]}
    add(folder, "meeting", conference)
    between = (folder / "meetings.yaml").read_text(encoding="utf-8").partition("\n  - id: 3rc\n")[2]
    assert [line for line in between.splitlines() if line.startswith(("  - ", "  # "))][:3] == [
        "  - id: 4rc",
        "  # MSPs",
        "  - id: 16msp",
    ]


def test_a_topic_stands_in_its_place_of_the_alphabet(folder: Path) -> None:
    add(folder, "topic", GIVEN["topic"])
    topics = load_knowledge(folder).topics
    assert list(topics) == sorted(topics)
    assert topics["robots"].aliases == ("robots", "deminers, of steel")


def test_a_state_of_the_names_moves_with_its_names(folder: Path) -> None:
    before = load_knowledge(folder)
    names = (folder / "names.yaml").read_text(encoding="utf-8")
    assert add(folder, "state", {"id": ["finland"]}) == ("states/finland.yaml", "names.yaml")
    after = load_knowledge(folder)
    assert after.states["finland"].names == before.states["finland"].names
    assert set(after.states) == set(before.states)
    left = (folder / "names.yaml").read_text(encoding="utf-8")
    moved = "\n  - id: finland\n" + names.partition("\n  - id: finland\n")[2].partition("\n  - id: ")[0]
    assert left == names.replace(moved, "")


def test_names_of_a_state_that_moves_are_not_asked_for_again(folder: Path) -> None:
    with pytest.raises(RefusedError, match=r'names\.yaml has the names of "finland" already: leave out short'):
        add(folder, "state", {"id": ["finland"], "short": ["Suomi"]})
    with (folder / "names.yaml").open("a", encoding="utf-8") as names:
        names.write("  - id: kosovo\n    kind: other\n    names: {short: Kosovo}\n")
    with pytest.raises(RefusedError, match=r'names\.yaml has "kosovo" as a name that is no State'):
        add(folder, "state", {"id": ["kosovo"]})


def test_comments_say_where_facts_are_found(folder: Path) -> None:
    add(folder, "faq", GIVEN["faq"])
    add(folder, "source", {**GIVEN["source"], "date": [], "date_note": ["It tells of 2099."]})
    entry = (folder / "faq" / "later-destruction.yaml").read_text(encoding="utf-8")
    assert entry.partition("\n")[0] == comment_of(Path("faq/later-destruction.yaml"))
    assert "# id of another FAQ entry that a reader may want next\n# related: []\n" in entry
    source = (folder / "sources.yaml").read_text(encoding="utf-8").partition("  - id: notes\n")[2]
    assert "    # what people may call it in a question\n    # aliases: []\n" in source
    assert "    date: null\n" in source
    assert "    date_note: It tells of 2099.\n" in source


@pytest.mark.parametrize(
    ("what", "model"), [("meeting", schema.MeetingRecord), ("source", schema.SourceRecord), ("state", schema.Names)]
)
def test_choices_are_those_of_the_schema(what: str, model: type[schema.Record]) -> None:
    for field in FIELDS[what]:
        if field.choices:
            annotation = model.model_fields[field.key].annotation
            literals = typing.get_args(annotation)
            inner = [value for literal in literals for value in typing.get_args(literal)]
            assert list(field.choices) == (inner or list(literals)), field.key


def test_every_kind_of_record_has_a_name_and_an_example() -> None:
    assert list(FIELDS) == list(NAMES) == list(GIVEN)
