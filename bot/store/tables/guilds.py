"""Settings of servers, in SQL."""

from bot.store.database import Database, Step
from bot.store.records import GuildSettings


async def everything(database: Database) -> tuple[GuildSettings, ...]:
    guilds, members = await database.run_all(
        [
            ("SELECT guild_id, visibility, notices_channel FROM guilds ORDER BY guild_id", ()),
            ("SELECT guild_id, part, id FROM guild_members", ()),
        ]
    )
    named: dict[tuple[int, str], set[int]] = {}
    for guild_id, part, member in members:
        named.setdefault((guild_id, part), set()).add(member)
    return tuple(
        GuildSettings(
            guild_id,
            visibility,
            mention_channels=frozenset(named.get((guild_id, "mention_channel"), ())),
            maintainer_roles=frozenset(named.get((guild_id, "maintainer_role"), ())),
            maintainer_users=frozenset(named.get((guild_id, "maintainer_user"), ())),
            notices_channel=notices_channel,
        )
        for guild_id, visibility, notices_channel in guilds
    )


async def put(database: Database, settings: GuildSettings) -> None:
    guild_id = settings.guild_id
    named = (
        ("mention_channel", settings.mention_channels),
        ("maintainer_role", settings.maintainer_roles),
        ("maintainer_user", settings.maintainer_users),
    )
    members: list[Step] = [
        ("INSERT INTO guild_members VALUES (?, ?, ?)", (guild_id, part, member))
        for part, ids in named
        for member in sorted(ids)
    ]
    guild = ("INSERT INTO guilds VALUES (?, ?, ?)", (guild_id, settings.visibility, settings.notices_channel))
    await database.run_all([_forget(guild_id), guild, *members])


async def forget(database: Database, guild_id: int) -> None:
    await database.run_all([_forget(guild_id)])


def _forget(guild_id: int) -> Step:
    return "DELETE FROM guilds WHERE guild_id = ?", (guild_id,)
