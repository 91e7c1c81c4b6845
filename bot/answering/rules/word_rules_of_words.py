"""Words by which a State's statements are not the answer: rows of ``word_rules``.

Statements leave out who paid or signed, how to reach somebody, and what happened after the documents.
"""

from bot.answering.asking import LATELY, OF_REASONS, OF_WORDS
from bot.answering.rules.shared import KINDS_OF_PRESENCE
from bot.answering.rules.word_rule import WordRule, pairs_of, words_of
from bot.matching.reading import LEAVING_COUNT, SPEAKING

ON_WORDS = (
    WordRule(
        "it asks for a person, and statements are those of States",
        frozenset({"statement"}),
        pairs=pairs_of("which diplomat", "which delegate", "which ambassador"),
    ),
    WordRule(
        "it asks how long or how often somebody spoke",
        SPEAKING,
        pairs=pairs_of("long was", "long were", "many times", "how often"),
        beside=words_of("statement speech intervention speak spoke speaking"),
    ),
    WordRule(
        "it asks what others made of a State's words, which no statement tells",
        SPEAKING | {"attendance"},
        pairs=pairs_of("was {state}", "were {state}"),
        beside=words_of("criticised criticized condemned questioned asked praised applauded thanked"),
        unless=OF_WORDS,
    ),
    WordRule(
        "it asks who answered a State, which no statement tells",
        SPEAKING,
        pairs=pairs_of("answered {state}", "rebutted {state}", "contradicted {state}", "object to", "objected to"),
        beside=words_of("anyone anybody who nobody"),
    ),
    WordRule(
        "it asks what somebody else told a State, and its own words are on record",
        SPEAKING,
        pairs=pairs_of("to {state}", "ask {state}", "tell {state}", "asked {state}", "told {state}"),
        beside=words_of("chair chairman president presidents coordinator"),
        unless=words_of("by"),
    ),
    WordRule(
        "it asks what a part of a people says, and statements are those of States",
        SPEAKING,
        pairs=frozenset(
            ("{state}", part) for part in "ngo ngos public opposition press media parliament generals".split()
        ),
        beside=words_of("say says said think thinks want wants feel believe"),
        unless=words_of("use uses using"),
    ),
    WordRule(
        "it asks for a company, and statements name none",
        SPEAKING,
        words=words_of("firm firms company companies manufacturer manufacturers factory factories"),
        unless=words_of("private can may allowed let are do does"),
    ),
    WordRule(
        "it asks for names, and passages are told that speak of the thing",
        frozenset({"in-document"}),
        pairs=pairs_of("names of", "name of", "by name"),
    ),
    WordRule(
        "it asks what a report contains, and statements only speak of one",
        SPEAKING,
        pairs=pairs_of("what is"),
        beside=words_of("report reports decree bill"),
        unless=words_of("say says said position"),
    ),
    WordRule(
        "it asks who paid, made or signed something, which no statement tells",
        SPEAKING,
        words=words_of("who"),
        beside=words_of(
            "paid pays funded funds financed sponsored manufactures manufacture makes sells supplies signed helped "
            "introduced drafted wrote read"
        ),
        unless=words_of("moratorium"),
    ),
    WordRule(
        "it asks for a vote beside an explanation of one, or on another text, and neither is on record",
        SPEAKING | {"vote", "vote-list"},
        pairs=pairs_of("which way", "ccw resolution"),
        beside=words_of("explanation ccw"),
    ),
    WordRule(
        "it asks for the year in which something began or ended, and statements are told with their own",
        SPEAKING,
        pairs=pairs_of("exact year", "end year", "start year"),
    ),
    WordRule(
        "it asks in which part of a country mines are, and statements tell none",
        SPEAKING,
        pairs=pairs_of("which part", "what part"),
        beside=words_of("mined laid border borders country territory mines minefields"),
        unless=words_of("play criticism production conflict convention treaty"),
    ),
    WordRule(
        "it asks what the treaty allows a State or asks of it, and it is told what the State says",
        frozenset({"position", "statement"}),
        words=words_of("oblige obliges obliged allowed permitted forbidden"),
        pairs=pairs_of("still sign", "still ratify"),
        beside=words_of("treaty convention law use sign ratify"),
        unless=words_of("say said says why"),
    ),
    WordRule(
        "it asks which meeting of a series was in a year, and none of that year is on record",
        frozenset({"meeting-info"}),
        words=words_of("{year}"),
        beside=words_of("which"),
        unless=words_of("{meeting}"),
    ),
    WordRule(
        "it asks what was agreed or decided, which is told of no meeting",
        frozenset({"meeting-info", "bilateral", "opinion", "attendance"}),
        words=words_of("agreed decided adopted promised"),
    ),
    WordRule(
        "it asks who else came or spoke than States not party",
        frozenset({"attendees", "absentees", "silence", "meeting-info", "meeting-statements", "attendance-totals"}),
        words=words_of("ngo ngos icbl icrc unoda unmas gichd un nato journalists journalist survivors"),
    ),
    WordRule(
        "it asks who sent no report or letter, and those are listed that never came",
        frozenset({"never-participated"}),
        words=words_of("report reports reported letter letters reply replied replies"),
        unless=words_of("participated participate attended attend meeting meetings part"),
    ),
    WordRule(
        "it asks who does what with reports, or when they are due, and it is listed who sent one",
        frozenset({"article7"}),
        words=words_of("due deadline gets receives reads read full signed signs pages"),
        pairs=pairs_of("i write", "to write"),
    ),
    WordRule(
        "it asks how a vote was held or changed, and it is listed who voted how",
        frozenset({"vote-list", "edition-changes"}),
        words=words_of("counted counts changed change"),
        beside=words_of("vote votes"),
        unless=words_of("paper papers document documents {source} edition editions"),
    ),
    WordRule(
        "it asks what follows, and it is told who leaves",
        frozenset({LEAVING_COUNT}),
        pairs=pairs_of("what happens", "what should", "what must", "what can"),
    ),
    WordRule(
        "it asks who spoke or signed for a State, and statements are told with the State alone",
        SPEAKING | KINDS_OF_PRESENCE | {"overview", "meeting-statements", "no-information"},
        words=words_of("diplomat delegate representative spokesman spokeswoman prince"),
        pairs=pairs_of("{state} official"),
        beside=words_of("which who name"),
        unless=OF_REASONS | words_of("send sends sent had"),
    ),
    WordRule(
        "it asks of those who did not sign, and those who did are counted",
        frozenset({"count-signatories"}),
        words=words_of("didnt not never without"),
    ),
    WordRule("it asks what somebody thinks in person", SPEAKING, words=words_of("personally")),
    WordRule(
        "it asks for the name of an office holder, and statements give none",
        SPEAKING,
        pairs=pairs_of("{state} president", "{state} king", "{state} minister", "{state} ambassador"),
        beside=words_of("which who name"),
        unless=words_of("year declare declared"),
    ),
    WordRule(
        "it asks how many of a people, and statements count none",
        SPEAKING,
        pairs=pairs_of("many {state}"),
        beside=words_of("hurt killed wounded injured died maimed victims casualties"),
    ),
    WordRule("it asks of a time after the documents", SPEAKING, pairs=LATELY, unless=OF_WORDS),
    WordRule(
        "it asks for the casualties of a year",
        SPEAKING,
        words=words_of("casualties victims deaths killed"),
        unless=OF_WORDS,
        of_a_year=True,
    ),
    WordRule(
        "it asks how to reach somebody",
        like=("",),
        words=words_of("phone telephone website fax"),
        pairs=pairs_of("email address", "officer email", "contact email"),
    ),
    WordRule(
        "it asks how to do something, and statements tell what States say",
        SPEAKING,
        pairs=pairs_of("how to"),
        unless=OF_WORDS | words_of("according view think"),
    ),
    WordRule(
        "it asks whom a President of the United States met, and the President of a meeting met States",
        frozenset({"bilateral"}),
        words=words_of("clinton bush obama trump biden"),
    ),
    WordRule(
        "it asks which of them does more, and only votes, meetings and statements are compared",
        frozenset({"compare"}),
        words=words_of("more most less bigger larger smaller"),
        beside=words_of("who which"),
        unless=OF_WORDS | words_of("meetings meeting msp attended often statements"),
    ),
    WordRule(
        "it asks how somebody decided, and statements tell what was before them",
        SPEAKING,
        pairs=pairs_of("how did", "how has"),
        beside=words_of("decide decided"),
        unless=words_of("to"),
    ),
    WordRule(
        "it asks how long something lasted, and it is told when a State last came",
        frozenset({"last-participation"}),
        pairs=pairs_of("how long"),
        unless=words_of("ago since"),
    ),
    WordRule(
        "it asks why somebody came or stayed away, and its position on the Convention is told",
        frozenset({"position"}),
        words=words_of("why"),
        beside=words_of("participate participated skip skipped"),
    ),
    WordRule(
        "it asks how the whole world voted, and the vote of States not party is told",
        frozenset({"vote-list"}),
        words=words_of("world worldwide globally"),
    ),
    WordRule(
        "it asks when its words are of, and it is told when it last took part",
        frozenset({"last-participation"}),
        words=words_of("update updated updates"),
    ),
    WordRule(
        "it asks whether something is so because of a State, and its own position is told",
        frozenset({"position"}),
        pairs=pairs_of("it because"),
    ),
    WordRule(
        "it asks why a document leaves a State out, and its position on the Convention is told",
        frozenset({"position"}),
        pairs=pairs_of("not in"),
        beside=words_of("document list table paper {source}"),
    ),
    WordRule(
        "it asks why somebody walked out, and its position on the Convention is told",
        frozenset({"position", "statement"}),
        pairs=pairs_of("walk out", "walked out", "storm out", "stormed out", "walks out"),
    ),
    WordRule(
        "it asks what a person said, and statements are those of States",
        SPEAKING,
        pairs=pairs_of("she say", "he say", "she said", "he said"),
    ),
)
