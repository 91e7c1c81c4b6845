from collections.abc import Callable

import pytest

from bot.knowledge.model import Knowledge
from bot.matching.gazetteer import Gazetteer, NamesFound
from bot.matching.matcher import Matcher
from bot.matching.tokens import tokenise
from tests.question_files import engine


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return engine().knowledge


@pytest.fixture(scope="session")
def matcher() -> Matcher:
    return engine().matcher


@pytest.fixture(scope="session")
def gazetteer(matcher: Matcher) -> Gazetteer:
    return matcher._gazetteer


@pytest.fixture(scope="session")
def states_in(gazetteer: Gazetteer) -> Callable[[str], list[str]]:
    """The States that a text names, in order, each mention."""

    def found(text: str) -> list[str]:
        return [mention.id for mention in gazetteer.find(tokenise(text)).mentions if mention.kind == "state"]

    return found


@pytest.fixture(scope="session")
def names_in(gazetteer: Gazetteer) -> Callable[[str], NamesFound]:
    return lambda text: gazetteer.find(tokenise(text))
