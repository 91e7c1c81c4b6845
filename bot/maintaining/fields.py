"""What ``treatybot new`` asks for, and where each fact is found. Plain data: ``--help`` imports it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, get_args

from bot.knowledge.vocabulary import MeetingKind, SourceKind


@dataclass(frozen=True, slots=True)
class Field:
    """One fact of a new record."""

    key: str
    about: str
    """what it is, and where it is found"""
    required: bool = True
    many: bool = False
    """whether several may be given"""
    choices: tuple[str, ...] = ()
    only_for: str | None = None
    """the ``kind`` of record that has it; None: every one"""


_ID: Final = "short name that other files call it by: small letters, digits and hyphens"

FIELDS: Final[Mapping[str, tuple[Field, ...]]] = {
    "state": (
        Field("id", f"{_ID}, such as finland; a State that stands in names.yaml moves with its names"),
        Field("short", "how answers call it, such as Lao PDR", required=False),
        Field("article", "the word before the name in a sentence, if it needs one", required=False, choices=("the",)),
        Field("official", "official name, as the United Nations list it", required=False),
        Field("sources", "another form that our documents use, exactly as they write it", required=False, many=True),
        Field("aliases", "another name that people use", required=False, many=True),
        Field("iso", "ISO 3166 code, of two or three letters", required=False, many=True),
        Field("demonyms", "word for its people, such as Finnish", required=False, many=True),
        Field("capitals", "capital or seat that stands for its government", required=False, many=True),
    ),
    "faq": (
        Field("id", f"{_ID}, such as land-cleared; the file bears this name"),
        Field("question", "the question, as the title of the answer: whole, with its question mark"),
        Field("phrasings", "another way in which people put it (the more the better: ten are good)", many=True),
        Field("says", "the answer in one sentence of your own words; more sentences are added in the file"),
        Field("source", "id of the document that holds it, from sources.yaml, such as treaty-faq"),
        Field("quote", "the words of the document that show it, copied without a change"),
        Field("topics", "id of a topic that it is about, from topics.yaml", required=False, many=True),
        Field("related", "id of another FAQ entry that a reader may want next", required=False, many=True),
    ),
    "meeting": (
        Field("id", f"{_ID}; a numbered meeting begins with its number, such as 23msp or 6rc"),
        Field("kind", "which series it belongs to", choices=get_args(MeetingKind)),
        Field("name", "its full name as the documents write it, such as Sixteenth Meeting of the States Parties"),
        Field("short", "its short name in answers, such as 16MSP"),
        Field("date", "2017, 2017-12 or 2017-12-18, as the source below gives it; none when none does", required=False),
        Field("aliases", "another name that people use; forms by number or year are understood", False, many=True),
        Field("source", "id of a document that names it with its date, from sources.yaml", required=False),
        Field("quote", "the words of that document, copied without a change", required=False),
    ),
    "source": (
        Field("id", f"{_ID}, such as status-2018"),
        Field("file", "name of its file in seeds/; put it there first, as UTF-8 text, a paragraph on one line"),
        Field(
            "kind",
            "what it is; status: a Status of Universalization with its tables; statement: the words of one State",
            choices=get_args(SourceKind),
        ),
        Field("state", "id of the State whose words they are: the name of its file in states/", only_for="statement"),
        Field("series", "name of the series of which it is an edition", only_for="status"),
        Field("title", "its title, as it stands at its top"),
        Field("short", "how a sentence calls it, such as 2018 status document"),
        Field("issuer", "who issued it, as the document says"),
        Field("date", "2018, 2018-08 or 2018-08-21, as the document says; none when it bears no date", required=False),
        Field("date_label", "the date in words, such as information as of 21 August 2018, or undated"),
        Field("date_note", "when it bears no date: what you take its time from", required=False),
        Field("aliases", "what people may call it in a question", required=False, many=True),
        Field("evidence", "words of the document that show title, issuer or date, copied without a change", many=True),
    ),
    "topic": (
        Field("id", f"{_ID}, such as clearance"),
        Field("name", "what it is called in an answer, such as mine clearance"),
        Field("aliases", "a word that people use for it, such as demining", many=True),
    ),
}
"""the fields of each kind of record, in the order in which they are asked and written"""
NAMES: Final[Mapping[str, str]] = {
    "state": "State",
    "faq": "FAQ entry",
    "meeting": "meeting",
    "source": "source",
    "topic": "topic",
}
"""what a sentence calls each kind of record"""
NO_VALUE: Final = "none"
"""typed for a fact that the documents do not give"""


def fields_of(what: str, kind: str | None) -> tuple[Field, ...]:
    """The fields of a record of ``what`` whose ``kind`` is known (or that has none)."""
    return tuple(field for field in FIELDS[what] if field.only_for is None or field.only_for == kind)
