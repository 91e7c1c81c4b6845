"""States beside one another, and the two editions beside one another."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from bot.answering.answer import Item, Listing, Outcome, Part, Text
from bot.answering.draft import Asked, Draft
from bot.answering.families.membership import listed_nowhere
from bot.answering.families.tabled import empty_cell
from bot.answering.parts import Told, in_newest_edition, no_information, passage_of, text_of
from bot.answering.wording import VOTED, and_list, as_of, capital, short_label
from bot.knowledge.model import Citation, Edition, Knowledge, State, Statement
from bot.knowledge.status_tables import VOTE_YEAR
from bot.knowledge.text import same_words

MOST_STATES = 4
_SUGGESTED = 3
PASSAGES = 2
"""statements of each State shown in full"""


def compare(asked: Asked) -> Draft:
    """Two to four States: newest statement, vote and last participation of each."""
    states = asked.states[:MOST_STATES]
    parts: list[Part] = []
    evidence: list[Citation] = []
    for state in states:
        if not state.editions and state.statements:
            parts += [passage_of(asked.knowledge, item) for item in state.statements[:PASSAGES]]
            continue
        if not state.editions:
            nowhere = listed_nowhere(asked, state, f"The documents hold no statement by {state.name}.", state.title)
            parts += nowhere.parts
            evidence += nowhere.further
            continue
        parts.append(Listing(f"{state.title}:", (*_rows(state), *_attendance(asked, state))))
        if state.statements:
            parts += [passage_of(asked.knowledge, item) for item in in_newest_edition(state)[:PASSAGES]]
        elif cell := state.editions[0].no_information:
            told, cited = text_of([no_information(state, cell)])
            parts += told
            evidence += cited
    told, _ = text_of(left_out(asked))
    parts += told
    title = f"{and_list(state.title for state in states)} compared"
    outcome: Outcome = "answered" if any(state.editions for state in states) else "no_record"
    asks = tuple(f"what did {state.name} say?" for state in states)
    return Draft(outcome, title, tuple(parts), tuple(evidence), asks)


def left_out(asked: Asked) -> list[Told]:
    """That States named beyond the first few are not told of, where there are any."""
    more = asked.states[MOST_STATES:]
    sentence = f"One answer tells of {MOST_STATES} States; ask for {and_list(state.name for state in more)} by name."
    return [Told(sentence, ())] if more else []


def _rows(state: State) -> list[Item]:
    newest = state.editions[0]
    last = newest.last_participation
    return [
        Item(f"{VOTE_YEAR} First Committee vote: {VOTED[newest.vote]}", (newest.vote_citation,)),
        Item(f"Last participation ({as_of(newest.source)}): {last.cell.value if last.cell else ''}", (last,)),
        Item(
            "1 statement on record" if len(state.statements) == 1 else f"{len(state.statements)} statements on record",
            tuple(item.citations[0] for item in state.statements),
        ),
    ]


def _attendance(asked: Asked, state: State) -> Iterable[Item]:
    """Whether a State took part in each of the meetings named that a table has."""
    for meeting in asked.of_convention:
        edition = next((edition for edition in state.editions if edition.source.id in meeting.columns), None)
        if edition is not None:
            ticked = edition.attended.get(meeting.id)
            cell = ticked or empty_cell(asked.knowledge, edition, meeting)
            yield Item(f"{meeting.label}: {'took part' if ticked else 'no tick'}", (cell,))


def each(asked: Asked, answerer: Callable[[Asked], Draft]) -> Draft:
    """The same question answered for each State named; each part quotes only its own State."""
    drafts = [
        answerer(
            replace(asked, reading=asked.reading._replace(entities=asked.reading.entities._replace(states=(state,))))
        )
        for state in asked.reading.entities.states[:MOST_STATES]
    ]
    whole = one_after_another(drafts)
    beyond, _ = text_of(left_out(asked))
    return replace(whole, parts=(*whole.parts, *beyond))


def one_after_another(drafts: Sequence[Draft]) -> Draft:
    """Several answers as one, each under its own title."""
    parts: list[Part] = []
    for draft in drafts:
        parts += [Text(draft.title if draft.title.endswith("?") else f"{draft.title}."), *draft.parts]
    return Draft(
        "answered" if any(draft.outcome == "answered" for draft in drafts) else "no_record",
        and_list(dict.fromkeys(draft.title for draft in drafts)),
        tuple(parts),
        tuple(citation for draft in drafts for citation in draft.further),
        tuple(dict.fromkeys(ask for draft in drafts for ask in draft.suggestions))[:_SUGGESTED],
    )


def edition_changes(asked: Asked) -> Draft:
    """What differs between the newest edition and the one before it, for some States or over all."""
    if len(asked.knowledge.editions) < 2:
        parts, _ = text_of([Told("There is one edition only; nothing to compare.", ())])
        return Draft("no_record", "One edition only", tuple(parts))
    if asked.states:
        return _changes_of(asked, asked.state)
    return _changes_of_all(asked.knowledge)


def _pair(knowledge: Knowledge, state: State) -> tuple[Edition, Edition] | None:
    new, old = knowledge.editions[:2]
    newer, older = state.edition(new.id), state.edition(old.id)
    return (newer, older) if newer and older else None


def words_differ(statements: tuple[Statement, ...], new: str, old: str) -> bool:
    """Whether two editions give a State's statements in really different words."""
    return _words(statements, new) != _words(statements, old)


