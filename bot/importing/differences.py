"""How two editions of the status document differ, State by State, as the records tell it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot.knowledge.schema import EditionRecord, StatementRecord, StateRecord
from bot.knowledge.text import fold, same_words


@dataclass(frozen=True, slots=True)
class Differences:
    """State ids, sorted; only States in both editions are compared."""

    left: tuple[str, ...]
    """in the older edition only"""
    joined: tuple[str, ...]
    """in the newer edition only"""
    words: tuple[str, ...]
    """whose statements, all together, differ in words"""
    punctuation: tuple[str, ...]
    """whose statements differ in punctuation or hyphens only"""
    not_repeated: tuple[tuple[str, str], ...]
    """State and statement of which the newer edition has no wording"""
    last_participation: tuple[str, ...]
    votes: tuple[str, ...]
    information: tuple[str, ...]
    """who gave official information in one edition only"""


def compare_editions(records: Mapping[str, StateRecord], older: str, newer: str) -> Differences:
    """Compare what the records have of two sources."""
    before = {state: edition for state, record in records.items() if (edition := _edition(record, older))}
    after = {state: edition for state, record in records.items() if (edition := _edition(record, newer))}
    both = sorted(before.keys() & after.keys())
    texts = {state: (_all_words(records[state], older), _all_words(records[state], newer)) for state in both}
    words = tuple(state for state in both if not same_words(*texts[state]))
    return Differences(
        left=tuple(sorted(before.keys() - after.keys())),
        joined=tuple(sorted(after.keys() - before.keys())),
        words=words,
        punctuation=tuple(
            state for state in both if state not in words and fold(texts[state][0]) != fold(texts[state][1])
        ),
        not_repeated=tuple(
            (state, statement.id)
            for state in both
            for statement in records[state].statements
            if _is_in(statement, older) and not _is_in(statement, newer)
        ),
        last_participation=tuple(
            state for state in both if before[state].last_participation != after[state].last_participation
        ),
        votes=tuple(state for state in both if before[state].vote != after[state].vote),
        information=tuple(state for state in both if before[state].information != after[state].information),
    )


def _edition(record: StateRecord, source: str) -> EditionRecord | None:
    return next((edition for edition in record.editions if edition.source == source), None)


def _is_in(statement: StatementRecord, source: str) -> bool:
    return any(source in wording.sources for wording in statement.wordings)


def _all_words(record: StateRecord, source: str) -> str:
    """Every statement of an edition with its attribution, in the record's order."""
    return " ".join(
        f"{' '.join(wording.passage)} ({wording.attribution})"
        for statement in record.statements
        for wording in statement.wordings
        if source in wording.sources
    )


def describe(differences: Differences, names: Mapping[str, str], older: str, newer: str) -> tuple[str, ...]:
    """One line for each kind of difference, with the short names of the States."""

    def named(states: Iterable[str]) -> list[str]:
        return [names[state] for state in states]

    kinds: tuple[tuple[str, list[str]], ...] = (
        ("left the list", named(differences.left)),
        ("new on the list", named(differences.joined)),
        ("statements differ in words", named(differences.words)),
        ("statements differ in punctuation or hyphens only", named(differences.punctuation)),
        (
            "statements of the older edition not repeated",
            [f"{names[state]} ({statement})" for state, statement in differences.not_repeated],
        ),
        ("last participation moved", named(differences.last_participation)),
        ("another vote", named(differences.votes)),
        ("official information in one edition only", named(differences.information)),
    )
    lines = [f"Between {older} and {newer}:"]
    for words, shown in kinds:
        lines.append(f"  {words} ({len(shown)})" + (f": {', '.join(shown)}" if shown else ""))
    return tuple(lines)
