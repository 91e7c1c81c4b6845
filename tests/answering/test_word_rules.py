"""Each rule on words withholds the answer to a question that asks for what is not told."""

import pytest

from bot.answering.choice.deciding import decide
from bot.answering.draft import Asked
from bot.answering.engine import Engine
from bot.answering.rules import word_rules
from bot.answering.rules.ruling import Rules
from bot.answering.rules.word_rule import WordRule
from bot.answering.rules.word_rules import WORD_RULES, withheld_by_words

QUESTIONS = (
    "How many votes in total were cast for the First Committee resolution in 2017?",
    "who attended every meeting since 2014 and abstained",
    "who voted against Israel",
    "which ministers attended 3RC",
    "has Pakistan's vote changed since 1997",
    "when was the 2017 vote",
    "how did Israel vote on the withdrawals",
    "who cast India's vote",
    "name of the north korean delegate at the 2017 vote",
    "in which room was the vote",
    "what language was China's reply in",
    "how big was the syrian delegation at 16msp",
    "georgia vs russia 2008 war mines used?",
    "Which States made statements in early 2017?",
    "why did India attend 16MSP?",
    "did India take part in the Ottawa Process?",
    "which State was the first to attend 16MSP?",
    "who attended at least two meetings?",
    "did nobody abstain in 2017?",
    "did none of the States abstain in 2017?",
    "did Mongolia's parliament vote in favour?",
    "which States abstained in Oslo?",
    "first year Morocco voted in favour",
    "from which year on has Morocco been voting yes?",
    "What came out of the 17MSP President's 2018 meeting with Saudi Arabia?",
    "In which city was the Fifth Meeting of the States Parties that Vietnam attended?",
    "Since what year has Saudi Arabia been attending Convention meetings?",
    "who decides how China votes?",
    "who attended most MSPs?",
    "which States sent a report and attended 16MSP?",
    "who replied to the President and attended 16MSP?",
    "who abstained though it supports the treaty",
    "Who said nothing since 2010?",
    "who never produced mines but stockpiles them",
    "who was absent and attended 16MSP?",
    "Which P5 members are outside?",
    "who voted yes and has mines",
    "which English speaking states abstained",
    "who wrote to the ISU",
    "do states not party want mines",
    "who met the president twice",
    "which country held the presidency",
    "never joined",
    "who uses mines and has a moratorium",
    "who says it is mine free",
    "which states ended their moratorium",
    "which states voted for the US resolution",
    "which supporters abstained",
    "what is a State not party",
    "who's the president",
    "does voting in favour mean joining?",
    "why is palestine missing from the 2018 list",
    "why did Myanmar send no information",
    "who wrote the reply of the US",
    "did the UN publish Morocco's report",
    "Did Palestine join the treaty before or after Sri Lanka?",
    "signature of the FSM president on accession law, when",
    "how many states parties sent their article 7 report in 2017",
    "which states outside the treaty signed it",
    "How many signatories are outside?",
    "biggest abstainer in the 2017 vote",
    "Which states did not change between 2017 and 2018?",
    "number of signatories that ratified",
    "did Armenia join the peace agreement?",
    "which date did the President meet Lao PDR?",
    "Did Palestine report casualties in its 2012 and 2013 voluntary reports?",
    "how many countries have to ratify?",
    "is Armenia part of the region",
    "how many members does the UN General Assembly have?",
    "how many countries are mined",
    "how many mines are destroyed per year",
    "40 million destroyed mines by country",
    "which article 7 reports were late in 2018",
    "which States will never join",
    "how many States joined in 2017?",
    "which diplomat explained Egypt's vote",
    "how many times did India speak at 16MSP",
    "was India criticised at 16MSP",
    "did anyone object to India's statement",
    "what did the chair say to India",
    "what do Indian NGOs say about mines",
    "Which Singapore firm manufactured mines?",
    "who produces today, names of producers in the faq",
    "what's in pakistan's CCW protocol II annual report",
    "who manufactures mines in India?",
    "Iran gave an explanation of vote in 2012. Which way had it voted?",
    "egypt moratorium exact year 198?",
    "Which part of its borders has Pakistan mined?",
    "what does the treaty oblige Morocco to do",
    "which MSP was in 2009",
    "what was agreed at the bilateral meetings",
    "did the icbl attend 16msp",
    "which states never sent a report",
    "when are article 7 reports due",
    "who counted the votes",
    "what happens after the withdrawal",
    "which egyptian official made the statement",
    "who didnt sign in 1997",
    "what does the Indian delegation personally think about the mine ban?",
    "which georgian president brought in the 1996 moratorium",
    "how many egyptians were hurt by ww2 mines",
    "casualties in Myanmar last year from landmines",
    "casualties in Myanmar in 2017",
    "email address of the Chinese mission in Geneva",
    "how to sell mines to Pakistan",
    "whom did President Clinton meet in person",
    "who gives more to clearance, the US or Norway",
    "How did the FSM Congress decide in January 2009?",
    "how long did the meeting with kyrgyzstan last",
    "why did iran never participate",
    "vote count for the 2017 resolution, whole world total",
    "cuba last updated",
    "is it because of Russia",
    "why is Palestine not in the 2018 document",
    "why did Cuba walk out of 16MSP",
    "what did she say about the mine ban in India?",
    "when did Lloyd Axworthy become foreign minister",
    "How many of the 25,000 yearly victims in 1997 were children?",
    "who is the harshest critic of the treaty",
    "is Guterres a good secretary-general, your opinion",
)
"""in the order of the rules, one for each"""


@pytest.fixture
def asked(engine: Engine, question: str) -> Asked:
    return Asked(engine.knowledge, engine.matcher.read(question), engine.searcher)


EACH = pytest.mark.parametrize(("rule", "question"), tuple(zip(WORD_RULES, QUESTIONS, strict=True)))


@EACH
def test_each_rule_is_what_withholds(engine: Engine, asked: Asked, rule: WordRule) -> None:
    assert rule.holds(asked)
    assert decide(asked).why == rule.why
    assert engine.answer(asked.reading.question).outcome == "no_record"


@EACH
def test_without_the_rule_its_question_would_be_answered(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, rule: WordRule, question: str
) -> None:
    others = Rules(row.as_rule() for row in WORD_RULES if row is not rule)
    monkeypatch.setattr(word_rules, "_RULES", others)
    assert engine.answer(question).outcome == "answered"


@pytest.mark.parametrize("question", ["who attended 16MSP?"])
def test_without_the_words_nothing_is_withheld(asked: Asked) -> None:
    assert withheld_by_words(asked, "attendees") is None
