"""Words by which a kind of question is not answered: a table, read by ``withholding``."""

from bot.answering.draft import Asked
from bot.answering.rules.ruling import Rules, on
from bot.answering.rules.word_rules_of_counts import ON_COUNTS
from bot.answering.rules.word_rules_of_entries import ON_ENTRIES
from bot.answering.rules.word_rules_of_lists import ON_LISTS
from bot.answering.rules.word_rules_of_words import ON_WORDS

WORD_RULES = (*ON_LISTS, *ON_COUNTS, *ON_WORDS, *ON_ENTRIES)

_RULES = Rules[str](row.as_rule() for row in WORD_RULES)


@on()
def withheld_by_words(asked: Asked, intent: str) -> str | None:
    """Why the words of a question withhold the answer of a kind; None when none does."""
    return _RULES.first(asked, intent)
