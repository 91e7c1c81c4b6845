"""One State, then another in the same message: "I know India abstained. What about Nepal?".

Read as a whole it would ask what India says about Nepal. It is a question and the one that follows it: both are
answered when the first is asked, the second alone when the first is only told.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from bot.answering.choice.clauses import Read
from bot.answering.draft import Asked, Draft
from bot.answering.families.comparing import one_after_another
from bot.matching.languages import ENGLISH
from bot.matching.reading import Entities, Reading

_WHAT_ABOUT = re.compile(
    r"^(?P<first>.{6,}?)\s*(?P<asked>\?)?[\s.,;:!–-]+(?:(?:right|true|and|so|but|ok|okay|then)\b[?,\s]*)*"
    r"(?:what|how) about (?P<then>[^?.!]{2,60}?)[?.!\s]*$",
    re.IGNORECASE | re.DOTALL,
)
_ABOUT = "about"
_ASKING = re.compile(r"(?i)\b(?:who|what|which|when|where|why|how|did|does|do|is|are|was|were|has|have)\b")
AnswerOf = Callable[[Asked], tuple[Reading, Draft]]
"""the reading by which a question is answered, and its answer"""


def what_about_another(asked: Asked, read: Read, answer_of: AnswerOf) -> tuple[Reading, Draft] | None:
    """The answer for the State asked about last, after that for the first when it was asked too; None for others."""
    question = asked.reading.question
    if _ABOUT not in asked.words or asked.reading.language != ENGLISH or not (found := _WHAT_ABOUT.match(question)):
        return None
    first = read(found["first"])
    then = read(found["then"])
    named = then.entities.states
    if not first.entities.states or not named or then.entities != Entities(states=named) or then.content_words:
        return None
    second = read(f"what about {found['then']}?", first)
    of_second = answer_of(replace(asked, reading=second))
    asks_first = found["asked"] or _ASKING.match(found["first"])
    if not asks_first:
        return of_second[0]._replace(question=question), of_second[1]
    of_first = answer_of(replace(asked, reading=first))
    return of_second[0]._replace(question=question), one_after_another([of_first[1], of_second[1]])
