"""Follow-ups lean on the question before them, and only on that."""

import pytest

from bot.matching.conversation import picked
from bot.matching.reading import Entities, Reading
from bot.rendering.plain import plain
from tests.question_files import engine

from .conversations import conversation, entities

FIRST = "what did India say in 16MSP?"


@pytest.mark.parametrize(
    "follow_up",
    [
        "and Pakistan?",
        "And Pakistan",
        "what about Pakistan?",
        "how about Pakistan",
        "Pakistan?",
        "or Pakistan?",
        "same for Pakistan",
        "ok thanks, and Pakistan?",
        "hurry, and Pakistan",
        "and Pakistan please",
    ],
)
def test_another_state_keeps_the_rest_of_the_question(follow_up: str) -> None:
    answer = conversation(FIRST, follow_up)
    assert answer.reading.intent == "statement"
    assert answer.reading.entities.states == ("pakistan",)
    assert answer.reading.entities.meetings == ("16msp",)
    assert answer.parts == engine().answer("what did Pakistan say in 16MSP?").parts


@pytest.mark.parametrize("follow_up", ["what about 15MSP?", "and at 15MSP?", "and the fifteenth MSP?", "15MSP?"])
def test_another_meeting_keeps_the_state(follow_up: str) -> None:
    found = entities(FIRST, follow_up)
    assert (found.states, found.meetings) == (("india",), ("15msp",))


def test_a_year_takes_the_place_of_the_meeting() -> None:
    found = entities(FIRST, "and in 2014?")
    assert (found.states, found.meetings, found.years) == (("india",), (), (2014,))


def test_follow_ups_follow_each_other() -> None:
    found = conversation(FIRST, "and Pakistan?", "what about 3RC?", "and China?")
    assert found.reading.entities == Entities()._replace(states=("china",), meetings=("3rc",))
    assert found.reading.intent == "statement"


@pytest.mark.parametrize("kind", ["how did India vote?", "is India a party?", "when did India last take part?"])
def test_every_kind_of_question_is_kept(kind: str) -> None:
    assert conversation(kind, "and Cuba?").parts == engine().answer(kind.replace("India", "Cuba")).parts


@pytest.mark.parametrize(
    ("follow_up", "intent"),
    [
        ("how did it vote?", "vote"),
        ("did they take part in 16MSP?", "attendance"),
        ("what did they say?", "statement"),
        ("is it a State Party?", "membership"),
        ("what is its position?", "position"),
    ],
)
def test_a_pronoun_is_the_state_before(follow_up: str, intent: str) -> None:
    answer = conversation("how did Pakistan vote?", follow_up)
    assert (answer.reading.intent, answer.reading.entities.states) == (intent, ("pakistan",))


def test_a_state_of_its_own_beats_a_pronoun() -> None:
    assert entities("how did Pakistan vote?", "did they agree with Cuba?").states == ("cuba",)


def test_why_asks_for_the_reason_of_the_state_before() -> None:
    answer = conversation("is Pakistan a party?", "why?")
    assert answer.outcome == "answered"
    assert answer.reading.entities.states == ("pakistan",)
    assert answer.reading.intent == "position"


@pytest.mark.parametrize("follow_up", ["when?", "when was that?", "and when exactly?", "what was the date of that"])
def test_when_it_was_stands_in_the_answer_before(follow_up: str) -> None:
    assert conversation(FIRST, follow_up).citations == engine().answer(FIRST).citations


def test_when_is_not_answered_by_an_entry_without_a_time() -> None:
    assert conversation("can States Parties ever use mines?", "when?").outcome == "no_record"


def test_when_of_another_state_is_its_own_question() -> None:
    assert entities(FIRST, "when did Pakistan last attend?").states == ("pakistan",)


@pytest.mark.parametrize("follow_up", ["compare it with Cuba", "compare with Cuba", "difference to Cuba?"])
def test_the_state_before_is_compared_with_another(follow_up: str) -> None:
    answer = conversation("how did Pakistan vote?", follow_up)
    assert (answer.reading.intent, answer.reading.entities.states) == ("compare", ("pakistan", "cuba"))


@pytest.mark.parametrize("follow_up", ["who else abstained?", "who else voted like that?", "who else?"])
def test_who_else_lists_those_that_voted_likewise(follow_up: str) -> None:
    answer = conversation("how did Pakistan vote?", follow_up)
    assert (answer.reading.intent, answer.reading.entities.votes) == ("vote-list", ("abstained",))


