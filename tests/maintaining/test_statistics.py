"""What is thin stands first."""

from datetime import date
from pathlib import Path

from bot.knowledge.loading import load_knowledge
from bot.knowledge.model import Knowledge
from bot.maintaining.statistics import Table, statistics

TODAY = date(2026, 5, 1)


def tables(knowledge: Knowledge) -> dict[str, Table]:
    return {table.title.partition(":")[0]: table for table in statistics(knowledge, TODAY)}


def test_states_with_the_fewest_and_oldest_statements_come_first(knowledge: Knowledge) -> None:
    rows = tables(knowledge)["States by number of statements"].rows
    assert len(rows) == len(knowledge.listed)
    assert sum(int(row[0]) for row in rows) == len(knowledge.statements)
    assert [int(row[0]) for row in rows] == sorted(int(row[0]) for row in rows)
    assert ("0", "Tonga", "-", "-") in rows
    assert ("1", "Israel", "1997-12-04", "29 years") in rows
    with_one = [row[2] for row in rows if row[0] == "1"]
    assert with_one == sorted(with_one)


def test_holdings(knowledge: Knowledge) -> None:
    rows = {what: count for count, what in tables(knowledge)["holds"].rows}
    assert rows["sources"] == str(len(knowledge.sources))
    assert rows["statements"] == str(len(knowledge.statements))
    assert int(rows["citations"]) > 500


def test_what_nothing_uses_is_told(folder: Path) -> None:
    (folder.parent / "seeds" / "notes.txt").write_text("Notes of April 2099\n", encoding="utf-8")
    with (folder / "sources.yaml").open("a", encoding="utf-8") as sources:
        sources.write(
            "  - id: notes\n    file: notes.txt\n    kind: press_release\n    title: Notes\n    short: notes\n"
            "    issuer: nobody\n    date: 2099\n    date_label: April 2099\n    evidence: [Notes of April 2099]\n"
        )
    with (folder / "topics.yaml").open("a", encoding="utf-8") as topics:
        topics.write("  - {id: zeppelins, name: zeppelins, aliases: [zeppelin]}\n")
    entry = folder / "faq" / "land-cleared.yaml"
    text = entry.read_text(encoding="utf-8")
    begin, end = text.index("phrasings:\n"), text.index("answer:\n")
    entry.write_text(text[:begin] + "phrasings: [has mined land been cleared]\n" + text[end:], encoding="utf-8")
    found = tables(load_knowledge(folder))
    assert found["sources by number of citations"].rows[0] == ("0", "notes", "never cited")
    assert found["topics by number of statements and FAQ entries"].rows[0] == ("0", "zeppelins", "never used")
    assert found["FAQ entries with fewer than 10 phrasings"].rows[0] == ("1", "land-cleared", "")


def test_kinds_of_question_by_phrasings(knowledge: Knowledge) -> None:
    rows = tables(knowledge)["kinds of question by number of phrasings"].rows
    assert {row[1] for row in rows} == set(knowledge.questions)
    assert [int(row[0]) for row in rows] == sorted(int(row[0]) for row in rows)
