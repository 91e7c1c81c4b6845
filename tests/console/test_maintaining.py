"""The commands of maintainers, from the command line to what is printed."""

import io
import shutil
from pathlib import Path

import pytest

from bot.console.commands import main
from bot.console.maintaining import MAINTAINING
from bot.console.verifying import verify_hint
from bot.knowledge.loading import find_problems, load_knowledge
from bot.maintaining.fields import FIELDS
from tests import question_files

from .conftest import ROOT, Program

Capture = pytest.CaptureFixture[str]

TOPIC = ("topic", "--id", "robots", "--set", "name=demining robots", "--set", "aliases=robots")


@pytest.fixture
def knowledge(tmp_path: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the knowledge that the commands work on."""
    assert environment
    shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    monkeypatch.setenv("TREATYBOT_KNOWLEDGE", str(tmp_path / "knowledge"))
    # The rules of loading only: the whole check takes a second each time.
    monkeypatch.setattr("bot.maintaining.adding.check", find_problems)
    return tmp_path / "knowledge"


class Terminal(io.StringIO):
    """Standard input of a person who types these lines."""

    def isatty(self) -> bool:
        return True


def typed(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", Terminal("".join(f"{line}\n" for line in lines)))


def test_help_documents_every_command_and_every_fact_of_a_new_record(capsys: Capture) -> None:
    main([])
    shown = capsys.readouterr().out
    for command in MAINTAINING:
        assert f"    {command} " in shown
        with pytest.raises(SystemExit) as left:
            main([command, "--help"])
        assert left.value.code == 0
        told = capsys.readouterr().out
        assert told.startswith(f"usage: treatybot {command} ")
        if command == "new":
            for fields in FIELDS.values():
                assert all(field.about in " ".join(told.split()) for field in fields)


# schema ----------------------------------------------------------------------------------------


def test_schema_writes_what_is_stale(knowledge: Path, capsys: Capture) -> None:
    (knowledge / "schemas" / "faq.json").unlink()
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == "knowledge/schemas/faq.json\n1 file written\n"
    assert main(["schema"]) == 0
    assert capsys.readouterr().out == "0 files written\n"


# new -------------------------------------------------------------------------------------------


def test_new_with_options(knowledge: Path, capsys: Capture) -> None:
    assert main(["new", *TOPIC]) == 0
    assert capsys.readouterr().out.startswith("written: knowledge/topics.yaml\n")
    assert load_knowledge(knowledge).topics["robots"].name == "demining robots"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("topic", "--id", "robots"), "treatybot: a new topic needs name, aliases (treatybot new --help tells"),
        (("topic", "--set", "nam=x"), 'treatybot: a new topic has no "nam": did you mean "name"?'),
        (("topic", "--set", "zzzzz=x"), 'treatybot: a new topic has no "zzzzz": it has id, name, aliases'),
        (("topic", "--set", "name"), "treatybot: --set 'name' has no '=': write --set KEY=VALUE"),
        (("topic", "--id", "a", "--set", "id=b"), "treatybot: id is given twice: a record has one"),
        (("meeting", "--set", "kind=party"), 'treatybot: kind is "party": it is one of msp, review_conference, '),
        (
            (*TOPIC[:2], "Robots", *TOPIC[3:]),
            "treatybot: nothing was written, for the knowledge would have problems:\n",
        ),
    ],
)
def test_new_refuses(knowledge: Path, capsys: Capture, arguments: tuple[str, ...], told: str) -> None:
    before = (knowledge / "topics.yaml").read_bytes()
    assert main(["new", *arguments]) == 2
    assert capsys.readouterr().err.startswith(told)
    assert (knowledge / "topics.yaml").read_bytes() == before


def test_new_asks_at_a_terminal(knowledge: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(
        monkeypatch,
        "",
        "99msp",
        "party",
        "msp",
        "Ninety-ninth Meeting of the States Parties",
        "none",
        "99th MSP",
        "",
        "",
        "",
    )
    assert main(["new", "meeting", "--set", "short=99MSP"]) == 0
    shown = capsys.readouterr().out
    assert "This is needed." in shown
    assert 'kind is "party": it is one of msp' in shown
    assert "\nshort: " not in shown
    meeting = load_knowledge(knowledge).meetings["99msp"]
    assert (meeting.short, meeting.date, meeting.aliases) == ("99MSP", None, ("99th MSP",))


def test_what_was_typed_is_not_lost(knowledge: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "Big Robots", "robots & more", "robots", "bots", "")
    assert main(["new", "topic"]) == 2
    command = capsys.readouterr().err.splitlines()[-1].strip()
    assert command == (
        "treatybot new topic --set 'id=Big Robots' --set 'name=robots & more' --set aliases=robots --set aliases=bots"
    )
    assert b"robots" not in (knowledge / "topics.yaml").read_bytes()


def test_leaving_a_question_open_writes_nothing(
    knowledge: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "robots")
    assert main(["new", "topic"]) == 2
    assert "nothing was written: name was left open" in capsys.readouterr().err
    assert b"robots" not in (knowledge / "topics.yaml").read_bytes()


def test_a_state_of_the_names_is_asked_for_by_its_id_only(
    knowledge: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed(monkeypatch, "finland")
    assert main(["new", "state"]) == 0
    assert "written: knowledge/states/finland.yaml\nwritten: knowledge/names.yaml\n" in capsys.readouterr().out
    assert (knowledge / "states" / "finland.yaml").is_file()


# import ----------------------------------------------------------------------------------------

EDITION = "002_144bfe5992db99ac.txt"


def test_import_prints_the_summary(knowledge: Path, capsys: Capture, tmp_path: Path) -> None:
    into = tmp_path / "records"
    seed = knowledge.parent / "seeds" / EDITION
    assert main(["import", str(seed), "--source", "status-2018", "--into", str(into)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("2018 status document: 33 States read, 39 statements.\n")
    assert shown.endswith("Now run treatybot check.\n")
    assert (into / "india.yaml").is_file()


def test_import_refuses(knowledge: Path, capsys: Capture, tmp_path: Path) -> None:
    seed = str(knowledge.parent / "seeds" / EDITION)
    assert main(["import", seed, "--source", "status-2031"]) == 2
    assert capsys.readouterr().err.startswith('treatybot: sources.yaml has no source "status-2031": add it there first')
    assert main(["import", "nothing.txt", "--source", "status-2018"]) == 2
    assert capsys.readouterr().err == "treatybot: nothing.txt cannot be read: No such file or directory\n"
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["import", seed, "--source", "status-2018", "--into", str(tmp_path / "file" / "x")]) == 2
    assert "cannot be written" in capsys.readouterr().err
    (knowledge / "states" / "india.yaml").write_text("id: india\n", encoding="utf-8")
    assert main(["import", seed, "--source", "status-2018"]) == 2
    assert "knowledge/states/india.yaml:1:1: missing-key" in capsys.readouterr().err


# source ----------------------------------------------------------------------------------------


def test_source_marks_the_line_and_says_what_cites_it(knowledge: Path, capsys: Capture) -> None:
    assert knowledge.is_dir()
    assert main(["source", "status-2018:105"]) == 0
    head, file, gap, *lines = capsys.readouterr().out.splitlines()
    assert head.startswith("status-2018: Status of Universalization of the Anti-Personnel Mine Ban Convention, ")
    assert (file, gap) == (f"seeds/{EDITION}, 158 lines", "...")
    numbered = [line for line in lines if line[2:5].strip().isdigit()]
    assert [int(line[2:5]) for line in numbered] == [103, 104, 105, 106, 107]
    assert numbered[2].startswith(
        "> 105  India | <p>“India supports the vision of a world free of anti-personnel mines."
    )
    assert numbered[1].startswith("  104  State not party | ")
    assert lines[-1].startswith("Line 105: cited by India: statement 16msp; ")


def test_source_takes_a_file_and_several_places(knowledge: Path, capsys: Capture) -> None:
    assert knowledge.is_dir()
    assert main(["source", f"{EDITION}:2-3,40", "treaty-faq:2", "--context", "0"]) == 0
    shown = capsys.readouterr().out
    assert [line[2:5].strip() for line in shown.splitlines() if line[:2] in ("> ", "  ")] == ["2", "3", "40", "2"]
    assert "\nLine 2: cited by nothing.\n" in shown


def test_source_without_lines_shows_all_that_is_cited(knowledge: Path, capsys: Capture) -> None:
    assert knowledge.is_dir()
    assert main(["source", "press-report-withdrawals", "--context", "0"]) == 0
    shown = capsys.readouterr().out.splitlines()
    marked = [line for line in shown if line.startswith("> ")]
    assert len(marked) >= 8
    assert not [line for line in shown if line.startswith("  ") and line.strip()]
    assert shown[-1].startswith("> marks ")


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("satus-2018", 'there is no source "satus-2018": did you mean "status-2018"?'),
        ("status-2018:999", f"seeds/{EDITION} has 158 lines, none numbered 999"),
        ("status-2018:5-3", "'5-3' in 'status-2018:5-3' is no line: write lines as in status-2018:105 or 40,105-106"),
    ],
)
def test_source_refuses(knowledge: Path, capsys: Capture, place: str, told: str) -> None:
    assert knowledge.is_dir()
    assert main(["source", place]) == 2
    assert capsys.readouterr() == ("", f"treatybot: {told}\n")


def test_source_helps_to_mend_knowledge_that_does_not_load(knowledge: Path, capsys: Capture) -> None:
    path = knowledge / "states" / "india.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("we believe", "We believe", 1) + "x", encoding="utf-8")
    assert main(["source", "status-2018:105", "--context", "0"]) == 0
    shown = capsys.readouterr()
    assert "India | <p>“India supports" in shown.out
    assert "what they concern bears no mark" in shown.err


def test_long_lines_are_wrapped_to_the_terminal(
    knowledge: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert knowledge.is_dir()
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["source", "status-2018:105", "--context", "0"]) == 0
    passage = [line for line in capsys.readouterr().out.splitlines() if line.startswith(">")]
    assert len(passage) > 10
    assert max(map(len, passage)) <= 60


def test_an_answer_names_the_command_that_verifies_it() -> None:
    engine = question_files.engine()
    hint = "Verify: treatybot source status-2018:105"
    assert verify_hint(engine.answer("what did India say in 16MSP?")) == hint
    assert verify_hint(engine.answer("hello")) is None


def test_ask_and_chat_name_it_and_json_does_not(program: Program) -> None:
    question = "what did India say in 16MSP?"
    hint = "Verify: treatybot source status-2018:105"
    asked = program("ask", question).stdout.decode().splitlines()
    assert asked[-2:] == ["", hint]
    chatted = program("chat", stdin=question.encode() + b"\n").stdout.decode().splitlines()
    assert hint in chatted
    assert hint not in program("ask", "--json", question).stdout.decode()


# explain and stats -----------------------------------------------------------------------------


def test_explain_prints_each_step(knowledge: Path, capsys: Capture) -> None:
    assert knowledge.is_dir()
    assert main(["explain", "what", "did", "Indja", "say?"]) == 0
    shown = capsys.readouterr().out
    titles = [line for line in shown.splitlines() if not line.startswith(" ")]
    assert titles[:4] == ["words:", "names:", "compared:", "kinds of question:"]
    assert titles[-2:] == ["decision:", "outcome:"]
    assert '  "Indja" is the state india (near, 0.80 alike)\n' in shown


def test_stats_print_tables(knowledge: Path, capsys: Capture) -> None:
    assert knowledge.is_dir()
    assert main(["stats"]) == 0
    shown = capsys.readouterr().out
    assert "\nStates by number of statements: how many, the newest, its age:\n" in shown
    assert "\n  0  Tonga" in shown
    assert "\ntopics by number of statements and FAQ entries:\n" in shown
