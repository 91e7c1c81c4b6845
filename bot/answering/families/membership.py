"""Whether a State is a party: by the tables, or by inference that says so (DESIGN, principle 6)."""

from bot.answering.answer import Outcome, Text
from bot.answering.asking import WHICH_DAY
from bot.answering.draft import Asked, Draft
from bot.answering.families.in_document import named_elsewhere
from bot.answering.parts import Told, in_newest_edition, passage_of, text_of
from bot.answering.rules.topic_ids import ACCESSION, LEAVING
from bot.answering.wording import CHECK_WITH_ISU, and_list, as_of, capital, date_words, question_on_vote
from bot.knowledge.evidence import absence_citation
from bot.knowledge.model import Citation, Knowledge, Source, State
from bot.matching.words import OF_DATES, OF_LEAVING

_JOINING = OF_DATES | frozenset("ratify ratified ratification accede acceded accession join joined sign signed".split())
OF_SIGNING = frozenset("sign signed signing signatory signatories nonsignatories unsigned".split())
_OF_DAYS = frozenset("date dates exact exactly will target planned deadline timeline timetable schedule".split())
"""words that ask for a day, or for a time to come"""
_LEFT = frozenset("left withdrew withdrawn".split())
WITHDRAWALS = "announced-withdrawal"


def membership(asked: Asked) -> Draft:
    """A State's standing, as of each edition, and what the press report says of its leaving."""
    state = asked.state
    told: list[Told] = []
    if state.kind == "other":
        return _only_recognised(state)
    editions = asked.editions_of(state)
    for edition in editions:
        sentence = f"{capital(state.name)} was a State not party {as_of(edition.source)} ({edition.source.short})."
        told.append(Told(sentence, (edition.listed,)))
    told += inferences(asked, state, after=bool(editions))
    told += _signing(asked, state)
    told += _withdrawal(asked.knowledge, state)
    if LEAVING in asked.reading.entities.topics or asked.asks_any(OF_LEAVING):
        told = [*_not_leaving(asked.knowledge, state), *told]
    listed = bool(editions) and editions[0].source is asked.editions[0]
    leaving = LEAVING in asked.reading.entities.topics or asked.asks(*OF_LEAVING, *_LEFT)
    left_then = leaving and bool(asked.years) and not asked.asks("party", "member", "parties")
    asks_date = _asks_date(asked) or left_then
    if (asks_date or asked.asks("since")) and not listed:
        what = "left or announced to leave" if leaving else "joined"
        told.insert(0, Told(f"The documents give no date on which {state.name} {what}.", ()))
    parts, evidence = text_of([*told, Told(CHECK_WITH_ISU, ())])
    if asked.asks_any(_JOINING):
        own = [item for item in in_newest_edition(state) if ACCESSION in item.topics][:1]
        parts += [passage_of(asked.knowledge, item, marked="Its own words on joining. ") for item in own]
    standing = _standing(state, asked.editions)
    asks = (f"what did {state.name} say?", *question_on_vote(state)) if editions else ("which States are not party?",)
    # When a State joined that had not joined is answered by that; on which day, or when it will, is not.
    of_day = asked.asks_any(_OF_DAYS) or not asked.pairs.isdisjoint(WHICH_DAY)
    of_signing = asked.asks_any(OF_SIGNING) and any(fact.kind == "signatory" for fact in state.facts)
    answers = not asks_date or (listed and not (of_day or of_signing))
    outcome: Outcome = "answered" if answers else "no_record"
    return Draft(outcome, f"{state.title}: {standing}", tuple(parts), evidence, asks)


def _signing(asked: Asked, state: State) -> list[Told]:
    """That a State signed; of another State not party, when that is asked, who is named as having signed."""
    own = [Told(fact.says, fact.citations) for fact in state.facts if fact.kind == "signatory"]
    if own or not asked.asks_any(OF_SIGNING) or not state.edition(asked.editions[0].id):
        return own
    signed = [fact for other in asked.knowledge.listed for fact in other.facts if fact.kind == "signatory"]
    sentence = "Of the States not party the documents name no other as a signatory"
    return [Told(f"{fact.says} {sentence}.", fact.citations) for fact in signed]


