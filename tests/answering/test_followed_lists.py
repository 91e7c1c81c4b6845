"""What leans on the answer before is asked of what that told, or not answered: never of all States."""

import pytest

from bot.answering.engine import Engine
from bot.matching.reading import Reading
from bot.rendering.plain import plain


def last_of(engine: Engine, *questions: str) -> tuple[str, str, str]:
    """Outcome, title and text of the answer to the last question of a conversation."""
    before: Reading | None = None
    for question in questions:
        answer = engine.answer(question, before)
        before = answer.reading
    return answer.outcome, answer.title, plain(answer)


@pytest.mark.parametrize(
    "questions",
    [
        ("who attended 16MSP?", "and who spoke?", "and who abstained of them"),
        ("who abstained?", "and of those who attended 16MSP?"),
        ("who is leaving?", "how did they vote in 2017"),
        ("who is leaving?", "did they attend 16MSP"),
        ("who has never participated?", "how did they vote"),
        ("which states have never taken part?", "and of these, who abstained", "and voted in favour", "how many"),
        ("who replied to the letter?", "how did they vote"),
        ("what did India say at 16MSP?", "and Pakistan?", "which of the two mentions AP II"),
        ("which states sent voluntary reports?", "which of them voted in favour", "and attended 16MSP"),
        ("Korea", "the republic", "how did it vote"),
        ("when did Syria last attend", "before that?"),
        ("when did Syria last attend", "never?"),
        ("when was the convention adopted?", "by how many states?"),
        ("how did India vote?", "by whom?"),
        ("what is article 5?", "what does the faq say on it"),
        ("who produces mines?", "and who stopped?"),
        ("did any state that abstained promise to accede",),
    ],
)
def test_those_listed_before_are_not_taken_for_all(engine: Engine, questions: tuple[str, ...]) -> None:
    outcome, title, _ = last_of(engine, *questions)
    assert (outcome, title) in (("no_record", "No direct answer"), ("no_record", "Please ask that in full"))


@pytest.mark.parametrize(
    ("questions", "title"),
    [
        (
            ("who attended 16MSP?", "which of them abstained?", "and which voted yes?"),
            "States not party: at 16MSP (2017) and in favour",
        ),
        (("how did Egypt vote?", "so in favour?"), "Egypt: abstained (2017 First Committee)"),
        (("what did India say at 16MSP?", "and before that?"), "India: 3RC (2014)"),
        (("what did India say at 3RC?", "anything after that?"), "India: 16MSP (2017)"),
        (("Does Singapore export?", "use?"), "Singapore on use of mines"),
        (("how did Korea vote?", "the south"), "Republic of Korea: abstained (2017 First Committee)"),
        (("how did Korea vote?", "the north one"), "DPR of Korea: abstained (2017 First Committee)"),
        (("what did India say at 16MSP?", "the full quote please"), "India at 16MSP (2017)"),
        (("what did Cuba say?", "exact words?"), "Cuba: explanation of vote (2016)"),
        (("which States are not party?", "which of them attended 16MSP?"), "States not party at 16MSP (2017)"),
        (
            ("how many States are not party?", "which of them abstained?"),
            "2017 First Committee vote by States not party",
        ),
        (
            ("who was not present in the vote?", "which of them attended 16MSP?"),
            "States not party: not present for the vote and at 16MSP (2017)",
        ),
        (("what did Iraq say", "no, I meant Iran"), "Iran: explanation of vote (2012)"),
        (("what did India say at 16MSP?", "sorry, 3RC"), "India at 3RC (2014)"),
        (
            ("What did Mongolia say about its stockpile?", "how many mines", "and how many were destroyed"),
            "How large was the stockpile of Mongolia, and how many mines did it mean to destroy?",
        ),
    ],
)
def test_what_can_be_told_of_them_is_told(engine: Engine, questions: tuple[str, ...], title: str) -> None:
    outcome, found, _ = last_of(engine, *questions)
    assert (outcome, found) == ("answered", title)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            'did India say "the use of landmines forms an important part of our self-defence strategy"?',
            "No statement of India on record has these words.",
        ),
        ("did Cuba say 'we will join the Convention soon'?", "No statement of Cuba on record has these words."),
        ("did France say 'we will join the Convention soon'?", "No statement of France on record has these words."),
    ],
)
def test_words_of_another_state_are_not_told_as_its_own(engine: Engine, question: str, told: str) -> None:
    outcome, _, text = last_of(engine, question)
    assert outcome == "no_record"
    assert told in text


def test_no_words_of_another_state_are_shown(engine: Engine) -> None:
    answer = engine.answer("did Georgia say 'an important part of our self-defence strategy'?")
    assert "Pakistan" not in plain(answer)
    assert answer.suggestions[0] == 'who said "an important part of our self defence strategy"?'
    assert engine.answer(answer.suggestions[0]).title.startswith("Whose statements hold")


def test_words_of_a_document_that_are_in_no_statement_are_not_denied(engine: Engine) -> None:
    question = 'did the United States say "our children deserve to walk the earth in safety"?'
    assert "has these words" not in last_of(engine, question)[2]


def test_words_that_a_state_said_are_shown_where_they_stand(engine: Engine) -> None:
    outcome, _, text = last_of(engine, 'did India say "supports the vision of a world free of anti-personnel mines"?')
    assert outcome == "answered"
    assert "16MSP, 2017" in text


def test_a_meeting_that_is_put_in_another_year_is_said_not_to_be_of_it(engine: Engine) -> None:
    assert "15MSP (2016) was not in 2015." in last_of(engine, "what did the US say at 15MSP in 2015")[2]