def _words(statements: tuple[Statement, ...], source: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for statement in statements:
        for wording in statement.wordings:
            if any(citation.source.id == source for citation in wording.citations):
                text = " ".join(wording.paragraphs)
                first = next(
                    " ".join(other.paragraphs)
                    for other in statement.wordings
                    if same_words(" ".join(other.paragraphs), text)
                )
                found.append((statement.id, first))
    return sorted(found)


def _changes_of(asked: Asked, state: State) -> Draft:
    knowledge = asked.knowledge
    new, old = knowledge.editions[:2]
    pair = _pair(knowledge, state)
    title = f"{state.title}: {old.short} and {new.short}"
    if pair is None:
        if not state.editions:
            return listed_nowhere(asked, state, f"Neither status document lists {state.name}.", title)
        only = state.editions[0]
        told = [Told(f"Only the {only.source.short} lists {state.name} ({as_of(only.source)}).", (only.listed,))]
        parts, evidence = text_of(told)
        return Draft("answered", title, tuple(parts), evidence, (f"is {state.name} a party?",))
    newer, older = pair
    told = _moved(newer, older)
    passages: list[Part] = []
    for statement in state.statements:
        sources = {citation.source.id for citation in statement.citations}
        if sources in ({new.id}, {old.id}):
            only_source = new if new.id in sources else old
            told.append(
                Told(f"Only in the {only_source.short}: {short_label(statement, knowledge)}.", statement.citations)
            )
            passages.append(passage_of(knowledge, statement))
        elif words_differ((statement,), new.id, old.id):
            told.append(Told(f"In other words in each: {short_label(statement, knowledge)}.", statement.citations))
            passages += [passage_of(knowledge, statement, sources=(source.id,)) for source in (new, old)]
    if not told:
        told = [Told("Both documents give the same words, last participation and vote.", (newer.listed, older.listed))]
    parts, evidence = text_of(told)
    return Draft("answered", title, (*parts, *passages), evidence, (f"what did {state.name} say?",))


def _moved(newer: Edition, older: Edition) -> list[Told]:
    now, then = newer.last_participation, older.last_participation
    told: list[Told] = []
    if now.cell and then.cell and now.cell.value != then.cell.value:
        before, after = f'"{then.cell.value}" ({older.source.short})', f'"{now.cell.value}" ({newer.source.short})'
        told.append(Told(f"Last participation: {before}, {after}.", (now, then)))
    if newer.vote != older.vote:
        told.append(
            Told(f"Vote: {VOTED[older.vote]}, then {VOTED[newer.vote]}.", (newer.vote_citation, older.vote_citation))
        )
    return told


def _changes_of_all(knowledge: Knowledge) -> Draft:
    new, old = knowledge.editions[:2]
    states = [state for state in knowledge.listed if _pair(knowledge, state)]
    gone = [state for state in knowledge.not_party(old.id) if state.edition(new.id) is None]
    come = [state for state in knowledge.not_party(new.id) if state.edition(old.id) is None]
    reworded = [state for state in states if words_differ(state.statements, new.id, old.id)]
    moved = [state for state in states if (pair := _pair(knowledge, state)) and _moved(*pair)]
    parts: list[Part] = []
    if gone:
        items = tuple(Item(state.title, (state.editions[0].listed,)) for state in gone)
        parts.append(Listing(f"No longer listed in the {new.short}:", items))
    if come:
        parts.append(
            Listing(f"New in the {new.short}:", tuple(Item(state.title, (state.editions[0].listed,)) for state in come))
        )
    items = tuple(Item(state.title, tuple(edition.listed for edition in state.editions)) for state in reworded)
    parts.append(Listing(f"{len(items)} States whose statements differ in words:", items))
    rows = tuple(
        Item(f"{state.title}: {told.text}", told.citations)
        for state in moved
        if (pair := _pair(knowledge, state))
        for told in _moved(*pair)
    )
    parts.append(Listing(f"{len(moved)} States whose last participation moved:", rows))
    asks = tuple(f"what changed for {state.name}?" for state in reworded[:2])
    return Draft("answered", f"{capital(old.short)} and {new.short}: what changed", tuple(parts), (), asks)
