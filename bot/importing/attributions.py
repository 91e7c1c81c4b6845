"""Attributions: "Third Review Conference, 2014" read as channel, dates and meeting."""

import re
from dataclasses import dataclass

from bot.importing.meetings import MeetingFinder
from bot.knowledge.months import MONTHS, NUMBER_OF_MONTH
from bot.knowledge.schema import Channel, MeetingRecord

# The first that fits counts: "Response to 16MSP President letter" is a letter, not a statement to the 16MSP,
# and an explanation of vote in the First Committee is that before it is a First Committee statement.
_CHANNELS: tuple[tuple[Channel, str], ...] = (
    ("questionnaire", r"\bquestionnaires?\b"),
    ("letter", r"\b(letters?|e-?mails?|note verbale)\b"),
    ("article7_report", r"\b(article 7|transparency) reports?\b"),
    ("information_to_isu", r"\binformation (sent|provided|submitted)\b"),
    ("explanation_of_vote", r"\bexplanations? of (the |its )?votes?\b"),
    ("seminar", r"\b(seminar|workshop)\b"),
    ("first_committee", r"\bfirst committee\b"),
    ("standing_committee", r"\bstanding committee\b"),
    ("intersessional", r"\binter-?sessionals?\b|\b(?-i:IM)\b"),
    ("signing_conference", r"\bsigning conference\b"),
    ("review_conference", r"\b(review conference|rev ?con)\b"),
    ("msp", r"\b(\d+ ?)?msp\b|\bmeetings? of the states parties\b"),
)
_KINDS: dict[Channel, str] = {
    "explanation_of_vote": "first_committee",
    "seminar": "seminar",
    "first_committee": "first_committee",
    "standing_committee": "standing_committee",
    "intersessional": "intersessional",
    "signing_conference": "signing_conference",
    "review_conference": "review_conference",
    "msp": "msp",
}
"""kind of the meeting at which something of a channel is said; letters and reports have none"""

_DATE = re.compile(
    rf"(?:(?P<range>\d{{1,2}} ?(?:-|–|and|to) ?)?(?P<day>\d{{1,2}}) )?(?:(?P<month>{'|'.join(MONTHS)}) )?"
    r"\b(?P<year>(?:19|20)\d\d)\b"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    text: str
    """as the source prints it, without the brackets"""
    channel: Channel
    meeting: str | None
    dates: tuple[str, ...]
    doubts: tuple[str, ...]
    """what a person must look at, as sentences without a full stop"""


def channel_of(text: str) -> Channel | None:
    """The channel that an attribution names, if it names one."""
    return next((channel for channel, pattern in _CHANNELS if re.search(pattern, text, re.IGNORECASE)), None)


def dates_of(text: str) -> tuple[str, ...]:
    """The partial dates in ``text``, in its order; a range of days becomes its month."""
    found: list[str] = []
    for match in _DATE.finditer(text):
        date = match["year"]
        if match["month"]:
            date += f"-{NUMBER_OF_MONTH[match['month'].casefold()]:02}"
            if match["day"] and not match["range"]:
                date += f"-{int(match['day']):02}"
        found.append(date)
    return tuple(dict.fromkeys(found))


def meeting_in(text: str, meetings: MeetingFinder) -> MeetingRecord | None:
    """The meeting that a cell or heading names: by name, or as the only one of its kind in a year."""
    if meeting := meetings.named_in(text):
        return meeting
    kind = _KINDS.get(channel) if (channel := channel_of(text)) else None
    dates = dates_of(text)
    return meetings.of_year(kind, dates[-1][:4]) if kind and dates else None


def read_attribution(text: str, meetings: MeetingFinder) -> Attribution | None:
    """What an attribution says; None when it names no channel or no date can be had."""
    channel = channel_of(text)
    if channel is None:
        return None
    dates = dates_of(text)
    kind = _KINDS.get(channel)
    if kind is None:
        return Attribution(text, channel, None, dates, ()) if dates else None
    years = {date[:4] for date in dates}
    meeting = meetings.named_in(text, (kind,))
    if meeting is None and dates:
        meeting = meetings.of_year(kind, max(years))
    if meeting is None:
        doubt = f"meetings.yaml has no meeting for “{text}”"
        return Attribution(text, channel, None, dates, (doubt,)) if dates else None
    doubts: list[str] = []
    if not dates:
        if meeting.date is None:
            return None
        dates = (meeting.date[:4],)
        doubts.append(f"“{text}” bears no date; the year of {meeting.short} in meetings.yaml was taken")
    elif meeting.date is not None and meeting.date[:4] not in years:
        doubts.append(f"“{text}” and the date of {meeting.short} in meetings.yaml ({meeting.date}) differ")
    return Attribution(text, channel, meeting.id, dates, tuple(doubts))
