"""Channels of a statement as people name them: a letter, an explanation of vote, a questionnaire."""

from collections.abc import Sequence

from bot.matching.meeting_names import MeetingName
from bot.matching.tokens import Tokens

# Channels named by plain words; meetings are found as meetings.
_FORMS: dict[str, str] = {
    "explanation of vote": "explanation_of_vote",
    "explanations of vote": "explanation_of_vote",
    "explanation of its vote": "explanation_of_vote",
    "explain its vote": "explanation_of_vote",
    "explained its vote": "explanation_of_vote",
    "explaining its vote": "explanation_of_vote",
    "eov": "explanation_of_vote",
    "letter": "letter",
    "letters": "letter",
    "email": "letter",
    "questionnaire": "questionnaire",
    "questionnaires": "questionnaire",
    "article7 report": "article7_report",
    "article7 reports": "article7_report",
    "article7": "article7_report",
    "transparency report": "article7_report",
    "voluntary report": "article7_report",
    "information to the isu": "information_to_isu",
    "information sent to the isu": "information_to_isu",
    "isu": "information_to_isu",
    "seminar": "seminar",
    "signing conference": "signing_conference",
}
_BY_WORDS = {tuple(form.split()): channel for form, channel in _FORMS.items()}
_FIRST_WORDS = frozenset(words[0] for words in _BY_WORDS)
_LONGEST = max(len(words) for words in _BY_WORDS)


def channels_in(tokens: Tokens, series: Sequence[MeetingName]) -> tuple[str, ...]:
    """Channels named in a question, each once, in order; series of meetings count as channels."""
    keys = tokens.keys
    # Most questions name none.
    if not series and _FIRST_WORDS.isdisjoint(keys):
        return ()
    found: dict[str, None] = {}
    index = 0
    while index < len(keys):
        if keys[index] not in _FIRST_WORDS:
            index += 1
            continue
        for length in range(min(_LONGEST, len(keys) - index), 0, -1):
            if channel := _BY_WORDS.get(keys[index : index + length]):
                found[channel] = None
                index += length - 1
                break
        index += 1
    found.update({name.kind: None for name in series if name.number is None and name.year is None})
    return tuple(found)
