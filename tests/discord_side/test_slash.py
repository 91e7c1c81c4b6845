"""Every slash command with its typed options, completion as one types, and names that are unclear."""

import time

import pytest

from bot.answering.engine import Engine
from bot.discord_side.desk import Desk
from bot.discord_side.limits import CHOICE_TEXT, CHOICES
from bot.matching.completing import Completed
from tests.discord_side.conftest import INDIA_SAYS, Place, answer_to

pytestmark = pytest.mark.simcord(shard_count=1)

COMMANDS: list[tuple[str, dict[str, object], str]] = [
    ("state", {"state": "india"}, "**India: overview**"),
    ("said", {"state": "india", "meeting": "16msp"}, INDIA_SAYS),
    ("said", {"state": "india", "year": 2014}, "**India: 3RC (2014)**"),
    ("said", {"state": "china", "channel": "letter"}, "**China"),
    ("vote", {"state": "pakistan"}, "abstained"),
    ("vote", {}, "**2017 First Committee vote by States not party**"),
    ("attendance", {"state": "india"}, "**India: meetings attended since 2014**"),
    ("attendance", {"state": "india", "meeting": "16msp"}, "**India at 16MSP (2017): attendance**"),
    ("attendance", {"meeting": "16msp"}, "**States not party at 16MSP (2017)**"),
    ("compare", {"state": "india", "state2": "pakistan"}, "**India and Pakistan compared**"),
    ("topic", {"topic": "stockpile"}, "Who speaks of stockpiles of mines"),
    ("topic", {"topic": "borders", "state": "india"}, "India"),
    ("meeting", {"meeting": "16msp"}, "**16MSP (2017)**"),
    ("faq", {"entry": "can-states-parties-use-mines"}, "\n> "),
    ("search", {"text": "long borders"}, "These passages hold the words, best first:"),
    ("sources", {}, "**Documents**"),
    ("help", {}, "**What you can ask**"),
    ("about", {}, "**About Treatybot**"),
]


@pytest.mark.parametrize("private", [False, True])
async def test_every_command_answers_publicly_or_privately(place: Place, private: bool) -> None:
    for name, options, shown in COMMANDS:
        result = await place.member.slash(place.channel, name, **options, private=private)
        assert shown in answer_to(result).content
        assert result.ephemeral == private


async def test_about_names_the_documents_of_the_knowledge(place: Place, real_engine: Engine) -> None:
    text = answer_to(await place.member.slash(place.channel, "about")).content
    assert all(source.short in text for source in real_engine.knowledge.sources.values())


async def test_a_direct_message_has_the_commands_too(place: Place) -> None:
    adviser = place.env.create_user("adviser")
    for name, options, shown in COMMANDS[:3]:
        result = await adviser.slash(name, **options)
        assert shown in result.response.content


@pytest.mark.parametrize(
    ("name", "option", "typed", "first"),
    [
        ("said", "state", "Ind", "India"),
        ("state", "state", "burma", "Myanmar"),
        ("vote", "state", "Pakstan", "Pakistan"),
        ("attendance", "state", "u.s.", "United States of America"),
        ("compare", "state2", "isra", "Israel"),
        ("said", "meeting", "16", "16MSP (2017)"),
        ("attendance", "meeting", "maputo", "3RC (2014)"),
        ("meeting", "meeting", "third rev", "3RC (2014)"),
        ("topic", "topic", "stockp", "stockpiles of mines"),
        ("faq", "entry", "what is accession", "What is accession?"),
    ],
)
async def test_names_are_completed_as_one_types(place: Place, name: str, option: str, typed: str, first: str) -> None:
    choices = await place.member.autocomplete(place.channel, name, option, typed)
    assert choices[0]["name"] == first


@pytest.mark.parametrize(
    ("name", "option"), [("state", "state"), ("meeting", "meeting"), ("topic", "topic"), ("faq", "entry")]
)
async def test_completion_keeps_to_discords_limits(place: Place, name: str, option: str) -> None:
    for typed in ("", "a", "zzzzzz", "💥" * 100, "x" * 6000):
        choices = await place.member.autocomplete(place.channel, name, option, typed)
        assert len(choices) <= CHOICES
        assert all(1 <= len(choice["name"]) <= CHOICE_TEXT for choice in choices)
        assert typed or choices


@pytest.mark.parametrize("kind", ["state", "meeting", "topic", "faq"])
def test_completion_takes_a_fraction_of_the_time_it_may(real_engine: Engine, kind: Completed) -> None:
    desk = Desk(real_engine)
    desk.complete(kind, "")
    for typed in ("", "a", "united", "pakstan", "x" * 6000):
        started = time.thread_time()
        desk.complete(kind, typed)
        assert time.thread_time() - started < 0.05


@pytest.mark.simcord(shard_count=1, check_errors=False)
@pytest.mark.parametrize(
    ("typed", "answered"), [("India", True), ("BURMA", True), ("U.S.", True), ("16MSP", False), ("Guinea-Bissau", True)]
)
async def test_a_name_typed_out_without_choosing_is_taken_when_it_is_exact(
    place: Place, typed: str, answered: bool
) -> None:
    result = await place.member.slash(place.channel, "state", state=typed)
    assert result.ephemeral != answered


@pytest.mark.simcord(shard_count=1, check_errors=False)
async def test_an_unclear_name_is_asked_back_and_never_guessed(place: Place) -> None:
    result = await place.member.slash(place.channel, "state", state="Korea")
    assert result.ephemeral
    assert answer_to(result).content.startswith('Which State is "Korea"? Choose one from the list as you type: ')
    result = await place.member.slash(place.channel, "state", state="@everyone `Atlantis`")
    assert answer_to(result).content.startswith('I know no State "@\u200beveryone \\`Atlantis\\`".')


@pytest.mark.simcord(shard_count=1, check_errors=False)
async def test_one_state_cannot_be_compared_with_itself(place: Place) -> None:
    result = await place.member.slash(place.channel, "compare", state="india", state2="India")
    assert result.ephemeral
    assert answer_to(result).content.startswith("That is one State: ")


async def test_after_a_command_a_short_question_keeps_the_rest(place: Place) -> None:
    await place.member.slash(place.channel, "said", state="india", meeting="16msp")
    result = await place.member.slash(place.channel, "ask", question="and Pakistan?")
    assert answer_to(result).content.startswith("**Pakistan at 16MSP (2017)")


async def test_a_message_of_someone_else_is_checked_with_sources(place: Place) -> None:
    said = await place.member.send(place.channel, "How did India vote in 2017?")
    other = place.guild.add_member(place.env.create_user("adviser"))
    result = await other.context_menu(place.channel, "Check with sources", said)
    assert result.ephemeral
    assert answer_to(result).content.startswith("**India")
    long = await place.member.send(place.channel, f"How did India vote in 2017? {'So it goes. ' * 100}")
    checked = answer_to(await other.context_menu(place.channel, "Check with sources", long)).content
    assert "I looked at its first 1,000 characters only" in checked
    empty = await place.member.send(place.channel, "", attachments=[("mine.png", b"picture")])
    result = await other.context_menu(place.channel, "Check with sources", empty)
    assert answer_to(result).content == "That message has no text that I could check."
