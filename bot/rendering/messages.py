"""An answer as Discord messages: quote, attribution and source as message text, which a phone can copy."""

from bot.answering.answer import Answer
from bot.rendering.layout import layout
from bot.rendering.paging import Pages

MESSAGE_LIMIT = 2000
"""Characters of a message, https://discord.com/developers/docs/resources/message#create-message"""


def pages(answer: Answer, limit: int = MESSAGE_LIMIT) -> tuple[str, ...]:
    """``answer`` as message texts in Discord's Markdown, none empty, none longer than ``limit`` characters.

    All words are escaped: neither a document nor a question can format anything or mention anybody. A passage
    that goes on over several pages has its attribution and source on each. Raises ValueError for a ``limit`` under
    :data:`~bot.rendering.paging.SHORTEST_LIMIT`.
    """
    book = Pages(limit)
    for block in layout(answer):
        book.add(block)
    return book.finished()
