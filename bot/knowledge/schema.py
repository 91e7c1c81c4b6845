"""The YAML files as they are written: one model per kind of file.

Unknown keys are errors, scalars stay text unless a field asks for a number, and every model is
frozen. ``bot.knowledge.building`` turns these records into the verified snapshot.
"""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, WithJsonSchema

_DATE = re.compile(r"((?:19|20)[0-9]{2})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def _partial_date(text: str) -> str:
    found = _DATE.fullmatch(text)
    if found is None:
        raise ValueError("a date is written 2017, 2017-10 or 2017-10-31")
    month, day = found[2], found[3]
    if month is not None and not 1 <= int(month) <= 12:
        raise ValueError(f"there is no month {month}")
    if day is not None and not 1 <= int(day) <= _days(int(found[1]), int(month or 1)):
        raise ValueError(f"there is no day {day} in that month")
    return text


def _days(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _identifier(text: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", text):
        raise ValueError("an id has lower-case letters, digits and single hyphens only")
    return text


def _file_name(text: str) -> str:
    if "/" in text or "\\" in text or text.startswith("."):
        raise ValueError("it must be the bare name of a file in seeds/")
    return text


# In a JSON Schema a bare year may be a number: editors read YAML by its own rules.
_DATE_SCHEMA = {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}
_ID_SCHEMA = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}

PartialDate = Annotated[str, AfterValidator(_partial_date), WithJsonSchema(_DATE_SCHEMA)]
"""``2017``, ``2017-10`` or ``2017-10-31``: as precise as the source, no more."""
Identifier = Annotated[str, AfterValidator(_identifier), WithJsonSchema(_ID_SCHEMA)]
Line = Annotated[str, Field(min_length=1)]
FileName = Annotated[str, Field(min_length=1), AfterValidator(_file_name)]

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
Vote = Literal["in_favour", "abstained", "not_present", "none"]
Form = Literal["quoted", "reported"]


class Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Names(Record):
    """All names of one State. Each may be claimed by one record only."""

    short: Line
    """how answers call it, such as ``Lao PDR``"""
    article: Literal["the"] | None = None
    """``the`` when a sentence needs it: *the* Russian Federation"""
    official: Line | None = None
    sources: tuple[Line, ...] = ()
    """other forms that the documents use, row headings of tables included, exactly as written"""
    aliases: tuple[Line, ...] = ()
    iso: tuple[Line, ...] = ()
    """ISO 3166 codes; understood in capital letters only"""
    demonyms: tuple[Line, ...] = ()
    capitals: tuple[Line, ...] = ()
    """capitals and seats that stand for the government"""
    former: tuple[Line, ...] = ()
    misspellings: tuple[Line, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """Headings under which the tables of the documents may list the State."""
        return (self.short, *self.sources)


class Quotation(Record):
    """Words that stand verbatim in a source."""

    source: Identifier
    """id of the document, from ``sources.yaml``"""
    quote: Line
    """its words, copied without a change"""


class Wording(Record):
    """A statement as one or more editions give it, word for word alike (after folding)."""

    sources: Annotated[tuple[Identifier, ...], Field(min_length=1)]
    """ids of the documents that have this wording, the newest first"""
    passage: Annotated[tuple[Line, ...], Field(min_length=1)]
    """the paragraphs under one attribution, without the attribution"""
    attribution: Line
    """where and when it was said, as the source prints it in brackets or in a footnote"""


class StatementRecord(Record):
    """What a State is on record with at one event, in the wording of each edition."""

    id: Identifier
    """unique within the State, such as ``16msp``"""
    channel: Channel
    """how the State said it"""
    meeting: Identifier | None = None
    """id of the meeting at which it was said, from ``meetings.yaml``"""
    dates: Annotated[tuple[PartialDate, ...], Field(min_length=1)]
    """when it was said: 2017, 2017-10 or 2017-10-31, as precise as the source"""
    form: Form
    """``quoted``: the State's words in quotation marks; ``reported``: the source tells it"""
    topics: tuple[Identifier, ...] = ()
    """ids of what it is about, from ``topics.yaml``"""
    wordings: Annotated[tuple[Wording, ...], Field(min_length=1)]
    """its words; documents that differ have a wording each"""


class LastParticipation(Record):
    says: Line
    """the table cell"""
    meeting: Identifier | None
    """the meeting it names; null when the State has never participated"""


class EditionRecord(Record):
    """What one edition of the status document says of a State in its tables."""

    source: Identifier
    """id of the edition, from ``sources.yaml``"""
    information: Literal["given", "none"]
    """``none``: "No official information submitted" stands in the State's row"""
    last_participation: LastParticipation
    attended: tuple[Identifier, ...] = ()
    """the meetings ticked in the participation table"""
    vote: Vote
    """the vote in the table of this edition; ``none`` when the State is not in it"""


class FactRecord(Record):
    """Something else a source says of a State."""

    kind: Literal[
        "article7_report", "letter_reply", "bilateral_meeting", "signatory", "withdrawal", "announcement", "other"
    ]
    years: tuple[int, ...] = ()
    says: Line
    """one sentence in our own words"""
    evidence: Annotated[tuple[Quotation, ...], Field(min_length=1)]
    """the words of documents that show it"""


class AcceptedContradiction(Record):
    """Documents that contradict themselves, and why the record stands as it is."""

    code: Literal["participation", "attribution-reads"]
    about: Identifier
    """id of the edition's source, or of the statement"""
    why: Line


class StateRecord(Record):
    id: Identifier
    """the name of this file"""
    names: Names
    editions: tuple[EditionRecord, ...] = ()
    """one item for each status document that lists the State"""
    statements: tuple[StatementRecord, ...] = ()
    """what the State said, the newest first"""
    facts: tuple[FactRecord, ...] = ()
    accepted: tuple[AcceptedContradiction, ...] = ()
    """findings of ``treatybot check`` that stand, each with its reason"""


class NameRecord(Record):
    """A State that no status document lists, or another name that is only recognised."""

    id: Identifier
    kind: Literal["state", "other"]
    """``state``: one of the 197 (DESIGN, principle 6); ``other``: recognised, nothing inferred"""
    names: Names
    facts: tuple[FactRecord, ...] = ()


class SharedName(Record):
    """A name that several States share, such as "Korea": the bot asks which is meant."""

    name: Line
    states: Annotated[tuple[Identifier, ...], Field(min_length=2)]


class NamesFile(Record):
    names: tuple[NameRecord, ...]
    shared: tuple[SharedName, ...] = ()


class SourceRecord(Record):
    id: Identifier
    """short name by which other files call the document"""
    file: FileName
    """name of the file in ``seeds/``"""
    kind: Literal["status", "faq", "press_release", "press_report", "statement"]
    """``status``: a "Status of Universalization" document with its tables; ``statement``: the words of one State"""
    state: Identifier | None = None
    """whose words they are, for the kind ``statement``"""
    series: Identifier | None = None
    """editions of the same series supersede one another, the newest first"""
    title: Line
    """as it stands at its top"""
    short: Line
    """how a sentence calls it, such as "2018 status document" """
    issuer: Line
    """who issued it, as the document says"""
    date: PartialDate | None
    """2018, 2018-08 or 2018-08-21 as the document says; null when it bears no date"""
    date_label: Line
    """how an answer dates it, such as "information as of 21 August 2018" or "undated" """
    date_note: Line | None = None
    """for an undated document: what we take its time from"""
    aliases: tuple[Line, ...] = ()
    """what people may call it in a question"""
    evidence: tuple[Line, ...] = ()
    """quotes of the document itself for its title, issuer and date"""


class SourcesFile(Record):
    sources: tuple[SourceRecord, ...]


class ColumnRecord(Record):
    source: Identifier
    column: Line
    """heading in that edition's participation table"""


class MeetingRecord(Record):
    id: Identifier
    """that of a numbered meeting begins with its number, such as ``16msp``"""
    kind: Literal[
        "msp",
        "review_conference",
        "intersessional",
        "standing_committee",
        "first_committee",
        "signing_conference",
        "seminar",
    ]
    name: Line
    """its full name, such as ``Sixteenth Meeting of the States Parties``"""
    short: Line
    """its name in answers, such as ``16MSP``"""
    date: PartialDate | None = None
    """as the documents give it; null when they do not"""
    aliases: tuple[Line, ...] = ()
    """other names that people use; forms by number or year are understood without"""
    columns: tuple[ColumnRecord, ...] = ()
    evidence: tuple[Quotation, ...] = ()
    """where the documents name it with its date"""


class MeetingsFile(Record):
    meetings: tuple[MeetingRecord, ...]


class TopicRecord(Record):
    id: Identifier
    name: Line
    """what an answer calls it"""
    aliases: tuple[Line, ...] = ()
    """words that people use for it"""


class TopicsFile(Record):
    topics: tuple[TopicRecord, ...]


class FigureRecord(Record):
    value: int
    says: Line
    """one sentence in our own words, without the source's name"""
    as_of: PartialDate | None
    evidence: Quotation


class CountRecord(Record):
    """A number that the documents give, each with its date; documents may differ."""

    id: Identifier
    name: Line
    figures: Annotated[tuple[FigureRecord, ...], Field(min_length=1)]
    states: Identifier | None = None
    """the list that names the States counted, if a document names them"""


class ListRecord(Record):
    """States that a sentence of a document lists."""

    id: Identifier
    name: Line
    states: tuple[Identifier, ...]
    evidence: Annotated[tuple[Quotation, ...], Field(min_length=1)]


class OtherTreatyRecord(Record):
    """A treaty that is not this one; questions on it are declined."""

    id: Identifier
    name: Line
    aliases: tuple[Line, ...] = ()


class TreatyFile(Record):
    name: Line
    aliases: tuple[Line, ...]
    others: tuple[OtherTreatyRecord, ...] = ()
    counts: tuple[CountRecord, ...]
    lists: tuple[ListRecord, ...] = ()


class Claim(Record):
    """One claim of an FAQ answer, in our own words, with the passages that it rests on."""

    says: Line
    """one sentence in our own words"""
    evidence: Annotated[tuple[Quotation, ...], Field(min_length=1)]
    """the passages that it rests on"""


class AcceptedPhrasing(Record):
    """A phrasing that the matcher gives to another question, and why it stands."""

    code: Literal["read-elsewhere", "duplicate-phrasing"]
    about: Line
    """the phrasing, as it stands in this file"""
    why: Line


class FaqRecord(Record):
    id: Identifier
    """the name of this file"""
    question: Line
    """the title of the answer: a whole question"""
    phrasings: Annotated[tuple[Line, ...], Field(min_length=1)]
    """other ways in which people put it; ten are good"""
    answer: Annotated[tuple[Claim, ...], Field(min_length=1)]
    """sentence by sentence, each with its evidence"""
    topics: tuple[Identifier, ...] = ()
    """ids of what it is about, from ``topics.yaml``"""
    related: tuple[Identifier, ...] = ()
    """ids of FAQ entries that a reader may want next"""
    accepted: tuple[AcceptedPhrasing, ...] = ()
    """findings of ``treatybot check`` that stand, each with its reason"""


class QuestionsRecord(Record):
    """The phrasings of one kind of question; names stand as ``{state}``, ``{meeting}`` ..."""

    id: Identifier
    """the name of this file: the kind of question"""
    about: Line
    """what is asked, for maintainers and for ``ambiguous`` answers"""
    phrasings: Annotated[tuple[Line, ...], Field(min_length=1)]
    """ways to put it, names as ``{state}``, ``{meeting}``, ``{year}``, ``{source}`` or ``{topic}``"""
    phrasings_fr: tuple[Line, ...] = ()
    """the same in French; without them the kind is not understood in French"""
    phrasings_es: tuple[Line, ...] = ()
    """the same in Spanish"""
    accepted: tuple[AcceptedPhrasing, ...] = ()
    """findings of ``treatybot check`` that stand, each with its reason"""
