"""Several facts of a State asked for at once: "how did India vote and was it at 16MSP"."""

from itertools import pairwise

from bot.answering.asking import OF_EXPLANATIONS, OF_PRESENCE
from bot.answering.draft import Asked
from bot.answering.rules.shared import LAST_MEETING, Rerouted, as_kind
from bot.matching.words import ABSTAINING

_FACTS = {
    "vote": frozenset({"vote", "votes", "voting", "voted"}),
    "attendance": frozenset("attendance participation attended participated showed".split()),
    "statement": frozenset("statement statements position reason reasons said say view views stance".split()),
}
_EVER_THERE = {("ever", came) for came in ("come", "came", "been", "attend", "attended")} | {
    ("it", came) for came in ("ever", "come", "came", "attend", "attended")
}
_AT_THE_VOTE = {("at", "vote"), ("in", "vote"), ("for", "vote")}
_WHETHER_PARTY = {
    (be, named, "a", standing)
    for be, named in (("is", "{state}"), ("are", "{state}"), ("was", "{state}"), ("{state}", "is"), ("is", "it"))
    for standing in ("party", "member", "state")
}
"""asks for its standing, wherever it stands"""


def several_facts(asked: Asked) -> Rerouted | None:
    """The overview of a State, when vote, attendance and words are asked for together; of several, the comparison."""
    if len(asked.states) > 1:
        return _of_each(asked)
    if len(asked.states) != 1 or not asked.state.editions:
        return None
    if asked.reading.words[:1] in (("who",), ("which",)) and asked.asks("like", "same"):
        return None  # "who voted like India but was not at 16MSP"
    named = _facts(asked)
    if {"statement", "vote"} <= set(named) and asked.reading.entities.topics:
        # Beside what it says of a topic stands how it voted; an overview does not tell of topics.
        return as_kind(asked, "topic-state", "it asks for its vote and what it says of a topic")
    joined = (
        asked.asks("and", "plus", "n", "also")
        or "+" in asked.reading.question
        or "?" in asked.reading.question.rstrip(" ?!.")
    )
    explained = asked.asks_any(OF_EXPLANATIONS) and "attendance" not in named
    at_once = {"vote", "attendance"} <= set(named) or (len(named) > 1 and joined)
    if not at_once or explained:
        return None
    return as_kind(asked, "overview", f"it asks for {' and '.join(named)} at once")


def _facts(asked: Asked) -> list[str]:
    """What is asked for of one State: its vote, attendance, words or standing."""
    named = [kind for kind, words in _FACTS.items() if asked.asks_any(words)]
    if "statement" in named and asked.asks("why", "explain", "explained"):
        named.remove("statement")  # an overview does not tell why it voted so
    tabled = bool(asked.of_convention) and all(meeting.columns for meeting in asked.of_convention)
    abstained = asked.asks("abstained", "favour") or (asked.asks_any(ABSTAINING) and asked.asks("and", "but"))
    if abstained and tabled and "vote" not in named:
        named.insert(0, "vote")  # "attended 16MSP and abstained"
    there = "vote" in named and bool(asked.of_convention) and asked.asks("was", "attend", "attended", "at", "there")
    last = asked.asks("last") and asked.asks("come", "came", "time", "attend", "msp")
    last = last or not asked.pairs.isdisjoint(LAST_MEETING | _EVER_THERE)
    if "attendance" not in named and (there or last):
        named.append("attendance")
    words = [word for word in asked.reading.words if word != "the"]
    if named and any(run in _WHETHER_PARTY for run in zip(words, words[1:], words[2:], words[3:], strict=False)):
        named.insert(0, "membership")  # "is India a party and when did it last attend"
    return named


def _of_each(asked: Asked) -> Rerouted | None:
    """The comparison, when vote and attendance of several States are asked for together."""
    words = [word for word in asked.reading.words if word != "the"]
    voting = any(pair in _AT_THE_VOTE for pair in pairwise(words))  # taking part in that is no attendance
    at_once = asked.asks("and") and asked.asks_any(_FACTS["vote"]) and asked.asks_any(OF_PRESENCE) and not voting
    begins = asked.reading.words[:1] in (("did",), ("how",), ("were",), ("was",))
    return as_kind(asked, "compare", "it asks for vote and attendance of each") if at_once and begins else None
