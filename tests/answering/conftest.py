import pytest

from bot.answering.engine import Engine
from bot.knowledge.loading import default_folder, load_knowledge


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine(load_knowledge(default_folder()))
