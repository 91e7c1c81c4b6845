"""The closed lists of words by which records are sorted; plain types, so that ``--help`` can name them at once."""

from typing import Literal

Channel = Literal[
    "msp",
    "review_conference",
    "intersessional",
    "standing_committee",
    "signing_conference",
    "first_committee",
    "explanation_of_vote",
    "letter",
    "questionnaire",
    "information_to_isu",
    "article7_report",
    "seminar",
]
"""how a State said something"""
Form = Literal["quoted", "reported"]
"""whether a source gives the State's words in quotation marks, or tells them"""
Vote = Literal["in_favour", "abstained", "not_present", "none"]
"""in a table of votes; ``none``: the table has no such State"""
FactKind = Literal[
    "article7_report", "letter_reply", "bilateral_meeting", "signatory", "withdrawal", "announcement", "other"
]
MeetingKind = Literal[
    "msp",
    "review_conference",
    "intersessional",
    "standing_committee",
    "first_committee",
    "signing_conference",
    "seminar",
]
SourceKind = Literal["status", "faq", "press_release", "press_report", "statement"]
