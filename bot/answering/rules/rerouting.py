"""What a question of an understood kind asks for after all, by its words: rules in their order.

A kind of question is chosen by likeness to phrasings; a single word may say that another one is meant:
"Libya 15MSP attendance" is like "Libya 15MSP", which asks for the statement, and asks for attendance.
"""

import re

from bot.answering.asking import (
    OF_PRESENCE,
    OF_REASONS,
    OF_VOTES,
    OF_WORDS,
    PUBLISHING,
    asks_for_publication,
    asks_whether,
)
from bot.answering.draft import Asked
from bot.answering.families.in_document import KIND as IN_DOCUMENT
from bot.answering.families.in_document import names_document
from bot.answering.fitting import fitting, on_subject
from bot.answering.rules.presence_rules import ON_PRESENCE
from bot.answering.rules.ruling import Rules, on
from bot.answering.rules.shared import (
    ASKING_WHO,
    KINDS_OF_PRESENCE,
    LAST_MEETING,
    Rerouted,
    as_kind,
)
from bot.answering.rules.standing_rules import ON_STANDING
from bot.answering.rules.topic_ids import LEAVING
from bot.answering.rules.topic_rules import ON_TOPICS
from bot.answering.rules.vote_rules import ON_VOTES
from bot.answering.sentences import since
from bot.matching.denial import OUTSIDE
from bot.matching.reading import FAQ_PREFIX, LEAVING_COUNT, NOT_PARTY_COUNT, PARTIES_COUNT, SPEAKING
from bot.matching.telling import OF_COUNTING, counted
from bot.matching.words import OF_DATES, OF_LEAVING

_BESIDE_ONE_ANOTHER = frozenset("vs versus compared changed difference differ between".split())
_OF_TOTALS = frozenset("total totals number numbers many count counts figure figures".split())
_ON_ONE_STATE = SPEAKING | KINDS_OF_PRESENCE
_CHANGING = frozenset(
    """
    change changed changes differ differs difference different differences new newer added add update updated gone
    dropped still compare compared between versus vs both same removed left disappeared missing longer anymore
    """.split()
)
_SPOKEN = frozenset("words line lines message remarks speech position stance text".split())
_OF_A_TEXT = frozenset({"resolution", "text", "draft"})
_BACKING = frozenset("back backed support supported".split())
"""words of questions on a vote that name none: "did Israel back the 2017 First Committee text" """
_FROM_TABLES = frozenset({"overview", "membership", "vote", "attendance", "last-participation"})
"""kinds answered from the tables of the status documents"""
_SAYING = frozenset({"say", "said", "says"})
_TELLING = _SAYING | {"tell", "told", "write", "wrote"}
_OF_CHANNELS = frozenset("letter letters email reply president seminar questionnaire conference committee".split())
"""words for where or in what something was said"""
_WHY = re.compile(r"(?i)\b(?:why|reasons?|how come)\b")


def rerouted(asked: Asked, intent: str) -> Rerouted | None:
    """The kind of question to answer instead of ``intent``, None when that one stands."""
    rules = _OF_ENTRIES if intent.startswith(FAQ_PREFIX) else _RULES
    return rules.first(asked, intent)


@on(*_FROM_TABLES)
def _in_document(asked: Asked, _intent: str) -> Rerouted | None:
    """What a document without tables says of a State is told from that document."""
    if names_document(asked) and LEAVING not in asked.reading.entities.topics:
        return as_kind(asked, IN_DOCUMENT, "it asks what a document says of a State or a topic")
    return None


@on("compare", words=_SAYING)
def _words_of_each(asked: Asked, _intent: str) -> Rerouted | None:
    """What several States said at one meeting is no comparison of all that they are on record with."""
    there = asked.meetings or asked.years or asked.reading.entities.channels
    return as_kind(asked, "statement", "it asks what each of them said there") if there else None


@on("overview")
def _about_another(asked: Asked, _intent: str) -> Rerouted | None:
    """What a State said about another is no overview of it."""
    if asked.reading.entities.about and len(asked.states) == 1:
        return as_kind(asked, "statement", "it asks what one State said about another")
    return None


