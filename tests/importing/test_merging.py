"""What is merged, what is kept, and what a person is told."""

from collections.abc import Mapping

import pytest

from bot.importing.editions import ImportedEdition, ImportedState, ImportedStatement
from bot.importing.merging import Merged, merge
from bot.knowledge.schema import (
    Channel,
    EditionRecord,
    FactRecord,
    LastParticipation,
    Names,
    Quotation,
    StatementRecord,
    StateRecord,
    Vote,
    Wording,
)

NEW, OLD = "status-2018", "status-2017"
INDIA = Names(short="India", sources=("India",))
NOWHERE = LastParticipation(says="Has never participated", meeting=None)


def spoken(*passage: str, meeting: str = "16msp", attribution: str = "16MSP, 2017") -> ImportedStatement:
    return ImportedStatement("msp", meeting, ("2017",), "quoted", passage, attribution, 7)


def imported(*statements: ImportedStatement, source: str = NEW, note: str | None = None) -> ImportedEdition:
    edition = EditionRecord(source=source, information="given", last_participation=NOWHERE, vote="abstained")
    state = ImportedState("india", "India", ("India",), 5, edition, statements, note)
    return ImportedEdition(source, "seeds/made_up.txt", (state,), ())


def merged(before: Mapping[str, StateRecord], edition: ImportedEdition) -> Merged:
    return merge(before, edition, {"india": INDIA}, (NEW, OLD))


def both(older: ImportedStatement, newer: ImportedStatement) -> StateRecord:
    first = merged({}, imported(older, source=OLD)).records
    return merged(first, imported(newer)).records["india"]


def wordings(record: StateRecord) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(wording.sources, wording.passage) for item in record.statements for wording in item.wordings]


def test_the_same_words_stand_once_in_the_newer_form() -> None:
    record = both(spoken('"We support it’s aims."'), spoken("“We support it's aims.”"))
    assert wordings(record) == [((NEW, OLD), ("“We support it's aims.”",))]


def test_another_hyphen_is_another_wording_newest_first() -> None:
    record = both(spoken("“No antipersonnel mines.”"), spoken("“No anti-personnel mines.”"))
    assert wordings(record) == [((NEW,), ("“No anti-personnel mines.”",)), ((OLD,), ("“No antipersonnel mines.”",))]


def test_importing_the_older_edition_later_gives_the_same() -> None:
    older, newer = imported(spoken('"We do."'), source=OLD), imported(spoken("“We do.”"))
    forwards = merged(merged({}, older).records, newer).records
    backwards = merged(merged({}, newer).records, older).records
    assert forwards == backwards


def test_two_statements_of_one_event_have_two_ids() -> None:
    reported = ImportedStatement("msp", "16msp", ("2017",), "reported", ("India was glad.",), "16MSP, 2017", 8)
    again = spoken("“A second time.”")
    record = merged({}, imported(spoken("“Once.”"), reported, again)).records["india"]
    assert [item.id for item in record.statements] == ["16msp", "16msp-quoted", "16msp-reported"]


@pytest.mark.parametrize(
    ("channel", "meeting", "dates", "identifier"),
    [
        ("explanation_of_vote", "first-committee-2012", ("2010", "2012"), "explanation-of-vote-2010-2012"),
        ("first_committee", "first-committee-2017", ("2017-10-18",), "first-committee-2017"),
        ("letter", None, ("2017-10-31",), "letter-2017-10-31"),
        ("article7_report", None, ("2016",), "article7-report-2016"),
        ("intersessional", None, ("2031-05",), "intersessional-2031-05"),
    ],
)
def test_ids_say_where_and_when(channel: Channel, meeting: str | None, dates: tuple[str, ...], identifier: str) -> None:
    item = ImportedStatement(channel, meeting, dates, "quoted", ("“Yes.”",), "somewhere", 7)
    assert merged({}, imported(item)).records["india"].statements[0].id == identifier


def test_newest_first_with_a_bare_year_as_its_end() -> None:
    letter = ImportedStatement(
        "letter", None, ("2017-10-31",), "quoted", ("“By letter.”",), "Letter, 31 October 2017", 8
    )
    old = ImportedStatement("msp", "9msp", ("2008",), "quoted", ("“Long ago.”",), "9MSP, 2008", 9)
    record = merged({}, imported(old, letter, spoken("“Now.”"))).records["india"]
    assert [item.id for item in record.statements] == ["16msp", "letter-2017-10-31", "9msp"]


def record_by_hand(passage: str, vote: Vote = "abstained") -> StateRecord:
    return StateRecord(
        id="india",
        names=INDIA,
        editions=(EditionRecord(source=NEW, information="given", last_participation=NOWHERE, vote=vote),),
        statements=(
            StatementRecord(
                id="by-hand",
                channel="msp",
                meeting="16msp",
                dates=("2017",),
                form="reported",
                topics=("accession",),
                wordings=(Wording(sources=(NEW,), passage=(passage,), attribution="16MSP, 2017"),),
            ),
        ),
        facts=(
            FactRecord(
                kind="signatory", says="India signed.", evidence=(Quotation(source=NEW, quote="India is signatory."),)
            ),
        ),
    )


def test_what_a_person_wrote_stays() -> None:
    before = {"india": record_by_hand("“We do.”")}
    result = merged(before, imported(spoken("“We do.”"), note="India is signatory."))
    assert result.records == before
    assert result.changes == ()
    assert result.findings == ()


def test_where_record_and_document_differ_the_record_stays_and_is_told() -> None:
    before = {"india": record_by_hand("“We do support it.”", vote="in_favour")}
    result = merged(before, imported(spoken("“We did support it.”"), note="India is no signatory."))
    assert result.records == before
    assert [str(finding).partition(": India: ")[2] for finding in result.findings] == [
        "the record of status-2018 has vote: in_favour, the document abstained "
        "(the record was kept; correct it if the document is right)",
        "the footnote at the State's name is in no fact of its record: “India is no signatory.” "
        "(add a fact with this evidence)",
        "by-hand: the record's wording of status-2018 differs from the document's "
        "(the record was kept; correct it if the document is right)",
    ]


def test_a_statement_that_the_document_lost_is_told() -> None:
    before = {"india": record_by_hand("“We do.”")}
    result = merged(before, imported())
    assert result.records == before
    assert [finding.code for finding in result.findings] == ["statement"]


def test_the_same_words_under_another_attribution_are_told() -> None:
    before = merged({}, imported(spoken("“We do.”"), source=OLD)).records
    result = merged(before, imported(spoken("“We do.”", meeting="15msp", attribution="15MSP, 2017")))
    assert [item.id for item in result.records["india"].statements] == ["15msp", "16msp"]
    assert [finding.message for finding in result.findings] == [
        "India: ““We do.”” (15MSP, 2017) has the same words as 16msp"
    ]


def test_a_label_that_the_record_does_not_know_is_added() -> None:
    names = Names(short="India", aliases=("Republic of India",))
    state = imported().states[0]
    edition = ImportedEdition(NEW, "seeds/made_up.txt", (state,), ())
    result = merge({}, edition, {"india": names}, (NEW,))
    assert result.records["india"].names.sources == ("India",)
    assert result.changes == ("India: new record", "India: names.sources gets India, as the document writes it")
