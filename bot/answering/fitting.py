"""Which of a State's statements fit a question: by meeting, year, channel and document, and by their very words."""

from weakref import WeakKeyDictionary

from bot.answering.draft import Asked
from bot.answering.sentences import names_state
from bot.knowledge.model import Knowledge, State, Statement
from bot.matching.tokens import tokenise
from bot.matching.words import stem

HELD = 0.5
"""share of the words beside the form of a question that a statement must hold to be what it asks for"""
_REPLYING = frozenset("reply replied replies respond responded response answer answered".split())
_OWN_PRESIDENT = frozenset({("{state}", "president"), ("its", "president"), ("their", "president")})
"""the President of a State; of the others it is the President of a meeting"""
_COMMITTEE_CHANNELS = frozenset({"explanation_of_vote", "first_committee"})


def fitting(asked: Asked, state: State) -> tuple[Statement, ...]:
    """A State's statements that fit all that the question names, newest first."""
    entities = asked.reading.entities
    wanted = set(entities.channels)
    if "explanation_of_vote" in wanted or "first_committee" in wanted:
        wanted |= _COMMITTEE_CHANNELS if "first_committee" in wanted else {"explanation_of_vote"}
    if "letter" in wanted and not any(item.channel == "letter" for item in state.statements):
        wanted.add("questionnaire" if to_a_president(asked) else "information_to_isu")
    sources = {source.id for source in asked.sources if source in asked.knowledge.editions}
    return tuple(
        item
        for item in state.statements
        if (not asked.meetings or any(item.at(meeting) for meeting in asked.meetings))
        and (asked.in_years(item.years) or _speaks_of_years(asked, item))
        and (not wanted or asked.meetings or item.channel in wanted)
        and all(names_state(asked, item, other) for other in entities.about)
        and (not sources or any(citation.source.id in sources for citation in item.citations))
    )


def to_a_president(asked: Asked) -> bool:
    """Whether a letter is one to the President of a meeting, as a reply is: not what was sent to the ISU."""
    if asked.asks("isu"):
        return False
    own = not asked.pairs.isdisjoint(_OWN_PRESIDENT) or "president of {state}" in " ".join(asked.reading.words)
    presidents = asked.asks("president", "presidents") and not own
    return presidents or asked.asks_any(_REPLYING)


_FORMS = ("statement", "position", "edition-changes")
_FORM_WORDS: WeakKeyDictionary[Knowledge, frozenset[str]] = WeakKeyDictionary()
"""gathered from the phrasings once for each snapshot"""


def _form_words(knowledge: Knowledge) -> frozenset[str]:
    """The stems of the words by which statements, positions and their changes are asked for."""
    if (found := _FORM_WORDS.get(knowledge)) is None:
        records = [knowledge.questions[kind] for kind in _FORMS if kind in knowledge.questions]
        phrasings = [phrasing for record in records for phrasing in record.phrasings]
        # A phrasing that names a State itself names its subject too: "since when has Morocco stopped using mines".
        words = {token.key for phrasing in phrasings if "{state}" in phrasing for token in tokenise(phrasing)}
        found = _FORM_WORDS[knowledge] = frozenset(map(stem, words))
    return found


def on_subject(asked: Asked) -> list[str]:
    """The content words of a question that are not merely its form ("full", "statement", "said")."""
    form_words = _form_words(asked.knowledge)
    return [word for word in asked.reading.content_words if stem(word) not in form_words and not word.isdigit()]


def focused(asked: Asked, found: tuple[Statement, ...]) -> tuple[Statement, ...]:
    """Of several statements those that hold most of what the question is about; all when none does."""
    subject = on_subject(asked)
    if len(found) < 2 or not subject:
        return found
    shares = [asked.search.share(item, subject) for item in found]
    best = max(shares)
    if best == 0:
        return found
    return tuple(item for item, share in zip(found, shares, strict=True) if share >= 0.8 * best)


def _speaks_of_years(asked: Asked, item: Statement) -> bool:
    """Whether a statement's own words name the year asked for: Mongolia in 2010 on what it destroys in 2011."""
    subject = asked.reading.intent != "statement" and not asked.reading.years_range and bool(on_subject(asked))
    return (subject or bool(asked.meetings)) and names_years(asked, item)


def names_years(asked: Asked, item: Statement) -> bool:
    """Whether a statement's own words name a year asked for."""
    return any(str(year) in (citation.quote or "") for year in asked.years for citation in item.citations)
