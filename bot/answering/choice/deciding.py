"""Which reading to answer by: the four outcomes in their order (DESIGN, principle 3)."""

from bot.answering.asking import OF_REASONS, OF_VOTES, OF_WORDS, asks_number
from bot.answering.choice.choosing import LOOKED_AT, UNANSWERED, chosen
from bot.answering.choice.decision import OTHER_SUBJECT, OTHER_TREATY, SEARCH, TOO_LONG, Decision, by
from bot.answering.choice.own_words import in_own_words
from bot.answering.choice.pairing import pair
from bot.answering.choice.refusing import refusal
from bot.answering.choice.unheld import likeliest_unheld, on_record, outdoes, told_beside
from bot.answering.draft import Asked
from bot.answering.families.conditions import several_conditions
from bot.answering.families.in_document import KIND as IN_DOCUMENT
from bot.answering.families.in_document import names_document
from bot.answering.families.mentions import asks_for_mention, mentioning
from bot.answering.families.quotations import quotation
from bot.answering.fitting import on_subject
from bot.answering.rules.rerouting import rerouted
from bot.answering.rules.together import several_facts
from bot.answering.rules.topic_ids import LEAVING
from bot.answering.rules.vote_rules import votes_of_all
from bot.answering.rules.withholding import withheld
from bot.matching.foreign import understood_in_other_language
from bot.matching.languages import ENGLISH
from bot.matching.reading import (
    DANGEROUS_KIND,
    DECLINE_PREFIX,
    FAQ_PREFIX,
    SPEAKING,
    UNHELD_PREFIX,
    Candidate,
    Entities,
    Reading,
)
from bot.matching.thresholds import (
    BESIDE_UNHELD,
    CLEAR,
    DANGEROUS,
    LEAST_SCORE,
    LIKELY,
    MOST_READINGS,
    NEAR,
    SURE,
    TOGETHER,
    in_part,
    understood,
)
from bot.matching.words import OF_LEAVING, ORGANISATIONS, POSITION_WORDS

_VOTE_LIST = "vote-list"
_OF_WHOEVER = "topic-states"
_OUTSIDE = frozenset("not non outside remaining remain remained yet left missing".split())
_LEAVING_WORDS = OF_LEAVING.union(
    """
    left withdrawal withdrew withdrawn pull pulling pulled walk walking opt opting among announcing announced announce
    intends status news
    """.split()
)
_SURE_IN_PART = frozenset({"opinion", "letters", "vote", "attendance", "last-participation", "membership"})
"""kinds whose answer is the same whatever else is asked: a cell of a table, a letter, no opinion"""
_EMPTY_WORDS = frozenset("why where when what who which how and then so not source yes no ok it that this".split())
_ITS = frozenset({"it", "that", "this"})
_SAYS = frozenset({"say", "says", "said"})
_OF_FACTS = frozenset("cost costs price many much long often who when where which whose percent".split())
"""words that ask for a fact, not for how something is done"""


def decide(asked: Asked) -> Decision:
    """The decision for a question as read; its reading has the intent that is answered."""
    in_english = asked.reading.language == ENGLISH
    if in_english and quotation(asked):
        quoted = asked.reading._replace(intent="statement")
        return Decision("answer", quoted, why="it asks whether a State said the words in quotation marks")
    return _in_english(asked) if in_english else _in_other_language(asked.reading)


def _in_english(asked: Asked) -> Decision:
    reading = asked.reading
    if not reading.words:
        return Decision("help", reading, why="the question has no words")
    if _says_nothing(reading):
        return Decision("help", reading, why="it names nothing and has no word that carries a subject")
    best = reading.candidates[0] if reading.candidates else Candidate("", 0.0)
    if (asked.states or asks_for_mention(asked)) and (mentioned := _mentioned(asked)):
        return mentioned
    elsewhere = best.intent.startswith((OTHER_SUBJECT, OTHER_TREATY, UNHELD_PREFIX, _OF_WHOEVER))
    elsewhere = elsewhere or bool(reading.entities.other_treaties) or best.score < LIKELY
    if elsewhere and (mentioned := _mentioned(asked)):
        return mentioned
    if refused := refusal(asked, best):
        return refused
    if reading.near_names and not reading.entities.states:
        return Decision("which-name", reading, why=f'"{reading.near_names[0][0]}" could be several States')
    if at_once := several_facts(asked) or several_conditions(asked):
        facts, rule = at_once
        return _by_rules(asked, Decision("answer", facts, why=rule))
    found = chosen(asked)
    if (unheld := likeliest_unheld(reading)) and (told := told_beside(asked, unheld)):
        why = f"{told.intent} tells what is asked, and explains every word"
        return _by_rules(asked, Decision("answer", by(reading, told), why=why))
    if unheld and (outdoes(unheld, found) if found else unheld is best) and not on_record(asked, found):
        return Decision("search", reading, why=f"{unheld.intent}: near what the documents tell, and not in them")
    return _understood(asked, found) if found else _otherwise(asked, best)


