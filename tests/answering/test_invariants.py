"""What holds for every answer, asked with every question of ``tests/questions`` (DESIGN, "Principles of an answer")."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from bot.answering.answer import Answer, Listing, Passage, Text
from bot.answering.answerers import OF_ONE_STATE
from bot.answering.engine import Engine
from bot.knowledge.model import Statement
from bot.knowledge.names import all_names, name_key
from bot.rendering.plain import plain
from tests.question_files import engine as loaded

KNOWLEDGE: Final = loaded().knowledge
STATEMENTS: Final[dict[tuple[str, ...], list[Statement]]] = {}
for _statement in KNOWLEDGE.statements:
    for _wording in _statement.wordings:
        STATEMENTS.setdefault(_wording.paragraphs, []).append(_statement)
NAMES: Final = {state.id: {name_key(name) for _, name in all_names(state.names)} for state in KNOWLEDGE.states.values()}


def passages(answer: Answer) -> list[tuple[Passage, Statement]]:
    """The passages that are statements of States; a passage of the same words belongs to the State that was asked."""
    found: list[tuple[Passage, Statement]] = []
    for part in answer.parts:
        if isinstance(part, Passage) and (owners := STATEMENTS.get(part.paragraphs)):
            asked = answer.reading.entities.states
            found.append((part, next((item for item in owners if item.state in asked), owners[0])))
    return found


def our_words(answer: Answer) -> str:
    """Everything but the words of the sources."""
    told = [answer.title]
    for part in answer.parts:
        match part:
            case Text(text=text):
                told.append(text)
            case Passage(lead=lead):
                told.append(lead or "")
            case Listing(heading=heading):
                told.append(heading)
    return "\n".join(told)


def test_there_are_answers_of_every_outcome(answers: tuple[Answer, ...]) -> None:
    assert len(answers) > 500
    assert {answer.outcome for answer in answers} == {"answered", "no_record", "ambiguous", "declined"}


def test_an_answer_about_one_state_quotes_only_that_state(answers: tuple[Answer, ...]) -> None:
    foreign = [
        (answer.question, statement.state)
        for answer in answers
        if len(answer.reading.entities.states) == 1
        for _, statement in passages(answer)
        if statement.state not in answer.reading.entities.states
    ]
    assert foreign == []


def test_an_answer_about_one_state_cites_only_its_rows(answers: tuple[Answer, ...]) -> None:
    foreign = []
    for answer in answers:
        states = answer.reading.entities.states
        if len(states) != 1 or answer.reading.intent not in OF_ONE_STATE | {"vote"}:
            continue
        for citation in answer.citations:
            place = citation.cell or citation.absence
            if place is not None and name_key(place.row) not in NAMES[states[0]]:
                foreign.append((answer.question, place.row))
    assert foreign == []


def test_an_answer_about_several_states_quotes_no_other(answers: tuple[Answer, ...]) -> None:
    foreign = [
        (answer.question, statement.state)
        for answer in answers
        if len(answer.reading.entities.states) > 1
        for _, statement in passages(answer)
        if statement.state not in answer.reading.entities.states
    ]
    assert foreign == []


def test_whatever_is_answered_is_cited(answers: tuple[Answer, ...]) -> None:
    uncited = [
        answer.question
        for answer in answers
        if answer.outcome == "answered" and not answer.citations and answer.reading.intent != "help"
    ]
    assert uncited == []


def test_every_passage_and_row_of_a_list_has_its_evidence(answers: tuple[Answer, ...]) -> None:
    bare = [
        (answer.question, part)
        for answer in answers
        for part in answer.parts
        if (isinstance(part, Passage) and not part.citations)
        or (isinstance(part, Listing) and not any(item.citations for item in part.items))
    ]
    assert bare == []


def test_a_passage_is_shown_in_the_words_that_its_citation_quotes(answers: tuple[Answer, ...]) -> None:
    changed = [
        (answer.question, part.paragraphs)
        for answer in answers
        for part in answer.parts
        if isinstance(part, Passage) and "\n\n".join(part.paragraphs) != part.citations[0].quote
    ]
    assert changed == []


def test_ambiguous_offers_two_to_five_readings(answers: tuple[Answer, ...]) -> None:
    unclear = [answer for answer in answers if answer.outcome == "ambiguous"]
    assert unclear
    for answer in unclear:
        assert 2 <= len(set(answer.suggestions)) == len(answer.suggestions) <= 5, answer.question
        assert answer.citations == (), answer.question


def test_a_reading_that_is_offered_is_not_ambiguous_again(engine: Engine, answers: tuple[Answer, ...]) -> None:
    again = [
        offered
        for answer in answers
        if answer.outcome == "ambiguous"
        for offered in answer.suggestions
        if engine.answer(offered).outcome == "ambiguous"
    ]
    assert again == []


def test_no_record_and_declined_say_what_can_be_asked(answers: tuple[Answer, ...]) -> None:
    silent = [
        answer.question
        for answer in answers
        if answer.outcome in ("declined", "no_record")
        and answer.reading.intent != "topic-states"
        and not answer.suggestions
    ]
    assert silent == []


def test_a_topic_without_a_record_says_what_can_be_asked(engine: Engine) -> None:
    answer = engine.answer("mine casualties worldwide in 2022")
    assert answer.outcome == "no_record"
    assert answer.suggestions


def test_no_suggestion_is_the_question_itself(answers: tuple[Answer, ...]) -> None:
    circles = [answer.question for answer in answers if answer.question in answer.suggestions]
    assert circles == []


def test_the_verb_of_a_lead_is_that_of_the_statement(answers: tuple[Answer, ...]) -> None:
    """ "Quotes" only what the source gives as the State's own words (principle 2)."""
    wrong = []
    seen: set[str] = set()
    for answer in answers:
        for passage, statement in passages(answer):
            lead = passage.lead or ""
            seen.add(statement.form)
            verb, other = ("quotes", "reports") if statement.form == "quoted" else ("reports", "quotes")
            if f"document {verb} " not in lead or f"document {other} " in lead:
                wrong.append((answer.question, lead))
    assert wrong == []
    assert seen == {"quoted", "reported"}


