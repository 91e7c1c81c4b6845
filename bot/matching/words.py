"""Words as the phrasing index sees them: stemmed; and the sets of words that many modules go by."""

from collections.abc import Sequence
from functools import lru_cache

import Stemmer

_STEMMER = Stemmer.Stemmer("english")
_SPELLINGS = {"favor": "favour", "defense": "defence", "center": "centre", "program": "programme", "favors": "favour"}

FUNCTION_WORDS = frozenset(
    """
    a an and are as at be been being but by can could did do does for from get give had has have how i if in is
    it its just like me my of on or our out please s she should show so some tell than that the their them then
    there these they this those to u up us was we were what when where which while who whom whose why will
    with would you your about any all also am because he her him his into more most no not now one only other
    over said same say says very yes let know want need look find think doesn thing things anything something
    way make made much many lot really actually ever never still yet
    """.split()
)
"""words that carry no subject; they count for the phrasing, not as content"""
FORM_WORDS = frozenset(
    """
    verbatim pls plz please thanks thx ok okay hey hi hello btw asap hurry urgent urgently according acc per paper
    papers document documents exact exactly full text wat wot wut dis da ur r y abt bout sed hav tho cuz wanna gonna
    gimme dont
    doesnt isnt hasnt arent didnt cant wont werent wasnt havent im ive id w jan feb mar apr jun jul aug sep sept oct
    nov dec january february march april may june july august september october november december yeah so ones two
    three four five six seven eight nine ten first second third fourth fifth sixth seventh eighth ninth tenth every
    each year years yearly times time differ differs difference right correct source sources lately got get gets
    getting gone going goes go come came comes coming put puts take takes took taken keep keeps kept let lets try
    tried seem seems talk talks talking name names named naming list lists listed listing point points actual even
    far along anyone someone somebody nobody others another bit big good bad better best wrong real lol haha kind
    type sort case fact facts detail details brief briefing quick note need needs needed want wants wanted help
    check tell tells told show shows shown give gives gave given find finds found look looks looking mean means
    meant happen happens happened start started end ended thing stuff back around again also already always almost
    alone away both either else enough few less least own quite rather since such than though through today together
    too towards under until upon via whole within without rn tbh imo fyi cheers mate guys folks sir madam curious
    wondering question questions answer answers asked ask asking quote quoted quotes quotation precise precisely
    specifically basically currently anything everything nothing whatever however whether neither nor re vs n u2
    kinda sorta gotta aint youre theyre thats days mention mentions mentioned mentioning refer refers referred cite
    cites cited invoke invokes invoked regarding concerning during before after here itself lately recently later
    older newer newest earlier once roughly approximately properly merely originally everybody anybody journalist
    journalism student professor class thesis essay homework morning adviser advisor line quotable wording key
    version story true actually meantime meanwhile mid between lots nutshell role plain colleague insists
    """.split()
)
"""words of politeness, slang, dates and of asking for a text: no subject either"""
AUXILIARIES = frozenset("did does do will was were is are has have had shall can might".split())
"""verbs that follow a word that asks: "when did", "which mines have" """
POSITION_WORDS = frozenset(
    """
    why reason reasons position stance view views attitude policy join joining accede acceding accession ratify
    ratifying object objects objection objections problem problems condition conditions obstacle obstacles blocking
    excuse excuses dislike dislikes promise promised promises plan plans intend intends support supports
    """.split()
)
"""words that ask for a State's position, when no known form explains the question"""
ABSTAINING = frozenset("abstain abstains abstained abstaining abstention abstentions abstainers".split())
OF_DATES = frozenset("when date dates day year month".split())
"""words that ask for a time"""
OF_LEAVING = frozenset(
    "leave leaving leaves quit quits quitting exit exits exiting withdraw withdraws withdrawing".split()
)
"""words for leaving the Convention"""
WHY_OR_WHETHER = frozenset("why reason reasons will might plan plans promise promised intend intends".split())
"""words that turn "is it a party" into a question for its position"""
CUES = frozenset({*POSITION_WORDS, *WHY_OR_WHETHER})
NATIONS = frozenset("state states country countries nation nations government".split())
SUBJECT_WORDS = frozenset(
    """
    msp firstcommittee intersessional standingcommittee reviewconference convention treaty mine mines landmine landmines
    anti antipersonnel personnel ap apm apl apls ban banning holdout holdouts
    """.split()
).union(NATIONS)
"""words that nearly every passage here has: they tell nothing of which one is meant"""

KEPT_WORDS = frozenset("lied diy bet asean euros chechnya chechnia".split())
"""words that rules go by and no phrasing has: they are no slips of other words"""
ORGANISATIONS = frozenset("icbl isu icrc unoda unmas gichd guterres mbua".split())
"""names that make a question one on this subject, whether or not a passage answers it"""

LONGEST_WORD = 50
"""letters; what is longer is no word, is neither stemmed nor mended, and is not kept"""
SHORTEST_CONTENT = 2
"""letters that a word must have more than, to carry a subject"""


def stem(word: str) -> str:
    """The stem of one word in normal form; placeholders stay as they are, and so does what is too long for a word."""
    return _stemmed(word) if len(word) <= LONGEST_WORD else word


def stems(words: Sequence[str]) -> list[str]:
    """The stems of some words in normal form, in their order."""
    # What is too long for a word is kept out of the cache; hardly any question has such.
    longest = max(map(len, words), default=0)
    return list(map(_stemmed if longest <= LONGEST_WORD else stem, words))


@lru_cache(maxsize=20_000)
def _stemmed(word: str) -> str:
    return word if word.startswith("{") else str(_STEMMER.stemWord(_SPELLINGS.get(word, word)))


_NO_CONTENT = FUNCTION_WORDS | FORM_WORDS | SUBJECT_WORDS


def content_words(words: Sequence[str]) -> tuple[str, ...]:
    """The words that carry a subject; names, numbers, and what every question here is about are none."""
    return tuple(
        [
            word
            for word in words
            if word not in _NO_CONTENT and len(word) > SHORTEST_CONTENT and word[0] != "{" and not word[0].isdigit()
        ]
    )
