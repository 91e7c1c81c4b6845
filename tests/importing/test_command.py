"""The whole command on files: both editions, a made-up third one, and what it refuses."""

from pathlib import Path

import pytest

from bot.importing.command import ImportRefusedError, run_import
from bot.knowledge.loading import find_problems, load_knowledge
from bot.knowledge.problems import KnowledgeError
from bot.knowledge.yaml_files import read_yaml
from bot.maintaining.schemas import STATE_COMMENT

OLD, NEW = "001_878b779faf7cd0f7.txt", "002_144bfe5992db99ac.txt"
STATEMENTS_HEADER = "State not party\tStated support for the aims"


def test_both_editions_into_an_empty_folder(knowledge: Path, tmp_path: Path) -> None:
    into = tmp_path / "empty"
    first = run_import(knowledge.parent / "seeds" / OLD, "status-2017", knowledge, into)
    second = run_import(knowledge.parent / "seeds" / NEW, "status-2018", knowledge, into)
    assert "35 States read, 35 statements." in first
    assert "33 States read, 39 statements." in second
    assert "  left the list (2): Palestine, Sri Lanka\n" in second
    assert "  statements differ in words (13): Azerbaijan, China, India, " in second
    assert "  statements differ in punctuation or hyphens only (1): Israel\n" in second
    assert "  last participation moved (13): Azerbaijan, China, India, " in second
    assert sorted(path.name for path in into.iterdir()) == sorted(
        path.name for path in (knowledge / "states").iterdir()
    )


def test_importing_what_is_known_writes_nothing(knowledge: Path) -> None:
    before = {path.name: path.read_bytes() for path in (knowledge / "states").iterdir()}
    for file, source in ((OLD, "status-2017"), (NEW, "status-2018")):
        summary = run_import(knowledge.parent / "seeds" / file, source, knowledge)
        assert "Written (0): all was known\nChanges: none.\nTo look at: nothing." in summary
    assert {path.name: path.read_bytes() for path in (knowledge / "states").iterdir()} == before


def add_third_edition(knowledge: Path) -> Path:
    """A made-up edition: renumbered footnotes, a word cut in two, a new State, a corrected quotation."""
    seeds = knowledge.parent / "seeds"
    text = (seeds / NEW).read_text(encoding="utf-8")
    text = text.translate(str.maketrans("⁴⁵⁶", "⁷⁸⁹"))
    header = next(line for line in text.split("\n") if line.startswith(STATEMENTS_HEADER))
    for old, new in (
        ("In favour (14)", "In favour (15)"),
        ("Armenia\tCuba\tKyrgyzstan", "Armenia\tCuba\tKyrgyzstan\nFinland\t\t"),
        ("India\t\t√\t\t√\t\t√\t\t√\t\n", "India\t\t√\t\t√\t\t√\t\t√\t√\n"),
        ("we full adhere to", "we fully adhere to"),
        (
            "No official information submitted\t12MSP in 2012",
            "<p>“Tonga will accede.” (17MSP, 2018)</p>\t17MSP in 2018",
        ),
        (
            "humanitarian objectives of the Convention.” (8MSP, 2007)\t10MSP in 2010",
            f"humanitarian objec\t10MSP in 2010\n\n{header}\n\ttives of the Convention.” (8MSP, 2007)\t",
        ),
        (
            'Georgia\tGeorgia "has',
            "Finland\t<p>“Finland left, and supports the aims.” (<i>17MSP, 2018</i>)</p>\tHas never participated\n"
            'Georgia\tGeorgia "has',
        ),
    ):  # fmt: skip
        assert old in text, old
        text = text.replace(old, new, 1)
    third = seeds / "005_made_up.txt"
    third.write_text(text, encoding="utf-8", newline="\n")
    sources = knowledge / "sources.yaml"
    sources.write_text(
        sources.read_text(encoding="utf-8")
        + "  - id: status-2019\n    file: 005_made_up.txt\n    kind: status\n    series: status-of-universalization\n"
        "    title: Status of Universalization of the Anti-Personnel Mine Ban Convention\n"
        "    short: 2019 status document\n    issuer: nobody, a test made it up\n    date: 2019-08-21\n"
        "    date_label: made up\n",
        encoding="utf-8",
    )
    meetings = knowledge / "meetings.yaml"
    meetings.write_text(
        "".join(
            line + line.replace("status-2018", "status-2019") if "source: status-2018, column:" in line else line
            for line in meetings.read_text(encoding="utf-8").splitlines(keepends=True)
        ),
        encoding="utf-8",
    )
    return third


