"""A State's statement in a document of its own: verified like any other, and answered with."""

import shutil
from pathlib import Path

import pytest

from bot.answering.engine import Engine
from bot.knowledge.loading import find_problems, load_knowledge

ROOT = Path(__file__).parent.parent.parent

DOCUMENT = """\
Statement by India
Eighteenth Meeting of the States Parties, Geneva, November 2020
(invented for a test)

Mr President,
India thanks you for the invitation to observe this meeting, 18MSP.
India will study the question of accession “with an open mind”.
I thank you.
"""
SOURCE = """\
  - id: india-18msp
    file: india.txt
    kind: statement
    state: india
    title: Statement by India to the 18MSP
    short: text of India's statement
    issuer: India
    date: 2020-11
    date_label: November 2020
    evidence:
      - Eighteenth Meeting of the States Parties, Geneva, November 2020
"""
STATEMENT = """\
statements:
  - id: 18msp
    channel: msp
    meeting: 18msp
    dates: [2020-11]
    form: quoted
    topics: [accession]
    wordings:
      - sources: [india-18msp]
        passage:
          - India thanks you for the invitation to observe this meeting, 18MSP.
          - India will study the question of accession "with an open mind".
        attribution: Eighteenth Meeting of the States Parties, Geneva, November 2020
"""


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    """A copy of the knowledge with a statement of India in a document of its own."""
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (tmp_path / "seeds" / "india.txt").write_text(DOCUMENT, encoding="utf-8")
    with (tmp_path / "knowledge" / "sources.yaml").open("a", encoding="utf-8") as sources:
        sources.write(SOURCE)
    change(tmp_path / "knowledge", "states/india.yaml", "statements:\n", STATEMENT)
    return tmp_path / "knowledge"


def change(knowledge: Path, name: str, old: str, new: str) -> None:
    path = knowledge / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def problems(knowledge: Path) -> list[str]:
    """Every problem without its place."""
    return [f"{problem.code}: {problem.message} ({problem.hint})" for problem in find_problems(knowledge)]


def test_the_statement_is_the_newest_with_its_lines_computed(knowledge: Path) -> None:
    assert find_problems(knowledge) == ()
    statement = load_knowledge(knowledge).states["india"].statements[0]
    (citation,) = statement.citations
    assert (statement.id, citation.source.id, citation.lines) == ("18msp", "india-18msp", (6, 7))
    assert statement.newest.paragraphs[1] == 'India will study the question of accession "with an open mind".'


def test_the_bot_answers_with_it(knowledge: Path) -> None:
    answer = Engine(load_knowledge(knowledge)).answer("what did India say at 18MSP?")
    assert answer.outcome == "answered"
    (citation, *_) = answer.citations
    assert (citation.source.file, citation.lines) == ("seeds/india.txt", (6, 7))
    assert citation.attribution == "Eighteenth Meeting of the States Parties, Geneva, November 2020"
    assert citation.quote is not None
    assert citation.quote.startswith("India thanks you for the invitation")


def test_the_title_of_the_document_will_do_as_attribution(knowledge: Path) -> None:
    change(
        knowledge, "states/india.yaml", "Eighteenth Meeting of the States Parties, Geneva, November 2020", "the 18MSP"
    )
    assert problems(knowledge) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (
            "states/india.yaml",
            "invitation to observe this meeting",
            "kind invitation to observe this meeting",
            "quote: the quote does not stand in seeds/india.txt: ",
        ),
        (
            "states/india.yaml",
            "Geneva, November 2020",
            "Geneva, December 2020",
            "attribution: the attribution does not stand in seeds/india.txt, nor in its title in sources.yaml "
            "(copy it from the source)",
        ),
        (
            "sources.yaml",
            "state: india",
            "state: pakistan",
            'other-state: "india-18msp" holds the words of pakistan, not of this one '
            "(correct the source's id, or `state` in sources.yaml)",
        ),
        (
            "sources.yaml",
            "state: india",
            "state: indja",
            'unknown-id: there is no State "indja" (did you mean "india"?)',
        ),
        (
            "sources.yaml",
            "    state: india\n",
            "",
            'missing-key: a document of kind "statement" needs the key "state" '
            "(add `state:` with the id of the State whose words they are)",
        ),
        (
            "sources.yaml",
            "kind: press_report",
            "kind: press_report\n    state: india",
            'value: "state" is for documents of kind "statement" only (remove it, or correct `kind`)',
        ),
    ],
)
def test_what_does_not_stand_there_is_told(knowledge: Path, file: str, old: str, new: str, told: str) -> None:
    change(knowledge, file, old, new)
    assert any(problem.startswith(told) for problem in problems(knowledge))


def test_paragraphs_in_another_order_are_refused(knowledge: Path) -> None:
    first = "India thanks you for the invitation to observe this meeting, 18MSP."
    second = 'India will study the question of accession "with an open mind".'
    change(knowledge, "states/india.yaml", f"{first}\n          - {second}", f"{second}\n          - {first}")
    assert [problem.partition(":")[0] for problem in problems(knowledge)] == ["quote"]
