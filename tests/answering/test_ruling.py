"""A rule is asked only for its kinds and its words; the first that applies counts."""

import pytest

from bot.answering.draft import Asked
from bot.answering.engine import Engine
from bot.answering.rules.ruling import Rules, on


@on("vote", words={"who"})
def _who_voted(_asked: Asked, _intent: str) -> str | None:
    return "who"


@on("attendance", like=("count-",))
def _counted(_asked: Asked, intent: str) -> str | None:
    return intent


@on()
def _never(_asked: Asked, _intent: str) -> str | None:
    return None


@on(words={"last"})
def _last(_asked: Asked, _intent: str) -> str | None:
    return "last"


_RULES = Rules((_never, _who_voted, _counted, _last))


@pytest.mark.parametrize(
    ("question", "intent", "found"),
    [
        pytest.param("who voted last", "vote", "who", id="the first counts"),
        pytest.param("votes cast last", "vote", "last", id="no word of the first"),
        pytest.param("who came last", "overview", "last", id="another kind"),
        pytest.param("who came", "overview", None, id="none"),
        pytest.param("who came", "attendance", "attendance", id="a kind"),
        pytest.param("who came", "count-parties", "count-parties", id="the beginning of a kind"),
    ],
)
def test_the_first_rule_counts_that_is_for_the_kind_and_the_words(
    engine: Engine, question: str, intent: str, found: str | None
) -> None:
    asked = Asked(engine.knowledge, engine.matcher.read(question), engine.searcher)
    assert _RULES.first(asked, intent) == found
    assert next(filter(None, (rule(asked, intent) for rule in _RULES)), None) == found
