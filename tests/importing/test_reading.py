"""What cannot be read is told, never dropped: made-up documents of one or two rows."""

from collections.abc import Mapping

from bot.importing.editions import ImportedEdition, ImportedState
from bot.importing.reading import read_status
from bot.knowledge.documents import parse_document
from bot.knowledge.schema import MeetingsFile, Names

STATES: Mapping[str, Names] = {
    "india": Names(short="India", sources=("India",)),
    "cuba": Names(short="Cuba", official="Republic of Cuba"),
    "egypt": Names(short="Egypt"),
}
HEADER = (
    "State not party\tStated support for the aims of the Convention and stated circumstances\t"
    "Last participation in Meetings of the States Parties (MSP) or Review Conference"
)
VOTES = "In favour (1)\tAbstained (1)\tNot present (0)\nIndia\tCuba\t"
GRID = "State not Party\t2017\t\n\tIM\t16MSP\nIndia\t\t√"
END = "9MSP in 2008"


def read(meetings: MeetingsFile, *rows: str, votes: str = VOTES, grid: str = GRID, notes: str = "") -> ImportedEdition:
    content = (
        f"2019 Resolution\n\n{votes}\n\nParticipation in Convention-related meetings\n\n{grid}\n\nOverview\n\n"
        + "\n".join((HEADER, *rows))
        + f"\n\n{notes}\n"
    )
    return read_status(parse_document(content, "seeds/made_up.txt"), STATES, meetings, "status-2019")


def only(edition: ImportedEdition) -> ImportedState:
    (state,) = edition.states
    return state


def messages(edition: ImportedEdition) -> list[str]:
    """The findings, those on columns that meetings.yaml cannot know left out."""
    return [finding.message for finding in edition.findings if finding.code not in {"column", "row"}]


def row(text: str, last: str = END, state: str = "India") -> str:
    return f"{state}\t{text}\t{last}"


def test_a_row_with_its_vote_ticks_and_last_participation(meetings: MeetingsFile) -> None:
    nothing = row("No official information submitted", state="Cuba")
    edition = read(meetings, row("<p>“We support it.” (16MSP, 2017)</p>"), nothing)
    india, cuba = edition.states
    assert (india.edition.vote, india.edition.attended) == ("in_favour", ("16msp",))
    assert india.edition.last_participation.meeting == "9msp"
    assert india.statements[0].passage == ("“We support it.”",)
    assert (cuba.edition.vote, cuba.edition.information, cuba.statements) == ("abstained", "none", ())
    assert messages(edition) == []


def test_columns_unknown_to_meetings_are_taken_by_name_and_told(meetings: MeetingsFile) -> None:
    grid = "State not Party\t2030\t16MSP\nIndia\t√\t√"
    edition = read(meetings, row("No official information submitted."), grid=grid)
    assert only(edition).edition.attended == ("16msp",)
    columns = [finding.message for finding in edition.findings if finding.code == "column"]
    assert columns == [
        "the column “16MSP” was taken for 16MSP by its name",
        "the column “2030” names no meeting of meetings.yaml",
    ]


def test_unknown_states_are_told_with_what_stands_in_their_rows(meetings: MeetingsFile) -> None:
    edition = read(meetings, row("“Yes.” (16MSP, 2017)", state="Utopia"), votes=VOTES.replace("Cuba", "Utopia"))
    assert edition.states == ()
    assert messages(edition) == [
        "no State is called “Utopia” here; its row: “vote: abstained”",
        'no State is called “Utopia” here; its row: “"Yes." (16MSP, 2017)”',
    ]


def test_text_without_attribution_is_told(meetings: MeetingsFile) -> None:
    edition = read(meetings, row("<p>“Yes.” (16MSP, 2017)</p> <p>And more, which nobody said.</p>"))
    assert len(only(edition).statements) == 1
    assert messages(edition) == ["India: text without an attribution: “And more, which nobody said.”"]


def test_unclosed_attribution_is_told(meetings: MeetingsFile) -> None:
    edition = read(meetings, row("“Yes.” (16MSP, 2017"))
    assert only(edition).statements == ()
    assert messages(edition) == ["India: text without an attribution: ““Yes.” (16MSP, 2017”"]


def test_attribution_of_unknown_channel_is_told_with_its_passage(meetings: MeetingsFile) -> None:
    edition = read(meetings, row("<p>“Yes.” (Bilateral dinner, 3 May 2019)</p> <p>“No.” (16MSP, 2017)</p>"))
    assert [item.passage for item in only(edition).statements] == [("“No.”",)]
    assert messages(edition) == [
        "India: “Bilateral dinner, 3 May 2019” names no known channel and date; it stands after ““Yes.””"
    ]


