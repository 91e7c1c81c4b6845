from typing import get_args

import pytest

from bot.knowledge.model import Knowledge
from bot.knowledge.schema import Channel
from bot.matching.channels import _FORMS, channels_in
from bot.matching.matcher import Matcher
from bot.matching.meeting_names import MeetingNames
from bot.matching.tokens import tokenise


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        ("Pakistan's explanation of vote", ("explanation_of_vote",)),
        ("EOV of Cuba", ("explanation_of_vote",)),
        ("how did Cuba explain its vote?", ("explanation_of_vote",)),
        ("the letter to the President", ("letter",)),
        ("an email", ("letter",)),
        ("China's answers to the questionnaire", ("questionnaire",)),
        ("the Article 7 report of Mongolia", ("article7_report",)),
        ("Art. 7 report", ("article7_report",)),
        ("a voluntary report", ("article7_report",)),
        ("information sent to the ISU", ("information_to_isu",)),
        ("at the Almaty seminar", ("seminar",)),
        ("letter and questionnaire", ("letter", "questionnaire")),
        ("letter, letters, letter", ("letter",)),
        # a series of meetings without its number
        ("at the intersessionals", ("intersessional",)),
        ("in the First Committee", ("first_committee",)),
        # no channel
        ("what did India say", ()),
        ("how did India vote", ()),
        ("article 5", ()),
        ("report", ()),
        ("at 16MSP", ()),
        ("MSP 2017", ()),
        ("", ()),
    ],
)
def test_channels(knowledge: Knowledge, text: str, channels: tuple[str, ...]) -> None:
    tokens = tokenise(text)
    series = [name for name in MeetingNames(knowledge.meetings).find(tokens) if name.meeting is None]
    assert channels_in(tokens, series) == channels


@pytest.mark.parametrize(("form", "channel"), _FORMS.items())
def test_every_form_names_a_channel_of_statements(form: str, channel: str) -> None:
    assert channel in get_args(Channel)
    assert channels_in(tokenise(f"the {form.upper()} please"), ()) == (channel,)


def test_the_letter_to_a_meetings_president_is_no_statement_at_the_meeting(matcher: Matcher) -> None:
    entities = matcher.read("what did China reply to the letter of the 17MSP President?").entities
    assert (entities.meetings, entities.channels) == ((), ("letter",))


def test_the_first_committee_is_kept_beside_a_letter(matcher: Matcher) -> None:
    entities = matcher.read("the President's letter before the 2017 First Committee").entities
    assert entities.meetings == ("first-committee-2017",)