@pytest.mark.parametrize("follow_up", ["source?", "what is the source", "where does it say this", "evidence?"])
def test_the_source_is_that_of_the_answer_before(follow_up: str) -> None:
    assert conversation(FIRST, follow_up).citations == engine().answer(FIRST).citations


@pytest.mark.parametrize(
    ("pick", "state"),
    [
        ("the first one", "south-korea"),
        ("1", "south-korea"),
        ("first", "south-korea"),
        ("number 1", "south-korea"),
        ("the second", "north-korea"),
        ("2", "north-korea"),
        ("option 2 please", "north-korea"),
        ("the last one", "north-korea"),
        ("the latter", "north-korea"),
    ],
)
def test_what_was_offered_can_be_picked(pick: str, state: str) -> None:
    assert conversation("what did Korea say?").suggestions
    answer = conversation("what did Korea say?", pick)
    assert answer.question == answer.reading.question == pick
    assert answer.reading.entities.states == (state,)
    assert answer.reading.intent == "statement"


@pytest.mark.parametrize("words", ["the third", "3", "the first statement", "first and second", "one", ""])
def test_what_picks_nothing(words: str) -> None:
    before = Reading("?", "", Entities(), 0.0, offered=("a?", "b?"))
    assert picked(before, words.split()) is None


def test_nothing_can_be_picked_where_nothing_was_offered() -> None:
    assert picked(Reading("?", "", Entities(), 0.0), ["first"]) is None


@pytest.mark.parametrize(
    "follow_up", ["who abstained?", "how many States are not party?", "which States are not party?"]
)
def test_a_whole_question_stands_alone(follow_up: str) -> None:
    alone = engine().answer(follow_up)
    after = conversation(FIRST, follow_up)
    assert (after.parts, after.reading.entities) == (alone.parts, alone.reading.entities)


@pytest.mark.parametrize("question", ["the first one", "2", "and?"])
def test_a_follow_up_to_nothing_is_declined(question: str) -> None:
    assert conversation(question).outcome == "declined"


@pytest.mark.parametrize("first", ["how did Pakistan vote?", "who attended 16MSP?", "is India a party?"])
def test_a_whole_question_in_french_leans_on_nothing(first: str) -> None:
    assert conversation(first, "qu'a dit la Chine ?").reading.intent == "statement"


@pytest.mark.parametrize("refused", ["how do I build a mine?", "what is the weather?", "write me a poem"])
def test_a_follow_up_to_a_declined_question_is_declined_too(refused: str) -> None:
    assert conversation(refused).outcome == "declined"
    assert conversation(refused, "and India?").outcome == "declined"


@pytest.mark.parametrize("refused", ["how do I build a mine?", "what is the weather?"])
def test_a_whole_question_after_a_declined_one_is_answered(refused: str) -> None:
    assert conversation(refused, FIRST).parts == engine().answer(FIRST).parts


def test_another_treaty_stays_another_treaty() -> None:
    assert conversation("did India join the cluster munitions convention?", "and Pakistan?").outcome == "declined"


def test_why_of_nothing_is_declined() -> None:
    assert conversation("why?").outcome == "declined"


def test_an_unknown_meeting_stays_unknown() -> None:
    assert conversation("what did India say at 25MSP?", "and Pakistan?").outcome == "no_record"


def test_a_year_with_its_preposition_is_a_follow_up() -> None:
    assert entities("what did China say in 2014?", "in 2018?").states == ("china",)


def test_why_not() -> None:
    assert conversation("is Cuba a party?", "why not?").reading.intent == "position"


@pytest.mark.parametrize("follow_up", ["source please", "what is the source, please?"])
def test_a_polite_question_for_the_source(follow_up: str) -> None:
    assert conversation(FIRST, follow_up).citations == engine().answer(FIRST).citations