def test_a_third_edition_without_hand_work(knowledge: Path) -> None:
    third = add_third_edition(knowledge)
    india = knowledge / "states" / "india.yaml"
    india.write_text("# ours\n" + india.read_text(encoding="utf-8").replace("facts:", "# by hand\nfacts:"), "utf-8")
    summary = run_import(third, "status-2019", knowledge)
    assert "34 States read, 41 statements." in summary
    for line in (
        "  new on the list (1): Finland",
        "  statements differ in words (2): Armenia, Tonga",
        "  last participation moved (1): Tonga",
        "  official information in one edition only (1): Tonga",
        "  Finland: new record",
        "  Finland: statement 17msp added: 17MSP, 2018",
        "  Tonga: statement 17msp added: 17MSP, 2018",
        "  Armenia: statement first-committee-2005: wording of status-2019 added (other words)",
    ):
        assert f"{line}\n" in summary
    to_look_at = summary.partition("To look at (")[2]
    assert "Nepal: a page break seems to cut the word “objectives” in two" in to_look_at
    assert '"finland" has a record in states/ now and stands in names.yaml too' in to_look_at
    assert india.read_text(encoding="utf-8").startswith(f"# ours\n{STATE_COMMENT}\n# India\n")


def test_what_a_third_edition_wrote_passes_the_check_once_its_hints_are_followed(knowledge: Path) -> None:
    run_import(add_third_edition(knowledge), "status-2019", knowledge)
    assert {problem.code for problem in find_problems(knowledge)} == {"duplicate-id"}
    names = knowledge / "names.yaml"
    entries = names.read_text(encoding="utf-8").split("\n  - id: ")
    names.write_text("\n  - id: ".join(part for part in entries if not part.startswith("finland\n")), "utf-8")
    assert find_problems(knowledge) == ()
    state = load_knowledge(knowledge).states["finland"]
    assert [statement.id for statement in state.statements] == ["17msp"]
    assert (
        (knowledge / "states" / "finland.yaml").read_text(encoding="utf-8").startswith(f"{STATE_COMMENT}\n# Finland\n")
    )


def test_comments_move_and_are_told(knowledge: Path) -> None:
    third = add_third_edition(knowledge)
    tonga = knowledge / "states" / "tonga.yaml"
    text = tonga.read_text(encoding="utf-8")
    tonga.write_text(text.replace("editions:", "# see the ISU's letter\neditions:  # two so far"), encoding="utf-8")
    summary = run_import(third, "status-2019", knowledge)
    assert "comments moved to the top of the file: # see the ISU's letter | # two so far" in summary
    assert tonga.read_text(encoding="utf-8").startswith(
        f"{STATE_COMMENT}\n# Tonga\n# see the ISU's letter\n# two so far\nid: tonga\n"
    )


def test_a_document_that_is_not_in_seeds_is_told(knowledge: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "download.txt"
    elsewhere.write_bytes((knowledge.parent / "seeds" / NEW).read_bytes() + b"\n")
    assert f"seeds/{NEW}:1:1: seed: the file differs" in run_import(elsewhere, "status-2018", knowledge)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("status-2031", 'sources.yaml has no source "status-2031": add it there first'),
        ("treaty-faq", '"treaty-faq" is no status document'),
    ],
)
def test_refused_sources(knowledge: Path, source: str, message: str) -> None:
    with pytest.raises(ImportRefusedError, match="^" + message):
        run_import(knowledge.parent / "seeds" / NEW, source, knowledge)


def test_refused_files(knowledge: Path, tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match="cannot be read: No such file"):
        run_import(tmp_path / "nothing.txt", "status-2018", knowledge)
    (tmp_path / "binary").write_bytes(b"\xff\xfe")
    with pytest.raises(ImportRefusedError, match="is not UTF-8 text"):
        run_import(tmp_path / "binary", "status-2018", knowledge)


def test_a_record_that_does_not_read_stops_the_import(knowledge: Path) -> None:
    (knowledge / "states" / "india.yaml").write_text("id: india\n", encoding="utf-8")
    with pytest.raises(KnowledgeError, match="india"):
        run_import(knowledge.parent / "seeds" / NEW, "status-2018", knowledge)
    assert read_yaml(knowledge / "states" / "india.yaml", "india.yaml")[0] is not None
