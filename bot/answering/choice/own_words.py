"""A question of no known form about a State: its own statements answer it when they hold what is asked."""

from bot.answering.asking import LATELY, OF_REASONS, OF_WORDS, asks_for_groups, asks_number
from bot.answering.choice.choosing import strays
from bot.answering.choice.elsewhere import SPEAKERS
from bot.answering.draft import Asked
from bot.answering.families.people import asks_for_people
from bot.answering.families.topics import tells_number
from bot.answering.fitting import fitting, on_subject
from bot.answering.rules.withholding import holding
from bot.answering.sentences import names_state
from bot.matching.reading import SPEAKING, Candidate, Reading
from bot.matching.telling import things
from bot.matching.thresholds import STATEMENT_COVERAGE
from bot.matching.words import POSITION_WORDS

_OF_OUTCOMES = frozenset("ever eventually end outcome result really completed finished concluded".split())
"""words that ask how it went on after a statement"""
_PREDICTING = frozenset("predict prediction forecast bet odds chances probability guess".split())
_OF_A_STATE = SPEAKING | {"overview", "membership", "vote", "attendance", "last-participation", "compare", "opinion"}
"""kinds near which a question on a State is likely one for its words"""
_ASKING_A_LIST = {("list", "of"), ("names", "of"), ("name", "of")}
_CUES = OF_REASONS | OF_WORDS | POSITION_WORDS | frozenset("words describe described call calls called against".split())
"""words that ask for what a State says or holds, however little of the rest it speaks of"""
_STRANGE = 2
"""words on the subject that no statement of the State has, from which it speaks of something else"""
_PAIR = 2
_DOING = frozenset("do does did has have had will is was".split())


def in_own_words(asked: Asked) -> Reading | None:
    """The reading as a question for a State's statements, when these may hold what it asks."""
    if len(asked.states) == _PAIR:
        return _of_one_about_the_other(asked)
    if len(asked.states) != 1 or not asked.state.statements:
        return None
    if asks_for_groups(asked) or asked.asks_any(_PREDICTING) or (asked.asks_any(_OF_OUTCOMES) and not asked.meetings):
        return None
    if asked.asks_any(SPEAKERS) or asked.names_other_documents or _asks_of_another(asked):
        return None
    of_list = not asked.pairs.isdisjoint(_ASKING_A_LIST) and not asked.asks_any(OF_REASONS)
    if of_list or not asked.pairs.isdisjoint(LATELY):
        return None
    reading = asked.reading
    nouns = list(things(reading.words))
    if nouns and holding(asked, nouns):
        return reading._replace(intent="statement")
    if strays(asked):
        return None
    narrowed = bool(asked.meetings or asked.years or reading.entities.channels)
    if intent := _kind(asked, narrowed=narrowed):
        return reading._replace(intent=intent)
    if not narrowed and asked.asks_any(POSITION_WORDS) and (asked.asks_any(OF_REASONS) or not _is_strange(asked)):
        return reading._replace(intent="position")
    return None


def _asks_of_another(asked: Asked) -> bool:
    """Whether it asks what another one does: "sanctions on Russia: which does the EU have"."""
    words = asked.reading.words
    named = [mention.id for mention in asked.reading.mentions if mention.kind == "state"]
    places = [place for place, word in enumerate(words) if word == "{state}"]
    if len(places) != len(named):
        return False  # one is carried on from the question before, or was named twice over
    before = [[word for word in words[:place] if word != "the"][-1:] for place in places]
    own = {*asked.reading.entities.states, *asked.reading.entities.about}
    return any(state not in own and not _DOING.isdisjoint(word) for word, state in zip(before, named, strict=True))


def _kind(asked: Asked, *, narrowed: bool) -> str | None:
    """The kind of question that the statements fitting a question's names answer; None when they do not."""
    found = fitting(asked, asked.state)
    if not found or (asks_number(asked) and not any(tells_number(asked, item) for item in found)):
        return None
    subject = on_subject(asked)
    if narrowed and not subject:
        return "statement"
    held = bool(subject) and any(asked.search.share(item, subject) >= STATEMENT_COVERAGE for item in found)
    if held and (asked.asks_any(_CUES) or not _is_strange(asked)):
        return "statement"
    if asked.reading.entities.topics:
        return "topic-state"
    # Words of no known kind may lean on a question in another script, and then there is no candidate.
    best = asked.reading.candidates[0] if asked.reading.candidates else Candidate("", 0.0)
    # A vote is told by the tables, whatever the statements speak of.
    if best.intent != "vote" and not asked.asks_any(_CUES) and _is_strange(asked):
        return None
    # Of a thing that neither a phrasing nor a statement of the State has a word of, it has said nothing: its "dues".
    speaks = not subject or best.coverage > 0 or narrowed or asked.asks_any(_CUES)
    speaks = speaks or any(asked.search.share(item, subject) for item in found)
    if speaks and best.intent in _OF_A_STATE and not asked.reading.unknown_words and not asks_for_people(asked):
        return "statement" if narrowed else "position"
    return None


def _is_strange(asked: Asked) -> bool:
    """Whether several words on the subject of a question are in no statement of the State named."""
    subject = on_subject(asked)
    strange = [word for word in subject if not any(asked.search.share(item, [word]) for item in asked.state.statements)]
    return len(strange) >= _STRANGE


def _of_one_about_the_other(asked: Asked) -> Reading | None:
    """Of two States the one whose statements name the other, when they hold what is asked."""
    subject = on_subject(asked)
    reading = asked.reading
    entities = reading.entities
    for speaker, other in (asked.states, asked.states[::-1]):
        found = [item for item in fitting(asked, speaker) if names_state(asked, item, other.id)]
        if subject and any(asked.search.share(item, subject) >= STATEMENT_COVERAGE for item in found):
            named = entities._replace(states=(speaker.id,), about=(*entities.about, other.id))
            return reading._replace(intent="statement", entities=named)
    return None
