"""The two documents give the committed records again."""

from collections.abc import Mapping

import pytest

from bot.importing.differences import compare_editions
from bot.importing.editions import ImportedEdition, ImportedStatement
from bot.importing.merging import merge
from bot.knowledge.schema import Names, StatementRecord, StateRecord

ORDER = ("status-2018", "status-2017")


def statement(edition: ImportedEdition, state: str, key: str) -> ImportedStatement:
    """The statement of a State whose meeting or channel is ``key``."""
    found = next(item for item in edition.states if item.id == state)
    return next(item for item in found.statements if key in {item.meeting, item.channel})


def without_topics(record: StateRecord) -> tuple[StatementRecord, ...]:
    return tuple(item.model_copy(update={"topics": ()}) for item in record.statements)


def test_everything_is_read(editions: Mapping[str, ImportedEdition]) -> None:
    assert [len(editions[source].states) for source in ORDER] == [33, 35]
    assert [sum(len(state.statements) for state in editions[source].states) for source in ORDER] == [39, 35]
    assert [editions[source].findings for source in ORDER] == [(), ()]


@pytest.mark.parametrize("order_of_import", [ORDER, ORDER[::-1]])
def test_importing_both_into_nothing_gives_the_committed_records(
    editions: Mapping[str, ImportedEdition],
    records: Mapping[str, StateRecord],
    names: Mapping[str, Names],
    order_of_import: tuple[str, ...],
) -> None:
    built: Mapping[str, StateRecord] = {}
    for source in order_of_import:
        built = merge(built, editions[source], names, ORDER).records
    assert sorted(built) == sorted(records)
    for identifier, record in records.items():
        assert built[identifier].editions == record.editions
        assert without_topics(built[identifier]) == without_topics(record)
        assert built[identifier].names == record.names


def test_importing_again_changes_nothing(
    editions: Mapping[str, ImportedEdition], records: Mapping[str, StateRecord], names: Mapping[str, Names]
) -> None:
    for source in ORDER:
        merged = merge(records, editions[source], names, ORDER)
        assert merged.records == records
        assert merged.changes == ()
        assert merged.findings == ()


def test_the_two_editions_differ_as_counted_by_hand(records: Mapping[str, StateRecord]) -> None:
    differences = compare_editions(records, older="status-2017", newer="status-2018")
    assert differences.left == ("palestine", "sri-lanka")
    assert differences.joined == ()
    # Fourteen differ; in Israel's it is the hyphen of "anti-personnel" alone.
    assert len(differences.words) == 13
    assert differences.punctuation == ("israel",)
    assert len(differences.last_participation) == 13
    assert "lao-pdr" in differences.last_participation
    assert differences.votes == ()
    assert differences.information == ()
    assert [state for state, _ in differences.not_repeated] == [
        "azerbaijan", "india", "lebanon", "lebanon", "morocco", "myanmar",
    ]  # fmt: skip


def test_five_states_are_on_record_at_16msp(editions: Mapping[str, ImportedEdition]) -> None:
    speakers = {
        source: [state.id for state in editions[source].states for item in state.statements if item.meeting == "16msp"]
        for source in ORDER
    }
    assert speakers == {"status-2018": ["azerbaijan", "india", "lebanon", "myanmar", "pakistan"], "status-2017": []}


def test_reported_statements(editions: Mapping[str, ImportedEdition]) -> None:
    reported = {
        (state.id, item.meeting or item.channel)
        for edition in editions.values()
        for state in edition.states
        for item in state.statements
        if item.form == "reported"
    }
    assert reported == {
        ("armenia", "signing-conference"),
        ("armenia", "first-committee-2005"),
        ("china", "letter"),
        ("lebanon", "1rc"),
        ("morocco", "intersessional-2018"),
        ("russia", "first-committee-2017"),
        ("south-korea", "first-committee-2017"),
        ("united-states", "letter"),
    }


def test_one_attribution_for_several_paragraphs(editions: Mapping[str, ImportedEdition]) -> None:
    newer, older = editions["status-2018"], editions["status-2017"]
    assert len(statement(newer, "myanmar", "16msp").passage) == 3
    assert len(statement(newer, "marshall-islands", "9msp").passage) == 3
    assert len(statement(older, "marshall-islands", "9msp").passage) == 3
    assert len(statement(newer, "russia", "10msp").passage) == 2
    assert len(statement(newer, "morocco", "intersessional").passage) == 2


def test_halves_that_a_page_break_cut_are_one_paragraph(editions: Mapping[str, ImportedEdition]) -> None:
    passage = statement(editions["status-2017"], "egypt", "explanation_of_vote").passage
    assert len(passage) == 1
    assert "attempted to embody and had actually imposed" in passage[0]
    capital = statement(editions["status-2018"], "lao-pdr", "standing_committee").passage
    assert len(capital) == 1
    assert "report pursuant to Article 7. Furthermore" in capital[0]


def test_ellipsis_other_brackets_and_inner_tags_stay_text(editions: Mapping[str, ImportedEdition]) -> None:
    newer = editions["status-2018"]
    assert "step-by-step (or phased) policy" in statement(newer, "mongolia", "standing-committee-2011").passage[0]
    assert statement(newer, "myanmar", "16msp").passage[1].endswith("activities.” (...)")
    assert "banning the transfer of APLs" in statement(newer, "pakistan", "16msp").passage[0]


def test_attribution_in_a_footnote_and_two_years(editions: Mapping[str, ImportedEdition]) -> None:
    newer = editions["status-2018"]
    reply = statement(newer, "china", "letter")
    assert reply.attribution == "Email from the Permanent Mission of China in Geneva, 6 May 2018"
    assert reply.passage[0].endswith("remained unchanged.")
    assert statement(newer, "egypt", "explanation_of_vote").dates == ("2010", "2012")


def test_footnote_at_the_name_is_kept(editions: Mapping[str, ImportedEdition]) -> None:
    notes = {state.id: state.note for state in editions["status-2018"].states if state.note}
    assert notes == {"marshall-islands": "The Marshall Islands are signatory to the Convention."}
