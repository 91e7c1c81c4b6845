"""Words by which a kind of question is not answered: a table, read by ``withholding``.

Where no answerer heeds "at least", "nobody" or "the first", its whole list would be taken for the answer; and no list,
figure or statement tells who paid, how to reach somebody, or what a parliament voted.
"""

from dataclasses import dataclass
from functools import cache

from bot.answering.asking import OF_WORDS
from bot.answering.conditions import CONDITIONS
from bot.answering.draft import Asked
from bot.answering.rules import KINDS_OF_PRESENCE, OTHER_TEXTS
from bot.answering.ruling import on
from bot.matching.coverage import SPEAKING
from bot.matching.reading import COUNT_PREFIX, FAQ_PREFIX, LEAVING_COUNT, NOT_PARTY_COUNT, PARTIES_COUNT
from bot.matching.words import OF_LEAVING

OF_TABLES = KINDS_OF_PRESENCE | {"vote", "vote-list", "attendance-totals", "silence", CONDITIONS}
"""kinds answered with cells of the tables"""
OF_LISTS = OF_TABLES | {"article7", "letters", "bilateral", "meeting-statements", "no-information", "topic-states"}
"""kinds answered with a list of States, or with a cell of one"""
WHY = frozenset("why reason reasons motive motives justify".split())
LATELY = frozenset((which, when) for which in ("last", "this", "past") for when in ("year", "month", "week"))
"""times after the documents, whenever it is asked"""
_FEWEST = frozenset((which, "than") for which in ("more", "less", "fewer")) | frozenset(
    (first, second)
    for first, seconds in {"at": ("least", "most"), "or": ("later", "earlier", "after", "before")}.items()
    for second in seconds
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(*texts: str) -> frozenset[tuple[str, str]]:
    return frozenset((first, second) for first, second in (text.split() for text in texts))


@dataclass(frozen=True, slots=True)
class WordRule:
    """Kinds of question that are not answered when some words stand in the question."""

    why: str
    """what the question asks for, and that this is not told"""
    kinds: frozenset[str] = frozenset()
    like: tuple[str, ...] = ()
    """beginnings of further kinds; "" for all"""
    words: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()
    """one of ``words`` or one of ``pairs`` stands there"""
    beside: frozenset[str] = frozenset()
    """words of which one stands there too, if there are any"""
    unless: frozenset[str] = frozenset()
    """words of which none stands there"""
    of_a_year: bool = False
    """whether a year is named too"""

    def holds(self, asked: Asked) -> bool:
        """Whether the words are there."""
        words = asked.words
        if words.isdisjoint(self.words) and (not self.pairs or asked.pairs.isdisjoint(self.pairs)):
            return False
        if not words.isdisjoint(self.unless) or (self.of_a_year and not asked.years):
            return False
        return not self.beside or not words.isdisjoint(self.beside)


WORD_RULES = (
    WordRule(
        "it asks for those that joined or stay, and those are told that leave",
        frozenset({f"{FAQ_PREFIX}report-five-states", LEAVING_COUNT}),
        words=_words("party parties member members joined join most mines"),
        unless=OF_LEAVING | _words("left withdrawal withdrawals announced walk walking opt pull pulling"),
    ),
    WordRule(
        "it asks who voted otherwise than a State did, and its own vote is told",
        frozenset({"vote"}),
        words=_words("differently opposite unlike otherwise"),
        beside=_words("who which"),
    ),
    WordRule(
        "it asks of a group of States, and the list knows none",
        frozenset({"states-not-party", "vote-list", "attendees"}),
        words=_words("p5 nato g7 g8 g20"),
    ),
    WordRule(
        "it asks which of them signed, and the list has all",
        frozenset({"states-not-party", NOT_PARTY_COUNT}),
        words=_words("signatory signatories"),
    ),
    WordRule(
        "it asks how many signed and are not party",
        frozenset({f"{COUNT_PREFIX}signatories"}),
        words=_words("party parties outside"),
    ),
    WordRule(
        "it asks for the most or the least, and the list ranks nobody",
        frozenset({"states-not-party", "vote-list", "letters", "bilateral", "article7", "no-information"}),
        words=_words("most least biggest largest highest lowest smallest fewest"),
        unless=_words("recent recently"),
    ),
    WordRule(
        "it asks of a part of a year, and statements are listed by years",
        frozenset({"meeting-statements"}),
        words=_words("half quarter early late spring summer autumn winter beginning"),
        of_a_year=True,
    ),
    WordRule(
        "it asks what did not change, or what is newest, and changes are told",
        frozenset({"edition-changes"}),
        words=_words("unchanged newest"),
        pairs=_pairs("not change", "not changed", "didnt change", "no change", "no changes"),
    ),
    WordRule(
        "it asks how many letters were sent, and replies are told",
        frozenset({"letters"}),
        pairs=_pairs("many letters"),
        unless=_words("replied replies reply answered answer answers response responses"),
    ),
    WordRule("it asks why a State came or stayed away", KINDS_OF_PRESENCE, words=WHY),
    WordRule(
        "it asks of the Ottawa Process, which no participation table has", KINDS_OF_PRESENCE, words=_words("process")
    ),
    WordRule(
        "it asks for the first, and the tables begin with the meetings of some year",
        KINDS_OF_PRESENCE | {"attendance-totals"},
        words=_words("first earliest"),
    ),
    WordRule("it sets a number, and lists are told whole", OF_LISTS, pairs=_FEWEST),
    WordRule("it asks what nobody did", OF_TABLES, words=_words("nobody"), pairs=_pairs("no one")),
    WordRule(
        "it asks who did not, and the list has those who did",
        OF_LISTS - {"never-participated"},
        pairs=_pairs("no meeting", "no meetings", "none of", "no msp", "no report", "no voluntary"),
    ),
    WordRule(
        "it asks for the members of another body",
        like=(f"{COUNT_PREFIX}states",),
        words=_words("assembly firstcommittee nato council"),
    ),
    WordRule(
        "it asks how many signed and did not ratify",
        frozenset({f"{COUNT_PREFIX}signatories"}),
        words=_words("ratified ratify ratification"),
    ),
    WordRule(
        "it asks for a vote of another body",
        frozenset({"vote", "vote-list"}),
        words=_words("parliament parliaments congress senate cabinet ratification referendum"),
    ),
    WordRule("it asks for a vote of another body", frozenset({"vote-list"}), words=_words("oslo adoption")),
    WordRule("it asks of another agreement", frozenset({"membership"}), words=OTHER_TEXTS),
    WordRule(
        "it asks who paid or made something, which no statement tells",
        SPEAKING,
        words=_words("who"),
        beside=_words("paid pays funded funds financed sponsored manufactures manufacture makes sells supplies"),
    ),
    WordRule("it asks what somebody thinks in person", SPEAKING, words=_words("personally")),
    WordRule(
        "it asks what a person said, and statements are those of States",
        SPEAKING,
        pairs=_pairs("she say", "he say", "she said", "he said"),
    ),
    WordRule(
        "it asks for a length, which no statement tells",
        SPEAKING,
        pairs=_pairs("long is", "long are"),
        beside=_words("border borders frontier stretch line belt"),
    ),
    WordRule(
        "it asks for a day, and the documents give the year of a meeting with the President",
        frozenset({"bilateral"}),
        pairs=_pairs("which date", "what date", "which day", "what day", "exact date", "exact day", "which month"),
    ),
    WordRule(
        "it asks for the first vote, and the one on record is told",
        frozenset({"vote"}),
        pairs=_pairs("first year", "first time", "first vote", "first voted"),
        beside=_words("when year since"),
    ),
    WordRule(
        "it asks who decides on a vote, and it is told how a State voted",
        frozenset({"vote", "vote-list"}),
        words=_words("instructs instructed"),
        pairs=_pairs("who decides", "decides how", "decides on"),
    ),
    WordRule(
        "it asks what an organisation says of those that leave, and it is told who leaves",
        frozenset({f"{FAQ_PREFIX}report-five-states", LEAVING_COUNT}),
        words=_words("nato icrc icbl"),
        beside=_words("say says said think thinks position react reacted"),
    ),
    WordRule("it asks of a time after the documents", SPEAKING, pairs=LATELY, unless=OF_WORDS),
    WordRule(
        "it asks for the casualties of a year",
        SPEAKING,
        words=_words("casualties victims deaths killed"),
        unless=OF_WORDS,
        of_a_year=True,
    ),
    WordRule(
        "it asks how to reach somebody",
        like=("",),
        words=_words("phone telephone website fax"),
        pairs=_pairs("email address"),
    ),
    WordRule(
        "it asks what binds States not party, and the list names them",
        frozenset({"states-not-party", NOT_PARTY_COUNT}),
        words=_words("bound binding binds bind obliged obligations must mean means"),
    ),
    WordRule(
        "it asks who refuses or will never join, which no list tells",
        frozenset({"states-not-party"}),
        words=_words("refuse refuses refused refusing"),
        pairs=_pairs("will never", "no to"),
    ),
    WordRule(
        "it asks what a vote means, and the list tells who cast it",
        frozenset({"vote-list"}),
        words=_words("mean means meaning meant join joining accede acceding"),
    ),
    WordRule(
        "it asks how many joined in a year, and the total is told",
        frozenset({PARTIES_COUNT}),
        pairs=_pairs("joined in", "acceded in", "ratified in", "join in", "joined during", "joined since"),
        of_a_year=True,
    ),
    WordRule(
        "it asks how many have to join, and the total is told",
        frozenset({PARTIES_COUNT}),
        pairs=_pairs("to join", "to ratify", "to accede"),
        unless=_words("yet"),
    ),
    WordRule(
        "it asks who may leave, and those are told that do",
        frozenset({f"{FAQ_PREFIX}report-five-states", LEAVING_COUNT}),
        pairs=_pairs("who can", "states can", "countries can", "who may", "states may", "countries may"),
    ),
    WordRule(
        "it asks whom somebody else called upon, and the call is the Secretary-General's",
        frozenset({f"{FAQ_PREFIX}report-call-to-accede"}),
        pairs=frozenset(
            (who, call)
            for who in ("{state}", "icbl", "president", "campaign")
            for call in ("call", "calls", "called", "urge", "urges", "urged")
        ),
    ),
    WordRule(
        "it asks who came to the most meetings of one series, and all meetings are counted",
        frozenset({"attendance-totals"}),
        words=_words("most least fewest"),
        beside=_words("msp intersessional reviewconference"),
    ),
    WordRule(
        "it asks for a report or a reply and for attendance at once",
        frozenset({"attendees", CONDITIONS}),
        words=_words("report reports replied reply letter letters moratorium stockpile"),
        beside=_words("and but also that with"),
    ),
    WordRule(
        "it asks for attendance and for a report or a reply at once",
        frozenset({"letters", "article7", "bilateral"}),
        words=_words("attended attend came"),
        beside=_words("and but also"),
    ),
    WordRule(
        "it asks for a vote and for words at once",
        frozenset({"vote-list"}),
        words=_words("says say said supports support claims observes"),
        beside=_words("but and though yet while although"),
    ),
    WordRule(
        "it asks who was absent and who came at once",
        frozenset({"absentees"}),
        pairs=_pairs("and attended", "but attended", "and came", "but came", "and present", "but present"),
    ),
)


@on()
def withheld_by_words(asked: Asked, intent: str) -> str | None:
    """Why the words of a question withhold the answer of a kind; None when none does."""
    return next((rule.why for rule in _rules_of(intent) if rule.holds(asked)), None)


@cache
def _rules_of(intent: str) -> tuple[WordRule, ...]:
    return tuple(rule for rule in WORD_RULES if intent in rule.kinds or intent.startswith(rule.like))
