"""Answers built by hand, and strategies for any others, for the tests of rendering and of the Discord side."""

from hypothesis import strategies as st

from bot.answering.answer import Answer, Item, Listing, Part, Passage, Text
from bot.knowledge.model import Absence, CellRef, Citation, Source
from bot.matching.reading import Entities, Reading

NEWER = Source(
    id="status-2018",
    file="seeds/002_144bfe5992db99ac.txt",
    kind="status",
    series="status-of-universalization",
    title="Status of Universalization of the Anti-Personnel Mine Ban Convention",
    short="2018 status document",
    issuer="President of the Seventeenth Meeting of the States Parties (table prepared by the ISU)",
    date="2018-08-21",
    date_label="information as of 21 August 2018",
    date_note=None,
    aliases=(),
)
OLDER = Source(
    id="status-2017",
    file="seeds/001_878b779faf7cd0f7.txt",
    kind="status",
    series="status-of-universalization",
    title="Status of Universalization of the Anti-Personnel Mine Ban Convention",
    short="2017 status document",
    issuer="President of the Sixteenth Meeting of the States Parties (table prepared by the ISU)",
    date="2017-12-08",
    date_label="8 December 2017",
    date_note=None,
    aliases=(),
)
UNDATED = Source(
    id="treaty-faq",
    file="seeds/003_73a430c023e5228c.txt",
    kind="faq",
    series=None,
    title="Mine Ban Treaty: Frequently Asked Questions",
    short="treaty FAQ",
    issuer="International Campaign to Ban Landmines (ICBL)",
    date=None,
    date_label="undated",
    date_note="It bears no date.",
    aliases=(),
)

WORDS = "“India supports the vision of a world free of anti-personnel mines. (...) India has taken measures.”"
QUOTE = Citation(NEWER, (105, 105), attribution="16MSP, 2017", quote=WORDS)
SAME_WORDS = Citation(OLDER, (80, 81), attribution="16MSP, 2017", quote=WORDS)
TICK = Citation(NEWER, (77, 77), cell=CellRef("India", "16MSP", "√"))
NOT_IN_TABLE = Citation(OLDER, (60, 75), absence=Absence("Finland", "Participation"))
SOURCE_LINE = (
    "Source: Status of Universalization of the Anti-Personnel Mine Ban Convention, "
    "President of the Seventeenth Meeting of the States Parties (table prepared by the ISU), "
    "information as of 21 August 2018 (seeds/002_144bfe5992db99ac.txt, line 105)"
)
ALSO_LINE = (
    "Also in: Status of Universalization of the Anti-Personnel Mine Ban Convention, "
    "President of the Sixteenth Meeting of the States Parties (table prepared by the ISU), "
    "8 December 2017 (seeds/001_878b779faf7cd0f7.txt, lines 80-81)"
)


def answer(
    *parts: Part,
    title: str = "India at 16MSP (2017)",
    question: str = "what did India say in 16MSP?",
    further: tuple[Citation, ...] = (),
    suggestions: tuple[str, ...] = (),
) -> Answer:
    """An answered question about India at 16MSP."""
    reading = Reading(question, "statement", Entities(states=("india",), meetings=("16msp",)), 0.97)
    return Answer(question, "answered", reading, title, parts, further, suggestions)


def passage(*paragraphs: str, lead: str | None = None) -> Passage:
    """A passage of the newer document."""
    return Passage(paragraphs or (WORDS,), "16MSP, 2017", (QUOTE,), lead)


_CHARACTERS = st.one_of(
    st.characters(),  # everything, astral characters, controls and lone surrogates too
    st.sampled_from("*_~|`<>#@-[]()\\ \n\t\x1b\u202e😀0123.:/"),
)
ANY_TEXT = st.one_of(
    st.text(_CHARACTERS, max_size=60),
    st.builds(lambda piece, times: piece * times, st.text(_CHARACTERS, min_size=1, max_size=8), st.integers(1, 300)),
    st.sampled_from(["@everyone", "<@123>", "# heading", "[a](http://b)", "*" * 2500, "\n" * 2500, "😀" * 2500]),
)
_LINES = st.tuples(st.integers(1, 400), st.integers(0, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))
_CITATIONS = st.one_of(
    st.builds(
        Citation, st.sampled_from([NEWER, OLDER, UNDATED]), _LINES, attribution=st.none() | ANY_TEXT, quote=ANY_TEXT
    ),
    st.builds(Citation, st.just(NEWER), _LINES, cell=st.builds(CellRef, ANY_TEXT, ANY_TEXT, ANY_TEXT)),
    st.builds(Citation, st.just(OLDER), _LINES, absence=st.builds(Absence, ANY_TEXT, ANY_TEXT)),
)
_SEVERAL = st.lists(_CITATIONS, min_size=1, max_size=4).map(tuple)
PARTS = st.one_of(
    st.builds(Text, ANY_TEXT),
    st.builds(Passage, st.lists(ANY_TEXT, min_size=1, max_size=3).map(tuple), st.none() | ANY_TEXT, _SEVERAL, ANY_TEXT),
    st.builds(Listing, ANY_TEXT, st.lists(st.builds(Item, ANY_TEXT, _SEVERAL), max_size=6).map(tuple)),
)
ANSWERS = st.builds(
    lambda parts, title, question, further, suggestions: answer(
        *parts, title=title, question=question, further=further, suggestions=suggestions
    ),
    st.lists(PARTS, max_size=4),
    ANY_TEXT,
    ANY_TEXT,
    st.lists(_CITATIONS, max_size=3).map(tuple),
    st.lists(ANY_TEXT, max_size=3).map(tuple),
)
