"""The real client and the real engine against simcord's Discord in memory."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import simcord

from bot.answering.answer import Answer
from bot.answering.engine import Engine
from bot.discord_side.client import TreatyBot, create_bot
from bot.knowledge.model import Knowledge
from bot.log_lines import LogLines
from bot.matching.completing import Completer
from bot.matching.reading import Entities, Reading
from bot.settings import Settings
from tests import question_files
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

    @property
    def knowledge(self) -> Knowledge:
        return self.engine.knowledge

    @property
    def completer(self) -> Completer:
        return self.engine.completer

    def ask(self, intent: str, entities: Entities, question: str = "") -> Answer:
        if self.fail:
            raise ValueError("no answer")
        return self.engine.ask(intent, entities, question)

    def search(self, text: str) -> Answer:
        return self.engine.search(text)

    def answer(self, question: str, before: Reading | None = None) -> Answer:
        if before is None:
            self.asked.append(question)
        if self.fail:
            raise ValueError(f"no answer to {question}")
        if question == LONGER:
            return answer(passage(SENTENCE * 300), question=question)
        if question.startswith(ECHO):
            return answer(title=question, question=question)
        return self.engine.answer(question, before)


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


@pytest.fixture(scope="session", autouse=True)
def impatient_simcord() -> Iterator[None]:
    """simcord looks each 50 ms whether the bot is done: half of the time that these tests took."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(simcord.Env._settle_internal.__kwdefaults__ or {}, "idle", 0.002)
        yield


@pytest.fixture(scope="session")
def real_engine() -> Engine:
    return question_files.engine()


@pytest.fixture
def engine(real_engine: Engine) -> Listening:
    return Listening(real_engine)


@dataclass
class Seconds:
    """The clock of the bot: simcord's, so that moving time there moves it here."""

    env: simcord.Env | None = None

    def __call__(self) -> float:
        return self.env.now().timestamp() if self.env is not None else 0.0


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Path | None:
    """A database for the modules that say ``KEEPS = True``; the others test the bot without one."""
    return tmp_path / "treatybot.sqlite3" if getattr(request.module, "KEEPS", False) else None


@pytest.fixture
def simcord_bot(engine: Listening, clock: Seconds, database: Path | None) -> TreatyBot:
    return create_bot(engine, Settings(), clock=clock, database=database)


@pytest.fixture
async def place(simcord_env: simcord.Env, simcord_bot: TreatyBot, clock: Seconds) -> AsyncIterator[Place]:
    clock.env = simcord_env
    simcord_bot.service.now = simcord_env.now
    guild = simcord_env.create_guild()
    channel = guild.create_text_channel("questions")
    member = guild.add_member(simcord_env.create_user("volunteer"))
    assert simcord_env.bot.user is not None
    yield Place(simcord_env, guild, channel, member, simcord_env.bot.user.mention)
    # simcord ends the world without closing the bot; a store left open keeps its thread, and pytest would not end.
    for bot in {simcord_bot, simcord_env.bot}:
        if isinstance(bot, TreatyBot):
            await bot.keeping.end()


def log_of(caplog: pytest.LogCaptureFixture) -> str:
    """The log as ``treatybot run`` writes it."""
    lines = LogLines()
    return "".join(f"{lines.format(record)}\n" for record in caplog.records)


def posted(place: Place) -> list[dict[str, object]]:
    """The messages that the bot sent, as Discord got them."""
    bodies = [entry.json for entry in place.env.http_requests if entry.method == "POST"]
    return [body.get("data", body) for body in bodies if body is not None]


def answer_to(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    """The first message of a command's answer."""
    assert result.response is not None
    return result.response