def _otherwise(asked: Asked, best: Candidate) -> Decision:
    """The decision when no kind of question is understood."""
    reading = asked.reading
    leaving = LEAVING in reading.entities.topics and not asks_number(asked)
    beside = set(on_subject(asked)) - _LEAVING_WORDS - POSITION_WORDS
    if leaving and len(asked.states) == 1 and not (beside or asked.asks(*OF_REASONS, *OF_VOTES, *OF_WORDS, "when")):
        return Decision("answer", reading._replace(intent="membership"), why="it asks whether the State leaves")
    if found := _mentioned(asked) or _of_document(asked) or _votes(asked, best) or _both(asked):
        return found
    if statement := in_own_words(asked):
        why = "no known form, but the State's own statements hold its words"
        return _by_rules(asked, Decision("answer", statement, why=why))
    elsewhere = best.score >= LEAST_SCORE and best.confidence >= SURE and not _on_treaty(reading)
    named = not _nothing_named(reading) or asked.asks_any(ORGANISATIONS)
    if best.intent.startswith(DECLINE_PREFIX) and (not named or elsewhere) and reading.content_words:
        return Decision("decline", by(reading, best), why="nothing of this treaty is named")
    dangerous = best.intent == DANGEROUS_KIND and best.score >= DANGEROUS and not asked.asks_any(ORGANISATIONS)
    if dangerous and reading.content_words and not asked.asks_any(_OF_FACTS):
        return Decision("decline", by(reading, best), why="it may be a dangerous ask")
    if best.intent.startswith(DECLINE_PREFIX):
        reading = reading._replace(intent=SEARCH)
    return Decision("search", reading, why="no kind of question explains enough of its words")


def _of_document(asked: Asked) -> Decision | None:
    """The decision for what a document named says: the passages that name a State or a topic, or its figure."""
    if names_document(asked):
        why = "it asks what a document says of a State or a topic"
        return _by_rules(asked, Decision("answer", asked.reading._replace(intent=IN_DOCUMENT), why=why))
    if count := _figure_of_a_source(asked):
        why = "it asks for a figure that the document named gives"
        return _by_rules(asked, Decision("answer", asked.reading._replace(intent=count), why=why))
    return None


def _understood(asked: Asked, chosen: Candidate) -> Decision:
    """The decision when a kind of question is understood."""
    reading = asked.reading
    if near := _near(reading, chosen):
        return _both(asked) or Decision(
            "ambiguous", by(reading, chosen), near, "several FAQ entries are near each other"
        )
    if chosen.confidence < TOGETHER and (both := _both(asked)) and both.near[0] is chosen and _as_likely(*both.near):
        return both
    told_in_part = in_part(chosen) and not chosen.intent.startswith(FAQ_PREFIX)
    if told_in_part and chosen.intent not in _SURE_IN_PART and not rerouted(asked, chosen.intent):
        if chosen.intent in SPEAKING:
            return _otherwise(asked, chosen)
        why = f"{chosen.intent} explains {chosen.coverage:.0%} of the words, and is not sure enough for that"
        return Decision("search", reading, why=why, on_subject=True)
    return _by_rules(asked, Decision("answer", by(reading, chosen), why=f"{chosen.intent} is understood"))


def _both(asked: Asked) -> Decision | None:
    """The two FAQ entries that together answer a question, if there are two."""
    if (found := pair(asked)) is None:
        return None
    first, second = found
    why = f"{first.intent} and {second.intent} are near each other, and nothing else is near"
    return Decision("both", by(asked.reading, first), found, why)


def _as_likely(first: Candidate, second: Candidate) -> bool:
    """Whether a second kind is nearly as likely, and explains as much."""
    return first.score - second.score <= BESIDE_UNHELD and second.coverage >= first.coverage


def _figure_of_a_source(asked: Asked) -> str | None:
    """The count near a question of how many that names a document, when that document gives a figure."""
    if not asked.sources or not asks_number(asked) or asked.states or asked.asks_any(OF_VOTES):
        return None
    outside = asked.asks_any(_OUTSIDE) or ("to", "join") in asked.pairs
    for item in asked.reading.candidates[:LOOKED_AT]:
        count = asked.count_of(item.intent)
        if outside and count and count.id == "states-parties":
            continue
        if count and item.score >= LEAST_SCORE and any(f.citation.source in asked.sources for f in count.figures):
            return item.intent
    return None


