"""Which States meet several conditions of the tables at once: there and not there, and how they voted.

"Which States were absent from 14MSP but attended 16MSP", "who abstained and was at 16MSP", "who attended only 16MSP":
each meeting or vote named is one condition, asked for or denied by the words before it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from bot.answering.answer import Item, Listing, Part
from bot.answering.asking import OF_REASONS, OF_WORDS, asks_of_parties
from bot.answering.draft import Asked, Draft
from bot.answering.families.attendees import attendees
from bot.answering.families.tabled import empty_cell, of_editions
from bot.answering.parts import Told, text_of
from bot.answering.rules.shared import Rerouted, as_kind
from bot.answering.wording import and_list, as_of, listed_as, on_best_known, the
from bot.knowledge.evidence import absence_citation
from bot.knowledge.model import Citation, Edition, Knowledge, Meeting, Source
from bot.knowledge.status_tables import VOTE_YEAR
from bot.matching.denial import ABSENT, DENYING
from bot.matching.words import ABSTAINING

CONDITIONS = "table-conditions"
"""the kind of question"""
_ASKING = frozenset("which who what how list name names states countries any anyone all".split())
_COMING = frozenset(
    "attend attended attending attends came come took take participate participated present been joined visited".split()
)
_FAVOURING = frozenset({"favour", "favor"})
_BALLOT = frozenset({"vote", "ballot", "voting"})
_ALTERNATIVES = frozenset({"or", "either"})
_LEFT_OUT = frozenset("except excluding besides apart".split())
_OF_OTHER_THINGS = frozenset(
    """
    spoke speak silent quoted quote against compare first most more fewer latest times often rise rose fall increase
    """.split()
)
_OTHERWISE = OF_WORDS | OF_REASONS | _OF_OTHER_THINGS
"""words by which something else is asked than who meets several conditions"""
ASKED_APART = frozenset({("and", "who"), ("and", "which"), ("and", "how")})
"""where a second list is asked for, beside the first"""
_WAS = frozenset({"was", "were"})
_VOTE = frozenset({"vote", "voted", "voting"})
_VOTED_SO = frozenset({"in", "yes", "for"})
"""after "vote": how, not whether"""
_REACH = 3
"""words after a denying word that it denies"""
_AFTER = 4
"""words after "absent" in which "the vote" stands"""
_SETTING = frozenset({"{meeting}", "yes", *ABSENT, *ABSTAINING, *_FAVOURING, *_BALLOT})
"""words of which one sets each condition"""
_FEWEST = 2
_NOBODY = "a State that meets all conditions"
_VOTES = {
    "in_favour": f"voted in favour in the {VOTE_YEAR} First Committee",
    "abstained": f"abstained in the {VOTE_YEAR} First Committee",
    "not_present": f"were not present for the vote in the {VOTE_YEAR} First Committee",
}


@dataclass(frozen=True, slots=True)
class Condition:
    """A meeting that a State is to have a tick for, or none; or a vote that it is to have cast, or not."""

    kind: Literal["meeting", "vote"]
    id: str
    met: bool


def conditions_of(asked: Asked) -> tuple[Condition, ...]:
    """The conditions that a question sets, none when it does not ask which States meet several of them."""
    reading = asked.reading
    if asked.states or not asked.asks_any(_SETTING) or not asked.asks_any(_ASKING) or asked.asks_any(_OTHERWISE):
        return ()
    if reading.words[:2] in (("did", "all"), ("do", "all")):
        return ()  # whether all do is told by no list of those that do
    if "against" in reading.entities.votes or not asked.pairs.isdisjoint(ASKED_APART):
        return ()  # nobody voted so, and no "no" of it denies anything; or two lists are asked for
    if asked.words & (_ALTERNATIVES | _LEFT_OUT) or not all(meeting.columns for meeting in asked.of_convention):
        return ()
    named = [asked.knowledge.meetings[mention.id] for mention in reading.mentions if mention.kind == "meeting"]
    named = [meeting for number, meeting in enumerate(named) if number == 0 or named[number - 1] is not meeting]
    if len(named) != reading.words.count("{meeting}"):
        named = list(asked.meetings)  # carried on from the question before
    if reading.words.count("{meeting}") != len(named) or {item.id for item in named} != {m.id for m in asked.meetings}:
        return ()  # "the intersessionals of 2016 but not of 2017": which of them is denied is not certain
    found = _scanned(asked.acts, named)
    only_there = "only" in asked.words
    if only_there and (len(found) != 1 or found[0].kind != "meeting"):
        return ()
    if sum(item.kind == "vote" and item.met for item in found) > 1:
        return ()  # nobody voted in two ways: both columns are asked for
    enough = len(found) >= _FEWEST or only_there
    return found if enough and not asks_of_parties(asked) and _on_record(asked, found) else ()


def _on_record(asked: Asked, conditions: Sequence[Condition]) -> bool:
    """Whether the vote is that of the year on record, and the document named one that has the tables."""
    votes = any(item.kind == "vote" for item in conditions)
    of_vote = not votes or (set(asked.years) <= {VOTE_YEAR} and asked.in_years((VOTE_YEAR,)))
    return of_vote and not asked.names_other_documents


def several_conditions(asked: Asked) -> Rerouted | None:
    """The question for the States that meet all conditions, when several are set."""
    if not conditions_of(asked):
        return None
    return as_kind(asked, CONDITIONS, "it asks which States meet several conditions of the tables")


def _scanned(words: Sequence[str], named: Sequence[Meeting]) -> tuple[Condition, ...]:
    found: dict[Condition, None] = {}
    meetings = iter(named)
    met, denied_at = True, -_REACH - 1
    missed = False
    """whether the last verb is one of absence, which "but not 16MSP" denies"""
    for place, word in enumerate(words):
        near = place - denied_at <= _REACH
        if word in DENYING:
            met, denied_at = missed and _denies_last_verb(words, place), place
        elif word in ABSENT:
            if not _BALLOT.isdisjoint(words[place + 1 : place + 1 + _AFTER]):
                found[Condition("vote", "not_present", met=not near)] = None
            met = near  # "not absent" is there; "missed the vote and 16MSP" is absent from both
            missed = not near
        elif word == "but" or (word in _COMING and not near) or _was_too(words, place):
            met = True
        elif word == "{meeting}":
            meeting = next(meetings)
            if meeting.kind != "first_committee":
                found[Condition("meeting", meeting.id, met)] = None
            denied_at = place - _REACH - 1  # what is denied ends with it: "not at 15MSP, came to 16MSP"
        elif ballot := _ballot(words, place, denied=near):
            found[ballot] = None
    return tuple(found)


def _denies_last_verb(words: Sequence[str], place: int) -> bool:
    """Whether "not" has no verb of its own: "skipped 15MSP but not 16MSP"."""
    return words[place - 1 : place] == ("but",) and words[place + 1 : place + 2] in (("{meeting}",), ("at",), ("from",))


def _was_too(words: Sequence[str], place: int) -> bool:
    """Whether a new verb begins at a word: "did not abstain and was at 16MSP"."""
    return words[place] in _WAS and words[place - 1 : place] == ("and",) and words[place + 1 : place + 2] != ("not",)


def _ballot(words: Sequence[str], place: int, *, denied: bool) -> Condition | None:
    """The condition on a vote that stands at a word."""
    word = words[place]
    if word in _BALLOT and denied and _VOTED_SO.isdisjoint(words[place + 1 : place + 2]):
        return Condition("vote", "not_present", met=True)  # "did not vote"
    if word in ABSTAINING:
        return Condition("vote", "abstained", met=not denied)
    in_favour = word in _FAVOURING or (word == "yes" and (words[place - 1] in _VOTE or "voted" in words))
    return Condition("vote", "in_favour", met=not denied) if in_favour else None


def table_conditions(asked: Asked) -> Draft:
    """The States not party that meet all conditions, by each edition whose tables have them, the newest first."""
    knowledge, conditions = asked.knowledge, conditions_of(asked)
    meetings = [knowledge.meetings[item.id] for item in conditions if item.kind == "meeting"]
    sources = [source for source in asked.editions if all(source.id in meeting.columns for meeting in meetings)]
    only = "only" in asked.words
    described = and_list(_described(knowledge, item, only=only) for item in conditions)
    if not conditions or not sources:
        told = [Told("No one edition of the status documents has a table for all that is asked.", ())]
        parts, _ = text_of(told)
        asks = on_best_known(knowledge, "who attended {}?")
        return Draft("no_record", "Several conditions: no table on record", tuple(parts), (), asks)
    parts_: list[Part] = []
    evidence: list[Citation] = []
    for source, listed in of_editions(knowledge, sources):
        items: list[Item] = []
        for state, edition in listed.items():
            if (cells := _cells(knowledge, edition, conditions)) and not (only and _elsewhere(edition, meetings)):
                items.append(Item(listed_as(state, cells[0]), cells))
        if source is not sources[0] and not items:
            continue
        if items:
            parts_.append(Listing(_heading(len(items), described, source, first=source is sources[0]), tuple(items)))
        else:
            table = knowledge.tables[source.id].participation
            sentence = f"None found, by the {source.short} ({as_of(source)}). Asked for are those that {described}."
            nobody, cited = text_of([Told(sentence, (absence_citation(table, source, _NOBODY),))])
            parts_ += nobody
            evidence += cited
    if all(item.kind == "meeting" and item.met for item in conditions) and not asked.asks("both", "all", "only"):
        # "Who attended 14MSP and 15MSP" may ask for each list.
        of_each = attendees(asked)
        parts_ += of_each.parts
        evidence += of_each.further
    title = f"States not party: {_titled(knowledge, conditions, only=only)}"
    asks = tuple(f"who attended {meeting.short}?" for meeting in meetings[:1])
    return Draft("answered", title, tuple(parts_), tuple(evidence), (*asks, "how did the States not party vote?"))


def _heading(number: int, described: str, source: Source, *, first: bool) -> str:
    if not first:
        return f"The {source.short} lists besides, as not party then:"
    found = f"{number} State{'' if number == 1 else 's'} not party found, by the {source.short} ({as_of(source)})"
    return f"{found}. Asked for are those that {described}:"


def _described(knowledge: Knowledge, condition: Condition, *, only: bool) -> str:
    if condition.kind == "vote":
        voted = _VOTES[condition.id]
        return voted if condition.met else f"are not of those that {voted}"
    meeting = the(knowledge.meetings[condition.id])
    if only:
        return f"have a tick for {meeting} and for no other meeting of the table"
    return f"took part in {meeting}" if condition.met else f"have no tick for {meeting}"


def _titled(knowledge: Knowledge, conditions: Sequence[Condition], *, only: bool) -> str:
    short = {"in_favour": "in favour", "abstained": "abstained", "not_present": "not present for the vote"}
    told = [short[item.id] if item.kind == "vote" else f"at {knowledge.meetings[item.id].label}" for item in conditions]
    told = [words if item.met else f"not {words}" for words, item in zip(told, conditions, strict=True)]
    return f"{'only ' if only else ''}{and_list(told)}"


def _elsewhere(edition: Edition, meetings: Sequence[Meeting]) -> bool:
    return bool(set(edition.attended) - {meeting.id for meeting in meetings})


def _cells(knowledge: Knowledge, edition: Edition, conditions: Sequence[Condition]) -> tuple[Citation, ...]:
    """The cells by which a State meets all conditions; none when it does not."""
    cells: list[Citation] = []
    for item in conditions:
        if item.kind == "vote":
            if (edition.vote == item.id) != item.met or edition.vote == "none":
                return ()
            cells.append(edition.vote_citation)
            continue
        tick = edition.attended.get(item.id)
        if (tick is not None) != item.met:
            return ()
        cells.append(tick or empty_cell(knowledge, edition, knowledge.meetings[item.id]))
    return tuple(cells)
