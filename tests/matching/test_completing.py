import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.model import Knowledge
from bot.matching.completing import Completed, Completer
from tests.question_files import engine

MOST = 25
COMPLETER = Completer(engine().knowledge)
KINDS: tuple[Completed, ...] = ("state", "meeting", "topic", "faq")


def ids(kind: Completed, typed: str) -> list[str]:
    return [choice.id for choice in COMPLETER.complete(kind, typed, MOST)]


@pytest.mark.parametrize(
    ("kind", "typed", "first"),
    [
        ("state", "ind", "india"),
        ("state", "INDIA", "india"),
        ("state", "pak", "pakistan"),
        ("state", "côte", "cote-divoire"),
        ("state", "cote", "cote-divoire"),
        ("state", "emirates", "united-arab-emirates"),
        ("state", "usa", "united-states"),
        ("meeting", "16", "16msp"),
        ("meeting", "maputo", "3rc"),
        ("meeting", "sixteenth", "16msp"),
        ("topic", "bord", "borders"),
        ("faq", "can states parties ever", "can-states-parties-use-mines"),
        # misspelt
        ("state", "pakstan", "pakistan"),
        ("state", "inida", "india"),
        ("topic", "sovreignty", "sovereignty"),
    ],
)
def test_the_likeliest_comes_first(kind: Completed, typed: str, first: str) -> None:
    assert ids(kind, typed)[0] == first


def test_all_that_share_a_word_are_offered() -> None:
    assert set(ids("state", "korea")) == {"north-korea", "south-korea"}
    assert set(ids("state", "guinea")) == {"guinea", "guinea-bissau", "equatorial-guinea", "papua-new-guinea"}
    assert {"congo", "dr-congo"} <= set(ids("state", "congo"))


def test_states_with_a_record_come_first_for_nothing_typed(knowledge: Knowledge) -> None:
    listed = {state.id for state in knowledge.listed}
    assert set(ids("state", "")) <= listed
    assert len(ids("state", "")) == MOST


def test_the_newest_meetings_come_first_for_nothing_typed() -> None:
    assert ids("meeting", "")[:3] == ["17msp", "intersessional-2018", "16msp"]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_offered_for_what_is_near_nothing(kind: Completed) -> None:
    assert COMPLETER.complete(kind, "zzqzzqzzq", MOST) == ()


def test_a_label_is_what_people_read(knowledge: Knowledge) -> None:
    (first, *_) = COMPLETER.complete("state", "emirates", MOST)
    assert first.label == knowledge.states["united-arab-emirates"].title


def test_every_state_is_found_by_its_own_name(knowledge: Knowledge) -> None:
    missed = [state.id for state in knowledge.states.values() if ids("state", state.title)[0] != state.id]
    assert missed == []


def test_every_meeting_is_found_by_its_own_name(knowledge: Knowledge) -> None:
    missed = [meeting.id for meeting in knowledge.meetings.values() if ids("meeting", meeting.short)[0] != meeting.id]
    assert missed == []


@given(st.sampled_from(KINDS), st.text(st.characters(), max_size=120), st.integers(1, MOST))
@settings(max_examples=100)
def test_any_text_gives_known_records_each_once_and_never_too_many(kind: Completed, typed: str, limit: int) -> None:
    choices = COMPLETER.complete(kind, typed, limit)
    knowledge = engine().knowledge
    known = {"state": knowledge.states, "meeting": knowledge.meetings, "topic": knowledge.topics, "faq": knowledge.faq}
    assert len(choices) <= limit
    assert len(set(choices)) == len(choices)
    assert all(choice.id in known[kind] and choice.label for choice in choices)
