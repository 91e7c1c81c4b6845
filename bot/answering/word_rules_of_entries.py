"""Words by which an FAQ entry is not the answer: rows of ``word_rules``.

An entry near a question may tell of another plan, of one State, or of what somebody did and not of their life.
"""

from bot.answering.word_rule import WordRule, pairs_of, words_of
from bot.matching.reading import COUNT_PREFIX, FAQ_PREFIX, LEAVING_COUNT
from bot.matching.words import OF_LEAVING

ON_ENTRIES = (
    WordRule(
        "it asks who thanked or praised somebody, and the entry tells what States do at meetings",
        frozenset({f"{FAQ_PREFIX}status-observers-taking-part"}),
        words=words_of("thanked praised applauded congratulated"),
    ),
    WordRule(
        "it asks for the life of a person, and entries tell what they did or said",
        like=(FAQ_PREFIX,),
        words=words_of("born birthday birthplace nationality married wife"),
        pairs=pairs_of("become foreign", "became foreign", "become minister", "became minister"),
    ),
    WordRule(
        "it asks how an act was voted or signed, and the entry tells what it did",
        frozenset({f"{FAQ_PREFIX}us-1997-leahy-moratorium-act"}),
        words=words_of("opposed voted signed"),
    ),
    WordRule(
        "it asks for a number of mines and names no State, and the entry tells that of one",
        frozenset({f"{FAQ_PREFIX}mongolia-stockpile"}),
        pairs=pairs_of("how many"),
        unless=words_of("{state}"),
    ),
    WordRule(
        "it asks for methods given up, and the entry tells those in use",
        frozenset({f"{FAQ_PREFIX}clearance-toolbox"}),
        pairs=pairs_of("no longer", "not used", "given up"),
    ),
    WordRule(
        "it asks for buyers, and the entry tells when exports ended",
        frozenset({f"{FAQ_PREFIX}us-last-laid-or-exported"}),
        words=words_of("whom buyers customers bought"),
    ),
    WordRule(
        "it asks who did most, and the entry tells of each",
        frozenset({f"{FAQ_PREFIX}who-told-of-stockpiles"}),
        words=words_of("most biggest"),
        beside=words_of("destroyed destroy"),
    ),
    WordRule(
        "it asks who criticises those that leave, and it is told who criticises the Convention",
        frozenset({f"{FAQ_PREFIX}who-criticises-the-treaty"}),
        words=words_of("withdrawal withdrawals leaving leave"),
    ),
    WordRule(
        "it asks for places of a campaign, and the entry names none",
        frozenset({f"{FAQ_PREFIX}report-campaign"}),
        pairs=pairs_of("which countries", "what countries", "which places", "which cities"),
        unless=words_of("leave leaving withdraw withdrawing exit prompted triggered"),
    ),
    WordRule(
        "it asks who comes next, and only the largest is told",
        frozenset({f"{FAQ_PREFIX}us-clearance-contribution"}),
        words=words_of("second third next"),
    ),
    WordRule(
        "it asks of another plan, and the entry tells of that of Maputo",
        frozenset({f"{FAQ_PREFIX}status-maputo-action-1"}),
        words=words_of("oslo siem reap nairobi cartagena"),
        unless=words_of("maputo"),
    ),
    WordRule(
        "it asks how many of them were children, women or men, and only all are told",
        like=(FAQ_PREFIX, COUNT_PREFIX),
        words=words_of("children kids child women men girls boys"),
        beside=words_of("many number share percent percentage proportion"),
    ),
    WordRule(
        "it asks who is the nearest or the sharpest, and nobody is ranked",
        like=(FAQ_PREFIX,),
        words=words_of("closest nearest strongest harshest fiercest sharpest toughest loudest"),
        pairs=pairs_of("most strongly", "most likely", "most against", "most critical"),
        unless=words_of("relationship relations ties"),
    ),
    WordRule(
        "it asks who signed, and it is told with whom",
        frozenset({f"{FAQ_PREFIX}morocco-minurso", f"{FAQ_PREFIX}myanmar-ceasefire"}),
        pairs=pairs_of("who signed"),
        unless=words_of("up"),
    ),
    WordRule(
        "it asks how it went on, and the entry tells of a plan",
        frozenset({f"{FAQ_PREFIX}marshall-islands-review"}),
        words=words_of("finished completed"),
        pairs=pairs_of("ever finish", "ever complete"),
        unless=words_of("must before until timeline"),
    ),
    WordRule(
        "it asks for names, and the entry gives none",
        frozenset({f"{FAQ_PREFIX}mine-trade-and-producers", f"{FAQ_PREFIX}appeal-to-users-and-producers"}),
        pairs=pairs_of("by name", "name them", "the names", "full list", "named by"),
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
        "it asks for those that joined or stay, and those are told that leave",
        frozenset({f"{FAQ_PREFIX}report-five-states", LEAVING_COUNT}),
        words=words_of("party parties member members joined join most mines"),
        unless=OF_LEAVING | words_of("left withdrawal withdrawals announced walk walking opt pull pulling"),
    ),
    WordRule(
        "it asks for those destroyed, cleared or left of all mines, and a share of States is told",
        frozenset({f"{FAQ_PREFIX}share-of-states-joined"}),
        words=words_of("mined destroyed gone cleared mines"),
        unless=words_of("states countries nations joined"),
    ),
    WordRule(
        "it asks who signed a document of these, and signatories of the Convention are told",
        frozenset({"count-signatories", f"{FAQ_PREFIX}signatory-not-ratified"}),
        words=words_of("document documents paper papers {source}"),
        beside=words_of("signed signs sign"),
        unless=words_of("ratified ratify {year}"),
    ),
    WordRule(
        "it asks for other donors, and one State's contribution is told",
        frozenset({f"{FAQ_PREFIX}us-clearance-contribution"}),
        words=words_of("donors"),
    ),
    WordRule(
        "it asks what an organisation says of those that leave, and it is told who leaves",
        frozenset({f"{FAQ_PREFIX}report-five-states", LEAVING_COUNT}),
        words=words_of("nato icrc icbl"),
        beside=words_of("say says said think thinks position react reacted"),
    ),
    WordRule(
        "it asks for our own judgement",
        like=(FAQ_PREFIX,),
        pairs=pairs_of(
            "your view", "your opinion", "good president", "bad president", "great president", "good secretary"
        ),
    ),
    WordRule(
        "it asks who may leave, and those are told that do",
        frozenset({f"{FAQ_PREFIX}report-five-states", LEAVING_COUNT}),
        pairs=pairs_of("who can", "states can", "countries can", "who may", "states may", "countries may"),
    ),
)
