"""The rules of ``DESIGN.md`` for what answers say, each with the records that it is about."""

from typing import Final

import pytest

from bot.answering.answer import Answer, Listing, Passage, Text
from bot.answering.engine import Engine
from bot.answering.wording import VOTED, question_for
from bot.knowledge.documents import Table
from bot.knowledge.model import Count, Knowledge, State, Statement
from bot.knowledge.names import name_key
from bot.knowledge.schema import OtherTreatyRecord, Vote
from bot.knowledge.text import same_words
from bot.matching.reading import Entities
from bot.rendering.plain import plain
from tests.question_files import engine as loaded

KNOWLEDGE: Final = loaded().knowledge
STATES: Final = tuple(KNOWLEDGE.states.values())
LISTED: Final = KNOWLEDGE.listed
ALIKE: Final = [item for item in KNOWLEDGE.statements if len(item.newest.citations) > 1]
REWORDED: Final = [item for item in KNOWLEDGE.statements if len(item.wordings) > 1]


def told(answer: Answer) -> str:
    """Our own sentences."""
    return " ".join(part.text for part in answer.parts if isinstance(part, Text))


def quoted(answer: Answer) -> list[tuple[str, ...]]:
    return [part.paragraphs for part in answer.parts if isinstance(part, Passage)]


