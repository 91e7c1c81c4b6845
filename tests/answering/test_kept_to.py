"""Document, time, meeting and States that a question names are kept to, or it is told that they are not."""

import pytest

from bot.answering.engine import Engine
from bot.rendering.plain import plain


@pytest.mark.parametrize(
    ("question", "outcome", "says", "not_says"),
    [
        (
            "Which States submitted voluntary reports according to the 2018 edition?",
            "answered",
            "Mongolia",
            "Palestine",
        ),
        ("Which States submitted voluntary reports according to the 2017 edition?", "answered", "in 2017.", "in 2018."),
        ("Who attended 16MSP according to the 2017 edition?", "no_record", "2018 status document has", "begin with"),
        ("Who attended 17MSP?", "no_record", "the documents are older", "begin with 2014"),
        (
            "According to the press release, how many mines were destroyed?",
            "no_record",
            "gives no such figure",
            ": 53,000,000",
        ),
        (
            "According to the FAQ, how many States are parties?",
            "no_record",
            "The treaty FAQ gives no such figure",
            "States Parties: 164",
        ),
        (
            "Did China reply to the 17MSP President according to the 2017 edition?",
            "no_record",
            "of that time",
            "remained unchanged",
        ),
        ("What does the 2017 edition say about bilateral meetings?", "answered", "15 States not party", "in 2018"),
        ("Which States have withdrawn?", "answered", "No document says that a State has left", None),
        ("does Israel hold a stockpile?", "no_record", "marked with this: stockpiles", "position"),
        ("When did Poland leave?", "no_record", "no date on which Poland left", "joined."),
        ("Which States have a moratorium on export?", "answered", "Singapore", "United Arab Emirates"),
        ("Which States say they have never produced mines?", "answered", "Kyrgyzstan", "Egypt"),
        ("States whose last participation was a Review Conference", "answered", "Israel: First Review", "Iran"),
        ("States whose last participation was in 2017", "answered", "ticks later meetings too", "Morocco"),
        ("Who was absent from 14MSP?", "answered", "Palestine", "China"),
    ],
)
def test_the_document_and_the_deed_named_are_kept_to(
    engine: Engine, question: str, outcome: str, says: str, not_says: str | None
) -> None:
    answer = engine.answer(question)
    shown = plain(answer)
    assert (answer.outcome, says in shown) == (outcome, True), shown
    assert not_says is None or not_says not in shown


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("What did Russia say on 20 October 2017?", "does not exclude its possible accession"),
        ("what did South Korea say on 18 October 2017", "fully committed to the objectives"),
        ("Which States explained their vote in 2016?", "by Cuba, Pakistan and Singapore"),
        ("Did Pakistan attend an MSP before 2017?", "of the time before they tell nothing"),
    ],
)
def test_days_years_and_kinds_of_statement_are_kept_to(engine: Engine, question: str, says: str) -> None:
    assert says in plain(engine.answer(question))


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("How many stockpiled mines have been destroyed according to the UN?", "40,000,000"),
        ("40 million mines destroyed - who said that", "40,000,000"),
        ("how many stockpiled mines were destroyed", "53,000,000"),
    ],
)
def test_the_figure_that_is_named_comes_first(engine: Engine, question: str, title: str) -> None:
    assert title in engine.answer(question).title


def test_a_number_too_long_for_a_figure_is_no_error(engine: Engine) -> None:
    assert engine.answer(f"were {'9' * 400} million stockpiled mines destroyed").outcome


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("who was silent at 16MSP by the 2017 status document?", "does not have 16MSP (2017)"),
        ("who attended 2RC and 16MSP?", "do not cover 2RC (2009)"),
        ("did India attend 1MSP and 16MSP?", "do not say whether India took part in 1MSP"),
        ("by the 2017 status document, did India attend 16MSP?", "does not have 16MSP (2017)"),
        ("which states have never taken part according to the 2017 status document?", "as of 8 December 2017"),
    ],
)
def test_a_meeting_that_no_table_asked_for_has_is_told(engine: Engine, question: str, says: str) -> None:
    assert says in plain(engine.answer(question))


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("who spoke after 2015?", "Statements on record since 2016"),
        ("who spoke between 2014 and 2016?", "Statements on record from 2014 to 2016"),
        ("which countries are not party at present?", "States not party as of 21 August 2018"),
        ("how many States Parties are there at present?", "States Parties: 164 (2018)"),
        ("list of states not party in 2017", "States not party as of 8 December 2017"),
        ("Is France a party this year?", "France: State Party as of 21 August 2018, by inference"),
    ],
)
def test_times_are_kept_to(engine: Engine, question: str, title: str) -> None:
    answer = engine.answer(question)
    assert (answer.outcome, answer.title) == ("answered", title)


@pytest.mark.parametrize(
    "question", ["compare India, Pakistan, China, Iran and Cuba", "are India, Pakistan, China, Iran and Cuba parties?"]
)
def test_states_beyond_the_first_few_are_not_dropped_in_silence(engine: Engine, question: str) -> None:
    assert "ask for Cuba by name" in plain(engine.answer(question))


def test_each_state_named_is_told_of(engine: Engine) -> None:
    shown = plain(engine.answer("Which of Bahrain and Tonga answered the president's letter?"))
    assert "by Bahrain" in shown
    assert "by Tonga" in shown


def test_two_facts_of_a_state_that_no_table_lists_are_not_on_record(engine: Engine) -> None:
    assert engine.answer("did Nauru vote in 2017 and was it at 14MSP").outcome == "no_record"


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("Which statements are from 2008?", "Statements on record of 2008"),
        ("Which states attended a meeting in 2017?", "States not party at 16MSP (2017)"),
        ("china: for, against or abstain?", "China: voted in favour (2017 First Committee)"),
        ("who was against the resolution", "2017 First Committee vote by States not party"),
    ],
)
def test_the_years_and_votes_named_are_kept_to(engine: Engine, question: str, title: str) -> None:
    answer = engine.answer(question)
    assert answer.outcome == "answered"
    assert answer.title.startswith(title)
