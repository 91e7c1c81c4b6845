"""Answers to what is no question on this treaty, and help."""

from bot.answering.answer import Part, Passage, Text
from bot.answering.choice.decision import OTHER_SUBJECT
from bot.answering.draft import Asked, Draft
from bot.answering.parts import in_newest_edition, passage_of
from bot.answering.wording import question_on_vote
from bot.matching.reading import FAQ_PREFIX
from bot.matching.search import Hit
from bot.matching.thresholds import OFFERED
from bot.matching.words import NATIONS, SUBJECT_WORDS

MOST_OFFERED = 2
"""questions offered beside search hits"""

EXAMPLES = (
    "what did India say in 16MSP?",
    "how did Pakistan vote?",
    "which States are not party?",
    "can States Parties ever use mines?",
)
CAN_ASK = (
    "I answer questions on the Anti-Personnel Mine Ban Convention from a few documents: what States not party said, "
    "how they voted in 2017, which meetings they attended, who is a party, and a treaty FAQ. Every answer shows "
    "its source."
)
_WHY = {
    # A kind may have a family of files: "decline-other-subject-everyday".
    "decline-dangerous": (
        "I do not answer that",
        "I give no advice on making, laying, handling or removing mines or explosives. If you see a mine, keep away, "
        "do not touch it, and tell the police, the army or the national mine action centre.",
    ),
    "decline-instructions": ("I only answer treaty questions", "I take no instructions; I look up what documents say."),
    "decline-chatter": ("Hello", CAN_ASK),
    "decline-other-subject": ("Not a question I can answer", f"That is not about this Convention. {CAN_ASK}"),
    "decline-other-treaty": (
        "Another treaty",
        "That is about another treaty; the documents that I answer from are on the Anti-Personnel Mine Ban Convention.",
    ),
}
_OPINION = (
    "I have no opinion on that, and the documents are not asked for one here. What is on record can be asked: "
    "what a State said, how it voted, and what the treaty FAQ says."
)
_OF_CONVENTION = SUBJECT_WORDS - NATIONS | frozenset(
    "join joins joining sign signs signing accede accedes acceding accession ratify vote voted abstain party".split()
)
_UNCLEAR_FOLLOW_UP = (
    "I cannot tell what this asks after the question before. Please ask it in full, with the State, the meeting or the "
    "document."
)
TOO_LONG = "That question is too long for me. Please ask in at most {limit} characters, one question at a time."


def declined(asked: Asked, kind: str, hits: tuple[Hit, ...] = ()) -> Draft:
    """Why not, and what can be asked; passages that mention another treaty are offered."""
    title, text = next((why for family, why in _WHY.items() if kind.startswith(family)), _WHY[OTHER_SUBJECT])
    parts: list[Part] = [Text(text)]
    if hits:
        parts.append(Text("These passages mention it:"))
        parts += [as_passage(asked, hit) for hit in hits]
    return Draft("declined", title, tuple(parts), (), EXAMPLES)


def unclear_follow_up() -> Draft:
    """That a short question does not tell what it asks of the answer before."""
    return Draft("no_record", "Please ask that in full", (Text(_UNCLEAR_FOLLOW_UP),), (), EXAMPLES[:MOST_OFFERED])


def helped(_: Asked) -> Draft:
    """What can be asked."""
    return Draft("declined", "What you can ask", (Text(CAN_ASK),), (), EXAMPLES)


def opinion(asked: Asked) -> Draft:
    """The facts of a State that is named, attributed, and no opinion; nothing on what States have with each other."""
    parts: list[Part] = [Text("I have no opinion. What the documents hold, attributed:")]
    shown = [item for state in asked.states[:2] if state.editions for item in in_newest_edition(state)[:2]]
    if not shown or _on_something_else(asked):
        return Draft("declined", "No opinion", (Text(_OPINION),), (), EXAMPLES)
    parts += [passage_of(asked.knowledge, item) for item in shown]
    entry = asked.knowledge.faq.get("states-not-yet-joined")
    if entry is not None:
        cited = entry.claims[0].citations[0]
        by = f"the {cited.source.short} ({cited.source.date_label})"
        parts.append(Text(f"The other side, by {by}: {entry.claims[0].says}"))
        parts.append(Passage((cited.quote or "",), None, (cited,)))
    return Draft(
        "answered",
        "Facts, no opinion",
        tuple(parts),
        (),
        tuple(ask for state in asked.states[:1] for ask in question_on_vote(state)),
    )


def _on_something_else(asked: Asked) -> bool:
    """Whether an opinion is asked on something else than the Convention: "who is right, Armenia or Azerbaijan"."""
    reading = asked.reading
    on_convention = reading.names_treaty or reading.entities.topics or asked.meetings or asked.asks_any(_OF_CONVENTION)
    asked_in_part = asked.asks("you", "your", "should") and reading.candidates and reading.candidates[0].coverage < 1
    return not on_convention and (len(asked.states) > 1 or bool(asked_in_part))


def search_hits(asked: Asked, hits: tuple[Hit, ...], title: str, lead: str) -> Draft:
    """`no_record` with the best passages, marked as search hits."""
    parts: list[Part] = [Text(lead)]
    parts += [as_passage(asked, hit) for hit in hits]
    return Draft("no_record", title, tuple(parts), (), _near_questions(asked) or EXAMPLES[:MOST_OFFERED])


def _near_questions(asked: Asked) -> tuple[str, ...]:
    """The questions of the FAQ entries nearest to what was asked, though none is near enough to answer it."""
    near = [item for item in asked.reading.candidates[:MOST_OFFERED] if item.intent.startswith(FAQ_PREFIX)]
    near = [item for item in near if item.score >= OFFERED and item.coverage > 0]
    return tuple(asked.entry_of(item.intent).record.question for item in near)


def as_passage(asked: Asked, hit: Hit) -> Passage:
    """A search hit as a passage, marked as one."""
    if hit.statement is not None:
        return passage_of(asked.knowledge, hit.statement, marked="Search hit, no direct answer. ")
    lead = f"Search hit, no direct answer. The {hit.citation.source.short}:"
    return Passage((hit.citation.quote or "",), None, (hit.citation,), lead=lead)
