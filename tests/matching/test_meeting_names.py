"""Meetings as people write them. Numbers and years are never guessed: only letters may be mended."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.model import Knowledge, Meeting
from bot.matching.gazetteer import NamesFound
from bot.matching.matcher import Matcher
from bot.matching.meeting_names import MEETING_WORDS, MeetingNames
from bot.matching.tokens import tokenise
from tests.question_files import engine

SPELLINGS = {
    "16msp": """
        16MSP | 16msp | 16 MSP | 16-MSP | 16th MSP | MSP16 | MSP 16 | MSP-16 | msp 16th | sixteenth MSP | the 16MSP
        2017 MSP | MSP 2017 | MSP in 2017 | MSP2017 | the MSP held in 2017 | MSP of December 2017
        16th Meeting of the States Parties | the Sixteenth Meeting of the States Parties
        sixteenth meeting of states parties
        SIXTEENTH MEETING OF THE STATES PARTIES | 16th meeting of the state parties | states parties meeting 2017
        Sixteenth Meeting of the States Parties to the Convention | Vienna MSP | 16MSP 2017 | 16MSP (2017) | 16MSP, 2017
        16MPS | 16SMP | 16MSPs
    """,
    "15msp": "15MSP | fifteenth MSP | MSP 2016 | 2016 Meeting of the States Parties | Santiago MSP",
    "14msp": "14MSP | 14th Meeting of States Parties | MSP 2015",
    "17msp": "17MSP | 17 msp | MSP17 | seventeenth MSP | 2018 MSP",
    "21msp": "21MSP | twenty-first MSP | twenty first MSP | 21st MSP",
    "1msp": "1MSP | first MSP | First Meeting of the States Parties | 1999 MSP",
    "13msp": "13MSP | 2013 MSP | MSP in 2013",
    "3rc": """
        3RC | RC3 | 3 RC | 3rd RC | Third Review Conference | the third review conference | 3rd RevCon | RevCon 3
        Third Rev Con | 2014 Review Conference | Review Conference in 2014 | Maputo 2014 | Maputo Review Conference
        Review Conference in Maputo | 3RC, 2014
    """,
    "2rc": "2RC | Second Review Conference | 2009 Review Conference | Cartagena Review Conference",
    "intersessional-2017": """
        June 2017 intersessionals | intersessionals in June 2017 | 2017 intersessional meetings | intersessionals 2017
        8-9 June 2017 intersessional meetings | intersessional meetings of 8-9 June 2017 | IM 2017 | IM2017
        Intersessional Meetings, 8-9 June 2017 | inter-sessional meetings 2017 | intersessional week 2017
    """,
    "intersessional-2018": "2018 intersessionals | intersessional meetings in June 2018",
    "standing-committee-2011": "Standing Committee 2011 | 2011 Standing Committee | standing committees in 2011",
    "first-committee-2017": """
        First Committee 2017 | 2017 First Committee | UNGA First Committee in 2017 | First Committee in 2017
        1st Committee 2017 | 72nd First Committee | 72nd UNGA First Committee | UN General Assembly 2017
    """,
    "first-committee-2016": "UNGA First Committee 2016 | 71st UNGA First Committee",
    "signing-conference": "Signing Conference | the Signing Conference | Ottawa 1997 | signing ceremony",
    "almaty-seminar-2007": "Almaty seminar",
}


def spelled() -> list[tuple[str, str]]:
    return [
        (spelling.strip(), meeting)
        for meeting, lines in SPELLINGS.items()
        for line in lines.strip().split("\n")
        for spelling in line.split("|")
    ]


@pytest.fixture(scope="module")
def meeting_names(knowledge: Knowledge) -> MeetingNames:
    return MeetingNames(knowledge.meetings)


@pytest.mark.parametrize(("spelling", "meeting"), spelled())
def test_a_meeting_in_many_spellings(
    names_in: Callable[[str], NamesFound], matcher: Matcher, spelling: str, meeting: str
) -> None:
    found = names_in(f"what did India say at {spelling}?")
    assert [mention.id for mention in found.mentions if mention.kind == "meeting"] == [meeting]
    assert matcher.read(f"what did India say at {spelling}?").entities.meetings == (meeting,)
    assert not found.series


@pytest.mark.parametrize(
    "text",
    [
        "the meeting",
        "a meeting of friends",
        "16 mines",
        "16 States",
        "article 16",
        "16st",
        "4th",
        "4 pm",
        "16",
        "1997",
        "in 2017",
        "8-9 June 2017",
        "17PSM in 16 parts",
        "Maputo",
        "conference",
        "committee",
        "a party of 16",
        "review the text",
        "stand by",
    ],
)
def test_what_is_no_meeting(names_in: Callable[[str], NamesFound], text: str) -> None:
    found = names_in(text)
    assert [mention.id for mention in found.mentions if mention.kind == "meeting"] == []
    assert found.series == ()


@pytest.mark.parametrize("text", ["25MSP", "MSP 25", "25th Meeting of the States Parties", "99MSP", "0MSP"])
def test_a_number_that_no_meeting_has_is_unknown_and_never_the_nearest(matcher: Matcher, text: str) -> None:
    entities = matcher.read(f"what did India say at {text}?").entities
    assert entities.meetings == ()
    assert entities.unknown_meetings == (text,)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("the intersessionals", "intersessional"),
        ("a Meeting of the States Parties", "msp"),
        ("the standing committee", "standing_committee"),
        ("the First Committee", "first_committee"),
        ("a review conference", "review_conference"),
    ],
)
def test_a_series_alone_is_a_channel_and_no_meeting(matcher: Matcher, text: str, kind: str) -> None:
    entities = matcher.read(f"what did India say at {text}?").entities
    assert entities.meetings == ()
    assert entities.channels == (kind,)


def test_a_series_and_the_only_year_make_a_meeting(matcher: Matcher) -> None:
    assert matcher.read("what did India say at the intersessionals back in 2014?").entities.meetings == (
        "intersessional-2014",
    )


@pytest.mark.parametrize("year", [1990, 2040])
def test_a_year_without_such_a_meeting_stays_a_year(matcher: Matcher, year: int) -> None:
    entities = matcher.read(f"what did India say at the {year} MSP?").entities
    assert (entities.meetings, entities.years) == ((), (year,))


def test_several_meetings_are_found_in_order(matcher: Matcher) -> None:
    read = matcher.read("who attended 17MSP, 3RC and the 2017 intersessionals?")
    assert read.entities.meetings == ("17msp", "3rc", "intersessional-2017")


def test_the_number_counts_when_the_year_contradicts_it(matcher: Matcher) -> None:
    assert matcher.read("16MSP in 2016").entities.meetings == ("16msp",)


def test_every_spelling_of_a_number_means_the_same(meeting_names: MeetingNames, knowledge: Knowledge) -> None:
    for number in range(1, 41):
        suffix = "th" if 10 < number < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        known = f"{number}msp" if f"{number}msp" in knowledge.meetings else None
        for text in (
            f"{number}MSP",
            f"MSP{number}",
            f"{number} MSP",
            f"{number}{suffix} MSP",
            f"MSP {number}",
            f"{number}{suffix} Meeting of the States Parties",
        ):
            (found,) = meeting_names.find(tokenise(text))
            assert (found.kind, found.number, found.meeting) == ("msp", number, known), text
            assert (found.start, found.end) == (0, len(tokenise(text))), text


@pytest.mark.parametrize(
    "meeting",
    [pytest.param(meeting, id=meeting.id) for meeting in engine().knowledge.meetings.values()],
)
def test_every_listed_name_of_a_meeting_finds_it_and_nothing_else(
    names_in: Callable[[str], NamesFound], meeting: Meeting
) -> None:
    for name in (meeting.name, meeting.short, meeting.label, *meeting.aliases):
        assert [mention.id for mention in names_in(name).mentions if mention.kind != "treaty"] == [meeting.id], name


_WORDS = st.sampled_from([*sorted(MEETING_WORDS), "16", "3rd", "2017", "June", "8", "16msp", "rc3", "msp2014", "india"])


@given(st.lists(_WORDS, max_size=10))
def test_meetings_found_are_in_order_and_never_overlap(words: list[str]) -> None:
    names = MeetingNames(engine().knowledge.meetings)
    tokens = tokenise(" ".join(words))
    position = 0
    for found in names.find(tokens):
        assert position <= found.start < found.end <= len(tokens)
        position = found.end
        if found.meeting is not None:
            assert engine().knowledge.meetings[found.meeting].kind == found.kind


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        ("72nd session of the First Committee", "first-committee-2017"),
        ("72nd session of the UNGA First Committee", "first-committee-2017"),
        ("71st session of the First Committee", "first-committee-2016"),
    ],
)
def test_a_session_of_the_first_committee_is_that_of_its_year(matcher: Matcher, text: str, meeting: str) -> None:
    assert matcher.read(f"what did Cuba say at the {text}?").entities.meetings == (meeting,)


@pytest.mark.parametrize(
    "text",
    [
        "MSP number 16",
        "MSP no. 16",
        pytest.param("16 MPS", marks=pytest.mark.xfail(reason="a space hides the number of a slip", strict=True)),
    ],
)
def test_a_number_at_one_remove(matcher: Matcher, text: str) -> None:
    assert matcher.read(f"what did India say at {text}?").entities.meetings == ("16msp",)


def test_a_document_named_after_a_meeting_keeps_its_year(matcher: Matcher) -> None:
    entities = matcher.read("what did India say at 16MSP in the 2018 status document?").entities
    assert (entities.meetings, entities.sources) == (("16msp",), ("status-2018",))
