"""A follow-up outlives a reload that took away what was answered."""

from dataclasses import replace

from bot.answering.engine import Engine
from bot.discord_side.desk import Desk
from bot.knowledge.loading import default_folder
from bot.reloading.folder_state import folder_state
from bot.reloading.serving import Serving
from tests.question_files import engine


def test_a_follow_up_to_an_entry_that_is_gone_is_answered() -> None:
    folder = default_folder()
    state = folder_state(folder)
    serving = Serving(engine(), folder, state)
    desk = Desk(serving)
    asked = desk.question("What is the toolbox approach to mine clearance?").asked
    assert asked.reading.intent == "faq:clearance-toolbox"
    knowledge = engine().knowledge
    left = {key: entry for key, entry in knowledge.faq.items() if key != "clearance-toolbox"}
    serving.swap(Engine(replace(knowledge, faq=left)), state)
    for follow_up in ("and Pakistan?", "why?", "source?", "and in 2017?"):
        assert desk.question(follow_up, asked).answer.outcome
