"""An answer as the messages that go out, none of which can ping anybody."""

from dataclasses import dataclass
from io import BytesIO
from typing import Final

import discord

from bot.answering.answer import Answer
from bot.rendering.messages import pages
from bot.rendering.plain import plain

NOBODY: Final = discord.AllowedMentions.none()
"""https://discord.com/developers/docs/resources/message#allowed-mentions-object"""

MOST_MESSAGES = 5
"""Messages for one answer. A user-installed bot may send no more than five follow-ups in a server it is no member of:
https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages"""

WHOLE_ANSWER = "answer.txt"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message."""

    text: str
    whole_answer: str | None = None
    """text of a file that goes with it"""

    def files(self) -> list[discord.File]:
        """The files to send, fresh ones each time: sending uses them up."""
        if self.whole_answer is None:
            return []
        return [discord.File(BytesIO(self.whole_answer.encode("utf-8")), WHOLE_ANSWER)]


def outgoing(answer: Answer, *, may_attach: bool) -> tuple[Outgoing, ...]:
    """The messages of ``answer``, at most ``MOST_MESSAGES``; a longer one ends with a file that has all of it."""
    texts = pages(answer)
    if len(texts) <= MOST_MESSAGES:
        return tuple(Outgoing(text) for text in texts)
    shown = tuple(Outgoing(text) for text in texts[: MOST_MESSAGES - 1])
    if may_attach:
        last = Outgoing("This answer goes on: the attached file has all of it.", plain(answer))
    else:
        last = Outgoing(
            "This answer goes on, and I may not attach files here. Ask for one meeting or year, or ask me in "
            "a direct message."
        )
    return (*shown, last)
