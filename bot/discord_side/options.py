"""The options that several commands share: names completed as one types, and what was typed made into an id."""

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import discord
from discord import app_commands

from bot.discord_side.limits import CHOICE_TEXT, CHOICES, cut
from bot.discord_side.service import service_of
from bot.matching.completing import Completed
from bot.rendering.characters import visible_line
from bot.rendering.markdown import escape

PRIVATE: Final = "Whether only you see the answer (default: as this server has it set, else everybody here)"
YEAR: Final = "A year, for example: 2017"

Year = app_commands.Range[int, 1990, 2100]
_LONGEST_NAME: Final = 100
Name = app_commands.Range[str, 1, _LONGEST_NAME]
_KINDS: Final[dict[Completed, str]] = {
    "state": "State",
    "meeting": "meeting",
    "topic": "topic",
    "faq": "entry of the FAQ",
}
_OFFERED: Final = 5

CommandT = TypeVar("CommandT")
Completing = Callable[[discord.Interaction[Any], str], Coroutine[Any, Any, list[app_commands.Choice[str]]]]


class UnclearNameError(app_commands.AppCommandError):
    """What was typed names nothing, or could name several; the message is for the person."""


def completing(kind: Completed) -> Completing:
    """Completion of one kind of name, the likeliest first, from the knowledge of now."""

    async def complete(interaction: discord.Interaction[Any], current: str) -> list[app_commands.Choice[str]]:
        choices = service_of(interaction).desk.complete(kind, current)
        return [
            app_commands.Choice(name=cut(choice.label, CHOICE_TEXT), value=choice.id) for choice in choices[:CHOICES]
        ]

    return complete


@dataclass(frozen=True, slots=True)
class NameOption:
    """An option that is a name, completed as one types."""

    about: str
    """what Discord shows of it"""
    complete: Completing


STATE: Final = NameOption("A State, for example: India. A misspelt or short name will do", completing("state"))
MEETING: Final = NameOption(
    "A meeting, for example: 16MSP, Third Review Conference, intersessional 2018", completing("meeting")
)
TOPIC: Final = NameOption("A topic, for example: stockpiles, borders, victim assistance", completing("topic"))
ENTRY: Final = NameOption("A question of the treaty FAQ; type a word of it, for example: withdraw", completing("faq"))


def options(**given: NameOption | str) -> Callable[[CommandT], CommandT]:
    """What Discord shows of each option of a command, and how those that are names are completed."""
    described = {option: one if isinstance(one, str) else one.about for option, one in given.items()}
    completed = {option: one.complete for option, one in given.items() if isinstance(one, NameOption)}

    def decorated(command: CommandT) -> CommandT:
        return app_commands.describe(**described)(app_commands.autocomplete(**completed)(command))

    return decorated


def named(interaction: discord.Interaction[Any], kind: Completed, typed: str) -> str:
    """The id of what was chosen or typed. Raises :class:`UnclearNameError`: a near name is never guessed at."""
    desk = service_of(interaction).desk
    if identifier := desk.exact(kind, typed):
        return identifier
    choices = desk.complete(kind, typed)[:_OFFERED]
    shown = escape(cut(visible_line(typed), _LONGEST_NAME))
    if not choices:
        raise UnclearNameError(f'I know no {_KINDS[kind]} "{shown}". Type a part of the name and choose from the list.')
    if len(choices) == 1:
        return choices[0].id
    labels = "; ".join(escape(choice.label) for choice in choices)
    raise UnclearNameError(f'Which {_KINDS[kind]} is "{shown}"? Choose one from the list as you type: {labels}.')


def everywhere(command: Any) -> Any:  # noqa: ANN401 - any kind of command
    """A command, or a group of them, for servers, direct messages and group chats, installed there or by the person.

    https://discord.com/developers/docs/interactions/application-commands#contexts
    """
    command = app_commands.allowed_installs(guilds=True, users=True)(command)
    return app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)(command)
