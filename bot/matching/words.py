"""Words as the phrasing index sees them: stemmed, and mended when misspelt."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

import Stemmer

from bot.matching.english import is_english
from bot.similarity import Words, edits

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
SUBJECT_WORDS = frozenset(
    """
    msp firstcommittee intersessional standingcommittee reviewconference convention treaty mine mines landmine landmines
    anti antipersonnel personnel ap apm apl apls ban banning state states country countries nation nations government
    holdout holdouts
    """.split()
)
"""words that nearly every passage here has: they tell nothing of which one is meant"""

KEPT_WORDS = frozenset("diy bet asean euros chechnya chechnia".split())
"""words that rules go by and no phrasing has: they are no slips of other words"""
CHAT_SPELLINGS = dict(
    pair.split("=")
    for pair in """
    govt=government govts=governments gov=government intl=international yr=year yrs=years docs=documents
    ppl=people stmt=statement stmts=statements mtg=meeting mtgs=meetings btwn=between thru=through till=until til=until
    vol=voluntary coz=because cos=because wld=would shld=should cld=could
    wht=what hw=how wen=when wher=where wich=which
    art7=article7 acc=according
    cttee=committee ctte=committee cmte=committee apms=mines partys=parties temp=temporary expl=explanation
    """.split()
)
"""words as they are typed in chats, where the knowledge does not have them as words of its own"""
ORGANISATIONS = frozenset("icbl isu icrc unoda unmas gichd guterres mbua".split())
"""names that make a question one on this subject, whether or not a passage answers it"""

LONGEST_WORD = 50
"""letters; what is longer is no word, is neither stemmed nor mended, and is not kept"""
SHORTEST_CONTENT = 2
"""letters that a word must have more than, to carry a subject"""
MEND_FROM = 4
"""letters of the shortest word that is mended"""
MEND_AT_LEAST = 0.75
"""similarity from which a known word is looked at for an unknown one"""
MEND_LIKENESS = 0.80
"""likeness (similarity and the bonuses below) from which the unknown word is taken for it"""
FIRST_LETTER_HOLDS = 0.06
LETTERS_SWAPPED = 0.08
SAME_LENGTH = 0.01


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


_SHORT_SUBJECTS = frozenset({"vote", "party", "old", "last", "part"})
_SHORT_WORDS = sorted({word for word in FUNCTION_WORDS if 1 < len(word) <= 5} | _SHORT_SUBJECTS)


def _mended_short(word: str) -> str | None:
    """The question word one edit away: "teh", "woh", "dd". A beginning ("wha"), then swapped letters, come first."""
    near = [known for known in _SHORT_WORDS if edits(word, known, at_most=1) == 1]
    near = [known for known in near if len(known) > 2 or sorted(known) == sorted(word) or len(word) > 2]
    return min(
        near,
        key=lambda known: (
            known[0] != word[0] and sorted(known) != sorted(word),
            sorted(known) != sorted(word),
            not known.startswith(word),
            len(known) != len(word),
        ),
        default=None,
    )


class Vocabulary:
    """The known words; an unknown one is mended to its nearest known word, unless it is a word of English itself."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)

    @cached_property
    def _all(self) -> Words:
        # Sorted when the first unknown word comes.
        return Words(word for word in self._words if len(word) >= MEND_FROM - 1)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        return iter(self._words)

    def mend(self, word: str) -> str | None:
        """The known word that ``word`` is a misspelling of, or None."""
        return self.mended(word)[0]

    def mended(self, word: str) -> tuple[str | None, float]:
        """The known word that ``word`` is a misspelling of, with its likeness; (None, 0) when there is none."""
        if any(char.isdigit() for char in word):
            return None, 0.0
        is_word = word not in self._words and is_english(word)
        # "wire" is typed for "were" more often than it is asked for, but a "ship" is no slip of "skip".
        if len(word) <= MEND_FROM and (short := _mended_short(word)) and not (is_word and short in _SHORT_SUBJECTS):
            return short, MEND_LIKENESS
        if is_word or not MEND_FROM <= len(word) <= LONGEST_WORD:
            return None, 0.0
        near = self._all.nearest(word, at_least=MEND_AT_LEAST, limit=8)
        if not near:
            return None, 0.0
        best, score = max(((known, likeness(word, known, score)) for known, score in near), key=lambda item: item[1])
        return (best, score) if score >= MEND_LIKENESS else (None, 0.0)


def likeness(word: str, known: str, similarity: float) -> float:
    """Similarity, and more where people's slips are likelier: the first letter holds, letters are swapped."""
    score = similarity + (FIRST_LETTER_HOLDS if word[0] == known[0] else 0.0)
    if sorted(word) == sorted(known):
        score += LETTERS_SWAPPED
    return score + (SAME_LENGTH if len(word) == len(known) else 0.0)


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
