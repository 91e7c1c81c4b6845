"""What an FAQ entry, a figure or a list on the very subject does not tell is not answered by it."""

import pytest

from bot.answering.engine import Engine
from bot.rendering.plain import plain


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("on which exact days did the working group meet in 2017", "when did the working group meet in 2018"),
        ("Lloyd Axworthy's exact words at the launch", "who launched the Ottawa Process"),
        ("full text of the letter of the 17MSP President", "what did the President write to the States not party"),
        ("members of the working group on universalization", "what is the working group on universalization"),
        ("who is the foreign minister of Canada now", "which foreign minister launched the Ottawa Process"),
        ("what share of States in the Pacific region has joined", "what share of the world's States has joined"),
        ("which company breeds the plants that find mines", "do plants that find mines solve the problem"),
        (
            "which States voted for the American resolution of 1996",
            "result of the vote on the American resolution of 1996",
        ),
        ("number of articles of the convention", "number of parties to the convention"),
        ("how many tonnes of mines were destroyed", "how many stockpiled mines were destroyed"),
        ("total of mines still in stockpiles worldwide", "total of stockpiled mines destroyed worldwide"),
        ("who is outside the comprehensive test ban treaty", "who is outside the mine ban treaty"),
        ("South Korea's moratorium, the year it began", "Singapore's moratorium, the year it began"),
        ("percentage of women among deminers", "who speaks of mine clearance"),
        ("Myanmar's attendance in 2019", "Myanmar's attendance in 2017"),
        ("Egypt explained its vote in 2012, how did it vote then", "why did Egypt abstain, its explanation of 2012"),
        ("how did Vietnam vote between 2010 and 2015", "how did Vietnam vote between 2015 and 2018"),
        ("how did Egypt vote in 2015, not 2017", "how did Egypt vote in 2017, not 2015"),
        ("names of the territories that Georgia calls occupied", "why does Georgia say it does not join"),
        ("Mongolia's stock of mines in 2018", "Mongolia's stock of mines in 2010"),
        ("landmine casualties in Myanmar in 2017", "what did Myanmar say about casualties in 2017"),
        ("yes votes for the resolution worldwide", "yes votes of States not party for the resolution"),
        ("who was in the room for the bilateral with the Lao PDR", "did the President meet the Lao PDR bilaterally"),
        ("which Saudi official met the President in the bilateral", "did the President meet Saudi Arabia bilaterally"),
        ("what is the policy of the US under Biden", "what is the position of the US"),
        ("casualties in Myanmar last year", "what does Myanmar say about casualties"),
        ("on which date exactly did Guterres launch the campaign", "on which day of the week did Guterres launch it"),
        ("who voted against the text in Oslo", "who abstained in the vote"),
        ("which countries produce mines today, by name", "which States say that they never produced mines"),
        ("will the US join within five years, predict", "what does the US say about joining"),
    ],
)
def test_one_is_told_and_the_other_is_not(engine: Engine, asked: str, told: str) -> None:
    assert engine.answer(asked).outcome in ("no_record", "declined"), plain(engine.answer(asked))
    assert engine.answer(told).outcome == "answered", plain(engine.answer(told))


def test_a_state_party_asked_of_as_if_it_were_none_is_told_to_be_one(engine: Engine) -> None:
    answer = engine.answer("why does Brazil refuse to join the treaty")
    assert answer.outcome == "answered"
    assert "by inference it was a State Party" in plain(answer)


def test_how_often_a_state_abstained_is_answered_with_the_one_vote_on_record(engine: Engine) -> None:
    assert "The documents tell of one vote" in plain(engine.answer("how often did Egypt abstain"))