def _votes(asked: Asked, best: Candidate) -> Decision | None:
    """The list of votes, for a question of no known form that asks how States voted."""
    likely = [item.intent for item in asked.reading.candidates[:LOOKED_AT] if item.score >= LEAST_SCORE]
    if asked.sources and asks_number(asked) and asked.asks_any(OF_VOTES) and _VOTE_LIST in likely and not asked.states:
        why = "it asks how many voted so by the document named"
        return _by_rules(asked, Decision("answer", asked.reading._replace(intent=_VOTE_LIST), why=why))
    on_vote = asked.asks("resolution", "committee", *OF_VOTES) or asked.at_committee
    if on_vote and asked.reading.entities.votes and (listed := votes_of_all(asked, best.intent)):
        return _by_rules(asked, Decision("answer", listed[0], why=listed[1]))
    return None


def _by_rules(asked: Asked, decision: Decision) -> Decision:
    """The decision after the words of the question have had their say."""
    if found := rerouted(asked, decision.reading.intent):
        reading, rule = found
        decision = Decision("answer", reading, why=rule)
    if why := withheld(asked, decision.reading.intent):
        return Decision("search", asked.reading._replace(intent=SEARCH), why=why, on_subject=True)
    return decision


def _mentioned(asked: Asked) -> Decision | None:
    """The decision for "who cites Article 51", when statements hold all those words."""
    # Of words in quotation marks, or a State that others name, it is told too that nobody has them.
    if not asks_for_mention(asked) and (asked.reading.entities.topics or not mentioning(asked)):
        return None
    entities = asked.reading.entities
    # The States named are spoken of; who speaks is asked.
    entities = entities._replace(states=(), about=(*entities.states, *entities.about))
    reading = asked.reading._replace(intent="topic-states", entities=entities)
    return Decision("answer", reading, why="statements of States hold all the words asked for")


def _in_other_language(reading: Reading) -> Decision:
    """The decision for a question that is not in English: only what is clearly understood is answered."""
    if reading.intent == DANGEROUS_KIND:
        return Decision("decline", reading, why="it may be a dangerous ask")
    if reading.entities.other_treaties:
        return Decision("decline", reading._replace(intent=OTHER_TREATY), why="it names another treaty")
    if reading.near_names and not reading.entities.states:
        return Decision("which-name", reading, why=f'"{reading.near_names[0][0]}" could be several States')
    # A question may lean on one that was declined or only searched for: that has no answer in any language.
    has_answer = not reading.intent.startswith((*UNANSWERED, SEARCH, TOO_LONG))
    if has_answer and reading.candidates and understood_in_other_language(reading.candidates[0]):
        return Decision("answer", reading, why=f"{reading.intent} is understood")
    return Decision("search", reading, why=f"no kind of question in the language {reading.language} explains its words")


def _near(reading: Reading, chosen: Candidate) -> tuple[Candidate, ...]:
    """FAQ entries really near the one chosen, when it does not stand out."""
    if not chosen.intent.startswith(FAQ_PREFIX) or chosen.score >= CLEAR:
        return ()
    near = tuple(
        item
        for item in reading.candidates[:MOST_READINGS]
        if item.intent.startswith(FAQ_PREFIX) and abs(chosen.score - item.score) < NEAR and understood(item)
    )
    return near if len(near) > 1 else ()


def _says_nothing(reading: Reading) -> bool:
    """Whether there is nothing to go by: "why?", "what does the FAQ say on it" without a question before."""
    if reading.content_words or reading.near_names:
        return False
    words = set(reading.words)
    only_a_document = bool(reading.entities.sources) and reading.entities == Entities(sources=reading.entities.sources)
    of_it = only_a_document and not (_ITS.isdisjoint(words) or _SAYS.isdisjoint(words))
    short = len(reading.words) <= 2 and not reading.mentions
    return of_it or (short and words <= _EMPTY_WORDS)


def _on_treaty(reading: Reading) -> bool:
    """Whether more than a State is named."""
    entities = reading.entities
    named = entities.meetings or entities.topics or entities.channels or entities.sources
    return bool(named) or reading.names_treaty


def _nothing_named(reading: Reading) -> bool:
    """Whether no State, meeting or topic is named."""
    entities = reading.entities
    return not (entities.states or entities.meetings or entities.topics)