@on("letters")
def _questionnaires(asked: Asked, _intent: str) -> Rerouted | None:
    """Who answered a questionnaire is not who replied to a letter."""
    if asked.reading.entities.channels == ("questionnaire",) and not asked.states:
        return as_kind(asked, "meeting-statements", "it asks for questionnaires")
    return None


@on("statement")
def _bare(asked: Asked, _intent: str) -> Rerouted | None:
    """What "Riyadh at 14MSP?" asks for, when no statement there is on record."""
    if set(asked.reading.content_words) - _OF_A_TEXT - _BACKING:
        return None
    if asked.asks_any(OF_WORDS) or (asked.asks_any(_SPOKEN) and not asked.asks_any(_BACKING)):
        return None
    if len(asked.states) != 1 or fitting(asked, asked.state) or asked.reading.words[:2] == ("what", "did"):
        return None
    why = "a State and a meeting, and no words there"
    if "first_committee" in asked.reading.entities.channels or asked.at_committee:
        return as_kind(asked, "vote", why)
    there = asked.meetings or (asked.years and asked.asks("meeting", "meetings"))
    return as_kind(asked, "attendance", why) if there and asked.state.editions else None


def _says_last(asked: Asked) -> bool:
    """Whether it is asked what was said last, at whatever meeting; not what was said when a State last came."""
    of_presence = not asked.pairs.isdisjoint(LAST_MEETING) or asked.asks(*OF_PRESENCE, "came", "come", "took")
    return asked.asks_any(_SAYING) and asked.reading.words[:1] == ("what",) and not of_presence


@on("attendance", "vote", "last-participation")
def _words_there(asked: Asked, intent: str) -> Rerouted | None:
    if intent == "last-participation" and _says_last(asked):
        return as_kind(asked, "statement", "it asks for the words, not for attendance")
    if intent == "attendance" and asked.meetings and asked.asks(*OF_WORDS, "words", "line", "lines", "remarks"):
        return as_kind(asked, "statement", "it asks for the words, not for attendance")
    spoken = asked.asks("say", "said", "says", "quote", "quoted") and not asked.asks(*OF_VOTES, "how")
    if intent == "vote" and spoken and not asked.reading.entities.votes:
        return as_kind(asked, "statement", "it asks for the words, not for the vote")
    return None


@on(*_ON_ONE_STATE, words={"since"})
def _since(asked: Asked, _intent: str) -> Rerouted | None:
    if not asked.asks(*OF_DATES, "long") or len(asked.states) != 1:
        return None
    subject = on_subject(asked) if asked.reading.entities.topics else ()
    if any(since(item, subject) for item in fitting(asked, asked.state)):
        return as_kind(asked, "statement", "it asks since when, and a statement tells it")
    return None


@on("edition-changes")
def _one_edition(asked: Asked, _intent: str) -> Rerouted | None:
    """What one edition has on a State is no change between two."""
    one = len(asked.states) == 1 and len(asked.sources) == 1
    if one and not asked.asks_any(_CHANGING):
        return as_kind(asked, "overview", "it asks what one edition has on a State")
    return None


@on("topic-state", "statement", "position", words=_BESIDE_ONE_ANOTHER)
def _between_editions(asked: Asked, _intent: str) -> Rerouted | None:
    """What a State has in one edition and in the other: "UAE stocks 2017 vs 2018"."""
    editions = {source.year for source in asked.knowledge.editions}
    asks = len(asked.states) == 1 and not asked.meetings and len(editions) > 1 and set(asked.years) == editions
    return as_kind(asked, "edition-changes", "it sets one edition beside the other") if asks else None


@on("edition-changes", words=_OF_TOTALS)
def _totals(asked: Asked, _intent: str) -> Rerouted | None:
    if asked.states:
        return None
    total = NOT_PARTY_COUNT if asked.asks("outside", "not", "non") else PARTIES_COUNT
    return as_kind(asked, total, "it asks how a total changed") if asked.count_of(total) else None