def test_what_is_only_reported_is_never_said_by_the_state(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        shown = passages(answer)
        if shown and all(statement.form == "reported" for _, statement in shown):
            told = our_words(answer)
            assert not any(f"{KNOWLEDGE.states[item.state].name} said" in told for _, item in shown), answer.question


def test_the_lead_names_the_state_and_the_document_shown(answers: tuple[Answer, ...]) -> None:
    wrong = [
        (answer.question, passage.lead)
        for answer in answers
        for passage, statement in passages(answer)
        if KNOWLEDGE.states[statement.state].name not in (passage.lead or "")
        or passage.citations[0].source.short not in (passage.lead or "")
        or passage.attribution != passage.citations[0].attribution
    ]
    assert wrong == []


def test_undated_documents_are_called_undated(answers: tuple[Answer, ...]) -> None:
    silent = [
        answer.question
        for answer in answers
        if any(citation.source.date is None for citation in answer.citations) and "undated" not in plain(answer)
    ]
    assert silent == []
    assert [source.id for source in KNOWLEDGE.sources.values() if source.date is None]


def test_every_document_cited_is_shown_with_its_file_date_and_lines(answers: tuple[Answer, ...]) -> None:
    silent = []
    for answer in answers:
        text = plain(answer)
        silent += [
            (answer.question, citation.source.id)
            for citation in answer.citations
            if citation.source.file not in text or citation.source.date_label not in text
        ]
    assert silent == []


def test_a_question_on_the_present_says_that_the_documents_end(answers: tuple[Answer, ...]) -> None:
    asked = [
        answer
        for answer in answers
        if answer.outcome == "answered" and answer.reading.asks_present and answer.reading.intent == "membership"
    ]
    assert asked
    assert [answer.question for answer in asked if "check with the ISU" not in our_words(answer)] == []


def test_an_answer_keeps_its_question_and_has_a_title_and_parts(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        assert answer.reading.question == answer.question
        assert answer.title.strip()
        assert answer.parts
        assert answer.reading.score >= 0


def test_no_score_is_above_1(engine: Engine) -> None:
    assert engine.answer("What does the photo in the press report show?").reading.score <= 1


def test_no_evidence_is_listed_twice(answers: tuple[Answer, ...]) -> None:
    twice = [answer.question for answer in answers if len(set(answer.citations)) != len(answer.citations)]
    assert twice == []


def test_the_reading_is_the_best_candidate_or_says_why_not(engine: Engine, answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        candidates = answer.reading.candidates
        assert [item.score for item in candidates[:1]] == [max((item.score for item in candidates), default=0.0)][
            : len(candidates)
        ]
        if answer.outcome == "answered" and candidates and answer.reading.intent == candidates[0].intent:
            spoke = engine.matcher.evidence(candidates[0].intent, answer.reading.words)
            assert spoke or not answer.reading.content_words, answer.question


def test_the_same_question_gets_the_same_answer(engine: Engine, answers: tuple[Answer, ...]) -> None:
    assert [answer.question for answer in answers[::15] if engine.answer(answer.question) != answer] == []


_ASK = """
import json, sys
from tests.question_files import engine
from bot.rendering.plain import plain
print(json.dumps([plain(engine().answer(question)) for question in json.load(sys.stdin)]))
"""


def test_another_process_with_another_hash_seed_gives_the_same_answers(answers: tuple[Answer, ...]) -> None:
    asked = answers[::25]
    done = subprocess.run(
        [sys.executable, "-c", _ASK],
        input=json.dumps([answer.question for answer in asked]),
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONHASHSEED": "4711"},
    )
    assert json.loads(done.stdout) == [plain(answer) for answer in asked]
