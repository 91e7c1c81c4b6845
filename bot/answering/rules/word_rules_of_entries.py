"""Words by which no FAQ entry is the answer: rows of ``word_rules``.

An entry tells what somebody did or said, not their life, and ranks nobody. What a single entry does not tell stands in
its own file (``entry_words``).
"""

from bot.answering.rules.word_rule import WordRule, pairs_of, words_of
from bot.matching.reading import COUNT_PREFIX, FAQ_PREFIX

ON_ENTRIES = (
    WordRule(
        "it asks for the life of a person, and entries tell what they did or said",
        like=(FAQ_PREFIX,),
        words=words_of("born birthday birthplace nationality married wife"),
        pairs=pairs_of("become foreign", "became foreign", "become minister", "became minister"),
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
        "it asks for our own judgement",
        like=(FAQ_PREFIX,),
        pairs=pairs_of(
            "your view", "your opinion", "good president", "bad president", "great president", "good secretary"
        ),
    ),
)