@on(PARTIES_COUNT)
def _which_count(asked: Asked, _intent: str) -> Rerouted | None:
    outside = OUTSIDE in asked.acts
    if not outside or asked.reading.words.count("many") > 1:
        return None
    return as_kind(asked, NOT_PARTY_COUNT, "it counts the States not party")


@on("topic-states", words=ASKING_WHO)
def _who_leaves(asked: Asked, _intent: str) -> Rerouted | None:
    """No statement speaks of leaving; the press report names those that may."""
    leaving = asked.reading.entities.topics == (LEAVING,)
    if leaving and not asked.asks(*OF_REASONS, "article", "rules", "law", "how"):
        return as_kind(asked, LEAVING_COUNT, "it asks who leaves")
    return None


@on(words=PUBLISHING)
def _publication(asked: Asked, intent: str) -> Rerouted | None:
    """When the document that an FAQ entry rests on appeared: what is known of that document."""
    if asked.states or not asks_for_publication(asked):
        return None
    entry = asked.entry_of(intent)
    cited = {citation.source.id for claim in entry.claims for citation in claim.citations}
    undated = [source for source in cited if asked.knowledge.sources[source].date is None]
    if len(cited) != 1 or not undated:
        return None
    entities = asked.reading.entities._replace(sources=tuple(undated))
    return asked.reading._replace(intent="sources", entities=entities), "it asks when an undated document appeared"


@on(words={"why", "havent", "hasnt"})
def _why_of_a_fact(asked: Asked, intent: str) -> Rerouted | None:
    """An FAQ entry that nobody asks why is not what a State's reasons are asked for."""
    if len(asked.states) != 1:
        return None
    record = asked.entry_of(intent).record
    near = any(item.intent == "position" for item in asked.reading.candidates)
    if not near or not asked.state.statements or _WHY.search(" ".join((record.question, *record.phrasings))):
        return None
    return as_kind(asked, "position", "it asks why, which that entry does not tell")


@on("silence")
def _floor(asked: Asked, _intent: str) -> Rerouted | None:
    return as_kind(asked, "statement", "it asks of one State") if len(asked.states) == 1 else None


@on("statement", "position", words=OF_COUNTING)
def _number(asked: Asked, _intent: str) -> Rerouted | None:
    """A number that no statement of the State tells is not answered by its statements."""
    if len(asked.states) != 1 or not counted(asked.reading.words):
        return None
    return as_kind(asked, "topic-state", "it asks for a number")


@on(words=_TELLING)
def _its_own_words(asked: Asked, _intent: str) -> Rerouted | None:
    """What a State said at a meeting or in a letter is its statement, whatever an entry tells of that letter."""
    says = any(pair[0] == "{state}" and pair[1] in _TELLING for pair in asked.pairs)
    there = asked.meetings or asked.reading.entities.channels
    if len(asked.states) != 1 or not (says and there) or set(on_subject(asked)) - _OF_CHANNELS:
        return None
    if not fitting(asked, asked.state):
        return None
    return as_kind(asked, "statement", "it asks what a State said there, and that is on record")


@on(words=OF_LEAVING | {"withdrawal"})
def _whether_it_leaves(asked: Asked, _intent: str) -> Rerouted | None:
    """Whether a State leaves is told by its standing, whatever an entry tells of leaving."""
    asks = len(asked.states) == 1 and asks_whether(asked) and asked.reading.words[1:2] == ("{state}",)
    asks = asks and asked.reading.words[:1] != ("would",)
    near = any(item.intent == "membership" for item in asked.reading.candidates)
    return as_kind(asked, "membership", "it asks whether the State leaves") if asks and near else None


_RULES = Rules[Rerouted](
    (
        _in_document,
        *ON_PRESENCE,
        *ON_VOTES,
        _words_of_each,
        _about_another,
        _questionnaires,
        _bare,
        _words_there,
        _since,
        _one_edition,
        _between_editions,
        _totals,
        _which_count,
        _who_leaves,
        *ON_TOPICS,
        _floor,
        *ON_STANDING,
        _number,
    )
)
_OF_ENTRIES = Rules[Rerouted]((_publication, _why_of_a_fact, _its_own_words, _whether_it_leaves))
"""for FAQ entries; the rules above are for all other kinds"""
