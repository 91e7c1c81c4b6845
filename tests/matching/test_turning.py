"""Follow-ups that turn to something else of the same subject, and those that point nowhere."""

from dataclasses import replace

import pytest

from bot.answering.engine import Engine
from tests.question_files import engine

from .conversations import conversation


@pytest.mark.parametrize(
    ("first", "then", "title"),
    [
        ("what did morocco say", "and on stockpiles?", "Morocco on stockpiles of mines"),
        ("what is article 8", "and 7?", "What are voluntary Article 7 reports of States not party?"),
        ("who attended 15MSP", "and who spoke?", "Statements on record at 15MSP (2016)"),
        ("pakistan", "16MSP", "Pakistan at 16MSP (2017)"),
        ("pakistan", "what about 2017", "Pakistan: 16MSP (2017)"),
        ("compare india and china", "and pakistan?", "India, China and Pakistan compared"),
        ("did lebanon attend 14MSP", "did it speak?", "Lebanon at 14MSP (2015): nothing on record"),
        ("is poland leaving", "when?", "Poland: State Party as of 21 August 2018, by inference"),
        ("what did Cuba say", "in which year?", "Cuba: explanation of vote (2016)"),
        ("what did Cuba say", "are you sure?", "Cuba: explanation of vote (2016)"),
        ("is India a party", "is that true", "India: State not party as of 21 August 2018"),
        (
            "what did Mongolia say about its stockpile",
            "how many destroyed",
            "How large was the stockpile of Mongolia, and how many mines did it mean to destroy?",
        ),
        ("what does Libya say about mines?", "how many mines?", "Libya: no such figure"),
        ("Does the UAE have a stockpile?", "how many?", "United Arab Emirates: no such figure"),
        ("Does Morocco have a moratorium?", "is that still true?", "Morocco on transfer and export moratoria"),
        ("How many states are parties?", "on which date?", "States Parties: 164 (2018)"),
        ("which States speak of stockpiles", "and of borders?", "Who speaks of long or disputed borders"),
        ("what did India say in 16MSP", "who said it?", "India at 16MSP (2017)"),
        ("what did India say in 16MSP", "where was that said?", "India at 16MSP (2017)"),
        ("compare India and China", "what does Pakistan say?", "Pakistan: statements on record"),
        ("tell me about cuba", "attendance?", "Cuba: meetings attended since 2014"),
        ("how did cuba vote", "quote please", "Cuba: explanation of vote (2016)"),
        ("when was 16MSP", "who attended?", "States not party at 16MSP (2017)"),
        ("did China attend 15MSP", "who else was there", "States not party at 15MSP (2016)"),
        ("georgia moratorium", "when?", "Georgia on transfer and export moratoria"),
    ],
)
def test_a_follow_up_turns_to_something_else_of_the_subject(first: str, then: str, title: str) -> None:
    assert conversation(first, then).title == title


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("is sri lanka a party", "since when"),
        ("how did India vote", "on which date?"),
        ("who is leaving?", "since when"),
    ],
)
def test_a_date_asked_for_that_no_document_has_is_not_answered_by_the_answer_before(first: str, then: str) -> None:
    assert conversation(first, then).outcome == "no_record"


def test_a_number_of_states_is_not_asked_of_the_state_before() -> None:
    mongolia = "what did Mongolia say about its stockpile"
    assert conversation(mongolia, "how many States have one").outcome == "no_record"
    assert conversation(mongolia, "how many signed the treaty?").reading.intent == "count-signatories"
    assert conversation(mongolia, "how many are not party?").reading.intent == "count-states-not-party"


@pytest.mark.parametrize(
    "questions",
    [
        ("who spoke at 16MSP", "what did the second one say"),
        ("who spoke at 16MSP", "and the last one"),
        ("how did the usa vote", "and china", "which of them attended 16MSP"),
        ("who abstained", "who else"),
        ("what is the UN campaign", "when does it start"),
    ],
)
def test_what_points_nowhere_is_asked_back_and_not_called_another_subject(questions: tuple[str, ...]) -> None:
    answer = conversation(*questions)
    assert (answer.outcome, answer.title) == ("no_record", "Please ask that in full")


def test_the_one_offered_is_picked_all_the_same() -> None:
    assert conversation("what did Guinea say").suggestions
    assert conversation("what did Guinea say", "the first one").title != "Please ask that in full"


def test_a_topic_that_the_knowledge_lacks_is_not_turned_to() -> None:
    knowledge = engine().knowledge
    without = {topic.id: topic for topic in knowledge.topics.values() if topic.id != "use"}
    bare = Engine(replace(knowledge, topics=without))
    first = bare.answer("does Russia produce mines?")
    assert bare.answer("and use?", first.reading).reading.entities.topics == ()
