"""Questions near what the documents tell that they do not answer, by what is asked for: rules in their order.

A question may name a State, a topic and a meeting that the documents speak of, and ask for a number, a time, a name
or a reason that no passage tells; the passages near it are then search hits and no answer (DESIGN, principle 3).
"""

from itertools import pairwise

from bot.answering.asking import OF_REASONS, asks_whether, on_a_thing
from bot.answering.draft import Asked
from bot.answering.fitting import HELD, fitting, on_subject
from bot.answering.narrower import MENTIONING, topic_keys
from bot.answering.rules.circumstances import ON_CIRCUMSTANCES
from bot.answering.rules.entry_words import untold_by_entry
from bot.answering.rules.narrowed import narrowed
from bot.answering.rules.of_others import ON_OTHERS
from bot.answering.rules.ruling import Rules, on, seconds
from bot.answering.rules.shared import MEASURES, supposed_inside, supposed_outside
from bot.answering.rules.topic_ids import LEAVING
from bot.answering.rules.unasked import unasked
from bot.answering.rules.unlisted import unlisted
from bot.answering.rules.untold import number_of_text, untold
from bot.answering.rules.word_rules import withheld_by_words
from bot.answering.rules.word_rules_of_lists import OF_LISTS, WHY
from bot.answering.sentences import holds_together
from bot.knowledge.model import Statement
from bot.knowledge.names import name_key
from bot.matching.reading import FAQ_PREFIX, SPEAKING
from bot.matching.telling import DETAILS, things
from bot.matching.words import ABSTAINING, AUXILIARIES, POSITION_WORDS, content_words

_PAPERS = frozenset({"document", "paper"})
_SAY_ABOUT = {
    (say, about) for say in ("say", "says", "said", "think", "thinks") for about in ("about", "on", "regarding")
}
_IN_GENERAL = frozenset({"statement", "position"})
_OF_ANY_DOCUMENT = frozenset({"letters", "bilateral", "article7"})
_AMOUNTS = MEASURES | frozenset(
    """
    spend spends spending cost costs price prices budget paid salary serial title titles penalty penalties punishment
    fine fines
    """.split()
)
_GIVING = frozenset("promise promised pledge pledged give gave offer offered".split())
_MODELS = frozenset("type types model models brand brands".split())
"""of mines, which few statements name"""
_DECEMBER = 12
_TOLD_BESIDE = frozenset(
    """
    month months event occasion body forum place city town deal authority behaviour law laws office sort kind weapon
    weapons organisation organization limitation limitations restriction restrictions worry worries
    """.split()
)
"""what is told beside a statement (when and where it was made), or by it in other words"""
_VOTED_ON = {(vote, "on") for vote in ("vote", "votes", "voted", "voting")}
_THE_RESOLUTION = frozenset("res resol rest".split())
"""short for it; "reso" is read as the last"""
_OBJECT_WITHIN = 5
"""words after "on" in which stands what was voted on"""
_LEAVING = frozenset("withdrawal withdrawals withdraw withdrew withdrawing".split())


def withheld(asked: Asked, intent: str) -> str | None:
    """Why a question is not answered by a kind of question near it; None when it may be."""
    rules = _OF_ENTRIES if intent.startswith(FAQ_PREFIX) else _RULES
    return rules.first(asked, intent)


@on("membership", words=WHY)
def _reasons_for_leaving(asked: Asked, _intent: str) -> str | None:
    never_in = len(asked.states) == 1 and bool(asked.state.editions) and LEAVING in asked.reading.entities.topics
    told = supposed_outside(asked) or supposed_inside(asked) or never_in
    return None if told else "it asks for reasons, and none are on record"


@on("vote", "vote-list", words={"on"})
def _on_another_text(asked: Asked, _intent: str) -> str | None:
    """A vote on something else than the Convention's resolution: "vote on the ceasefire"."""
    words = asked.reading.words
    after = words[words.index("on") + 1 :][:_OBJECT_WITHIN]
    object_ = [word for word in content_words(after) if not word.startswith("{")]
    if asked.pairs.isdisjoint(_VOTED_ON):
        return None
    known = _THE_RESOLUTION | ABSTAINING | {"yes", "no"}
    strange = [word for word in object_ if word not in known and not asked.search.knows(word)]
    return f'it asks for a vote on "{strange[0]}", of which no document speaks' if strange else None


@on("states-not-party", *(OF_LISTS - _OF_ANY_DOCUMENT))
def _no_list_there(asked: Asked, _intent: str) -> str | None:
    """The tables and lists are those of the status documents."""
    return "it asks for a list of a document that has none" if asked.names_other_documents else None


@on("vote", "vote-list")
def _no_vote(asked: Asked, _intent: str) -> str | None:
    """Who is for or against something else is told by no vote."""
    against = "it asks who is for or against a thing, and the vote was on a resolution"
    return against if on_a_thing(asked) else None


@on(*SPEAKING, words=MENTIONING)
def _mentions_not(asked: Asked, _intent: str) -> str | None:
    """Whether a State mentions something is answered by words of it that hold that thing, not by whatever it said."""
    if len(asked.states) != 1 or not asks_whether(asked) or not asked.state.statements:
        return None
    form = topic_keys(asked) | MENTIONING
    subject = [word for word in on_subject(asked) if word not in form]
    held = not subject or any(holds_together(item, subject) for item in asked.state.statements)
    return None if held else "it asks whether a State mentions something, and no statement holds the words"


