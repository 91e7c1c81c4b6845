"""Words by which a list, a table or a figure is not the answer: rows of ``word_rules``.

Where no answerer heeds "at least", "nobody" or "the first", its whole list would be taken for the answer.
"""

from bot.answering.asking import OF_VOTES, OF_WORDS
from bot.answering.families.conditions import CONDITIONS
from bot.answering.rules.shared import KINDS_OF_PRESENCE
from bot.answering.rules.word_rule import WordRule, pairs_of, words_of

OF_TABLES = KINDS_OF_PRESENCE | {"vote", "vote-list", "attendance-totals", "silence", CONDITIONS}
"""kinds answered with cells of the tables"""
OF_LISTS = OF_TABLES | {"article7", "letters", "bilateral", "meeting-statements", "no-information", "topic-states"}
"""kinds answered with a list of States, or with a cell of one"""
WHY = frozenset("why reason reasons motive motives justify".split())
_FEWEST = frozenset((which, "than") for which in ("more", "less", "fewer")) | frozenset(
    (first, second)
    for first, seconds in {"at": ("least", "most"), "or": ("later", "earlier", "after", "before")}.items()
    for second in seconds
)


ON_LISTS = (
    WordRule(
        "it asks for all votes cast, and those of States not party are listed",
        frozenset({"vote-list"}),
        pairs=pairs_of("in total", "total votes", "votes cast", "were cast", "all votes"),
    ),
    WordRule(
        "it asks how often those came who voted so, and all are told",
        frozenset({"attendance-totals"}),
        words=OF_VOTES,
    ),
    WordRule("it asks who voted against a State", frozenset({"vote"}), pairs=pairs_of("against {state}")),
    WordRule(
        "it asks which persons came, and it is told which States did",
        frozenset({"attendees", "absentees"}),
        words=words_of("pope king queen minister ministers ambassador ambassadors celebrities"),
    ),
    WordRule(
        "it asks of votes before, and the one on record is told",
        frozenset({"vote"}),
        pairs=pairs_of("vote changed", "changed its", "change its", "vote close"),
        unless=OF_WORDS,
    ),
    WordRule(
        "it asks when the vote was, and its year alone is told",
        frozenset({"vote-list"}),
        pairs=pairs_of("when was"),
        beside=words_of("vote"),
    ),
    WordRule(
        "it asks for a vote on leaving, and the one on record is on the Convention's resolution",
        frozenset({"vote", "vote-list"}),
        words=words_of("withdrawal withdrawals withdrawing"),
    ),
    WordRule("it asks who cast a vote", frozenset({"vote"}), pairs=pairs_of("who cast")),
    WordRule(
        "it asks for a person, and votes are those of States",
        frozenset({"vote"}),
        words=words_of("diplomat delegate ambassador representative"),
        beside=words_of("which who name"),
    ),
    WordRule(
        "it asks for a room, and it is told how States voted or what they said",
        frozenset({"vote", "vote-list", "meeting-statements", "statement", "position", "topic-state"}),
        pairs=pairs_of("which room", "what room", "which building", "what building", "which hall", "what hall"),
    ),
    WordRule(
        "it asks for a language, and it is told what States wrote or said",
        frozenset({"letters", "statement", "meeting-statements"}),
        words=words_of("language languages"),
    ),
    WordRule(
        "it asks how many people came, and it is told which States did",
        KINDS_OF_PRESENCE,
        pairs=pairs_of("how big", "how large", "size of"),
    ),
    WordRule(
        "it asks of a war, and no comparison tells of one",
        frozenset({"compare"}),
        words=words_of("war wars invasion"),
        unless=words_of("second world remnants left past"),
    ),
    WordRule(
        "it asks of a part of a year, and statements are listed by years",
        frozenset({"meeting-statements"}),
        words=words_of("half quarter early late spring summer autumn winter beginning"),
        of_a_year=True,
    ),
    WordRule("it asks why a State came or stayed away", KINDS_OF_PRESENCE, words=WHY),
    WordRule(
        "it asks of the Ottawa Process, which no participation table has", KINDS_OF_PRESENCE, words=words_of("process")
    ),
    WordRule(
        "it asks for the first, and the tables begin with the meetings of some year",
        KINDS_OF_PRESENCE | {"attendance-totals"},
        words=words_of("first earliest"),
    ),
    WordRule("it sets a number, and lists are told whole", OF_LISTS, pairs=_FEWEST),
    WordRule("it asks what nobody did", OF_TABLES, words=words_of("nobody"), pairs=pairs_of("no one")),
    WordRule(
        "it asks who did not, and the list has those who did",
        OF_LISTS - {"never-participated"},
        pairs=pairs_of("no meeting", "no meetings", "none of", "no msp", "no report", "no voluntary"),
    ),
    WordRule(
        "it asks for a vote of another body",
        frozenset({"vote", "vote-list"}),
        words=words_of("parliament parliaments congress senate cabinet ratification referendum"),
    ),
    WordRule("it asks for a vote of another body", frozenset({"vote-list"}), words=words_of("oslo adoption")),
    WordRule(
        "it asks for the first vote, and the one on record is told",
        frozenset({"vote"}),
        pairs=pairs_of("first year", "first time", "first vote", "first voted"),
        beside=words_of("when year since"),
    ),
    WordRule(
        "it asks of other votes, and the one on record is told",
        frozenset({"vote", "vote-list"}),
        words=words_of("nineties streak"),
        pairs=pairs_of(
            "year before",
            "previous year",
            "from which",
            "since which",
            "since what",
            "since when",
            "than in",
            "first abstain",
            "first abstained",
            "every single",
            "every year",
        ),
    ),
    WordRule(
        "it asks what came of a meeting with the President, and it is told that it was held",
        frozenset({"bilateral"}),
        words=words_of("outcome result results wording quote transcript"),
        pairs=pairs_of("came out", "target year"),
    ),
    WordRule(
        "it asks for a place, and attendance is told",
        frozenset({"attendance", "attendees"}),
        words=words_of("city venue"),
    ),
    WordRule(
        "it asks since when a State took part, and the tables begin with the meetings of some year",
        frozenset({"attendance"}),
        pairs=pairs_of("since what", "since which", "from which"),
        beside=words_of("year"),
    ),
    WordRule(
        "it asks who decides on a vote, and it is told how a State voted",
        frozenset({"vote", "vote-list"}),
        words=words_of("instructs instructed"),
        pairs=pairs_of("who decides", "decides how", "decides on"),
    ),
    WordRule(
        "it asks who came to the most meetings of one series, and all meetings are counted",
        frozenset({"attendance-totals"}),
        words=words_of("most least fewest"),
        beside=words_of("msp intersessional reviewconference"),
    ),
    WordRule(
        "it asks for a report or a reply and for attendance at once",
        frozenset({"attendees", CONDITIONS}),
        words=words_of("report reports replied reply letter letters moratorium stockpile"),
        beside=words_of("and but also that with"),
    ),
    WordRule(
        "it asks for attendance and for a report or a reply at once",
        frozenset({"letters", "article7", "bilateral"}),
        words=words_of("attended attend came"),
        beside=words_of("and but also"),
    ),
    WordRule(
        "it asks for a vote and for words at once",
        frozenset({"vote-list"}),
        words=words_of("says say said supports support claims observes explain explained explaining"),
        beside=words_of("but and though yet while although"),
    ),
    WordRule(
        "it asks who said nothing since a year, and it is told who was silent at meetings",
        frozenset({"silence", "attendance-totals"}),
        words=words_of("since"),
        beside=words_of("said say nothing silent"),
        unless=words_of("{meeting}"),
    ),
    WordRule(
        "it asks who never did one thing and did another",
        frozenset({"topic-states"}),
        words=words_of("never"),
        beside=words_of("but though yet while although"),
    ),
    WordRule(
        "it asks who was absent and who came at once",
        frozenset({"absentees"}),
        pairs=pairs_of("and attended", "but attended", "and came", "but came", "and present", "but present"),
    ),
    WordRule(
        "it asks of a group of States, and the list knows none",
        frozenset({"states-not-party", "vote-list", "attendees"}),
        words=words_of("p5 nato g7 g8 g20"),
    ),
    WordRule(
        "it asks who has mines and voted so, and the list tells votes",
        frozenset({"vote-list"}),
        pairs=pairs_of("has mines", "have mines", "use mines", "uses mines", "makes mines", "make mines", "with mines"),
    ),
    WordRule(
        "it asks of a language or a letter of the alphabet, and the list knows none",
        frozenset({"vote-list", "attendees", "absentees", "states-not-party", "topic-states"}),
        pairs=pairs_of("english speaking", "starting with", "beginning with"),
    ),
    WordRule(
        "it asks who wrote to the ISU, and those are listed that replied to a President",
        frozenset({"letters"}),
        words=words_of("isu"),
        unless=words_of("{state}"),
    ),
    WordRule(
        "it asks whether they have or want mines, and the list tells who is not party",
        frozenset({"states-not-party"}),
        pairs=pairs_of("have mines", "want mines", "need mines", "like mines"),
    ),
    WordRule(
        "it asks who was asked twice or by mail, and all replies and meetings are listed",
        frozenset({"letters", "bilateral"}),
        words=words_of("twice both email mail"),
        unless=words_of("{state}"),
    ),
    WordRule(
        "it asks which country presided, and those are listed that the President met",
        frozenset({"bilateral"}),
        words=words_of("presidency presided"),
    ),
    WordRule(
        "it asks who never joined, and those are listed that never came",
        frozenset({"never-participated"}),
        pairs=pairs_of("never joined", "never signed", "never ratified", "never acceded"),
        unless=words_of("meeting meetings msp intersessional"),
    ),
    WordRule(
        "it asks who did or has one thing and another, and statements on one are listed",
        frozenset({"topic-states"}),
        pairs=pairs_of("and has", "and have", "and uses", "and stockpiles", "and a", "stockpiles and"),
        beside=words_of("never uses use stockpiles moratorium"),
    ),
    WordRule(
        "it asks who is free of mines, and those are listed that speak of mines on their territory",
        frozenset({"topic-states"}),
        pairs=pairs_of("mine free", "free of"),
        unless=words_of("world"),
    ),
    WordRule(
        "it asks who ended or wants a moratorium, and those are listed that have one",
        frozenset({"topic-states"}),
        words=words_of("ended ends lifted wants want"),
        beside=words_of("moratorium moratoria"),
    ),
    WordRule(
        "it asks what a vote was on, and the Convention's resolution is told",
        frozenset({"vote"}),
        pairs=pairs_of("{state} resolution"),
    ),
    WordRule(
        "it asks how supporters voted, and the list tells all",
        frozenset({"vote-list"}),
        words=words_of("supporters opponents critics"),
    ),
    WordRule(
        "it asks what the word means, and those are listed that are so called",
        frozenset({"states-not-party"}),
        pairs=pairs_of("is a"),
        beside=words_of("what"),
    ),
    WordRule(
        "it asks who a person is, and those are listed that he met",
        frozenset({"bilateral"}),
        pairs=pairs_of("who is"),
    ),
    WordRule(
        "it asks what a vote means, and the list tells who cast it",
        frozenset({"vote-list"}),
        words=words_of("mean means meaning meant join joining accede acceding"),
    ),
)