@pytest.mark.parametrize(
    ("question", "states"),
    [
        ("I'm from Israel: who abstained?", ()),
        ("hi, I am a delegate from Pakistan, which States attended 16MSP?", ()),
        ("I'm from Israel: how did we vote in 2017?", ("israel",)),
        ("We are from Nepal, what is our position?", ("nepal",)),
        ("I work in Iraq as deminer, which states are not party?", ()),
        ("we are working in Georgia, clearing mines: which states have a moratorium on transfers", ()),
        ("as a Lebanese deminer, which states are not party", ()),
        ("As an Indian, I want to know: who abstained?", ()),
        ("as a Korean student, how did Cuba vote?", ("cuba",)),
        ("as a State not party, can India attend meetings?", ("india",)),
    ],
)
def test_where_the_asker_is_from_counts_only_when_leant_on(
    engine: Engine, question: str, states: tuple[str, ...]
) -> None:
    answer = engine.answer(question)
    assert answer.outcome == "answered"
    assert answer.reading.entities.states == states


def test_a_state_named_beside_an_untold_detail_keeps_its_own_words_near(engine: Engine) -> None:
    answer = engine.answer("what is the title of the law that Mongolia amended")
    assert answer.outcome == "no_record"
    assert "Mongolia" in plain(answer)


@pytest.mark.parametrize(
    ("question", "intent"),
    [
        ("I'm reading from the 2017 document: how many states are not party?", "count-states-not-party"),
        ("I am from India: what is the position?", "position"),
        ("did Nepal attend any meeting in 2010", "attendance"),
        ("how did Egypt's explanation of vote describe the Convention", "statement"),
        ("How did Cuba justify its vote in its explanation?", "statement"),
        ("on what date was the treaty open for signature", "faq:signature-period"),
        ("exact wording of Article 1", "faq:article-1"),
        ("full list of former producers that joined the Ottawa Process", "faq:former-producers-in-ottawa-process"),
        ("can members of a non-state armed group join the treaty", "faq:non-state-armed-groups"),
        ("how many signers", "count-signatories"),
        ("In which years did Azerbaijan declare voluntary Article 7 reports", "article7"),
        ("which States not party were at 14MSP but not at 15MSP", "table-conditions"),
        ("which States say that they never produced mines", "topic-states"),
        ("how many countries produce mines", "faq:mine-trade-and-producers"),
    ],
)
def test_what_looks_like_an_untold_detail_and_is_told_is_answered(engine: Engine, question: str, intent: str) -> None:
    answer = engine.answer(question)
    assert (answer.outcome, answer.reading.intent) == ("answered", intent), plain(answer)


@pytest.mark.parametrize(
    "question",
    [
        "how many States are against mines",
        "which states favour the CCW as forum",
        "why did Norway not wait for consensus",
        "why won't Poland stay in the treaty",
        "did Egypt vote or not in 2015",
        "which States do not speak of borders",
        "which States did not reply to the letter in 2018",
        "what did Guterres say about Russia's use of mines",
        "what does the FAQ say about India",
        "how long do States have to destroy their stockpiles",
        "why are they withdrawing",
        "did China take part in the Ottawa Process",
        "who took part in 16MSP for the first time",
        "does Myanmar still use mines according to Landmine Monitor",
    ],
)
def test_what_no_document_tells_is_answered_by_nothing_near_it(engine: Engine, question: str) -> None:
    assert engine.answer(question).outcome in ("no_record", "declined"), plain(engine.answer(question))


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("is Iran in favour of looking for substitutes for landmines", "explore new alternatives to landmines"),
        ("with whom did Morocco sign the agreement of 1999", "MINURSO"),
        ("how did Libya vote, and what was its last meeting", "14MSP in 2015"),
        ("when was the stock of Morocco destroyed", "in 2008"),
        ("what part did the ICBL play when the treaty was drafted", "major role in the actual drafting"),
        ("why did Russia withdraw from the Convention", "State not party"),
        ("what share of the world's States has joined", "80%"),
        ("was Pakistan at the Maputo review conference in 2014", "Not by the documents"),
    ],
)
def test_what_looks_like_another_question_is_answered_as_what_it_is(engine: Engine, question: str, says: str) -> None:
    answer = engine.answer(question)
    assert answer.outcome == "answered"
    assert says in plain(answer)
