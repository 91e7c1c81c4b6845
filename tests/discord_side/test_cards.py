"""Whatever the knowledge holds, a card keeps to Discord's limits, on every side and page of every answer."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answering.answer import Answer, Listing, Part, Passage, Text
from bot.answering.engine import Engine
from bot.discord_side.answer_keys import AnswerKey, Words
from bot.discord_side.cards import Card, Composed, compose
from bot.discord_side.custom_ids import Aspect
from bot.discord_side.desk import Desk, Found
from bot.discord_side.limits import BUTTON_LABEL, CUSTOM_ID, FOLLOW_UPS, OPTION_TEXT, SELECT_OPTIONS
from bot.matching.reading import Entities
from bot.rendering.markdown import size
from bot.rendering.messages import MESSAGE_LIMIT
from tests.rendering.answers import ANSWERS, ANY_TEXT

ASPECTS: tuple[Aspect, ...] = ("a", "s", "p")
OWNER = 2**63


def keeps_to_limits(composed: Composed) -> bool:
    assert all(0 < size(text) <= MESSAGE_LIMIT for text in composed.texts)
    rows = composed.view.to_components() if composed.view is not None else []
    assert len(rows) <= FOLLOW_UPS
    items = [item for row in rows for item in row["components"]]
    assert len({item["custom_id"] for item in items}) == len(items)
    for item in items:
        assert len(item["custom_id"]) <= CUSTOM_ID
        assert len(item.get("label", "")) <= BUTTON_LABEL
        assert len(item.get("options", ())) <= SELECT_OPTIONS
        assert all(1 <= len(option["label"]) <= OPTION_TEXT for option in item.get("options", ()))
    return True


@pytest.mark.parametrize("kind", ["states", "faq", "topics", "meetings"])
async def test_every_answer_of_the_knowledge(real_engine: Engine, kind: str) -> None:
    knowledge, desk = real_engine.knowledge, Desk(real_engine)
    asked: list[tuple[str, Entities]] = {
        "states": [("overview", Entities(states=(state.id,))) for state in knowledge.listed],
        "faq": [(f"faq:{entry}", Entities()) for entry in knowledge.faq],
        "topics": [("topic-states", Entities(topics=(topic,))) for topic in knowledge.topics],
        "meetings": [("meeting-info", Entities(meetings=(meeting,))) for meeting in knowledge.meetings],
    }[kind]
    for intent, entities in asked:
        found = desk.typed(intent, entities)
        for aspect in ASPECTS:
            assert keeps_to_limits(compose(Card(found, OWNER, True, aspect, 1, True), real_engine))


def multiplied(part: Part, times: int) -> Part:
    match part:
        case Text(text=text):
            return Text(text * times)
        case Passage(paragraphs=paragraphs, citations=citations, attribution=attribution):
            longer = attribution * times if attribution else None
            return replace(part, paragraphs=paragraphs * times, citations=citations * times, attribution=longer)
        case Listing(heading=heading, items=items):
            return Listing(heading * times, items * times)


def giant(small: Answer, times: int) -> Answer:
    """An answer of the same parts, each so many times as long: drawing a long text takes far longer than that."""
    return replace(
        small,
        title=f"A title: {small.title * times}",
        parts=tuple(multiplied(part, times) for part in small.parts),
        further=small.further * times,
        suggestions=tuple(text * number for text in small.suggestions for number in range(1, times + 1)),
    )


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(
    small=ANSWERS,
    times=st.integers(2, 40),
    words=ANY_TEXT,
    aspect=st.sampled_from(ASPECTS),
    page=st.integers(0, 10**6),
    unclear=st.booleans(),
)
def test_any_giant_answer(
    real_engine: Engine, small: Answer, times: int, words: str, aspect: Aspect, page: int, unclear: bool
) -> None:
    answer = giant(replace(small, outcome="ambiguous" if unclear else "answered"), times)
    found = Found(answer, AnswerKey(Words(words * times)))
    assert keeps_to_limits(compose(Card(found, OWNER, True, aspect, page, True), real_engine))
