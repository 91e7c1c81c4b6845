"""What goes into the store and comes out of it. Ids of persons, servers, roles and channels are Discord's."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Generic, Literal, TypeVar

FeedbackKind = Literal["helpful", "wrong"]
FollowKind = Literal["state", "topic", "meeting", "all"]
Visibility = Literal["public", "private"]

EVERYTHING: Final = ""
"""the target of a follow of kind "all" """

T = TypeVar("T")


class StoreError(Exception):
    """Nothing was changed; the text says why in one line for people, without a path or a person."""


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a list; pages count from 1, and a page past the end is the last one."""

    items: tuple[T, ...]
    number: int
    pages: int
    """at least 1"""
    total: int
    """items on all pages"""


@dataclass(frozen=True, slots=True)
class NewFeedback:
    """What a person thought of an answer."""

    user_id: int
    guild_id: int | None
    """None in a direct message or a group chat"""
    question: str
    title: str
    """of the answer"""
    outcome: str
    kind: FeedbackKind
    text: str = ""
    """what is wrong, and where the person saw the right thing"""


@dataclass(frozen=True, slots=True)
class Feedback:
    """The same as it is kept: texts may be cut."""

    id: int
    user_id: int
    guild_id: int | None
    question: str
    title: str
    outcome: str
    kind: FeedbackKind
    text: str
    created: datetime
    resolved: datetime | None


@dataclass(frozen=True, slots=True)
class NewGap:
    """A question that was not answered, or badly; it bears nothing of the person."""

    question: str
    """as typed"""
    outcome: str
    intent: str = ""
    score: float = 0.0
    entities: tuple[str, ...] = ()
    """what was understood besides: ids of States, meetings, topics, years"""


@dataclass(frozen=True, slots=True)
class Gap:
    """The same question, however often it was asked."""

    id: int
    question: str
    """as it was typed first, cut to :data:`bot.store.questions.LONGEST`; ids and addresses blotted out"""
    outcome: str
    """this, ``intent``, ``score`` and ``entities`` as of the last time"""
    intent: str
    score: float
    entities: tuple[str, ...]
    repeats: int
    """how often it was asked, from 1"""
    first_seen: date
    """days only: an hour would tell who asked"""
    last_seen: date
    resolved: date | None


@dataclass(frozen=True, slots=True)
class Follow:
    user_id: int
    kind: FollowKind
    target: str
    """id of the State, topic or meeting; :data:`EVERYTHING` for "all" """
    created: datetime


@dataclass(frozen=True, slots=True)
class NewNotice:
    """A direct message that is owed to someone who follows something."""

    user_id: int
    kind: FollowKind
    target: str
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    id: int
    user_id: int
    kind: FollowKind
    target: str
    text: str
    created: datetime


@dataclass(frozen=True, slots=True)
class GuildSettings:
    """What the managers of a server have set; as constructed with the id alone, nothing was."""

    guild_id: int
    visibility: Visibility = "public"
    """of answers to slash commands, where the person does not say"""
    mention_channels: frozenset[int] = frozenset()
    """channels in which mentions are answered; empty: all"""
    maintainer_roles: frozenset[int] = frozenset()
    maintainer_users: frozenset[int] = frozenset()
    notices_channel: int | None = None
    """where maintainers are told of what went wrong"""


@dataclass(frozen=True, slots=True)
class PersonRecords:
    """All that is kept under a person's id."""

    user_id: int
    feedback: tuple[Feedback, ...]
    follows: tuple[Follow, ...]
    notices: tuple[Notice, ...]
    maintains: tuple[int, ...]
    """ids of the servers that name this person as a maintainer"""

    @property
    def count(self) -> int:
        return len(self.feedback) + len(self.follows) + len(self.notices) + len(self.maintains)


@dataclass(frozen=True, slots=True)
class Pruned:
    """How many rows were too old."""

    gaps: int
    feedback: int