def test_attribution_without_passage_is_told(meetings: MeetingsFile) -> None:
    edition = read(meetings, row("<p>“Yes.” (16MSP, 2017)</p> <p>(15MSP, 2016)</p>"))
    assert messages(edition) == ["India: the attribution “15MSP, 2016” has no passage before it"]


def test_statements_within_one_paragraph_are_split(meetings: MeetingsFile) -> None:
    edition = read(meetings, row("“One.” (15MSP, 2016). “Two, said before (9MSP, 2008) by others.” (16MSP, 2017)"))
    assert [(item.meeting, item.passage) for item in only(edition).statements] == [
        ("15msp", ("“One.”",)),
        ("16msp", ("“Two, said before (9MSP, 2008) by others.”",)),
    ]


def test_brackets_and_italics_in_every_order(meetings: MeetingsFile) -> None:
    for bracket in (
        "(<i>16MSP, 2017</i>)", "<i>(16MSP, 2017)</i>", "(<i>16MSP, 2017)</i>", "(16MSP, 2017).",
        "</p> <p>(16MSP, 2017)", "( 16MSP, 2017 )",
    ):  # fmt: skip
        statement = only(read(meetings, row(f"<p>“Yes.” {bracket}</p>"))).statements[0]
        assert (statement.passage, statement.attribution) == (("“Yes.”",), "16MSP, 2017"), bracket


def test_renumbered_footnotes_of_two_pages(meetings: MeetingsFile) -> None:
    rows = (
        row("India said that nothing changed.¹"), "", "¹ Email from India, 6 May 2019.", "", HEADER,
        row("Cuba said so too. ¹", state="Cuba"), "", "¹ Letter from Cuba, 7 May 2019.",
    )  # fmt: skip
    edition = read(meetings, *rows)
    assert [(state.id, state.statements[0].dates, state.statements[0].attribution) for state in edition.states] == [
        ("india", ("2019-05-06",), "Email from India, 6 May 2019"),
        ("cuba", ("2019-05-07",), "Letter from Cuba, 7 May 2019"),
    ]
    assert messages(edition) == []


def test_footnote_within_a_statement_is_told(meetings: MeetingsFile) -> None:
    edition = read(meetings, row("“We keep 12¹ mines.” (16MSP, 2017)"), notes="¹ Corrected later.")
    assert only(edition).statements[0].passage == ("“We keep 12 mines.”",)
    assert messages(edition) == ["India: a footnote stands within a statement: ¹ Corrected later."]


def test_word_cut_by_a_page_break_is_told(meetings: MeetingsFile) -> None:
    halves = row("“We support the Conven"), row("tion.” (16MSP, 2017)", "", "")
    edition = read(meetings, halves[0], "", HEADER, halves[1], notes="The Convention.")
    assert only(edition).statements[0].passage == ("“We support the Conven tion.”",)
    assert messages(edition) == ["India: a page break seems to cut the word “Convention” in two"]


def test_last_participation_that_names_no_meeting_or_another_year_is_told(meetings: MeetingsFile) -> None:
    edition = read(
        meetings,
        row("No official information submitted.", "Tea party in 2018"),
        row("No official information submitted.", "16MSP in 2018", "Cuba"),
    )
    assert [state.edition.last_participation.meeting for state in edition.states] == [None, "16msp"]
    assert messages(edition) == [
        "India: “Tea party in 2018” names no meeting of meetings.yaml",
        "Cuba: “16MSP in 2018”, and meetings.yaml dates 16MSP 2017",
    ]


def test_slips_of_the_tables_are_told(meetings: MeetingsFile) -> None:
    edition = read(
        meetings,
        row("No official information submitted. But see below."),
        row("No official information submitted."),
        votes="In favour (2)\tAbstained (1)\tHiding (1)\nIndia\tIndia\tCuba",
        grid="State not Party\t16MSP\nIndia\tx\nEgypt\t√",
    )
    found = {finding.message for finding in edition.findings if finding.code != "column"}
    assert found == {
        "the heading “In favour (2)” and the 1 States below it differ",
        "India stands twice in the table of votes",
        "the column “Hiding (1)” is no vote known here",
        "India: “x” in the participation table is neither a tick nor empty",
        "India: more than “No official information submitted”: “No official information submitted. But see below.”",
        "a second row for India; its text: “No official information submitted.”",
        "egypt has a vote or ticks and no row in the table of statements",
    }


def test_a_document_of_another_kind_is_told(meetings: MeetingsFile) -> None:
    letter = parse_document("Dear Sir,\n\nno table.\n", "seeds/letter.txt")
    edition = read_status(letter, STATES, meetings, "status-2019")
    assert edition.states == ()
    assert [finding.code for finding in edition.findings] == ["tables"]
