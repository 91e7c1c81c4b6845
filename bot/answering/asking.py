"""What the words of a question ask for: a number, a date, the thing after "which", a vote, attendance, words."""

from collections.abc import Sequence
from itertools import pairwise

from bot.answering.draft import Asked
from bot.matching.words import FUNCTION_WORDS, SUBJECT_WORDS, content_words

OF_REASONS = tuple(
    "why reason reasons justify justified justification explain explains explained motive motives".split()
)
OF_WORDS = tuple("said say says tell tells told quote quoted statement statements wording intervention".split())
"""words that ask what was said, whoever attended"""
OF_DATES = tuple("when date dates day year month".split())
OF_VOTES = tuple(
    "vote voted votes voting ballot abstain abstained abstains abstaining abstention abstentions favour".split()
)
OF_PRESENCE = tuple("attend attended attends attending attendance present participate participated".split())
OF_DETAILS = tuple(
    """
    type types model models brand brands company companies firm firms manufacturer manufacturers factory
    factories supplier suppliers name names person people minister ambassador province provinces region regions district
    districts hectares price prices cost costs budget contractor contractors ngo ngos
    """.split()
)
"""things asked for after "which" that a statement tells only when it holds the very word"""
_OF_NUMBERS = tuple("figure figures percent quantity quantities amount number numbers".split())
_NUMBER_PAIRS = {("how", "many"), ("how", "much"), ("how", "big"), ("how", "large"), ("size", "of")}
_ASKING = frozenset("which what whose".split())
_COUNTING = frozenset("number numbers quantity amount".split())
_LINKING = frozenset("of the un other exact a an s".split())
_MOST_NOUNS = 3


def things(words: Sequence[str]) -> tuple[str, ...]:
    """The content words between "which" or "what" and the verb: "which forum does India prefer" asks for a forum."""
    for (word, following), place in zip(pairwise((*words, "")), range(len(words)), strict=True):
        nouns = tuple(noun for noun in _nouns(words[place + 1 :]) if noun not in SUBJECT_WORDS)
        if word in _ASKING and nouns:
            return nouns
        if word in OF_DETAILS and following == "of":
            return (word,)
    return ()


def counted(words: Sequence[str]) -> tuple[str, ...]:
    """The words after "how many" or "number of": "how many armed groups signed" counts armed groups."""
    for (word, following), place in zip(pairwise((*words, "")), range(len(words)), strict=True):
        if word == "many" or (word in _COUNTING and following == "of"):
            return _nouns(words[place + 1 :])
    return ()


def _nouns(words: Sequence[str]) -> tuple[str, ...]:
    found: list[str] = []
    for word in words:
        if word in _LINKING:
            continue
        if word in FUNCTION_WORDS or word.startswith("{") or len(found) == _MOST_NOUNS:
            break
        found.append(word)
    return tuple(word for word in found if word in SUBJECT_WORDS or content_words([word]) or word in OF_DETAILS)


def asks_number(asked: Asked) -> bool:
    """Whether a question asks how many or how much."""
    words = asked.reading.words
    return asked.asks(*_OF_NUMBERS) or any(pair in _NUMBER_PAIRS for pair in pairwise(words)) or bool(counted(words))


def asks_for_votes(asked: Asked) -> bool:
    """Whether a question asks how States voted, not what they said of it."""
    of_words = asked.asks(*OF_WORDS, *OF_REASONS, "explanation", "explanations", "eov")
    return asked.asks(*OF_VOTES) and not of_words


def asks_for_presence(asked: Asked) -> bool:
    """Whether a question asks who was there, not what was said there."""
    return asked.asks(*OF_PRESENCE) and not asked.asks(*OF_WORDS, *OF_VOTES, "words")
