import pytest

from bot.importing.attributions import dates_of, meeting_in, read_attribution
from bot.importing.meetings import MeetingFinder
from bot.knowledge.schema import MeetingsFile


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("16MSP, 2017", ("2017",)),
        ("Intersessional meetings, June 2017", ("2017-06",)),
        ("60th UNGA First Committee, 7 October 2005", ("2005-10-07",)),
        ("Almaty, 25-27 March 2007", ("2007-03",)),
        ("25 and 27 March 2007", ("2007-03",)),
        ("Explanations of vote, 2010 and 2012", ("2010", "2012")),
        ("8-9 June 2017, and 2 June 2008", ("2017-06", "2008-06-02")),
        ("16MSP", ()),
        ("206,317 mines and 12017 more", ()),
    ],
)
def test_dates_are_as_precise_as_the_text(text: str, dates: tuple[str, ...]) -> None:
    assert dates_of(text) == dates


@pytest.mark.parametrize(
    ("text", "channel", "meeting"),
    [
        ("16MSP, 2017", "msp", "16msp"),
        ("18MSP, 2020", "msp", "18msp"),
        ("Sixteenth Meeting of the States Parties, 2017", "msp", "16msp"),
        ("Third Review Conference, 2014", "review_conference", "3rc"),
        ("3 rd RevCon, 2014", "review_conference", "3rc"),
        ("Intersessional meetings, June 2017", "intersessional", "intersessional-2017"),
        ("Meeting of the Standing Committee, June 2008", "standing_committee", "standing-committee-2008"),
        ("Signing Conference of the Convention, 4 December 1997", "signing_conference", "signing-conference"),
        ("Explanation of vote, UNGA resolution, 2016", "explanation_of_vote", "first-committee-2016"),
        ("Statement of Russia, UNGA First Committee, 20 October 2017", "first_committee", "first-committee-2017"),
        ("Response to 16MSP President letter, 31 October 2017", "letter", None),
        ("Responses to 16MSP President questionnaire, 24 August 2017", "questionnaire", None),
        ("Email from the Permanent Mission of China in Geneva, 6 May 2018", "letter", None),
        ("Information sent to the ISU, 15 October 2009", "information_to_isu", None),
        ("Voluntary Article 7 report covering calendar year 2016", "article7_report", None),
        ("Statement at the International Seminar, Almaty, 25-27 March 2007", "seminar", "almaty-seminar-2007"),
    ],
)
def test_channel_and_meeting(meetings: MeetingsFile, text: str, channel: str, meeting: str | None) -> None:
    found = read_attribution(text, MeetingFinder(meetings))
    assert found is not None
    assert (found.channel, found.meeting, found.doubts) == (channel, meeting, ())


@pytest.mark.parametrize("text", ["...", "or phased", "Maputo, 2014", "one of many", "Email from China", "2018"])
def test_what_names_no_channel_and_date_is_none(meetings: MeetingsFile, text: str) -> None:
    assert read_attribution(text, MeetingFinder(meetings)) is None


def test_doubts_are_told(meetings: MeetingsFile) -> None:
    finder = MeetingFinder(meetings)
    unknown = read_attribution("Intersessional meetings, May 2031", finder)
    other_year = read_attribution("16MSP, 2018", finder)
    undated = read_attribution("16MSP", finder)
    assert unknown is not None
    assert other_year is not None
    assert undated is not None
    assert (unknown.meeting, unknown.dates) == (None, ("2031-05",))
    assert unknown.doubts == ("meetings.yaml has no meeting for “Intersessional meetings, May 2031”",)
    assert other_year.doubts == ("“16MSP, 2018” and the date of 16MSP in meetings.yaml (2017) differ",)
    assert undated.dates == ("2017",)
    assert undated.doubts == ("“16MSP” bears no date; the year of 16MSP in meetings.yaml was taken",)


@pytest.mark.parametrize(
    ("cell", "meeting"),
    [
        ("9MSP in 2008", "9msp"),
        ("Second Review Conference in 2009", "2rc"),
        ("Intersessional meetings in 2018", "intersessional-2018"),
        ("2018 IM", "intersessional-2018"),
        ("3 rd RevCon", "3rc"),
        ("Has never participated", None),
    ],
)
def test_cells_and_headings(meetings: MeetingsFile, cell: str, meeting: str | None) -> None:
    found = meeting_in(cell, MeetingFinder(meetings))
    assert (found.id if found else None) == meeting
