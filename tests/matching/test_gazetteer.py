"""States by their exact names, and never a neighbour in spelling."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.knowledge.model import State
from bot.knowledge.names import all_names, name_key
from bot.matching.gazetteer import Gazetteer, NamesFound
from bot.matching.tokens import tokenise
from tests.question_files import engine

STATES = engine().knowledge.states

StatesIn = Callable[[str], list[str]]
NamesIn = Callable[[str], NamesFound]


def names_but_codes(state: State) -> Iterator[str]:
    return (name for place, name in all_names(state.names) if place[0] != "iso")


# exact names -------------------------------------------------------------------------------


def test_all_states_of_the_world_are_known() -> None:
    kinds = [state.kind for state in STATES.values()]
    assert kinds.count("state") == 197
    assert {state.id for state in STATES.values() if state.kind == "other"} == {
        "kosovo",
        "taiwan",
        "european-union",
        "western-sahara",
    }


@pytest.mark.parametrize("state", STATES.values(), ids=lambda state: state.id)
def test_every_name_of_a_state_finds_it_and_nothing_else(gazetteer: Gazetteer, state: State) -> None:
    for name in names_but_codes(state):
        for text in (
            name,
            f"what did {name} say?",
            f"{name}'s vote",
            f"how did {name}’s delegation vote?",
            f"({name})",
        ):
            found = gazetteer.find(tokenise(text))
            assert [(mention.kind, mention.id) for mention in found.mentions] == [("state", state.id)], text
            assert all(mention.exact and mention.score == 1.0 for mention in found.mentions), text
            assert found.unclear == (), text


def test_names_in_any_case_but_codes_in_capitals_only(states_in: StatesIn) -> None:
    for state in STATES.values():
        for place, name in all_names(state.names):
            if place[0] != "iso":
                if name_key(name).replace(" ", "") not in {"us", "car", "can", "ton", "gab"}:
                    assert states_in(name.lower()) == [state.id], name
                continue
            # SG is the Secretary-General, and codes of States not listed are more often something else.
            understood = len(name) > 2 or (bool(state.editions) and name != "SG")
            assert states_in(f"what did {name} say") == ([state.id] if understood else []), name
            if name != "US":
                assert states_in(f"what did {name.lower()} say") == [], name


def test_the_apostrophe_may_be_left_out(states_in: StatesIn) -> None:
    for state in STATES.values():
        if not state.names.short.endswith("s"):
            assert states_in(f"{state.names.short.lower()}s position") == [state.id]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("russias objection", ["russia"]),
        ("norways contribution", ["norway"]),
        ("sri lankas cabinet", ["sri-lanka"]),
        ("usas position", ["united-states"]),
        ("uaes vote", ["united-arab-emirates"]),
        ("paks entry", ["pakistan"]),
        ("the united kingdoms view", ["united-kingdom"]),
    ],
)
def test_any_name_but_a_code_may_be_possessive_without_apostrophe(
    states_in: StatesIn, text: str, states: list[str]
) -> None:
    assert states_in(text) == states


@pytest.mark.parametrize(
    ("people", "state"),
    [
        ("russians", "russia"),
        ("moroccans", "morocco"),
        ("marshallese", "marshall-islands"),
        ("lebanese", "lebanon"),
        ("finns", "finland"),
        ("poles", "poland"),
        ("czechs", "czechia"),
        ("filipinos", "philippines"),
        ("cypriots", "cyprus"),
        ("new zealanders", "new-zealand"),
        ("turkmens", "turkmenistan"),
    ],
)
def test_the_people_of_a_state_are_the_state(states_in: StatesIn, people: str, state: str) -> None:
    assert states_in(f"what did the {people} say") == [state]


def test_a_name_of_several_words_may_be_run_together(states_in: StatesIn) -> None:
    for text in ("northkorea", "Northkoreas vote", "nkorea", "srilankan", "saudiarabia", "unitedstates"):
        assert len(states_in(text)) == 1, text
    for state in STATES.values():
        assert states_in(state.names.short.lower().replace(" ", "")) == [state.id]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("pak army", "pakistan"),
        ("n korea", "north-korea"),
        ("S. Korea", "south-korea"),
        ("s sudan", "south-sudan"),
        ("s africa", "south-africa"),
        ("rmi", "marshall-islands"),
    ],
)
def test_short_forms_of_names(states_in: StatesIn, text: str, state: str) -> None:
    assert states_in(text) == [state]


def test_the_longest_name_counts(states_in: StatesIn) -> None:
    assert states_in("Papua New Guinea") == ["papua-new-guinea"]
    assert states_in("the Democratic Republic of the Congo") == ["dr-congo"]
    assert states_in("South Sudan and Sudan") == ["south-sudan", "sudan"]


@pytest.mark.parametrize(
    "text",
    [
        "tell us what they said",
        "can you tell me",
        "in 2017",
        "no vote",
        "so what",
        "me too",
        "to be or not to be",
        "is it at all",
        "as of today",
        "by car",
        "a ton of mines",
        "the gift of the gab",
        "la de da",
        "I am here",
        "are they parties",
        "let us know how they voted",
        "is it for us to decide",
        "did they tell us about this",
        "us",
    ],
)
def test_plain_words_are_no_codes(names_in: NamesIn, text: str) -> None:
    assert not [mention for mention in names_in(text).mentions if mention.kind == "state"]
    assert names_in(text).unclear == ()


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("US vote", "united-states"),
        ("the U.S. said", "united-states"),
        ("what did the USA say", "united-states"),
        ("PAK statement", "pakistan"),
        ("UAE in 2009", "united-arab-emirates"),
        ("DPRK", "north-korea"),
        ("ROK", "south-korea"),
        ("DRC", "dr-congo"),
        ("CAN joined", "canada"),
    ],
)
def test_codes_in_capitals(states_in: StatesIn, text: str, state: str) -> None:
    assert states_in(text) == [state]


@pytest.mark.parametrize(
    "text", ["TELL US WHAT THEY SAID IN 2017", "CAN THEY USE MINES AT ALL", "NO VOTE FOR US AT ALL"]
)
def test_a_question_all_in_capitals_has_no_codes(states_in: StatesIn, text: str) -> None:
    assert states_in(text) == []


def test_a_question_all_in_capitals_still_names_states(states_in: StatesIn) -> None:
    assert states_in("WHAT DID INDIA AND PAKISTAN SAY IN 16MSP?") == ["india", "pakistan"]


@pytest.mark.parametrize(
    ("text", "state"),
    [("PAK's vote", "pakistan"), ("what is IND’s view", "india")],
)
def test_the_possessive_of_a_code(states_in: StatesIn, text: str, state: str) -> None:
    assert states_in(text) == [state]


# neighbours in spelling --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Niger", ["niger"]),
        ("Nigeria", ["nigeria"]),
        ("Niger and Nigeria", ["niger", "nigeria"]),
        ("Iran", ["iran"]),
        ("Iraq", ["iraq"]),
        ("Iran or Iraq?", ["iran", "iraq"]),
        ("Austria", ["austria"]),
        ("Australia", ["australia"]),
        ("Australia, Austria", ["australia", "austria"]),
        ("Mali", ["mali"]),
        ("Malta", ["malta"]),
        ("Malawi", ["malawi"]),
        ("Guinea", ["guinea"]),
        ("Guinea-Bissau", ["guinea-bissau"]),
        ("Guinea Bissau", ["guinea-bissau"]),
        ("Equatorial Guinea", ["equatorial-guinea"]),
        ("Papua New Guinea", ["papua-new-guinea"]),
        ("Congo", ["congo"]),
        ("Republic of the Congo", ["congo"]),
        ("Congo-Brazzaville", ["congo"]),
        ("DR Congo", ["dr-congo"]),
        ("Congo-Kinshasa", ["dr-congo"]),
        ("North Korea", ["north-korea"]),
        ("DPR of Korea", ["north-korea"]),
        ("South Korea", ["south-korea"]),
        ("Republic of Korea", ["south-korea"]),
        ("India", ["india"]),
        ("Indonesia", ["indonesia"]),
        ("Slovakia, Slovenia", ["slovakia", "slovenia"]),
        ("Latvia, Lithuania", ["latvia", "lithuania"]),
        ("Mauritania, Mauritius", ["mauritania", "mauritius"]),
        ("Dominica", ["dominica"]),
        ("Dominican Republic", ["dominican-republic"]),
        ("Samoa", ["samoa"]),
        ("American Samoa", ["united-states"]),
        ("Georgia", ["georgia"]),
    ],
)
def test_neighbours_in_spelling(states_in: StatesIn, text: str, expected: list[str]) -> None:
    assert states_in(text) == expected
    assert states_in(text.lower()) == expected


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("Korea", {"north-korea", "south-korea"}),
        ("Koreas", {"north-korea", "south-korea"}),
        ("Korean", {"north-korea", "south-korea"}),
        ("Congolese", {"congo", "dr-congo"}),
        ("Guinean", {"guinea", "guinea-bissau", "equatorial-guinea"}),
    ],
)
def test_a_name_that_states_share_is_unclear(names_in: NamesIn, name: str, states: set[str]) -> None:
    found = names_in(f"what did the {name} delegation say?")
    assert found.mentions == ()
    assert [(words, set(near)) for words, near in found.unclear] == [(name, states)]


# any text ----------------------------------------------------------------------------------

_PIECES = st.sampled_from(
    ["India", "Koreas", "Pakstan", "16MSP", "US", "the", "Nigera", "CCW", "guinea", "bissau", "2017"]
)


@given(st.lists(st.one_of(_PIECES, st.text(max_size=6)), max_size=10))
@settings(max_examples=100)
def test_names_found_lie_in_the_text_and_never_overlap(pieces: list[str]) -> None:
    tokens = tokenise(" ".join(pieces))
    found = engine().matcher._gazetteer.find(tokens)
    assert found == engine().matcher._gazetteer.find(tokens)
    position = 0
    for mention in found.mentions:
        assert position <= mention.start < mention.end <= len(tokens)
        assert mention.words == " ".join(token.text for token in tokens[mention.start : mention.end])
        assert 0 < mention.score <= 1
        assert mention.exact == (mention.score == 1.0)
        position = mention.end
    for _, near in found.unclear:
        assert len(near) > 1
        assert set(near) <= set(STATES)
