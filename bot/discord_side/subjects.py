"""Commands on subjects: ``/topic`` and ``/meeting``."""

from discord import app_commands

from bot.discord_side.asking import Commands, Interaction
from bot.discord_side.options import (
    MEETING,
    PRIVATE,
    STATE,
    TOPIC,
    Name,
    everywhere,
    named,
    options,
)
from bot.discord_side.service import Service
from bot.matching.reading import Entities


def subject_commands(service: Service) -> Commands:
    """The commands; each only hands on what was chosen."""

    @everywhere
    @app_commands.command(
        name="topic", description="What States say on a topic; with a State, its own words. Example: stockpiles"
    )
    @options(topic=TOPIC, state=STATE, private=PRIVATE)
    async def topic_(
        interaction: Interaction, topic: Name, state: Name | None = None, private: bool | None = None
    ) -> None:
        topics = (named(interaction, "topic", topic),)
        if state is None:
            found = service.desk.typed("topic-states", Entities(topics=topics))
        else:
            states = (named(interaction, "state", state),)
            found = service.desk.typed("topic-state", Entities(states=states, topics=topics))
        await service.answer(interaction, found, private=private)

    @everywhere
    @app_commands.command(
        name="meeting", description="A meeting: its name and date, who took part and who spoke. Example: 16MSP"
    )
    @options(meeting=MEETING, private=PRIVATE)
    async def meeting_(interaction: Interaction, meeting: Name, private: bool | None = None) -> None:
        entities = Entities(meetings=(named(interaction, "meeting", meeting),))
        await service.answer(interaction, service.desk.typed("meeting-info", entities), private=private)

    return [topic_, meeting_]
