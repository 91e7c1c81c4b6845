"""What the knowledge holds, and where it is thin."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bot.knowledge.model import Knowledge, State
from bot.maintaining.cited import DESCRIPTION, cited

FEW_PHRASINGS = 10
"""an FAQ entry or a kind of question with fewer is thin"""


@dataclass(frozen=True, slots=True)
class Table:
    title: str
    rows: tuple[tuple[str, ...], ...]
    nothing: str = "none"
    """said when there is no row"""


def statistics(knowledge: Knowledge, today: date) -> tuple[Table, ...]:
    """Tables of what the knowledge holds; ages are counted to ``today``."""
    uses = _topic_uses(knowledge)
    return (
        Table("holds", tuple(_holdings(knowledge))),
        Table(
            "States by number of statements: how many, the newest, its age",
            tuple(_of_states(knowledge, today)),
        ),
        Table("sources by number of citations", tuple(_of_sources(knowledge))),
        Table(
            f"FAQ entries with fewer than {FEW_PHRASINGS} phrasings",
            _few((entry.id, len(entry.record.phrasings)) for entry in knowledge.faq.values()),
        ),
        Table(
            "kinds of question by number of phrasings",
            _counted([(record.id, len(record.phrasings)) for record in knowledge.questions.values()]),
        ),
        Table(
            "topics by number of statements and FAQ entries",
            _counted([(topic, uses[topic]) for topic in knowledge.topics]),
        ),
    )


def _holdings(knowledge: Knowledge) -> Iterator[tuple[str, ...]]:
    with_statement = [state for state in knowledge.states.values() if state.statements]
    for count, what in (
        (len(knowledge.sources), "sources"),
        (len(knowledge.states), "names of States and others"),
        (len(knowledge.listed), "States that a status document lists"),
        (len(with_statement), "States with a statement"),
        (len(knowledge.statements), "statements"),
        (len(knowledge.meetings), "meetings"),
        (len(knowledge.faq), "FAQ entries"),
        (sum(len(entry.record.phrasings) for entry in knowledge.faq.values()), "phrasings of FAQ entries"),
        (len(knowledge.questions), "kinds of question"),
        (sum(len(record.phrasings) for record in knowledge.questions.values()), "phrasings of kinds of question"),
        (len(knowledge.topics), "topics"),
        (len(cited(knowledge)), "citations"),
    ):
        yield str(count), what


def _of_states(knowledge: Knowledge, today: date) -> Iterator[tuple[str, ...]]:
    """States with a record, those with the fewest statements first; of as many, the oldest first."""
    states = [state for state in knowledge.states.values() if state.editions or state.statements]
    states.sort(key=lambda state: (len(state.statements), _newest(state), state.title))
    for state in states:
        newest = _newest(state)
        age = today.year - int(newest[:4]) if newest else 0
        yield str(len(state.statements)), state.title, newest or "-", f"{age} years" if newest else "-"


def _newest(state: State) -> str:
    return max((statement.last_date for statement in state.statements), default="")


def _of_sources(knowledge: Knowledge) -> Iterator[tuple[str, ...]]:
    uses = Counter(item.citation.source.id for item in cited(knowledge) if not item.by.startswith(DESCRIPTION))
    for source in sorted(knowledge.sources.values(), key=lambda source: (uses[source.id], source.id)):
        yield str(uses[source.id]), source.id, "" if uses[source.id] else "never cited"


def _topic_uses(knowledge: Knowledge) -> Counter[str]:
    uses = Counter(topic for statement in knowledge.statements for topic in statement.topics)
    uses.update(topic for entry in knowledge.faq.values() for topic in entry.record.topics)
    return uses


def _few(counts: Iterator[tuple[str, int]]) -> tuple[tuple[str, ...], ...]:
    return _counted([(name, count) for name, count in counts if count < FEW_PHRASINGS])


def _counted(counts: Sequence[tuple[str, int]]) -> tuple[tuple[str, ...], ...]:
    """Rows, the thinnest first."""
    ordered = sorted(counts, key=lambda item: (item[1], item[0]))
    return tuple((str(count), name, "" if count else "never used") for name, count in ordered)