def states(items: tuple[State, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("state", items, ids=lambda state: state.id)


# two editions (principle 4) ----------------------------------------------------------------


def named(statement: Statement) -> str:
    return f"{statement.state}-{statement.id}"


def test_there_are_statements_of_both_kinds() -> None:
    assert len(ALIKE) > 20
    assert {item.state for item in REWORDED} == {"israel", "kazakhstan", "marshall-islands", "united-arab-emirates"}


@pytest.mark.parametrize("statement", ALIKE, ids=named)
def test_the_same_words_are_shown_once_in_the_newer_form_citing_both(engine: Engine, statement: Statement) -> None:
    answer = engine.answer(question_for(statement, KNOWLEDGE))
    alike = [
        part for part in answer.parts if isinstance(part, Passage) and part.paragraphs == statement.newest.paragraphs
    ]
    assert len(alike) == 1
    assert [citation.source for citation in alike[0].citations] == list(KNOWLEDGE.editions)
    assert "in other words" not in told(answer) or len(quoted(answer)) > 1


def really_differs(statement: Statement) -> bool:
    newer, older = (" ".join(wording.paragraphs) for wording in statement.wordings)
    return not same_words(newer, older)


@pytest.mark.parametrize("statement", REWORDED, ids=named)
def test_of_two_wordings_the_newer_is_shown_and_both_are_cited(engine: Engine, statement: Statement) -> None:
    newer, older = statement.wordings
    assert newer.source.newness > older.source.newness
    answer = engine.answer(question_for(statement, KNOWLEDGE))
    assert newer.paragraphs in quoted(answer)
    assert older.paragraphs not in quoted(answer)
    assert set(newer.citations) | set(older.citations) <= set(answer.citations)
    if really_differs(statement):
        assert f"The {older.source.short} gives it in other words." in told(answer)
        assert set(older.citations) <= set(answer.further)
    else:
        assert "in other words" not in told(answer)
        assert older.source.short not in told(answer)


def test_some_wordings_differ_really_and_some_in_punctuation_only() -> None:
    assert {really_differs(item) for item in REWORDED} == {True, False}


@pytest.mark.parametrize(
    "statement",
    [pytest.param(item, id=named(item)) for item in REWORDED],
)
def test_the_older_wording_is_one_step_away(engine: Engine, statement: Statement) -> None:
    older = statement.wordings[1]
    answer = engine.answer(f"{question_for(statement, KNOWLEDGE)} in the {older.source.short}")
    assert older.paragraphs in quoted(answer)
    assert statement.newest.paragraphs not in quoted(answer)


# votes (principle 5) -----------------------------------------------------------------------


def recorded(table: Table, state: State) -> Vote:
    """The column that a State stands in, read from the document's own table."""
    for index, heading in enumerate(table.columns):
        labels = {name_key(cell.folded) for cell in table.members(index)}
        if labels & {name_key(name) for name in state.names.sources}:
            votes: dict[str, Vote] = {"In favour": "in_favour", "Abstained": "abstained", "Not present": "not_present"}
            return votes[heading.split(" (")[0]]
    return "none"


@states(LISTED)
def test_a_vote_is_told_as_its_column_says_and_as_no_other(engine: Engine, state: State) -> None:
    newest = state.editions[0].source
    vote = recorded(KNOWLEDGE.tables[newest.id].votes, state)
    answer = engine.answer(f"how did {state.name} vote?")
    if vote == "none":
        assert answer.outcome == "no_record"
        assert not any(words in answer.title for words in ("abstained", "in favour", "not present"))
        assert "records no vote" in told(answer) or "record no vote" in told(answer)
        return
    assert answer.outcome == "answered"
    assert VOTED[vote] in answer.title
    assert not any(words in answer.title for other, words in VOTED.items() if other != vote)
    assert any(citation.cell and citation.cell.column.startswith(newest_heading(vote)) for citation in answer.citations)


def newest_heading(vote: Vote) -> str:
    return {"in_favour": "In favour", "abstained": "Abstained", "not_present": "Not present", "none": ""}[vote]


def test_absent_is_not_abstaining(engine: Engine) -> None:
    answer = engine.answer("did Lebanon abstain?")
    assert "was not present" in told(answer)
    assert "Not present is not abstaining." in told(answer)
    assert "abstained" not in answer.title


@pytest.mark.parametrize(
    ("question", "vote"),
    [("who abstained?", "abstained"), ("who voted in favour?", "in_favour"), ("who was not present?", "not_present")],
)
def test_a_list_of_votes_has_the_members_of_its_column_only(engine: Engine, question: str, vote: Vote) -> None:
    newest = KNOWLEDGE.tables[KNOWLEDGE.editions[0].id].votes
    (shown,) = [part for part in engine.answer(question).parts if isinstance(part, Listing)]
    expected = {state.title for state in LISTED if recorded(newest, state) == vote}
    assert {item.text for item in shown.items} == expected
    column = next(index for index, heading in enumerate(newest.columns) if heading.startswith(newest_heading(vote)))
    assert len(shown.items) == newest.printed_count(column)


def test_nobody_is_said_to_have_voted_against(engine: Engine) -> None:
    answer = engine.answer("who voted against?")
    assert "no column for votes against" in told(answer)
    for part in answer.parts:
        if isinstance(part, Listing):
            assert "against" not in part.heading.casefold()


@states(tuple(state for state in LISTED if not state.statements))
def test_no_official_information_is_a_fact_about_the_state(engine: Engine, state: State) -> None:
    answer = engine.answer(f"what did {state.name} say?")
    assert answer.outcome == "answered"
    assert '"No official information submitted"' in told(answer)
    assert quoted(answer) == []
    values = [citation.cell.value for citation in answer.citations if citation.cell]
    assert any(value.startswith("No official information submitted") for value in values)


# parties (principle 6) ---------------------------------------------------------------------


def is_party(engine: Engine, state: State) -> Answer:
    return engine.answer(f"is {state.name} a State Party?")


def test_a_state_in_no_table_is_a_party_by_inference_that_says_so(engine: Engine) -> None:
    for state in (item for item in STATES if item.kind == "state" and not item.editions):
        answer = is_party(engine, state)
        assert answer.outcome == "answered", state.id
        assert "by inference" in answer.title, state.id
        assert "by inference it was a State Party as of 21 August 2018 and 8 December 2017" in told(answer), state.id
        assert "our inference from the 197 States" in told(answer), state.id
        assert "check with the ISU" in told(answer), state.id
        absent = [citation for citation in answer.citations if citation.absence]
        assert [citation.source for citation in absent] == list(KNOWLEDGE.editions), state.id
        assert {citation.absence.row for citation in absent if citation.absence} == {state.title}, state.id
        leaving = state.id in KNOWLEDGE.lists["announced-withdrawal"].states
        assert ("press report on withdrawals (undated) names" in told(answer)) == leaving, state.id


def test_a_state_in_both_tables_is_not_party_and_nothing_is_inferred(engine: Engine) -> None:
    for state in (item for item in LISTED if len(item.editions) == len(KNOWLEDGE.editions)):
        answer = is_party(engine, state)
        assert answer.outcome == "answered", state.id
        assert "State not party as of 21 August 2018" in answer.title, state.id
        assert "infer" not in plain(answer), state.id
        assert [citation.cell.row for citation in answer.citations if citation.cell] == [
            edition.listed.cell.row for edition in state.editions if edition.listed.cell
        ]


@states(tuple(state for state in LISTED if len(state.editions) == 1))
def test_a_state_that_the_newer_table_left_out_is_told_for_each_date(engine: Engine, state: State) -> None:
    answer = is_party(engine, state)
    assert "was a State not party as of 8 December 2017" in told(answer)
    assert "by inference it was a State Party as of 21 August 2018" in told(answer)
    assert "by inference" in answer.title


@states(tuple(state for state in STATES if state.kind == "other"))
def test_nothing_is_inferred_for_other_names(engine: Engine, state: State) -> None:
    for question in (f"is {state.name} a State Party?", f"what did {state.name} say?", f"how did {state.name} vote?"):
        answer = engine.answer(question)
        assert answer.outcome == "no_record"
        assert "State Party as of" not in plain(answer)
        assert "by inference" not in plain(answer)
        assert quoted(answer) == []


@pytest.mark.parametrize("state", ["finland", "poland"])
def test_the_present_gets_the_newest_with_its_date_and_the_isu(engine: Engine, state: str) -> None:
    answer = engine.answer(f"is {state} still a party today?")
    assert answer.reading.asks_present
    assert "as of 21 August 2018" in told(answer)
    assert "The documents end there; for the present, check with the ISU." in told(answer)


# other treaties (principle 3) --------------------------------------------------------------

TREATY_NAMES: Final = [name for treaty in KNOWLEDGE.other_treaties for name in (treaty.name, *treaty.aliases)]


@pytest.mark.parametrize("state", ["india", "singapore", "france"])
def test_another_treaty_is_declined_with_that_states_passage_at_most(engine: Engine, state: str) -> None:
    own = {wording.paragraphs for item in KNOWLEDGE.states[state].statements for wording in item.wordings}
    for name in TREATY_NAMES:
        answer = engine.answer(f"did {KNOWLEDGE.states[state].name} join the {name}?")
        assert answer.outcome == "declined", name
        assert set(quoted(answer)) <= own, name
        shown = [part for part in answer.parts if isinstance(part, Passage)]
        assert all("no direct answer" in (part.lead or "") for part in shown), name


@pytest.mark.parametrize("treaty", KNOWLEDGE.other_treaties, ids=lambda treaty: treaty.id)
def test_another_treaty_alone_is_never_answered(engine: Engine, treaty: OtherTreatyRecord) -> None:
    name = treaty.name
    for question in (f"who is a party to the {name}?", f"what does the {name} ban?", f"how many States joined {name}?"):
        assert engine.answer(question).outcome in ("declined", "no_record"), question


# figures (principle 4) ---------------------------------------------------------------------


@pytest.mark.parametrize("count", KNOWLEDGE.counts.values(), ids=lambda count: count.id)
def test_each_figure_is_shown_with_its_own_source_and_date(engine: Engine, count: Count) -> None:
    answer = engine.ask(f"count-{count.id}", Entities())
    rows = [item for part in answer.parts if isinstance(part, Listing) for item in part.items]
    for figure in count.figures:
        (row,) = [item for item in rows if item.citations == (figure.citation,) and figure.says in item.text]
        assert figure.citation.source.short in row.text
        assert figure.citation.source.date_label.split(" as of ")[-1] in row.text or "as of" in row.text
    dates = [figure.as_of or "" for figure in count.figures]
    assert dates == sorted(dates, reverse=True)


def test_two_documents_figures_are_never_merged(engine: Engine) -> None:
    text = plain(engine.answer("how many stockpiled mines were destroyed?"))
    assert "53 million" in text
    assert "40 million" in text
    assert "93 million" not in text


# nothing on record (principle 3) -----------------------------------------------------------


def attended_in_silence(knowledge: Knowledge) -> list[tuple[str, str]]:
    return [
        (state.id, meeting)
        for state in knowledge.listed
        for meeting in state.editions[0].attended
        if not any(item.at(knowledge.meetings[meeting]) for item in state.statements)
    ]


def test_attended_and_said_nothing_is_no_record_that_says_so(engine: Engine) -> None:
    pairs = attended_in_silence(KNOWLEDGE)
    assert len(pairs) > 50
    for state, meeting in pairs[::4]:
        name, short = KNOWLEDGE.states[state].name, KNOWLEDGE.meetings[meeting].short
        answer = engine.answer(f"what did {name} say at {short}?")
        assert answer.outcome == "no_record", (state, meeting)
        assert "The documents quote no statement by" in told(answer), (state, meeting)
        assert "took part in" in told(answer), (state, meeting)
        for part in answer.parts:
            if isinstance(part, Passage):
                assert (part.lead or "").startswith("Not what was asked, but on record."), (state, meeting)


def test_an_unknown_meeting_is_not_answered_by_another(engine: Engine) -> None:
    answer = engine.answer("what did India say at 25MSP?")
    assert answer.outcome == "no_record"
    assert "25MSP" in answer.title
    assert quoted(answer) == []


# wrong answers found -----------------------------------------------------------------------


def test_irak_is_not_told_what_iran_is(engine: Engine) -> None:
    assert "Iran" not in plain(engine.answer("is Irak a State Party?"))


@pytest.mark.parametrize("typed", ["Equatoral Guinea", "Papua Nw Guinea", "Dominica Republic"])
def test_a_slip_in_a_longer_name_is_no_answer_about_another_state(engine: Engine, typed: str) -> None:
    answer = engine.answer(f"is {typed} a State Party?")
    assert answer.outcome != "answered" or not {"guinea", "dominica"} & set(answer.reading.entities.states)


def test_a_range_of_years_is_no_comparison_of_editions(engine: Engine) -> None:
    assert engine.answer("what did India say between 2010 and 2014?").reading.intent == "statement"


def test_each_of_two_meetings_named_by_one_word_is_answered(engine: Engine) -> None:
    answer = engine.answer("what did India say at the 16th and 15th MSP?")
    assert set(answer.reading.entities.meetings) == {"15msp", "16msp"}
