"""The real client and the real engine against simcord's Discord in memory."""

from dataclasses import dataclass, field

import pytest
import simcord

from bot.answering.answer import Answer
from bot.answering.engine import Engine
from bot.discord_side.client import TreatyBot, create_bot
from bot.knowledge.loading import default_folder, load_knowledge
from bot.settings import Settings
from tests.rendering.answers import answer, passage

INDIA = "what did India say in 16MSP?"
INDIA_SAYS = "> “India supports the vision of a world free of anti-personnel mines. Our presence as an Observer"
LONG = "what did Morocco say?"
LONGER = "a question with a very long answer"
ECHO = "echo: "
SENTENCE = "India supports the vision of a world free of anti-personnel mines. "


@dataclass
class Listening:
    """The engine, and what it was asked; some answers that it does not give, and a failure, on demand."""

    engine: Engine
    asked: list[str] = field(default_factory=list)
    fail: bool = False

    def answer(self, question: str) -> Answer:
        self.asked.append(question)
        if self.fail:
            raise ValueError(f"no answer to {question}")
        if question == LONGER:
            return answer(passage(SENTENCE * 300), question=question)
        if question.startswith(ECHO):
            return answer(title=question, question=question)
        return self.engine.answer(question)


@dataclass(frozen=True)
class Place:
    """A channel of a server, with a member who asks in it."""

    env: simcord.Env
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    member: simcord.MemberActor
    mention: str
    """the bot's"""

    def texts(self) -> list[str]:
        """What the bot wrote in the channel, oldest first."""
        return [message.content for message in self.channel.history() if message.author.mention == self.mention]


@pytest.fixture(scope="session")
def real_engine() -> Engine:
    return Engine(load_knowledge(default_folder()))


@pytest.fixture
def engine(real_engine: Engine) -> Listening:
    return Listening(real_engine)


@pytest.fixture
def simcord_bot(engine: Listening) -> TreatyBot:
    return create_bot(engine, Settings())


@pytest.fixture
def place(simcord_env: simcord.Env) -> Place:
    guild = simcord_env.create_guild()
    channel = guild.create_text_channel("questions")
    member = guild.add_member(simcord_env.create_user("volunteer"))
    assert simcord_env.bot.user is not None
    return Place(simcord_env, guild, channel, member, simcord_env.bot.user.mention)


def posted(place: Place) -> list[dict[str, object]]:
    """The messages that the bot sent, as Discord got them."""
    bodies = [entry.json for entry in place.env.http_requests if entry.method == "POST"]
    return [body.get("data", body) for body in bodies if body is not None]


def answer_to(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    """The first message of a command's answer."""
    assert result.response is not None
    return result.response
