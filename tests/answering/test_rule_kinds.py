"""Every kind of question that a rule is for is one that can be asked: a renamed entry leaves no rule behind."""

from bot.answering.answerers import ANSWERERS
from bot.answering.rules import narrowed, rerouting, unlisted, untold, withholding
from bot.answering.rules.ruling import Rule
from bot.answering.rules.word_rules import WORD_RULES
from bot.matching.reading import COUNT_PREFIX, FAQ_PREFIX
from tests.question_files import engine

_TABLES = (rerouting, withholding, untold, unlisted, narrowed)


def _rules() -> list[Rule[object]]:
    tables = [vars(module).get(name, ()) for module in _TABLES for name in ("_RULES", "_OF_ENTRIES")]
    return [*(rule for table in tables for rule in table), *(row.as_rule() for row in WORD_RULES)]


def test_the_kinds_of_the_rules_are_there() -> None:
    knowledge = engine().knowledge
    entries = {FAQ_PREFIX + entry for entry in knowledge.faq}
    counts = {COUNT_PREFIX + count for count in knowledge.counts}
    known = {*ANSWERERS, *knowledge.questions, *entries, *counts}
    assert {kind for rule in _rules() for kind in rule.kinds} - known == set()
    beginnings = {beginning for rule in _rules() for beginning in rule.like}
    assert {beginning for beginning in beginnings if not any(kind.startswith(beginning) for kind in known)} == set()
