"""Commands that take words or nothing: ``/ask``, ``/search``, ``/faq``, ``/sources``, ``/help``, ``/about``."""

from typing import Any, Final

import discord
from discord import app_commands

from bot import __version__
from bot.discord_side.limits import QUESTION
from bot.discord_side.options import ENTRY, PRIVATE, Name, everywhere, named, options
from bot.discord_side.service import Service
from bot.knowledge.model import Knowledge
from bot.matching.reading import FAQ_PREFIX, Entities
from bot.rendering.markdown import escape

Interaction = discord.Interaction[Any]
Commands = list[app_commands.Command[Any, ..., None] | app_commands.ContextMenu | app_commands.Group]

HELP: Final = (
    "**What you can ask**\n"
    "Type /ask and a question, mention me with it, or write to me directly. After an answer, a short question such as "
    '"and Pakistan?" keeps the rest of the one before it.\n'
    "- /ask: any question, for example: what did India say in 16MSP?\n"
    "- /state: all on one State; /said: its statements, at a meeting, in a year or through a channel\n"
    "- /vote: the 2017 First Committee vote; /attendance: who took part where\n"
    "- /compare: two to four States beside one another\n"
    "- /topic: what States say on a subject; /meeting: a meeting and who spoke there\n"
    "- /faq: the treaty FAQ; /search: words in all passages; /sources: the documents\n"
    "- /follow, /following, /unfollow: a direct message when something changes\n"
    "- /about, /privacy: what I am and what is kept\n"
    "On a message of someone else: Apps, then Check with sources. Every command that answers has the option "
    "`private`: then only you see the answer. Under an answer, buttons show its sources in context, "
    "its plain text for copying, and related questions.\n"
    "Only questions on this Convention: no advice on handling mines, no opinions."
)


def about_text(knowledge: Knowledge) -> str:
    """What the bot is, and which documents it answers from."""
    documents = "; ".join(escape(source.short) for source in knowledge.sources.values())
    return (
        "**About Treatybot**\n"
        "Treatybot answers questions on the Anti-Personnel Mine Ban Convention from these documents alone: "
        f"{documents}. "
        "Every claim shows the passage that it rests on, with document, date and line; where the documents hold "
        "nothing, it says so. There is no language model in it: the same question gets the same answer every time.\n"
        "It speaks for nobody and gives no opinion. For the present state of things, check with the Implementation "
        "Support Unit (ISU).\n"
        f"Version {__version__}. /help: what you can ask; /sources: the documents; /privacy: what is kept."
    )


def asking_commands(service: Service) -> Commands:
    """The commands; each only hands on what was typed."""

    @everywhere
    @app_commands.command(
        name="ask", description="Ask about the Mine Ban Convention: answers from documents, with their sources"
    )
    @app_commands.describe(question="For example: what did India say in 16MSP?", private=PRIVATE)
    async def ask(
        interaction: Interaction, question: app_commands.Range[str, 1, QUESTION], private: bool | None = None
    ) -> None:
        found = service.ask(" ".join(question.split()), interaction.user.id, interaction.channel_id)
        await service.answer(interaction, found, private=private)

    @everywhere
    @app_commands.command(name="search", description="Search all passages and FAQ answers for words, best first")
    @app_commands.describe(text="Words, for example: long borders", private=PRIVATE)
    async def search(
        interaction: Interaction, text: app_commands.Range[str, 1, QUESTION], private: bool | None = None
    ) -> None:
        await service.answer(interaction, service.desk.search(" ".join(text.split())), private=private)

    @everywhere
    @app_commands.command(name="faq", description="An answer of the treaty FAQ, each claim with its passage")
    @options(entry=ENTRY, private=PRIVATE)
    async def faq(interaction: Interaction, entry: Name, private: bool | None = None) -> None:
        intent = FAQ_PREFIX + named(interaction, "faq", entry)
        await service.answer(interaction, service.desk.typed(intent, Entities()), private=private)

    @everywhere
    @app_commands.command(name="sources", description="The documents behind the answers: title, issuer and date")
    @app_commands.describe(private=PRIVATE)
    async def sources(interaction: Interaction, private: bool | None = None) -> None:
        await service.answer(interaction, service.desk.typed("sources", Entities()), private=private)

    @everywhere
    @app_commands.command(name="help", description="What you can ask, with examples")
    @app_commands.describe(private=PRIVATE)
    async def help_(interaction: Interaction, private: bool | None = None) -> None:
        await service.say(interaction, HELP, private=private)

    @everywhere
    @app_commands.command(name="about", description="What Treatybot is, what it knows, and what it does not do")
    @app_commands.describe(private=PRIVATE)
    async def about(interaction: Interaction, private: bool | None = None) -> None:
        await service.say(interaction, about_text(service.desk.engine.knowledge), private=private)

    return [ask, search, faq, sources, help_, about]
