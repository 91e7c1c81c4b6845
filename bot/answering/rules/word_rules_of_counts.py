"""Words by which a total, a standing, a report or a change of editions is not the answer: rows of ``word_rules``.

A total tells neither a part of it nor what is to come, and who sent a report is not what it says.
"""

from bot.answering.rules.shared import OTHER_TEXTS
from bot.answering.rules.word_rule import WordRule, pairs_of, words_of
from bot.answering.rules.word_rules_of_lists import WHY
from bot.matching.reading import COUNT_PREFIX, NOT_PARTY_COUNT, PARTIES_COUNT

ON_COUNTS = (
    WordRule(
        "it asks why a list changed, and lists give no reasons",
        frozenset({"edition-changes"}),
        words=words_of("why"),
    ),
    WordRule(
        "it asks why a State wrote nothing, and it is told whether it did",
        frozenset({"no-information"}),
        words=WHY,
    ),
    WordRule(
        "it asks who wrote for a State, and letters are those of States",
        frozenset({"letters"}),
        pairs=pairs_of("who wrote", "who penned"),
        beside=words_of("{state}"),
    ),
    WordRule(
        "it asks who published a report, and it is told who sent one",
        frozenset({"article7"}),
        words=words_of("un isu secretariat"),
        beside=words_of("publish published"),
    ),
    WordRule(
        "it asks which of them joined first, and no date of joining is told",
        frozenset({"membership"}),
        pairs=pairs_of("or after", "or before", "or later", "or earlier", "joined first", "joined before"),
    ),
    WordRule(
        "it asks of a law, and it is told who is a party",
        frozenset({"membership"}),
        words=words_of("law bill decree"),
        beside=words_of("signature signed sign draft drafts date day"),
    ),
    WordRule(
        "it asks for the reports of States Parties, and those of States not party are told",
        frozenset({"article7"}),
        pairs=pairs_of("states parties", "party states", "member states"),
        unless=words_of("not non outside"),
    ),
    WordRule(
        "it asks which of them signed, and the list has all",
        frozenset({"states-not-party", NOT_PARTY_COUNT}),
        words=words_of("signatory signatories"),
        pairs=pairs_of("have signed", "has signed", "that signed", "who signed", "party signed", "treaty signed"),
    ),
    WordRule(
        "it asks how many signed and are not party",
        frozenset({f"{COUNT_PREFIX}signatories"}),
        words=words_of("party parties outside"),
    ),
    WordRule(
        "it asks for the most or the least, and the list ranks nobody",
        frozenset({"states-not-party", "vote-list", "letters", "bilateral", "article7", "no-information"}),
        words=words_of("most least biggest largest highest lowest smallest fewest"),
        unless=words_of("recent recently"),
    ),
    WordRule(
        "it asks what did not change, or what is newest, and changes are told",
        frozenset({"edition-changes"}),
        words=words_of("unchanged newest"),
        pairs=pairs_of("not change", "not changed", "didnt change", "no change", "no changes"),
    ),
    WordRule(
        "it asks how many signed and did not ratify",
        frozenset({f"{COUNT_PREFIX}signatories"}),
        words=words_of("ratified ratify ratification"),
    ),
    WordRule("it asks of another agreement", frozenset({"membership"}), words=OTHER_TEXTS),
    WordRule(
        "it asks for a day, and the documents give the year of a vote, and of a meeting with the President",
        frozenset({"bilateral", "vote", "vote-list", "article7"}),
        pairs=pairs_of(
            "vote day",
            "submission day",
            "submission date",
            "president date",
            "which date",
            "what date",
            "which day",
            "what day",
            "exact date",
            "exact day",
            "which month",
        ),
    ),
    WordRule(
        "it asks what stands in a report, and it is told who sent one",
        frozenset({"article7"}),
        words=words_of("contents contain contains contained disclose disclosed reveal revealed annexes casualties"),
    ),
    WordRule(
        "it asks how many have to join, and the total is told",
        frozenset({PARTIES_COUNT}),
        pairs=pairs_of("to join", "to ratify", "to accede"),
        unless=words_of("yet"),
    ),
    WordRule(
        "it asks of a part of a State, and it is told who is a party",
        frozenset({"membership"}),
        pairs=pairs_of("part of"),
        unless=words_of("treaty convention ban banning ottawa agreement it this that"),
    ),
    WordRule(
        "it asks for the members of another body",
        like=(f"{COUNT_PREFIX}states",),
        words=words_of("assembly firstcommittee nato council cd"),
    ),
    WordRule(
        "it asks how many are mined, and those in or out of the Convention are counted",
        like=(f"{COUNT_PREFIX}states",),
        words=words_of("mined contaminated"),
    ),
    WordRule(
        "it asks for the number of a year, and all until then are counted",
        frozenset({f"{COUNT_PREFIX}stockpiled-mines-destroyed"}),
        words=words_of("annually yearly"),
        pairs=pairs_of("per year", "each year", "every year", "a year"),
    ),
    WordRule(
        "it asks of each country, and a total is told",
        like=(COUNT_PREFIX,),
        pairs=pairs_of("by country", "per country"),
    ),
    WordRule(
        "it asks which reports were late, and it is told who sent one",
        frozenset({"article7"}),
        words=words_of("late overdue deadline punctually"),
        pairs=pairs_of("on time", "in time"),
    ),
    WordRule(
        "it asks who refuses or will never join, which no list tells",
        frozenset({"states-not-party"}),
        words=words_of("refuse refuses refused refusing"),
        pairs=pairs_of("will never", "no to"),
    ),
    WordRule(
        "it asks how many joined in a year, and the total is told",
        frozenset({PARTIES_COUNT}),
        pairs=pairs_of("joined in", "acceded in", "ratified in", "join in", "joined during", "joined since"),
        of_a_year=True,
    ),
)
