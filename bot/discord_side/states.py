"""Commands on States: ``/state``, ``/said``, ``/vote``, ``/attendance``, ``/compare``."""

from typing import Final

from discord import app_commands

from bot.answering.wording import CHANNEL_NAMES, capital
from bot.discord_side.asking import Commands, Interaction
from bot.discord_side.options import (
    MEETING,
    PRIVATE,
    STATE,
    YEAR,
    Name,
    NameOption,
    UnclearNameError,
    Year,
    everywhere,
    named,
    options,
)
from bot.discord_side.service import Service
from bot.matching.reading import Entities

CHANNELS: Final = [app_commands.Choice(name=capital(name), value=key) for key, name in CHANNEL_NAMES.items()]
_SECOND: Final = NameOption("Another State, for example: Pakistan", STATE.complete)
_THIRD: Final = NameOption("A third one, if you like", STATE.complete)
_FOURTH: Final = NameOption("A fourth one, if you like", STATE.complete)


def state_commands(service: Service) -> Commands:
    """The commands; each only hands on what was chosen."""

    @everywhere
    @app_commands.command(
        name="state", description="All on one State: standing, statements, votes, attendance. Example: India"
    )
    @options(state=STATE, private=PRIVATE)
    async def state_(interaction: Interaction, state: Name, private: bool | None = None) -> None:
        entities = Entities(states=(named(interaction, "state", state),))
        await service.answer(interaction, service.desk.typed("overview", entities), private=private)

    @everywhere
    @app_commands.command(
        name="said", description="What a State said, word for word. Example: India, at 16MSP, in 2017, or in letters"
    )
    @options(
        state=STATE,
        meeting=MEETING,
        year=YEAR,
        channel="How it was said, for example: explanation of vote",
        private=PRIVATE,
    )
    @app_commands.choices(channel=CHANNELS)
    async def said(
        interaction: Interaction,
        state: Name,
        meeting: Name | None = None,
        year: Year | None = None,
        channel: str | None = None,
        private: bool | None = None,
    ) -> None:
        entities = Entities(
            states=(named(interaction, "state", state),),
            meetings=_meetings(interaction, meeting),
            years=(year,) if year else (),
            channels=(channel,) if channel else (),
        )
        await service.answer(interaction, service.desk.typed("statement", entities), private=private)

    @everywhere
    @app_commands.command(
        name="vote", description="How a State voted in the 2017 First Committee; without a State, how all did"
    )
    @options(state=STATE, private=PRIVATE)
    async def vote(interaction: Interaction, state: Name | None = None, private: bool | None = None) -> None:
        entities = Entities(states=_states(interaction, state))
        await service.answer(
            interaction, service.desk.typed("vote" if entities.states else "vote-list", entities), private=private
        )

    @everywhere
    @app_commands.command(
        name="attendance",
        description="Where a State took part, or who took part in a meeting. Example: India, or 16MSP",
    )
    @options(state=STATE, meeting=MEETING, year=YEAR, private=PRIVATE)
    async def attendance(
        interaction: Interaction,
        state: Name | None = None,
        meeting: Name | None = None,
        year: Year | None = None,
        private: bool | None = None,
    ) -> None:
        entities = Entities(
            states=_states(interaction, state),
            meetings=_meetings(interaction, meeting),
            years=(year,) if year else (),
        )
        intent = "attendance" if entities.states else "attendees"
        await service.answer(interaction, service.desk.typed(intent, entities), private=private)

    @everywhere
    @app_commands.command(
        name="compare", description="Two to four States beside one another. Example: India, Pakistan, China"
    )
    @options(state=STATE, state2=_SECOND, state3=_THIRD, state4=_FOURTH, private=PRIVATE)
    async def compare(
        interaction: Interaction,
        state: Name,
        state2: Name,
        state3: Name | None = None,
        state4: Name | None = None,
        private: bool | None = None,
    ) -> None:
        typed = [name for name in (state, state2, state3, state4) if name]
        states = tuple(dict.fromkeys(named(interaction, "state", name) for name in typed))
        if len(states) < 2:
            raise UnclearNameError("That is one State: name two to four different ones, or use /state.")
        await service.answer(interaction, service.desk.typed("compare", Entities(states=states)), private=private)

    return [state_, said, vote, attendance, compare]


def _states(interaction: Interaction, typed: str | None) -> tuple[str, ...]:
    return (named(interaction, "state", typed),) if typed else ()


def _meetings(interaction: Interaction, typed: str | None) -> tuple[str, ...]:
    return (named(interaction, "meeting", typed),) if typed else ()
