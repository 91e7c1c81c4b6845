"""What an FAQ entry says that it does not tell, beside what the matcher makes of its words."""

from collections.abc import Iterator

from bot.answering.rules.entry_words import asks_for
from bot.knowledge.files import Folder, Loaded
from bot.knowledge.model import Knowledge
from bot.knowledge.problems import Problem, shown
from bot.knowledge.schema import FaqRecord, Untold
from bot.matching.matcher import Matcher
from bot.matching.tokens import keys_of


def untold_problems(folder: Folder, _knowledge: Knowledge, matcher: Matcher) -> Iterator[Problem]:
    """Words that are never met, as their own example shows, and words that keep the entry from its own questions."""
    for loaded in folder.faq:
        for index, row in enumerate(loaded.record.untold):
            words = matcher.read(row.example).words
            if not asks_for(row, words):
                message = (
                    f'the example "{shown(row.example)}" does not have the words: the bot reads "{" ".join(words)}"'
                )
                hint = "write the words as the bot reads them, and an example that has them"
                yield loaded.file.problem(("untold", index, "example"), "untold-example", message, hint)
            yield from _own_questions(loaded, index, row, matcher)


def _own_questions(loaded: Loaded[FaqRecord], index: int, row: Untold, matcher: Matcher) -> Iterator[Problem]:
    record = loaded.record
    first_words = {phrase.split()[0] for phrase in row.words}
    for text in (record.question, *record.phrasings):
        # Most have none of the words, whatever their names are replaced by; reading them all would take long.
        may_have = any(word.startswith("{") for word in first_words) or not first_words.isdisjoint(keys_of(text))
        if may_have and asks_for(row, matcher.read(text).words):
            message = f'the words keep the entry from its own question "{shown(text)}"'
            hint = "take out the word that it has, or put another word of it under `unless`"
            yield loaded.file.problem(("untold", index, "words"), "untold-own", message, hint)
            return
