"""Sentences in our own words that several answers share."""

from collections.abc import Iterable, Sequence

from bot.knowledge.model import Citation, Edition, Knowledge, Meeting, Source, State, Statement
from bot.knowledge.months import MONTHS
from bot.knowledge.schema import Vote
from bot.matching.meeting_series import NUMBERED

CHECK_WITH_ISU = "The documents end there; for the present, check with the ISU."
VOTED: dict[Vote, str] = {
    "in_favour": "voted in favour",
    "abstained": "abstained",
    "not_present": "was not present",
    "none": "has no vote recorded",
}
MOST_NAMED = 12
"""statements that a list names; of more, it tells the number"""
_CHANNELS = {
    "explanation_of_vote": "explanation of vote",
    "letter": "reply to the President's letter",
    "questionnaire": "responses to the President's questionnaire",
    "information_to_isu": "information sent to the ISU",
    "article7_report": "voluntary Article 7 report",
}
CHANNEL_NAMES = _CHANNELS | {
    "msp": "Meeting of the States Parties",
    "review_conference": "Review Conference",
    "intersessional": "intersessional meetings",
    "standing_committee": "Standing Committee",
    "signing_conference": "Signing Conference",
    "first_committee": "UNGA First Committee",
    "seminar": "seminar",
}


def capital(text: str) -> str:
    """``text`` with a capital first letter."""
    return text[:1].upper() + text[1:]


def possessive(state: State) -> str:
    """Such as "India's", "the United Arab Emirates'"."""
    return f"{state.name}'" if state.name.endswith("s") else f"{state.name}'s"


def and_list(items: Iterable[str]) -> str:
    """Such as "a, b and c"."""
    words = list(items)
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def years_words(bounds: tuple[int | None, int | None]) -> str:
    """A range of years: "since 2014", "until 2009", "from 2010 to 2014"."""
    first, last = bounds
    if first is None or last is None:
        return f"until {last}" if first is None else f"since {first}"
    return f"from {first} to {last}"


def date_words(date: str) -> str:
    """An ISO date in words: "2017", "May 2012", "21 August 2018"."""
    parts = date.split("-")
    words = [parts[0]]
    if len(parts) > 1:
        words.insert(0, MONTHS[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(words)


def as_of(source: Source) -> str:
    """Such as "as of 21 August 2018", or "undated"."""
    return f"as of {date_words(source.date)}" if source.date else "undated"


def the(meeting: Meeting) -> str:
    """A meeting inside a sentence: "16MSP (2017)", "the intersessional meetings of 2018"."""
    if meeting.kind in NUMBERED:
        return meeting.label
    return f"the {meeting.label}"


def what_it_is(statement: Statement, knowledge: Knowledge) -> str:
    """What a statement is, after "India's": "statement to the Sixteenth Meeting of the States Parties"."""
    if name := _CHANNELS.get(statement.channel):
        return f"{name} ({and_list(date_words(date) for date in statement.dates)})"
    meeting = knowledge.meetings.get(statement.meeting or "")
    where = meeting.name if meeting else CHANNEL_NAMES[statement.channel]
    years = "" if any(str(year) in where for year in statement.years) else f" ({statement.years[0]})"
    return f"statement to the {where}{years}"


def short_label(statement: Statement, knowledge: Knowledge) -> str:
    """A statement in a list: "16MSP (2017)", "explanation of vote (2016)"."""
    if name := _CHANNELS.get(statement.channel):
        return f"{name} ({and_list(date_words(date) for date in statement.dates)})"
    meeting = knowledge.meetings.get(statement.meeting or "")
    return meeting.label if meeting else statement.attribution


def listed_as(state: State, cell: Citation) -> str:
    """A State's title in a list, with the abbreviation that the document's table has for it: "... (USA)"."""
    label = cell.cell.row if cell.cell else ""
    return f"{state.title} ({label})" if label.isupper() else state.title


def labels_of(statements: Sequence[Statement], knowledge: Knowledge) -> str:
    """Statements in a list, the first of them by name, the rest by their number."""
    labels = "; ".join(short_label(item, knowledge) for item in statements[:MOST_NAMED])
    more = len(statements) - MOST_NAMED
    return f"{labels}; and {more} more" if more > 0 else labels


def question_for(statement: Statement, knowledge: Knowledge) -> str:
    """A question, ready to type, that leads to this statement."""
    name = knowledge.states[statement.state].name
    year = statement.years[-1]
    match statement.channel:
        case "explanation_of_vote":
            return f"what was {name}'s explanation of vote in {year}?"
        case "letter":
            return f"what did {name} reply to the President's letter in {year}?"
        case "questionnaire":
            return f"what did {name} answer to the President's questionnaire in {year}?"
        case "information_to_isu":
            return f"what information did {name} send to the ISU in {year}?"
        case "article7_report":
            return f"what does {name}'s Article 7 report for {year} say?"
    meeting = knowledge.meetings.get(statement.meeting or "")
    where = _place(meeting) if meeting else statement.attribution
    return f"what did {name} say at {where}?"


def _place(meeting: Meeting) -> str:
    """A meeting in a question: "16MSP", "the 2018 intersessional meetings"."""
    return meeting.short if meeting.kind in NUMBERED else f"the {meeting.short}"


def question_on_absence(meeting: Meeting) -> tuple[str, ...]:
    """The question for those who did not come, when a participation table has the meeting."""
    return (f"who was absent from {_place(meeting)}?",) if meeting.columns else ()


def questions_on(meeting: Meeting, knowledge: Knowledge) -> tuple[str, ...]:
    """Questions on a meeting that the documents can answer, ready to type."""
    where = _place(meeting)
    asks = (f"who attended {where}?",) if meeting.columns else ()
    spoke = any(item.at(meeting) for item in knowledge.statements)
    return (*asks, f"who spoke at {where}?") if spoke else asks


def on_best_known(knowledge: Knowledge, *asks: str) -> tuple[str, ...]:
    """Questions such as "who attended {}?" on the meeting of which most is on record, when no other is meant."""
    meeting = knowledge.best_known_meeting
    return tuple(ask.format(_place(meeting)) for ask in asks) if meeting else ()


def question_on_vote(state: State) -> tuple[str, ...]:
    """The question for a State's vote, when one is recorded."""
    recorded = any(edition.vote != "none" for edition in state.editions)
    return (f"how did {state.name} vote?",) if recorded else ()


def telling_verb(statement: Statement) -> str:
    """The verb that principle 2 asks for: only the State's own words are quoted."""
    return "quotes" if statement.form == "quoted" else "reports"


def took_part(
    edition: Edition, knowledge: Knowledge, among: Sequence[Meeting] | None = None
) -> tuple[str, tuple[Citation, ...]]:
    """The meetings ticked in one edition, such as "3RC (2014) and 14MSP (2015)", with the ticked cells.

    ``among`` are the only meetings that are told of; None for all.
    """
    attended = [knowledge.meetings[identifier] for identifier in edition.attended]
    told = [meeting for meeting in attended if among is None or meeting in among]
    return and_list(meeting.label for meeting in told), tuple(edition.attended[meeting.id] for meeting in told)


def editions_named(sources: Sequence[Source]) -> str:
    """Such as "the 2018 status document and the 2017 status document"."""
    return and_list(f"the {source.short}" for source in sources)
