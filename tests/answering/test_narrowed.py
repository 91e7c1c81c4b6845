"""Words that narrow a question, or turn it round: no list answers it that does not heed them."""

import pytest

from bot.answering.engine import Engine
from bot.rendering.plain import plain


@pytest.mark.parametrize(
    "question",
    [
        "Was 16MSP the first meeting that Syria attended?",
        "Was 16MSP the only meeting attended by Azerbaijan?",
        "Did only the USA attend the 2018 intersessional meetings?",
        "Which States attended at least one meeting since 2014?",
        "Which States attended no meeting since 2014?",
        "Which States never attended the intersessional meetings?",
        "Which States attended the intersessional meetings in 2016 but not in 2017?",
        "Which States submitted no voluntary Article 7 report?",
        "How many States did not reply to the 17MSP President's letter?",
        "Which meetings did nobody attend?",
        "Which States voted in favour in 2017 and also submitted an Article 7 report?",
        "Which States did not submit official information and voted in favour?",
        "Which States voted in favour but have a stockpile?",
        "Who explained their vote in 2017?",
        "How many mines do States not party have?",
        "How does a State withdraw?",
        "how many members does the UN General Assembly have",
        "who attended 14MSP or 15MSP but abstained",
        "who abstained in 2016 and attended 15MSP",
        "which States voted in favour in 2015 and were absent from 14MSP",
        "which States Parties attended 15MSP but not 16MSP",
        "Which States other than India spoke at the 16MSP?",
        "Who else besides Egypt mentions the Second World War?",
        "Which States have never participated but voted in favour?",
        "Which States that never produced mines abstained?",
        "Which States with no official information attended the 16MSP?",
        "Who was not present in the vote but is a signatory?",
        "What did Russia say on 18 October 2017?",
        "How many countries have signed but not ratified?",
        "How many meetings are in the 2018 participation table?",
        "Is Georgia the only State that has never produced mines?",
        "Did all States that abstained attend the 16MSP?",
        "Which States use mines?",
        "Do only Asian States abstain?",
        "Why do the five European nations want to withdraw?",
    ],
)
def test_a_narrowed_question_is_not_answered_with_the_whole_list(engine: Engine, question: str) -> None:
    assert engine.answer(question).outcome == "no_record", plain(engine.answer(question))


@pytest.mark.parametrize(
    "question",
    [
        "which states have never sent a voluntary Article 7 report?",
        "who failed to reply to the President's letter?",
        "which states did not stay silent at 16MSP?",
        "who attended 2RC but not 16MSP?",
        "which African states attended 14MSP and 16MSP?",
        "how many ambassadors attended 14MSP and 16MSP?",
        "how many people attended 16MSP?",
        "which signatories attended 14MSP and 16MSP?",
        "who else attended 14MSP and 16MSP?",
        "which states had never joined by 2012, and who were the 33?",
        "Is Ukraine a member of the EU?",
        "were there 164 States Parties in 2010?",
        "does the press release say there are 162 States Parties?",
        "who are the 33 states not party in 2012?",
        "why did Libya vote in favour?",
    ],
)
def test_who_did_not_is_not_answered_with_those_who_did(engine: Engine, question: str) -> None:
    assert engine.answer(question).outcome != "answered"


@pytest.mark.parametrize(
    "question",
    [
        "Who is in favour of landmines?",
        "Which states abstain from using mines?",
        "Which states use mines against civilians?",
        "Did China abstain from using mines?",
        "Which Nordic states are leaving?",
        "Who sent information in September 2009?",
        "Which states submitted official information?",
        "Who has never said anything?",
        "Which states submitted more than one voluntary report?",
        "who has a moratorium and attended 16MSP?",
        "who attended only in 2014?",
        "which Asian states did not attend 16MSP?",
        "who never attended and never produced?",
        "who attended all the MSPs?",
        "who submitted an Article 7 report and attended 16MSP?",
    ],
)
def test_words_of_a_list_in_another_sense_do_not_ask_for_it(engine: Engine, question: str) -> None:
    assert engine.answer(question).outcome != "answered"


@pytest.mark.parametrize(
    ("question", "outcome", "says"),
    [
        ("who spoke in October 2017?", "answered", "3 statements of October 2017"),
        ("who spoke in June 2008?", "answered", "Federated States of Micronesia and Vietnam"),
        ("who spoke in February 2017?", "no_record", "statements without a month"),
    ],
)
def test_statements_of_a_month_are_those_dated_in_it(engine: Engine, question: str, outcome: str, says: str) -> None:
    answer = engine.answer(question)
    assert answer.outcome == outcome
    assert says in plain(answer)