def _asks_date(asked: Asked) -> bool:
    """Whether a date is asked for; "this year" is no date."""
    dates = asked.words.intersection(OF_DATES)
    return bool(dates) and not (asked.reading.asks_present and "when" not in dates)


def _standing(state: State, editions: tuple[Source, ...]) -> str:
    newest = editions[0]
    if state.edition(newest.id):
        return f"State not party {as_of(newest)}"
    return f"State Party {as_of(newest)}, by inference"


def inferences(asked: Asked, state: State, *, after: bool) -> list[Told]:
    """That a State was a party by the editions that do not list it."""
    sources = [source for source in asked.editions if state.edition(source.id) is None]
    return [_inference(asked.knowledge, state, sources, after=after)] if sources else []


def _inference(knowledge: Knowledge, state: State, sources: list[Source], *, after: bool) -> Told:
    absences = tuple(not_listed(knowledge, source, state) for source in sources)
    dates = and_list(date_words(source.date) for source in sources if source.date)
    names = and_list(source.short for source in sources)
    subject = "That document lists" if len(sources) == 1 else "Those documents list"
    return Told(
        f"{'It' if after else capital(state.name)} is not in the table of States not party of the {names}: by "
        f"inference it was a State Party as of {dates}. {subject} only the States not party, not every party; "
        "this is our inference from the 197 States.",
        absences,
    )


def not_listed(knowledge: Knowledge, source: Source, state: State) -> Citation:
    """The table of States not party as evidence that a State is not in it."""
    return absence_citation(knowledge.tables[source.id].statements, source, state.title)


def not_in_editions(asked: Asked, state: State) -> list[Told]:
    """That no status document asked for lists a State, which another one does."""
    if not state.editions or asked.editions_of(state):
        return []
    named = and_list(f"the {source.short}" for source in asked.editions)
    verb = "does" if len(asked.editions) == 1 else "do"
    cited = tuple(not_listed(asked.knowledge, source, state) for source in asked.editions)
    return [Told(f"{capital(named)} {verb} not list {state.name}.", cited)]


def _withdrawal(knowledge: Knowledge, state: State) -> list[Told]:
    listed = knowledge.lists.get(WITHDRAWALS)
    if listed is None or state.id not in listed.states:
        return []
    report = listed.citations[0].source
    sentence = (
        f"The {report.short} ({report.date_label}) names {state.name} among the States that announced that they "
        "intend to leave the Convention or consider it."
    )
    return [Told(sentence, listed.citations)]


def _not_leaving(knowledge: Knowledge, state: State) -> list[Told]:
    """That a State asked about is not among those that the press report names as leaving."""
    listed = knowledge.lists.get(WITHDRAWALS)
    if listed is None or state.id in listed.states:
        return []
    report = listed.citations[0].source
    names = and_list(knowledge.states[identifier].title for identifier in listed.states)
    sentence = (
        f"The {report.short} ({report.date_label}) names {names} as the States that announced that they intend to "
        f"leave the Convention or consider it; {state.name} is not among them."
    )
    return [Told(sentence, listed.citations)]


def _only_recognised(state: State) -> Draft:
    text = (
        f"The documents say nothing of {state.name} as a party or not, and it is not one of the 197 States "
        "from which we infer. Nothing can be said from these documents; check with the ISU."
    )
    return Draft("no_record", f"{state.title}: nothing on record", (Text(text),), (), ("which States are not party?",))


def listed_nowhere(asked: Asked, state: State, sentence: str, title: str) -> Draft:
    """`no_record` for a State that no status document lists, with what can be inferred."""
    if state.kind == "other":
        told = [Told(f"{sentence} Their tables have no row for {state.name}.", ())]
    else:
        told = [Told(f"{sentence} The status documents hold statements of States not party only.", ())]
        told.append(_inference(asked.knowledge, state, list(asked.knowledge.editions), after=True))
        told += _withdrawal(asked.knowledge, state)
    told += [Told(fact.says, fact.citations) for fact in state.facts if fact.kind != "withdrawal"]
    parts, evidence = text_of(told)
    known = (f"is {state.name} a State Party?",) if state.kind == "state" else ()
    parts += named_elsewhere(asked, state)
    return Draft("no_record", title, tuple(parts), evidence, (*known, "which States are not party?"))
