"""Words for a part of a topic only: whoever speaks of armed groups does not thereby speak of terrorists.

A statement marked with a topic is told for such a word only if a sentence of it holds that word.
"""

from collections.abc import Sequence

from bot.answering.draft import Asked
from bot.answering.fitting import HELD, on_subject
from bot.answering.sentences import holds_together
from bot.knowledge.model import Statement
from bot.matching.tokens import keys_of
from bot.matching.words import stems

MENTIONING = frozenset("mention mentions mentioned speak speaks spoke talk talks refer refers cite cites".split())
"""verbs that ask for words, and not for what a State does"""


def narrower_words(asked: Asked) -> tuple[str, ...]:
    """The words typed that name a part of a topic, when no other topic is named.

    Of names that stand in one another the shortest: "colonial" of "colonial powers".
    """
    found: list[str] = []
    for mention in asked.reading.mentions:
        if mention.kind != "topic":
            continue
        typed = set(stems(keys_of(mention.words)))
        names = [name for name in asked.knowledge.topics[mention.id].narrower if typed.issuperset(stems(keys_of(name)))]
        if not any(typed == set(stems(keys_of(name))) for name in names):
            return ()
        found.append(min(names, key=len))
    return tuple(found)


def topic_words(asked: Asked) -> tuple[str, ...]:
    """The words typed for topics."""
    return tuple(mention.words for mention in asked.reading.mentions if mention.kind == "topic")


def topic_keys(asked: Asked) -> frozenset[str]:
    """The single words in these, in the form in which they are compared."""
    return frozenset(key for words in topic_words(asked) for key in keys_of(words))


def is_elsewhere(asked: Asked, items: Sequence[Statement], words: Sequence[str]) -> bool:
    """Whether none of a State's statements holds such words, nor what else the question is about."""
    of_topics = topic_keys(asked)
    beside = [word for word in on_subject(asked) if word not in of_topics]
    told = bool(beside) and any(asked.search.share(item, beside) >= HELD for item in items)
    return bool(words) and not told and not holding(items, words)


def holding(items: Sequence[Statement], words: Sequence[str]) -> list[Statement]:
    """Those of some statements of which a sentence holds one of some words, which may be several together."""
    return [item for item in items if any(holds_together(item, keys_of(word)) for word in words)]