@on(words=_PAPERS)
def _no_such_document(asked: Asked, _intent: str) -> str | None:
    """A status document of another meeting or year than those at hand: "the 15MSP document", "the 2019 paper"."""
    years = {source.year for source in asked.knowledge.editions}
    of_meeting = any(first == "{meeting}" and second in _PAPERS for first, second in asked.pairs)
    of_year = any(first == "{year}" and second in _PAPERS for first, second in asked.pairs)
    of_other = of_meeting and years.isdisjoint(meeting.year for meeting in asked.meetings)
    of_other = of_other or (of_year and years.isdisjoint(asked.years))
    return "it asks what a document says that is not among these" if of_other else None


@on("vote", "vote-list")
def _in_december(asked: Asked, _intent: str) -> str | None:
    """The plenary of the General Assembly votes in December; the vote on record is that of its First Committee."""
    asks = asked.at_committee and asked.reading.month is not None and asked.reading.month[0] == _DECEMBER
    return "it asks for a vote in December, and that of the First Committee is on record" if asks else None


@on(*_IN_GENERAL, words=seconds(_SAY_ABOUT))
def _unspoken(asked: Asked, _intent: str) -> str | None:
    """What a State said about a thing that no word of its statements names: "what did China say about training"."""
    words = asked.reading.words
    about = next((place for place, pair in enumerate(pairwise(words)) if pair in _SAY_ABOUT), None)
    if len(asked.states) != 1 or about is None or asked.reading.entities.topics:
        return None
    after = content_words(words[about + 2 :])
    subject = [word for word in on_subject(asked) if word in after]
    of_position = not set(after).isdisjoint(POSITION_WORDS)
    if (
        of_position
        or len(after) != 1
        or not subject
        or any(asked.search.share(item, subject) for item in asked.state.statements)
    ):
        return None
    return f"it asks what it said about {subject[0]}, and no statement of it has that word"


@on("position", "statement", words=_LEAVING)
def _on_leaving(asked: Asked, _intent: str) -> str | None:
    """What a State says of those that leave is told only by a statement on that."""
    told = any(LEAVING in item.topics for state in asked.states for item in fitting(asked, state))
    return None if told else "it asks for words on leaving, and no statement speaks of it"


@on(*SPEAKING, words=DETAILS | _AMOUNTS | {"money"})
def _detail(asked: Asked, _intent: str) -> str | None:
    """A name, type or company that no statement of the State holds is not answered by its statements."""
    if not asked.states:
        return None
    wanted = [word for word in things(asked.reading.words) if word in DETAILS]
    wanted += [word for word in asked.reading.words[-1:] if word in DETAILS]  # in a headline: "stockpile brands"
    wanted += sorted(asked.words & _MODELS)
    wanted += [word for word in asked.reading.words if word in _AMOUNTS]
    promised = asked.asks_any(_GIVING) or ("much", "money") in asked.pairs
    wanted += ["money"] if promised and "money" in asked.words else []
    if not wanted or holding(asked, wanted):
        return None
    return f"it asks for {wanted[0]}, and no statement holds any"


@on(*SPEAKING, words={"which", "what", "whose"})
def _thing(asked: Asked, _intent: str) -> str | None:
    """A thing asked for by a noun of which no statement of the State has a word: "which islands still have UXO"."""
    if len(asked.states) != 1 or asked.asks_any(OF_REASONS):
        return None
    subject = set(on_subject(asked)) - _TOLD_BESIDE
    wanted = [word for word in things(asked.reading.words) if word in subject]
    after = _after(asked.reading.words, wanted[-1]) if wanted else ""
    if after not in AUXILIARIES | {"still"}:
        return None
    own_name = name_key(asked.state.name).split()  # "which islands" of the Marshall Islands
    told = [word for word in wanted if word not in own_name]
    if told and any(asked.search.share(item, told) for item in asked.state.statements):
        return None
    return f"it asks for {wanted[0]}, of which no statement speaks"


def _after(words: tuple[str, ...], word: str) -> str:
    """The word after another, nothing when that is the last."""
    return (*words, "")[words.index(word) + 1]


def holding(asked: Asked, nouns: list[str]) -> tuple[Statement, ...]:
    """The statements of the States named that hold most of some words."""
    found = (item for state in asked.states for item in fitting(asked, state))
    return tuple(item for item in found if asked.search.share(item, nouns) >= HELD)


_RULES = Rules[str](
    (
        withheld_by_words,
        untold_by_entry,
        unasked,
        unlisted,
        narrowed,
        _reasons_for_leaving,
        *ON_CIRCUMSTANCES,
        *ON_OTHERS,
        _no_list_there,
        _no_vote,
        number_of_text,
        _in_december,
        _no_such_document,
        _mentions_not,
        _unspoken,
        _on_another_text,
        _on_leaving,
        _detail,
        _thing,
    )
)
_OF_ENTRIES = Rules[str]((withheld_by_words, untold_by_entry, untold))
"""for FAQ entries; the rules above are for all other kinds"""
