"""What is asked in like words and not told: the words that an FAQ entry's own file has for that (``untold``)."""

from collections.abc import Iterator, Sequence

from bot.answering.draft import Asked
from bot.answering.rules.ruling import on
from bot.knowledge.model import Knowledge
from bot.knowledge.schema import Untold
from bot.matching.reading import COUNT_PREFIX, FAQ_PREFIX


@on(like=(FAQ_PREFIX, COUNT_PREFIX))
def untold_by_entry(asked: Asked, intent: str) -> str | None:
    """Why an FAQ entry, or a count beside one, does not tell what is asked, by its file; None when it may."""
    rows = _rows(asked.knowledge, intent)
    return next((row.why for row in rows if asks_for(row, asked.reading.words)), None)


def asks_for(row: Untold, words: Sequence[str]) -> bool:
    """Whether a question, as the words that are compared, asks for what is not told."""
    text = f" {' '.join(words)} "

    def has_any(phrases: Sequence[str]) -> bool:
        return any(f" {phrase} " in text for phrase in phrases)

    return has_any(row.words) and not has_any(row.unless) and (not row.beside or has_any(row.beside))


def _rows(knowledge: Knowledge, intent: str) -> Iterator[Untold]:
    if intent.startswith(FAQ_PREFIX):
        yield from knowledge.faq[intent.removeprefix(FAQ_PREFIX)].record.untold
    else:
        yield from knowledge.untold_counts.get(intent.removeprefix(COUNT_PREFIX), ())
