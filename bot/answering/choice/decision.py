"""What to do with a question: the decision, and the kinds that stand for no answer."""

from typing import Literal, NamedTuple

from bot.matching.reading import Candidate, Reading

OTHER_TREATY = "decline-other-treaty"
OTHER_SUBJECT = "decline-other-subject"
INSTRUCTIONS = "decline-instructions"
TOO_LONG = "too-long"
"""intent of a text that is not read, for its length"""
SEARCH = "search"
"""intent of a question that is answered with search hits and is read as no kind of question"""
Step = Literal["help", "decline", "which-name", "ambiguous", "answer", "both", "search"]
"""``both``: two FAQ entries together are the answer"""


class Decision(NamedTuple):
    """What to do with a question, and the reading to do it by."""

    step: Step
    reading: Reading
    near: tuple[Candidate, ...] = ()
    why: str = ""
    on_subject: bool = False
    """for a search: the question is on this treaty, whatever its words"""


def by(reading: Reading, candidate: Candidate) -> Reading:
    """A reading with the kind of question that is answered."""
    if candidate.intent == reading.intent:
        return reading
    score = reading.score * candidate.score / best if (best := reading.candidates[0].score) else 0.0
    return reading._replace(intent=candidate.intent, score=score)
