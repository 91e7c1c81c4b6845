import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.matching.gates import OPEN, UNFITTING, EntryGate, KindGate, gate_of
from bot.matching.matcher import Matcher
from bot.matching.reading import Entities

INDIA = Entities(states=("india",))
AT_16MSP = Entities(meetings=("16msp",))


def gate(*phrasings: str) -> KindGate:
    return gate_of([phrasing.split() for phrasing in phrasings])


def test_a_kind_whose_phrasings_all_have_a_state_needs_one() -> None:
    needs = gate("what did {state} say", "{state} said")
    assert needs.factor(Entities()) == 0.0
    assert needs.factor(INDIA) == 1.0


def test_a_kind_of_two_states_needs_two() -> None:
    compare = gate("compare {state} and {state}")
    assert compare.factor(INDIA) == 0.0
    assert compare.factor(Entities(states=("india", "pakistan"))) == 1.0


def test_a_kind_that_never_has_a_state_fits_none() -> None:
    assert gate("who abstained").factor(INDIA) == 0.0
    assert gate("who abstained").factor(Entities()) == 1.0


def test_a_state_that_only_some_phrasings_have_may_be_left_out() -> None:
    either = gate("what changed", "what changed for {state}")
    assert either.factor(INDIA) == either.factor(Entities()) == 1.0


def test_a_meeting_is_missed_where_all_phrasings_have_one() -> None:
    needs = gate("who attended {meeting}", "who was there in {year}")
    assert needs.factor(Entities()) == UNFITTING
    assert needs.factor(AT_16MSP) == needs.factor(Entities(years=(2017,))) == 1.0


def test_a_meeting_fits_less_where_no_phrasing_has_one() -> None:
    assert 0 < gate("who abstained").factor(AT_16MSP) < 1


def test_the_open_gate_lets_all_through() -> None:
    assert OPEN.factor(Entities()) == OPEN.factor(INDIA) == OPEN.factor(AT_16MSP) == 1.0


FAQ = EntryGate(
    states=frozenset({"united-states", "russia"}),
    asked_states=frozenset({"united-states"}),
    meetings=frozenset(),
    years=frozenset({1997}),
    document_years=frozenset(),
    sources=frozenset({"treaty-faq"}),
    others=frozenset({"ccm"}),
    tells_of_ccw=False,
    asks_names=False,
    names_state=False,
)


@pytest.mark.parametrize(
    ("named", "least", "most"),
    [
        (Entities(), 1, 1),
        (Entities(states=("united-states",)), 1, 1),
        (Entities(states=("russia",)), UNFITTING, UNFITTING),
        (Entities(states=("india",)), 0, 0),
        (Entities(states=("united-states", "india")), 0, 0),
        (Entities(years=(1997,)), 1, 1),
        (Entities(years=(2017,)), 0.01, UNFITTING),
        (AT_16MSP, 0.01, UNFITTING),
        (Entities(other_treaties=("ccm",)), 1, 1),
        (Entities(other_treaties=("npt",)), 0, 0),
        (Entities(sources=("treaty-faq",)), 1.01, 1.5),
        (Entities(sources=("status-2018",)), 0.01, UNFITTING),
    ],
)
def test_an_faq_entry_speaks_of_its_own_names_only(named: Entities, least: float, most: float) -> None:
    assert least <= FAQ.factor(named) <= most


@pytest.mark.parametrize(
    ("kind", "fits", "excluded"),
    [
        ("statement", INDIA, Entities()),
        ("vote", INDIA, Entities()),
        ("overview", INDIA, Entities()),
        ("compare", Entities(states=("india", "pakistan")), Entities()),
        ("faq:can-states-parties-use-mines", Entities(), INDIA),
    ],
)
def test_the_gates_of_the_real_kinds(matcher: Matcher, kind: str, fits: Entities, excluded: Entities) -> None:
    assert matcher.factor(kind, (), fits) == 1.0
    assert matcher.factor(kind, (), excluded) == 0.0


_IDS = st.lists(st.sampled_from(["india", "16msp", "ccm", "russia"]), max_size=2).map(tuple)


@given(st.builds(Entities, states=_IDS, meetings=_IDS, other_treaties=_IDS, years=st.just((2017,))))
def test_a_factor_is_never_below_zero(named: Entities) -> None:
    assert 0 <= FAQ.factor(named) <= 1.2
    for found in (OPEN, gate("{state} in {year}", "{state}"), gate_of([])):
        assert 0 <= found.factor(named) <= 1.2