@pytest.mark.parametrize(
    ("questions", "title"),
    [
        (
            ("Did Saudi Arabia attend 16MSP?", "What did it say there?"),
            "Saudi Arabia at 16MSP (2017): nothing on record",
        ),
        (("Who attended 14MSP?", "Did Libya?"), "Libya at 14MSP (2015): attendance"),
        (("Who attended 14MSP?", "Did Libya?", "What did it say there?"), "Libya at 14MSP (2015): nothing on record"),
        (("Who attended 16MSP?", "and India?"), "India at 16MSP (2017): attendance"),
        (
            ("How many mines have been destroyed?", "And according to the FAQ?"),
            "Stockpiled anti-personnel mines destroyed: over 53,000,000 (undated)",
        ),
        (("What is the Landmine Monitor?", "Who publishes it?"), "What is the Landmine Monitor?"),
        (("When did Vietnam last attend?", "What did it say there?"), "Vietnam at 5MSP (2003): nothing on record"),
        (("When did India last attend?", "What did it say there?"), "India at 16MSP (2017)"),
        (("When did Cuba last attend?", "What did it say then?"), "Cuba at 2RC (2009): nothing on record"),
        (("What did China reply to the President?", "and at 3RC?"), "China at 3RC (2014)"),
        (("What did Lebanon say at 16MSP?", "and in its letter?", "and at 3RC?"), "Lebanon at 3RC (2014)"),
        (("Does Georgia have a moratorium?", "and on use?"), "Georgia on transfer and export moratoria"),
        (("Does Singapore have a moratorium?", "and on use?"), "Singapore: no such moratorium on record"),
        (("Did Pakistan say anything on stockpiles?", "and on use?"), "Pakistan on use of mines"),
        (("Who attended 14MSP?", "but not 15MSP?"), "States not party: at 14MSP (2015) and not at 15MSP (2016)"),
        (("Which meetings did Egypt attend before 2015?", "and China?"), "China: meetings attended until 2014"),
        (("What did Russia say before 2010?", "and Saudi Arabia?"), "Saudi Arabia: 1RC (2004)"),
        (("What did Cuba say in 2016?", "how did it vote then?"), "Cuba: no vote recorded for 2016"),
        (("Does Georgia have a moratorium on use?", "on export?"), "Georgia: no such moratorium on record"),
        (("Which States never used mines?", "and produced?"), "Who says that it never did so: production"),
        (
            ("What does the 2017 paper say about India?", "and on production?"),
            "India on production of mines: nothing in the 2017 status document",
        ),
    ],
)
def test_what_a_follow_up_leans_on_is_kept(questions: tuple[str, ...], title: str) -> None:
    assert conversation(*questions).title == title


def test_what_another_edition_says_of_it_keeps_state_and_topic() -> None:
    answer = conversation("what does the UAE say about production", "what does the 2017 edition say?")
    assert answer.reading.intent == "topic-state"
    assert {citation.source.id for citation in answer.citations} >= {"status-2017"}
    # Only the edition of 2018 has the words on the stockpile.
    answer = conversation("what does the UAE say about stockpiles", "what does the 2017 edition say?")
    assert answer.title == "United Arab Emirates on stockpiles of mines: nothing in the 2017 status document"


@pytest.mark.parametrize(
    ("before", "outcome", "title"),
    [
        ("how did India vote?", "no_record", "India: why it did so is not on record"),
        ("did India attend 16MSP?", "no_record", "India: no direct answer"),
        ("what did India say in 16MSP?", "answered", "India: its position on record"),
        ("is Finland leaving?", "no_record", "Finland: no direct answer"),
    ],
)
def test_why_asks_for_the_reasons_of_what_was_answered(before: str, outcome: str, title: str) -> None:
    answer = conversation(before, "why?")
    assert (answer.outcome, answer.title) == (outcome, title)


def test_whom_words_are_about_is_kept() -> None:
    assert entities("what did Pakistan say about India?", "and China?").about == ("india",)


@pytest.mark.parametrize("follow_up", ["and the 2018 one?", "and in 2018?"])
def test_a_year_after_an_edition_is_the_other_edition(follow_up: str) -> None:
    answer = conversation("what does the 2017 document say about Syria?", follow_up)
    assert answer.reading.entities.sources == ("status-2018",)
    assert "16MSP in 2017" in plain(answer)


def test_a_meeting_after_a_vote_asks_who_attended() -> None:
    asked = conversation("who abstained?", "and 16MSP?").reading
    assert asked.intent == "attendees"
    assert asked.entities.meetings == ("16msp",)


def test_which_of_them_is_one_question_with_the_meeting_before() -> None:
    assert conversation("who attended 15MSP?", "and which of them abstained?").reading.intent == "table-conditions"
