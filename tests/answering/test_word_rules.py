"""Each rule on words withholds the answer to a question that asks for what is not told."""

import pytest

from bot.answering.draft import Asked
from bot.answering.engine import Engine
from bot.answering.word_rules import WORD_RULES, WordRule, withheld_by_words

QUESTIONS = (
    ("faq:report-five-states", "Which European countries are not party?"),
    ("states-not-party", "Which states not party are signatories?"),
    ("count-signatories", "How many signatories are not party?"),
    ("states-not-party", "Which State not party has the most mines?"),
    ("meeting-statements", "Which States made statements in the first half of 2017?"),
    ("edition-changes", "Which states did not change between 2017 and 2018?"),
    ("attendance", "why did India attend 16MSP?"),
    ("attendees", "who attended the Ottawa Process meetings?"),
    ("attendees", "which State was the first to attend 16MSP?"),
    ("attendees", "who attended at least two meetings?"),
    ("vote-list", "why did nobody vote against?"),
    ("attendees", "which States came to no meeting?"),
    ("count-states-not-party", "how many mines do the States not party have?"),
    ("count-states-parties", "how many members does NATO have?"),
    ("count-signatories", "how many signed and never ratified?"),
    ("vote", "how did the parliament of Mongolia vote?"),
    ("vote-list", "who voted for the adoption in Oslo?"),
    ("membership", "did Armenia sign the ceasefire?"),
    ("statement", "who paid for the clearance in Egypt?"),
    ("position", "what does the foreign minister of India personally think of the ban"),
    ("position", "what is the plan of Mongolia this year?"),
    ("statement", "casualties in Myanmar in 2012"),
    ("statement", "phone number of the mission of China"),
)


@pytest.mark.parametrize(("rule", "case"), tuple(zip(WORD_RULES, QUESTIONS, strict=True)))
def test_each_rule_withholds(engine: Engine, rule: WordRule, case: tuple[str, str]) -> None:
    intent, question = case
    asked = Asked(engine.knowledge, engine.matcher.read(question), engine.searcher)
    assert intent in rule.kinds or intent.startswith(rule.like)
    assert rule.holds(asked)
    assert withheld_by_words(asked, intent) is not None
    assert engine.answer(question).outcome != "answered"


def test_without_the_words_nothing_is_withheld(engine: Engine) -> None:
    asked = Asked(engine.knowledge, engine.matcher.read("who attended 16MSP?"), engine.searcher)
    assert withheld_by_words(asked, "attendees") is None
