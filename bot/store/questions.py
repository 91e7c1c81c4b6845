"""What is kept of a question that was not answered well: its words, and nothing that leads to the person."""

import re
import unicodedata
from typing import Final

from bot.matching.tokens import tokenise
from bot.store.database import cut

LONGEST: Final = 300
"""characters that are kept of a question"""
BLOTTED: Final = "[removed]"

_READ: Final = 4 * LONGEST
"""characters that are looked at"""
_LEADS_TO_SOMEONE: Final = re.compile(
    r"""<[@\#][!&]?\d+>                     # mentions: https://discord.com/developers/docs/reference#message-formatting
      | [^\s@]{1,64}@[^\s@]{1,255}          # e-mail addresses
      | (?<!\w)@[\w.]{2,}                   # names of accounts
      | (?:https?://|www\.)\S+
      | \+\d[\d ()-]{6,}\d | \d{7,}         # telephone numbers and ids; a year or a date is shorter
    """,
    re.VERBOSE | re.IGNORECASE,
)


def kept(question: str) -> str:
    """The question as typed, in one line, blotted and cut."""
    visible = "".join(" " if unicodedata.category(char)[0] == "C" else char for char in question[:_READ])
    return cut(_LEADS_TO_SOMEONE.sub(BLOTTED, " ".join(visible.split())), LONGEST)


def words(kept_question: str) -> str:
    """The form in which questions are compared; empty when it has no word."""
    return " ".join(tokenise(kept_question.replace(BLOTTED, " ")).keys)
